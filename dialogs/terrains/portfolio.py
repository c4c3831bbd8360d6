"""`terreinen`: the portfolio of whoever asks, filtered and sorted by card or by words, paged through in place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cards.formats import day, listing, moment, number, plural
from cards.verbs import Verb
from cards.views.card import Button, Choice
from cards.views.terrains.portfolio import Portfolio, PortfolioLine
from dialogs.terrains.portfolio_query import STANDINGS, Query, carried, known_words, read_query, told
from dialogs.terrains.view import Sight
from dialogs.terrains.words import numbered
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.access.roles import Right, Role
from domain.forms.responses import ActionOwner
from domain.plan.calendar import Standing
from domain.plan.portfolio import Filter, ParkRow, PortfolioPage, Sort, Within
from domain.plan.routes import ROUTES
from domain.plan.steps import STEPS

ROWS = 8


@dataclass(frozen=True, slots=True)
class Viewer:
    """The person who looks at the portfolio: how much they see, among which terrains, and whom of the team they can name."""

    sight: Sight
    within: Within | None = None
    team: Sequence[ActionOwner] = ()


async def viewer_of(step: Step) -> Viewer:
    """Return what this person sees of the portfolio here."""
    everything = step.known.may(Right.SEE_TERRAIN)
    grants = step.known.roles.grants
    within = None if everything else Within(
        frozenset(one.municipality for one in grants if one.municipality),
        frozenset(one.terrain for one in grants if one.terrain),
    )  # fmt: skip
    alone = step.scope is Scope.PERSONAL
    if step.known.may(Right.SEE_COMPANIES) and (alone or step.known.linked):
        house = step.known.house
        members = await step.stores.responses.members(step.known.sender.tenant, house.team | house.admins)
        return Viewer(Sight.TEAM, within, members)
    government = alone and step.known.roles.held == {Role.MUNICIPALITY}
    return Viewer(Sight.GOVERNMENT if government else Sight.PARTNER, within)


def allowed(query: Query, viewer: Viewer) -> Query:
    """Return a query with nothing in it that this person may not see, not even by filtering on it."""
    such = replace(query.such, within=viewer.within)
    if viewer.sight < Sight.TEAM:
        such = replace(such, late=False, director=None, led=None)
    if viewer.sight < Sight.GOVERNMENT:
        such = replace(such, congestion=None)
    hidden = {Sort.LATE: Sight.TEAM, Sort.CONTACT: Sight.TEAM, Sort.DEMAND: Sight.GOVERNMENT}
    return Query(such, query.sort if viewer.sight >= hidden.get(query.sort, Sight.COMPANY) else Sort.NAME)


def left_out(asked: Filter, such: Filter, viewer: Viewer) -> tuple[str, ...]:
    """Return what to say of the words that are not looked at, because this person may not see what they are about."""
    led = (asked.director, asked.led) if (such.director, such.led) != (asked.director, asked.led) else (None, None)
    congestion = asked.congestion if such.congestion is None else None
    gone = Filter(late=asked.late and not such.late, director=led[0], led=led[1], congestion=congestion)
    what = told(Query(gone), viewer.team)
    return (f"Hier kunt u niet zoeken op: {what}. Daar is dus niet op gelet.",) if what else ()


async def show_parks(step: Step, text: str) -> None:
    """Show the portfolio, narrowed by the words that follow."""
    viewer = await viewer_of(step)
    asked = read_query(text, step.known.person, viewer.team)
    query = allowed(asked, viewer)
    step.show(ShowCard(await list_card(step, query, viewer, lines=left_out(asked.such, query.such, viewer))))


async def show_own_parks(step: Step, text: str) -> None:
    """Show the terrains that this person leads; of whoever leads none by role, those they may see."""
    viewer = await viewer_of(step)
    query = read_query(text, step.known.person, viewer.team)
    mine = allowed(replace(query, such=replace(query.such, director=step.known.person)), viewer)
    step.show(ShowCard(await list_card(step, mine, viewer)))


def hear_filter(_: Step, sentence: str) -> str:
    """Return what a sentence asks for, as it follows the command."""
    return known_words(sentence)


async def list_card(step: Step, query: Query, viewer: Viewer, page: int = 1, *, lines: Sequence[str] = ()) -> Portfolio:
    """Return a page of the list; `lines` are above it."""
    first = (page - 1) * ROWS
    found = await step.stores.parks.list_parks(query.such, query.sort, step.today, offset=first, limit=ROWS)
    first = first if first < found.total else 0
    what, last = told(query, viewer.team), first + len(found.rows)
    return Portfolio(
        title="Mijn terreinen" if query.such.director == step.known.person else "Terreinen",
        lines=(*lines, *((counted(found, what), f"U ziet {first + 1} tot en met {last}.") if found.rows else (none(what),))),
        rows=tuple(line(row, viewer, step) for row in found.rows),
        pick=tuple(Choice(value=row.id, title=label(row)) for row in found.rows),
        closing=(f"Bijgewerkt op {moment(step.known.now)}.",),
        buttons=buttons(query, found, first // ROWS + 1),
    )


def counted(found: PortfolioPage, what: str) -> str:
    return f"{plural(found.total, 'terrein', 'terreinen')}{f': {what}' if what else ''}."


def none(what: str) -> str:
    return f"Er is geen terrein dat hieraan voldoet: {what}." if what else "Er zijn nog geen terreinen."


def label(row: ParkRow) -> str:
    """Return a terrain as in a list: the name with its municipality."""
    return f"{row.name} ({row.municipality})" if row.municipality else row.name


def line(row: ParkRow, viewer: Viewer, step: Step) -> PortfolioLine:
    """Return one terrain as this person may see it."""
    late = viewer.sight >= Sight.TEAM and row.is_late(step.today) and row.due is not None
    return PortfolioLine(
        title=label(row),
        text=" ".join(filter(None, (stands(row), route(row), power(row, viewer), row.director and f"{row.director}."))),
        late=f"Te laat sinds {day(row.due)}" if late and row.due else "",
    )


def stands(row: ParkRow) -> str:
    """Return how far a terrain is, as a short sentence."""
    if row.step is None:
        return "Nog niet begonnen."
    since = f", sinds {day(row.since)}" if row.since else ""
    known = row.standing is Standing.ACTIVE or (row.standing is Standing.POSTPONED and row.recheck)  # then the route says it
    how = "" if known else f" {STANDINGS[row.standing].capitalize()}."
    return f"Stap {numbered(STEPS[row.step])}{since}.{how}"


def route(row: ParkRow) -> str:
    """Return the route, with until when a postponed terrain waits."""
    if row.route is None:
        return ""
    until = f" tot {day(row.recheck)}" if row.recheck else ""
    return f"{ROUTES[row.route].short.capitalize()}{until}."


def power(row: ParkRow, viewer: Viewer) -> str:
    """Return the demand and the grid, for whoever may see the plan map."""
    if viewer.sight < Sight.GOVERNMENT or row.charging_kw is None:
        return ""
    grid = f"{number(float(row.grid_kw), 'kW')} op het net" if row.grid_kw is not None else ""
    return f"{listing([part for part in (number(float(row.charging_kw), 'kW') + ' gevraagd', grid) if part])}."


def buttons(query: Query, found: PortfolioPage, page: int) -> tuple[Button, ...]:
    """Return the buttons: open one, the pages beside this one, choosing, the picture, and a sheet."""

    def turn(title: str, do: str, at: int) -> Button:
        return Button(title=title, verb=Verb.PARKS, data={"do": do, "query": carried(query), "page": str(at)})

    open_one = Button(title="Open", verb=Verb.PARKS_PICK, data={"do": "open"}, primary=True)
    return (
        *((open_one,) if found.rows else ()),
        *((turn("Vorige", "list", page - 1),) if page > 1 else ()),
        *((turn("Volgende", "list", page + 1),) if page * ROWS < found.total else ()),
        turn("Kiezen", "choose", page),
        turn("Overzicht", "picture", page),
        *((turn("Excel", "export", page),) if found.rows else ()),
    )


async def turn_page(step: Step, query: Query, viewer: Viewer, page: int) -> None:
    """Show another page in the place of this one."""
    step.show(ReplaceCard(await list_card(step, query, viewer, page)))


PARKS = Command(
    ("terreinen", "portefeuille"), "alle terreinen zien, kiezen en tellen", show_parks, Users.TEAM | Users.PARTNERS,
    Takes.MAYBE, argument="[filter]", example="terreinen laat zwolle", menu=True,
    scopes=(Scope.PERSONAL, Scope.CHANNEL, Scope.GROUP), group="Terreinen", hears=hear_filter,
)  # fmt: skip
OWN_PARKS = Command(
    ("mijn terreinen",), "de terreinen die van u zijn", show_own_parks, Users.TEAM | Users.PARTNERS,
    Takes.MAYBE, argument="[filter]", example="mijn terreinen laat", scopes=(Scope.PERSONAL, Scope.CHANNEL, Scope.GROUP),
    group="Terreinen", hears=hear_filter,
)  # fmt: skip
