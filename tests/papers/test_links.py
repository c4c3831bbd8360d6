"""A paper behind a link: it can be opened for a day by who has the link, and it is gone with whom it is about."""

import datetime
import re
from dataclasses import replace

import pytest

from bot.jobs.queue import tidy
from dialogs.turn.events import Said, Scope
from domain.consent.consents import State
from domain.papers.papers import A_MONTH, Paper
from storage.database.transactions import transaction
from storage.intake.snapshots import read_consents
from storage.papers.papers import Papers, digest, keep_paper, new_token
from storage.tables.paper import paper
from storage.tables.people import intake
from storage.tables.people import person as person_table
from storage.tables.turn import turn
from tests.beginnings import finish_short
from tests.chat import Chat
from tests.papers.conftest import FACTSHEET
from tests.person import Person
from tests.tables import rows

EVERYWHERE = pytest.mark.parametrize("scope", [Scope.CHANNEL, Scope.GROUP])


def link(person: Person) -> str:
    """Return the secret of the link that was just shown."""
    [address] = [b["url"] for shown in person.fresh for b in shown.all_buttons() if b["type"] == "Action.OpenUrl"]
    found = re.fullmatch(r"https://laadmaat\.voorbeeld\.example/papers/([A-Za-z0-9_-]{43})", address)
    assert found
    return found[1]


@EVERYWHERE
async def test_in_a_channel_a_paper_is_a_link(chat: Chat, scope: Scope) -> None:
    noor = chat.person("Noor", team=True)
    await noor.does(Said("papier"), scope=scope)
    noor.sees("Hier is de factsheet.", "Factsheet Hessenpoort.pdf", "De link werkt tot 24 november 2026, 10:00.")
    found = await chat.turns.linked_paper(link(noor))
    assert found == FACTSHEET


async def test_the_secret_of_a_link_is_kept_nowhere(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    await noor.does(Said("papier"), scope=Scope.CHANNEL)
    secret = link(noor)
    await chat.turns.receipts.write()  # what is not sent yet must hold it
    [kept] = await rows(chat, paper)
    assert kept["token_digest"] == digest(secret)
    assert secret not in str([await rows(chat, paper), await rows(chat, turn)])


async def test_two_links_have_nothing_in_common(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    secrets = set()
    for _ in range(5):
        await noor.does(Said("papier"), scope=Scope.CHANNEL)
        secrets.add(link(noor))
    assert len(secrets) == 5
    assert len({new_token() for _ in range(1000)}) == 1000


@pytest.mark.parametrize("wrong", ["A" * 43, "", "%00", "' or true --"])
async def test_a_guess_finds_nothing(chat: Chat, wrong: str) -> None:
    await chat.person("Noor", team=True).does(Said("papier"), scope=Scope.CHANNEL)
    assert await chat.turns.linked_paper(wrong) is None


async def test_after_a_day_a_link_is_dead_and_the_paper_gone(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    await noor.does(Said("papier"), scope=Scope.CHANNEL)
    chat.now += datetime.timedelta(hours=23, minutes=59)
    assert await chat.turns.linked_paper(link(noor))
    await tidy(chat.database, chat.now)
    assert await rows(chat, paper)
    chat.now += datetime.timedelta(minutes=1)
    assert await chat.turns.linked_paper(link(noor)) is None
    await tidy(chat.database, chat.now)
    assert await rows(chat, paper) == []


@EVERYWHERE
async def test_who_cannot_be_reached_from_outside_says_so(chat: Chat, scope: Scope) -> None:
    chat.public_url = ""
    await chat.restarts()
    noor = chat.person("Noor", team=True)
    await noor.does(Said("papier"), scope=scope)
    noor.sees("Een bestand kan ik hier niet geven. Vraag het in uw eigen chat met Laadmaat.")
    assert await rows(chat, paper) == []


async def test_who_is_erased_takes_their_papers_along(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.says("papier")
    assert await rows(chat, paper)
    await fatima.says("verwijder mijn gegevens")
    await fatima.clicks("Ja, wis alles")
    assert await rows(chat, paper) == []


async def test_the_newest_paper_was_made_last_not_the_one_that_is_kept_longest(chat: Chat) -> None:
    fatima = await finish_short(chat)
    [person] = [row["id"] for row in await rows(chat, person_table) if row["name"] == "Fatima"]
    async with transaction(chat.database) as connection:
        await keep_paper(connection, replace(FACTSHEET, kept=A_MONTH), person, chat.now)
        newest = await keep_paper(connection, FACTSHEET, person, chat.now + datetime.timedelta(minutes=1))
        assert await Papers(connection, person, chat.now).newest() == newest
    fatima.sees("Dank u wel")


async def test_what_is_kept_for_long_goes_when_the_consent_of_a_company_ends(chat: Chat) -> None:
    await finish_short(chat)
    [company] = await rows(chat, intake)
    ends = min(one.until for one in read_consents(company["current"]).values() if one.state is State.GIVEN)
    about = replace(FACTSHEET, about=frozenset({company["id"]}), kept=A_MONTH)
    async with transaction(chat.database) as connection:
        await keep_paper(connection, about, None, ends - datetime.timedelta(days=10))
    assert [row["until"] for row in await rows(chat, paper)] == [ends]


async def test_a_company_that_is_erased_takes_the_papers_about_it_along(chat: Chat) -> None:
    fatima = await finish_short(chat)
    [person] = [row for row in await rows(chat, person_table) if row["name"] == "Fatima"]
    about = Paper("Groepen.pptx", "application/pdf", b"x", about=frozenset({person["intake_id"]}))
    async with transaction(chat.database) as connection:
        await keep_paper(connection, about, None, chat.now)
        await keep_paper(connection, FACTSHEET, None, chat.now)
    await fatima.says("verwijder mijn gegevens")
    await fatima.clicks("Ja, wis alles")
    assert [row["name"] for row in await rows(chat, paper)] == [FACTSHEET.name]
