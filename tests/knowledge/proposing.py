"""Proposing, and what became of it."""

from storage.tables.knowledge import item_version
from tests.chat import Chat
from tests.person import Person
from tests.tables import rows

BETTER = "U krijgt een laadpas van een bedrijf dat laadpassen verkoopt."


async def proposes(someone: Person, text: str = BETTER) -> None:
    """Let somebody propose another text for the item of these tests."""
    await someone.says("kennis laadpas")
    await someone.clicks("Wijzig")
    await someone.fills_in({"text": text}, "Stel voor")


async def states(chat: Chat) -> list[tuple[int, str]]:
    """Return every version that was written, with what became of it."""
    return [(row["version"], row["state"]) for row in await rows(chat, item_version)]
