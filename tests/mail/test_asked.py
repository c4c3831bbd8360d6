"""What somebody asks of mail: to stop it, a link to go on elsewhere, and what the team mails by hand."""

import datetime
import re

import pytest

from storage.database.transactions import transaction
from storage.mail.mailboxes import mail_link
from storage.tables.paper import paper
from storage.tables.people import consent_event, intake
from storage.tables.turn import turn
from tests.beginnings import SHORT, talk
from tests.chat import Chat
from tests.door.arranging import comes_in
from tests.mail.arranging import ADDRESS, PUBLIC, Post, invites, mailed_company, moves_to_the_door, posting
from tests.mail.test_letters import parts_of, read
from tests.rounds.going import START, at, later, moment
from tests.rounds.test_sessions import after
from tests.sessions.beginnings import SEND, company
from tests.tables import rows


async def test_one_click_stops_mail_and_only_mail(chat: Chat) -> None:
    async with posting(chat) as post:
        fatima = await mailed_company(chat)
        await fatima.leaves()
        await invites(chat)
        [mail] = await post.comes()
        token = str(mail["List-Unsubscribe"]).strip("<>").rpartition("/")[2]
        before = len(await rows(chat, consent_event))
        for wrong in (token[::-1], f"{'0' * 32}{token[32:]}", "", "x" * 48):
            await chat.turns.stop_mail(wrong)
        assert len(await rows(chat, consent_event)) == before
        await chat.turns.stop_mail(token)
        await chat.turns.stop_mail(token)
        *_, last = await rows(chat, consent_event)
        assert (last["purpose"], last["state"], last["through"], last["text_version"]) == ("mail", "withdrawn", "mail", "2026-12")
        assert len(await rows(chat, consent_event)) == before + 1
        [company_row] = [one for one in await rows(chat, intake) if one["company"] == "Jansen Transport"]
        consents = company_row["current"]["consents"]
        assert (consents["mail"]["state"], consents["approach"]["state"]) == ("withdrawn", "given")


async def test_a_link_is_mailed_to_whoever_asks_a_few_times_a_day(chat: Chat) -> None:
    async with posting(chat) as post:
        fatima = await company(chat, "Fatima", "Jansen Transport")
        await talk(fatima, f"mail naar {ADDRESS}", "nee")
        for to in (ADDRESS, "niemand@nergens.example", f"{ADDRESS},x@y.example"):
            assert await asks_for_link(post, to) == 1
        [mail] = post.host.mails
        text = parts_of(mail)[0]
        assert "De link hoort bij Jansen Transport." in text
        assert f"Verder met Laadmaat: {PUBLIC}/gesprek/l/" in text
        assert "List-Unsubscribe" not in mail
        assert "/gesprek/l/" not in str([dict(row) for row in await rows(chat, turn)])
        assert [await asks_for_link(post, ADDRESS) for _ in range(4)] == [2, 3, 3, 3]


async def test_who_takes_part_has_a_link_mailed_to_their_own_address(chat: Chat) -> None:
    chat.web_door = True
    async with posting(chat) as post:
        fatima = await company(chat, "Fatima", "Jansen Transport")
        await fatima.says("link per mail")
        fatima.sees("Misschien ken ik uw adres niet.")
        await talk(fatima, f"mail naar {ADDRESS}", "nee", "link per mail")
        fatima.sees("Er is een mail met een link naar u onderweg.")
        [mail] = await post.comes()
        assert mail["To"] == ADDRESS
        assert f"{PUBLIC}/gesprek/l/" in parts_of(mail)[0]


async def asks_for_link(post: Post, address: str) -> int:
    """Ask for a link as the page does; return how many mails arrived in all."""
    async with transaction(post.chat.database) as connection:
        await mail_link(connection, address, post.chat.now)
    return len(await post.comes())


async def test_without_a_server_the_team_gets_text_and_draft(chat: Chat) -> None:
    chat.public_url = PUBLIC
    chat.start()
    await mailed_company(chat)
    noor = await invites(chat)
    noor.sees("Mail zelf: Uitnodiging: startsessie Hessenpoort", "Ja tegen mail zeiden: Jansen Transport.", "De mail, klaar")
    [kept] = [row for row in await rows(chat, paper) if row["name"].endswith(".eml")]
    draft = read(kept["content"])
    assert (draft["Subject"], draft["To"], draft["X-Unsent"]) == ("Uitnodiging: startsessie Hessenpoort", None, "1")
    assert "Meedoen kost u niets, en wij verkopen niets." in parts_of(draft)[0]
    assert [one.get_filename() for one in draft.iter_attachments()] == ["afspraak.ics"]


async def test_thanks_go_by_mail_with_a_link_to_the_slides(chat: Chat) -> None:
    async with posting(chat) as post:
        fatima = await mailed_company(chat)
        noor = await invites(chat)
        await chat.notices()
        await fatima.clicks("Ik kom")
        await fatima.leaves()
        chat.now = datetime.datetime(2027, 1, 14, 21, 30, tzinfo=datetime.UTC)
        await noor.clicks("Na afloop")
        await noor.fills_in({"state": "held"}, "Bewaar")
        await at(chat, after(1))
        noor.sees("1 bedrijf krijgt dit bericht.")
        await noor.clicks(SEND)
        [mail] = await post.comes()
        text = parts_of(mail)[0]
        assert "Bedankt voor uw komst" in str(mail["Subject"])
        [secret] = re.findall(r"/papers/([\w-]{43})", text)
        assert await chat.turns.linked_paper(secret) is not None


async def test_in_the_evening_a_mail_about_news_waits_for_the_morning(chat: Chat) -> None:
    async with posting(chat) as post:
        fatima = await mailed_company(chat)
        await fatima.says("vraag Wat kost een laadpaal?")
        await moves_to_the_door(chat, fatima)
        chat.now = moment(START, 20)
        await chat.person("Noor", team=True).says("antwoord 1 Dat hangt af van het vermogen.")
        assert await post.comes() == []
        chat.now = moment(later(1), 8)
        assert [str(mail["Subject"]) for mail in await post.comes()] == ["Er is nieuws voor u bij Laadmaat"]


@pytest.mark.usefixtures("registered")
async def test_at_the_door_an_address_is_asked_for_when_the_questions_are_done(chat: Chat) -> None:
    fatima = await comes_in(chat)
    await talk(fatima, *SHORT[3:], "ja", "ja", "nee", "nee", "ja", "ja")
    fatima.sees("Zonder mail ziet u ons nieuws pas als u deze bladzijde weer opent.", "Typ 'mail naar' met uw adres erachter.")
    await fatima.says("mail naar fatima")
    fatima.sees("Dit lijkt geen e-mailadres.")
    await fatima.says(f"mail naar {ADDRESS}")
    fatima.sees(f"Uw e-mailadres is {ADDRESS}.", "Mogen wij u ook mailen?")
    await fatima.says("nee")
    await fatima.says("mail naar")
    fatima.sees("Wij mailen u niet.")
