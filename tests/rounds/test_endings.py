"""A consent ends after two years: announced thirty days before, shown as ended, given again with one tap, kept no longer."""

import datetime

import pytest
from sqlalchemy import update

from bot.jobs.queue import tidy
from domain.consent.consents import SHARING, TEXTS, Purpose
from storage.database.transactions import transaction
from storage.tables.people import consent_event, intake, person
from tests.beginnings import finish_short, talk
from tests.chat import Chat
from tests.person import Person
from tests.rounds.going import START, at, go, moment
from tests.tables import decisions, rows

ENDS = START.replace(year=START.year + 2)
DAY = datetime.timedelta(days=1)
TITLE = "Uw toestemming loopt af"


async def keeps_longer(chat: Chat) -> None:
    """Let the first consent of everybody hold a year longer than the rest, as of who joined later."""
    async with transaction(chat.database) as connection:
        for row in await rows(chat, person):
            kept = {**row["place"]["kept"], "until": moment(ENDS.replace(year=ENDS.year + 1)).isoformat()}
            values = {"place": {**row["place"], "kept": kept}}
            await connection.execute(update(person).where(person.c.id == row["id"]).values(values))


def hears(fatima: Person) -> list[str]:
    """Return every announcement on the screen."""
    return [shown.text() for shown in fatima.screen if TITLE in shown.text()]


async def test_what_ends_is_announced_once_thirty_days_before(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await at(chat, ENDS - 32 * DAY)
    fatima.sees_nothing()
    await at(chat, ENDS - 29 * DAY)
    fatima.sees(TITLE, TEXTS[Purpose.KEEP].question, TEXTS[Purpose.TOTAL].question, "23 november 2028", "wissen wij 30 dagen")
    fatima.sees_not(TEXTS[Purpose.COMPANIES].question)  # she said no to that
    for days in (28, 20, 10, 1):
        await at(chat, ENDS - days * DAY)
    assert len(hears(fatima)) == 1


async def test_given_again_with_one_tap_and_not_announced_again(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await at(chat, ENDS - 29 * DAY)
    await fatima.clicks("Ja, ga door")
    fatima.sees("Dank u. Dit geldt weer twee jaar.", "Geldig tot 25 oktober 2030", "Trek in")
    given = [row for row in await rows(chat, consent_event) if row["at"] == chat.now]
    assert [row["purpose"] for row in given] == ["keep", "total", "operator", "approach"]
    assert {row["text_version"] for row in given} == {TEXTS[Purpose.KEEP].version}
    assert await decisions(chat, "companies") == ["refused"]
    await at(chat, ENDS + DAY)
    fatima.sees_nothing()
    await fatima.says("toestemming")
    fatima.sees_not("Afgelopen", "loopt bijna af")


async def test_an_old_announcement_gives_nothing_that_was_taken_back_since(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await at(chat, ENDS - 29 * DAY)
    card = fatima.newest("Ja, ga door")
    await fatima.says("toestemming")
    overview = fatima.newest("Trek in")
    total = next(node for node in overview.all_buttons() if node["data"]["data"].get("purpose") == "total")
    await fatima.presses(total, {}, overview)
    await fatima.clicks("Ja, ga door", on=card)
    assert await decisions(chat, "total") == ["given", "withdrawn"]
    assert await decisions(chat, "approach") == ["given", "given"]


async def test_ended_is_shown_as_ended_and_given_again_with_one_tap(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await keeps_longer(chat)
    chat.now = moment(ENDS + 30 * DAY)
    await fatima.says("toestemming")
    fatima.sees(
        "Meetellen zonder naam\nAfgelopen\n", "Afgelopen op 23 november 2028. Dit telt nu niet.", "Geef opnieuw toestemming"
    )
    overview = fatima.newest("Geef opnieuw toestemming")
    again = next(node for node in overview.all_buttons() if node["data"]["data"].get("purpose") == "total")
    await fatima.presses(again, {}, overview)
    fatima.sees("Vanaf nu mag dit.", "Geldig tot 23 december 2030")
    events = [row for row in await rows(chat, consent_event) if row["purpose"] == "total"]
    assert [row["state"] for row in events] == ["given", "given"]
    assert events[-1]["until"].year == 2030
    await fatima.says("overzicht")
    fatima.sees("Uitnodigen\nAfgelopen")


@pytest.mark.parametrize("before", [datetime.timedelta(microseconds=1), datetime.timedelta(0)])
async def test_a_consent_ends_at_its_very_moment(chat: Chat, before: datetime.timedelta) -> None:
    fatima = await finish_short(chat)
    await keeps_longer(chat)
    [row] = [row for row in await rows(chat, consent_event) if row["purpose"] == "total"]
    chat.now = row["until"] - before
    await fatima.says("toestemming")
    fatima.sees(f"Meetellen zonder naam\n{'Ja' if before else 'Afgelopen'}\n")


async def test_ended_decisions_stand_open_on_the_form_and_are_asked_again(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await keeps_longer(chat)
    chat.now = moment(ENDS + DAY)
    async with transaction(chat.database) as connection:
        for one in await rows(chat, person):
            place = {**one["place"], "phase": "questions", "typing": False, "asked": None}
            await connection.execute(update(person).where(person.c.id == one["id"]).values(place=place))
        await connection.execute(update(intake).values(confirmed_at=None))
    await fatima.says("verder")
    form = fatima.newest("Opslaan")
    assert [form.filled_in()[purpose] for purpose in SHARING] == ["", "no", "no", "", ""]


async def test_after_the_first_consent_ends_nothing_is_taken_in_until_a_new_yes(chat: Chat) -> None:
    fatima = await finish_short(chat)
    chat.now = moment(ENDS + DAY)
    kept = await rows(chat, intake)
    await talk(fatima, "wijzig zonnepanelen", "12", "grootste zorg: geld", "nee toch")
    assert [row["current"] for row in await rows(chat, intake)] == [row["current"] for row in kept]
    await fatima.says("toestemming")
    fatima.sees("Antwoorden bewaren\nAfgelopen\n", "Uw antwoorden zien wij nu niet.")
    for words in ("mijn gegevens", "mijn gegevens alles"):
        await fatima.says(words)
        fatima.sees("Jansen Transport", "Uw toestemming om antwoorden te bewaren is afgelopen.", "Anders wissen wij alles.")
        fatima.sees_not("Het projectteam ziet uw antwoorden")
    await fatima.says("toestemming")
    overview = fatima.newest("Geef opnieuw toestemming")
    keep = next(node for node in overview.all_buttons() if node["data"]["data"].get("purpose") == "keep")
    await fatima.presses(keep, {}, overview)
    fatima.sees("Vanaf nu mag dit.")
    await fatima.says("overzicht")
    fatima.sees("Jansen Transport")


async def test_whose_consent_ended_hears_nothing_untrue_of_colleagues(chat: Chat) -> None:
    fatima = await finish_short(chat)
    chat.now += 100 * DAY
    await fatima.says("collega")
    code, piet = fatima.code(), chat.person("Piet")
    await piet.opens()
    await talk(piet, "ja", f"code {code}", "ja")
    chat.now = moment(ENDS + DAY)
    for words in ("toestemming", "mijn gegevens"):
        await fatima.says(words)
        fatima.sees("Anders wissen wij wat wij van uzelf bewaren.")
        fatima.sees_not("Uw antwoorden zien wij nu niet", "wissen wij alles")


async def test_a_typed_yes_after_the_end_goes_on_where_one_was(chat: Chat) -> None:
    fatima = await finish_short(chat)
    chat.now = moment(ENDS + DAY)
    await fatima.says("hallo")
    await fatima.says("ja")
    fatima.sees("Uw antwoorden blijven bewaard.")
    await fatima.says("overzicht")
    fatima.sees("Jansen Transport")


@pytest.mark.parametrize("says", [("verwijder mijn gegevens", "ja, wis alles"), ("start", "nee")])
async def test_who_says_no_after_the_end_is_erased(chat: Chat, says: tuple[str, str]) -> None:
    fatima = await finish_short(chat)
    chat.now = moment(ENDS + DAY)
    await talk(fatima, *says)
    assert not [row for row in await rows(chat, intake) if row["company"]]


async def test_nobody_gave_it_again_so_all_is_erased_after_a_month(chat: Chat) -> None:
    await finish_short(chat)
    async with transaction(chat.database) as connection:  # a sign of life, long after the first consent
        await connection.execute(update(intake).values(changed_at=moment(ENDS - DAY)))
    await tidy(chat.database, moment(ENDS + 29 * DAY))
    assert await rows(chat, intake)
    await tidy(chat.database, moment(ENDS + 31 * DAY))
    assert not await rows(chat, intake)
    assert not await rows(chat, person)
    assert await rows(chat, consent_event)


async def test_only_whoever_gave_it_hears_it_and_the_unreachable_break_nothing(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await talk(fatima, "collega")
    code, piet = fatima.code(), chat.person("Piet")
    await piet.opens()
    chat.now += DAY * 100
    await talk(piet, "ja", f"code {code}")
    await at(chat, ENDS - 29 * DAY)
    fatima.sees(TITLE)
    piet.sees_nothing()
    await fatima.leaves()
    await go(chat)
    piet.sees_nothing()  # it was announced already


async def test_a_colleague_hears_it_when_whoever_gave_it_cannot_be_reached(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await talk(fatima, "collega")
    code, piet = fatima.code(), chat.person("Piet")
    await piet.opens()
    chat.now += DAY * 20  # the code still works
    await talk(piet, "ja", f"code {code}", "ja")
    await fatima.leaves()
    await at(chat, ENDS - 29 * DAY)
    piet.sees(TITLE, TEXTS[Purpose.TOTAL].question)
    piet.sees_not(TEXTS[Purpose.KEEP].question)  # that one is Fatima's own


async def test_nobody_at_all_can_be_reached(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.leaves()
    await at(chat, ENDS - 29 * DAY)
    fatima.sees_nothing()


async def test_whoever_wants_no_messages_gets_none(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.says("geen berichten")
    await at(chat, ENDS - 29 * DAY)
    fatima.sees_nothing()
    await fatima.says("toestemming")
    fatima.sees("Loopt bijna af: geldig tot 23 november 2028.")
