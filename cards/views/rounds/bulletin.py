"""What a director or a channel hears of several terrains at once: in the morning what is late, every week the whole."""

from typing import Self

from cards.colours import Colour
from cards.verbs import Verb
from cards.views.card import Button, Card, Frozen
from cards.views.chart import Bar, BarChart
from cards.views.plain import read_buttons, read_lines
from cards.views.terrains.status import Todo


class BulletinEntry(Frozen):
    """One terrain: what is late there, what else there is to tell, and the next sensible action."""

    name: str
    alarms: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    todo: Todo | None = None


class BulletinPart(Frozen):
    """Terrains under a heading; `rest` says how many more there are."""

    title: str
    entries: tuple[BulletinEntry, ...]
    rest: str = ""


class Bulletin(Card):
    """The parts one under the other, and perhaps how many terrains are in each step."""

    wide = True

    title: str
    lines: tuple[str, ...] = ()
    parts: tuple[BulletinPart, ...] = ()
    chart: BarChart | None = None
    closing: tuple[str, ...] = ()

    def plain(self) -> str:
        parts = (read_lines(part.title, *map(read_entry, part.entries), part.rest) for part in self.parts)
        rows = (self.chart.caption, *(f"{name}: {value}" for name, value in self.chart.rows)) if self.chart else ()
        return read_lines(self.title, *self.lines, *parts, *rows, *self.closing, read_buttons(self.buttons))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        todo = Todo(text="Plan de startsessie.", hint="Er staat nog geen sessie gepland.")
        late = BulletinEntry(
            name="Hessenpoort (Zwolle)", alarms=("Te laat: stap 2 had klaar moeten zijn op 3 januari 2027.",), todo=todo
        )
        quiet = BulletinEntry(
            name="De Mars (Zutphen)", alarms=("Sinds 14 december 2026 was er geen sessie. Er staat ook geen gepland.",)
        )
        moved = BulletinEntry(
            name="De Mars (Zutphen)", lines=("Stap 1, Voorbereiding is klaar.", "Stap 2, Startbijeenkomst is begonnen.")
        )
        bars = (
            Bar(name="1. Voorbereiding", colour=Colour.COUNTED, value=12),
            Bar(name="2. Startbijeenkomst", colour=Colour.COUNTED, value=3),
        )
        button = Button(title="Hessenpoort", verb=Verb.SAY, data={"text": "status 3456"}, primary=True)
        morning = cls(
            title="Uw terreinen vanochtend",
            lines=("Dit werd te laat, of was te lang stil.",),
            parts=(BulletinPart(title="Te laat of stil", entries=(late, quiet), rest="En nog 4 andere terreinen."),),
            closing=("U krijgt dit alleen als er iets bijkomt.",),
            buttons=(button,),
        )
        week = cls(
            title="Uw terreinen deze week",
            parts=(BulletinPart(title="Wat bewoog", entries=(moved,)),),
            chart=BarChart(title="Terreinen per stap", unit="", bars=bars),
            buttons=(button,),
        )
        return (morning, week)


def read_entry(entry: BulletinEntry) -> str:
    todo = (f"Nu te doen: {entry.todo.text}", entry.todo.hint) if entry.todo else ()
    return read_lines(entry.name, *entry.alarms, *entry.lines, *todo)
