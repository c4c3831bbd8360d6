"""What a program that reads a PDF aloud needs to know of it, and our way to draw does not write: the language and the title."""

import re

LANGUAGE = "nl-NL"
ROOT = re.compile(rb"/Root (\d+) 0 R")
CATALOGUE = re.compile(rb"(?:^|\n)(\d+) 0 obj\s*<<(.*?)>>\s*endobj", re.DOTALL)
TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*\Z", re.DOTALL)


def spoken(pdf: bytes) -> bytes:
    """Return a PDF that says it is Dutch and shows its title; as it was when it is not written as ours are.

    The catalogue is written once more behind the file, which is how PDF takes changes (ISO 32000, 7.5.6).
    """
    trailer, root = TRAILER.search(pdf), ROOT.search(pdf)
    if trailer is None or root is None:
        return pdf
    number = int(root[1])
    catalogue = next((found for found in CATALOGUE.finditer(pdf) if int(found[1]) == number), None)
    if catalogue is None:
        return pdf
    more = f"/Lang ({LANGUAGE}) /ViewerPreferences << /DisplayDocTitle true >>".encode()
    written = b"%d 0 obj\n<<%s %s >>\nendobj\n" % (number, catalogue[2], more)
    place = len(pdf) + 1
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, place)
    ending = b"trailer\n<<%s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (trailer[1], trailer[2], place + len(written))
    return b"\n".join((pdf, written + table + ending))
