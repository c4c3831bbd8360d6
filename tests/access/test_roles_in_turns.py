"""Roles reach every step with the statement that loads the turn: in a chat alone, in channels, for people never met."""

import pytest

from dialogs.meanings import MISSED
from dialogs.turn.events import Arrived, Said, Scope
from domain.access.roles import Grant, Role
from domain.knowledge.standard import STANDARD_ITEMS
from storage.database.transactions import transaction
from storage.tables.people import person
from storage.turn.roles import is_linked
from tests.access.arranging import TEAM, ZWOLLE, gives, links
from tests.beginnings import agree, talk
from tests.chat import TENANT, Chat
from tests.counting import counting
from tests.tables import rows
from tests.without import whatever_the_turn

OTHER_TENANT = "22222222-2222-4222-8222-222222222222"


async def test_a_member_of_a_linked_team_is_team_at_the_first_word(chat: Chat) -> None:
    yara = chat.person("Yara")
    await links(chat, yara)
    await yara.opens()
    yara.sees("Wat u hier kunt doen", "uitnodigen")
    await yara.says("uitnodigen hessenpoort Jansen Transport")
    yara.sees("De code is")


async def test_a_guest_of_a_linked_team_is_no_team(chat: Chat) -> None:
    gijs = chat.person("Gijs")
    await links(chat, guests=(gijs,))
    await gijs.opens()
    gijs.sees("Mogen wij uw antwoorden bewaren?")
    await gijs.says("uitnodigen hessenpoort")
    gijs.sees_not("De code is")


async def test_a_role_given_in_another_tenant_is_none_here(chat: Chat) -> None:
    piet = chat.person("Piet")
    await gives(chat, piet, Grant(Role.ADMIN), Grant(Role.TEAM), tenant=OTHER_TENANT)
    await piet.opens()
    piet.sees("Mogen wij uw antwoorden bewaren?")


async def test_a_name_gives_nothing(chat: Chat) -> None:
    noor = chat.person("Noor")
    await links(chat, noor)
    spoof = chat.person("Valse Noor")
    spoof.sender = type(spoof.sender)(TENANT, spoof.sender.object_id, noor.sender.teams_id, "Noor")
    await spoof.opens()
    spoof.sees("Mogen wij uw antwoorden bewaren?")
    await spoof.says("vragen")
    spoof.sees_not("Er zijn geen open vragen.")


@pytest.mark.parametrize("held", [ZWOLLE, Grant(Role.GRID_OPERATOR), Grant(Role.PARK_MANAGER, terrain="t-1")])
async def test_who_holds_another_role_is_not_asked_for_answers(chat: Chat, held: Grant) -> None:
    olga = chat.person("Olga")
    await gives(chat, olga, held)
    await olga.opens()
    olga.sees("Wat u hier kunt doen")
    olga.sees_not("Mogen wij uw antwoorden bewaren?", "uitnodigen", "overzicht")
    for words in ("start", "uitnodigen hessenpoort", "vragen", "ja", "12"):
        await olga.says(words)
        if words.startswith("uitnodigen"):  # read as a question that everybody may ask
            olga.sees(STANDARD_ITEMS["volgende-bijeenkomst"].title)
        else:
            assert whatever_the_turn(olga.text()).startswith(MISSED[0]), words
            assert olga.text().endswith("Help"), words
        olga.sees_not("Mogen wij uw antwoorden bewaren?", "overzicht", "De code is", "open vragen", "Wat u hier kunt doen")


async def test_who_is_an_entrepreneur_too_answers_for_the_company(chat: Chat) -> None:
    petra = chat.person("Petra")
    await gives(chat, petra, Grant(Role.PARK_MANAGER, terrain="t-1"), Grant(Role.ENTREPRENEUR))
    await agree(petra)
    await talk(petra, "Jansen Transport")
    petra.sees("Op welk bedrijventerrein")


async def test_who_gets_a_role_halfway_keeps_the_own_answers(chat: Chat) -> None:
    petra = chat.person("Petra")
    await agree(petra)
    await gives(chat, petra, Grant(Role.PARK_MANAGER, terrain="t-1"))
    await talk(petra, "Jansen Transport", "Hessenpoort")
    await petra.says("overzicht")
    petra.sees("Jansen Transport", "Hessenpoort")


async def test_roles_cost_no_statement_of_their_own(chat: Chat) -> None:
    petra = chat.person("Petra")
    await links(chat, petra)
    await petra.opens()
    await petra.does(Said("help"), scope=Scope.CHANNEL, team=TEAM)
    with counting(chat.database) as alone:
        await petra.says("help")
    with counting(chat.database) as together:
        await petra.does(Said("hallo"), scope=Scope.CHANNEL, team=TEAM)
    assert (len(alone.statements), alone.commits) == (2, 1), "\n".join(alone.statements)
    assert (len(together.statements), together.commits) == (2, 1), "\n".join(together.statements)


async def test_only_who_holds_a_role_becomes_a_person_in_a_channel(chat: Chat) -> None:
    yara, fatima = chat.person("Yara"), chat.person("Fatima")
    await links(chat, yara)
    for one in (yara, fatima):
        await one.does(Said("hallo daar"), scope=Scope.CHANNEL, team=TEAM)
        await one.does(Arrived(), scope=Scope.CHANNEL, team=TEAM)
    assert [row["name"] for row in await rows(chat, person)] == ["Yara"]
    await yara.opens()
    yara.sees("Wat u hier kunt doen")
    assert len(await rows(chat, person)) == 1


async def test_a_linked_team_is_known_by_its_id(chat: Chat) -> None:
    await links(chat)
    async with transaction(chat.database) as connection:
        assert await is_linked(connection, TENANT, TEAM)
        assert not await is_linked(connection, OTHER_TENANT, TEAM)
        assert not await is_linked(connection, TENANT, "19:other@thread.tacv2")
