"""A session that moves or is off: who was invited hears it, after the team saw the words and the list."""

from icalendar import Calendar

from storage.tables.paper import paper
from storage.tables.session import session, visitor
from tests.beginnings import talk
from tests.chat import Chat
from tests.person import Person
from tests.sessions.beginnings import KEEP, SEND, company, invited
from tests.sessions.test_visitors import withdraw
from tests.tables import rows

NEWS, UNTOLD = "Bericht sturen", "Wie is uitgenodigd, weet dit nog niet."


async def moves(noor: Person, **facts: str) -> None:
    """Let Noor change facts of the session."""
    await noor.clicks("Plan")
    await noor.clicks("Gegevens")
    await noor.fills_in({"day": "2027-01-21"} | facts, KEEP)


async def test_who_was_invited_hears_of_another_day_after_the_team_approved(chat_either_way: Chat) -> None:
    chat = chat_either_way
    noor, fatima = await invited(chat)
    await fatima.fills_in({"people": "2", "issue": "grid"}, "Ik kom")
    await moves(noor)
    noor.sees(UNTOLD, "21 januari 2027, 19:30 - 21:25")
    await chat.notices()
    fatima.sees_not("verplaatst")
    await noor.clicks(NEWS)
    noor.sees("De startsessie op Hessenpoort van 14 januari 2027 is verplaatst.", "De nieuwe dag is 21 januari 2027 om 19:30.")
    noor.sees("Jansen Transport (komt)", "NAL-regio Oost, namens de provincies")
    await noor.clicks(SEND)
    noor.sees("Het bericht gaat nu naar 1 persoon.")
    noor.sees_not(UNTOLD)
    await chat.notices()
    fatima.sees("is verplaatst", "Wanneer: 21 januari 2027, 19:30 - 21:25.", "Ik kom")
    await fatima.clicks("Ik kom niet")
    assert [row["coming"] for row in await rows(chat, visitor)] == ["no"]
    await noor.clicks("Wie komt er")
    noor.sees("Komen niet", "Jansen Transport")


async def test_a_yes_to_the_old_day_is_not_taken_for_a_yes_to_the_new_one(chat_either_way: Chat) -> None:
    chat = chat_either_way
    noor, fatima = await invited(chat)
    await moves(noor, place="Zaal 9")
    await fatima.clicks("Ik kom")
    fatima.sees("Deze sessie is verplaatst.", "21 januari 2027", "Zaal 9")
    assert [row["coming"] for row in await rows(chat, visitor)] == ["invited"]
    await fatima.clicks("Ik kom")
    fatima.sees("Fijn dat u komt.")


async def test_another_place_is_told_in_its_own_words(chat: Chat) -> None:
    noor, _ = await invited(chat)
    await moves(noor, day="2027-01-14", place="De kantine van Jansen")
    await noor.clicks(NEWS)
    noor.sees("De startsessie op Hessenpoort is op een andere plaats.", "Wij zitten nu hier: De kantine van Jansen.")


async def test_who_cannot_be_told_here_is_named_to_the_team(chat: Chat) -> None:
    noor, fatima = await invited(chat)
    piet = await company(chat, "Piet", "Bakkerij Piet")
    ans = await company(chat, "Ans", "Ans Bloemen")
    await noor.clicks("Uitnodigen")
    await noor.clicks(SEND)
    await noor.fills_in({"company": "Garage Vos"}, "Voeg toe")
    await chat.notices()
    await piet.clicks("Ik kom niet")
    await talk(ans, "toestemming")
    await withdraw(ans)
    await noor.clicks("Plan")
    await noor.clicks("Na afloop")
    await noor.fills_in({"state": "cancelled"}, "Bewaar")
    noor.sees("Deze sessie gaat niet door.", UNTOLD)
    await noor.clicks(NEWS)
    noor.sees("Bel zelf met: Ans Bloemen en Garage Vos.", "gaat niet door", "Jansen Transport (nog geen antwoord)")
    noor.sees_not("Bakkerij Piet")
    for one in (ans, piet, fatima):
        one.fresh = []
    await noor.clicks(SEND)
    await chat.notices()
    fatima.sees("De startsessie op Hessenpoort van 14 januari 2027 gaat niet door.")
    fatima.sees_not("Ik kom")
    ans.sees_nothing()
    piet.sees_nothing()


async def test_the_team_may_tell_it_in_another_way_and_a_session_can_be_on_again(chat: Chat) -> None:
    noor, fatima = await invited(chat)
    await noor.clicks("Plan")
    for state, says in (("cancelled", "gaat niet door"), ("open", "gaat toch door, op 14 januari 2027 om 19:30.")):
        await noor.clicks("Na afloop")
        await noor.fills_in({"state": state}, "Bewaar")
        await noor.clicks(NEWS)
        noor.sees(says)
        await noor.clicks("Niet nodig")
        noor.sees("Goed, er gaat geen bericht uit.")
        noor.sees_not(UNTOLD)
    fatima.fresh = []
    await chat.notices()
    fatima.sees_nothing()


async def test_nothing_is_sent_without_words_or_companies(chat: Chat) -> None:
    noor, fatima = await invited(chat)
    await moves(noor)
    await noor.clicks(NEWS)
    fatima.fresh = []
    for fields in ({"text": ""}, {"companies": ""}, {"companies": "x"}):
        await noor.fills_in(fields, SEND)
        noor.sees("Er is nog niets verstuurd.")
    await chat.notices()
    fatima.sees_nothing()


async def test_new_invitations_wait_until_the_move_is_told_and_name_its_day(chat: Chat) -> None:
    noor, _ = await invited(chat)
    await moves(noor)
    ans = await company(chat, "Ans", "Ans Bloemen")
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    noor.sees("Wij praten erover op donderdag 21 januari 2027 om 19:30.")
    await noor.clicks(SEND)
    noor.sees("Stuur eerst bericht aan wie al is uitgenodigd.")
    await noor.clicks("Wie komt er")
    await noor.clicks("Plan")
    await noor.clicks(NEWS)
    await noor.clicks(SEND)
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    await noor.clicks(SEND)
    await chat.notices()
    ans.sees("21 januari 2027")
    ans.sees_not("14 januari 2027")
    assert (await rows(chat, session))[0]["whole"]["invitation"] == ""


async def test_an_own_text_with_another_day_is_pointed_at(chat: Chat) -> None:
    noor, _ = await invited(chat)
    await noor.clicks("Uitnodigen")
    await noor.fills_in({"text": "Komt u op 14 januari 2027?"}, "Bewaar de tekst")
    await noor.clicks("Wie komt er")
    await moves(noor)
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    noor.sees("In de tekst staat 14 januari 2027. De sessie is op 21 januari 2027.")


async def test_nobody_is_invited_to_a_session_that_is_off(chat: Chat) -> None:
    noor, _ = await invited(chat)
    await company(chat, "Ans", "Ans Bloemen")
    await noor.clicks("Plan")
    await noor.clicks("Na afloop")
    await noor.fills_in({"state": "cancelled"}, "Bewaar")
    await noor.clicks(NEWS)
    await noor.clicks("Niet nodig")
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    await noor.clicks(SEND)
    noor.sees("Er gaat niets uit.")
    assert [row["company"] for row in await rows(chat, visitor)] == ["Jansen Transport"]


async def test_who_comes_puts_it_in_a_calendar(chat: Chat) -> None:
    chat.public_url = "https://laadmaat.example"
    await chat.restarts()
    _, fatima = await invited(chat)
    await fatima.clicks("Ik kom")
    await fatima.clicks("Zet in mijn agenda")
    fatima.sees("afspraak.ics")
    [kept] = await rows(chat, paper)
    [event] = Calendar.from_ical(bytes(kept["content"])).walk("VEVENT")
    assert (str(event["summary"]), str(event["location"])) == ("Startsessie Hessenpoort", "Zaal 2")
    piet = await company(chat, "Piet", "Bakkerij Piet")
    await piet.presses_raw("session_do", {"do": "agenda", "session": str((await rows(chat, session))[0]["id"])})
    piet.sees("Deze uitnodiging hoort niet bij uw bedrijf.")


async def test_a_session_moved_to_the_wrong_day_is_moved_again_before_it_is_told(chat: Chat) -> None:
    noor, fatima = await invited(chat)
    await moves(noor)
    await noor.clicks("Bericht sturen")
    await noor.clicks("Gegevens")
    await noor.fills_in({"day": "2027-01-28"}, KEEP)
    noor.sees("28 januari 2027")
    await noor.clicks("Bericht sturen")
    await noor.clicks(SEND)
    await chat.notices()
    assert "28 januari 2027" in fatima.transcript()
    assert "21 januari 2027" not in fatima.transcript()
