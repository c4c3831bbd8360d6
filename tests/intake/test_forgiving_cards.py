"""Cards that forgive: what is filled in counts, empty fields are said, and one tap is enough for what somebody does not know."""

import pytest

from tests.beginnings import agree, finish_short, talk
from tests.chat import Chat
from tests.intake.arranging import UNKNOWN, asked, knows, leaning, only_open
from tests.person import Person
from tests.tables import answers

SAVE = "Opslaan en verder"
COMPANY = {"company.name": "Jansen Transport", "company.terrain": "Hessenpoort"}


async def at_vehicles(chat: Chat) -> Person:
    """Return Fatima, with the card of vehicles before her."""
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.fills_in(COMPANY)
    fatima.sees("Uw voertuigen nu")
    return fatima


async def totals(chat: Chat) -> dict[str, tuple[object, str]]:
    """Return what is kept of every class, as far as anything is."""
    found = {name: await answers(chat, f"{name}.total") for name in ("van", "light_truck", "rigid", "tractor")}
    return {name: kept[-1] for name, kept in found.items() if kept}


async def test_what_is_filled_in_beats_a_tick_of_before(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima, "volledig")
    await only_open(chat_either_way, fatima, "upgrade.asked")
    await talk(fatima, "verder", "wijzig vrije laadplekken")
    await fatima.fills_in_raw({"site.bays": "6", "_unknown": "site.bays", "_estimate": ""})  # a card of before, still in a chat
    assert await answers(chat_either_way, "site.bays") == [(6, "sure")]


@pytest.mark.parametrize(
    ("name", "sent", "kept"),
    [
        ("fleet.other_fuels", "hydrogen,_unknown", ["hydrogen"]),
        ("fleet.other_fuels", "_unknown,hydrogen,hvo", ["hydrogen", "hvo"]),
    ],
)
async def test_a_choice_beats_not_knowing_in_a_list(chat: Chat, name: str, sent: str, kept: list[str]) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    await only_open(chat, fatima, name)
    await fatima.says("verder")
    await fatima.fills_in_raw({name: sent})
    assert await answers(chat, name) == [(kept, "sure")]


async def test_the_rest_is_nothing_in_one_tap(chat_either_way: Chat) -> None:
    fatima = await at_vehicles(chat_either_way)
    await fatima.clicks("De rest is 0", {"tractor.total": "9"})
    assert await totals(chat_either_way) == {
        "van": (0, "sure"), "light_truck": (0, "sure"), "rigid": (0, "sure"), "tractor": (9, "sure"),
    }  # fmt: skip
    fatima.sees("Uw trekkers: nu en straks")


async def test_the_rest_is_not_known_in_one_tap_and_not_asked_about(chat_either_way: Chat) -> None:
    fatima = await at_vehicles(chat_either_way)
    await fatima.clicks("De rest weet ik niet", {"tractor.total": "9", "van.total": "0"})
    assert (await totals(chat_either_way))["rigid"] == (None, "unknown")
    fatima.sees("Uw trekkers: nu en straks")
    await fatima.fills_in({"tractor.electric_2030": "3"})
    fatima.sees_not("bakwagens", "lichte vrachtwagens")


async def test_one_tick_makes_all_of_it_a_guess(chat: Chat) -> None:
    fatima = await at_vehicles(chat)
    await fatima.clicks("De rest is 0", {"van.total": "12", "_estimate": "true"})
    assert (await totals(chat))["van"] == (12, "estimate")


async def test_fields_left_empty_are_said_with_the_way_on(chat_either_way: Chat) -> None:
    fatima = await at_vehicles(chat_either_way)
    await fatima.clicks(SAVE)
    fatima.sees("Nog open: bestelwagens (tot 3.500 kg)", "Kies 'De rest is 0'.", "Weet u het niet? Kies 'De rest weet ik niet'.")
    await fatima.fills_in({"van.total": "12", "tractor.total": "3"})
    fatima.sees(
        "Bewaard. Nog open: lichte vrachtwagens (3.500 tot 12.000 kg) en bakwagens (vanaf 12.000 kg).", "Kies 'De rest is 0'."
    )
    await fatima.clicks("De rest is 0")
    assert (await totals(chat_either_way))["rigid"] == (0, "sure")
    fatima.sees("Uw bestelwagens: nu en straks")


async def test_a_forged_rest_is_no_answer(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    data = fatima.newest(SAVE).button(SAVE)["fallback"]["data"]["data"]
    await fatima.presses_raw("save", {**data, "rest": "0"}, {})
    await fatima.presses_raw("save", {**data, "rest": "999"}, {})
    assert await answers(chat, "company.name") == []


async def test_after_not_knowing_nothing_more_is_asked_about_it(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    await only_open(chat, fatima, "upgrade.asked", typing=True)
    for name in ("upgrade.kw", "upgrade.since", "upgrade.state"):
        assert "upgrade.asked" in leaning(name)
    await knows(chat, fatima, {"upgrade.asked": UNKNOWN}, typing=True)
    for _ in range(60):
        await fatima.says("verder")
        fatima.sees_not("Hoeveel kW extra", "In welke maand", "Wat zei de netbeheerder?")
        if "Meetellen zonder naam" in fatima.text() or "Uw antwoorden" in fatima.text():
            break
        await fatima.says("weet ik niet")


@pytest.mark.parametrize(
    ("sent", "kept"),
    [("06:15 PM", "18:15"), ("12:15 AM", "00:15"), ("06:15 p.m.", "18:15"), ("12:00 PM", "12:00"), ("18:15", "18:15")],
)
async def test_times_of_twelve_hours_are_read_on_cards(chat: Chat, sent: str, kept: str) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    await only_open(chat, fatima, "van.back")
    await fatima.says("verder")
    await fatima.fills_in_raw({"van.back": sent})
    assert await answers(chat, "van.back") == [(kept, "sure")]


@pytest.mark.parametrize(("words", "kept"), [("de rest is 0", (0, "sure")), ("De rest weet ik niet.", (None, "unknown"))])
async def test_the_rest_in_words_is_about_what_is_open(chat: Chat, words: str, kept: tuple[object, str]) -> None:
    fatima = await at_vehicles(chat)
    await fatima.says(words)
    fatima.sees("Vul op de kaart eerst in wat u heeft.")
    assert await totals(chat) == {}
    await talk(fatima, "12", words)
    fatima.sees("bij lichte vrachtwagens, bakwagens en trekkers.")
    assert await totals(chat) == {"van": (12, "sure"), "light_truck": kept, "rigid": kept, "tractor": kept}


async def test_choices_are_taps_when_they_are_asked_in_text(chat: Chat) -> None:
    fatima = await asked(chat, "connection.operator")
    taps = fatima.fresh[-1].activity["suggestedActions"]["actions"]
    assert [tap["title"] for tap in taps] == ["Liander", "Enexis", "Coteq", "Rendo", "Een ander", "Weet ik niet"]
    await fatima.says("Een ander")
    assert await answers(chat, "connection.operator") == [("other", "sure")]


async def test_what_is_typed_beside_a_card_that_sharpens_is_its_answer(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await talk(fatima, "mijn laadvraag")
    await fatima.clicks("Maak het scherper")
    [first, *_] = [name for name in fatima.fresh[-1].inputs() if "." in name]
    await fatima.says("ongeveer twee volgens mij")
    fatima.sees("Genoteerd, als schatting: 2")
    assert (await answers(chat, first))[-1] == (2, "estimate")
