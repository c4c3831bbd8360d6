"""`terreinen`: filtered, sorted and paged through in place; a picture of what the asker may see, and no more."""

import datetime
from decimal import Decimal

import pytest

from dialogs.lookup.terrain_names import TerrainNames
from dialogs.turn.events import Said, Scope
from domain.access.roles import Grant, Role
from domain.terrains.terrains import Terrain, TerrainName
from storage.database.transactions import transaction
from storage.terrains.terrains import save_terrains
from tests.access.arranging import gives
from tests.beginnings import talk
from tests.cards.nodes import bars
from tests.chat import TERRAINS, Chat, Names
from tests.person import Person
from tests.terrains.arranging import ORIGIN, plan

pytestmark = pytest.mark.usefixtures("registered")


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
    assert {("0. Inventarisatie", "1"), ("Niet begonnen", "4")} == set(bars(noor.screen[-1].card))
    await noor.clicks("Lijst")
    noor.sees("Hessenpoort (Zwolle)")


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
