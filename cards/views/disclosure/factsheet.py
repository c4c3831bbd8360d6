"""The factsheet of a terrain: what all companies together will ask, per year, and never a name."""

import datetime
from typing import Self

from cards.colours import CHARGING
from cards.formats import day_of, number, plural
from cards.verbs import Verb
from cards.views.card import Button, Card, Fact, FactGroup, Frozen
from cards.views.chart import Bar, BarChart
from cards.views.disclosure.planned import PLANNED, Planned
from cards.views.plain import read_buttons, read_groups, read_lines

MEANINGS = (
    Fact(label="Meteen", value="Iedereen laadt zodra de voertuigen terug zijn."),
    Fact(label="Gespreid", value="Elk bedrijf verdeelt het laden over de uren dat de voertuigen stilstaan."),
    Fact(label="Samen", value="Alle bedrijven stemmen het laden op elkaar af, elk binnen de eigen aansluiting."),
    Fact(label="Groepscontract", value="De bedrijven delen ook elkaars ruimte op het net."),
)


class FactsheetYear(Frozen):
    """One year: how many companies, how many of them gave every number, kWh on a working day, and peaks in kW."""

    label: str
    at: datetime.datetime
    companies: int
    complete: int
    kwh: float
    at_once: float
    spread: float
    together: float
    group: float

    @property
    def saved(self) -> float:
        """Return what charging together takes off the sum of the spread peaks."""
        return max(0.0, self.spread - self.together)

    @property
    def peaks(self) -> tuple[float, float, float]:
        """Return the peaks as the chart shows them."""
        return self.at_once, self.spread, self.together

    @property
    def facts(self) -> tuple[Fact, ...]:
        return (
            Fact(label="Bedrijven", value=number(self.companies)),
            Fact(label="Stroom per werkdag", value=number(self.kwh, "kWh")),
            Fact(label="Meteen", value=number(self.at_once, "kW")),
            Fact(label="Gespreid", value=number(self.spread, "kW")),
            Fact(label="Samen", value=number(self.together, "kW"), remark=self.gain),
            *((Fact(label="Groepscontract", value=number(self.group, "kW")),) if self.group < self.together else ()),
        )

    @property
    def gain(self) -> str:
        """Return what together brings, as a remark; an empty text when that is nothing."""
        share = self.saved / self.spread if self.spread > 0 else 0.0
        return f"{number(self.saved, 'kW')} minder, {number(round(100 * share), '%')}" if self.saved >= 1 else ""


class Factsheet(Card):
    """What the plan map expects, and beside it the totals of answers per year; where one is missing, `lines` say why.

    `scope` says who may see this, `remarks` are lines below the numbers.
    """

    wide = True

    terrain: str
    scope: str
    planned: Planned | None = None
    years: tuple[FactsheetYear, ...] = ()
    lines: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return f"Laden op {self.terrain}"

    @property
    def main(self) -> FactsheetYear | None:
        """Return the year that is told in words: 2030, or else the last one there is."""
        return next((year for year in self.years if year.label == "2030"), self.years[-1] if self.years else None)

    @property
    def story(self) -> str:
        """Return the numbers of the main year as sentences; an empty text without years."""
        year = self.main
        if year is None:
            return ""
        when = "Nu" if year.label == "Nu" else f"In {year.label}"
        at_once, together = number(year.at_once, "kW"), number(year.together, "kW")
        if year.companies == 1:
            return f"{when} vraagt 1 bedrijf {at_once} als het meteen laadt. Als het zijn laden spreidt, is dat {together}."
        told = f"{when} vragen {number(year.companies)} bedrijven samen {at_once} als iedereen meteen laadt."
        return f"{told} Als zij het laden samen afstemmen, is dat {together}."

    @property
    def stories(self) -> tuple[str, ...]:
        """Return what is told first: the plan map, the answers, and why the two differ."""
        told = (self.planned.story if self.planned else "", self.story, self.apart)
        return tuple(filter(None, told))

    @property
    def apart(self) -> str:
        """Return why the answers differ from the plan map; an empty text where only one of them is there."""
        if self.planned is None or self.main is None:
            return ""
        whose = plural(self.main.companies, "bedrijf", "bedrijven")
        return f"De plankaart rekent met alle voertuigen op het terrein. De antwoorden zijn van {whose}."

    @property
    def charts(self) -> tuple[BarChart, ...]:
        """Return the charts, in the order of the stories; only the first has room on a phone."""
        planned = self.planned.chart if self.planned else None
        return tuple(one for one in (planned, self.chart) if one is not None)

    @property
    def chart(self) -> BarChart | None:
        """Return the peaks of the main year; those of the others are in the text, which keeps the card short on a phone."""
        if self.main is None:
            return None
        named = zip(("Meteen", "Gespreid", "Samen"), CHARGING, self.main.peaks, strict=True)
        bars = tuple(Bar(name=name, colour=colour, value=value) for name, colour, value in named)
        when = "nu" if self.main.label == "Nu" else f"in {self.main.label}"
        return BarChart(title=f"Hoogste vermogen om te laden {when}", unit="kW", bars=bars)

    @property
    def groups(self) -> tuple[FactGroup, ...]:
        one_day = len({year.at.date() for year in self.years}) < 2
        answers = "Antwoorden, " if self.planned else ""
        return (
            *((self.planned.group,) if self.planned else ()),
            *(
                FactGroup(
                    title=answers + (year.label if one_day else f"{year.label} (stand van {day_of(year.at)})"), facts=year.facts
                )
                for year in self.years
            ),
        )

    @property
    def completeness(self) -> str:
        """Return how complete the answers are; an empty text without years."""
        if self.main is None:
            return ""
        complete, companies = self.main.complete, self.main.companies
        if complete >= companies:
            return "Alle bedrijven gaven zelf hun aantallen." if companies > 1 else "Het bedrijf gaf zelf alle aantallen."
        if not complete:
            return "Geen bedrijf gaf zelf alle aantallen." if companies > 1 else "Het bedrijf gaf niet alle aantallen zelf."
        gave = "gaf" if complete == 1 else "gaven"
        return f"{number(complete)} van de {number(companies)} bedrijven {gave} zelf alle aantallen."

    @property
    def meanings(self) -> tuple[Fact, ...]:
        """Return what the ways to charge mean, as far as they occur."""
        named = {fact.label for year in self.years for fact in year.facts}
        return tuple(meaning for meaning in MEANINGS if meaning.label in named)

    @property
    def closing(self) -> tuple[str, ...]:
        """Return the lines below the numbers: what the plan map is, and the remarks."""
        return (*(self.planned.about if self.planned else ()), *self.remarks)

    def plain(self) -> str:
        """Return the factsheet as text; the charts as their tables."""
        charts = (read_lines(one.caption, *(f"{name}: {value}" for name, value in one.rows)) for one in self.charts)
        meanings = read_groups((FactGroup(title="Wat de woorden betekenen", facts=self.meanings),)) if self.meanings else ""
        return read_lines(
            self.scope, self.title, *self.stories, *self.lines, *charts, read_groups(self.groups), self.completeness, meanings,
            *self.closing, read_buttons(self.buttons),
        )  # fmt: skip

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return a full factsheet, one of different days, one with too few companies, and two with the plan map."""
        at = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
        earlier = at - datetime.timedelta(days=40)
        now = FactsheetYear(label="Nu", at=at, companies=6, complete=6, kwh=900, at_once=240, spread=75, together=65, group=65)
        more = {"label": "2030", "companies": 8, "kwh": 4400, "at_once": 1100, "spread": 380, "together": 300, "group": 280}
        most = {"label": "2035", "companies": 9, "kwh": 9500, "at_once": 2200, "spread": 800, "together": 650, "group": 600}
        years = (now, now.model_copy(update=more), now.model_copy(update=most))
        paper = Button(title="Als pdf", verb=Verb.SAY, data={"text": "factsheet demo-01 pdf"}, primary=True)
        full = cls(
            terrain="Hessenpoort (Zwolle)", scope="Indicatie. Iedereen op het terrein mag dit zien.", years=years,
            remarks=("Wij tonen alleen afgeronde totalen.",), buttons=(paper,),
        )  # fmt: skip
        mixed = (years[0].model_copy(update={"at": earlier}), years[1].model_copy(update={"complete": 8}))
        few = cls(
            terrain="Marslanden (Zwolle)", scope="Indicatie.",
            lines=("Er is nog geen totaal.", "Wij tonen pas een totaal van minstens 5 bedrijven."),
        )  # fmt: skip
        before = few.model_copy(update={"planned": PLANNED, "lines": few.lines[1:], "buttons": (paper,)})
        beside = full.model_copy(update={"planned": PLANNED})
        return (full, full.model_copy(update={"years": mixed, "buttons": ()}), few, before, beside)
