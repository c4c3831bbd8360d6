"""The commands around a backup: `consents` keeps the decisions outside the database, `erase` does them again after a restore."""

import argparse
import asyncio
import datetime
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from domain.calendar.here import HERE
from storage.database.engine import create_engine
from storage.restoring.decisions import Decisions, Unusable, add_to_file, read_decisions, read_file
from storage.restoring.erasing import Again, decide_again

DONE, REFUSED = 0, 1
Commands = Any  # argparse gives what subcommands are added to no public name
Say = Callable[[str], None]


def add_commands(several: Commands, say: Say) -> None:
    """Declare the commands, which `say` in Dutch what they did."""
    keep = several.add_parser("consents", help="bewaar de besluiten over toestemming ook buiten de database")
    keep.add_argument("--out", type=Path, required=True, metavar="BESTAND", help="wordt aangevuld; er gaat nooit iets uit")
    keep.set_defaults(run=partial(keep_decisions, say))
    again = several.add_parser("erase", help="wis na het terugzetten van een back-up opnieuw wie dat daarna vroeg")
    again.add_argument("--since", required=True, metavar="MOMENT", help="moment van de back-up, zoals 2026-11-28T03:00")
    again.add_argument(
        "--from", dest="source", default="", metavar="BRON", help="bestand van consents, of adres van de oude database"
    )
    again.add_argument("--yes", action="store_true", help="doe het echt; zonder --yes ziet u alleen wat er zou gebeuren")
    again.set_defaults(run=partial(erase_again, say))


def keep_decisions(say: Say, _: object, url: str, asked: argparse.Namespace) -> int:
    """Add the decisions of the database to a file; 0 when done, 1 when refused."""

    async def run() -> int:
        added = await asyncio.to_thread(add_to_file, asked.out, await decisions_in(url))
        say(f"{asked.out.name}: {added} besluiten erbij.")
        return DONE

    return refusing(say, run)


def erase_again(say: Say, _: object, url: str, asked: argparse.Namespace) -> int:
    """Erase again what was erased since a moment; 0 when done, after a dry run too, 1 when refused."""

    async def run() -> int:
        since = read_moment(asked.since, datetime.datetime.now(HERE))
        source = await decisions_from(asked.source or url)
        again = await decide(url, source, since, sure=asked.yes)
        for line in report(again, since, sure=asked.yes):
            say(line)
        return DONE

    return refusing(say, run)


def refusing(say: Say, run: Callable[[], Coroutine[None, None, int]]) -> int:
    """Run a command; what it cannot use is said in one line."""
    try:
        return asyncio.run(run())
    except Unusable as refusal:
        say(str(refusal))
        return REFUSED


async def decide(url: str, source: Decisions, since: datetime.datetime, *, sure: bool) -> Again:
    """Do it all in one transaction, which without `sure` is undone: a dry run does the very same."""
    engine = create_engine(url, connections=1)
    try:
        async with engine.connect() as connection:
            again = await decide_again(connection, source, since)
            await (connection.commit() if sure else connection.rollback())
            return again
    finally:
        await engine.dispose()


async def decisions_from(source: str) -> Decisions:
    """Return the decisions in a file, or in a database by its address. Raises Unusable."""
    return await (decisions_in(source) if "://" in source else asyncio.to_thread(read_file, Path(source)))


async def decisions_in(url: str) -> Decisions:
    """Return the decisions in a database, in which nothing is changed. Raises Unusable; an address may hold a password."""
    try:
        engine = create_engine(url, connections=1)
    except ValueError:
        raise Unusable("Dit adres van een database klopt niet. Het begint met postgresql://") from None
    try:
        async with engine.connect() as connection:
            await connection.execute(text("set transaction read only"))
            return await read_decisions(connection)
    except (SQLAlchemyError, OSError):
        raise Unusable("Uit deze database zijn geen besluiten te lezen.") from None
    finally:
        await engine.dispose()


def read_moment(typed: str, now: datetime.datetime) -> datetime.datetime:
    """Return the moment that was typed, by the clock here when it says no other; an hour that comes twice is the first one."""
    try:
        moment = datetime.datetime.fromisoformat(typed.strip())
        moment = moment if moment.tzinfo else moment.replace(tzinfo=HERE)
        moment = moment.astimezone(datetime.UTC)
    except (ValueError, OverflowError):
        raise Unusable("Dit is geen moment. Typ het zoals 2026-11-28T03:00.") from None
    if moment > now:
        raise Unusable("Dit moment moet nog komen. Typ het moment van de back-up.")
    return moment


def report(again: Again, since: datetime.datetime, *, sure: bool) -> list[str]:
    lines = [f"Besluiten sinds {since.astimezone(HERE):%Y-%m-%d %H:%M}."]
    if again.older:
        lines.append(f"Let op: {again.older} besluiten van daarvoor staan hier ook niet. Kies dan een vroeger moment.")
    if again.nothing:
        return [*lines, "Er is niets om opnieuw te wissen."]
    lines += [
        f"Gewist: {again.people} personen, {again.intakes} intakes en {again.contacts} contacten.",
        f"Gewijzigd: {again.changed} besluiten over delen.",
        f"Erbij: {again.decisions} besluiten en {again.objections} bezwaren.",
    ]
    return [*lines, "Dit is opgeslagen." if sure else "Dit was een proef. Er is niets veranderd. Met --yes gebeurt het echt."]
