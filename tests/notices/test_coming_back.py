"""A channel that was away: nothing that happened meanwhile is lost, it is said why it is silent, and it goes on by itself."""

import pytest

from dialogs.turn.events import Arrived, ChannelChanged, Event, Left, Said, Scope, TeamChanged
from domain.notices.notice import Happening
from domain.notices.topics import Topic
from storage.database.transactions import transaction
from storage.notices.notices import Notices
from storage.tables.channel import channel
from storage.tables.notice import notice
from tests.chat import HOUSE, TENANT, Chat
from tests.person import Person
from tests.tables import rows

TEAM = "19:team@thread.tacv2"
CONVERSATION = "19:channel@thread.tacv2"
AWAY: list[tuple[Event, Event, str]] = [
    (TeamChanged(gone=True), TeamChanged(back=True), "Het team is gearchiveerd of verwijderd."),
    (ChannelChanged(CONVERSATION, "", gone=True), ChannelChanged(CONVERSATION, "Team", back=True), "Het kanaal is verwijderd."),
    (Left(), Arrived(), "Laadmaat is daar weggehaald of geblokkeerd."),
]  # fmt: skip


async def follower(chat: Chat) -> Person:
    """Return Noor, who has a channel follow Hessenpoort."""
    noor = chat.person("Noor", team=True)
    await noor.opens()
    await tell(noor, Said("volg hessenpoort"))
    assert [row["conversation"] for row in await rows(chat, channel)] == [CONVERSATION]
    return noor


async def tell(noor: Person, event: Event) -> None:
    """Let something happen in the channel."""
    await noor.does(event, scope=Scope.CHANNEL, team=TEAM)
    noor.fresh.clear()


async def happens(chat: Chat, step: int) -> None:
    """Let a step of Hessenpoort be completed, and time pass."""
    async with transaction(chat.database) as connection:
        notices = Notices(connection, chat.now, HOUSE.quiet, TENANT)
        await notices.happened(Happening(Topic.STEP, "t-1", data={"event": "step_completed", "step": step}))
        await chat.wake(connection, notices.wakes)
    await chat.notices()


@pytest.mark.parametrize(("gone", "back", "why"), AWAY, ids=["team", "channel", "bot"])
async def test_what_happened_meanwhile_is_listed_and_told_afterwards(chat: Chat, gone: Event, back: Event, why: str) -> None:
    noor = await follower(chat)
    await tell(noor, gone)
    await happens(chat, 2)
    assert [text for thread in chat.posts.texts() for text in thread] == []

    noor.fresh.clear()
    await noor.says("niet bezorgd")
    noor.sees("Stap over Hessenpoort (Zwolle)", "Stuur alles opnieuw")
    await noor.says("volgt")
    noor.sees("volgt Hessenpoort (Zwolle)", f"Daar kan ik nu niets plaatsen. {why}")

    await tell(noor, back)
    await chat.notices()
    await happens(chat, 3)
    told = " ".join(text for thread in chat.posts.texts() for text in thread)
    assert ("stap 2" in told, "stap 3" in told) == (True, True)
    await noor.says("niet bezorgd")
    noor.sees("Alles is bezorgd.")
    await noor.says("volgt")
    noor.sees_not("Daar kan ik nu niets plaatsen.")


@pytest.mark.parametrize(("gone", "back", "why"), AWAY, ids=["team", "channel", "bot"])
async def test_whoever_asked_hears_why_the_channel_is_silent(chat: Chat, gone: Event, back: Event, why: str) -> None:
    del back
    noor = await follower(chat)
    await tell(noor, gone)
    await chat.notices()
    await chat.notices()
    noor.sees(f"kan ik niets meer plaatsen. {why}")


async def test_a_deleted_channel_stays_off_when_its_team_comes_back(chat: Chat) -> None:
    noor = await follower(chat)
    for event in (AWAY[1][0], AWAY[0][0], AWAY[0][1]):
        await tell(noor, event)
    assert [(row["active"], row["off_why"]) for row in await rows(chat, channel)] == [(False, "channel")]


async def test_a_team_without_the_bot_stays_off_when_it_comes_back(chat: Chat) -> None:
    noor = await follower(chat)
    for event in (AWAY[0][0], Left(), AWAY[0][1]):
        await tell(noor, event)
    assert [(row["active"], row["off_why"]) for row in await rows(chat, channel)] == [(False, "removed")]


async def test_another_name_turns_nothing_on(chat: Chat) -> None:
    noor = await follower(chat)
    await tell(noor, AWAY[0][0])
    await tell(noor, ChannelChanged(CONVERSATION, "Planning 2"))
    await tell(noor, TeamChanged("Aanpak Oost"))
    [row] = await rows(chat, channel)
    assert (row["active"], row["name"], row["team_name"]) == (False, "Planning 2", "Aanpak Oost")


async def test_what_was_off_before_reasons_were_kept_comes_back_as_well(chat: Chat) -> None:
    noor = await follower(chat)
    async with transaction(chat.database) as connection:
        await connection.execute(channel.update().values(active=False, off_at=chat.now))
    await tell(noor, AWAY[0][1])
    assert [row["active"] for row in await rows(chat, channel)] == [True]


async def test_another_tenant_turns_nothing_on(chat: Chat) -> None:
    noor = await follower(chat)
    await tell(noor, AWAY[0][0])
    async with transaction(chat.database) as connection:
        await connection.execute(channel.update().values(tenant="ander"))
    await tell(noor, AWAY[0][1])
    assert [row["active"] for row in await rows(chat, channel)] == [False]
    assert [row["failing"] for row in await rows(chat, notice)] == []
