"""Partners are invited as themselves: they come and tell, which ticks what must be ready, and they count as no company."""

import asyncio
import datetime

import pytest

from domain.access.roles import Role
from storage.tables.access import role_grant
from storage.tables.session import visitor
from tests.chat import TENANT, Chat
from tests.person import Person
from tests.rounds.going import at, go
from tests.sessions.beginnings import CHANGE, KEEP, SEND, company, planned
from tests.tables import rows

WORDS = {Role.GRID_OPERATOR: "Hanna", Role.MUNICIPALITY: "Yusuf", Role.PARK_MANAGER: "Petra"}
TELL = "Ik kom en vertel over de stand van het net"


async def partner(chat: Chat, role: Role, terrain: str = "t-1") -> Person:
    """Return somebody who holds a role on a terrain and once said something to us."""
    person = chat.person(WORDS[role])
    async with chat.database.begin() as connection:
        held = {"tenant": TENANT, "object_id": person.sender.object_id, "role": role, "terrain_id": terrain}
        await connection.execute(role_grant.insert().values(held | {"municipality_code": "", "given_by": "x"}))
    await person.says("hallo")
    return person


async def invites(chat: Chat, noor: Person, *names: str) -> None:
    """Let the team invite these people as they are called on the card of partners."""
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    await noor.clicks("Partners")
    values = {one["title"]: one["value"] for one in noor.newest("Nodig uit").inputs()["people"]["choices"]}
    await noor.fills_in({"people": ",".join(values[one] for one in names)}, "Nodig uit")
    await chat.notices()


async def test_a_partner_comes_and_tells_and_the_checklist_knows(chat_either_way: Chat) -> None:
    chat = chat_either_way
    hanna = await partner(chat, Role.GRID_OPERATOR)
    noor = await planned(chat)
    noor.sees("De netbeheerder komt en weet wat hij vertelt")
    await invites(chat, noor, "Hanna, netbeheerder")
    noor.sees("De uitnodiging gaat nu naar 1 persoon.", "Hanna: netbeheerder, nog geen antwoord.")
    hanna.sees("Komt u naar deze sessie op Hessenpoort?", "donderdag 14 januari 2027 om 19:30", "Wilt u daarover vertellen?")
    hanna.sees("Dat duurt 20 minuten, vanaf 19:50.", "NAL-regio Oost")
    await hanna.clicks(TELL)
    hanna.sees("Fijn dat u komt.", "U antwoordde: komt en vertelt over de stand van het net.", "Zet in mijn agenda")
    await noor.says("sessies hessenpoort")
    await noor.clicks("Startsessie, 14 januari 2027")
    noor.sees("Partners", "netbeheerder, komt en vertelt over de stand van het net", "netbeheerder (Hanna), gemeente")
    noor.sees_not("De netbeheerder komt en weet wat hij vertelt")
    noor.sees("24 verwacht")
    await hanna.clicks("Ik kom niet")
    await noor.clicks("Plan" if noor.screen[-1].has_button("Plan") else "Wie komt er")
    noor.sees("Hanna", "netbeheerder, komt niet", "0 aanmeldingen van 24")
    await noor.clicks("Plan")
    noor.sees("De netbeheerder komt en weet wat hij vertelt")


async def test_a_no_takes_back_what_the_team_ticked_itself(chat: Chat) -> None:
    hanna = await partner(chat, Role.GRID_OPERATOR)
    noor = await planned(chat)
    await noor.fills_in({"ready": "operator"}, CHANGE)
    noor.sees_not("De netbeheerder komt en weet wat hij vertelt\n")
    await invites(chat, noor, "Hanna, netbeheerder")
    await hanna.says("helaas, dan kan ik niet komen")
    hanna.sees("Jammer.", "U antwoordde: komt niet.")
    await noor.clicks("Plan")
    noor.sees("De netbeheerder komt en weet wat hij vertelt")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ik kom, ik vertel over het net", ("yes", "status")),
        ("ik kom en vertel iets over de stand van het net", ("yes", "status")),
        ("ik vertel graag over het net", ("yes", "status")),
        ("ja ik kom naar de sessie", ("yes", "")),
        ("ik kom niet", ("no", "")),
        ("misschien kom ik", ("invited", "")),
        ("ja", ("invited", "")),
    ],
)
async def test_a_partner_answers_in_words(chat: Chat, typed: str, kept: tuple[str, str]) -> None:
    hanna = await partner(chat, Role.GRID_OPERATOR)
    await invites(chat, await planned(chat), "Hanna, netbeheerder")
    await hanna.says(typed)
    assert [(row["coming"], row["tells"]) for row in await rows(chat, visitor)] == [kept]


async def test_partners_are_no_company(chat: Chat) -> None:
    fatima = await company(chat, "Fatima", "Jansen Transport")
    them = {role: await partner(chat, role) for role in WORDS}
    noor = await planned(chat)
    await invites(chat, noor, "Hanna, netbeheerder", "Yusuf, gemeente", "Petra, parkmanager")
    them[Role.MUNICIPALITY].sees("U weet veel van de laadvisie.")
    them[Role.PARK_MANAGER].sees("U weet veel van het terrein.")
    for person in them.values():
        await person.clicks("Ik kom")
    await noor.clicks("Uitnodigen")
    noor.sees("1 bedrijf wil uitgenodigd worden", "De netbeheerder komt ook.")
    await noor.clicks(SEND)
    await chat.notices()
    await fatima.clicks("Ik kom")
    await noor.clicks("Plan")
    await noor.clicks("Groepen")
    noor.sees_not("Hanna", "Petra", "Yusuf")
    await noor.clicks("Wie komt er")
    noor.sees("1 aanmelding van 24", "Partners", "parkmanager, komt")


async def test_who_lost_the_role_is_told_nothing_and_answers_nothing(chat: Chat) -> None:
    hanna, other = await partner(chat, Role.GRID_OPERATOR), await partner(chat, Role.MUNICIPALITY, "t-2")
    noor = await planned(chat)
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    await noor.clicks("Partners")
    noor.sees_not("Yusuf")
    await invites(chat, noor, "Hanna, netbeheerder")
    async with chat.database.begin() as connection:
        await connection.execute(role_grant.delete())
    hanna.fresh = []
    await hanna.clicks("Ik kom")
    hanna.sees("Deze uitnodiging is niet voor u.")
    session = str((await rows(chat, visitor))[0]["session_id"])
    await other.presses_raw("session_do", {"do": "partner", "session": session, "coming": "yes"})
    other.sees("Deze uitnodiging is niet voor u.")
    await other.presses_raw("session", {"do": "partners", "session": session})
    other.sees_not("Hanna")
    assert [row["coming"] for row in await rows(chat, visitor)] == ["invited"]


async def test_partners_hear_that_it_moved_and_answer_the_new_day(chat: Chat) -> None:
    hanna = await partner(chat, Role.GRID_OPERATOR)
    noor = await planned(chat)
    await invites(chat, noor, "Hanna, netbeheerder")
    await noor.clicks("Plan")
    await noor.clicks("Gegevens")
    await noor.fills_in({"day": "2027-01-20"}, KEEP)
    await hanna.clicks("Ik kom")
    hanna.sees("Deze sessie is verplaatst.", "20 januari 2027")
    await noor.clicks("Bericht sturen")
    noor.sees("Partners horen het met een eigen bericht: Hanna.")
    await noor.clicks(SEND)
    noor.sees("1 partner hoort het ook.")
    await chat.notices()
    hanna.sees("Deze sessie is nu op woensdag 20 januari 2027 om 19:30.")
    await hanna.clicks(TELL)
    hanna.sees("Fijn dat u komt.")


async def test_a_partner_without_teams_is_entered_by_hand(chat: Chat) -> None:
    noor = await planned(chat)
    await noor.clicks("Wie komt er")
    await noor.fills_in({"company": "Enexis", "name": "Bert", "party": "grid_operator"}, "Voeg toe")
    noor.sees("Partners", "Bert", "netbeheerder, komt", "0 aanmeldingen van 24")
    number = str((await rows(chat, visitor))[0]["number"])
    await noor.fills_in({"visitor": number, "mark": "no"}, "Vink aan")
    noor.sees("netbeheerder, komt niet")


async def test_two_who_invite_at_once_invite_once(chat: Chat) -> None:
    hanna = await partner(chat, Role.GRID_OPERATOR)
    noor = await planned(chat)
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    await noor.clicks("Partners")
    card = noor.newest("Nodig uit")
    chosen = {"people": card.inputs()["people"]["choices"][0]["value"]}
    hanna.fresh = []
    await asyncio.gather(*(noor.clicks("Nodig uit", chosen, on=card) for _ in range(2)))
    await chat.notices()
    assert len(await rows(chat, visitor)) == 1
    assert len([one for one in hanna.fresh if "Komt u naar deze sessie" in one.text()]) == 1


async def test_partners_that_came_are_thanked_with_the_slides(chat: Chat) -> None:
    chat.public_url = "https://laadmaat.example"
    await chat.restarts()
    fatima = await company(chat, "Fatima", "Jansen Transport")
    them = [await partner(chat, role) for role in WORDS]
    noor = await planned(chat)
    await invites(chat, noor, "Hanna, netbeheerder", "Yusuf, gemeente", "Petra, parkmanager")
    await them[0].clicks("Ik kom")
    await them[1].clicks("Ik kom niet")
    await them[2].clicks("Ik kom")
    await noor.clicks("Uitnodigen")
    await noor.clicks(SEND)
    await chat.notices()
    await fatima.clicks("Ik kom")
    petra = next(str(row["number"]) for row in await rows(chat, visitor) if row["name"] == "Petra")
    await noor.clicks("Plan")
    await noor.clicks("Wie komt er")
    await noor.fills_in({"visitor": petra, "mark": "not"}, "Vink aan")
    chat.now = datetime.datetime(2027, 1, 14, 21, 30, tzinfo=datetime.UTC)
    await noor.clicks("Na afloop")
    await noor.fills_in({"state": "held", "directions": "Samen laden"}, "Bewaar")
    for person in them:
        person.fresh = []
    await at(chat, datetime.date(2027, 1, 15))
    await noor.clicks(SEND)
    noor.sees("Het bericht gaat nu naar 2 personen.")
    await go(chat)
    them[0].sees("Bedankt voor uw komst: startsessie Hessenpoort", "Dank u wel dat u er was", "dia's.pptx")
    them[1].sees_nothing()
    them[2].sees_nothing()
    await go(chat)
    assert them[0].transcript().count("Bedankt voor uw komst") == 1
