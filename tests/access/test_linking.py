"""`koppel projectteam`: the members of a Teams team become the project team, guests when chosen, and later changes follow."""

import pytest

from dialogs.access.team_links import GONE
from dialogs.commands import COMMANDS, POINTER
from dialogs.meanings import MISSED
from dialogs.turn.command import Users
from dialogs.turn.errands import ReadTeam
from dialogs.turn.events import Arrived, Left, MembersChanged, Pressed, Said, Scope, TeamRead
from domain.access.roles import TeamMember
from domain.knowledge.standard import STANDARD_ITEMS
from storage.tables.access import linked_team, role_event, team_member
from tests.access.arranging import TEAM
from tests.chat import ADMIN, Chat
from tests.person import Person
from tests.tables import rows
from tests.without import whatever_the_turn, without


def member(person: Person, *, guest: bool = False) -> TeamMember:
    """Return a person as Teams tells about them."""
    return TeamMember(person.sender.object_id, person.sender.teams_id, person.sender.name, guest)


async def says(person: Person, text: str) -> None:
    """Say something in the channel of the team."""
    person.chat.said.append(text)
    await person.does(Said(text), scope=Scope.CHANNEL, team=TEAM)


async def reads(person: Person, *members: TeamMember, name: str = "Regio Oost", many: bool = False, shown: bool = True) -> None:
    """Let Teams tell who is in the team, as it does after `koppel projectteam`."""
    (errand,) = person.errands
    assert isinstance(errand, ReadTeam)
    said = members if shown else None
    await person.returns(TeamRead(errand.team, name, said, many, link=errand.link, named=errand.named, guest=errand.guest))


async def linked(chat: Chat, *members: TeamMember) -> Person:
    """Return Ada, who linked the team."""
    ada = chat.person("Ada", admin=True)
    await ada.opens()
    await says(ada, "koppel projectteam")
    await reads(ada, member(ada), *members)
    return ada


async def is_team(person: Person) -> bool:
    """Say whether the project team's commands exist for somebody."""
    await person.says("vragen")
    return "Er zijn geen open vragen." in person.text()


async def counting(chat: Chat) -> dict[str, bool]:
    """Return who is in linked teams, and whether they count."""
    return {row["name"]: row["counts"] for row in await rows(chat, team_member)}


async def test_members_become_the_project_team_and_guests_do_not(chat: Chat) -> None:
    yara, gijs = chat.person("Yara"), chat.person("Gijs")
    for person in (yara, gijs):
        await person.opens()
        assert not await is_team(person)
    ada = await linked(chat, member(yara), member(gijs, guest=True))
    ada.sees("Team Regio Oost is gekoppeld", "2 leden horen nu bij het projectteam.", "1 gast hoort er niet bij.")
    assert await is_team(yara)
    assert not await is_team(gijs)


async def test_a_guest_is_chosen_from_the_card(chat: Chat) -> None:
    gijs, fay = chat.person("Gijs"), chat.person("Fay")
    ada = await linked(chat, member(gijs, guest=True), member(fay, guest=True))
    card = ada.fresh[-1]
    await ada.does(Arrived())
    action = card.button("Voeg gasten toe")
    await channel_press(ada, "guests", action["data"]["data"], {"guests": gijs.sender.object_id})
    ada.sees("2 leden horen nu bij het projectteam.", "Nieuw: Gijs.", "1 gast hoort er niet bij.")
    assert await is_team(gijs)
    assert not await is_team(fay)
    await says(ada, "koppel projectteam")
    await reads(ada, member(ada), member(gijs, guest=True), member(fay, guest=True))
    assert await counting(chat) == {"Ada": True, "Gijs": True, "Fay": False}


async def channel_press(person: Person, verb: str, data: dict[str, str], inputs: dict[str, str]) -> None:
    """Press a button in the channel of the team."""
    await person.does(Pressed(verb, data, inputs, None), scope=Scope.CHANNEL, team=TEAM)


@pytest.mark.parametrize("named", ["met Gijs", "gijs van dijk", "met Jan", "met Niemand"])
async def test_a_guest_is_never_named_when_linking(chat: Chat, named: str) -> None:
    gijs, one, two = (chat.person(name) for name in ("Gijs van Dijk", "Jan Een", "Jan Twee"))
    ada = chat.person("Ada", admin=True)
    await says(ada, f"koppel projectteam {named}")
    await reads(ada, member(ada), *(member(person, guest=True) for person in (gijs, one, two)))
    assert (await counting(chat))["Gijs van Dijk"] is False
    assert sum((await counting(chat)).values()) == 1
    ada.sees("Kies uit de lijst.")


async def test_linking_again_updates_and_is_remembered(chat: Chat) -> None:
    yara, bram = chat.person("Yara"), chat.person("Bram")
    ada = await linked(chat, member(yara))
    await says(ada, "koppel projectteam")
    await reads(ada, member(ada), member(bram), name="Regio Oost (nieuw)")
    ada.sees("Team Regio Oost (nieuw) is gekoppeld", "Nieuw: Bram.", "Niet meer: Yara.")
    assert not await is_team(yara)
    assert await is_team(bram)
    assert len(await rows(chat, linked_team)) == 1
    kinds = [row["kind"] for row in await rows(chat, role_event)]
    assert kinds == ["linked", "joined", "joined", "joined", "left"]


async def test_unlinking_undoes_it(chat: Chat) -> None:
    yara = chat.person("Yara")
    ada = await linked(chat, member(yara))
    await says(ada, "ontkoppel projectteam")
    ada.sees("Team Regio Oost is ontkoppeld. 2 leden horen niet meer bij het projectteam.")
    assert not await is_team(yara)
    assert await rows(chat, team_member) == []
    await says(ada, "ontkoppel projectteam")
    ada.sees("Dit team is niet gekoppeld.")


async def test_unlinking_from_a_chat_alone(chat: Chat) -> None:
    ada = await linked(chat)
    await ada.says("ontkoppel projectteam")
    await ada.clicks("Ontkoppel Regio Oost")
    ada.sees("Team Regio Oost is ontkoppeld.")
    await ada.says("ontkoppel projectteam")
    ada.sees("Er is geen team gekoppeld.")


async def test_who_comes_and_goes_follows(chat: Chat) -> None:
    yara, bram = chat.person("Yara"), chat.person("Bram")
    ada = await linked(chat, member(yara))
    await yara.does(MembersChanged(removed=(yara.sender.object_id,)), scope=Scope.CHANNEL, team=TEAM)
    yara.sees_nothing()
    assert not await is_team(yara)
    await ada.does(MembersChanged(added=("29:unknown",)), scope=Scope.CHANNEL, team=TEAM)
    ada.sees_nothing()
    await reads(ada, member(ada), member(bram))
    ada.sees_nothing()
    assert await is_team(bram)
    await ada.does(MembersChanged(removed=(bram.sender.teams_id,)), scope=Scope.CHANNEL, team=TEAM)
    assert not await is_team(bram)


async def test_nothing_is_read_of_a_team_that_is_not_linked(chat: Chat) -> None:
    ada = chat.person("Ada", admin=True)
    await ada.does(MembersChanged(added=("x",)), scope=Scope.CHANNEL, team=TEAM)
    assert ada.errands == ()
    await ada.does(TeamRead(TEAM, "x", (member(ada),)), scope=Scope.CHANNEL, team=TEAM)
    assert await rows(chat, linked_team) == []


async def test_without_the_bot_the_link_ends_and_who_made_it_hears_so(chat: Chat) -> None:
    yara = chat.person("Yara")
    ada = await linked(chat, member(yara))
    await yara.does(Left(), scope=Scope.CHANNEL, team=TEAM)
    assert not await is_team(yara)
    await chat.delivers()
    ada.sees(GONE.format(name="Regio Oost"))


@pytest.mark.parametrize("team", [True, False])
async def test_only_an_administrator_links(chat: Chat, team: bool) -> None:
    mallory = chat.person("Mallory", team=team)
    for words in ("koppel projectteam", "ontkoppel projectteam", "koppel projectteam met Mallory"):
        await says(mallory, words)
        heard = whatever_the_turn(mallory.text())
        assert mallory.errands == ()
        with without([one for one in COMMANDS if one.audience == Users.ADMIN]):
            await says(mallory, words)
        assert heard == whatever_the_turn(mallory.text())
        assert heard.startswith((MISSED[0], STANDARD_ITEMS["wie-zit-hierachter"].title, POINTER))
        assert "koppel" not in heard.casefold()
    await mallory.does(TeamRead(TEAM, "x", (member(mallory),), link=True), scope=Scope.CHANNEL, team=TEAM)
    for verb in ("guests", "unlink", "role"):
        await channel_press(mallory, verb, {"team": TEAM}, {"guests": mallory.sender.object_id})
        mallory.sees("Deze knop werkt niet meer.")
    assert await rows(chat, linked_team) == []


async def test_a_guest_cannot_let_themselves_in(chat: Chat) -> None:
    gijs = chat.person("Gijs")
    await linked(chat, member(gijs, guest=True))
    await channel_press(gijs, "guests", {"team": TEAM}, {"guests": gijs.sender.object_id})
    assert not (await counting(chat))["Gijs"]


async def test_what_goes_wrong_is_said(chat: Chat) -> None:
    ada = chat.person("Ada", admin=True)
    await ada.opens()
    await ada.says("koppel projectteam")
    ada.sees("Typ dit in een kanaal van het team")
    await says(ada, "koppel projectteam")
    await reads(ada, shown=False)
    ada.sees("Teams laat mij niet zien")
    await says(ada, "koppel projectteam")
    await reads(ada, many=True, shown=False)
    ada.sees("te groot voor een projectteam")
    assert await rows(chat, linked_team) == []


async def test_the_history_says_who_did_it(chat: Chat) -> None:
    await linked(chat)
    assert {row["by"] for row in await rows(chat, role_event)} == {ADMIN}
