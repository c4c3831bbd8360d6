"""The view-model of a session on paper: everything the run sheet, the slides and the invitation show."""

import datetime
from enum import StrEnum
from typing import Self

from cards.formats import clock, day, plural
from cards.views.card import Frozen
from domain.calendar.here import HERE


class CalendarMethod(StrEnum):
    """What a calendar is to do with an appointment: take it over, ask whoever got it, or take it out."""

    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


class Appointment(Frozen):
    """A session as anybody's calendar keeps it; `lines` name no companies or people.

    `key` stays the same, and `sequence` goes up with each change.
    """

    key: str
    sequence: int
    start: datetime.datetime
    end: datetime.datetime
    title: str
    place: str = ""
    lines: tuple[str, ...] = ()
    cancelled: bool = False


class BlockLine(Frozen):
    """A block as it is read: clock times, what, why, how, who, what to bring and to say, and the steps inside it."""

    start: datetime.datetime
    end: datetime.datetime
    title: str
    goal: str = ""
    form: str = ""
    leads: tuple[str, ...] = ()
    bring: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    steps: tuple[tuple[int, str], ...] = ()
    facts: tuple[str, ...] = ()

    @property
    def times(self) -> str:
        """Return "19:30 - 19:40"."""
        return f"{clock(self.start.astimezone(HERE).time())} - {clock(self.end.astimezone(HERE).time())}"

    @property
    def minutes(self) -> int:
        return round((self.end - self.start).total_seconds() / 60)


class ToDoLine(Frozen):
    """Something to prepare."""

    text: str
    owner: str
    due: datetime.date
    done: bool = False


class MemberLine(Frozen):
    """Somebody in a group; names and companies only as far as they agreed to be shown."""

    name: str
    company: str = ""
    why: str = ""


class GroupLine(Frozen):
    """A group with its issue, who leads it (empty: it leads itself) and who is in it."""

    label: str
    issue: str
    leader: str = ""
    members: tuple[MemberLine, ...] = ()


class Figures(Frozen):
    """Figures of a terrain in kW per year, each series under its name; `note` says what they are of."""

    years: tuple[str, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]
    note: str


PLANNED = Figures(
    years=("2025", "2030", "2035"), series=(("vermogen om te laden", (900, 4500, 9000)),),
    note="De plankaart is een berekening vooraf, voor alle voertuigen op het terrein.",
)  # fmt: skip


class SessionPaper(Frozen):
    """A whole session. `companies` are those that may be named to others; `version` is that of the plan. `planned` is the plan
    map at factsheet level, `figures` what was published of answers; None where there is nothing to show.
    """

    title: str
    terrain: str
    municipality: str
    organisation: str
    start: datetime.datetime
    end: datetime.datetime
    place: str
    people: int
    facilitators: tuple[str, ...] = ()
    version: int = 1
    goal: str = ""
    blocks: tuple[BlockLine, ...] = ()
    remarks: tuple[str, ...] = ()
    checklist: tuple[ToDoLine, ...] = ()
    companies: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    example: str = ""
    planned: Figures | None = None
    figures: Figures | None = None
    groups: tuple[GroupLine, ...] = ()
    self_guided: bool = False
    homework: str = ""
    next_steps: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        return f"{self.title} {self.terrain}"

    @property
    def when(self) -> str:
        """Return "14 januari 2027, 19:30 - 21:25"."""
        start, end = self.start.astimezone(HERE), self.end.astimezone(HERE)
        return f"{day(start.date())}, {clock(start.time())} - {clock(end.time())}"

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Return what is at the top: label and value."""
        minutes = round((self.end - self.start).total_seconds() / 60)
        led = ", ".join(self.facilitators) or "nog niemand"
        return (
            ("Wanneer", self.when),
            ("Waar", self.place or "nog te bepalen"),
            ("Duur", plural(minutes, "minuut", "minuten")),
            ("Mensen", plural(self.people, "deelnemer", "deelnemers")),
            ("Facilitators", led),
            ("Doel", self.goal),
        )

    @property
    def steps(self) -> tuple[tuple[int, str], ...]:
        """Return the steps with which a group can lead itself."""
        return next((block.steps for block in self.blocks if block.steps), ())

    @classmethod
    def example_paper(cls) -> Self:
        """Return an invented start session with everything in it."""
        start = datetime.datetime(2027, 1, 14, 19, 30, tzinfo=HERE)
        minutes = (("Voorstelronde met beeld", 10), ("Waar staan we nu", 20), ("Pauze", 15), ("Brainstorm in groepen", 25))
        blocks, at = [], start
        for title, length in minutes:
            until = at + datetime.timedelta(minutes=length)
            steps = ((5, "Schrijf in stilte uw ideeën op."), (20, "Leg de ideeën bij elkaar.")) if length == 25 else ()
            blocks.append(
                BlockLine(
                    start=at, end=until, title=title, goal="Mensen kennen elkaar.", form="Een dia per bedrijf.",
                    leads=("regisseur",), bring=("Scherm",), say=("Kunt u straks laden op dit terrein?",), steps=steps,
                )
            )  # fmt: skip
            at = until
        ans = MemberLine(name="Ans de Boer", company="Bakkerij De Boer", why="Koos dit vraagstuk.")
        groups = (
            GroupLine(label="A", issue="Te weinig stroom", leader="Noor", members=(ans, MemberLine(name="Een deelnemer"))),
            GroupLine(label="B", issue=""),
        )
        return cls(
            title="Startsessie", terrain="Hessenpoort", municipality="Zwolle",
            organisation="NAL-regio Oost, namens de provincies", start=start, end=at, place="Zaal 2, Voorbeeldweg 1",
            people=24, facilitators=("Noor", "Bram"), goal="Informeren en motiveren", blocks=tuple(blocks),
            remarks=("Er zijn 4 groepen en 2 facilitators. De groepen werken met het stappenplan.",),
            checklist=(
                ToDoLine(text="De zaal is geregeld", owner="regisseur", due=datetime.date(2026, 12, 24), done=True),
                ToDoLine(text="De netbeheerder komt", owner="netbeheerder", due=datetime.date(2026, 12, 24)),
            ),
            companies=("Jansen Transport", "Bakkerij De Boer"), issues=("Te weinig stroom (7)", "Te weinig ruimte (3)"),
            example="Op een ander terrein laden vijf bedrijven samen op één plein.",
            planned=PLANNED,
            figures=Figures(
                years=("nu", "2030", "2035"), series=(("meteen laden", (400, 2100, 4300)), ("gespreid laden", (150, 800, 1600))),
                note="Indicatie van 8 bedrijven, 20 november 2026.",
            ),
            groups=groups, self_guided=True, next_steps=("Morgen krijgt u deze dia's.", "Over een week krijgt u de uitwerking."),
        )  # fmt: skip
