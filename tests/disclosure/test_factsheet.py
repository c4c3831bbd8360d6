"""`factsheet`: companies, park management and the municipality read what was published, the team reads live; nobody a name."""

import datetime
from collections.abc import Sequence

import pytest

from dialogs.turn.events import Said, Scope
from domain.access.roles import Grant, Role
from domain.consent.consents import Purpose, State
from storage.tables.paper import paper
from tests.access.arranging import gives
from tests.beginnings import finish_short, talk
from tests.chat import Chat
from tests.disclosure.companies import Town, fleet
from tests.disclosure.test_renewing import renew, settle
from tests.intake.arranging import knows
from tests.person import Person
from tests.tables import rows

NAMES = ("Alfa Transport", "Bravo Logistiek", "Charlie Bouw", "Delta Food", "Echo Koerier", "Foxtrot Opslag")
MANAGER = Grant(Role.PARK_MANAGER, terrain="t-1")
MUNICIPALITY = Grant(Role.MUNICIPALITY, municipality="GM0193")


async def reader(chat: Chat, *grants: Grant) -> Person:
    """Return somebody with these roles."""
    yara = chat.person("Yara")
    await yara.says("help")
    await gives(chat, yara, *grants)
    return yara


def sees_no_name(person: Person, names: Sequence[str] = NAMES) -> None:
    """Check that no company can be read."""
    person.sees_not(*names)


@pytest.mark.parametrize("grant", [MANAGER, MUNICIPALITY])
async def test_who_has_a_role_on_the_terrain_reads_what_was_published(chat: Chat, town: Town, grant: Grant) -> None:
    await settle(town, *NAMES)
    await renew(town)
    yara = await reader(chat, grant)
    await yara.says("factsheet hessenpoort")
    yara.sees(
        "Laden op Hessenpoort (Zwolle)",
        "In 2030 vragen 6 bedrijven samen",
        "Antwoorden: stand van 23 november 2026",
        "Samen",
        "Als pdf",
    )
    yara.sees("Alle bedrijven gaven zelf hun aantallen.", "Wij tonen alleen afgeronde totalen.")
    sees_no_name(yara)
    await yara.says("factsheet broeklanden")
    yara.sees("ken ik niet")


async def test_a_company_reads_its_own_terrain_without_naming_it_and_no_other(chat: Chat, town: Town) -> None:
    await settle(town, *NAMES)
    await settle(town, "Golf Zuid", terrain="t-3")
    await renew(town)
    fatima = await finish_short(chat)
    await fatima.says("factsheet")
    fatima.sees("Laden op Hessenpoort (Zwolle)", "6 bedrijven")
    sees_no_name(fatima)
    await fatima.says("factsheet broeklanden")
    fatima.sees_not("Laden op Broeklanden")


async def test_with_too_few_it_says_why_and_does_not_push(chat: Chat, town: Town) -> None:
    await settle(town, *NAMES[:3])
    await renew(town)
    fatima = await finish_short(chat)
    await fatima.says("factsheet hessenpoort")
    fatima.sees("Er zijn nog te weinig bedrijven voor een totaal.", "minstens 5", "Uw bedrijf telt al mee. Dank u.")
    fatima.sees_not("Als pdf", "3 bedrijven", "4 bedrijven")
    await talk(fatima, "toestemming")
    total = next(node for node in fatima.screen[-1].all_buttons() if node["data"]["data"].get("purpose") == "total")
    await fatima.presses(total, {}, fatima.screen[-1])
    await fatima.says("factsheet hessenpoort")
    fatima.sees("Wilt u meetellen, zonder naam? Typ dan 'toestemming'. Het hoeft niet.")


@pytest.mark.parametrize("companies", [0, 4, 6])
async def test_whether_there_are_none_or_one_large_one_the_words_are_the_same(chat: Chat, town: Town, companies: int) -> None:
    await settle(town, *NAMES[:companies])
    if companies == 6:
        await town.adds("Groot", Purpose.TOTAL, answers=fleet(200, now=200, electric_2035=200))
    await renew(town)
    yara = await reader(chat, MANAGER)
    await yara.says("factsheet hessenpoort")
    yara.sees("nog te weinig bedrijven", "minstens 5 bedrijven, waarin geen bedrijf opvalt")


async def test_the_team_reads_live_and_is_told_so(chat: Chat, town: Town) -> None:
    await settle(town, *NAMES[:2])
    noor = chat.person("Noor", team=True)
    await noor.says("factsheet hessenpoort")
    noor.sees("Alleen het projectteam ziet deze cijfers.", "In 2030 vragen 2 bedrijven samen", "Anderen zien nog geen totaal.")
    noor.sees_not("Als pdf")
    await settle(town, *NAMES[2:])
    await renew(town)
    await town.adds("Golf", answers=fleet(4))
    await noor.says("factsheet hessenpoort")
    noor.sees(
        "In 2030 vragen 7 bedrijven samen", "Van 7 bedrijven hebben wij antwoorden.", "Anderen zien het totaal van 23 november"
    )
    sees_no_name(noor)


async def test_a_withdrawal_is_gone_from_the_next_card(chat: Chat, town: Town) -> None:
    await settle(town, *NAMES)
    await renew(town)
    yara = await reader(chat, MANAGER)
    await yara.says("factsheet hessenpoort")
    yara.sees("6 bedrijven")
    await town.decides(NAMES[0], State.WITHDRAWN, Purpose.TOTAL)
    await yara.says("factsheet hessenpoort")
    yara.sees("nog te weinig bedrijven")
    await yara.says("factsheet hessenpoort pdf")
    yara.sees("nog te weinig bedrijven")


async def test_years_of_different_days_say_of_which_day_they_are(chat: Chat, town: Town) -> None:
    for name in NAMES:
        await town.adds(name, Purpose.TOTAL, answers=fleet(4, electric_2035=4))
    await renew(town)
    town.now += datetime.timedelta(days=30)
    for name in NAMES:
        await town.answers(name, tractor__electric_now=1)
    await renew(town)
    chat.now = town.now
    yara = await reader(chat, MANAGER)
    await yara.says("factsheet hessenpoort")
    yara.sees("Nu (stand van 23 december 2026)", "2030 (stand van 23 november 2026)")


async def test_as_paper_it_is_one_page_of_what_was_published(chat: Chat, town: Town) -> None:
    await settle(town, *NAMES)
    await renew(town)
    noor = chat.person("Noor", team=True)
    await noor.says("factsheet hessenpoort")
    await noor.clicks("Als pdf")
    noor.sees("Factsheet Hessenpoort (Zwolle).pdf", "op één pagina")


async def test_who_takes_the_consent_back_takes_the_papers_that_are_kept_along(chat: Chat, town: Town) -> None:
    await settle(town, *NAMES)
    fatima = await finish_short(chat)
    await renew(town)
    yara = await reader(chat, MANAGER)
    await yara.does(Said("factsheet hessenpoort pdf"), scope=Scope.CHANNEL)
    yara.sees("Bestand openen", "Iedereen met deze link kan het bestand openen.")
    assert len(await rows(chat, paper)) == 1
    await fatima.says("mijn laadvraag")
    assert len(await rows(chat, paper)) == 1
    await talk(fatima, "toestemming")
    total = next(node for node in fatima.screen[-1].all_buttons() if node["data"]["data"].get("purpose") == "total")
    await fatima.presses(total, {}, fatima.screen[-1])
    assert await rows(chat, paper) == []


async def test_to_somebody_without_a_terrain_it_says_which_to_name(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await talk(fatima, "ja", "kort")
    await knows(chat, fatima, {})
    await fatima.says("factsheet hessenpoort")
    fatima.sees("ken ik niet")


async def test_one_company_is_spoken_of_as_one(chat: Chat, town: Town) -> None:
    await settle(town, NAMES[0])
    noor = chat.person("Noor", team=True)
    await noor.says("factsheet hessenpoort")
    noor.sees("In 2030 vraagt 1 bedrijf", "als het meteen laadt. Als het zijn laden spreidt, is dat")
