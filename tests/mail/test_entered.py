"""Whom the team entered for a session hears by mail what companies hear of it, when they told the team that they agree."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.sessions.attendance import NO_ADDRESS, NOT_ONE, EnteredVisitor, mail_address
from domain.forms.judging import judge
from domain.mail.addresses import one_address
from storage.tables.companies import addressee
from storage.tables.notice import notice
from storage.tables.session import visitor
from tests.chat import Chat
from tests.mail.addressing import ANS, entered
from tests.mail.arranging import posting
from tests.mail.test_letters import parts_of
from tests.mail.test_mailing import event_of
from tests.person import Person
from tests.rounds.going import at, go
from tests.rounds.test_sessions import after, before
from tests.sessions.beginnings import SEND
from tests.sessions.test_telling import NEWS, moves
from tests.tables import mentions, rows


async def is_over(chat: Chat, noor: Person, *directions: str) -> None:
    """Let the session take place, with what came out of it."""
    chat.now = datetime.datetime(2027, 1, 14, 21, 30, tzinfo=datetime.UTC)
    await noor.says("sessies hessenpoort")
    await noor.clicks("Startsessie, 14 januari 2027")
    await noor.clicks("Na afloop")
    await noor.fills_in({"state": "held", "directions": "\n".join(directions)}, "Bewaar")


async def test_they_hear_of_it_the_day_before_the_day_after_and_a_week_after(chat: Chat) -> None:
    async with posting(chat) as post:
        noor = await entered(chat)
        noor.sees("Bakkerij De Boer", "krijgt mail")
        await at(chat, before(1))
        [reminder] = await post.comes()
        text, page = parts_of(reminder)
        assert (reminder["To"], reminder["Subject"]) == (ANS, "Morgen: startsessie Hessenpoort")
        assert "U krijgt deze mail omdat u tegen het projectteam zei dat wij mogen mailen." in text
        assert "U kunt antwoorden op deze mail." in text
        assert [link for link in page.links if "/gesprek" in link] == []
        assert event_of(reminder)[0] == "REQUEST"
        await is_over(chat, noor, "Eén laadplein")
        await at(chat, after(1))
        noor.sees("1 bedrijf krijgt dit bericht.")
        await noor.clicks(SEND)
        await post.comes()
        await at(chat, after(7))
        await noor.clicks(SEND)
        [_, thanks, worked] = await post.comes()
        assert (thanks["Subject"], worked["Subject"]) == (
            "Bedankt voor uw komst: startsessie Hessenpoort", "De uitwerking: startsessie Hessenpoort",
        )  # fmt: skip
        assert "/papers/" in parts_of(thanks)[0]  # the slides, as a link
        assert "- Eén laadplein" in parts_of(worked)[0]
        await go(chat)
        assert len(await post.comes()) == 3


async def test_they_hear_that_it_moved_and_that_it_is_off(chat: Chat) -> None:
    async with posting(chat) as post:
        noor = await entered(chat)
        await moves(noor)
        await noor.clicks(NEWS)
        noor.sees("Bakkerij De Boer (komt)")
        await noor.clicks(SEND)
        await post.comes()
        await noor.clicks("Na afloop")
        await noor.fills_in({"state": "cancelled"}, "Bewaar")
        await noor.clicks(NEWS)
        await noor.clicks(SEND)
        moved, off = await post.comes()
        assert (event_of(moved)[0], event_of(off)[0]) == ("REQUEST", "CANCEL")
        assert "gaat niet door" in parts_of(off)[0]


async def test_without_a_yes_no_address_is_kept_and_what_is_none_is_said(chat: Chat) -> None:
    noor = await entered(chat, mailing="no")
    assert [(row["email"], row["mail_agreed"]) for row in await rows(chat, visitor)] == [("", False)]
    for typed, answer in (("a@b.example, c@d.example", NOT_ONE), ("", NO_ADDRESS)):
        await noor.fills_in({"company": "Ander", "email": typed, "mailing": "yes"}, "Voeg toe")
        noor.sees(answer)
    assert len(await rows(chat, visitor)) == 1
    assert await rows(chat, addressee) == []


async def test_who_stops_hears_nothing_more_also_when_entered_again(chat: Chat) -> None:
    async with posting(chat) as post:
        noor = await entered(chat)
        await at(chat, before(1))
        [mail] = await post.comes()
        await chat.turns.stop_mail(str(mail["List-Unsubscribe"]).rpartition("/")[2].rstrip(">"))
        await noor.says("sessies hessenpoort")
        await noor.clicks("Startsessie, 14 januari 2027")
        await noor.clicks("Wie komt er")
        noor.sees("Wil geen mail meer: Bakkerij De Boer.")
        await noor.fills_in({"company": "Bakkerij De Boer", "name": "Bob", "email": ANS.upper(), "mailing": "yes"}, "Voeg toe")
        await is_over(chat, noor)
        await at(chat, after(1))
        noor.sees_nothing()  # there is nobody to thank
        assert len(await post.comes()) == 1


async def test_who_is_erased_leaves_nothing_but_that_somebody_came(chat: Chat) -> None:
    async with posting(chat) as post:
        noor = await entered(chat, name="Ansje")
        await at(chat, before(1))
        assert len(await rows(chat, addressee)) == 1
        await noor.says(f"wis contact {ANS}")
        noor.sees("Gewist: 1 keer.")
        assert await post.comes() == []
        assert await rows(chat, addressee) == await rows(chat, notice) == []
        assert await mentions(chat, "Ansje", "ans@") == []
        assert [row["company"] for row in await rows(chat, visitor)] == ["Bakkerij De Boer"]


async def test_one_address_entered_twice_is_mailed_once(chat: Chat) -> None:
    async with posting(chat) as post:
        noor = await entered(chat)
        await noor.fills_in({"company": "De Boer", "name": "Bob", "email": ANS.upper(), "mailing": "yes"}, "Voeg toe")
        await at(chat, before(1))
        assert [mail["To"] for mail in await post.comes()] == [ANS]


async def test_without_a_server_the_team_mails_them_itself(chat: Chat) -> None:
    noor = await entered(chat)
    await is_over(chat, noor)
    await at(chat, after(1))
    await noor.clicks(SEND)
    noor.sees("Mail zelf: Bedankt voor uw komst", "Ja tegen mail zeiden: Bakkerij De Boer.")
    assert [row for row in await rows(chat, notice) if row["addressee_id"] is not None] == []


@settings(max_examples=80, deadline=None)
@given(typed=st.one_of(st.text(max_size=60), st.just(ANS)), may=st.booleans())
def test_an_address_is_kept_only_when_it_is_one_and_with_a_yes(typed: str, *, may: bool) -> None:
    inputs = {"company": "x", "email": typed, "mailing": "yes" if may else "no"}
    address, wrong = mail_address(judge(EnteredVisitor, inputs, datetime.date(2026, 11, 23), {}))
    assert address == (ANS if may and typed == ANS else address)
    assert may or not address
    assert bool(wrong) == (may and not address)
    assert address == one_address(address)
