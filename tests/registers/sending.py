"""Sending a register in chat, and carrying it out."""

from tests.chat import Chat
from tests.person import Person
from tests.registers import files
from tests.registers.files import BAKKER, BOER, JANSEN

COMPANIES = files.companies(JANSEN, BOER, BAKKER)


TOLD = {"source": "Handelsregister", "ground": "gerechtvaardigd belang"}


async def sends(chat: Chat, person: Person, content: str | bytes, name: str = "lijst.csv") -> None:
    """Send a file and wait for its dry run."""
    await person.sends_a_file(name, content.encode() if isinstance(content, str) else content)
    person.fresh = []
    await chat.works()


async def carries_out(chat: Chat, person: Person, **told: str) -> None:
    """Press the button and wait for the result."""
    await person.clicks("Voer uit", told)
    await chat.works()
