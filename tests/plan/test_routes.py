"""`route` and `uitkomst`: a few questions lead to a route, and what came out of the start session decides what follows."""

import datetime

import pytest

from storage.tables.dossier import terrain_event
from tests.beginnings import finish_short, talk
from tests.chat import Chat
from tests.person import Person
from tests.tables import rows

pytestmark = pytest.mark.usefixtures("registered")

TO_STEP_2 = (
    "stap hessenpoort begin", "stap hessenpoort af omdat het klaar is", "stap hessenpoort naar 1",
    "stap hessenpoort af omdat het klaar is", "stap 2 hessenpoort",
)  # fmt: skip


def team(chat: Chat) -> Person:
    """Return Noor of the project team."""
    return chat.person("Noor", team=True)


async def test_the_answers_lead_to_a_route_with_its_reason(chat_either_way: Chat) -> None:
    noor = team(chat_either_way)
    await noor.says("route hessenpoort")
    noor.sees("Loopt er een breed initiatief?", "Is er warm contact met één bedrijf?")
    await noor.clicks("Bewaar", {"found": "company,priority"})
    noor.sees("Route: Warm contact met één bedrijf", "Er is warm contact met één logistiek bedrijf.")
    await noor.clicks("Status")
    noor.sees("Warm contact met één bedrijf")
    (row,) = await rows(chat_either_way, terrain_event)
    assert row["data"]["answers"] == ["company", "priority"]


async def test_a_cold_terrain_waits_and_comes_back_by_itself(chat: Chat) -> None:
    noor = team(chat)
    await noor.says("route hessenpoort")
    await noor.clicks("Bewaar", {"found": "", "until": "3"})
    noor.sees("Route: Koude aanpak, uitgesteld", "Op 23 februari 2027 komt dit terrein vanzelf terug.")
    await noor.says("status hessenpoort")
    noor.sees("Dit terrein is uitgesteld tot 23 februari 2027.")
    await noor.says("stap hessenpoort begin")
    noor.sees("Dit terrein is uitgesteld. Kies eerst opnieuw een route.")
    chat.now = datetime.datetime(2027, 2, 23, 9, 0, tzinfo=datetime.UTC)
    await noor.says("status hessenpoort")
    noor.sees("Hercontrole: de uitgestelde datum is er.", "1. Kies opnieuw een route.")
    await noor.clicks("Kies een route")
    noor.sees("Uitgesteld tot 23 februari 2027. Kijk nu opnieuw.")
    await noor.clicks("Bewaar", {"found": "priority"})
    noor.sees("Route: Koude aanpak", "Daarna volgt de startsessie.")


@pytest.mark.parametrize(
    ("words", "sees"),
    [
        ("route hessenpoort breed", "Wij werken op de achtergrond en volgen wat er gebeurt."),
        ("route hessenpoort los initiatief", "Daar bouwen wij op voort."),
        ("route hessenpoort warm terrein", "warm contact met het terrein"),
        ("route hessenpoort koud omdat Lola stopt", "Route: Koude aanpak"),
        ("route hessenpoort uitgesteld tot 1 maart 2027", "Op 1 maart 2027 komt dit terrein vanzelf terug."),
        ("route hessenpoort uitgesteld", "Op 23 mei 2027 komt dit terrein vanzelf terug."),
        ("route hessenpoort uitgesteld tot 1 maart 2020", "Deze route ken ik niet."),
        ("route hessenpoort over de A28", "Deze route ken ik niet."),
    ],
)
async def test_a_route_can_be_typed(chat: Chat, words: str, sees: str) -> None:
    noor = team(chat)
    await noor.says(words)
    noor.sees(sees)


async def test_an_outcome_waits_for_the_start_session(chat: Chat) -> None:
    noor = team(chat)
    await noor.says("uitkomst hessenpoort samen")
    noor.sees("Begin eerst met stap 2, Startbijeenkomst.")
    assert await rows(chat, terrain_event) == []


async def test_companies_that_go_on_together_sign_letters(chat_either_way: Chat) -> None:
    chat = chat_either_way
    await finish_short(chat)
    noor = team(chat)
    await talk(noor, *TO_STEP_2, "uitkomst hessenpoort")
    await noor.clicks("Bewaar", {"outcome": ""})
    noor.sees("Kies eerst een uitkomst.")
    await noor.clicks("Bewaar", {"outcome": "together"})
    noor.sees("Samen verder onderzoeken", "Nog geen enkele gevraagd.", "Jansen Transport")
    (company,) = [one["value"] for one in noor.screen[-1].inputs()["companies"]["choices"]]
    await noor.clicks("Bewaar", {"companies": company, "state": "asked"})
    noor.sees("Jansen Transport: gevraagd op 23 november 2026")
    await noor.says("uitkomst hessenpoort getekend jansen transport")
    noor.sees("Jansen Transport: getekend op 23 november 2026")
    await noor.says("status hessenpoort")
    noor.sees("Samen verder onderzoeken", "1 getekend")


async def test_erasing_the_company_takes_its_letter_along(chat: Chat) -> None:
    fatima, noor = await finish_short(chat), team(chat)
    await talk(noor, *TO_STEP_2, "uitkomst hessenpoort samen", "uitkomst hessenpoort getekend jansen")
    noor.sees("Jansen Transport: getekend")
    await talk(fatima, "verwijder mijn gegevens", "ja")
    await noor.says("uitkomst hessenpoort")
    noor.sees_not("Jansen", "getekend op")
    noor.sees("Nog geen enkele gevraagd.")


async def test_an_unknown_company_is_asked_back(chat: Chat) -> None:
    await finish_short(chat)
    noor = team(chat)
    await talk(noor, *TO_STEP_2, "uitkomst hessenpoort samen", "uitkomst hessenpoort getekend Pietersen Pallets")
    noor.sees("Welk bedrijf is “Pietersen Pallets”?", "Ik vind het hier niet.")


async def test_no_need_lets_the_terrain_rest_until_a_wish_comes(chat: Chat) -> None:
    noor = team(chat)
    await talk(noor, *TO_STEP_2, "uitkomst hessenpoort geen behoefte")
    noor.sees("Nu geen behoefte", "Het terrein rust.")
    chat.now += datetime.timedelta(days=400)
    await noor.says("status hessenpoort")
    noor.sees("Hier is nu geen behoefte. Het terrein rust.", "1. Komt er een wens? Begin het plan opnieuw.")
    noor.sees_not("Te laat")
    await noor.says("stap hessenpoort naar 3")
    noor.sees("Begin het plan opnieuw als er een wens is.")
    await noor.says("stap hessenpoort plan opnieuw")
    noor.sees("Welke wens is er nu?")
    await noor.clicks("Begin het plan opnieuw", {"why": "Drie bedrijven willen nu wel."})
    noor.sees("Het plan begint opnieuw.", "Stap 0: Inventarisatie")


async def test_alone_with_the_toolbox(chat: Chat) -> None:
    noor = team(chat)
    await talk(noor, *TO_STEP_2, "uitkomst hessenpoort zelfstandig", "status hessenpoort")
    noor.sees("De bedrijven lossen het hier zelf op. De toolbox is beschikbaar.")


@pytest.mark.parametrize(
    ("words", "sees"),
    [
        ("regisseur hessenpoort", "Hessenpoort (Zwolle) heeft geen regisseur."),
        ("regisseur hessenpoort ik", "De regisseur van Hessenpoort (Zwolle) is nu u."),
        ("regisseur hessenpoort noor", "De regisseur van Hessenpoort (Zwolle) is nu Noor."),
        ("regisseur hessenpoort Karel", "Wie is “Karel”? Kies iemand van het projectteam."),
        ("regisseur hessenpoort niemand", "De regisseur van Hessenpoort (Zwolle) is nu niemand."),
    ],
)
async def test_a_director_is_named(chat: Chat, words: str, sees: str) -> None:
    noor = team(chat)
    await noor.says("help")
    await noor.says(words)
    noor.sees(sees)
