"""No role through the door: whoever holds every role by every way is a company here, whatever they say or their page sends."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from cards.verbs import AGAIN, Verb
from dialogs.buttons import OFFICE
from dialogs.commands import COMMANDS
from dialogs.turn.command import Users
from dialogs.turn.events import Pressed, Scope, Sender
from domain.access.roles import Grant, Role
from storage.database.transactions import transaction
from storage.tables.people import answer, intake, person
from tests.access.arranging import ZWOLLE
from tests.access.test_permission_matrix import GRAB_BAG, Kind, calm, hears, may, meet, missed, nothing_changes
from tests.beginnings import SHORT, start
from tests.chat import ADMIN, HOUSE, TENANT, Chat
from tests.person import Person
from tests.without import without

OTHER = "Zwarte Zwaan Transport"
SOMEWHERE = {Role.PARK_MANAGER: Grant(Role.PARK_MANAGER, terrain="t-1"), Role.MUNICIPALITY: ZWOLLE}
EVERY_ROLE = tuple(SOMEWHERE.get(role, Grant(role)) for role in Role)
VISITOR = Kind("visitor", Users.COMPANY, EVERY_ROLE, admin=True, member=True, company=True)


@pytest.fixture
async def visitor(chat: Chat) -> Person:
    """Somebody whom the settings, the table of roles and a linked team make all there is, in a window without Teams."""
    someone = chat.person("Iemand", admin=True)
    someone.sender = replace(someone.sender, through_door=True)
    return await meet(chat, VISITOR)


def test_no_list_and_no_grant_counts() -> None:
    here = Sender(TENANT, ADMIN, "", "")
    assert HOUSE.roles_of(here, EVERY_ROLE).held == frozenset(Role)
    assert not HOUSE.roles_of(replace(here, through_door=True), EVERY_ROLE).held


async def test_every_command_that_is_not_for_a_company_is_unknown(chat: Chat, visitor: Person) -> None:
    others = [one for one in COMMANDS if not may(VISITOR, one, Scope.PERSONAL)]
    every = list(dict.fromkeys(command.words[0] for command in others))
    assert len(every) > 30
    async with nothing_changes(chat, "miss", "missed_words"):
        heard = await hears(chat, visitor, every, Scope.PERSONAL, "")
        counted = await missed(chat)
        with without(others):
            assert heard == await hears(chat, visitor, every, Scope.PERSONAL, "")
    assert await missed(chat) == counted * 2


async def stored_of(chat: Chat, company: Person) -> list[object]:
    """Return all that is kept of a company."""
    mine = select(person.c.intake_id).where(person.c.object_id == company.sender.object_id)
    of = (select(intake).where(intake.c.id.in_(mine)), select(answer).where(answer.c.intake_id.in_(mine)))
    async with transaction(chat.database) as connection:
        return [tuple(row) for statement in of for row in await connection.execute(statement)]


async def test_no_verb_opens_or_changes_what_is_not_ones_own(chat: Chat, visitor: Person) -> None:
    other = await start(chat, "Piet", OTHER, *SHORT[1:])
    before = await stored_of(chat, other)
    async with transaction(chat.database) as connection:
        theirs = person.c.object_id == other.sender.object_id
        ids = (await connection.execute(select(person.c.id, person.c.intake_id).where(theirs))).one()
    forged = GRAB_BAG | dict.fromkeys(("intake", "company", "about"), str(ids.intake_id)) | {"person": str(ids.id)}
    for verb in (*Verb, AGAIN):
        for data in (forged, {}):
            await calm(chat, visitor)
            if verb in OFFICE:
                async with nothing_changes(chat):
                    await visitor.does(Pressed(verb, data, forged))
            else:
                await visitor.does(Pressed(verb, data, forged))
            assert OTHER not in visitor.text(), verb
            assert visitor.errands == (), verb
    assert await stored_of(chat, other) == before
