"""Beside her own outlook Fatima reads the average of her terrain: only what was published, and only while it stands."""

from domain.consent.consents import Purpose, State
from tests.beginnings import finish_short
from tests.chat import Chat
from tests.disclosure.companies import Town
from tests.disclosure.test_factsheet import NAMES
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
