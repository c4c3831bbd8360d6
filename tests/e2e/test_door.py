"""Somebody without Teams scans a square, takes part to the end, and loses nothing when the line does."""

from tests.e2e.conftest import House
from tests.e2e.telephone import telephone

TERRAIN = "/gesprek/t/demo-01"


async def test_from_the_square_of_a_terrain_to_what_it_means(house: House) -> None:
    async with telephone(house.browser, house.environment) as ruud:
        await ruud.page.goto(f"{ruud.bot}{TERRAIN}")
        await ruud.picture("door-begin")
        await ruud.scans(TERRAIN)
        await ruud.sees("Mogen wij uw antwoorden bewaren?")
        await ruud.picture("door-welcome")
        await ruud.clicks("Ja, dat mag")
        await ruud.sees("Kort: 2 minuten")
        await ruud.picture("door-depth")
        await ruud.clicks("Kort: 2 minuten")
        await ruud.page.wait_for_timeout(3000)
        await ruud.picture("door-1")
        await ruud.says("Vos Transport")
        await ruud.page.wait_for_timeout(1500)
        await ruud.picture("door-2")
        print(await ruud.transcript())
        print(*await ruud.judged(), sep="\n")
        print(ruud.complaints)
