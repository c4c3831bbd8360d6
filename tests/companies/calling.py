"""Companies of Hessenpoort with a telephone number, arranged for conversations about calling them."""

from uuid import UUID

from storage.database.transactions import transaction
from storage.tables.registers import company_contact, import_run
from tests.chat import Chat
from tests.dossier.arranging import registers

SOURCE = {"kind": "companies", "file": "lijst.csv", "digest": "d", "added": 1, "changed": 0}
REGISTER = {**SOURCE, "source": "Handelsregister", "ground": "gerechtvaardigd belang"}


async def listed(chat: Chat, *names: str) -> list[UUID]:
    """Put companies in the register, each with a contact that can be called: numbers from 06 12000001 on, in this order."""
    made = await registers(chat, *names)
    async with transaction(chat.database) as connection:
        run = (await connection.execute(import_run.insert().values(REGISTER).returning(import_run.c.id))).scalar_one()
        contacts = [
            {"company_id": one, "key": name, "name": f"Contact van {name}", "phone": f"06-1200{place:04}", "import_id": run}
            for place, (one, name) in enumerate(zip(made, names, strict=True), start=1)
        ]
        await connection.execute(company_contact.insert(), contacts)
    return made
