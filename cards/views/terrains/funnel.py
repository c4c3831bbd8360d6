"""How many terrains are in each step of the plan: bars where the client draws them, otherwise a table."""

from typing import Self

from cards.colours import Colour
from cards.verbs import Verb
from cards.views.card import Button, Card, Fact
from cards.views.chart import Bar, BarChart
from cards.views.plain import read_buttons, read_facts, read_lines


class FunnelPicture(Card):
    """The chart of the steps, what of them is late, and what is done for the terrains."""

    wide = True

    title: str
    lines: tuple[str, ...] = ()
    chart: BarChart
    late: tuple[Fact, ...] = ()
    standings: tuple[Fact, ...] = ()
    closing: tuple[str, ...] = ()

    @property
    def late_title(self) -> str:
        return "Te laat"

    @property
    def standings_title(self) -> str:
        return "Wat wij doen"

    def plain(self) -> str:
        late = (self.late_title, read_facts(self.late)) if self.late else ()
        doing = (self.standings_title, read_facts(self.standings)) if self.standings else ()
        rows = (f"{name}: {value}" for name, value in self.chart.rows)
        told = (self.chart.caption, *rows, *late, *doing)
        return read_lines(self.title, *self.lines, *told, *self.closing, read_buttons(self.buttons))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        bars = (
            Bar(name="Niet begonnen", colour=Colour.BESIDE, value=850),
            Bar(name="1. Voorbereiding", colour=Colour.COUNTED, value=12),
        )
        return (
            cls(
                title="Overzicht van de terreinen",
                lines=("862 terreinen.",),
                chart=BarChart(title="Terreinen per stap", unit="", bars=bars),
                late=(Fact(label="1. Voorbereiding", value="3"),),
                standings=(Fact(label="Actief", value="12"),),
                closing=("Bijgewerkt op 23 november 2026, 14:05.",),
                buttons=(Button(title="Lijst", verb=Verb.PARKS, data={"do": "list", "query": "{}"}, primary=True),),
            ),
        )
