"""Asking companies of Hessenpoort a form after a session, and what they answered."""

import datetime
from uuid import UUID

from cards.verbs import Verb
from domain.forms.results import FormResult
from domain.sessions.session import Session
from storage.database.transactions import transaction
from storage.forms.responses import Responses
from storage.plan.events import Dossiers
from storage.sessions.sessions import Sessions
from storage.tables.session import session as sessions
from tests.chat import Chat
from tests.forms.example import JoiningForm, joining
from tests.person import Person
from tests.sessions.beginnings import planned
from tests.tables import rows

NOBODY = UUID(int=0)


async def held(chat: Chat) -> Person:
    """Return Noor, who led a session that just ended."""
    noor = await planned(chat)
    [row] = await rows(chat, sessions)
    chat.now = row["ends_at"] + datetime.timedelta(minutes=5)
    return noor


async def opens(chat: Chat, person: Person, **more: str) -> None:
    """Open the form of the example, as a button on a card of ours would."""
    [row] = await rows(chat, sessions)
    data = {"kind": JoiningForm.key, "terrain": "t-1", "session": str(row["id"]), **more}
    await person.presses_raw(Verb.ENTRY_NEW, data)


async def result(chat: Chat) -> FormResult:
    """Return what was answered."""
    async with transaction(chat.database) as connection:
        [row] = await rows(chat, sessions)
        session = await Sessions(connection, NOBODY).find(row["id"])
        assert isinstance(session, Session)
        return await joining(Responses(connection, Dossiers(connection, NOBODY)), session)
