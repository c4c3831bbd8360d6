"""A channel of the project team, what is said and pressed there, and what happens on a terrain."""

from collections.abc import Mapping
from uuid import UUID

from bot.teams.presses import press_of_execute, press_of_submit
from dialogs.turn.events import Said, Scope
from domain.intake.answers import Answer
from domain.notices.notice import Happening
from domain.plan.events import NewEvent
from storage.database.transactions import transaction
from storage.intake.snapshots import write_snapshot
from storage.notices.notices import Notices
from storage.stores import Stores
from storage.tables.access import linked_team
from storage.tables.people import intake, person
from tests.chat import HOUSE, TENANT, Chat
from tests.person import Person
from tests.replies import Shown
from tests.tables import rows

TEAM = "19:team@thread.tacv2"


def noor(chat: Chat) -> Person:
    """Return somebody of the project team."""
    return chat.person("Noor", team=True)


async def says(who: Person, text: str, scope: Scope = Scope.CHANNEL) -> None:
    """Say something in the channel."""
    who.chat.said.append(text)
    await who.does(Said(text), scope=scope, team=TEAM if scope is Scope.CHANNEL else "")


async def presses(who: Person, shown: Shown, title: str, inputs: Mapping[str, str] | None = None) -> None:
    """Press a button on a card in the channel, as this chat sends it."""
    button = shown.button(title)
    fields = {} if button.get("associatedInputs") == "none" else shown.filled_in() | shown.named(inputs or {})
    if who.chat.how == "execute":
        value = {"action": {"type": "Action.Execute", "verb": button["verb"], "data": {**button["data"], **fields}}}
        await who.does(press_of_execute(value, shown.id), invoke=True, on=shown, scope=Scope.CHANNEL, team=TEAM)
    else:
        sent = press_of_submit({**button["fallback"]["data"], **fields}, shown.id)
        await who.does(sent, on=shown, scope=Scope.CHANNEL, team=TEAM)


async def links(chat: Chat) -> None:
    """Link the team of the channel to the project team."""
    async with transaction(chat.database) as connection:
        row = {"tenant": TENANT, "team_id": TEAM, "name": "Regio Oost", "reference": {}, "linked_by": "x"}
        await connection.execute(linked_team.insert().values(row))


async def company(chat: Chat, terrain: str = "t-1", name: str = "Jansen Transport") -> Person:
    """Return a company that agreed to keep its answers, on a terrain."""
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says("ja")
    async with transaction(chat.database) as connection:
        answers = {"company.name": Answer(name), "company.terrain": Answer({"id": terrain, "name": "Hessenpoort"})}
        known = {"current": write_snapshot({}, answers), "company": name, "terrain_id": terrain}
        await connection.execute(intake.update().where(intake.c.id == await own(chat, fatima)).values(known))
    return fatima


async def own(chat: Chat, who: Person) -> UUID:
    """Return the intake of somebody."""
    [found] = [row["intake_id"] for row in await rows(chat, person) if row["object_id"] == who.sender.object_id]
    return UUID(str(found))


async def happens(chat: Chat, *events: NewEvent) -> None:
    """Record events of a terrain as a dialog does."""
    async with transaction(chat.database) as connection:
        [who, *_] = [row["id"] for row in await rows(chat, person)]
        stores = Stores(connection, who, who, chat.names.names, now=chat.now, quiet=chat.notifier.house.quiet)
        for event in events:
            await stores.dossiers.record(event)
        await chat.wake(connection, stores.wakes)


def stepped(chat: Chat, step: int, terrain: str = "t-1") -> NewEvent:
    """Return that a step began."""
    return NewEvent(terrain, "step_entered", chat.now, {"step": step, "on": chat.now.date().isoformat()})


async def happened(chat: Chat, *those: Happening) -> None:
    """Plan notices of what happened, one after another."""
    for one in those:
        async with transaction(chat.database) as connection:
            notices = Notices(connection, chat.now, HOUSE.quiet, TENANT)
            await notices.happened(one)
            await chat.wake(connection, notices.wakes)
