"""A full session: who waits is told so honestly, nobody passes somebody in the line, and free places are given at once."""

import asyncio

import hypothesis.strategies as st
from hypothesis import given

from domain.sessions.visitors import Coming, Visitor, people
from domain.sessions.waiting import in_line, moving_up, place_in_line, seat
from storage.tables.session import visitor
from tests.chat import Chat
from tests.person import Person
from tests.sessions.beginnings import KEEP, SEND, company, planned
from tests.tables import rows

NAMES = {"Fatima": "Jansen Transport", "Piet": "Bakkerij Piet", "Ans": "Ans Bloemen"}


async def full(chat: Chat, *, room: str = "2") -> tuple[Person, dict[str, Person]]:
    """Return Noor and three invited companies of a session with this much room."""
    them = {name: await company(chat, name, called) for name, called in NAMES.items()}
    noor = await planned(chat, people=room)
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    await noor.clicks(SEND)
    await chat.notices()
    return noor, them


async def coming(chat: Chat) -> dict[str, str]:
    """Return what is noted of each company."""
    return {row["company"]: row["coming"] for row in await rows(chat, visitor)}


async def test_who_waits_knows_their_place_and_moves_up_when_somebody_cancels(chat_either_way: Chat) -> None:
    chat = chat_either_way
    noor, them = await full(chat)
    await them["Fatima"].clicks("Ik kom", {"people": "2"})
    them["Fatima"].sees("Fijn dat u komt.")
    await them["Piet"].clicks("Ik kom")
    them["Piet"].sees("De sessie is vol.", "op de wachtlijst, als nummer 1", "Dan hoort u dat van ons.")
    them["Piet"].sees_not("Fijn dat u komt", "Zet in mijn agenda")
    await them["Ans"].says("ja ik kom naar de bijeenkomst")
    them["Ans"].sees("Genoteerd: u wilt komen.", "als nummer 2")
    await noor.says("sessies hessenpoort")
    await noor.clicks("Startsessie, 14 januari 2027")
    await noor.clicks("Wie komt er")
    noor.sees("2 aanmeldingen van 2", "Wachtlijst", "Bakkerij Piet", "nummer 1", "Ans Bloemen", "nummer 2")
    await them["Fatima"].clicks("Ik kom niet")
    await chat.notices()
    them["Piet"].sees("Er is een plaats vrij. U komt nu, met 1 persoon.", "Zet in mijn agenda")
    them["Ans"].sees("Er is een plaats vrij.")
    assert await coming(chat) == {"Jansen Transport": "no", "Bakkerij Piet": "yes", "Ans Bloemen": "yes"}
    await them["Piet"].clicks("Ik kom niet")
    them["Piet"].sees("Jammer. U kunt nog van gedachten veranderen.")


async def test_who_wants_more_places_than_there_are_is_asked(chat: Chat) -> None:
    _, them = await full(chat, room="3")
    await them["Fatima"].clicks("Ik kom", {"people": "2"})
    await them["Piet"].clicks("Ik kom", {"people": "3"})
    them["Piet"].sees("Er is nog plaats voor 1 persoon.", "Ik kom met 1", "Zet ons op de wachtlijst")
    assert (await coming(chat))["Bakkerij Piet"] == "invited"
    await them["Piet"].clicks("Zet ons op de wachtlijst")
    them["Piet"].sees("als nummer 1")
    await them["Fatima"].clicks("Ik kom", {"people": "3"})
    them["Fatima"].sees("Voor meer mensen is nu geen plaats. U staat op de lijst met 2 personen.")
    counted = {row["company"]: row["people"] for row in await rows(chat, visitor)}
    assert (counted["Jansen Transport"], counted["Bakkerij Piet"]) == (2, 3)
    await them["Piet"].clicks("Ik kom", {"people": "1"})
    them["Piet"].sees("Fijn dat u komt.")


async def test_two_people_want_the_last_place_and_one_gets_it(chat: Chat) -> None:
    _, them = await full(chat, room="1")
    await asyncio.gather(*(them[name].clicks("Ik kom") for name in ("Fatima", "Piet")))
    found = await coming(chat)
    assert sorted((found["Jansen Transport"], found["Bakkerij Piet"])) == ["waiting", "yes"]


async def test_the_team_lets_somebody_go_first_and_makes_more_room(chat: Chat) -> None:
    noor, them = await full(chat, room="1")
    for name in ("Fatima", "Piet", "Ans"):
        await them[name].clicks("Ik kom")
    numbers = {row["company"]: str(row["number"]) for row in await rows(chat, visitor)}
    await noor.clicks("Plan")
    await noor.clicks("Wie komt er")
    await noor.fills_in({"visitor": numbers["Ans Bloemen"], "mark": "first"}, "Vink aan")
    noor.sees("Ans Bloemen staat nu vooraan.")
    await noor.fills_in({"visitor": numbers["Jansen Transport"], "mark": "first"}, "Vink aan")
    noor.sees("Dit bedrijf staat niet op de wachtlijst.")
    await noor.clicks("Plan")
    await noor.clicks("Gegevens")
    await noor.fills_in({"people": "2"}, KEEP)
    await chat.notices()
    them["Ans"].sees("Er is een plaats vrij.")
    assert await coming(chat) == {"Jansen Transport": "yes", "Bakkerij Piet": "waiting", "Ans Bloemen": "yes"}


ANSWERS = st.lists(
    st.tuples(st.integers(1, 6), st.sampled_from([Coming.YES, Coming.NO, Coming.MAYBE]), st.integers(1, 4), st.booleans()),
    max_size=25,
)


@given(answers=ANSWERS, places=st.integers(1, 8))
def test_never_more_come_than_fit_and_nobody_is_lost_or_passed(answers: list[tuple[int, Coming, int, bool]], places: int) -> None:
    there = {number: Visitor(number, str(number)) for number in range(1, 7)}
    for number, wants, count, waits in answers:
        before = in_line(there.values())
        found = seat(tuple(there.values()), number, Visitor(0, "", people=count, coming=wants), places, waits=waits)
        if found.coming is not None:
            last = max([0, *(one.waiting for one in before)]) + 1
            line = there[number].waiting if there[number].coming is Coming.WAITING else last
            kept = line if found.coming is Coming.WAITING else 0
            there[number] = Visitor(number, str(number), people=count, coming=found.coming, waiting=kept)
        moved = moving_up(tuple(there.values()), places)
        assert list(moved) == list(in_line(there.values())[: len(moved)])
        for one in moved:
            there[one.number] = Visitor(one.number, one.company, people=one.people, coming=Coming.YES)
        after = in_line(there.values())
        assert people(there.values()) <= places
        assert len(there) == 6
        stayed = [one.number for one in before if one in after]
        assert [one.number for one in after if one in before] == stayed
        if after:
            assert people(there.values()) + after[0].people > places
        assert [place_in_line(tuple(there.values()), one.number) for one in after] == list(range(1, len(after) + 1))
