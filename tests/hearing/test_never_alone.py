"""Whatever is not understood, wherever somebody is: a way to go on, never twice the same words, and nothing is stored."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncEngine

from dialogs.turn.events import Scope
from storage.tables.inbox import request
from storage.tables.people import answer, consent_event
from tests.beginnings import talk
from tests.chat import Chat
from tests.hearing.places import (
    PLACES,
    Arranged,
    at_a_number,
    at_the_end,
    before_the_first_consent,
    in_the_office,
    mentions_us,
    ways_on,
)
from tests.intake.arranging import asked
from tests.postgres import Emptier
from tests.tables import mentions, rows

NONSENSE = "xqzv wrtp"
UNHEARD = ("ja lekker, nog meer palen", "wat een onzin", "jullie doen toch niks", "I do not understand this")
WEIRD = (NONSENSE, "?", "...", "hm", "xqzv?", "ja maar", "😀", "ja\nnee")
KEPT = (answer, consent_event, request)
EVERY_PLACE = pytest.mark.parametrize("place", PLACES, ids=lambda one: one.__name__)


async def kept(chat: Chat) -> list[Any]:
    """Return everything that is kept of what people say."""
    return [await rows(chat, table) for table in KEPT]


@EVERY_PLACE
async def test_three_times_nonsense_is_answered_three_ways_each_with_a_tap(chat: Chat, place: Arranged) -> None:
    someone = await place(chat)
    before, replies = await kept(chat), list[str]()
    for _ in range(4):
        await someone.says(NONSENSE)
        replies.append(someone.text())
        assert ways_on(someone), f"nothing to tap in:\n{someone.text()}"
    assert all(one != following for one, following in pairwise(replies)), replies
    assert len(set(replies)) >= 3, replies
    assert await kept(chat) == before


@EVERY_PLACE
@pytest.mark.parametrize(
    "said", ["ja lekker, nog meer palen", "wat een onzin", "jullie doen toch niks", "I do not understand this"]
)
async def test_grumbling_irony_and_another_language_are_never_an_answer(chat: Chat, place: Arranged, said: str) -> None:
    someone = await place(chat)
    before = await kept(chat)
    await someone.says(said)
    first = someone.text()
    await someone.says(said)
    assert ways_on(someone)
    assert someone.text() != first
    someone.sees_not("Genoteerd", "begrijp ik niet")
    assert await kept(chat) == before


@pytest.mark.parametrize("scope", [Scope.CHANNEL, Scope.GROUP])
@pytest.mark.parametrize("place", [at_the_end, in_the_office], ids=["company", "team"])
async def test_where_others_read_along_is_a_way_on_too_and_nothing_personal(chat: Chat, place: Arranged, scope: Scope) -> None:
    someone = await place(chat)
    before, replies = await kept(chat), list[str]()
    for said in (NONSENSE, NONSENSE, NONSENSE, "weten jullie ook iets van wolken?"):
        await mentions_us(someone, said, scope)
        replies.append(someone.text())
        assert ways_on(someone)
        someone.sees_not("Jansen Transport", "Mogen wij uw antwoorden bewaren?", "Vraag het team", "Bel mij")
    assert all(one != following for one, following in pairwise(replies)), replies
    assert await kept(chat) == before


async def test_a_question_that_nobody_answered_goes_to_the_team_with_one_tap(chat: Chat) -> None:
    fatima = await at_a_number(chat)
    await fatima.says("Heeft de koning ook een zeilboot?")
    fatima.sees("aan het team", "Hoeveel bestelwagens")
    await fatima.clicks("Vraag het team")
    fatima.sees("Uw vraag is bewaard", "Hoeveel bestelwagens")
    assert [row["text"] for row in await rows(chat, request)] == ["Heeft de koning ook een zeilboot?"]
    await fatima.says("12")
    fatima.sees("Genoteerd: 12.")


@pytest.mark.parametrize("said", ["ja", "ja graag", "doe maar"])
async def test_a_yes_typed_at_once_sends_it_too_and_later_it_does_not(chat: Chat, said: str) -> None:
    fatima = await at_a_number(chat)
    await fatima.says("Heeft de koning ook een zeilboot?")
    await fatima.says(said)
    fatima.sees("Uw vraag is bewaard", "Hoeveel bestelwagens")
    await fatima.says("Heeft de koning ook een roeiboot?")
    await fatima.says("12")
    await fatima.says(said)
    assert [row["text"] for row in await rows(chat, request)] == ["Heeft de koning ook een zeilboot?"]


async def test_a_yes_to_a_question_of_ours_is_the_answer_to_that_one(chat: Chat) -> None:
    fatima = await asked(chat, "contact.may_sign")
    await fatima.says("Heeft de koning ook een zeilboot?")
    await fatima.says("ja")
    fatima.sees("Genoteerd: Ja.")
    assert await rows(chat, request) == []


async def test_before_the_first_consent_a_question_is_not_kept(chat: Chat) -> None:
    fatima = await before_the_first_consent(chat)
    await fatima.says("Heeft de koning ook een zeilboot?")
    fatima.sees("Neem contact op met laadmaat@voorbeeld.nl", "Mogen wij uw antwoorden bewaren?")
    assert "Vraag het team" not in ways_on(fatima)
    await chat.turns.receipts.write()
    assert await mentions(chat, "koning", "zeilboot") == []


async def test_another_language_is_answered_in_dutch_with_a_tap_to_be_called(chat: Chat) -> None:
    fatima = await at_a_number(chat)
    for said in ("I don't understand, do you speak English?", "Nie rozumiem po polsku", "Сколько это стоит?"):
        await fatima.says(said)
        fatima.sees("alleen Nederlands", "Hoeveel bestelwagens")
    await fatima.clicks("Bel mij")
    fatima.sees("Het projectteam belt u")


@pytest.mark.parametrize("name", ["The Green Company", "Super Transport BV", "Test en Zonen"])
async def test_what_may_be_the_name_of_a_company_is_taken_for_it(chat: Chat, name: str) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await talk(fatima, "ja", "kort", name)
    fatima.sees(f"Genoteerd: {name}.")


async def test_thanks_and_a_kind_word_get_one_back_and_the_question_again(chat: Chat) -> None:
    fatima = await at_a_number(chat)
    for said, back in (
        ("dank je wel hoor", "Graag gedaan."),
        ("wat werkt dit fijn", "Dat is aardig van u."),
        ("haha", "Die is goed."),
    ):
        await fatima.says(said)
        fatima.sees(back, "Hoeveel bestelwagens")
        fatima.sees_not("Typ een heel getal")


@given(
    st.lists(
        st.text(max_size=60) | st.sampled_from((NONSENSE, "?", "...", "hm", "xqzv?", "ja maar", "😀", "ja\nnee")),
        min_size=1,
        max_size=4,
    )
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_any_text_in_any_state_gets_a_reply_with_a_way_on(database: AsyncEngine, emptier: Emptier, said: list[str]) -> None:
    for place in (before_the_first_consent, at_a_number, in_the_office):
        emptier.empty()
        chat = Chat(database)
        someone = await place(chat)
        for text in said:
            await someone.says(text)
            assert someone.text().strip() not in ("", "Dat begrijp ik niet.")


@pytest.mark.parametrize("said", ["hulp of zo", "hoe doe ik dat hier nou", "wat kan ik ermee dan", "help eens met de sessie"])
@EVERY_PLACE
async def test_no_tap_is_offered_twice(chat: Chat, place: Arranged, said: str) -> None:
    someone = await place(chat)
    await someone.says(said)
    taps = ways_on(someone)
    assert len(taps) == len(set(taps)), taps
