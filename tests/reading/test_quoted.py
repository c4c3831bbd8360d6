"""Replies to a message of the bot, in every state: what is quoted is no part of the answer."""

import json

import pytest

from bot.teams.bodies import read_activity
from bot.teams.inbound import read_arrival
from dialogs.turn.events import Event, Scope
from domain.intake.acceptance import LONGEST_TYPED
from storage.tables.people import intake
from tests.access.arranging import links
from tests.chat import Chat
from tests.dossier.arranging import data, in_channel, noor_of
from tests.person import Person
from tests.tables import rows
from tests.teams.activities import quotes

ID = "1764475200999"


def reply(words: str) -> Event:
    """Return what a reply is to us, by the way it comes in."""
    return read_arrival(read_activity(json.dumps(quotes(words, ID)).encode())).event


async def replies(person: Person, words: str) -> None:
    """Reply to a message of the bot."""
    person.chat.said.append(words)
    await person.does(reply(words))


async def test_an_intake_in_replies(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await replies(fatima, "ja")
    fatima.sees("Hoeveel tijd heeft u?")
    await replies(fatima, "kort")
    fatima.sees("Hoe heet uw bedrijf?")
    await replies(fatima, "Smit Koeriers")
    fatima.sees("Genoteerd: Smit Koeriers.")
    assert [row["company"] for row in await rows(chat, intake)] == ["Smit Koeriers"]
    await replies(fatima, "Hessenpoort")
    fatima.sees("Genoteerd: Hessenpoort")
    await replies(fatima, "help")
    fatima.sees("Zo werkt Laadmaat")
    await replies(fatima, "mijn gegevens")
    fatima.sees("Smit Koeriers")
    fatima.sees_not("quoted")


async def test_the_team_replies_in_a_chat_and_in_a_channel(chat: Chat) -> None:
    noor = await noor_of(chat)
    await links(chat, noor)
    await replies(noor, "status hessenpoort")
    noor.sees("Hessenpoort (Zwolle)", "Stappenplan")
    chat.said.append("notitie hessenpoort het net is vol")
    await in_channel(noor, reply("notitie hessenpoort het net is vol"))
    noor.sees("Bewaard.")
    assert [one["text"] for one in await data(chat)] == ["het net is vol"]


@pytest.mark.parametrize("scope", [Scope.PERSONAL, Scope.CHANNEL])
async def test_a_marker_lets_no_text_past_the_limit(chat: Chat, scope: Scope) -> None:
    noor = await noor_of(chat)
    long = reply("notitie hessenpoort " + "x" * LONGEST_TYPED)
    await (noor.does(long) if scope is Scope.PERSONAL else in_channel(noor, long))
    noor.sees("Dat is te lang.")


async def test_a_reply_without_words_says_so(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await replies(fatima, "")
    fatima.sees("Ik zie geen tekst.")
