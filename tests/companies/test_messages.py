"""A message of the team's own: for whom in words, seen and approved, now or later, and afterwards who got it and who not."""

import datetime
from uuid import uuid4

import pytest
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.turn.events import Said, Scope
from dialogs.turn.refusals import NO_NAMES_HERE
from domain.companies.message_audience import MessageAudience, MessageGroup, read_audience
from domain.notices.notice import Failing
from storage.database.transactions import transaction
from storage.tables.notice import notice
from storage.tables.people import intake
from storage.tables.people import person as person_table
from storage.tables.sending import sending
from tests.beginnings import talk
from tests.chat import Chat
from tests.mail.arranging import mailed_company, posting
from tests.mail.test_letters import parts_of
from tests.sessions.beginnings import SEND, company, invited, noor
from tests.sessions.test_visitors import withdraw
from tests.tables import rows

US = "NAL-regio Oost, namens de provincies Gelderland en Overijssel"
TEXT = f"Wij zoeken nog een plek voor het laadplein.\n\nDit bericht komt van {US}."
LOOK = "Bekijk het bericht"


async def copied(connection: AsyncConnection, count: int) -> None:
    """Make more companies of the one that is there, each with somebody who answers for it."""
    company_row = (await connection.execute(select(intake))).mappings().one()
    somebody = (
        (await connection.execute(select(person_table).where(person_table.c.intake_id == company_row["id"]))).mappings().one()
    )
    keys = [(uuid4(), uuid4()) for _ in range(count)]
    await connection.execute(insert(intake), [{**company_row, "id": new, "mark_key": uuid4()} for new, _ in keys])
    await connection.execute(
        insert(person_table),
        [{**somebody, "id": who, "intake_id": new, "object_id": str(who)} for new, who in keys],
    )


async def test_a_message_goes_to_who_it_is_for_and_the_team_sees_who_got_it(chat: Chat) -> None:
    fatima, person = await company(chat, "Fatima", "Jansen Transport"), noor(chat)
    await company(chat, "Ans", "Bloemen BV", approach="nee")
    await person.says("bericht hessenpoort")
    person.sees("Voor: alle deelnemers. 1 bedrijf krijgt dit bericht.", "Dit zijn: Jansen Transport")
    person.sees("Zeiden geen ja tegen berichten van ons: Bloemen BV")
    await person.fills_in({"title": "Een plek gezocht", "text": TEXT}, LOOK)
    person.sees("Zo krijgt een bedrijf het:", "Een plek gezocht.", "Het gaat meteen na uw ja.")
    fatima.fresh = []
    await person.clicks(SEND)
    person.sees("Goedgekeurd. Het bericht gaat nu naar 1 persoon.")
    await chat.notices()
    fatima.sees("Een plek gezocht", "Wij zoeken nog een plek voor het laadplein.", f"Dit bericht komt van {US}.")
    await person.says("bericht hessenpoort")
    await person.clicks("Een plek gezocht")
    person.sees("1 van 1 ontvangen.", "Ontvangen: Jansen Transport")


@pytest.mark.parametrize(
    ("said", "whom", "text"),
    [
        ("stuur alle probleemhouders op hessenpoort een bericht", "probleemhouders", ""),
        ("mail iedereen op hessenpoort die niet reageerde dat de sessie om 10 uur begint", "wie nog niet reageerde",
         "De sessie om 10 uur begint"),
        ("bericht hessenpoort geen machtiging: Wilt u nog tekenen?", "wie geen machtiging gaf", "Wilt u nog tekenen?"),
    ],
)  # fmt: skip
async def test_whom_it_is_for_is_heard(chat: Chat, said: str, whom: str, text: str) -> None:
    person = noor(chat)
    await person.says(said)
    person.sees(f"Voor: {whom}.", text)


async def test_what_the_guard_says_is_shown_once_and_nothing_typed_is_lost(chat: Chat) -> None:
    await company(chat, "Fatima", "Jansen Transport")
    person = noor(chat)
    await person.says("bericht hessenpoort")
    typed = "U moet morgen komen, anders mist u de laatste kans!"
    await person.fills_in({"text": typed}, LOOK)
    person.sees(
        typed, "Een bedrijf kiest zelf of het meedoet.", "Voorstel: U kunt morgen komen.", "Er staat niet wie dit stuurt."
    )
    await person.clicks("Neem over")
    person.sees("U kunt morgen komen.", f"Dit bericht komt van {US}.", "Uw eigen tekst is niet weg.")
    await person.clicks("Mijn tekst terug")
    person.sees(typed)
    await person.clicks(SEND)
    person.sees("Goedgekeurd.")


async def test_a_planned_message_waits_and_can_be_stopped(chat: Chat) -> None:
    fatima, person = await company(chat, "Fatima", "Jansen Transport"), noor(chat)
    await person.says("bericht hessenpoort")
    await person.fills_in({"text": TEXT, "when": "gisteren"}, LOOK)
    person.sees("Dit moment ken ik niet.", "Wij zoeken nog een plek")
    await person.fills_in({"when": "morgen om 7 uur"}, LOOK)
    person.sees("Bedoelt u 24 november 2026, 07:00 of 24 november 2026, 19:00?")
    await person.fills_in({"when": "morgen om 07:00"}, LOOK)
    person.sees("08:00. Eerder sturen wij niets, want dat is buiten kantooruren.")
    fatima.fresh = []
    await person.clicks(SEND)
    person.sees("Gepland op", "voor 1 bedrijf.")
    await chat.notices()
    fatima.sees_nothing()
    await person.clicks("Toch niet versturen")
    person.sees("Dit bericht gaat niet meer uit.")
    chat.now += datetime.timedelta(days=4)
    await chat.notices()
    fatima.sees_nothing()


async def test_an_audience_that_shrank_is_told_before_it_goes_and_withheld_after(chat: Chat) -> None:
    person, fatima = noor(chat), await company(chat, "Fatima", "Jansen Transport")
    ans, piet = await company(chat, "Ans", "Bloemen BV"), await company(chat, "Piet", "Piet Vracht")
    await person.says("bericht hessenpoort")
    await person.fills_in({"text": TEXT}, LOOK)
    await talk(ans, "toestemming")
    await withdraw(ans)
    await person.clicks(SEND)
    person.sees("Het waren 3 bedrijven, nu 2. Kijk nog even wie het zijn.")
    await person.clicks(SEND)
    person.sees("gaat nu naar 2 personen.")
    await talk(piet, "toestemming")
    await withdraw(piet)
    fatima.fresh, piet.fresh = [], []
    await chat.notices()
    fatima.sees("Wij zoeken nog een plek voor het laadplein.")
    piet.sees_nothing()
    assert [one["failing"] for one in await rows(chat, notice) if one["kind"] == "message" and not one["arrived"]] == [
        Failing.WITHHELD
    ]
    await person.says("bericht hessenpoort")
    await person.clicks("Bericht over Hessenpoort")
    person.sees("1 van 2 ontvangen; 1 niet verstuurd, want niet meer gewenst of nodig.", "Ontvangen: Jansen Transport")


async def test_who_comes_to_the_session_is_a_group(chat: Chat) -> None:
    person, fatima = await invited(chat)
    await fatima.clicks("Ik kom")
    await company(chat, "Ans", "Bloemen BV")
    await person.says("bericht hessenpoort wie komt")
    person.sees("Voor: wie naar de bijeenkomst komt. 1 bedrijf krijgt dit bericht.", "Dit zijn: Jansen Transport")


async def test_nobody_else_sends_and_no_button_of_another_thing_does(chat: Chat) -> None:
    fatima, person = await company(chat, "Fatima", "Jansen Transport"), noor(chat)
    await person.says("bericht hessenpoort")
    await person.fills_in({"text": TEXT}, LOOK)
    (kept,) = await rows(chat, sending)
    data = {"message": str(kept["id"]), "terrain": kept["terrain_id"]}
    for do in ("look", "send", "drop"):
        await fatima.presses_raw("message_do", {**data, "do": do}, {"text": "Gratis!"})
        fatima.sees("Deze knop werkt niet meer.")
    await person.presses_raw("message_do", {**data, "terrain": "elders", "do": "send"}, {"text": TEXT})
    person.sees("Deze knop werkt niet meer.")
    assert [one["state"] for one in await rows(chat, sending)] == ["open"]


def test_an_audience_is_read_as_it_was_kept_and_not_otherwise() -> None:
    asked = MessageAudience(MessageGroup.SILENT)
    assert read_audience(asked.kept) == asked
    for odd in (None, {}, {**asked.kept, "version": 2}, {**asked.kept, "group": "everybody"}, {**asked.kept, "more": 1},
                {**asked.kept, "group": "coming"}, {**asked.kept, "session": "x"}):  # fmt: skip
        assert read_audience(odd) is None


async def test_three_hundred_companies_get_it_once_each(chat: Chat) -> None:
    fatima, person = await company(chat, "Fatima", "Jansen Transport"), noor(chat)
    async with transaction(chat.database) as connection:
        await copied(connection, 299)
    await person.says("bericht hessenpoort")
    person.sees("300 bedrijven krijgen dit bericht.", "nog 294")
    await person.fills_in({"text": TEXT}, LOOK)
    fatima.fresh = []
    await person.clicks(SEND)
    person.sees("gaat nu naar 300 personen.")
    planned = [one for one in await rows(chat, notice) if one["kind"] == "message"]
    assert len({one["person_id"] for one in planned}) == len(planned) == 300


async def test_where_no_company_is_named_nothing_is_sent(chat: Chat) -> None:
    await company(chat, "Fatima", "Jansen Transport")
    person = noor(chat)
    await person.does(Said("bericht hessenpoort"), scope=Scope.CHANNEL, team="19:elsewhere@thread.tacv2")
    person.sees(NO_NAMES_HERE)
    person.sees_not("Jansen")


async def test_who_left_teams_and_agreed_to_mail_gets_it_whole_by_mail(chat: Chat) -> None:
    async with posting(chat) as post:
        await (await mailed_company(chat)).leaves()
        person = noor(chat)
        await person.says("bericht hessenpoort")
        await person.fills_in({"title": "Een plek gezocht", "text": TEXT}, LOOK)
        await person.clicks(SEND)
        [mail] = await post.comes()
        assert mail["Subject"] == "Een plek gezocht"
        assert "Wij zoeken nog een plek voor het laadplein." in parts_of(mail)[0]
