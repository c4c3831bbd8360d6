"""What a terrain itself brings into a session: its companies, published figures, problems, an example, and earlier directions."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cards.formats import day_of, listing, number
from cards.papers.session import Figures
from cards.views.disclosure.planned import Planned
from dialogs.disclosure.factsheets import years_of
from dialogs.disclosure.plan_sheets import planned_of, sheet_for
from dialogs.stores.stores import Stores
from domain.disclosure.totals import TerrainTotal
from domain.sessions.blocks import TerrainFact
from domain.sessions.session import Session
from domain.sessions.terrain_facts import known_facts
from domain.sessions.visitors import Visitor, first_issues, issue_title


@dataclass(frozen=True, slots=True)
class TerrainFacts:
    """Which facts are there (`known`), how people read them, and on their own: the plan map as everybody may read it, the
    published figures, and issues.
    """

    known: frozenset[TerrainFact]
    lines: Mapping[TerrainFact, tuple[str, ...]]
    planned: Figures | None
    figures: Figures | None
    issues: tuple[str, ...]


async def facts_of(
    stores: Stores, session: Session, visitors: Sequence[Visitor], companies: Sequence[str], now: datetime.datetime
) -> TerrainFacts:
    """Return what the terrain brings; `companies` are those that may be named to whoever reads it."""
    terrain = session.plan.terrain
    problems = await stores.sessions.problems(terrain, now)
    planned = planned_figures(planned_of(await sheet_for(stores, terrain, now)))
    figures = figures_of(await stores.insight.published_total(terrain, now))
    issues = tuple(issue_title(key) for key in first_issues(problems))
    lines = {
        TerrainFact.COMPANIES: tuple(companies),
        TerrainFact.FACTSHEET: (*figure_lines(planned), *figure_lines(figures)),
        TerrainFact.PROBLEMS: issues,
        TerrainFact.EXAMPLE: (session.example,) if session.example else (),
        TerrainFact.DIRECTIONS: session.directions,
    }
    partners = await stores.partners.of_session(session.id)
    known = known_facts(session, visitors, problems, has_factsheet=bool(figures or planned), partners=partners)
    return TerrainFacts(known, lines, planned, figures, issues)


def planned_figures(planned: Planned | None) -> Figures | None:
    """Return the plan map as everybody may read it, in kW; None when it names no power, or is held back."""
    years = [one for one in planned.years if one.kw is not None] if planned else []
    if planned is None or not years:
        return None
    series = (("vermogen om te laden", tuple(one.kw or 0.0 for one in years)),)
    vehicles = listing([f"{number(one.vehicles)} in {one.label}" for one in years if one.vehicles is not None])
    counted = f" Voertuigen: ongeveer {vehicles}." if vehicles else ""
    return Figures(years=tuple(one.label for one in years), series=series, note=f"{' '.join(planned.about)}{counted}")


def figures_of(total: TerrainTotal) -> Figures | None:
    """Return what was published about a terrain, in kW; None when nothing was. What only the team may see is on no paper."""
    shown = years_of(total)
    if not shown or total.newest is None:
        return None
    words = f"Indicatie van {shown[-1].companies} bedrijven, stand van {day_of(total.newest)}."
    series = (
        ("meteen laden", tuple(one.at_once for one in shown)),
        ("gespreid laden", tuple(one.spread for one in shown)),
        ("samen laden", tuple(one.together for one in shown)),
    )
    return Figures(years=tuple(one.label for one in shown), series=series, note=words)


def figure_lines(figures: Figures | None) -> tuple[str, ...]:
    """Return the figures of each year on a line, in kW, and what they are of."""
    if figures is None:
        return ()
    years = (
        f"{year}: " + ", ".join(f"{name} {number(values[at], 'kW')}" for name, values in figures.series)
        for at, year in enumerate(figures.years)
    )
    return (*years, figures.note)
