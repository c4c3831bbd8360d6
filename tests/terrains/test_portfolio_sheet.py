"""The sheet of `terreinen`: what the list holds, nothing more, and never a formula."""

import io

import pytest
from openpyxl import load_workbook

from cards.papers.portfolio_sheet import make_sheet
from domain.access.roles import Grant, Role
from storage.tables.paper import paper
from tests.access.arranging import gives
from tests.beginnings import talk
from tests.chat import Chat
from tests.tables import rows
from tests.terrains.arranging import plan
from tests.terrains.test_portfolio import team

pytestmark = pytest.mark.usefixtures("registered")


async def sheet_of(chat: Chat) -> list[list[object]]:
    """Return the rows of the sheet that was kept."""
    (kept,) = await rows(chat, paper)
    return [list(row) for row in load_workbook(io.BytesIO(kept["content"])).worksheets[0].iter_rows(values_only=True)]


async def test_the_sheet_holds_what_the_list_holds(chat: Chat) -> None:
    chat.public_url = "https://laadmaat.voorbeeld.example/"
    chat.start()
    noor = team(chat)
    await talk(noor, "regisseur hessenpoort ik", "terreinen zwolle sorteer op naam")
    await noor.clicks("Excel")
    heads, *found = await sheet_of(chat)
    assert [row[0] for row in found] == ["Hessenpoort", "Hessenpoort III"]
    assert {"Regisseur", "Op tijd tot en met", "Netcongestie"} <= set(heads)
    assert "Noor" in found[0]


@pytest.mark.parametrize("start", ["=1+1", "+31", "-2", "@SUM(A1)", "\t=1", "x\x00y"])
def test_no_text_becomes_a_formula(start: str) -> None:
    made = make_sheet("Terreinen", [start], ["Terrein", "Aantal"], [[start, 3], [None, 2.5]])
    sheet = load_workbook(io.BytesIO(made)).worksheets[0]
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].quotePrefix == (start[0] in "=+-@\t")
    assert (sheet["B2"].value, sheet["B3"].value, sheet["A3"].value) == (3, 2.5, None)


async def test_their_sheet_holds_no_more_than_their_list(chat: Chat) -> None:
    await plan(chat)
    chat.public_url = "https://laadmaat.voorbeeld.example/"
    chat.start()
    piet = chat.person("Piet")
    await gives(chat, piet, Grant(Role.PARK_MANAGER, terrain="t-1"))
    await piet.says("terreinen")
    await piet.clicks("Excel")
    heads, *found = await sheet_of(chat)
    assert [row[0] for row in found] == ["Hessenpoort"]
    assert not {"Op tijd tot en met", "Laatste contact", "Netcongestie"} & set(heads)
