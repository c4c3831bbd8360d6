"""A square to scan, with the white border around it that telephones need."""

from io import BytesIO

import segno

PIXELS = 12  # of each module: sharp on paper up to a hand's width
BORDER = 4  # modules, as the standard asks


def make_square(address: str, pixels: int = PIXELS) -> bytes:
    """Return a QR code as PNG, which still works with a seventh of it dirty."""
    made = BytesIO()
    segno.make_qr(address, error="m").save(made, kind="png", scale=pixels, border=BORDER)
    return made.getvalue()
