"""Beside her own outlook Fatima reads the average of her terrain: only what was published, and only while it stands."""

import pytest

from domain.consent.consents import Purpose, State
from tests.beginnings import finish_short
from tests.chat import Chat
from tests.disclosure.companies import Town, fleet
from tests.disclosure.test_factsheet import NAMES
from tests.disclosure.test_plan_map import noor_of, plan
from tests.disclosure.test_renewing import renew, settle

AVERAGE = "laadt een bedrijf op uw terrein gemiddeld"


async def test_the_average_comes_from_what_was_published(chat: Chat, town: Town) -> None:
    await settle(town, *NAMES)
    await renew(town)
    fatima = await finish_short(chat)
    fatima.sees(f"In 2030 {AVERAGE}")
    await fatima.says("mijn laadvraag")
    fatima.sees(f"In 2030 {AVERAGE}")


async def test_without_a_published_total_nothing_is_said_of_others(chat: Chat, town: Town) -> None:
    await settle(town, *NAMES[:3])
    await renew(town)
    fatima = await finish_short(chat)
    fatima.sees("Uw laadvraag")
    fatima.sees_not(AVERAGE)


async def test_a_withdrawal_takes_the_average_away(chat: Chat, town: Town) -> None:
    await settle(town, *NAMES)
    await renew(town)
    fatima = await finish_short(chat)
    fatima.sees(AVERAGE)
    await town.decides(NAMES[0], State.WITHDRAWN, Purpose.TOTAL)
    await fatima.says("mijn laadvraag")
    fatima.sees("Uw laadvraag")
    fatima.sees_not(AVERAGE)


@pytest.mark.parametrize(("card", "why"), [
    ("factsheet", "De plankaart rekent met alle voertuigen op het terrein. De antwoorden zijn van 6 bedrijven."),
    ("factsheet", "Anderen zien het totaal van 23 november 2026, afgerond en van wie mag meetellen."),
    ("status", "indicatie, van 6 bedrijven; de plankaart rekent met alle bedrijven"),
    ("plankaart", "De factsheet noemt een ander totaal: daarin telt mee wie dat zonder naam wil."),
    ("aansluitingen", "De factsheet noemt een ander totaal: daarin telt mee wie dat zonder naam wil."),
    ("verdeling", "De factsheet noemt het hoogste kwartier. Hier staat het gemiddelde van elk uur."),
    ("verdeling", "Uw eigen factsheet en status tellen alle antwoorden van nu. Hier telt alleen wie dat mag."),
    ("kansen", "Alleen van bedrijven die dit met andere bedrijven willen delen."),
])  # fmt: skip
async def test_each_card_says_why_its_numbers_are_not_those_of_another(chat: Chat, town: Town, card: str, why: str) -> None:
    """Five let themselves be counted, one does not; the plan map expects more."""
    await plan(chat)
    await settle(town, *NAMES[:5])
    await town.adds("Zes", Purpose.COMPANIES, answers=fleet(9))
    await renew(town)
    noor = noor_of(chat)
    await noor.says(f"{card} hessenpoort")
    noor.sees(why)
