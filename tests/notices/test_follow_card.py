"""The card under `volg`: what a channel hears is changed on it, or ended, by the team alone."""

import pytest

from storage.tables.notice import subscription
from tests.chat import Chat
from tests.notices.arranging import happens, noor, presses, says, stepped
from tests.tables import rows

SAVE, STOP = "Bewaar", "Volg niet meer"


@pytest.fixture
def chat(chat_either_way: Chat) -> Chat:
    """A chat in which every button arrives in both ways."""
    return chat_either_way


async def test_bewaar_changes_what_the_channel_hears_and_when(chat: Chat) -> None:
    await says(noor(chat), "volg hessenpoort")
    await presses(noor(chat), noor(chat).newest(SAVE), SAVE, {"Wat wilt u horen?": "session,step", "Wanneer?": "day"})
    noor(chat).sees("Dit kanaal volgt Hessenpoort (Zwolle)", "Het hoort: stap en sessie, één keer per dag.")
    [known] = await rows(chat, subscription)
    assert (sorted(known["topics"]), known["gathered"], known["terrain_id"]) == (["session", "step"], True, "t-1")
    await happens(chat, stepped(chat, 1))
    await chat.notices()
    assert chat.posts.texts() == []  # gathered now: it comes at four


async def test_bewaar_with_nothing_chosen_leaves_it_as_it_was(chat: Chat) -> None:
    await says(noor(chat), "volg hessenpoort stappen")
    await presses(noor(chat), noor(chat).newest(SAVE), SAVE, {"Wat wilt u horen?": ""})
    noor(chat).sees("Kies eerst wat u wilt horen.", "Het hoort: stap, meteen.")
    assert [row["topics"] for row in await rows(chat, subscription)] == [["step"]]


async def test_volg_niet_meer_ends_that_terrain_alone(chat: Chat) -> None:
    await says(noor(chat), "volg de mars zutphen")
    await says(noor(chat), "volg hessenpoort")
    await presses(noor(chat), noor(chat).newest(STOP), STOP)
    noor(chat).sees("Dit kanaal volgt Hessenpoort (Zwolle) niet meer.")
    assert [row["terrain_id"] for row in await rows(chat, subscription)] == ["t-4"]
    await happens(chat, stepped(chat, 1))
    await chat.notices()
    assert chat.posts.texts() == []


@pytest.mark.parametrize("title", [SAVE, STOP])
async def test_who_is_not_of_the_team_changes_nothing_on_it(chat: Chat, title: str) -> None:
    await says(noor(chat), "volg hessenpoort")
    before = await rows(chat, subscription)
    await presses(chat.person("Piet"), noor(chat).newest(title), title)
    assert await rows(chat, subscription) == before
