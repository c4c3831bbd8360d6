"""A terrain named without a command."""

import pytest

from domain.access.roles import Grant, Role
from tests.access.arranging import gives
from tests.chat import Chat
from tests.notices.arranging import says

pytestmark = pytest.mark.usefixtures("registered")


@pytest.mark.parametrize(
    "words",
    ["hessenpoort", "Hessenpoort?", "hessenpoort status", "hoe staat hessenpoort ervoor?", "wat is de stand van Hessenpoort"],
)
async def test_the_name_of_a_terrain_shows_how_it_stands(chat: Chat, words: str) -> None:
    noor = chat.person("Noor", team=True)
    await noor.says(words)
    noor.sees("Hessenpoort (Zwolle)", "Stappenplan", "Bijgewerkt op")
    noor.sees_not("begrijp")


async def test_a_sentence_that_asks_something_else_is_taken_as_that(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    await noor.says("schuif hessenpoort een maand op")
    noor.sees("Op Hessenpoort (Zwolle) komt er nog geen sessie.", "Typ: sessieplan Hessenpoort.")
    noor.sees_not("Stappenplan")


async def test_the_longest_name_is_meant_and_namesakes_are_asked(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    await noor.says("hessenpoort iii")
    noor.sees("Hessenpoort III (Zwolle)", "Stappenplan")
    await noor.says("de mars")
    noor.sees("Er zijn 2 terreinen met deze naam.")


async def test_what_somebody_may_not_see_does_not_exist(chat: Chat) -> None:
    piet = chat.person("Piet")
    await gives(chat, piet, Grant(Role.PARK_MANAGER, terrain="t-3"))
    await piet.says("hessenpoort")
    piet.sees("Ik weet niet zeker wat u bedoelt.")
    await piet.says("broeklanden")
    piet.sees("Broeklanden (Hardenberg)", "Stappenplan")


async def test_in_a_channel_too(chat: Chat) -> None:
    noor, fatima = chat.person("Noor", team=True), chat.person("Fatima")
    await says(noor, "hessenpoort")
    noor.sees("Hessenpoort (Zwolle)", "Stappenplan")
    await says(fatima, "hessenpoort")
    fatima.sees("Ik weet niet zeker wat u bedoelt.")
