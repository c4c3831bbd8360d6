"""A chat without Teams: the real turn, real cards and real PostgreSQL; only the wire is missing."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from bot.exchange import Arrival
from bot.jobs.notices import Notifier
from bot.jobs.work import Works
from bot.mail.desk import MailDesk
from bot.turn.outbox import Outbox
from bot.turn.papers import PaperOffers
from bot.turn.results import TurnResult
from bot.turn.turns import Turns
from cards.capabilities import PLAYGROUND, TEAMS
from dialogs.attention_kinds import ATTENTION_KINDS
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.turn.events import Arrived, Sender
from dialogs.turn.known import House
from domain.door.entering import DoorRefusal, DoorWay, Entered
from domain.inbox.requests import CODE_DAYS
from domain.notices.notice import Wake
from domain.terrains.terrains import TerrainName
from storage.database.transactions import Database, Transaction, transaction
from storage.door.entering import enter
from tests.person import Person
from tests.posts import Posts

TENANT = "11111111-1111-4111-8111-111111111111"
TEAM_MEMBER = "99999999-9999-4999-8999-999999999999"
ADMIN = "88888888-8888-4888-8888-888888888888"
HOUSE = House(
    organisation="NAL-regio Oost, namens de provincies Gelderland en Overijssel",
    contact="laadmaat@voorbeeld.nl",
    privacy_url="https://voorbeeld.nl/privacy",
    team=frozenset({TEAM_MEMBER}),
    admins=frozenset({ADMIN}),
    attention=ATTENTION_KINDS,
)
TERRAINS = (
    TerrainName("t-1", "Hessenpoort", "Zwolle", municipality_code="GM0193"),
    TerrainName("t-2", "Hessenpoort III", "Zwolle", municipality_code="GM0193"),
    TerrainName("t-3", "Broeklanden", "Hardenberg", municipality_code="GM0160"),
    TerrainName("t-4", "De Mars", "Zutphen", municipality_code="GM0301"),
    TerrainName("t-5", "De Mars", "Deventer", municipality_code="GM0150"),
)


@dataclass
class Names:
    """The register of terrains, without a table behind it."""

    names: TerrainNames

    async def refresh(self) -> TerrainNames:
        """Return the index."""
        return self.names


@dataclass
class Chat:
    """Everybody in one conversation test. `now` can be moved; `how` is what a button sends: "execute" or "submit".

    After the next start `public_url` is where the bot can be reached from outside, `saves` that Teams saves files, `web_door`
    that people take part without Teams, and `mails` that there is a server for mail.
    """

    database: Database
    now: datetime.datetime = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
    how: str = "execute"
    public_url: str = ""
    saves: bool = False
    web_door: bool = False
    mails: bool = False
    people: dict[str, Person] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    queue: list[UUID] = field(default_factory=list)
    wakes: list[Wake] = field(default_factory=list)
    posts: Posts = field(default_factory=Posts)
    turns: Turns = field(init=False)

    def __post_init__(self) -> None:
        """Start the first process."""
        self.names = Names(TerrainNames(TERRAINS))
        self.start()

    def start(self) -> None:
        """Start a process that knows nothing but the database."""
        house = replace(HOUSE, mails=self.mails, web_door=self.web_door, door_url=self.public_url if self.web_door else "")
        papers = PaperOffers(self.public_url, TEAMS if self.saves else PLAYGROUND)
        outbox = Outbox(papers, self.defer, self.wake, MailDesk.of(house))
        self.turns = Turns(self.database, house, self.names, lambda: self.now, outbox)
        self.worker = Works(self.database, house, self.names, lambda: self.now, outbox)
        self.notifier = Notifier(self.database, house, self.names, lambda: self.now, outbox)

    async def wake(self, _: Transaction, wakes: Sequence[Wake]) -> None:
        """Put in the queue for whom something is due."""
        self.wakes += wakes

    async def notices(self) -> None:
        """Tell what is due by now, as a worker does, and bring it; sometimes that makes more due at once."""
        while due := {one.to: one for one in self.wakes if one.at <= self.now}:
            self.wakes = [one for one in self.wakes if one.at > self.now]
            for to in due:
                await self.notifier.notify(to)
        for _ in range(3):
            if not await self.turns.depth():
                break
            await self.delivers()
            await self.turns.receipts.write()
        await self.notifier.look_after()

    async def defer(self, _: Transaction, work: UUID) -> None:
        """Put work in the queue."""
        self.queue.append(work)

    async def works(self) -> None:
        """Do what was started, and bring the results, as a worker does."""
        await self.turns.receipts.write()
        while self.queue:
            await self.worker.run(self.queue.pop(0))
        await self.delivers()

    async def restarts(self) -> None:
        """Replace the process by a new one, its notes written as at every proper end."""
        await self.turns.receipts.write()
        self.start()

    def person(self, name: str, *, team: bool = False, admin: bool = False) -> Person:
        """Return somebody by name; when asked for the team member or the administrator of the settings."""
        if name in self.people:
            return self.people[name]
        number = len(self.people) + 1
        object_id = ADMIN if admin else TEAM_MEMBER if team else f"00000000-0000-4000-8000-{number:012d}"
        self.people[name] = Person(self, Sender(TENANT, object_id, f"29:{number}", name), f"a:{number}")
        return self.people[name]

    async def presses_the_door(self, way: DoorWay, key: str, who: str = "a home") -> Entered | DoorRefusal:
        """Press the button on a page of the door without Teams, as the edge does it."""
        until = self.now + datetime.timedelta(days=CODE_DAYS)
        async with transaction(self.database) as connection:
            return await enter(connection, way, key, "Telefoon, Chrome", who, self.now, until)

    async def enters(self, name: str, way: DoorWay, key: str) -> Person:
        """Return somebody who came in through the door without Teams, and what they see first."""
        entered = await self.presses_the_door(way, key)
        assert isinstance(entered, Entered), entered
        them = entered.person
        sender = Sender(them.tenant, them.object_id, f"dl_{them.person}", "", through_door=True)
        self.people[name] = Person(self, sender, f"door:{them.person}", door=them, cookie=entered.cookie)
        await self.people[name].does(Arrived(entered.code))
        return self.people[name]

    async def delivers(self) -> None:
        """Bring what waits for other people, as the sweep of a worker does."""
        self.now += datetime.timedelta(seconds=35)  # what we send by ourselves is spread in time
        for turned in await self.turns.unsent(50):
            place = turned.reference["conversation"]["id"]
            person = next((p for p in self.people.values() if p.conversation == place), None)
            if person is not None:
                person.receives(turned)
            else:
                self.turns.note_sent(turned, self.posts.takes(turned, self.said))

    async def takes(self, arrival: Arrival) -> TurnResult:
        """Let the current process take a turn."""
        return await self.turns.take(arrival)
