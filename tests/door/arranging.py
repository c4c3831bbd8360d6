"""Taking part without Teams, arranged: who comes in, on which devices, and by which key they are known."""

import datetime
from typing import Any

from sqlalchemy import select, update

from domain.door.entering import DoorWay
from storage.database.transactions import Database, transaction
from storage.door.sessions import open_session
from storage.door.window import Look, PageAsking, looking_in
from storage.tables.people import answer, intake, person
from tests.beginnings import SHORT, talk
from tests.chat import Chat
from tests.person import Person
from tests.tables import rows


async def takes_a_device(chat: Chat, someone: Person, device: str = "Telefoon, Chrome") -> None:
    """Let somebody take part on one more device."""
    async with transaction(chat.database) as connection:
        mine = select(person.c.id).where(person.c.object_id == someone.sender.object_id)
        await open_session(connection, (await connection.execute(mine)).scalar_one(), device, chat.now)


async def comes_in(chat: Chat, company: str = "Jansen Transport") -> Person:
    """Return Fatima, who began on her telephone, without Teams."""
    fatima = await chat.enters("Fatima", DoorWay.TERRAIN, "t-1")
    await talk(fatima, "ja", "kort", company, SHORT[2])
    return fatima


async def asks_code(fatima: Person) -> str:
    """Return the code that lets Fatima be known in Teams."""
    await fatima.says("koppel teams")
    fatima.sees("Open Laadmaat in Teams en typ daar: koppel", "De code werkt 1 uur, één keer.")
    return fatima.code()


async def give_email(chat: Chat, someone: Person) -> None:
    """Let somebody have given their own address, which no colleague sees."""
    row = next(one for one in await rows(chat, person) if one["object_id"] == someone.sender.object_id)
    [mine] = [one for one in await rows(chat, intake) if one["id"] == row["intake_id"]]
    name, value = f"contact.email@{row['id'].hex}", "piet@voorbeeld.example"
    given = {**mine["current"]["answers"], name: {"value": value, "revision": 1}}
    async with transaction(chat.database) as connection:
        this = update(intake).where(intake.c.id == mine["id"])
        await connection.execute(this.values(current={**mine["current"], "answers": given}))
        kept = {"intake_id": mine["id"], "name": name, "value": value, "certainty": "sure", "source": "chat", "revision": 1}
        await connection.execute(answer.insert().values(kept))


async def known(chat: Chat, one: Person) -> dict[str, Any]:
    """Return the row of somebody of the door, by whatever key they are known now."""
    assert one.door is not None
    return next(row for row in await rows(chat, person) if row["id"] == one.door.person)


async def looks_in(database: Database, cookie: str, now: datetime.datetime) -> Look | None:
    """Return what a page with this cookie gets: who is behind it, and all that is in their window."""
    return await looking_in(database, lambda: now).ask(PageAsking(cookie, 0))


async def behind(chat: Chat, one: Person) -> str:
    """Return by which key whoever is behind somebody's cookie is known; empty when it does not work any more."""
    found = await looks_in(chat.database, one.cookie, chat.now)
    return found[0].object_id if found is not None else ""


async def goes_on(chat: Chat, fatima: Person, teams: Person) -> None:
    """Let the window of Fatima go on, as the edge sees her once she is known in Teams."""
    assert fatima.door is not None
    found = await looks_in(chat.database, fatima.cookie, chat.now)
    assert found is not None
    fatima.sender = type(fatima.sender)(found[0].tenant, found[0].object_id, "", "", through_door=True)
    assert fatima.sender.object_id == teams.sender.object_id
