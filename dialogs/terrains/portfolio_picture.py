"""The portfolio in one picture: how many terrains are in each step, and which of those are late."""

from cards.colours import Colour
from cards.formats import moment, number, plural
from cards.verbs import Verb
from cards.views.card import Button, Fact
from cards.views.chart import Bar, BarChart
from cards.views.terrains.funnel import FunnelPicture
from dialogs.terrains.portfolio import Viewer
from dialogs.terrains.portfolio_query import STANDINGS, Query, carried, told
from dialogs.terrains.view import Sight
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.plan.portfolio import Funnel
from domain.plan.steps import STEPS

NOT_BEGUN = -1


async def show_picture(step: Step, query: Query, viewer: Viewer) -> None:
    """Show the picture of what this query finds, in the place of the list."""
    funnel = await step.stores.parks.count_parks(query.such, step.today)
    step.show(ReplaceCard(picture(step, query, viewer, funnel)))


def picture(step: Step, query: Query, viewer: Viewer, funnel: Funnel) -> FunnelPicture:
    """Return the picture: bars for the steps, for the team what of them is late, and what we do for them."""
    what = told(query, viewer.team)
    own = viewer.sight >= Sight.TEAM
    return FunnelPicture(
        title="Overzicht van de terreinen",
        lines=(f"{plural(funnel.total, 'terrein', 'terreinen')}{f': {what}' if what else ''}.",),
        chart=chart_of(funnel),
        late=late_of(funnel, own=own),
        standings=tuple(
            Fact(label=words.capitalize(), value=number(funnel.standings[one]))
            for one, words in STANDINGS.items()
            if funnel.standings.get(one)
        ),
        closing=(f"Bijgewerkt op {moment(step.known.now)}.",),
        buttons=(
            Button(title="Lijst", verb=Verb.PARKS, data={"do": "list", "query": carried(query), "page": "1"}, primary=True),
            Button(title="Kiezen", verb=Verb.PARKS, data={"do": "choose", "query": carried(query)}),
        ),
    )


def chart_of(funnel: Funnel) -> BarChart:
    return BarChart(
        title="Terreinen per stap",
        unit="",
        bars=tuple(
            Bar(name=name_of(place), colour=Colour.COUNTED if place >= 0 else Colour.BESIDE, value=funnel.steps.get(place, 0))
            for place in range(NOT_BEGUN, len(STEPS))
        ),
    )


def late_of(funnel: Funnel, *, own: bool) -> tuple[Fact, ...]:
    """Return in which steps terrains are late, and how many; only for the team."""
    there = (place for place in range(NOT_BEGUN, len(STEPS)) if own and funnel.late.get(place))
    return tuple(Fact(label=name_of(place), value=number(funnel.late[place])) for place in there)


def name_of(place: int) -> str:
    return "Niet begonnen" if place == NOT_BEGUN else f"{place}. {STEPS[place].name}"
