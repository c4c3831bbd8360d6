"""A town with secrets: two companies on one terrain, a team with a dossier, partners, and people who may see none of it."""

from dataclasses import dataclass, field
from uuid import uuid4

from sqlalchemy import delete, select

from bot.teams.presses import press_of_execute
from cards.verbs import Verb
from dialogs.commands import COMMANDS
from dialogs.turn.command import Users
from dialogs.turn.events import Said, Scope, TeamRead
from domain.access.roles import Grant, Role, TeamMember
from storage.database.transactions import transaction
from storage.tables.access import role_grant
from storage.tables.sending import sending
from storage.tables.session import session
from tests.access.arranging import TEAM, ZWOLLE, gives, links
from tests.beginnings import CONSENTS, SHORT, talk
from tests.chat import Chat
from tests.door.arranging import takes_a_device
from tests.dossier.arranging import registers
from tests.meter.shapes import day_of, dutch
from tests.notices.arranging import happens, stepped
from tests.person import Person
from tests.registers.files import companies as companies_file
from tests.registers.sending import sends
from tests.security.catching import OWN, Caught, Net, Place
from tests.sessions.beginnings import FACTS, MAKE
from tests.terrains.arranging import plan, register

COMPANY, FATIMA, WORDS = "Kwikstaart Vervoer", "Fatima Roodborst", "Rietzanger belde over de nachtegaal 90417"
# What nobody outside may read: names, words and a number that stand nowhere else.
SECRETS = (
    "Kwikstaart", "Roodborst", "Rietzanger", "Nachtegaal", "Waterhoen", "Roerdomp", "Karekiet", "IJsvogel", "90417",
)  # fmt: skip
CHANNEL = Place(Scope.CHANNEL, TEAM)
# Pressing these shows something and changes nothing.
SHOWING = frozenset({
    Verb.VIEW, Verb.SESSION, Verb.ENTRY_NEW, Verb.ENTRY_OPEN, Verb.PARKS, Verb.PARKS_PICK, Verb.HISTORY, Verb.OUTLOOK,
    Verb.ADJUST, Verb.DRAFT, Verb.COMPANY, Verb.TERRAIN, Verb.FIND, Verb.PICK,
})  # fmt: skip
AUDIENCES = {
    "Noor Bos": Users.TEAM, "Ada Baas": Users.ADMIN, FATIMA: Users.COMPANY, "Gemma Gemeente": Users.MUNICIPALITY,
    "Pim Park": Users.PARK_MANAGER, "Nora Net": Users.GRID_OPERATOR,
}  # fmt: skip
UNSAID = ("ontkoppel projectteam", "koppel projectteam")  # in the channel of the link: that would end it
READ_LAST = (
    "status hessenpoort", "status de mars", "stap hessenpoort", "route hessenpoort", "uitkomst hessenpoort",
    "regisseur hessenpoort", "sessies hessenpoort", "groepen hessenpoort", "dossier hessenpoort", "open 1", "open 2",
    f"gesprek {COMPANY}", "gesprek IJsvogel", "vragen", "concepten", "acties", "terreinen", "volgt", "factsheet hessenpoort",
)  # fmt: skip


@dataclass
class Town:
    """`rightful` see their own cards; `net` holds every button that they saw."""

    chat: Chat
    net: Net = field(default_factory=Net)
    rightful: dict[str, Person] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)

    async def says(self, someone: Person, words: str, place: Place = OWN) -> None:
        """Let somebody say something, and catch what comes."""
        self.chat.said.append(words)
        await someone.does(Said(words), scope=place.scope, team=place.team)
        await self.looks(someone, place)

    async def looks(self, someone: Person, place: Place, depth: int = 2) -> None:
        """Catch the buttons, and press those that only show something."""
        for one in self.net.looks(someone, place):
            if depth and one.verb in SHOWING:
                await self.opens(someone, one)
                await self.looks(someone, place, depth - 1)

    async def opens(self, someone: Person, one: Caught) -> None:
        """Press a button of one's own."""
        carried = {"verb": one.verb, "data": dict(one.data), **one.inputs}
        event = press_of_execute({"action": {"verb": one.verb, "data": carried}}, None)
        on = someone.fresh[0]
        await someone.does(event, invoke=True, on=on, scope=one.place.scope, team=one.place.team)

    async def clicks(self, someone: Person, title: str, inputs: dict[str, str] | None = None) -> None:
        """Press a button by its title, and catch what comes."""
        await (someone.fills_in(inputs, title) if inputs is not None else someone.clicks(title))
        await self.looks(someone, OWN)


async def built(chat: Chat) -> Town:
    """Return the town, with every button caught that its people see."""
    await register(chat.database)
    await plan(chat)
    town = Town(chat)
    noor, boss = chat.person("Noor Bos", team=True), chat.person("Ada Baas", admin=True)
    fatima = await companies(town)
    await officials(town, noor, boss)
    await works(town, noor, boss)
    town.rightful |= {"noor": noor, "boss": boss, "fatima": fatima}
    for someone in town.rightful.values():
        await everything(town, someone, OWN)
    await everything(town, noor, CHANNEL)
    await last_words(town, noor, boss, fatima)
    return town


async def companies(town: Town) -> Person:
    """Let Fatima answer for her company with all consents, and others be on their way."""
    chat = town.chat
    fatima = chat.person(FATIMA)
    await fatima.opens()
    town.net.looks(fatima)
    await town.says(fatima, "ja")
    await town.says(fatima, "kort")
    for words in (COMPANY, *SHORT[1:], "ja", "ja", "ja", "ja", "ja"):
        await town.says(fatima, words)
    for words in ("ja", "vraag mag de IJsvogel ook laden?", "toestemming", "mijn laadvraag", "overzicht"):
        await town.says(fatima, words)
    await meter(town, fatima)
    await takes_a_device(chat, fatima)
    piet = chat.person("Piet Waterhoen")
    await piet.opens()
    town.net.looks(piet)
    for words in ("ja", "collega", COMPANY, "kort", "Karekiet Bouw", "de mars"):  # asks to join, and which of two is asked
        await town.says(piet, words)
    await town.chat.delivers()
    town.net.looks(fatima)
    await cards(town)
    greet = chat.person("Greet Weg")
    await fatima.says("collega")
    await greet.opens()
    for words in ("ja", f"code {fatima.code()}", "overzicht", "verwijder mijn gegevens", "ja"):  # and so she is a contact no more
        await greet.says(words)
    return fatima


async def meter(town: Town, fatima: Person) -> None:
    """Let her company give its meter twice: one day is kept, and of another file she did not say yet whether it is right."""
    file = dutch(day_of("2026-01-20", lambda place: 5.0 + place % 4)).encode()
    await fatima.sends_a_file("kwartieren.csv", file)
    town.net.looks(fatima)
    await town.clicks(fatima, "Klopt, gebruik dit")
    await fatima.sends_a_file("kwartieren.csv", file)
    town.net.looks(fatima)


async def cards(town: Town) -> None:
    """Let somebody answer by cards: forms, one that is answered, decisions, and a summary to confirm."""
    mees = town.chat.person("Mees Nachtegaal")
    await mees.opens()
    for title in ("Ja, dat mag", "Kort: 2 minuten"):
        town.net.looks(mees)
        await mees.clicks(title)
    await town.looks(mees, OWN)
    await town.clicks(mees, "Opslaan en verder", {"company.name": "Karekiet Bouw", "company.terrain": "Hessenpoort"})
    await talk(mees, *SHORT[2:])
    await town.says(mees, "kaart")
    await talk(mees, *CONSENTS)
    for words in ("overzicht", "toestemming"):
        await town.says(mees, words)


async def officials(town: Town, noor: Person, boss: Person) -> None:
    """Give roles, link the team with a guest, and take one role back again."""
    chat = town.chat
    gemma, otto, gijs = chat.person("Gemma Gemeente"), chat.person("Otto Oud"), chat.person("Gijs Gast")
    parker, nora = chat.person("Pim Park"), chat.person("Nora Net")
    await gives(chat, gemma, ZWOLLE)
    await gives(chat, parker, Grant(Role.PARK_MANAGER, terrain="t-1"))
    await gives(chat, nora, Grant(Role.GRID_OPERATOR))
    await gives(chat, otto, Grant(Role.TEAM))
    await links(chat, noor, guests=(gijs,))
    await talk(otto, "help", "regisseur broeklanden ik", f"notitie hessenpoort {WORDS}")
    async with transaction(chat.database) as connection:
        await connection.execute(delete(role_grant).where(role_grant.c.object_id == otto.sender.object_id))
    town.rightful |= {"gemma": gemma, "parker": parker, "nora": nora}
    await talk(boss, "help", "rol Gemma Gemeente gemeente Zwolle")
    await town.says(boss, "rol Noor Bos netbeheerder")
    await town.says(boss, "rol Pim Park parkmanager")
    await town.says(boss, "koppel projectteam", CHANNEL)
    members = [TeamMember(one.sender.object_id, one.sender.teams_id, one.sender.name, guest=one is gijs) for one in (noor, gijs)]
    await boss.returns(TeamRead(TEAM, "Projectteam", tuple(members), link=True))
    town.net.looks(boss, CHANNEL)


async def works(town: Town, noor: Person, boss: Person) -> None:
    """Let the team fill a dossier, plan a session and invite, and the administrator try a file."""
    chat = town.chat
    await registers(chat, "IJsvogel Koeriers", "IJsvogel Transport")
    for words in (
        f"notitie hessenpoort {WORDS}", "actie hessenpoort Roerdomp zaal regelen voor 12 januari",
        f"notitie {COMPANY} {WORDS}", "regisseur hessenpoort ik", "stap hessenpoort", "uitnodigen hessenpoort IJsvogel Koeriers",
        "sessieplan hessenpoort startsessie",
    ):  # fmt: skip
        await town.says(noor, words)
    await town.clicks(noor, MAKE, {**FACTS, "place": "Zaal Roerdomp"})
    await town.clicks(noor, "Wie komt er")
    await town.clicks(noor, "Uitnodigen")
    await town.clicks(noor, "Goedkeuren en versturen")
    await town.says(noor, "volg hessenpoort", CHANNEL)
    await town.says(noor, "notitie hessenpoort Gesproken met IJsvogel")
    await happens(chat, stepped(chat, 1), stepped(chat, 2))
    await town.says(noor, "uitkomst hessenpoort")
    await town.clicks(noor, "Bewaar", {"outcome": "together"})
    await drafts(chat)
    await chat.notices()
    await town.looks(chat.people[FATIMA], OWN)
    await sends(chat, boss, companies_file("t-1,Karekiet Bouw,,Piet Waterhoen,,,"))
    town.net.looks(boss)


async def drafts(chat: Chat) -> None:
    """Let a text about the session wait for the team's yes."""
    async with transaction(chat.database) as connection:
        [number] = (await connection.execute(select(session.c.id))).scalars()
        row = {"id": uuid4(), "session_id": number, "terrain_id": "t-1", "kind": "thanks", "text": f"Dank. {WORDS}"}
        row |= {"state": "open", "at": chat.now}
        await connection.execute(sending.insert().values(row))


async def everything(town: Town, someone: Person, *places: Place) -> None:
    """Let somebody say every command that is theirs."""
    for place in places:
        for command in COMMANDS:
            if command.audience & AUDIENCES[someone.sender.name] and place.scope in command.scopes:
                if command.words[0] not in UNSAID:
                    await town.says(someone, told(command.example or command.words[0]), place)
                town.said.add(command.words[0])
    await someone.says("klaar")


def told(example: str) -> str:
    """Return the example of a command about what is here."""
    for other, own in (("Jansen Transport", COMPANY), ("12 Dat", "99 Dat"), ("12", "1")):
        example = example.replace(other, own) if other in example else example
    return example


async def last_words(town: Town, noor: Person, boss: Person, fatima: Person) -> None:
    """Look once more at what changed meanwhile."""
    for words in READ_LAST:
        await town.says(noor, words)
    for words in ("toestemming", "overzicht", "mijn laadvraag"):
        await town.says(fatima, words)
    await town.says(boss, "ontkoppel projectteam")
