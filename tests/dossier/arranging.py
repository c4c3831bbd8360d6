"""The project team and companies of terrains, arranged for conversations about dossiers."""

from uuid import UUID

from sqlalchemy import func, select

from dialogs.turn.events import Event, Said, Scope
from domain.access.roles import Grant, Role
from domain.companies.companies import company_key
from storage.database.transactions import transaction
from storage.tables.forms import form_response
from storage.tables.registers import company
from storage.tables.terrain import terrain
from tests.access.arranging import TEAM, gives
from tests.chat import TERRAINS, Chat
from tests.person import Person
from tests.tables import rows


async def noor_of(chat: Chat) -> Person:
    """Return Noor of the project team, who has said something before."""
    noor = chat.person("Noor Bos", team=True)
    await noor.says("help")
    return noor


async def colleague_of(chat: Chat, name: str) -> Person:
    """Return another member of the project team, who has said something before."""
    colleague = chat.person(name)
    await gives(chat, colleague, Grant(Role.TEAM))
    await colleague.says("help")
    return colleague


async def registers(chat: Chat, *names: str, on: str = "t-1", kvk: str = "") -> list[UUID]:
    """Put companies in the register."""
    async with transaction(chat.database) as connection:
        if not (await connection.execute(select(func.count()).select_from(terrain))).scalar_one():
            parks = [{"id": p.id, "name": p.name, "invented": True, "origin_file": "t", "origin_at": chat.now} for p in TERRAINS]
            await connection.execute(terrain.insert(), parks)
        rows = [{"terrain_id": on, "name": name, "name_key": company_key(name), "kvk": kvk} for name in names]
        made = await connection.execute(company.insert().returning(company.c.id), rows)
        return list(made.scalars())


async def in_channel(person: Person, event: Event | str, *, team: str = TEAM, scope: Scope = Scope.CHANNEL) -> None:
    """Say or do something in a channel of a team."""
    if isinstance(event, str):
        person.chat.said.append(event)
    await person.does(Said(event) if isinstance(event, str) else event, scope=scope, team=team)


async def data(chat: Chat) -> list[dict[str, str]]:
    """Return what is kept, oldest first."""
    return [row["data"] for row in await rows(chat, form_response)]
