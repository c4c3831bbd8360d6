"""What companies hear around a session: reminders, and after it what the team said yes to."""

import datetime

from bot.jobs.queue import tidy
from domain.access.roles import Grant, Role
from domain.papers.papers import A_MONTH
from storage.database.transactions import transaction
from storage.tables.access import role_grant
from storage.tables.paper import paper
from storage.tables.sending import sending
from tests.access.arranging import gives
from tests.beginnings import talk
from tests.chat import Chat
from tests.papers.test_links import link
from tests.person import Person
from tests.rounds.going import at, go
from tests.sessions import beginnings
from tests.sessions.beginnings import SEND, company, planned
from tests.tables import rows

SESSION = datetime.date(2027, 1, 14)  # a Thursday


def before(days: int) -> datetime.date:
    """Return a day so many days before the session."""
    return SESSION - datetime.timedelta(days=days)


def after(days: int) -> datetime.date:
    """Return a day so many days after the session."""
    return SESSION + datetime.timedelta(days=days)


async def invited(chat: Chat) -> tuple[Person, Person]:
    """Return Noor, and Fatima who was just invited and can still say no."""
    noor, fatima = await beginnings.invited(chat)
    fatima.sees("Ik kom niet")
    return noor, fatima


async def held(chat: Chat, *directions: str) -> tuple[Person, Person]:
    """Return the same after the session, to which Fatima came."""
    noor, fatima = await invited(chat)
    await fatima.clicks("Ik kom")
    chat.now = datetime.datetime(2027, 1, 14, 21, 30, tzinfo=datetime.UTC)
    await noor.says("sessies hessenpoort")
    await noor.clicks("Startsessie, 14 januari 2027")
    await noor.clicks("Na afloop")
    await noor.fills_in({"state": "held", "directions": "\n".join(directions)}, "Bewaar")
    return noor, fatima


async def test_who_did_not_answer_is_asked_once_more_in_the_last_week(chat: Chat) -> None:
    _, fatima = await invited(chat)
    for day in (20, 10, 8):
        await at(chat, before(day))
        fatima.sees_nothing()
    await at(chat, before(7))
    fatima.sees("Komt u ook? Startsessie Hessenpoort", "14 januari 2027, 19:30 - 21:25", "Waar: Zaal 2", "Ik kom niet")
    fatima.sees("Wij vragen dit niet nog een keer.", "Geen berichten meer")
    for day in (6, 3, 1):
        await at(chat, before(day))
        fatima.sees_nothing()


async def test_one_tap_on_the_reminder_answers_and_visitors_hear_the_day_before(chat: Chat) -> None:
    _, fatima = await invited(chat)
    await at(chat, before(7))
    await fatima.clicks("Ik kom")
    fatima.sees("Fijn dat u komt. U staat op de lijst.")
    await at(chat, before(2))
    fatima.sees_nothing()
    await at(chat, before(1))
    fatima.sees("Morgen: startsessie Hessenpoort", "Zaal 2")
    await at(chat, SESSION)
    fatima.sees_nothing()


async def test_who_withdrew_or_wants_no_messages_hears_nothing(chat: Chat) -> None:
    _, fatima = await invited(chat)
    await fatima.says("geen berichten")
    await at(chat, before(7))
    fatima.sees_nothing()
    await talk(fatima, "berichten aan", "toestemming")
    last = [button for button in fatima.screen[-1].all_buttons() if button["title"] == "Trek in"][-1]
    assert last["data"]["data"]["purpose"] == "approach"
    await fatima.presses(last, {}, fatima.screen[-1])
    fatima.sees("Ingetrokken.")
    await at(chat, before(6))
    fatima.sees_nothing()


async def test_the_day_after_the_team_gets_a_draft_and_nothing_goes_without_yes(chat: Chat) -> None:
    noor, fatima = await held(chat)
    await at(chat, after(1))
    noor.sees("Klaar om te versturen? Bedankt voor uw komst", "1 bedrijf krijgt dit bericht.", "De dia's gaan mee.")
    noor.sees("Dit staat erin:\nDank u wel dat u er was op 14 januari 2027. Hierbij krijgt u de dia's.\nOver een week krijgt u")
    noor.sees_not("Kijk nog even naar deze woorden")
    fatima.sees_nothing()
    await noor.clicks(SEND, {"text": "Fijn dat u er was.\n\nTot snel!"})
    noor.sees("Kijk eerst nog even naar de tekst.", "Een punt is genoeg.", "Er staat niet wie dit stuurt.", "Voorstel: Tot snel.")
    await noor.clicks("Neem over")
    noor.sees("Uw eigen tekst is niet weg.", "Tot snel.", "Dit bericht komt van NAL-regio Oost")
    await noor.clicks("Mijn tekst terug")
    await noor.clicks(SEND)
    noor.sees("Goedgekeurd. Het bericht gaat nu naar 1 persoon.")
    await go(chat)
    fatima.sees("Bedankt voor uw komst: startsessie Hessenpoort", "Fijn dat u er was.", "Tot snel!", "dia's.pptx")
    for day in (2, 4, 5):
        await at(chat, after(day))
        fatima.sees_nothing()


async def test_a_draft_goes_to_the_planner_when_the_director_left_the_team(chat: Chat) -> None:
    bram = chat.person("Bram")
    await gives(chat, bram, Grant(Role.TEAM))
    await bram.says("regisseur hessenpoort ik")
    noor, _ = await held(chat)
    async with transaction(chat.database) as connection:
        await connection.execute(role_grant.delete())
    await at(chat, after(1))
    noor.sees("Klaar om te versturen? Bedankt voor uw komst")
    assert "Klaar om te versturen?" not in bram.transcript()


async def test_slides_last_a_month_and_go_when_a_company_takes_a_consent_back(chat: Chat) -> None:
    noor, fatima = await held(chat)
    await at(chat, after(1))
    await noor.clicks(SEND)
    await go(chat)
    fatima.sees("De link werkt tot 14 februari 2027")
    secret, sent = link(fatima), chat.now
    chat.now = sent + datetime.timedelta(days=29)
    await tidy(chat.database, chat.now)
    assert await chat.turns.linked_paper(secret)
    await fatima.says("toestemming")
    share = next(one for one in fatima.screen[-1].all_buttons() if one["data"]["data"].get("purpose") == "companies")
    await fatima.presses(share, {}, fatima.screen[-1])
    fatima.sees("Ingetrokken.")
    assert await chat.turns.linked_paper(secret) is None


async def test_the_slides_are_gone_after_a_month(chat: Chat) -> None:
    noor, fatima = await held(chat)
    await at(chat, after(1))
    await noor.clicks(SEND)
    await go(chat)
    chat.now += A_MONTH
    assert await chat.turns.linked_paper(link(fatima)) is None
    await tidy(chat.database, chat.now)
    assert await rows(chat, paper) == []


async def test_a_week_after_the_draft_holds_what_came_out_and_the_next_date(chat: Chat) -> None:
    noor, fatima = await held(chat, "Samen laden bij de hal")
    await planned(chat, "hessenpoort werksessie 2", day="2027-02-11")
    await at(chat, after(1))
    await noor.clicks("Niet versturen")
    noor.sees("Dit bericht wordt niet verstuurd.")
    await at(chat, after(7))
    noor.sees("De uitwerking", "Samen laden bij de hal", "De volgende keer is op 11 februari 2027, 19:30.")
    await noor.clicks(SEND)
    await go(chat)
    fatima.sees("De uitwerking: startsessie Hessenpoort", "Samen laden bij de hal")
    assert sorted((row["kind"], row["state"]) for row in await rows(chat, sending) if row["once"]) == [
        ("thanks", "dropped"), ("worked", "approved"),
    ]  # fmt: skip


async def test_without_directions_the_draft_says_what_is_missing(chat: Chat) -> None:
    noor, _ = await held(chat)
    await at(chat, after(8))
    noor.sees("De uitwerking", "Er staan nog geen richtingen in.")


async def test_a_draft_waits_in_a_list_and_is_sent_once(chat: Chat) -> None:
    noor, fatima = await held(chat)
    await at(chat, after(1))
    await noor.says("concepten")
    noor.sees("Wacht op uw ja", "1. Bedankt voor uw komst: startsessie Hessenpoort")
    await noor.clicks("1. Bedankt voor uw komst")
    await noor.clicks("Bewaar de tekst", {"text": "Dank."})
    noor.sees("De tekst is bewaard. Er is nog niets verstuurd.")
    old = noor.newest(SEND)
    await noor.clicks(SEND, on=old)
    await noor.clicks(SEND, on=next(shown for shown in noor.screen if shown.has_button(SEND)))
    noor.sees("Dit concept is al verstuurd, of gaat niet door.")
    await go(chat)
    fatima.sees("Dank.")
    assert fatima.transcript().count("Bedankt voor uw komst") == 1
    await noor.says("concepten")
    noor.sees("Er wachten geen berichten op u.")


async def test_approved_in_the_evening_it_waits_for_the_morning(chat: Chat) -> None:
    noor, fatima = await held(chat)
    await at(chat, after(1))
    chat.now = datetime.datetime(2027, 1, 15, 20, 0, tzinfo=datetime.UTC)  # a Friday
    await noor.clicks(SEND)
    noor.sees("op 18 januari 2027, 08:00")
    await go(chat)
    fatima.sees_nothing()
    await at(chat, after(4), hour=8)
    fatima.sees("Bedankt voor uw komst")


async def test_a_newcomer_gets_a_recap_after_a_yes_and_so_does_the_next_one(chat: Chat) -> None:
    noor, fatima = await held(chat, "Samen laden bij de hal")
    await at(chat, after(1))
    await noor.clicks("Niet versturen")
    piet = await company(chat, "Piet", "De Boer Opslag")
    await planned(chat, "hessenpoort werksessie 2", day="2027-02-11")
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    await noor.clicks(SEND)
    await chat.notices()
    await piet.clicks("Ik kom")
    await fatima.clicks("Ik kom")
    await at(chat, after(4))
    noor.sees("Wat er al gebeurde", "kwamen al bij elkaar op 14 januari 2027", "Samen laden bij de hal", "1 bedrijf krijgt")
    await noor.clicks(SEND)
    await go(chat)
    piet.sees("Wat er al gebeurde: werksessie 2 Hessenpoort", "U kunt gewoon instappen.")
    fatima.sees_nothing()
    joke = await company(chat, "Joke", "Van Dam Bouw")
    await noor.says("sessies hessenpoort")
    await noor.clicks("Werksessie 2, 11 februari 2027")
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    await noor.clicks(SEND)
    await chat.notices()
    await joke.clicks("Ik kom")
    await at(chat, after(5))
    joke.sees("Wat er al gebeurde: werksessie 2 Hessenpoort")
    noor.sees_nothing()


async def test_companies_cannot_touch_drafts(chat: Chat) -> None:
    noor, fatima = await held(chat)
    await at(chat, after(1))
    [draft] = [row for row in await rows(chat, sending) if row["state"] == "open"]
    for do in ("send", "drop", "open"):
        await fatima.presses_raw("draft_do", {"draft": str(draft["id"]), "do": do}, {"text": "Gratis!"})
        fatima.sees("Deze knop werkt niet meer.")
    await fatima.says("concepten")
    fatima.sees_not("Bedankt voor uw komst")
    noor.sees("Klaar om te versturen?")
