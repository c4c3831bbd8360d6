"""Names and answers that want to be more than text: mentions, markdown, templates, formulas; to the team, a channel, a sheet."""

import datetime
import io
import json
import re

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy.ext.asyncio import AsyncEngine

from cards.papers import sheets
from cards.papers.appointment import make_calendar
from cards.papers.session import Appointment, CalendarMethod
from dialogs.turn.events import Said, Scope
from domain.access.roles import Grant, Role
from storage.tables.paper import paper
from tests.access.arranging import TEAM, gives, links
from tests.beginnings import SHORT, agree, talk
from tests.chat import Chat
from tests.tables import rows
from tests.terrains.arranging import register

NOW = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
HOSTILE = "<at>Noor</at> [klik](https://kwaad.example) **nu** {{7*7}} ${7*7}"
RAW = re.compile(r"(?<!\\)<at>|(?<!\\)\[klik(?<!\\)\]\(|(?<!\\)\*\*nu|\b49\b")


def raw_in(messages: list[dict[str, object]]) -> list[str]:
    """Return what a client would take for more than text."""
    found = [f"entity in {one}" for one in messages if one.get("entities")]
    for one in messages:
        texts = [one.get("text", ""), *shown_texts(one.get("attachments", []))]
        found += [str(text) for text in texts if RAW.search(str(text))]
    return found


def shown_texts(node: object) -> list[str]:
    """Return the texts of a card that a client reads as markdown: of text blocks and facts."""
    if isinstance(node, list):
        return [text for one in node for text in shown_texts(one)]
    if not isinstance(node, dict):
        return []
    own = [str(node["text"])] if node.get("type") == "TextBlock" else []
    own += [str(fact[key]) for fact in node.get("facts", ()) for key in ("title", "value")]
    return [*own, *(text for key, part in node.items() if key not in ("data", "fallback", "facts") for text in shown_texts(part))]


async def test_a_hostile_name_is_only_a_name_to_the_team(database: AsyncEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.person.check_reply", lambda *_: None)
    await register(database)
    chat = Chat(database)
    noor, fatima, mallory = chat.person("Noor", team=True), chat.person("Fatima"), chat.person(HOSTILE)
    await links(chat, noor)
    await agree(fatima)
    await talk(fatima, f"{HOSTILE} BV", *SHORT[1:])
    for words in ("ja", "collega", f"{HOSTILE} BV", f"vraag mag {HOSTILE} meedoen?"):
        await mallory.does(Said(words))
    await mallory.opens()
    for words in ("help", "vragen", f"notitie hessenpoort {HOSTILE}", "dossier hessenpoort", f"gesprek {HOSTILE} BV", "rollen"):
        await noor.does(Said(words))
    await gives(chat, mallory, Grant(Role.TEAM))
    await mallory.does(Said("regisseur hessenpoort ik"))
    for words in ("volg hessenpoort", "status hessenpoort", "dossier hessenpoort", "regisseur hessenpoort"):
        await noor.does(Said(words), scope=Scope.CHANNEL, team=TEAM)
    await chat.delivers()
    messages = [shown.activity for person in (noor, fatima, mallory) for shown in person.screen]
    messages += [shown.activity for thread in chat.posts.threads.values() for shown in thread]
    assert "kwaad.example" in json.dumps(messages)
    assert raw_in(messages) == []


def test_what_is_raw_is_seen() -> None:
    for text in ("<at>Noor</at>", "[klik](https://x)", "**nu**", "is 49"):
        assert raw_in([{"text": text}])
        assert raw_in([{"attachments": [{"content": {"type": "TextBlock", "text": text}}]}])


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "|", "%"])
def test_no_answer_becomes_a_formula(start: str) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("x")
    evil = f"{start}cmd|' /C calc'!A0"
    sheet.append([sheets.cell(sheet, evil), sheets.cell(sheet, 3)])
    made = load_workbook(io.BytesIO(sheets.written(book))).worksheets[0]
    assert made["A1"].data_type == "s"
    assert made["A1"].quotePrefix == (start[0] in "=+-@\t\r")


async def test_a_sheet_of_terrains_holds_no_formula(database: AsyncEngine) -> None:
    await register(database)
    chat = Chat(database, public_url="https://laadmaat.voorbeeld.example/")
    evil = chat.person('=HYPERLINK("https://kwaad.example")', team=True)
    for words in ("help", "regisseur hessenpoort ik", "terreinen"):
        await evil.does(Said(words))
    await evil.clicks("Excel")
    [kept] = await rows(chat, paper)
    cells = [cell for row in load_workbook(io.BytesIO(kept["content"])).worksheets[0].iter_rows() for cell in row]
    assert any("HYPERLINK" in str(cell.value) for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_place_adds_nothing_to_an_appointment(end: str) -> None:
    place = f"Zaal 2{end}ATTENDEE:mailto:x@kwaad.example{end}END:VEVENT"
    made = make_calendar(
        Appointment(key="1", sequence=1, start=NOW, end=NOW, title=place, place=place), NOW, CalendarMethod.PUBLISH
    )
    lines = made.decode().splitlines()
    assert not [line for line in lines if line.startswith("ATTENDEE")]
    assert lines.count("END:VEVENT") == 1
