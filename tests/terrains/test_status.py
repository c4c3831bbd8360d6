"""`status`: where a terrain stands, for the team and for who may see less; in a chat alone and in channels."""

import datetime

import pytest

from dialogs.turn.events import Said, Scope
from domain.access.roles import Grant, Role
from tests.access.arranging import gives
from tests.beginnings import finish_short, talk
from tests.chat import Chat
from tests.person import Person
from tests.terrains.arranging import plan

pytestmark = pytest.mark.usefixtures("registered")


def team(chat: Chat) -> Person:
    """Return Noor of the project team."""
    return chat.person("Noor", team=True)


async def test_a_terrain_where_nothing_happened_says_what_to_begin_with(chat: Chat) -> None:
    noor = team(chat)
    await noor.says("status hessenpoort")
    noor.sees("Hessenpoort (Zwolle)", "Wij zijn hier nog niet begonnen.", "nog niemand", "Laatste contact")
    noor.sees("1. Begin met stap 0, Inventarisatie.", "2. Wijs een regisseur aan.", "3. Kies een route.")


async def test_a_typing_error_is_understood_and_said(chat: Chat) -> None:
    noor = team(chat)
    await noor.says("status broeklnden")
    noor.sees("Ik lees “broeklnden” als Broeklanden (Hardenberg).", "Wij zijn hier nog niet begonnen.")


async def test_namesakes_are_asked_back_and_the_choice_shows_the_status(chat: Chat) -> None:
    noor = team(chat)
    await noor.says("status de mars")
    noor.sees("Welk terrein bedoelt u?")
    await noor.clicks("De Mars (Deventer)")
    noor.sees("De Mars (Deventer)", "Stappenplan")


async def test_from_the_status_the_plan_is_walked_in_one_card(chat_either_way: Chat) -> None:
    noor = team(chat_either_way)
    await noor.says("status hessenpoort")
    cards = len(noor.screen)
    await noor.clicks("Begin")
    noor.sees("Nog niet begonnen", "Weten hoe het terrein ervoor staat")
    await noor.clicks("Begin stap 0")
    noor.sees("Begonnen: stap 0, Inventarisatie.", "Stap 0: Inventarisatie", "Regisseur aangewezen (moet)")
    await noor.clicks("Status")
    noor.sees("0, Inventarisatie", "sinds 23 november 2026", "klaar op 23 december 2026", "0 van 9 gedaan")
    await noor.clicks("Ik word regisseur")
    noor.sees("Noor", "1 van 9 gedaan")
    assert len(noor.screen) == cards


async def test_it_counts_the_companies_and_says_what_is_late(chat: Chat) -> None:
    await finish_short(chat)
    noor = team(chat)
    await noor.says("uitnodigen hessenpoort De Boer Logistiek")
    await noor.says("stap hessenpoort begin")
    chat.now += datetime.timedelta(days=40)
    await noor.says("status hessenpoort")
    noor.sees("Te laat: stap 0 had klaar moeten zijn op 23 december 2026.")
    noor.sees("Benaderd", "2", "1 begonnen, 1 kort klaar, 0 helemaal klaar")


async def test_the_card_is_made_anew_in_its_place(chat: Chat) -> None:
    noor = team(chat)
    await noor.says("status hessenpoort")
    shown, cards = noor.screen[-1], len(noor.screen)
    await noor.says("regisseur hessenpoort ik")
    await noor.clicks("Vernieuw", on=shown)
    assert len(noor.screen) == cards + 1
    assert "nog niemand" not in shown.text()


async def test_a_company_sees_its_own_terrain_and_no_other(chat: Chat) -> None:
    noor = team(chat)
    await talk(noor, "stap hessenpoort begin", "regisseur hessenpoort ik")
    fatima = await finish_short(chat)
    for words in ("status", "status hessenpoort"):
        await fatima.says(words)
        fatima.sees("Uw terrein is in stap 0, Inventarisatie", "Volgende sessie", "Noor")
        fatima.sees_not("Benaderd", "Te laat", "Nu te doen", "Plankaart", "Route")
    await fatima.says("status broeklanden")
    fatima.sees("Dit terrein ken ik niet.")


async def test_who_was_made_an_entrepreneur_sees_no_more_than_others(chat: Chat) -> None:
    noor, fatima = team(chat), await finish_short(chat)
    await gives(chat, fatima, Grant(Role.ENTREPRENEUR))
    await noor.says("stap broeklanden begin")
    await fatima.says("status broeklanden")
    fatima.sees("Dit terrein ken ik niet.")
    await fatima.says("status hessenpoort")
    fatima.sees("Hessenpoort (Zwolle)")


async def test_who_has_no_terrain_learns_nothing(chat: Chat) -> None:
    piet = chat.person("Piet")
    await piet.opens()
    await piet.says("status hessenpoort")
    piet.sees_not("Inventarisatie", "Regisseur")


@pytest.mark.parametrize("scope", [Scope.CHANNEL, Scope.GROUP])
async def test_in_a_channel_that_is_not_linked_the_counts_stay_away(chat: Chat, scope: Scope) -> None:
    noor = team(chat)
    await noor.does(Said("status hessenpoort"), scope=scope)
    noor.sees("Hessenpoort (Zwolle)", "Stappenplan", "Route")
    noor.sees_not("Benaderd", "Nu te doen", "Plankaart")


@pytest.mark.parametrize("scope", [Scope.CHANNEL, Scope.GROUP])
async def test_to_strangers_in_a_channel_it_does_not_exist(chat: Chat, scope: Scope) -> None:
    piet = chat.person("Piet")
    await piet.does(Said("status hessenpoort"), scope=scope)
    piet.sees_not("Hessenpoort", "Stappenplan")


async def test_the_charging_demand_stands_beside_the_plan_map_and_the_grid(chat: Chat) -> None:
    await plan(chat)
    noor = team(chat)
    await noor.says("status hessenpoort")
    noor.sees("Plankaart 2030", "4.200 kW gevraagd en 800 kW op het net", "volledige congestie", "nog geen totaal")
    await finish_short(chat)
    await noor.says("status hessenpoort")
    noor.sees(
        "Antwoorden 2030", "gespreid", "bij meteen laden", "indicatie, van 1 bedrijf; de plankaart rekent met alle bedrijven"
    )
    noor.sees("Ruimte op het net", "nog niet te zeggen", "wij weten niet hoeveel bedrijven hier zijn")
    noor.sees_not("kW over", "te weinig")


async def test_others_see_only_the_published_total(chat: Chat) -> None:
    await plan(chat)
    fatima = await finish_short(chat)
    await fatima.says("status")
    fatima.sees("Antwoorden 2030", "nog geen totaal")
    fatima.sees_not("Plankaart", "800", "gespreid")
    await fatima.clicks("Factsheet")
    fatima.sees("Er zijn nog te weinig bedrijven voor een totaal.")


async def test_what_needs_doing_comes_first_who_waits_for_a_call_before_all(chat: Chat) -> None:
    fatima, noor = await finish_short(chat), team(chat)
    await talk(noor, "stap hessenpoort begin", "regisseur hessenpoort ik", "stap broeklanden begin")
    await fatima.says("bel mij")
    chat.now += datetime.timedelta(days=40)
    await noor.says("status hessenpoort")
    noor.sees(
        "Te laat: stap 0 had klaar moeten zijn op 23 december 2026.\nNu te doen\n1. Terugbellen: Jansen Transport\nGevraagd op "
    )
    assert noor.text().index("Nu te doen") < noor.text().index("Stappenplan")
    await noor.clicks("Bekijk", on=noor.fresh[-1])
    noor.sees("Terugbellen")
    await talk(noor, "antwoord 1 Ik bel u om drie uur.", "status hessenpoort")
    noor.sees_not("Terugbellen")
    await talk(fatima, "bel mij", "vraag Wat kost het?")
    await noor.says("status broeklanden")
    noor.sees_not("Terugbellen", "Vraag")
    await noor.says("status hessenpoort")
    noor.sees("1. Terugbellen: Jansen Transport", "2. Vraag: Jansen Transport", "1. Bekijk", "2. Bekijk")


async def test_in_a_channel_that_is_not_linked_nobody_waits_to_be_called(chat: Chat) -> None:
    fatima, noor = await finish_short(chat), team(chat)
    await fatima.says("bel mij")
    await noor.does(Said("status hessenpoort"), scope=Scope.CHANNEL)
    noor.sees("Hessenpoort (Zwolle)")
    noor.sees_not("Terugbellen", "Jansen")
