"""Somebody without Teams scans a square, takes part to the end, and loses nothing when the line does."""

import re
from pathlib import Path

from playwright.async_api import expect

from tests.e2e.conftest import House
from tests.e2e.telephone import Telephone, telephone
from tests.e2e.test_papers import run
from tests.meter.sending import WINTER
from tests.meter.shapes import dutch

TERRAIN = "/gesprek/t/demo-01"
SHORT = ("0", "0", "0", "12", "6", "18:00", "06:00", "4", "groot", "nee", "nee", "nee", "nee", "nee", "ja")
WATCHED = re.compile(r"Vos Transport$|2$|Genoteerd: ")


async def test_from_the_square_of_a_terrain_to_what_it_means(house: House, tmp_path: Path) -> None:
    async with telephone(house.browser, house.environment) as ruud:
        await ruud.page.goto(f"{ruud.bot}{TERRAIN}")
        await ruud.picture("door-begin")
        assert await ruud.judged() == []
        await ruud.scans(TERRAIN)
        await ruud.sees("Mogen wij uw antwoorden bewaren?")
        await ruud.picture("door-welcome")
        assert await ruud.judged() == []
        await ruud.clicks("Ja, dat mag")
        await ruud.clicks("Kort: 2 minuten")
        await ruud.sees("Hoe heet uw bedrijf?")
        await ruud.picture("door-form")
        assert await ruud.judged() == []
        await ruud.says("Vos <b>&</b> Zn")
        await ruud.sees("Genoteerd: Vos <b>&</b> Zn.")
        for words in SHORT:
            await ruud.says(words)
        await ruud.sees("Dank u wel", "Uw laadvraag")
        await ruud.picture("door-outlook")
        await ruud.clicks("Meer")
        await expect(ruud.page.get_by_role("button", name="Minder", exact=True)).to_be_focused()
        (tmp_path / "talk.pdf").write_bytes(await ruud.page.pdf(format="A4"))
        printed = run("pdftotext", "-layout", "talk.pdf", "-", at=tmp_path)
        assert "Uw laadvraag" in printed
        assert "Wat het kost" in printed
        assert "Maak het scherper" not in printed
        await ruud.clicks("Op papier")
        await ruud.sees("Bestand openen")
        await ruud.picture("door-paper")
        assert (await ruud.downloads("Bestand openen")).startswith(b"%PDF")
        assert await ruud.judged() == []
        assert ruud.complaints == []


async def test_a_line_that_drops_loses_nothing_and_doubles_nothing(house: House) -> None:
    async with telephone(house.browser, house.environment) as ruud:
        await begins(ruud)
        away = ruud.page.get_by_text("Er is geen verbinding.")
        await expect(away).to_be_hidden()

        house.crashes()
        await ruud.types("Vos Transport")
        await ruud.types("2")
        await expect(away).to_be_visible()
        await ruud.picture("door-away")
        house.starts()
        await expect(away).to_be_hidden()
        await ruud.sees("Genoteerd: 2.")
        lines = [line for words in await ruud.transcript() if WATCHED.match(line := words.split("\n")[0])]
        assert lines == ["Vos Transport", "2", "Genoteerd: Vos Transport.", "Genoteerd: 2."]

        before = await ruud.transcript()
        await ruud.page.reload()
        await ruud.sees("Genoteerd: 2.")
        assert await ruud.transcript() == before

        other = Telephone(await ruud.page.context.new_page(), ruud.bot)
        await other.page.goto(f"{ruud.bot}/gesprek")
        await other.sees("Genoteerd: 2.")
        await other.says("3")
        await other.sees("Genoteerd: 3.")
        await ruud.sees("Genoteerd: 3.")
        assert (await ruud.transcript())[-2:] == (await other.transcript())[-2:]


async def test_a_keyboard_is_enough_to_agree_and_to_answer(house: House) -> None:
    async with telephone(house.browser, house.environment) as ruud:
        keys = ruud.page.keyboard
        await ruud.page.goto(f"{ruud.bot}{TERRAIN}")
        await keys.press("Tab")
        await keys.press("Enter")
        await ruud.sees("Mogen wij uw antwoorden bewaren?")
        await ruud.enters("Ja, dat mag")
        await ruud.sees("Hoeveel tijd heeft u?")
        await ruud.enters("Kort: 2 minuten")
        await ruud.sees("Hoe heet uw bedrijf?")
        await ruud.tabs_to("Uw bericht")
        await keys.type("Vos Transport")
        await keys.press("Enter")
        await ruud.sees("Genoteerd: Vos Transport.")
        await keys.type("2")
        await keys.press("Enter")
        await ruud.sees("Genoteerd: 2.")

        await ruud.page.context.clear_cookies()  # as when the session was ended
        await expect(ruud.page.get_by_label("Uw code")).to_be_visible()


async def test_a_file_of_the_meter_is_sent_through_the_page(house: House, tmp_path: Path) -> None:
    quarters = tmp_path / "kwartieren.csv"
    quarters.write_text(dutch(WINTER), encoding="utf-8")
    async with telephone(house.browser, house.environment) as ruud:
        await begins(ruud)
        for words in ("Vos Transport", *SHORT):
            await ruud.says(words)
        await ruud.sees("Uw laadvraag")
        await ruud.sends_a_file(quarters)
        await ruud.sees("Dit las ik")
        await ruud.clicks("Klopt, gebruik dit")
        await ruud.sees("Een CSV-bestand, door u bevestigd op")
        await ruud.picture("door-meter")
        assert ruud.complaints == []


async def begins(who: Telephone) -> None:
    """Scan the square, agree, and choose the short intake."""
    await who.scans(TERRAIN)
    await who.clicks("Ja, dat mag")
    await who.clicks("Kort: 2 minuten")
    await who.sees("Hoe heet uw bedrijf?")
