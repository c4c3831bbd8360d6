"""A company of the register without an intake is mailed as the ground of its address allows, and stops it with one click."""

import re

import pytest
from sqlalchemy import select, update

from bot.mail.links import SEALED_TO, token_of
from domain.companies.companies import Ground, digests_of
from domain.mail.addresses import digest_of_address
from domain.notices.notice import Failing
from storage.companies.erasure import erase_contact, withdraw
from storage.database.transactions import transaction
from storage.tables.companies import addressee
from storage.tables.inbox import invitation
from storage.tables.mail import mail_mark
from storage.tables.notice import notice
from storage.tables.registers import company, company_claim, company_contact, objection
from storage.tables.session import visitor
from storage.tables.turn import turn
from storage.terrains.seal_keys import read_seals
from tests.beginnings import talk
from tests.chat import Chat
from tests.mail.addressing import SOURCE, address_of, drafted, listed, sent
from tests.mail.arranging import PUBLIC, posting
from tests.mail.taking import TAKEN, MailHost
from tests.mail.test_letters import parts_of
from tests.sessions.beginnings import SEND
from tests.sessions.beginnings import company as with_intake
from tests.sessions.test_telling import NEWS, moves
from tests.tables import mentions, rows

pytestmark = pytest.mark.usefixtures("registered")
CODE = re.compile(rf"{PUBLIC}/gesprek/c/([A-Z0-9]{{8}})")


async def test_who_did_not_begin_is_invited_by_mail_and_answers_at_the_door(chat: Chat) -> None:
    async with posting(chat) as post:
        [jansen] = await listed(chat, "Jansen Transport")
        noor = await drafted(chat)
        noor.sees("Nog niet begonnen, wel een adres", "Jansen Transport")
        await noor.clicks(SEND)
        noor.sees("De uitnodiging gaat nu naar 1 persoon.", "Jansen Transport")
        [mail] = await post.comes()
        text, page = parts_of(mail)
        assert (mail["To"], mail["Reply-To"]) == ("info@jansen.example", "team@provincie.example")
        assert f"Uw gegevens kregen wij van: {SOURCE}. Wij gebruiken ze op deze grond: taak van algemeen belang." in text
        assert "Laadmaat is van NAL-regio Oost" in text
        assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert page.links[1].startswith(f"{PUBLIC}/afmelden/")
        assert "Wanneer: 14 januari 2027, 19:30 - 21:25." in text
        assert [one.get_content_type() for one in mail.iter_attachments()] == ["text/calendar"]
        kept = str([await rows(chat, turn), await rows(chat, notice), await rows(chat, visitor)])
        assert address_of("Jansen Transport") not in kept
        [code] = CODE.findall(text)
        assert code not in kept
        assert [row["approached_at"] is not None for row in await rows(chat, company)] == [True]
        await noor.clicks("Plan")
        await noor.clicks("Wie komt er")
        noor.sees("Uitnodiging: 1 van 1 ontvangen.", "mail bezorgd")

        petra = chat.person("Petra")
        await petra.opens()
        await talk(petra, f"code {code}", "ja")
        petra.sees("Uw code klopt. Hij is voor Jansen Transport", "Startsessie Hessenpoort")
        await petra.clicks("Ik kom")
        petra.sees("Fijn dat u komt.")
        [row] = await rows(chat, visitor)
        assert (row["coming"], row["company_id"], row["intake_id"] is not None) == ("yes", jansen, True)


@pytest.mark.parametrize(
    ("ground", "source", "offered"),
    [(Ground.TASK, SOURCE, True), (Ground.CONSENT, SOURCE, True), (Ground.INTEREST, SOURCE, False), (Ground.TASK, "", False)],
)
async def test_the_ground_and_the_source_decide(chat: Chat, ground: Ground, source: str, *, offered: bool) -> None:
    async with posting(chat):
        await listed(chat, "Jansen Transport", ground=ground, source=source)
        noor = await drafted(chat)
        (noor.sees if offered else noor.sees_not)("Nog niet begonnen, wel een adres")


async def test_whose_intake_is_there_and_who_refused_are_not_on_the_list(chat: Chat) -> None:
    async with posting(chat):
        await with_intake(chat, "Fatima", "Jansen Transport", approach="nee")  # it answers for itself, and said no
        keys = await listed(chat, "Jansen Transport", "Weg Transport", "Nee Staal", "Kapot Hout", "Vos Beton")
        async with transaction(chat.database) as connection:
            await connection.execute(update(company).where(company.c.id == keys[1]).values(withdrawn_at=chat.now))
            digests = digests_of(email=address_of("Nee Staal"))
            await connection.execute(objection.insert().values([{"digest": one} for one in digests]))
            mark = {"digest": digest_of_address(address_of("Kapot Hout")), "why": "unknown", "at": chat.now}
            await connection.execute(mail_mark.insert().values(**mark))
        noor = await drafted(chat)
        noor.sees("Vos Beton")
        noor.sees_not("Jansen Transport", "Weg Transport", "Nee Staal", "Kapot Hout")
        assert await rows(chat, addressee) == []  # who is only looked at leaves nothing


async def test_stopping_is_an_objection_at_once(chat: Chat) -> None:
    async with posting(chat) as post:
        await listed(chat, "Jansen Transport")
        noor = await sent(chat)
        [mail] = await post.comes()
        token = str(mail["List-Unsubscribe"]).rpartition("/")[2].rstrip(">")
        for wrong in (f"{'0' * 32}{token[32:]}", token[:-1]):
            await chat.turns.stop_mail(wrong)
        assert [row["stopped_at"] for row in await rows(chat, addressee)] == [None]
        await chat.turns.stop_mail(token)
        await chat.turns.stop_mail(token)
        assert [row["stopped_at"] for row in await rows(chat, addressee)] == [chat.now]
        assert {row["digest"] for row in await rows(chat, objection)} == digests_of(email="info@jansen.example")
        assert len(await rows(chat, company_claim)) == 1  # the team is asked whether the contact goes
        await moves(noor)
        await noor.clicks(NEWS)
        noor.sees("Bel zelf met: Jansen Transport.")
        await noor.clicks("Plan")
        await noor.clicks("Wie komt er")
        noor.sees("Wil geen mail meer: Jansen Transport.")
        assert len(await post.comes()) == 1


async def test_a_seal_for_a_person_stops_no_addressee(chat: Chat) -> None:
    async with posting(chat) as post:
        await listed(chat, "Jansen Transport")
        await sent(chat)
        await post.comes()
        [one] = await rows(chat, addressee)
        async with transaction(chat.database) as connection:
            seals = await read_seals(connection, chat.now)
        await chat.turns.stop_mail(token_of(one["id"], seals))
        assert [row["stopped_at"] for row in await rows(chat, addressee)] == [None]
        await chat.turns.stop_mail(token_of(one["id"], seals, SEALED_TO))
        assert [row["stopped_at"] for row in await rows(chat, addressee)] == [chat.now]


async def test_who_objects_while_it_waits_gets_nothing_and_is_counted(chat: Chat) -> None:
    async with posting(chat) as post:
        await listed(chat, "Jansen Transport", "Vos Beton", "De Wit")
        noor = await sent(chat)
        async with transaction(chat.database) as connection:
            digests = digests_of(email=address_of("Vos Beton"))
            await connection.execute(objection.insert().values([{"digest": one} for one in digests]))
        await chat.notices()  # composed: what objected before is withheld now
        async with transaction(chat.database) as connection:
            digests = digests_of(email=address_of("De Wit"))
            await connection.execute(objection.insert().values([{"digest": one} for one in digests]))
        assert [mail["To"] for mail in await post.comes()] == ["info@jansen.example"]
        assert sorted(str(row["failing"]) for row in await rows(chat, notice)) == ["None", Failing.WITHHELD, Failing.WITHHELD]
        await noor.clicks("Plan")
        await noor.clicks("Wie komt er")
        noor.sees("Uitnodiging: 1 van 3 ontvangen; 2 niet verstuurd, want niet meer gewenst of nodig.")
        noor.sees("Niet gemaild, want dat mocht niet meer: De Wit en Vos Beton.")
        await noor.says("niet bezorgd")
        noor.sees("Alles is bezorgd.")


async def test_who_is_erased_while_it_waits_leaves_nothing_and_is_named(chat: Chat) -> None:
    async with posting(chat) as post:
        keys = await listed(chat, "Jansen Transport", "Vos Beton")
        noor = await sent(chat)
        await chat.notices()
        async with transaction(chat.database) as connection:
            await withdraw(connection, [keys[0]])
            await erase_contact(connection, email="info@vos.example")
        assert await post.comes() == []
        for table in (addressee, notice, company_contact):
            assert await rows(chat, table) == []
        assert await mentions(chat, "info@", "Petra") == []
        assert not [row for row in await rows(chat, turn) if row["conversation"].startswith("mail:to:")]
        await noor.clicks("Plan")
        await noor.clicks("Wie komt er")
        noor.sees("Niet gemaild, want het adres is weg of stond er niet: Jansen Transport en Vos Beton.")


async def test_three_hundred_are_planned_at_once_and_none_hears_it_twice(chat: Chat) -> None:
    asked: list[str] = []

    def refuse_the_first(to: str) -> str:
        asked.append(to)
        return "550 5.1.1 No such user" if to == asked[0] else TAKEN

    host = MailHost(to_recipient=refuse_the_first)
    async with posting(chat, host) as post:
        await listed(chat, *(f"Bedrijf{number} Noord" for number in range(300)))
        noor = await drafted(chat)
        await noor.clicks(SEND)
        noor.sees("Er is nog niets verstuurd. Er moet een tekst en een bedrijf zijn.")  # many are not ticked by themselves
        await noor.fills_in({"addressed": "all"}, SEND)
        noor.sees("De uitnodiging gaat nu naar 300 personen.")
        due, chat.wakes = chat.wakes, chat.wakes[:6]  # a worker that is done with six of them
        assert len({one.to for one in due}) == 300
        await post.comes()
        chat.wakes = due[:6]
        await post.comes()  # and one that does the same again
        assert len(host.mails) == 5
        assert len(set(asked)) == len(asked) == 6
        assert len(await rows(chat, invitation)) == 5  # the code of a mail that was not taken is gone
        await noor.clicks("Plan")
        await noor.clicks("Wie komt er")
        noor.sees("Uitnodiging: 5 van 300 ontvangen; 294 nog onderweg; 1 niet bereikt.")
        noor.sees("De mailserver nam geen mail aan voor: Bedrijf", "Nog 260 bedrijven staan niet op deze kaart.")
        await noor.says("mailadressen")
        noor.sees("hun mailserver kent het adres niet")
        [button] = [one["title"] for shown in noor.fresh for one in shown.all_buttons()]
        host.to_recipient = lambda _: TAKEN
        await noor.clicks(button)
        await noor.says("niet bezorgd opnieuw")
        await post.comes()
        assert host.recipients[-1] == [asked[0]]


async def test_another_contact_does_not_hear_again_what_the_company_heard(chat: Chat) -> None:
    async with posting(chat) as post:
        [jansen] = await listed(chat, "Jansen Transport")
        noor = await sent(chat)
        await post.comes()
        async with transaction(chat.database) as connection:
            first = (await connection.execute(select(company_contact))).one()
            second = {"company_id": jansen, "name": "Aad", "email": "aad@jansen.example", "key": "aad@jansen.example"}
            await connection.execute(company_contact.insert().values(**second, import_id=first.import_id))
        await moves(noor)
        await noor.clicks(NEWS)
        await noor.clicks(SEND)
        mails = await post.comes()
        assert [mail["To"] for mail in mails] == ["info@jansen.example", "aad@jansen.example"]  # the first of the two, once


async def test_without_a_door_they_answer_by_mail(chat: Chat) -> None:
    async with posting(chat, is_open=False) as post:
        await listed(chat, "Jansen Transport")
        await sent(chat)
        [mail] = await post.comes()
        text, page = parts_of(mail)
        assert "U kunt antwoorden op deze mail." in text
        assert [link for link in page.links if "/gesprek" in link] == []
        assert await rows(chat, invitation) == []


async def test_without_a_server_the_team_mails_them_itself(chat: Chat) -> None:
    await listed(chat, "Jansen Transport")
    noor = await sent(chat)
    noor.sees("Laadmaat kan zelf niet mailen.", "In de lijst staat een adres dat u mag mailen van: Jansen Transport.")
    assert await rows(chat, notice) == []
