"""Calling with what goes wrong: a day that is none, an old card, and whoever may not call."""

import pytest

from bot.teams.presses import press_of_submit
from tests.access.arranging import ZWOLLE, gives, links
from tests.beginnings import meet
from tests.chat import Chat
from tests.companies.calling import listed
from tests.dossier.arranging import data, in_channel, noor_of

pytestmark = pytest.mark.usefixtures("registered")


async def test_another_button_of_the_same_card_puts_right_what_was_kept(chat: Chat) -> None:
    await listed(chat, "Adelaar Bouw", "Buizerd Transport")
    chat.how = "submit"
    noor = await noor_of(chat)
    await noor.says("bellijst hessenpoort")
    card = noor.newest("Niet bereikt")
    pressed = dict(card.button("Niet bereikt")["data"]["data"])
    await noor.presses_raw("call", pressed)
    await noor.presses_raw("call", pressed)
    await noor.presses_raw("call", {**pressed, "do": "on", "on": "2026-11-30"})
    assert [(one["outcome"], one["again"]) for one in await data(chat)] == [("later", "2026-11-30")]


@pytest.mark.parametrize(("typed", "said"), [
    ("ooit", "Welke dag bedoelt u?"), ("", "Welke dag bedoelt u?"), ("1 november 2026", "Deze dag is geweest."),
    ("12-03", "Welke dag bedoelt u?"),
])  # fmt: skip
async def test_a_day_that_is_none_is_asked_again(chat: Chat, typed: str, said: str) -> None:
    await listed(chat, "Adelaar Bouw")
    noor = await noor_of(chat)
    await noor.says("bellijst hessenpoort")
    await noor.clicks("Bel later")
    await noor.fills_in({"day": typed}, "Op deze dag")
    noor.sees(said)
    assert await data(chat) == []
    await noor.clicks("Terug")
    noor.sees("06 12000001")


async def test_only_the_team_calls_and_only_in_a_chat_alone(chat: Chat) -> None:
    await listed(chat, "Adelaar Bouw")
    noor = await noor_of(chat)
    await noor.says("bellijst hessenpoort")
    carried = dict(noor.newest("Niet bereikt").button("Niet bereikt")["data"]["data"])
    await links(chat, noor)
    for event in ("bellijst hessenpoort", press_of_submit({"verb": "call", "data": carried}, None)):
        await in_channel(noor, event)
        noor.sees("eigen chat")
        noor.sees_not("Adelaar", "06 1")
    fatima, gert = await meet(chat, "Fatima"), chat.person("Gert")
    await gives(chat, gert, ZWOLLE)
    for someone in (fatima, gert, chat.person("Vreemd")):
        await someone.says("bellijst hessenpoort")
        someone.sees_not("Adelaar", "06 1")
        await someone.presses_raw("call", carried)
        someone.sees_not("Adelaar", "06 1")
    assert await data(chat) == []
    for broken in ({"terrain": "t-9"}, {"do": "x"}, {"company": "r:x"}, {"again": ",,"}, {"key": "x"}):
        await noor.presses_raw("call", {**carried, **broken})
        assert noor.text()
