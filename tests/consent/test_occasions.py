"""Consents outside the intake: asked when they first matter, and again, and uncounted, when their words ask something else."""

import datetime
from dataclasses import replace

import pytest

from dialogs.consent import commands
from dialogs.consent.occasions import ask_when_it_matters
from domain.consent.consents import (
    LATER,
    PUBLISHED,
    SHARING,
    TEXTS,
    Decision,
    Purpose,
    State,
    has_ended,
    is_allowed,
    valid_until,
    versions_of,
)
from domain.disclosure.audiences import PURPOSE, Observer
from storage.database.transactions import transaction
from storage.disclosure.gate import read_terrain
from tests.beginnings import CONSENTS, SHORT, agree, finish_short, talk
from tests.chat import Chat
from tests.disclosure.companies import TERRAIN, Town, names
from tests.tables import decisions

NOW = datetime.datetime(2026, 12, 1, 9, tzinfo=datetime.UTC)
REMIND = TEXTS[Purpose.REMIND]
NEW = replace(TEXTS[Purpose.TOTAL], version="2027-01", question="Mogen uw aantallen ook in de krant?")


@pytest.fixture
def reworded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words about counting along ask something else from now on."""
    monkeypatch.setitem(TEXTS, Purpose.TOTAL, NEW)


def test_no_version_of_a_purpose_was_published_twice() -> None:
    assert len({(text.purpose, text.version) for text in PUBLISHED}) == len(PUBLISHED)
    assert set(TEXTS) == set(Purpose) == {Purpose.KEEP, *SHARING, *LATER}
    assert all(set(text.still) <= {old.version for old in PUBLISHED if old.purpose is text.purpose} for text in PUBLISHED)


@pytest.mark.parametrize("purpose", LATER)
async def test_the_short_intake_asks_nothing_that_matters_only_later(chat: Chat, purpose: Purpose) -> None:
    fatima = await finish_short(chat)
    assert all(TEXTS[purpose].question not in shown.text() for shown in fatima.screen)
    assert await decisions(chat, purpose) == []


@pytest.mark.parametrize(("word", "purpose"), [
    ("herinneren", Purpose.REMIND), ("samen kiezen", Purpose.TOGETHER), ("hoe het ging", Purpose.EVALUATE),
    ("adviseurs", Purpose.ADVISERS), ("mail", Purpose.MAIL),
])  # fmt: skip
async def test_each_can_be_given_and_taken_back_at_any_time(chat_either_way: Chat, word: str, purpose: Purpose) -> None:
    chat = chat_either_way
    fatima = await finish_short(chat)
    await fatima.says(f"toestemming {word}")
    fatima.sees(TEXTS[purpose].question, TEXTS[purpose].recipient, "Geldig tot: 23 november 2028", "Nee zeggen kost u niets.")
    await fatima.clicks("Ja")
    fatima.sees("Vanaf nu mag dit.", TEXTS[purpose].title)
    fatima.sees_not(TEXTS[Purpose.TOTAL].title)
    await fatima.clicks("Trek in")
    fatima.sees("Ingetrokken.")
    assert await decisions(chat, purpose) == ["given", "withdrawn"]


@pytest.mark.parametrize(("said", "kept"), [("ja", ["given"]), ("nee", ["refused"]), ("overslaan", []), ("hoezo", [])])
async def test_it_can_be_answered_in_words(chat: Chat, said: str, kept: list[str]) -> None:
    fatima = await finish_short(chat)
    await talk(fatima, "toestemming herinneren", said)
    assert await decisions(chat, Purpose.REMIND) == kept


async def test_a_no_is_no_withdrawal_and_is_shown(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.says("toestemming herinneren")
    await fatima.clicks("Nee")
    fatima.sees("Goed. Dit mag niet.", REMIND.title)
    assert await decisions(chat, Purpose.REMIND) == ["refused"]
    await fatima.says("toestemming")
    fatima.sees(REMIND.title, "Gekozen op 23 november 2026")


@pytest.mark.parametrize("button", ["Ja", "Nee"])
async def test_what_was_decided_is_not_asked_again(chat: Chat, button: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "show_request", ask_when_it_matters)
    fatima = await finish_short(chat)
    await fatima.says("toestemming herinneren")
    await fatima.clicks(button)
    await fatima.says("toestemming herinneren")
    fatima.sees_nothing()
    chat.now = chat.now.replace(year=2029)
    if button == "Ja":
        await talk(fatima, "ja", "toestemming herinneren")  # the first consent ended as well
        fatima.sees(REMIND.question)


async def test_a_yes_to_other_words_counts_for_no_audience(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    await town.adds("Jansen", *PURPOSE.values())
    await town.decides("Jansen", State.GIVEN, Purpose.TOTAL)
    monkeypatch.setitem(TEXTS, Purpose.TOTAL, NEW)  # after the yes, which was to the words of then
    async with transaction(town.database) as connection:
        counted = {one: names(await read_terrain(connection, TERRAIN, one, town.now)) for one in Observer}
    assert counted == {one: [] if one is Observer.TOTAL else ["Jansen"] for one in Observer}


@pytest.mark.parametrize("still", [(), ("2026-11",)])
async def test_the_same_asked_in_other_words_goes_on_to_count(
    town: Town, monkeypatch: pytest.MonkeyPatch, still: tuple[str, ...]
) -> None:
    await town.adds("Jansen", Purpose.TOTAL)
    monkeypatch.setitem(TEXTS, Purpose.TOTAL, replace(NEW, still=still))
    async with transaction(town.database) as connection:
        assert names(await read_terrain(connection, TERRAIN, Observer.TOTAL, town.now)) == (["Jansen"] if still else [])
        team = await read_terrain(connection, TERRAIN, Observer.TEAM, town.now)
    assert [one.allowed for one in team] == [{Purpose.TOTAL} if still else set()]


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("state", State)
def test_a_decision_about_other_words_allows_nothing(purpose: Purpose, state: State) -> None:
    old, new = (Decision(state, version, NOW, valid_until(NOW)) for version in ("2020-01", versions_of(purpose)[0]))
    assert not is_allowed(purpose, old, NOW)
    assert is_allowed(purpose, new, NOW) is (state is State.GIVEN)
    assert has_ended(purpose, old, NOW) is (state in (State.GIVEN, State.GIVEN_BY_PHONE))


async def test_changed_words_are_asked_at_the_next_contact_once_a_day(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    fatima = await finish_short(chat)
    monkeypatch.setitem(TEXTS, Purpose.TOTAL, NEW)
    await fatima.says("help")
    fatima.sees("Onze vraag is veranderd", NEW.question, NEW.recipient, "Nee zeggen kost u niets.")
    await fatima.says("help")
    fatima.sees_not(NEW.question)
    chat.now += datetime.timedelta(days=1)
    await fatima.says("help")
    await fatima.clicks("Ja, dat mag")
    fatima.sees("Dank u. Dit geldt weer twee jaar.")
    chat.now += datetime.timedelta(days=1)
    await fatima.says("toestemming")
    fatima.sees("tekst 2027-01")
    fatima.sees_not("Onze vraag is veranderd")
    assert await decisions(chat, Purpose.TOTAL) == ["given", "given"]


async def test_until_it_is_answered_the_old_yes_is_shown_as_over(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    fatima = await finish_short(chat)
    monkeypatch.setitem(TEXTS, Purpose.TOTAL, NEW)
    await fatima.says("toestemming")
    fatima.sees("Telt niet meer: onze vraag is veranderd", "Geef opnieuw toestemming")


async def test_within_the_intake_its_own_chapter_asks(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, *SHORT, *CONSENTS)
    monkeypatch.setitem(TEXTS, Purpose.TOTAL, NEW)
    await fatima.says("ja")
    fatima.sees_not("Onze vraag is veranderd")
    await fatima.says("help")
    fatima.sees("Onze vraag is veranderd")


@pytest.mark.usefixtures("reworded")
async def test_whoever_said_no_is_not_asked_again(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, *SHORT, "nee", *CONSENTS[1:], "ja")
    monkeypatch.setitem(TEXTS, Purpose.TOTAL, replace(NEW, version="2027-02"))
    await fatima.says("help")
    fatima.sees_not("Onze vraag is veranderd")
