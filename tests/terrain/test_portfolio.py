"""`terreinen`: filtered, sorted and paged through in place; a picture and a sheet of what the asker may see, and no more."""

import datetime
import io
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from cards.papers.portfolio_sheet import make_sheet
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.terrains.portfolio_words import Query, carried, read_query, uncarried
from dialogs.turn.events import Said, Scope
from domain.access.roles import Grant, Role
from domain.forms.responses import ActionOwner
from domain.plan.portfolio import Filter, Sort
from domain.plan.routes import Route
from domain.terrains.plan_map import Congestion
from domain.terrains.terrains import SizeClass, Terrain, TerrainName
from storage.database.transactions import transaction
from storage.tables.paper import paper
from storage.terrains.terrains import save_terrains
from tests.access.arranging import gives
from tests.chat import TERRAINS, Chat, Names
from tests.conversations.beginnings import talk
from tests.conversations.tables import rows
from tests.person import Person
from tests.terrain.conftest import ORIGIN, plan

HOSTILE = ["[]", "1", '{"step": true}', '{"route": "x"}', '{"sort": []}', '{"director": 1}', '{"within": 1}']
ME, NOOR = UUID(int=1), ActionOwner(UUID(int=2), "Noor de Wit")


def team(chat: Chat) -> Person:
    """Return Noor of the project team."""
    return chat.person("Noor", team=True)


async def many(chat: Chat, count: int = 20) -> None:
    """Put more terrains in the register, in Almelo."""
    more = [Terrain(f"a-{n:02}", f"Almelo {n:02}", "GM0141", "Almelo", "Overijssel", net_ha=Decimal(n + 1)) for n in range(count)]
    async with transaction(chat.database) as connection:
        await save_terrains(connection, more, ORIGIN)
    names = [TerrainName(one.id, one.name, one.municipality, None, one.municipality_code) for one in more]
    chat.names = Names(TerrainNames([*TERRAINS, *names]))
    chat.start()


@pytest.mark.parametrize(
    ("text", "such"),
    [
        ("", Filter()),
        ("laat zwolle", Filter(late=True, municipality="GM0193")),
        ("te laat in de gemeente Hof van Twente", Filter(late=True, municipality="GM1735")),
        ("Gelderland stap 2", Filter(province="Gelderland", step=2)),
        ("onderzoek groot", Filter(step=3, size=SizeClass.LARGE)),
        ("route koud, volledige congestie", Filter(route=Route.COLD, congestion=Congestion.FULL)),
        ("geen congestie", Filter(congestion=Congestion.NONE)),
        ("van Noor", Filter(director=NOOR.person)),
        ("regisseur noor laat", Filter(director=NOOR.person, late=True)),
        ("noor de wit uitgesteld", Filter(director=NOOR.person, route=Route.POSTPONED)),
        ("mijn laat", Filter(director=ME, late=True)),
        ("zonder regisseur niet begonnen", Filter(led=False, step=-1)),
        ("poort zwolle", Filter(municipality="GM0193", name="poort")),
    ],
)
def test_words_narrow_the_list(text: str, such: Filter) -> None:
    assert read_query(text, ME, [NOOR]) == Query(such)


def test_the_order_can_be_said() -> None:
    assert read_query("laat sorteer op naam", ME, []) == Query(Filter(late=True), Sort.NAME)


@given(text=st.text(max_size=80))
def test_any_words_give_a_list_and_buttons_carry_it(text: str) -> None:
    query = read_query(text, ME, [NOOR])
    assert uncarried(carried(query)) == query


@given(
    text=st.text(max_size=200)
    | st.sampled_from(["[]", "1", '{"step": true}', '{"route": "x"}', '{"sort": []}', '{"director": 1}'])
)
def test_a_hostile_button_gives_some_list(text: str) -> None:
    assert uncarried(text).such.within is None


async def test_the_list_is_paged_through_in_place(chat_either_way: Chat) -> None:
    await many(chat_either_way)
    noor = team(chat_either_way)
    await noor.says("terreinen almelo sorteer op naam")
    noor.sees("20 terreinen: gemeente Almelo.", "U ziet 1 tot en met 8.", "Almelo 00 (Almelo)", "Nog niet begonnen.")
    cards = len(noor.screen)
    await noor.clicks("Volgende")
    noor.sees("U ziet 9 tot en met 16.", "Almelo 08 (Almelo)")
    await noor.clicks("Volgende")
    noor.sees("U ziet 17 tot en met 20.")
    assert not noor.screen[-1].has_button("Volgende")
    await noor.clicks("Vorige")
    noor.sees("U ziet 9 tot en met 16.")
    assert len(noor.screen) == cards
    await noor.clicks("Open", {"terrain": "a-09"})
    noor.sees("Almelo 09 (Almelo)", "Stappenplan")
    assert len(noor.screen) == cards + 1


async def test_what_is_most_overdue_comes_first(chat: Chat) -> None:
    noor = team(chat)
    await noor.says("stap broeklanden begin")
    chat.now += datetime.timedelta(days=40)
    await talk(noor, "stap hessenpoort begin", "terreinen")
    first, second = noor.text().index("Broeklanden"), noor.text().index("Hessenpoort (Zwolle)")
    assert first < second
    noor.sees("Te laat sinds 23 december 2026")
    await noor.says("terreinen laat")
    noor.sees("1 terrein: te laat.", "Broeklanden (Hardenberg)", "Stap 0, Inventarisatie, sinds 23 november 2026.")
    noor.sees_not("De Mars")


async def test_choosing_by_card(chat_either_way: Chat) -> None:
    noor = team(chat_either_way)
    await noor.says("terreinen")
    await noor.clicks("Kiezen")
    noor.sees("Terreinen kiezen", "Gemeente", "Netcongestie", "Regisseur")
    await noor.clicks("Toon terreinen", {"municipality": "GM0193", "name": "iii"})
    noor.sees("1 terrein: gemeente Zwolle, naam met “iii”.", "Hessenpoort III (Zwolle)")
    await noor.clicks("Kiezen")
    assert noor.screen[-1].filled_in()["municipality"] == "GM0193"
    await noor.clicks("Toon alles")
    noor.sees("5 terreinen.")


async def test_my_own_terrains(chat: Chat) -> None:
    noor = team(chat)
    await talk(noor, "regisseur hessenpoort ik", "mijn terreinen")
    noor.sees("Mijn terreinen", "1 terrein: regisseur Noor.", "Hessenpoort (Zwolle)")
    await noor.says("mijn terreinen laat")
    noor.sees("Er is geen terrein dat hieraan voldoet: te laat, regisseur Noor.")


async def test_the_picture_counts_every_terrain_once(chat: Chat) -> None:
    noor = team(chat)
    await talk(noor, "stap hessenpoort begin", "route broeklanden uitgesteld")
    chat.now += datetime.timedelta(days=40)
    await noor.says("terreinen")
    await noor.clicks("Overzicht")
    noor.sees("5 terreinen.", "Te laat\n0. Inventarisatie\n1", "Niet begonnen", "Uitgesteld")
    chart = next(part for part in (noor.screen[-1].card or {})["body"] if part["type"].startswith("Chart."))
    assert sum(one["y"] for one in chart["data"]) == 5
    await noor.clicks("Lijst")
    noor.sees("Hessenpoort (Zwolle)")


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


async def test_a_municipality_sees_its_own_terrains_without_what_is_the_teams(chat: Chat) -> None:
    await plan(chat)
    noor, yara = team(chat), chat.person("Yara")
    await talk(noor, "stap hessenpoort begin", "regisseur hessenpoort ik")
    await gives(chat, yara, Grant(Role.MUNICIPALITY, municipality="GM0193"))
    chat.now += datetime.timedelta(days=400)
    await yara.says("terreinen")
    yara.sees("2 terreinen.", "Hessenpoort (Zwolle)", "4.200 kW gevraagd en 800 kW op het net")
    yara.sees_not("Broeklanden", "De Mars", "Te laat")
    await yara.says("terreinen laat")
    yara.sees("2 terreinen.")
    await yara.says("status hessenpoort")
    yara.sees("4.200 kW gevraagd", "Stappenplan")
    yara.sees_not("Benaderd", "Te laat", "Nu te doen")
    await yara.says("status broeklanden")
    yara.sees("Dit terrein ken ik niet.")


async def test_a_park_manager_sees_no_plan_map(chat: Chat) -> None:
    await plan(chat)
    piet = chat.person("Piet")
    await gives(chat, piet, Grant(Role.PARK_MANAGER, terrain="t-1"))
    for words in ("terreinen", "terreinen volledige congestie", "terreinen congestiemanagement", "status"):
        await piet.says(words)
        piet.sees("Hessenpoort (Zwolle)")
        piet.sees_not("4.200", "Hessenpoort III")
        said = words.partition("terreinen ")[2]  # no more than that is said of it, and it is not looked at
        assert "congestie" not in piet.text().replace(f"Hier kunt u niet zoeken op: netcongestie: {said}.", "")


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


@pytest.mark.parametrize("scope", [Scope.CHANNEL, Scope.GROUP])
async def test_in_a_channel_that_is_not_linked_nothing_is_late(chat: Chat, scope: Scope) -> None:
    await plan(chat)
    noor = team(chat)
    await noor.says("stap hessenpoort begin")
    chat.now += datetime.timedelta(days=400)
    await noor.does(Said("terreinen"), scope=scope)
    noor.sees("5 terreinen.", "Hessenpoort (Zwolle)")
    noor.sees_not("Te laat", "4.200")


async def test_a_company_has_no_portfolio(chat: Chat) -> None:
    piet = chat.person("Piet")
    await piet.opens()
    await talk(piet, "ja", "terreinen")
    piet.sees_not("Hessenpoort")
    for verb, data in (("parks", {"do": "list", "query": "{}"}), ("parks", {"do": "export"}), ("parks_pick", {"do": "open"})):
        await piet.presses_raw(verb, data, {"terrain": "t-1"})
        piet.sees("Deze knop werkt niet meer.")


@pytest.mark.parametrize(
    ("words", "what"), [("laat", "te laat"), ("laat zwolle", "te laat"), ("zonder regisseur", "zonder regisseur")]
)
async def test_words_that_are_not_looked_at_are_named(chat: Chat, words: str, what: str) -> None:
    yara = chat.person("Yara")
    await gives(chat, yara, Grant(Role.MUNICIPALITY, municipality="GM0193"))
    await yara.says(f"terreinen {words}")
    yara.sees(f"Hier kunt u niet zoeken op: {what}. Daar is dus niet op gelet.", "2 terreinen", "Hessenpoort (Zwolle)")
    await yara.says("terreinen zwolle")
    yara.sees_not("niet zoeken")
    noor = chat.person("Noor", team=True)
    await noor.says(f"terreinen {words}")
    noor.sees_not("niet zoeken")
