"""A flyer and the questions as other programs read them: pages in the order of reading, and a square that leads where it says."""

import datetime
import os
from pathlib import Path

import numpy as np
import pytest
import segno
from PIL import Image

from cards.papers.contents import FlyerDate, FlyerPaper, TextChapter, TextGroup, TextPaper
from cards.papers.factsheet import RIGHT
from cards.papers.flyer import SIDE, make_flyer
from cards.papers.square import BORDER
from cards.papers.text_pages import make_text_pages
from tests.e2e.test_papers import run
from tests.e2e.window import PICTURES

AT = datetime.datetime(2026, 12, 1, tzinfo=datetime.UTC)
ADDRESS = "https://laadmaat.voorbeeld.example/gesprek/t/1234"
PLAIN = FlyerPaper(
    title="Flyer Hessenpoort (Zwolle)",
    whom="Voor ondernemers op Hessenpoort (Zwolle)",
    question="Kunt u straks nog laden op Hessenpoort?",
    invites="Zoek mee naar een oplossing.",
    points=("Meedoen kost u niets.", "U beslist zelf wat u deelt en wat u kiest."),
    contact="Vragen? laadmaat@voorbeeld.nl",
    sender="Van: NAL-regio Oost, namens de provincies Gelderland en Overijssel",
    privacy=("Wij bewaren pas iets als u ja zegt. Stoppen kan altijd.", "Lees meer: https://voorbeeld.nl/privacy"),
    organisation="NAL-regio Oost",
    at=AT,
)
DATE = FlyerDate(title="Kom naar de startsessie", day="Donderdag 14 januari 2027", time="19:30 tot 21:25 uur", place="Zaal 2")
FULL = PLAIN.model_copy(
    update={"address": ADDRESS, "scan": "Scan en doe mee", "fact": "Het stroomnet is daar vol.", "date": DATE, "invites": ""}
)
LONG = "Bedrijvenpark Apeldoorn Noord II, fase 3 en omstreken (Stadhoudersmolen)"
LONGEST = FULL.model_copy(
    update={"question": f"Kunt u straks nog laden op {LONG}?", "whom": f"Voor ondernemers op {LONG} (Apeldoorn)"}
)


def read(pdf: bytes, at: Path) -> str:
    """Return the words of a PDF in the order in which they are read aloud, white space folded."""
    (at / "page.pdf").write_bytes(pdf)
    return " ".join(run("pdftotext", "-raw", "page.pdf", "-", at=at).split())


@pytest.mark.parametrize("paper", [PLAIN, FULL, LONGEST])
def test_it_is_one_page_with_every_word_in_order(paper: FlyerPaper, tmp_path: Path) -> None:
    words = read(make_flyer(paper), tmp_path)
    facts = run("pdfinfo", "page.pdf", at=tmp_path)
    assert "Pages:           1\n" in facts
    assert paper.title in facts
    assert b"/Lang (nl-NL)" in (tmp_path / "page.pdf").read_bytes()
    places = [words.find(one) for one in paper.words if one not in (paper.address, getattr(paper.date, "time", ""))]
    assert -1 not in places, words
    assert places == sorted(places)


def test_the_square_leads_to_the_address(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(make_flyer(FULL))
    run("pdftoppm", "-r", "300", "-png", "-gray", "-singlefile", "page.pdf", "page", at=tmp_path)
    if os.environ.get("PICTURES"):
        shot = PICTURES.resolve() / "flyer-page"
        run("pdftoppm", "-r", "60", "-png", "-singlefile", "page.pdf", str(shot), at=tmp_path)
    page = np.asarray(Image.open(tmp_path / "page.png").convert("L"))
    tall, wide = page.shape
    matrix = segno.make_qr(ADDRESS, error="m").matrix
    left, top = (RIGHT - SIDE) * wide, (1 - 0.395) * tall
    cell = SIDE * wide / (len(matrix) + 2 * BORDER)  # its sides are of one length
    middles = [(place + BORDER + 0.5) * cell for place in range(len(matrix))]
    seen = [[int(page[int(top + y), int(left + x)] < 128) for x in middles] for y in middles]
    assert seen == [list(row) for row in matrix]


def test_the_questions_take_as_many_pages_as_they_need(tmp_path: Path) -> None:
    some = tuple(
        TextChapter(title=f"Vraag nummer {number}?", paragraphs=("Dit is het antwoord. " * 20,), small=("Bron: ik (2026).",))
        for number in range(20)
    )
    paper = TextPaper(
        title="Veelgestelde vragen", groups=(TextGroup(title="Over laden", chapters=some),), organisation="NAL", dated="Nu."
    )
    words = read(make_text_pages(paper, AT), tmp_path)
    places = [words.find(f"Vraag nummer {number}?") for number in range(20)]
    assert -1 not in places
    assert places == sorted(places)
    assert "Bladzijde 2." in words
    assert words.count("Dit is het antwoord.") == 400
