"""The invented companies of the demo on the cards of insight, in a real browser; and the factsheet as it is printed."""

import datetime
import os
import re
import subprocess
import sys
from pathlib import Path

from cards.papers.factsheet import make_factsheet
from cards.views.disclosure.factsheet import Factsheet
from demo.bot import APP, PLAN_MAP
from demo.companies import settle
from dialogs.disclosure.factsheets import sources_of
from domain.demand.parameters import STANDARD
from storage.database.engine import create_engine
from tests.e2e.conftest import House
from tests.e2e.test_papers import run
from tests.e2e.window import PICTURES


async def test_the_team_looks_at_totals_the_plan_map_and_chances(house: House) -> None:
    command = [sys.executable, APP, "import", str(PLAN_MAP)]
    subprocess.run(command, check=True, env={**os.environ, **house.environment}, capture_output=True)  # noqa: ASYNC221 - a test
    database = create_engine(house.environment["DATABASE_URL"], connections=1)
    await settle(database, datetime.datetime.now(datetime.UTC))
    await database.dispose()
    noor = await house.window("noor")
    await noor.says("factsheet hessenpoort")
    await noor.sees("Laden op Hessenpoort (Zwolle)", "In 2030 vragen 8 bedrijven samen")
    await noor.picture("factsheet", dark=True)
    await noor.says("verdeling hessenpoort")
    await noor.sees("Verdeling van het laden op Hessenpoort (Zwolle)")
    await noor.picture("breakdown", dark=True)
    await noor.says("plankaart hessenpoort")
    await noor.sees("Vertrouwelijk: alleen voor overheden.", "Veldhuis Transport", "Akkoord met")
    await noor.picture("plan-map", dark=True)
    await noor.says("aansluitingen hessenpoort")
    await noor.sees("Laadvraag van Hessenpoort (Zwolle)", "3 bedrijven delen dit met de netbeheerder.")
    await noor.picture("connections", dark=True)
    await noor.says("kansen hessenpoort")
    await noor.sees("Hanzeland Opslag kan Veldhuis Transport helpen")
    await noor.picture("chances", dark=True)


def test_the_factsheet_prints_on_one_page_with_its_words(tmp_path: Path) -> None:
    card = Factsheet.examples()[-1]
    house = "NAL-regio Oost, namens de provincies Gelderland en Overijssel"
    (tmp_path / "factsheet.pdf").write_bytes(make_factsheet(card, house, "laadmaat@voorbeeld.nl", sources_of(STANDARD)))
    assert "Pages:           1\n" in run("pdfinfo", "factsheet.pdf", at=tmp_path)
    words = run("pdftotext", "-layout", "factsheet.pdf", "-", at=tmp_path)
    for text in (card.title, "4.400 kWh", "4.500 kW", "700 voertuigen", "Indicatie. Stand van 23 november 2026.", house, "NREL"):
        assert text in words
    if os.environ.get("PICTURES"):
        shot = PICTURES.resolve() / "factsheet-page"
        run("pdftoppm", "-r", "60", "-png", "-singlefile", "factsheet.pdf", str(shot), at=tmp_path)


def test_long_names_and_many_sources_are_cut_short_on_that_one_page(tmp_path: Path) -> None:
    card = Factsheet.examples()[0].model_copy(update={"terrain": "Kanaalzone Noord-Oost fase 2 en 3 (Alphen aan den Rijn) " * 3})
    sources = [f"Bron {number}: {'een lang onderzoek met veel namen, ' * 12}" for number in range(1, 7)]
    (tmp_path / "factsheet.pdf").write_bytes(make_factsheet(card, "NAL-regio Oost", "laadmaat@voorbeeld.nl", sources))
    assert "Pages:           1\n" in run("pdfinfo", "factsheet.pdf", at=tmp_path)
    places = run("pdftotext", "-bbox", "factsheet.pdf", "-", at=tmp_path)
    words = re.findall(r'xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<', places)
    assert max(float(right) for right, _, _ in words) < 595 - 30  # of the page, in points
    assert {f"{number}:" for number in range(1, 7)} <= {word for _, _, word in words}
    foot = next(float(low) for _, low, word in words if word == "Indicatie.")
    assert [word for _, low, word in words if float(low) > foot - 14 and word.startswith(("Bron", "onderzoek"))] == []
