"""Whatever arrives: a clear reply, or silence where nothing is expected; nothing stored wrongly, nothing lost."""

from typing import Any

import pytest

from dialogs.turn.events import Ignored, Pressed, Said, SentFiles
from storage.tables.people import answer, consent_event
from tests.beginnings import agree, talk
from tests.chat import Chat
from tests.person import Person
from tests.tables import answers, rows

HOSTILE = (
    "{{7*7}}", '"],"x":[', "<b>vet</b>", "<script>alert(1)</script>", "'; drop table answer; --", "🚚🔌👍", "\\u0000", "${7*7}",
    "[klik](https://kwaad.example)", "{% raw %}", "**sterren** _en_ strepen", "https://voorbeeld.example/?a=b&c=d", "ﷺ" * 20,
    "\u202egnirts", "abc\x00def", "abc\ud83ddef",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
async def test_a_strange_name_is_kept_as_it_is_and_shown_as_it_is(chat: Chat, text: str) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.says(text)
    clean = text.replace("\x00", "").replace("\u202e", "").replace("\ud83d", "")
    assert await answers(chat, "company.name") == [(clean, "sure")]
    await talk(fatima, "Hessenpoort", "overzicht", "mijn gegevens", "collega", "verwijder mijn gegevens", "nee")
    await fatima.says("overzicht")
    fatima.sees(clean)


@pytest.mark.parametrize("text", HOSTILE)
async def test_a_strange_text_is_no_number_no_time_and_no_choice(chat: Chat, text: str) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", text)
    fatima.sees("Dat begrijp ik niet.")
    assert await answers(chat, "van.total") == []
    await fatima.says("kaart")
    await fatima.fills_in_raw({"van.total": text, "light_truck.total": "1"})
    assert await answers(chat, "van.total") == []
    assert await answers(chat, "light_truck.total") == [(1, "sure")]


@pytest.mark.parametrize("length", [301, 5000, 5001, 10_000, 19_999])
async def test_a_very_long_text_gets_a_clear_reply_and_is_not_kept(chat: Chat, length: int) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.says("a" * length)
    fatima.sees("Houd het bij 5.000 tekens." if length > 5000 else "in ten hoogste 120 tekens")
    fatima.sees("Hoe heet uw bedrijf?")
    assert await rows(chat, answer) == []
    await fatima.fills_in({"company.name": "b" * 5000, "company.terrain": "Hessenpoort"})
    fatima.sees("in ten hoogste 120 tekens")
    assert await answers(chat, "company.name") == []
    assert len(await answers(chat, "company.terrain")) == 1


async def test_a_long_question_to_the_team_is_kept_whole_or_not_at_all(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort")
    await fatima.says(f"vraag {'waarom ' * 400}")
    fatima.sees("te lang", "2.000")
    await fatima.says(f"vraag {'waarom ' * 250}")
    fatima.sees("Uw vraag is bewaard")


async def test_nothing_at_all_gets_a_reply(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    for text in ("", "   ", "\n\n", "\u200b"):
        await fatima.does(Said(text))
        fatima.sees("Ik zie geen tekst.", "De vraag was: Hoe heet uw bedrijf?")
    assert await rows(chat, answer) == []


async def test_a_file_or_a_sticker_gets_a_pointer_and_its_words_are_heard(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.sends_a_file("plattegrond.pdf")
    fatima.sees("Bestanden en plaatjes kan ik niet lezen.", "De vraag was: Hoe heet uw bedrijf?")
    await fatima.does(SentFiles(("logo.png",), "Jansen Transport"))
    fatima.sees("Bestanden en plaatjes kan ik niet lezen.", "Genoteerd: Jansen Transport.")
    assert await answers(chat, "company.name") == [("Jansen Transport", "sure")]


async def test_a_file_before_the_first_consent_gets_the_question(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.sends_a_file("plattegrond.pdf")
    fatima.sees("Bestanden en plaatjes kan ik niet lezen.", "Mogen wij uw antwoorden bewaren?")


@pytest.mark.parametrize("kind", ["messageReaction", "messageUpdate", "messageDelete", "typing", "event"])
async def test_a_reaction_or_an_edited_message_gets_no_reply(chat: Chat, kind: str) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.says("Jansen Transport")
    await fatima.does(Ignored(kind))
    fatima.sees_nothing()
    await fatima.says("Hessenpoort")
    fatima.sees("Genoteerd: Hessenpoort.")


async def test_who_removes_the_bot_and_comes_back_finds_everything(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.says("Jansen Transport")
    await fatima.leaves()
    fatima.sees_nothing()
    await fatima.opens()
    await fatima.says("verder")
    fatima.sees("Op welk bedrijventerrein zit u?")


SUBMITTED: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
    ("", {}, {}),
    ("drop", {}, {}),
    ("save", {}, {"company.name": "Kwaad"}),
    ("save", {"page": "company|company.name", "intake": "x", "revision": "0"}, {"company.name": "Kwaad"}),
    ("save", {"page": "nergens|x.y,__class__", "intake": "x"}, {"x.y": "1"}),
    ("edit", {"page": "nergens"}, {}),
    ("edit", {}, {}),
    ("change", {}, {"question": "__init__"}),
    ("change", {}, {"question": "tractor.back"}),
    ("choose", {"token": "x", "choice": "99"}, {}),
    ("choose", {"token": "x", "choice": "-1"}, {}),
    ("decide", {"intake": "x"}, {"total": "yes"}),
    ("grant", {"purpose": "alles"}, {}),
    ("withdraw", {}, {}),
    ("confirm", {"revision": "9" * 50}, {}),
    ("depth", {"depth": "eeuwig"}, {}),
    ("answer", {}, {"request": "1", "answer": "hoi"}),
    ("say", {}, {}),
)


@pytest.mark.parametrize(("verb", "data", "fields"), SUBMITTED)
async def test_a_made_up_button_gets_a_reply_and_changes_nothing(
    chat: Chat, verb: str, data: dict[str, Any], fields: dict[str, Any]
) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.says("Jansen Transport")
    before = [await rows(chat, table) for table in (answer, consent_event)]
    await fatima.presses_raw(verb, data, fields)
    assert fatima.text().strip()
    assert [await rows(chat, table) for table in (answer, consent_event)] == before
    await fatima.says("verder")
    fatima.sees("Op welk bedrijventerrein zit u?")


@pytest.mark.parametrize(("verb", "data", "fields"), SUBMITTED)
async def test_a_made_up_button_before_the_first_consent_keeps_nothing(
    chat: Chat, verb: str, data: dict[str, Any], fields: dict[str, Any]
) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.presses_raw(verb, data, fields)
    assert fatima.text().strip()
    assert [await rows(chat, table) for table in (answer, consent_event)] == [[], []]


async def test_other_fields_on_a_card_are_not_kept(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    extra = {
        "van.total": "99",
        "company.part": "solver",
        "person.name": "Kwaad",
        "_unknown": "van.total,nergens",
        "verb": "withdraw",
    }
    await fatima.fills_in_raw({"company.name": "Jansen Transport", "company.terrain": "Hessenpoort", **extra})
    fatima.sees("Uw voertuigen nu")
    assert {row["name"] for row in await rows(chat, answer)} == {"company.name", "company.terrain"}


@pytest.mark.parametrize(
    ("entered", "value"),
    [("12", 12), (12, 12), (12.0, 12), ("12.0", 12), ("12,0", 12), (" 12 ", 12), ("twaalf", 12), (True, None), ([12], None),
     ("1e3", None), ("NaN", None), ("Infinity", None), ("-1", None), ("12.5", None), ("0x10", None)],
)  # fmt: skip
async def test_numbers_arrive_as_text_as_numbers_and_as_nonsense(chat: Chat, entered: object, value: int | None) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "kaart")
    await fatima.fills_in_raw({"van.total": entered, "light_truck.total": "0", "rigid.total": "0", "tractor.total": "0"})
    assert await answers(chat, "van.total") == ([] if value is None else [(value, "sure")])


async def test_a_button_with_a_text_of_our_own_is_read_as_if_it_was_typed(chat: Chat) -> None:
    fatima: Person = chat.person("Fatima")
    await agree(fatima)
    await fatima.does(Pressed("say", {"text": "overzicht"}))
    fatima.sees("U heeft nog niets ingevuld.")
