"""How conversations about sessions begin: a plan on Hessenpoort, and companies that want to be invited."""

from tests.beginnings import SHORT, agree, talk
from tests.chat import Chat
from tests.person import Person

FACTS = {
    "day": "2027-01-14", "clock": "19:30", "place": "Zaal 2", "people": "24", "facilitators": "Bram, Cas, Dunya, Ed",
    "example": "Op terrein De Wilg delen vijf bedrijven een laadplein.",
}  # fmt: skip
MAKE, KEEP, CHANGE, SEND = "Maak het plan", "Bewaar gegevens", "Pas aan", "Goedkeuren en versturen"


def noor(chat: Chat) -> Person:
    """Return somebody of the project team."""
    return chat.person("Noor", team=True)


async def planned(chat: Chat, words: str = "hessenpoort startsessie", **facts: str) -> Person:
    """Return Noor, who just planned a session."""
    person = noor(chat)
    await person.says(f"sessieplan {words}")
    await person.fills_in({**FACTS, **facts}, MAKE)
    return person


async def company(chat: Chat, name: str, called: str, *, approach: str = "ja", share: str = "ja") -> Person:
    """Return somebody whose company on Hessenpoort finished the short intake, with these consents."""
    person = chat.person(name)
    await agree(person)
    await talk(person, called, *SHORT[1:], "ja", share, "nee", "nee", approach, "ja")
    person.sees("Dank u wel")
    return person


async def invited(chat: Chat) -> tuple[Person, Person]:
    """Return Noor and Fatima, whose company was just invited."""
    fatima = await company(chat, "Fatima", "Jansen Transport")
    person = await planned(chat)
    await person.clicks("Wie komt er")
    await person.clicks("Uitnodigen")
    await person.clicks(SEND)
    await chat.delivers()
    return person, fatima
