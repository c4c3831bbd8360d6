"""The total of a terrain by class of vehicle and by hour of the day; where it cannot be shown, what is missing."""

from typing import Self

from cards.colours import Colour
from cards.verbs import Verb
from cards.views.card import Button, Card, Fact, FactGroup
from cards.views.chart import Bar, BarChart
from cards.views.plain import read_buttons, read_groups, read_lines


class Breakdown(Card):
    """Sentences first, then a chart by class and one by the hour of the year that counts, and every year as a table.

    `scope` says who may see this; `lines` say what is missing.
    """

    wide = True

    terrain: str
    scope: str
    stories: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    by_class: BarChart | None = None
    by_hour: BarChart | None = None
    groups: tuple[FactGroup, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return f"Verdeling van het laden op {self.terrain}"

    @property
    def charts(self) -> tuple[BarChart, ...]:
        """Return the charts; only the first has room on a phone."""
        return tuple(one for one in (self.by_class, self.by_hour) if one is not None)

    def plain(self) -> str:
        """Return the card as text; the charts as their tables."""
        charts = (read_lines(one.caption, *(f"{name}: {value}" for name, value in one.rows)) for one in self.charts)
        return read_lines(
            self.scope, self.title, *self.stories, *self.lines, *charts, read_groups(self.groups), *self.remarks,
            read_buttons(self.buttons),
        )  # fmt: skip

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return a terrain with both, and one of which nothing can be shown."""
        classes = (("Bestelwagens", 900), ("Bakwagens", 1500), ("Trekkers", 4200))
        hours = ((0, 6, 40), (6, 16, 10), (16, 18, 300), (18, 20, 1200), (20, 24, 500))
        sheet = Button(title="Factsheet", verb=Verb.SAY, data={"text": "factsheet demo-01"})
        full = cls(
            terrain="Hessenpoort (Zwolle)", scope="Indicatie. Stand van 23 november 2026.",
            stories=(
                "Trekkers vragen in 2030 het meest: 4.200 kWh per werkdag in de winter.",
                "Het drukste moment is van 18:00 tot 20:00: gemiddeld 1.200 kW als iedereen meteen laadt.",
            ),
            lines=("Lichte vrachtwagens: er ontbreken nog minstens 2 bedrijven.",),
            by_class=BarChart(
                title="Stroom per werkdag in 2030", unit="kWh",
                bars=tuple(Bar(name=name, colour=Colour.COUNTED, value=kwh) for name, kwh in classes),
            ),
            by_hour=BarChart(
                title="Vermogen per uur in 2030", unit="kW",
                bars=tuple(Bar(name=f"{at}:00 tot {to}:00", colour=Colour.AT_ONCE, value=kw) for at, to, kw in hours),
            ),
            groups=(FactGroup(title="2030, per soort voertuig", facts=(
                Fact(label="Trekkers", value="4.200 kWh", remark="6 bedrijven"),
            )),),
            remarks=("Wij tonen alleen afgeronde totalen.",), buttons=(sheet,),
        )  # fmt: skip
        none = cls(terrain="Marslanden (Zwolle)", scope="Indicatie.", lines=("Er ontbreken nog minstens 3 bedrijven.",))
        return (full, none)
