"""Posts in channels: one thread per subject, replies in it, once each, and nothing where the bot is not any more."""

import asyncio
import datetime

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.jobs.queue import tidy
from bot.turn.posts import keep_post
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Arrived, ChannelChanged, Left, Said, Scope
from dialogs.turn.posts import Post
from dialogs.turn.replies import OfferPaper, Say
from dialogs.turn.step import Step
from domain.notices.channels import Off
from storage.database.transactions import transaction
from storage.notices.channels import Channels, switch_off
from storage.tables.channel import channel, thread
from storage.tables.turn import turn
from tests.chat import TENANT, Chat
from tests.declaring import declare
from tests.papers.conftest import FACTSHEET
from tests.person import Person
from tests.tables import mentions, rows

TEAM = "19:team@thread.tacv2"
CONVERSATION = "19:channel@thread.tacv2"


async def place(step: Step, text: str) -> None:
    """Post here: the first word is what it is about, "-" nothing; a text that ends in papier brings the factsheet."""
    subject, _, words = text.partition(" ")
    assert step.known.channel
    replies = (Say(words), OfferPaper(FACTSHEET)) if words.endswith("papier") else (Say(words),)
    step.posts.append(Post(step.known.channel, replies, "" if subject == "-" else subject))
    step.say("Dat komt zo in dit kanaal.")


@pytest.fixture(autouse=True)
def plaats(monkeypatch: pytest.MonkeyPatch) -> None:
    """Declare a command: "plaats hessenpoort Hallo" posts in the channel where it was said, in a thread about Hessenpoort."""
    command = Command(("plaats",), "plaatsen", place, Users.ANYONE, Takes.TEXT, scopes=tuple(Scope))
    declare(monkeypatch, command)


@pytest.fixture
def chat(database: AsyncEngine) -> Chat:
    """A chat of a bot that can be reached from outside."""
    return Chat(database, public_url="https://laadmaat.voorbeeld.example")


def noor(chat: Chat) -> Person:
    """Return who speaks in the channel."""
    return chat.person("Noor", team=True)


async def places(chat: Chat, *texts: str, scope: Scope = Scope.CHANNEL) -> None:
    """Have something posted."""
    for text in texts:
        await noor(chat).does(Said(f"plaats {text}"), scope=scope, team=TEAM if scope is Scope.CHANNEL else "")


async def delivers(chat: Chat, times: int = 3) -> None:
    """Let a worker sweep a few times."""
    for _ in range(times):
        await chat.delivers()
        await chat.turns.receipts.write()


async def test_posts_about_one_subject_stand_in_one_thread(chat: Chat) -> None:
    await places(chat, "hessenpoort Stap 2 is klaar.", "mars Een bedrijf deed mee.", "hessenpoort Stap 3 begint.")
    await delivers(chat)
    assert chat.posts.texts() == [["Stap 2 is klaar.", "Stap 3 begint."], ["Een bedrijf deed mee."]]
    assert all(place.startswith(f"{CONVERSATION};messageid=") for place in chat.posts.threads)
    await places(chat, "hessenpoort Stap 4 begint.")
    await delivers(chat)
    assert chat.posts.texts()[0] == ["Stap 2 is klaar.", "Stap 3 begint.", "Stap 4 begint."]


async def test_posts_about_nothing_are_threads_of_their_own(chat: Chat) -> None:
    await places(chat, "- Goedemorgen.", "- Goedemiddag.")
    await delivers(chat)
    assert chat.posts.texts() == [["Goedemorgen."], ["Goedemiddag."]]


async def test_a_group_chat_has_no_threads(chat: Chat) -> None:
    await places(chat, "hessenpoort Stap 2 is klaar.", "mars Een bedrijf deed mee.", scope=Scope.GROUP)
    await delivers(chat)
    assert chat.posts.threads.keys() == {"19:groupChat@thread.tacv2"}


async def test_all_of_a_post_stands_in_its_thread_and_a_paper_is_a_link(chat: Chat) -> None:
    await places(chat, "hessenpoort Hier is het papier")
    await delivers(chat)
    [[words, paper]] = chat.posts.texts()
    assert words == "Hier is het papier"
    assert "De link werkt tot" in paper


async def test_a_thread_is_found_after_its_turn_is_erased(chat: Chat) -> None:
    await places(chat, "hessenpoort Stap 2 is klaar.")
    await delivers(chat)
    chat.now += datetime.timedelta(days=8)
    await tidy(chat.database, chat.now)
    assert await rows(chat, turn) == []
    await places(chat, "hessenpoort Stap 3 begint.")
    await delivers(chat)
    assert chat.posts.texts() == [["Stap 2 is klaar.", "Stap 3 begint."]]


async def test_two_workers_open_a_thread_once(chat: Chat) -> None:
    await places(chat, *(f"hessenpoort Bericht {number}." for number in range(4)))
    chat.now += datetime.timedelta(minutes=1)
    for _ in range(4):
        claimed = await asyncio.gather(*(chat.turns.unsent(1) for _ in range(3)))
        opening = [one for turns in claimed for one in turns if one.outgoing[0].kind == "open"]
        assert len(opening) <= 1
        for turned in (one for turns in claimed for one in turns):
            chat.turns.note_sent(turned, chat.posts.takes(turned))
        await chat.turns.receipts.write()
        chat.now += datetime.timedelta(minutes=1)
    assert [sorted(texts) for texts in chat.posts.texts()] == [[f"Bericht {number}." for number in range(4)]]


async def test_a_post_that_teams_refuses_leaves_the_thread_to_the_next(chat: Chat) -> None:
    await places(chat, "hessenpoort Fout.", "hessenpoort Goed.")
    chat.now += datetime.timedelta(minutes=1)
    [refused] = await chat.turns.unsent(1)
    chat.turns.note_sent(refused, [None])
    await delivers(chat)
    assert chat.posts.texts() == [["Goed."]]


async def test_a_key_posts_once(chat: Chat) -> None:
    await noor(chat).does(Arrived(), scope=Scope.CHANNEL, team=TEAM)
    [known] = await rows(chat, channel)
    post = Post(known["id"], (Say("Stap 2 is klaar."),), "hessenpoort", key="stap-2")
    for _ in range(2):
        async with transaction(chat.database) as connection:
            await keep_post(connection, post, chat.turns.papers, chat.now)
        await delivers(chat)
    assert chat.posts.texts() == [["Stap 2 is klaar."]]


async def test_a_channel_is_known_from_the_first_word_and_nobody_in_it(chat: Chat) -> None:
    await noor(chat).does(Said("help"), scope=Scope.CHANNEL, team=TEAM)
    await noor(chat).does(Said("help"), scope=Scope.CHANNEL, team=TEAM)
    [known] = await rows(chat, channel)
    assert (known["conversation"], known["team_id"], known["active"]) == (CONVERSATION, TEAM, True)
    assert not [found for found in await mentions(chat, noor(chat).sender.teams_id) if found.startswith("channel")]


async def test_where_the_bot_is_removed_nothing_is_posted_until_it_is_back(chat: Chat) -> None:
    await places(chat, "hessenpoort Te laat.")
    await noor(chat).does(Left(), scope=Scope.CHANNEL, team=TEAM)
    await delivers(chat)
    assert chat.posts.texts() == []
    [known] = await rows(chat, channel)
    assert not known["active"]
    assert known["off_at"]
    assert await keeps(chat, known["id"]) is False
    await places(chat, "hessenpoort Weer terug.")
    await delivers(chat)
    assert chat.posts.texts() == [["Weer terug."]]


async def keeps(chat: Chat, known: object) -> bool:
    """Say whether a post is kept for a channel."""
    async with transaction(chat.database) as connection:
        post = Post(known, (Say("Hallo."),))  # type: ignore[arg-type]
        return await keep_post(connection, post, chat.turns.papers, chat.now) is not None


async def test_a_channel_that_is_deleted_is_switched_off_and_another_goes_on(chat: Chat) -> None:
    await noor(chat).does(Arrived(), scope=Scope.CHANNEL, team=TEAM)
    await noor(chat).does(ChannelChanged(CONVERSATION, "Nieuwe naam"), scope=Scope.CHANNEL, team=TEAM)
    assert [(row["name"], row["active"]) for row in await rows(chat, channel)] == [("Nieuwe naam", True)]
    await noor(chat).does(ChannelChanged("19:ander@thread.tacv2", "", gone=True), scope=Scope.CHANNEL, team=TEAM)
    assert [row["active"] for row in await rows(chat, channel)] == [True]
    await noor(chat).does(ChannelChanged(CONVERSATION, "", gone=True), scope=Scope.CHANNEL, team=TEAM)
    assert [row["active"] for row in await rows(chat, channel)] == [False]
    noor(chat).sees_nothing()


async def test_channels_are_told_per_tenant(chat: Chat) -> None:
    await noor(chat).does(Arrived(), scope=Scope.CHANNEL, team=TEAM)
    async with transaction(chat.database) as connection:
        [known] = await Channels(connection, TENANT).active()
        assert (known.team, known.linked, known.is_group) == (TEAM, False, False)
        assert await Channels(connection, TENANT).of_team(TEAM) == (known,)
        assert await Channels(connection, TENANT).find(known.id) == known
        other = Channels(connection, "ander")
        assert (await other.active(), await other.find(known.id)) == ((), None)
        assert await switch_off(connection, "ander", conversation=CONVERSATION, now=chat.now, why=Off.REMOVED) == 0


async def test_posts_keep_to_the_limits_of_a_conversation(chat: Chat) -> None:
    await noor(chat).does(Arrived(), scope=Scope.CHANNEL, team=TEAM)
    [known] = await rows(chat, channel)
    for number in range(20):
        async with transaction(chat.database) as connection:
            await keep_post(connection, Post(known["id"], (Say(f"{number}."),)), chat.turns.papers, chat.now)
    chat.now += datetime.timedelta(seconds=40)
    assert len(await chat.turns.unsent(50)) <= 7


async def test_who_is_erased_is_not_posted_about(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says("ja")
    await noor(chat).does(Arrived(), scope=Scope.CHANNEL, team=TEAM)
    [known] = await rows(chat, channel)
    [about] = {row["intake_id"] for row in await rows(chat, turn) if row["intake_id"]}
    async with transaction(chat.database) as connection:
        post = Post(known["id"], (Say("Jansen Transport deed mee."),), about=about)
        await keep_post(connection, post, chat.turns.papers, chat.now)
    await fatima.says("verwijder mijn gegevens")
    await fatima.clicks("Ja, wis alles")
    await delivers(chat)
    assert chat.posts.texts() == []
    assert await rows(chat, thread) == []
