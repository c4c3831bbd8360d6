"""Noor looks at all terrains of the demo with what happened there: the list, the picture of the whole, one status, its plan."""

import datetime
import os
import subprocess
import sys

from demo.bot import APP, PLAN_MAP
from demo.companies import settle
from demo.history import tell_history
from storage.database.engine import create_engine
from tests.e2e.conftest import House
from tests.e2e.window import Window


async def bring_past(house: House) -> None:
    """Bring what `make demo` brings."""
    command = [sys.executable, APP, "import", str(PLAN_MAP)]
    subprocess.run(command, check=True, env={**os.environ, **house.environment}, capture_output=True)  # noqa: ASYNC221 - a test
    now, database = datetime.datetime.now(datetime.UTC), create_engine(house.environment["DATABASE_URL"], connections=1)
    await settle(database, now)
    await tell_history(database, now)
    await database.dispose()


async def test_the_team_sees_where_every_terrain_stands(house: House) -> None:
    await bring_past(house)
    noor = await house.window("noor")
    await noor.says("help terreinen")
    await noor.says("mijn terreinen")
    await noor.sees("Mijn terreinen", "6 terreinen: regisseur Noor Bakker.")
    await noor.says("terreinen")
    await noor.sees("43 terreinen.", "Hessenpoort (Zwolle)", "Te laat sinds", "Bijsterhuizen (Nijmegen)")
    await noor.picture("portfolio")
    await noor.clicks("Overzicht")
    await noor.sees("Terreinen per stap", "Te laat", "Wat wij doen")
    await noor.picture("portfolio-chart")
    await noor.says("terreinen regisseur bram laat")
    await noor.sees("1 terrein: te laat, regisseur Bram Visser.", "Marssteden (Enschede)")
    await walks(noor)


async def walks(noor: Window) -> None:
    """Read one status, and go to its plan and back in the same card."""
    await noor.says("status hessenpoort")
    await noor.sees("3, Onderzoek", "2 getekend, 1 gevraagd", "Ruimte op het net", "1 actie is over de datum", "Nu te doen")
    await noor.picture("team-status")
    await noor.clicks("Stappenplan")
    await noor.sees("2. Startbijeenkomst", "verwacht klaar")
    await noor.picture("plan")
