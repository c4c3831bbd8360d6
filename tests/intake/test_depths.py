"""Short in few questions, deepened later without asking anything twice; both by cards and by typing."""

import re

import pytest

from domain.intake.question import AnswerKind
from domain.intake.questionnaire import QUESTIONS
from storage.tables.people import answer, intake
from tests.beginnings import CONSENTS, SHORT, agree, finish_short, meet, talk
from tests.chat import Chat
from tests.person import Person
from tests.tables import rows

SAVE = "Opslaan en verder"


async def type_to_the_end(person: Person, reply: str) -> list[str]:
    """Give the same reply to every question until the summary; return the questions that were asked."""
    by_text = {question.text: name for name, question in QUESTIONS.items()}
    asked: list[str] = []
    for _ in range(120):
        if "Uw antwoorden" in person.text():
            return asked
        asked += [by_text[line] for line in person.text().splitlines() if line in by_text]
        await person.says(reply)
    raise AssertionError("no end")


async def test_the_short_version_is_a_dozen_answers_and_about_two_minutes(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    fatima.sees("Stap 1 van 6, nog ongeveer 2 minuten")
    await talk(fatima, *SHORT)
    assert len(SHORT) <= 12
    fatima.sees("Stap 6 van 6, nog ongeveer 1 minuut", "Nu nog wat wij mogen delen.")
    await talk(fatima, *CONSENTS)
    fatima.sees("Klopt het?")


async def test_the_short_version_by_cards_is_seven_cards(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima)
    for card in (
        {"company.name": "Jansen Transport", "company.terrain": "Hessenpoort"},
        {"van.total": "12", "light_truck.total": "0", "rigid.total": "0", "tractor.total": "3"},
        {"van.electric_2030": "8"},
        {"tractor.electric_2030": "1"},
        {"van.back": "18:00", "van.out": "06:00"},
        {"site.bays": "4"},
        {"connection.size": "large"},
    ):
        await fatima.fills_in(card)
    fatima.sees("Wat mogen wij delen?")


async def test_a_company_without_vehicles_is_asked_nothing_about_them(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "0", "geen", "geen", "0")
    fatima.sees("Hoeveel plekken kunt u vrijmaken")
    await talk(fatima, "volledig")
    for _ in range(40):
        if "Uw antwoorden" in fatima.text():
            break
        for word in ("bestelwagens", "vrachtwagens", "bakwagens", "trekkers "):
            fatima.sees_not(word)
        await fatima.says("overslaan" if "Deze vraag hebben wij nodig" not in fatima.text() else "weet ik niet")


async def test_deepening_asks_only_what_was_not_asked(chat: Chat) -> None:
    fatima = await finish_short(chat)
    before = {row["name"] for row in await rows(chat, answer)}
    await fatima.clicks("Meer vragen beantwoorden")
    fatima.sees("Stap 1 van 7", "Wat is uw KvK-nummer?")
    asked = await type_to_the_end(fatima, "weet ik niet")
    assert not before.intersection(asked)
    assert len(asked) == len(set(asked))
    assert {"contact.email", "van.km_per_day", "tractor.back", "site.neighbours", "ideas.others"} <= set(asked)
    fatima.sees("Klopt het?")
    assert [row["depth"] for row in await rows(chat, intake)] == ["full"]


async def test_deepening_by_cards_shows_what_is_known_and_asks_the_rest(chat_either_way: Chat) -> None:
    fatima = await finish_short(chat_either_way)
    await talk(fatima, "volledig", "kaart")
    fatima.sees("Wat is uw KvK-nummer?", "Jansen Transport")
    await fatima.fills_in({"company.kvk": "12345678"})
    fatima.sees("Over uzelf")
    await fatima.fills_in({"contact.role": "owner"})
    fatima.sees("Uw bestelwagens: nu en straks")
    assert fatima.newest(SAVE).filled_in()["van.electric_2030"] == "8"


async def test_halfway_short_one_may_go_deep_and_loses_nothing(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, *SHORT[:5], "volledig")
    fatima.sees("Stap 1 van 7", "Wat is uw KvK-nummer?")
    asked = await type_to_the_end(fatima, "weet ik niet")
    assert "van.total" not in asked


async def test_full_does_not_become_short_again(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    await talk(fatima, *SHORT[:2], "kort")
    fatima.sees("U bent al begonnen.", "Wat is uw KvK-nummer?")


async def test_not_knowing_anything_at_all_still_ends_well(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    asked = await type_to_the_end(fatima, "weet ik niet")
    leaning_on_nothing = {name for name, one in QUESTIONS.items() if one.ask.asked and not one.ask.later and not one.conditions}
    assert set(asked) | {"company.name"} == leaning_on_nothing  # of what somebody does not know nothing more is asked
    await fatima.says("ja")
    fatima.sees("Dank u wel", "nog onbekend")


@pytest.mark.parametrize(("depth", "least", "most"), [("kort", 2, 2), ("volledig", 5, 10)])
async def test_what_is_promised_and_what_is_left_agree(chat: Chat, depth: str, least: int, most: int) -> None:
    fatima = await meet(chat, "Fatima")
    promised = f"{depth.capitalize()}: {f'{least} tot {most}' if least < most else most} minuten"
    await fatima.clicks(promised)
    assert least <= minutes_in(fatima.text()) <= most


@pytest.mark.parametrize("depth", ["kort", "volledig"])
@pytest.mark.parametrize("vehicles", ["1000", "0100", "1010", "1011", "1111"])
async def test_whatever_somebody_drives_no_more_is_left_than_was_promised(chat: Chat, depth: str, vehicles: str) -> None:
    fatima, most = chat.person("Fatima"), 2 if depth == "kort" else 10
    await agree(fatima, depth)
    fleet = dict(zip(("van.total", "light_truck.total", "rigid.total", "tractor.total"), vehicles, strict=True))
    by_text = {question.text: name for name, question in QUESTIONS.items()}
    for _ in range(120):
        if "Uw antwoorden" in fatima.text():
            return
        assert all(minutes <= most for minutes in all_minutes_in(fatima.text()))
        name = next((by_text[line] for line in fatima.text().splitlines() if line in by_text), "")
        plain = {AnswerKind.YES_NO: "ja"}.get(QUESTIONS[name].kind, "weet ik niet") if name else "nee"
        await fatima.says(fleet.get(name, plain))
    raise AssertionError("no end")


def all_minutes_in(text: str) -> list[int]:
    """Return every number of minutes that is said to be left."""
    return [int(found) for found in re.findall(r"nog ongeveer (\d+) minu", text)]


def minutes_in(text: str) -> int:
    """Return the minutes that are said to be left."""
    return all_minutes_in(text)[0]


async def test_the_steps_count_up_and_the_minutes_down(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    seen = []
    for _ in range(120):
        line = next((line for line in fatima.text().splitlines() if line.startswith("Stap ")), None)
        seen += [line] if line else []
        if "Uw antwoorden" in fatima.text():
            break
        await fatima.says("3" if "Hoeveel trekkers" in fatima.text() else "weet ik niet")
    steps = [int(line.split()[1]) for line in seen]
    assert steps == sorted(steps)
    assert set(steps) == set(range(1, 8))
    assert {line.split()[3].strip(",") for line in seen} == {"7"}
