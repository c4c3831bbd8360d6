"""Who has no Teams and agreed to mail gets by mail what the team approved; nobody else does, and nothing else."""

import datetime
from collections.abc import Sequence
from email.message import EmailMessage
from typing import Any

import pytest
from icalendar import Calendar
from sqlalchemy import update

from domain.consent.consents import Purpose
from storage.database.transactions import transaction
from storage.tables.mail import mail_mark
from storage.tables.notice import notice
from storage.tables.people import intake
from storage.tables.turn import turn
from tests.beginnings import talk
from tests.chat import Chat
from tests.mail.arranging import ADDRESS, PUBLIC, invites, mailed_company, moves_to_the_door, posting
from tests.mail.taking import TAKEN, MailHost
from tests.mail.test_letters import parts_of
from tests.sessions.beginnings import SEND, company
from tests.sessions.test_telling import NEWS, moves
from tests.tables import rows


def event_of(mail: EmailMessage) -> tuple[str, Any]:
    """Return what a mail asks of a calendar."""
    [enclosed] = mail.iter_attachments()
    [event] = Calendar.from_ical(enclosed.get_content()).walk("VEVENT")
    return str(enclosed.get_param("method")), event


async def failing(chat: Chat) -> Sequence[object]:
    return [row["failing"] for row in await rows(chat, notice)]


async def test_an_invitation_goes_by_mail_to_who_left_teams(chat: Chat) -> None:
    async with posting(chat) as post:
        fatima = await mailed_company(chat)
        await fatima.leaves()
        noor = await invites(chat)
        noor.sees("gaat nu naar 1 persoon.")
        [mail] = await post.comes()
        text, page = parts_of(mail)
        assert (mail["To"], mail["Subject"]) == (ADDRESS, "Startsessie Hessenpoort")
        assert "Wanneer: 14 januari 2027, 19:30 - 21:25." in text
        assert f"Antwoord geven: {PUBLIC}/gesprek" in text
        assert "Laadmaat is van NAL-regio Oost" in text
        assert page.links[1].startswith(f"{PUBLIC}/afmelden/")
        method, event = event_of(mail)
        assert (method, event.decoded("dtstart")) == ("REQUEST", datetime.datetime(2027, 1, 14, 18, 30, tzinfo=datetime.UTC))
        assert [(row["arrived"], row["failing"]) for row in await rows(chat, notice)] == [(True, None)]
        stored = str([dict(row) for row in await rows(chat, turn)])
        assert ADDRESS not in stored  # nor a secret: both are looked up when it goes
        assert "afmelden" not in stored


async def test_a_session_that_moves_and_is_off_counts_up_in_the_calendar(chat: Chat) -> None:
    async with posting(chat) as post:
        fatima = await mailed_company(chat)
        await fatima.leaves()
        noor = await invites(chat)
        await post.comes()
        await moves(noor)
        await noor.clicks(NEWS)
        await noor.clicks(SEND)
        await post.comes()
        await noor.clicks("Na afloop")
        await noor.fills_in({"state": "cancelled"}, "Bewaar")
        await noor.clicks(NEWS)
        await noor.clicks(SEND)
        asked = [event_of(mail) for mail in await post.comes()]
    assert [method for method, _ in asked] == ["REQUEST", "REQUEST", "CANCEL"]
    assert len({str(event["uid"]) for _, event in asked}) == 1
    numbers = [int(event["sequence"]) for _, event in asked]
    assert numbers == sorted(set(numbers))


async def test_without_a_yes_to_mail_nothing_goes_by_mail(chat: Chat) -> None:
    async with posting(chat) as post:
        fatima = await company(chat, "Fatima", "Jansen Transport")
        await talk(fatima, f"mail naar {ADDRESS}", "nee")
        await fatima.leaves()
        noor = await invites(chat)
        noor.sees("Van 1 bedrijf kan ik hier niemand bereiken. Bel zelf.")
        assert await post.comes() == []


@pytest.mark.parametrize("changed", [{"text_version": "2020-01"}, {"state": "given_by_phone"}])
async def test_a_yes_to_other_words_or_by_telephone_counts_for_nothing(chat: Chat, changed: dict[str, str]) -> None:
    async with posting(chat) as post:
        fatima = await mailed_company(chat)
        await fatima.leaves()
        await decides_otherwise(chat, changed)
        noor = await invites(chat)
        noor.sees("kan ik hier niemand bereiken")
        assert await post.comes() == []


async def decides_otherwise(chat: Chat, changed: dict[str, str]) -> None:
    """Change what is kept of the decision about mail."""
    [row] = [one for one in await rows(chat, intake) if Purpose.MAIL in one["current"].get("consents", {})]
    consents = row["current"]["consents"]
    current = {**row["current"], "consents": {**consents, "mail": {**consents["mail"], **changed}}}
    async with transaction(chat.database) as connection:
        await connection.execute(update(intake).where(intake.c.id == row["id"]).values(current=current))


async def test_who_has_teams_gets_no_mail(chat: Chat) -> None:
    async with posting(chat) as post:
        fatima = await mailed_company(chat)
        await invites(chat)
        assert await post.comes() == []
        fatima.sees("Ik kom")


async def test_who_takes_it_back_while_it_waits_gets_nothing(chat: Chat) -> None:
    async with posting(chat) as post:
        fatima = await mailed_company(chat)
        await fatima.leaves()
        await invites(chat)
        await chat.notices()
        await decides_otherwise(chat, {"state": "withdrawn"})
        assert await post.comes() == []
        assert await failing(chat) == ["mail"]


async def test_in_a_window_there_is_news_and_an_invitation_goes_along_whole(chat: Chat) -> None:
    async with posting(chat) as post:
        fatima = await mailed_company(chat)
        await fatima.says("vraag Wat kost een laadpaal?")
        await moves_to_the_door(chat, fatima)
        noor = chat.person("Noor", team=True)
        await noor.says("antwoord 1 Dat hangt af van het vermogen.")
        await post.comes()
        await invites(chat)
        news, invitation = await post.comes()
        fatima.sees("Ik kom")
        assert news["Subject"] == "Er is nieuws voor u bij Laadmaat"
        assert "vermogen" not in parts_of(news)[0]
        assert list(news.iter_attachments()) == []
        assert invitation["Subject"] == "Startsessie Hessenpoort"
        assert event_of(invitation)[0] == "REQUEST"


async def test_a_refused_address_gets_nothing_until_it_is_right_again(chat: Chat) -> None:
    host = MailHost(to_recipient=lambda _: "550 5.1.1 User unknown")
    async with posting(chat, host) as post:
        fatima = await mailed_company(chat)
        await fatima.leaves()
        noor = await invites(chat)
        assert await post.comes() == []
        assert [row["why"] for row in await rows(chat, mail_mark)] == ["unknown"]
        await noor.says("niet bezorgd")
        noor.sees("voor Jansen Transport", "Reden: de mailserver nam het niet aan.", "hun mailserver kent het adres niet")
        noor.sees_not(ADDRESS)
        await noor.says("niet bezorgd opnieuw")
        host.to_recipient = lambda _: TAKEN
        assert await post.comes() == []  # it is marked
        await noor.says("mailadressen")
        [button] = [one["title"] for shown in noor.fresh for one in shown.all_buttons()]
        await noor.clicks(button)
        noor.sees("Naar dit adres gaat weer mail.")
        await noor.says("niet bezorgd opnieuw")
        assert len(await post.comes()) == 1


async def test_a_server_that_takes_nothing_now_is_tried_again_for_a_day(chat: Chat) -> None:
    host = MailHost(to_recipient=lambda _: "451 4.7.1 Try again later")
    async with posting(chat, host) as post:
        fatima = await mailed_company(chat)
        await fatima.leaves()
        await invites(chat)
        await post.comes()
        assert await failing(chat) == [None]
        host.to_recipient = lambda _: TAKEN
        assert await post.comes() == []  # it waits some minutes
        chat.now += datetime.timedelta(minutes=6)
        assert len(await post.comes()) == 1


async def test_a_mark_by_hand_and_another_address(chat: Chat) -> None:
    async with posting(chat) as post:
        fatima = await mailed_company(chat)
        noor = chat.person("Noor", team=True)
        for typed, answer in (
            ("a@b.example, c@d.example", "precies één e-mailadres"),
            ("niemand@nergens.example", "Dit adres gaf niemand op."),
            (ADDRESS.upper(), "Naar dit adres gaat geen mail meer."),
        ):
            await noor.says(f"mailadres fout {typed}")
            noor.sees(answer)
        await talk(fatima, "mail naar info@jansen.example")
        await fatima.leaves()
        await invites(chat)
        assert [mail["To"] for mail in await post.comes()] == ["info@jansen.example"]
