"""The factsheet as a page: one page, its words in it, whatever names hold."""

import zlib

import pytest

from cards.papers.factsheet import make_factsheet
from cards.views.disclosure.factsheet import Factsheet

FULL, MIXED, EMPTY, BEFORE, BESIDE = Factsheet.examples()


def streams(pdf: bytes) -> str:
    """Return what the page draws, unpacked."""
    found = []
    for part in pdf.split(b"stream\n")[1:]:
        try:
            found.append(zlib.decompress(part.split(b"\nendstream")[0]))
        except zlib.error:
            continue
    return b"".join(found).decode("latin-1")


@pytest.mark.parametrize("card", [FULL, MIXED, BEFORE, BESIDE, FULL.model_copy(update={"years": FULL.years[:1]})])
def test_it_is_one_page(card: Factsheet) -> None:
    pdf = make_factsheet(card, "NAL-regio Oost", "laadmaat@voorbeeld.nl", ("Bron: verzonnen.",) * 3)
    assert pdf.startswith(b"%PDF-")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") == 1


def test_the_same_factsheet_makes_the_same_page() -> None:
    one, other = (make_factsheet(FULL, "NAL-regio Oost", "laadmaat@voorbeeld.nl") for _ in range(2))
    assert one == other


@pytest.mark.parametrize("name", ["De $aan$ (Ede)", "A" * 200, "{\\frac} & <b>", "Één échte naam ñ", "包装"])
def test_no_name_breaks_it(name: str) -> None:
    card = FULL.model_copy(update={"terrain": name})
    assert len(make_factsheet(card, name, name, (name,))) > 1000


def test_nothing_is_no_page() -> None:
    with pytest.raises(ValueError, match="year"):
        make_factsheet(EMPTY, "NAL-regio Oost", "")
