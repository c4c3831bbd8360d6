"""What the team types in an invitation, or in word of a change, is looked at on its preview, and goes as the team wants it."""

from tests.chat import Chat
from tests.sessions.beginnings import CHANGE, SEND, company, invited, planned
from tests.sessions.test_telling import NEWS, moves

US = "Dit bericht komt van NAL-regio Oost, namens de provincies Gelderland en Overijssel."
TYPED = f"De netbeheerder komt op dinsdag 14 januari 2027. Meld je aan voor Hessenpoort.\n\n{US}"


async def test_an_invitation_says_what_is_not_so_once_and_goes_as_the_team_wants(chat: Chat) -> None:
    fatima, ans = await company(chat, "Fatima", "Jansen Transport"), await company(chat, "Ans", "Bloemen BV")
    person = await planned(chat)
    await person.clicks("Wie komt er")
    await person.clicks("Uitnodigen")
    person.sees_not("Kijk nog even naar deze woorden")
    chat.said += TYPED.split("\n\n")
    chosen = person.newest(SEND).filled_in()["companies"].split(",")[:1]
    await person.fills_in({"text": TYPED, "companies": chosen[0]}, SEND)
    person.sees(
        "Kijk eerst nog even naar de tekst.", "Het staat nog niet vast dat de netbeheerder komt.", "Die dag is een donderdag."
    )
    person.sees(
        "Voorstel: De netbeheerder komt misschien op donderdag 14 januari 2027.", "Voorstel: Meld u aan voor Hessenpoort."
    )
    assert person.newest(SEND).filled_in()["companies"] == chosen[0]
    await person.clicks("Laat staan")
    person.sees_not("Kijk nog even naar deze woorden")
    assert person.newest(SEND).filled_in()["text"] == TYPED
    await person.clicks("Bewaar de tekst")
    await person.clicks("Neem over")
    assert "netbeheerder komt misschien op donderdag" in person.newest(SEND).filled_in()["text"]
    fatima.fresh, ans.fresh = [], []
    await person.clicks(SEND, {"companies": chosen[0]})
    person.sees("De uitnodiging gaat nu naar 1 persoon.")
    await chat.notices()
    ans.sees("Meld u aan voor Hessenpoort.")
    fatima.sees_nothing()


async def test_that_the_grid_operator_comes_may_be_said_once_it_is_ticked(chat: Chat) -> None:
    await company(chat, "Fatima", "Jansen Transport")
    person = await planned(chat)
    await person.fills_in({"ready": "operator"}, CHANGE)
    await person.clicks("Wie komt er")
    await person.clicks("Uitnodigen")
    await person.fills_in({"text": f"De netbeheerder komt op 14 januari 2027.\n\n{US}"}, SEND)
    person.sees("De uitnodiging gaat nu naar 1 persoon.")


async def test_word_of_a_change_is_looked_at_too(chat: Chat) -> None:
    person, fatima = await invited(chat)
    await moves(person)
    await person.clicks(NEWS)
    await person.clicks(SEND, {"text": "U moet nu op 21 januari komen!"})
    person.sees("Een bedrijf kiest zelf of het meedoet.", "Voorstel: U kunt nu op 21 januari komen.")
    fatima.fresh = []
    await person.clicks(SEND)
    await chat.notices()
    fatima.sees("U moet nu op 21 januari komen!")
