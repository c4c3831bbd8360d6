"""Companies of the register that did not begin, with an address; and whom the team enters by hand."""

from collections.abc import Sequence
from uuid import UUID

from domain.companies.companies import Contact, Ground, company_key
from storage.database.transactions import transaction
from storage.tables.registers import company, company_contact, import_run
from tests.chat import Chat
from tests.person import Person
from tests.sessions.beginnings import SEND, planned

HESSENPOORT = "t-1"
SOURCE = "Parkmanagement Hessenpoort"
ANS = "ans@deboer.example"
ENTERED = {"company": "Bakkerij De Boer", "name": "Ans", "people": "2"}


async def listed(chat: Chat, *names: str, ground: Ground = Ground.TASK, source: str = SOURCE) -> Sequence[UUID]:
    """Put companies on Hessenpoort in the register, each with one contact: info@<first word>.example; return their keys."""
    async with transaction(chat.database) as connection:
        run = {
            "kind": "companies",
            "file": "lijst.csv",
            "digest": "",
            "source": source,
            "ground": ground,
            "added": 1,
            "changed": 0,
        }
        made = (await connection.execute(import_run.insert().values(**run).returning(import_run.c.id))).scalar_one()
        rows = [{"terrain_id": HESSENPOORT, "name": one, "name_key": company_key(one), "import_id": made} for one in names]
        keys: Sequence[UUID] = (await connection.execute(company.insert().values(rows).returning(company.c.id))).scalars().all()
        found = [
            {
                "company_id": key,
                "name": "Petra",
                "email": address_of(one),
                "key": Contact(email=address_of(one)).key,
                "import_id": made,
            }
            for key, one in zip(keys, names, strict=True)
        ]
        await connection.execute(company_contact.insert().values(found))
        return keys


def address_of(company_name: str) -> str:
    """Return the address of a company that was put in the register."""
    return f"info@{company_name.split(maxsplit=1)[0].lower()}.example"


async def drafted(chat: Chat) -> Person:
    """Return Noor, who looks at the invitation of a session that she planned."""
    noor = await planned(chat)
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    return noor


async def sent(chat: Chat) -> Person:
    """Return Noor, who just invited whoever was ticked."""
    noor = await drafted(chat)
    await noor.clicks(SEND)
    return noor


async def entered(chat: Chat, **more: str) -> Person:
    """Return Noor, who planned a session and entered somebody who may be mailed."""
    noor = await planned(chat)
    await noor.clicks("Wie komt er")
    await noor.fills_in({**ENTERED, "email": ANS, "mailing": "yes", **more}, "Voeg toe")
    return noor
