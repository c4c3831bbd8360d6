"""A year of Hessenpoort in one test: who heard what, when, and once; and nobody anything at night, at weekends or on holidays."""

import datetime
from collections import Counter
from dataclasses import dataclass, field

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.calendar.here import HERE, date_here
from domain.calendar.workdays import is_workday
from tests.access.arranging import links
from tests.beginnings import talk
from tests.chat import Chat
from tests.person import Person
from tests.rounds.going import follows, go, moment
from tests.sessions.beginnings import company, planned

SEND = "Goedkeuren en versturen"
DAY = datetime.timedelta(days=1)
# What each message is known by.
MARKS = (
    "Nog even verder?", "Er is nieuws over uw terrein", "Komt u ook?", "Morgen: startsessie", "Morgen: werksessie 2",
    "Bedankt voor uw komst:", "De uitwerking:", "Wat er al gebeurde:", "Klaar om te versturen? Bedankt",
    "Klaar om te versturen? De uitwerking", "Klaar om te versturen? Wat er al", "Hier is aandacht nodig",
    "Uw terreinen deze week", "Alle terreinen deze week",
)  # fmt: skip


@dataclass
class Diary:
    """What everybody heard by itself: (who, what) with the days."""

    chat: Chat
    heard: list[tuple[str, str, datetime.date]] = field(default_factory=list)

    async def passes(self, until: datetime.date, *hours: int) -> None:
        """Let the days pass, with a worker awake at these hours of each day (10 without), and write down who hears what."""
        day = date_here(self.chat.now) + DAY
        while day <= until:
            for hour in hours or (10,):
                self.chat.now = moment(day, hour)
                await self.listens(day, hour)
            day += DAY

    async def listens(self, day: datetime.date, hour: int) -> None:
        """Go round once and write down what comes of it."""
        people = self.chat.people.values()
        for person in people:
            person.fresh = []
        posts = {place: len(thread) for place, thread in self.chat.posts.threads.items()}
        await go(self.chat)
        told = [(person.sender.name, shown.text()) for person in people for shown in person.fresh]
        told += [
            ("kanaal", shown.text())
            for place, thread in self.chat.posts.threads.items()
            for shown in thread[posts.get(place, 0) :]
        ]
        assert not told or (is_workday(day) and 8 <= hour < 18), (day, hour, told)
        for who, text in told:
            self.heard += [(who, mark, day) for mark in MARKS if mark in text]

    def days(self, who: str, what: str) -> list[str]:
        """Return on which days somebody heard something, as "14-01"."""
        return [f"{day:%d-%m}" for name, mark, day in self.heard if (name, mark) == (who, what)]


async def approves(noor: Person) -> None:
    """Let Noor say yes to the newest draft."""
    await noor.clicks(SEND)
    noor.sees("Goedgekeurd.")


async def invites(noor: Person) -> None:
    """Let Noor invite everybody who is left."""
    await noor.clicks("Wie komt er")
    await noor.clicks("Uitnodigen")
    await noor.clicks(SEND)
    noor.sees("De uitnodiging gaat")


async def closes(noor: Person, which: str, directions: str) -> None:
    """Let Noor write down what came out of a session."""
    await noor.says("sessies hessenpoort")
    await noor.clicks(which)
    await noor.clicks("Na afloop")
    await noor.fills_in({"state": "held", "directions": directions}, "Bewaar")
    noor.sees("Bewaard.")


async def autumn(diary: Diary, noor: Person) -> None:
    """The team begins, a channel follows, Fatima finishes; Bas stops halfway and wants to be reminded."""
    await noor.opens()
    await talk(noor, "stap hessenpoort begin", "regisseur hessenpoort ik")
    await follows(diary.chat, noor, "")
    await links(diary.chat, noor)
    await company(diary.chat, "Fatima", "Jansen Transport")
    bas = diary.chat.person("Bas")
    await bas.opens()
    await talk(bas, "ja", "kort", "Bas Bouw", "hessenpoort", "stop", "herinner mij")
    await diary.passes(datetime.date(2026, 12, 4), 3, 10, 20)
    assert diary.days("Bas", "Nog even verder?") == ["26-11"]
    assert diary.days("Noor", "Uw terreinen deze week") == ["24-11", "30-11"]


async def winter(diary: Diary, noor: Person) -> None:
    """The start session is planned and Fatima is invited; step 0 becomes late; Christmas is quiet."""
    await planned(diary.chat)
    await invites(noor)
    await diary.chat.notices()
    await diary.passes(datetime.date(2027, 1, 8))
    assert diary.days("Bas", "Er is nieuws over uw terrein") == ["07-12"]
    assert diary.days("Noor", "Hier is aandacht nodig") == ["24-12"]
    assert diary.days("Fatima", "Komt u ook?") == ["07-01"]


async def session(diary: Diary, noor: Person) -> None:
    """Fatima comes; afterwards the team says yes to the thanks and to the worked-out brainstorm."""
    chat, fatima = diary.chat, diary.chat.person("Fatima")
    await fatima.clicks("Ik kom")
    await diary.passes(datetime.date(2027, 1, 14))
    assert diary.days("Fatima", "Morgen: startsessie") == ["13-01"]
    chat.now = moment(datetime.date(2027, 1, 14), 22)
    for step in (1, 2):
        await talk(noor, "stap hessenpoort af omdat de sessie er al was", f"stap {step} hessenpoort")
    await closes(noor, "Startsessie, 14 januari 2027", "Samen laden bij de hal")
    await diary.passes(datetime.date(2027, 1, 15))
    assert diary.days("Noor", "Klaar om te versturen? Bedankt") == ["15-01"]
    await approves(noor)
    await diary.passes(datetime.date(2027, 1, 21))
    assert diary.days("Fatima", "Bedankt voor uw komst:") == ["18-01"]
    assert diary.days("Noor", "Klaar om te versturen? De uitwerking") == ["21-01"]
    await approves(noor)
    await diary.passes(datetime.date(2027, 1, 29))
    assert diary.days("Fatima", "De uitwerking:") == ["22-01"]


async def newcomer(diary: Diary, noor: Person) -> None:
    """Three weeks of silence; then a next session, to which Piet comes for the first time."""
    chat, fatima = diary.chat, diary.chat.person("Fatima")
    await diary.passes(datetime.date(2027, 2, 9))
    assert diary.days("Noor", "Hier is aandacht nodig") == ["24-12", "05-02"]
    piet = await company(chat, "Piet", "De Boer Opslag")
    await planned(chat, "hessenpoort werksessie 2", day="2027-03-04")
    await invites(noor)
    await chat.notices()
    await piet.clicks("Ik kom")
    await fatima.clicks("Ik kom")
    await diary.passes(datetime.date(2027, 2, 10))
    assert diary.days("Noor", "Klaar om te versturen? Wat er al") == ["10-02"]
    await approves(noor)
    await diary.passes(datetime.date(2027, 3, 4))
    assert diary.days("Piet", "Wat er al gebeurde:") == ["11-02"]
    assert diary.days("Fatima", "Wat er al gebeurde:") == []
    assert diary.days("Piet", "Morgen: werksessie 2") == diary.days("Fatima", "Morgen: werksessie 2") == ["03-03"]


async def rest(diary: Diary) -> None:
    """A worker wakes up every fifth day, and often at the wrong time."""
    chat = diary.chat
    while chat.now.date() < datetime.date(2027, 11, 22):
        chat.now += datetime.timedelta(days=4, hours=19)
        here = chat.now.astimezone(HERE)
        await diary.listens(here.date(), here.hour)


@pytest.fixture
def chat(database: AsyncEngine, registered: None) -> Chat:
    """A chat whose terrains are in the register, with the bot reachable from outside."""
    return Chat(database, public_url="https://laadmaat.voorbeeld.example")


async def test_a_year_of_a_terrain(chat: Chat) -> None:
    diary, noor = Diary(chat), chat.person("Noor", team=True)
    await autumn(diary, noor)
    await winter(diary, noor)
    await session(diary, noor)
    await newcomer(diary, noor)
    await rest(diary)
    assert diary.days("Bas", "Nog even verder?") + diary.days("Bas", "Er is nieuws over uw terrein") == ["26-11", "07-12"]
    weeks = [f"{day:%G-%V}" for who, mark, day in diary.heard if (who, mark) == ("Noor", "Uw terreinen deze week")]
    assert len(weeks) == len(set(weeks)) >= 25
    assert len(diary.days("Noor", "Hier is aandacht nodig")) == 3  # step 0, the silence, and then step 2
    assert len(diary.days("kanaal", "Alle terreinen deze week")) == len(weeks)
    companies = Counter((who, day) for who, _, day in diary.heard if who in ("Fatima", "Piet", "Bas"))
    assert set(companies.values()) == {1}
