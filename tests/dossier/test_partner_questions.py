"""A municipality says what it wants of a terrain, answers what the team asks it, and reads its sessions; nobody else does."""

from domain.access.roles import Role
from storage.tables.forms import form_response
from tests.chat import Chat
from tests.person import Person
from tests.sessions.beginnings import company, noor, planned
from tests.sessions.test_partners import invites, partner
from tests.tables import rows


async def test_a_goal_of_the_municipality_is_seen_and_changed_by_both(chat: Chat) -> None:
    yusuf, team = await partner(chat, Role.MUNICIPALITY), noor(chat)
    await yusuf.says("doel hessenpoort: in 2030 kan elke wagen hier laden")
    yusuf.sees("Bewaard.", "Doel van de gemeente", "in 2030 kan elke wagen hier laden")
    await team.says("dossier hessenpoort")
    team.sees("Doel van de gemeente", "in 2030 kan elke wagen hier laden")
    await team.says("doel hessenpoort In 2032 kan dat")
    await yusuf.says("doel hessenpoort")
    yusuf.sees("In 2032 kan dat")
    assert [row["revision"] for row in await rows(chat, form_response)] == [2]


async def test_a_question_goes_to_the_municipality_and_the_answer_back(chat_either_way: Chat) -> None:
    chat = chat_either_way
    yusuf, team = await partner(chat, Role.MUNICIPALITY), noor(chat)
    await team.says("vraag gemeente hessenpoort: komt hier een nieuwe weg?")
    team.sees("Deze vraag gaat naar Yusuf.", "komt hier een nieuwe weg?")
    await chat.notices()
    yusuf.sees("Het projectteam vraagt: komt hier een nieuwe weg?")
    await yusuf.fills_in({"text": "Ja, in 2028."}, "Opslaan")
    yusuf.sees("Bewaard.", "Ja, in 2028.")
    await chat.delivers()
    team.sees("Yusuf antwoordt op: komt hier een nieuwe weg?", "Ja, in 2028.")
    await team.says("dossier hessenpoort")
    team.sees("Antwoord van de gemeente", "Ja, in 2028.")
    assert sorted((row["form"], row["closed_at"] is None) for row in await rows(chat, form_response)) == [
        ("partner_answer", True), ("partner_question", False),
    ]  # fmt: skip


async def test_nobody_to_ask_is_said_and_nothing_kept(chat: Chat) -> None:
    await partner(chat, Role.MUNICIPALITY, "t-2")
    team = noor(chat)
    await team.says("vraag gemeente hessenpoort: komt hier een nieuwe weg?")
    team.sees("Voor Hessenpoort heeft nog niemand de rol gemeente", "Uw vraag is niet bewaard.")
    await team.says("vraag gemeente hessenpoort")
    team.sees("Typ uw vraag achter het terrein")
    assert await rows(chat, form_response) == []


async def test_others_answer_nothing_and_have_no_goal(chat: Chat) -> None:
    await partner(chat, Role.MUNICIPALITY)
    team, hanna = noor(chat), await partner(chat, Role.GRID_OPERATOR)
    await team.says("vraag gemeente hessenpoort: komt hier een nieuwe weg?")
    number = str((await rows(chat, form_response))[0]["number"])
    await chat.notices()
    hanna.sees_not("nieuwe weg")
    await hanna.says("doel hessenpoort: alles vol")
    for group in (number, "999", ""):
        data = {"kind": "partner_answer", "terrain": "t-1", "about": "", "of_group": group, "key": ""}
        for somebody in (hanna, chat.person("Yusuf")) if group != number else (hanna,):
            await somebody.presses_raw("entry_save", data, {"text": "Nee"})
    await chat.person("Yusuf").presses_raw(
        "entry_save", {"kind": "partner_answer", "terrain": "t-2", "about": "", "of_group": number}, {"text": "Nee"}
    )
    assert [row["form"] for row in await rows(chat, form_response)] == ["partner_question"]


async def reads(person: Person, *words: str) -> None:
    await person.says("sessies hessenpoort")
    person.sees(*words)


async def test_partners_read_the_sessions_of_their_terrains(chat: Chat) -> None:
    await company(chat, "Fatima", "Jansen Transport")
    yusuf, petra = await partner(chat, Role.MUNICIPALITY), await partner(chat, Role.PARK_MANAGER)
    await reads(yusuf, "Er is nog geen sessie gepland.")
    team = await planned(chat)
    await invites(chat, team, "Petra, parkmanager")
    await reads(yusuf, "Startsessie, 14 januari 2027, 19:30 - 21:25", "Zaal 2", "19:30 - 19:40", "Voorstelronde met beeld")
    yusuf.sees("De volgende is de startsessie, op donderdag 14 januari 2027 om 19:30. De plaats: Zaal 2.")
    yusuf.sees_not("Jansen", "Petra", "Wie komt er", "Typ 'ik kom'")
    await reads(petra, "Uw antwoord", "nog geen antwoord", "Typ 'ik kom' of 'ik kom niet'.")
    await yusuf.says("sessies de mars")
    yusuf.sees_not("Startsessie")
    await yusuf.says("help")
    yusuf.sees("sessies")
    yusuf.sees_not("regisseur bent", "sessieplan", "gemeente vragen")
