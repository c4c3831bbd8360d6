"""Turning the outlook: what a tap draws, on what numbers, and what of that differs from what it was."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cards.colours import Colour
from cards.views.chart import Bar, BarChart
from cards.views.demand import outlook_words as words
from cards.views.demand import turning_words
from dialogs.turn.step import Step
from domain.consent.consents import Purpose
from domain.demand.companies import outlook_of
from domain.demand.outlooks import Outlook, YearOutlook
from domain.demand.quantities import Strategy, Year
from domain.demand.sites import Site, site_of
from domain.demand.verdicts.fewer import KeptVehicles, kept_of, vehicles_in, with_fewer
from domain.disclosure.totals import TerrainTotal

COLOURS = {Strategy.AT_ONCE: Colour.AT_ONCE, Strategy.SPREAD: Colour.SPREAD}
WAYS = {Strategy.AT_ONCE: "meteen", Strategy.SPREAD: "gespreid"}


class OutlookTurn(StrEnum):
    """What somebody can turn about the outlook; each goes on and off by itself, but neighbours stand alone."""

    FEWER = "fewer"
    SPREAD = "spread"
    NEIGHBOURS = "neighbours"


ON = {OutlookTurn.FEWER: "Minder voertuigen", OutlookTurn.SPREAD: "Gespreid", OutlookTurn.NEIGHBOURS: "Met mijn buren"}
OFF = {OutlookTurn.FEWER: "Alle voertuigen", OutlookTurn.SPREAD: "Meteen", OutlookTurn.NEIGHBOURS: "Zonder mijn buren"}
Turns = frozenset[OutlookTurn]
UNTURNED: Turns = frozenset()


@dataclass(frozen=True, slots=True)
class Supposed:
    """What somebody supposed: their words, the step in which it is so, what is said of it, and how it is called."""

    text: str
    step: Step
    lines: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class DrawnOutlook:
    """An outlook with its picture: what it is reckoned with, what changed, which taps are on, and how many vehicles are left."""

    site: Site
    outlook: Outlook
    chart: BarChart | None
    changed: tuple[str, ...] = ()
    turns: Turns = UNTURNED
    supposed: Supposed | None = None
    kept: KeptVehicles | None = None


def turns_in(carried: str) -> Turns:
    """Return the taps that a button carries; whatever else it carries is left out."""
    return frozenset(turn for turn in OutlookTurn if turn in carried.split(","))


def tapped(turns: Turns, turn: OutlookTurn) -> Turns:
    """Return which taps are on after one more: the terrain is a picture of its own."""
    if turn is OutlookTurn.NEIGHBOURS or OutlookTurn.NEIGHBOURS in turns:
        return UNTURNED if turn in turns else frozenset({turn})
    return turns ^ {turn}


def site_for(step: Step) -> Site:
    """Return the company of this step as the model sees it."""
    return site_of(step.answers, step.known.house.parameters, step.measured)


def own_outlook(step: Step) -> Outlook:
    """Return the outlook of the company of this step."""
    return outlook_of(site_for(step), step.known.house.parameters)


def draw(
    step: Step, turns: Turns = UNTURNED, total: TerrainTotal | None = None, supposed: Supposed | None = None
) -> DrawnOutlook:
    """Return the outlook as it is turned; `total` is what was published of the terrain."""
    parameters, own = step.known.house.parameters, site_for(step)
    start = own if supposed is None else site_for(supposed.step)
    strategy = Strategy.SPREAD if OutlookTurn.SPREAD in turns else Strategy.AT_ONCE
    site = with_fewer(start, parameters, strategy) if OutlookTurn.FEWER in turns else start
    now = outlook_of(own, parameters)
    of_start = now if start is own else outlook_of(start, parameters)
    outlook = of_start if site is start else outlook_of(site, parameters)
    if OutlookTurn.NEIGHBOURS in turns:
        return DrawnOutlook(site, outlook, together_chart(total) or chart_of(outlook, Strategy.AT_ONCE),
                            about_neighbours(step, total), turns, supposed)  # fmt: skip
    changed: tuple[str, ...] = ()
    was: list[Bar] = []
    kept: KeptVehicles | None = None
    if OutlookTurn.FEWER in turns:
        kept = kept_of(site, start, outlook, of_start)
        others = (year for year in Year if kept is None or year is not kept.year)  # that year is in the sentence above
        changed += turning_words.fewer_lines((year, vehicles_in(site, year), vehicles_in(start, year)) for year in others)
    if site is not own:
        changed += (turning_words.now_words(outlook, now), *(supposed.lines if supposed is not None else ()))
        was = [*bars_of(now, strategy, " (was)")]
    elif OutlookTurn.SPREAD in turns:
        was = [*bars_of(outlook, Strategy.AT_ONCE, " (was)")]
    if OutlookTurn.SPREAD in turns and kept is None:  # else the sentence says what spreading saves
        changed += turning_words.spread_lines(outlook)
    return DrawnOutlook(site, outlook, chart_of(outlook, strategy, was), changed, turns, supposed, kept)


def chart_of(outlook: Outlook, strategy: Strategy, was: Iterable[Bar] = ()) -> BarChart | None:
    """Return the peaks of the years whose numbers the company gave, and its room; None when there is nothing to charge."""
    bars = beside(bars_of(outlook, strategy), was)
    if not bars:
        return None
    bars += [Bar(name=name, colour=Colour.BESIDE, value=kw) for name, kw in rooms_of(outlook)]
    return BarChart(title="Hoogste vermogen om te laden", unit="kW", bars=tuple(bars))


def rooms_of(outlook: Outlook) -> tuple[tuple[str, float], ...]:
    """Return what is left of the connection, by name and in kW: at night as well, where more is left then; none if not known."""
    room = outlook.room
    if room is None or not room.is_known or room.kw.middle < 0:
        return ()
    busiest = words.rounded(room.kw.middle)
    if room.at_night is None or words.rounded(room.at_night.middle) <= busiest:
        return (("Uw ruimte", busiest),)
    return ("Uw ruimte overdag", busiest), ("Uw ruimte 's nachts", words.rounded(room.at_night.middle))


def bars_of(outlook: Outlook, strategy: Strategy, after: str = "") -> Iterable[Bar]:
    """Return one bar for each year with numbers that the company gave."""
    return [
        Bar(name=f"{year.year.label.capitalize()} {WAYS[strategy]}{after}", colour=COLOURS[strategy], value=kw_of(year, strategy))
        for year in outlook.years.values()
        if year.is_given and year.kwh.middle > 0
    ]


def beside(now: Iterable[Bar], was: Iterable[Bar]) -> list[Bar]:
    """Return bars by year: what is, and under it what was."""
    found = [*now, *was]
    order = [bar.name.partition(" ")[0] for bar in found]
    return [bar for year in dict.fromkeys(order) for bar, own in zip(found, order, strict=True) if own == year]


def kw_of(year: YearOutlook, strategy: Strategy) -> float:
    return words.rounded(year.kw(strategy).middle)


def together_chart(total: TerrainTotal | None) -> BarChart | None:
    """Return the peaks of all companies that were published, apart and together; None when nothing was."""
    bars = tuple(
        Bar(name=f"{year.year.label.capitalize()} {name}", colour=colour, value=words.rounded(year.kw[strategy]))
        for year in turning_words.shared_years(total)
        for name, strategy, colour in (
            ("ieder apart", Strategy.SPREAD, Colour.SPREAD),
            ("samen", Strategy.TOGETHER, Colour.TOGETHER),
        )
    )
    return BarChart(title="Hoogste vermogen van alle bedrijven", unit="kW", bars=bars) if bars else None


def about_neighbours(step: Step, total: TerrainTotal | None) -> tuple[str, ...]:
    """Return what charging together brings on the terrain, or what is missing to say it."""
    terrain = step.answers.known("company.terrain")
    on_terrain = isinstance(terrain, dict) and bool(terrain.get("id"))
    return turning_words.neighbour_lines(total, on_terrain=on_terrain, counts=step.allows(Purpose.TOTAL))
