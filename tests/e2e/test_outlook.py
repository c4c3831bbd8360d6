"""Fatima sees what her trucks will ask of her connection, in bars, turns it, makes it sharper in place, and prints it."""

import os
from pathlib import Path

from cards.papers.outlook import make_outlook_page
from tests.e2e.conftest import House
from tests.e2e.test_papers import run
from tests.e2e.window import PICTURES
from tests.papers.test_outlook_paper import FULL


async def test_the_outlook_comes_after_the_intake_and_sharpens_in_place(house: House) -> None:
    fatima = await house.window("fatima")
    await fatima.clicks("Ja, dat mag")
    await fatima.clicks("Kort: 2 minuten")
    for words in ("Jansen Transport", "Hessenpoort", "0", "0", "0", "12", "6", "18:00", "06:00", "4", "groot"):
        await fatima.says(words)
    for _ in range(5):
        await fatima.says("nee")
    await fatima.says("ja")
    await fatima.sees("Dank u wel", "Indicatie op basis van uw antwoorden", "2030 meteen")
    await fatima.clicks("Maak het scherper")
    await fatima.fills_in({"afnemen": "400", "hoogste gebruik": "150"}, button="Opslaan")
    await fatima.sees("Spreiden scheelt u", "Uw ruimte is 250 kW")
    await fatima.picture("outlook", dark=True)
    await fatima.clicks("Gespreid")
    await fatima.sees("2030 gespreid", "2030 meteen (was)")
    await fatima.picture("outlook-spread")
    await fatima.clicks("Waar wij mee rekenen")
    await fatima.sees("1,45 kWh", "ICCT 2025")
    await fatima.picture("assumptions", dark=True)
    await fatima.clicks("Terug naar mijn laadvraag")
    await fatima.sees("Uw laadvraag")


def test_the_outlook_prints_on_one_page_with_its_words(tmp_path: Path) -> None:
    house = "NAL-regio Oost, namens de provincies Gelderland en Overijssel"
    (tmp_path / "outlook.pdf").write_bytes(make_outlook_page(FULL, house, "laadmaat@voorbeeld.nl"))
    assert "Pages:           1\n" in run("pdfinfo", "outlook.pdf", at=tmp_path)
    words = run("pdftotext", "-layout", "outlook.pdf", "-", at=tmp_path)
    for text in (FULL.title, "Spreiden scheelt u 418 kW.", "1.234.567 kWh", "Wat het kost", FULL.dated, house):
        assert text in words
    if os.environ.get("PICTURES"):
        shot = PICTURES.resolve() / "outlook-page"
        run("pdftoppm", "-r", "60", "-png", "-singlefile", "outlook.pdf", str(shot), at=tmp_path)
