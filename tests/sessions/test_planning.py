"""Noor plans a session: facts on one card, a plan by the clock, and every change in place."""

import asyncio
import datetime
from copy import deepcopy

import pytest

from domain.consent.consents import Purpose
from storage.tables.dossier import terrain_event
from storage.tables.session import session, session_version
from tests.chat import Chat
from tests.disclosure.companies import Town
from tests.sessions.beginnings import CHANGE, FACTS, KEEP, MAKE, noor, planned
from tests.tables import rows


async def test_a_start_session_planned_in_two_steps(chat_either_way: Chat) -> None:
    person = await planned(chat_either_way)
    person.sees("Startsessie Hessenpoort", "14 januari 2027, 19:30 - 21:25", "Zaal 2", "24 verwacht", "Bram, Cas, Dunya en Ed")
    person.sees("19:30 - 19:40", "Voorstelronde met beeld", "20:30 - 20:45", "Pauze", "21:15 - 21:25")
    person.sees("De netbeheerder komt en weet wat hij vertelt", "netbeheerder, 24 december 2026")
    person.sees_not("minuten langer dan bedoeld", "De groepen werken met het stappenplan")
    assert [row["terrain_id"] for row in await rows(chat_either_way, session)] == ["t-1"]


async def test_without_a_format_one_chooses_it_on_the_card(chat: Chat) -> None:
    person = noor(chat)
    await person.says("sessieplan hessenpoort")
    await person.fills_in(FACTS, MAKE)
    person.sees("Kies een sessie.")
    await person.fills_in({"format": "work_3"}, MAKE)
    person.sees("Werksessie 3 Hessenpoort", "De onderdelen duren samen 65 minuten. Dat is 5 minuten langer dan bedoeld.")
    person.sees("Werksessie 2 is nog niet geweest.", "Het huiswerk van werksessie 2 is nog niet terug.")


async def test_a_work_session_that_is_too_long_is_made_to_fit_with_one_tap(chat: Chat) -> None:
    person = await planned(chat, "hessenpoort werksessie 3")
    await person.fills_in({"what": "fit-no_closing"}, CHANGE)
    person.sees("19:30 - 20:30")
    person.sees_not("minuten langer dan bedoeld")


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"day": "2026-11-01"}, "Dit moment is al voorbij."),
        ({"day": ""}, "Kies een dag en een tijd."),
        ({"day": "morgen"}, "Kies een dag en een tijd."),
        ({"clock": "25:00"}, "Kies een dag en een tijd."),
        ({"day": "2031-01-14"}, "Dat is meer dan twee jaar vooruit."),
        ({"people": "0"}, "Er moet minstens één deelnemer zijn."),
        ({"people": "400"}, "Dat is te veel voor één sessie."),
        ({"people": "veel"}, "Er moet minstens één deelnemer zijn."),
    ],
)
async def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_lost(chat: Chat, facts: dict[str, str], says: str) -> None:
    person = await planned(chat, **facts)
    person.sees(says, "Kijk nog even naar de gemarkeerde velden.")
    assert person.newest(MAKE).filled_in()["place"] == "Zaal 2"
    assert await rows(chat, session) == []
    await person.fills_in(FACTS, MAKE)
    person.sees("Draaiboek")


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"day": "2026-12-25"}, "Die dag is een feestdag: Eerste kerstdag."),
        ({"day": "2027-01-16"}, "Die dag valt in het weekend."),
        ({"clock": "05:00"}, "De sessie valt buiten de uren van 8 tot 22 uur."),
        ({"facilitators": "Bram"}, "De groepen werken met het stappenplan."),
    ],
)
async def test_what_is_odd_is_said_and_planned_all_the_same(chat: Chat, facts: dict[str, str], says: str) -> None:
    person = await planned(chat, **facts)
    person.sees(says, "Draaiboek")


async def test_every_change_shows_at_once_in_the_same_card(chat: Chat) -> None:
    person = await planned(chat)
    await person.fills_in({"block": "status", "what": "minutes", "minutes": "30"}, CHANGE)
    person.sees("19:50 - 20:20", "21:25 - 21:35")
    await person.fills_in({"block": "example", "what": "swap", "other": "issues"}, CHANGE)
    person.sees("20:20 - 20:30\nVraagstukken en voorwaarden")
    await person.fills_in({"block": "introductions", "what": "add", "minutes": "5", "words": "Rondje door de hal"}, CHANGE)
    person.sees("19:40 - 19:45\nRondje door de hal")
    assert len(person.screen) == 1  # the card to fill in became the plan, and stayed that card


async def test_the_break_is_only_dropped_with_a_reason_and_can_come_back(chat: Chat) -> None:
    person = await planned(chat)
    await person.fills_in({"block": "break", "what": "drop"}, CHANGE)
    person.sees("Een pauze houdt mensen fris", "Waarom wilt u dit toch schrappen?", "20:30 - 20:45")
    await person.fills_in({"block": "break", "what": "drop", "words": "De zaal sluit vroeg"}, CHANGE)
    person.sees("Er is geen pauze meer.", "19:30 - 21:10")
    await person.fills_in({"block": "break", "what": "back"}, CHANGE)
    person.sees("20:30 - 20:45")
    kept = [row["whole"]["plan"]["dropped"] for row in await rows(chat, session_version)]
    assert [len(dropped) for dropped in kept] == [0, 1, 0]
    assert kept[1][0]["reason"] == "De zaal sluit vroeg"


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "Kies eerst een onderdeel en wat u wilt doen."),
        ({"what": "drop"}, "Kies eerst een onderdeel en wat u wilt doen."),
        ({"block": "why", "what": "minutes"}, "Een onderdeel duurt 1 tot 240 minuten."),
        ({"block": "why", "what": "add", "minutes": "5"}, "Geef het onderdeel een naam."),
        ({"block": "why", "what": "swap", "other": "why"}, "Kies twee verschillende onderdelen."),
    ],
)
async def test_half_a_change_is_said_so(chat: Chat, fields: dict[str, str], says: str) -> None:
    person = await planned(chat)
    await person.fills_in(fields, CHANGE)
    person.sees(says, "19:30 - 21:25")
    assert len(await rows(chat, session_version)) == 1


async def test_the_start_is_moved_in_the_same_box(chat: Chat) -> None:
    person = await planned(chat)
    person.sees("14 januari 2027, 19:30 - 21:25, samen 115 minuten")
    await person.fills_in({"clock": "20:15"}, CHANGE)
    person.sees("14 januari 2027, 20:15 - 22:10, samen 115 minuten", "De sessie valt buiten de uren van 8 tot 22 uur.")
    await person.fills_in({"clock": "19:00", "block": "status", "what": "minutes", "minutes": "10"}, CHANGE)
    person.sees("14 januari 2027, 19:00 - 20:45, samen 105 minuten")
    chat.now = datetime.datetime(2027, 1, 14, 17, 0, tzinfo=datetime.UTC)
    await person.fills_in({"clock": "10:00"}, CHANGE)
    person.sees("Dit moment is al voorbij.", "19:00 - 20:45")
    kinds = [row["data"]["session"]["at"][:16] for row in await rows(chat, terrain_event)]
    assert kinds == ["2027-01-14T19:30", "2027-01-14T20:15", "2027-01-14T19:00"]


async def test_each_block_is_explained_with_what_the_terrain_brings(chat: Chat) -> None:
    await Town(chat.database).adds("Jansen Transport", Purpose.TOTAL, answers={"together.problem": "grid"})
    person = await planned(chat)
    person.sees(
        "Eerste lijst van vraagstukken\nTe weinig stroom, Samen één laadplein, Laden bij de buren, Samen inkopen",
        "Op terrein De Wilg delen vijf bedrijven een laadplein.",
    )
    person.sees("20 min, netbeheerder, gemeente. Meenemen: factsheet op papier")
    person.sees_not("Er is een eerste lijst van vraagstukken\nregisseur")
    await person.fills_in({"block": "why", "what": "look"}, CHANGE)
    person.sees("Doel", "Zo gaat het", "Ik hoor dat niet iedereen om elektrisch rijden heeft gevraagd.", "kunt u straks laden")
    await person.fills_in({"block": "brainstorm", "what": "look"}, CHANGE)
    person.sees("5 min: Iedereen schrijft in stilte eigen ideeën op.")
    await person.fills_in({"what": "look"}, CHANGE)
    person.sees("Kies eerst een onderdeel en wat u wilt doen.")


async def test_a_facilitator_who_also_takes_part_is_said(chat: Chat) -> None:
    person = await planned(chat)
    await person.clicks("Wie komt er")
    await person.fills_in({"company": "Bakkerij De Boer", "name": "bram"}, "Voeg toe")
    await person.clicks("Plan")
    person.sees("Deze facilitators staan ook bij de deelnemers: Bram.")


async def test_two_people_do_not_overwrite_each_other(chat: Chat) -> None:
    person = await planned(chat)
    await person.opens_fields(CHANGE)
    older = person.newest(CHANGE)
    await person.says("sessies hessenpoort")
    await person.clicks("Startsessie, 14 januari 2027")
    await person.fills_in({"block": "status", "what": "minutes", "minutes": "30"}, CHANGE)
    await person.clicks(CHANGE, older.named({"block": "status", "what": "minutes", "minutes": "5"}), on=older)
    person.sees("Iemand anders heeft dit net veranderd.", "19:50 - 20:20")
    assert [row["revision"] for row in await rows(chat, session)] == [2]


async def test_the_facts_can_be_changed_later(chat: Chat) -> None:
    person = await planned(chat)
    await person.clicks("Gegevens")
    assert person.newest(KEEP).filled_in()["facilitators"] == "Bram, Cas, Dunya, Ed"
    await person.fills_in({"day": "2027-01-21", "clock": "20:00"}, KEEP)
    person.sees("21 januari 2027, 20:00 - 21:55")


async def test_a_second_session_of_the_same_kind_is_asked_first(chat: Chat) -> None:
    person = await planned(chat)
    await person.says("sessieplan hessenpoort startsessie")
    person.sees("Deze sessie is al gepland.")
    await person.clicks("Maak nog een sessie")
    await person.fills_in({**FACTS, "day": "2027-01-14"}, MAKE)
    person.sees("Op dit terrein is dan ook: startsessie.", "Bram, Cas, Dunya, Ed: dan ook facilitator bij een andere sessie.")


async def test_what_is_ready_leaves_the_list(chat: Chat) -> None:
    person = await planned(chat)
    await person.fills_in({"ready": "room,operator"}, CHANGE)
    person.sees("De gemeente komt")
    assert "De zaal is geregeld: scherm, tafels per groep, koffie\nregisseur" not in person.text()


async def test_nobody_outside_the_team_plans_or_changes_a_session(chat: Chat) -> None:
    person = await planned(chat)
    await person.opens_fields(CHANGE)
    data = person.newest(CHANGE).button(CHANGE)["data"]["data"]
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says("ja")
    await fatima.says("sessieplan hessenpoort startsessie")
    fatima.sees_not("Hessenpoort")
    for verb in ("session", "session_do"):
        for do in ("plan", "change", "visitors", "groups", "draft", "papers", "close", "send"):
            await fatima.presses_raw(verb, {**data, "do": do}, {"block": "break", "what": "drop", "words": "x"})
            fatima.sees("Deze knop werkt niet meer.")
    assert [row["revision"] for row in await rows(chat, session)] == [1]


@pytest.mark.parametrize("data", [{}, {"session": "x"}, {"session": "6f1c0000-0000-4000-8000-000000000000"}, {"session": 7}])
async def test_a_button_that_means_nothing_is_said_so(chat: Chat, data: dict[str, object]) -> None:
    person = noor(chat)
    await person.presses_raw("session", {"do": "plan", **data})
    person.sees("Deze sessie is er niet meer.")
    await person.presses_raw("session_do", {"do": "change", **data})
    person.sees("Deze sessie is er niet meer.")


async def test_a_terrain_without_sessions_says_how_to_begin(chat: Chat) -> None:
    person = noor(chat)
    await person.says("sessies hessenpoort")
    person.sees("Er is nog geen sessie. Typ bijvoorbeeld: sessieplan Hessenpoort startsessie.")
    await person.says("groepen hessenpoort")
    person.sees("Op Hessenpoort is nog geen sessie met groepen.")


@pytest.mark.parametrize("words", ["sessie hessenpoort", "verplaats sessie hessenpoort", "sessie verplaatsen hessenpoort"])
async def test_to_move_a_session_one_finds_it_first(chat: Chat, words: str) -> None:
    person = await planned(chat)
    await person.says(words)
    person.sees("Sessies Hessenpoort", "Startsessie, 14 januari 2027")


async def test_a_form_that_is_pressed_twice_makes_one_session(chat_either_way: Chat) -> None:
    chat, person = chat_either_way, noor(chat_either_way)
    await person.says("sessieplan hessenpoort startsessie")
    form = deepcopy(person.newest(MAKE))
    facts = form.named(FACTS)
    await asyncio.gather(*(person.clicks(MAKE, facts, on=deepcopy(form)) for _ in range(2)))
    assert len(await rows(chat, session)) == 1
    await person.clicks(MAKE, facts, on=form)
    person.sees("Deze sessie is al gepland.", "14 januari 2027, 19:30 - 21:25")
    assert len(await rows(chat, session)) == 1
    assert [row["kind"] for row in await rows(chat, terrain_event)] == ["session_planned"]
