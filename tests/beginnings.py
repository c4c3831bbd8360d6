"""Where many conversations begin: the first consent given, a depth chosen, a first few questions answered."""

from tests.chat import Chat
from tests.person import Person

SHORT = (
    "Jansen Transport", "Hessenpoort", "12", "0", "0", "3", "8", "1", "18:00", "06:00", "4", "groot",
)  # fmt: skip
CONSENTS = ("ja", "nee", "nee", "ja", "ja")


async def agree(person: Person, depth: str = "kort") -> None:
    """Open the chat, give the first consent, choose a depth; all by typing."""
    await person.opens()
    await person.says("ja")
    await person.says(depth)


async def talk(person: Person, *sentences: str) -> None:
    """Say one thing after another."""
    for sentence in sentences:
        await person.says(sentence)


async def finish_short(chat: Chat, name: str = "Fatima") -> Person:
    """Return somebody who typed the whole short version and confirmed it."""
    person = chat.person(name)
    await agree(person)
    await talk(person, *SHORT, *CONSENTS, "ja")
    person.sees("Dank u wel")
    return person


async def start(chat: Chat, name: str = "Fatima", *said: str) -> Person:
    """Return somebody of Jansen Transport who began."""
    person = chat.person(name)
    await agree(person)
    await talk(person, *(said or SHORT[:3]))
    return person


async def start_invited(chat: Chat, name: str = "Fatima", *said: str) -> Person:
    """Return somebody of Jansen Transport who began with a code of the project team."""
    noor, person = chat.person("Noor", team=True), chat.person(name)
    await noor.says("uitnodigen hessenpoort Jansen Transport")
    await person.opens()
    await talk(person, f"code {noor.code()}", "ja", "kort", *(said or SHORT[2:3]))
    return person


async def come_in(person: Person, code: str) -> None:
    """Use the code of a colleague, and say yes to who is there."""
    await talk(person, f"code {code}", "ja")


async def meet(chat: Chat, name: str = "Piet") -> Person:
    """Return somebody new who gave the first consent."""
    person = chat.person(name)
    await person.opens()
    await person.says("ja")
    return person


async def as_far_as_vehicles(chat: Chat) -> Person:
    """Return Fatima, who came as far as her vehicles in the full version, all by cards."""
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.clicks("Ja, dat mag")
    await fatima.clicks("Volledig: 5 tot 10 minuten")
    await fatima.fills_in({"company.name": "Jansen Transport", "company.terrain": "Hessenpoort"})
    await fatima.fills_in({"contact.role": "owner"})
    return fatima
