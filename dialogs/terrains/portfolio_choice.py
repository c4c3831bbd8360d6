"""Choosing which terrains to see by card, opening one of them, and the buttons of the portfolio."""

from collections.abc import Mapping

from cards.verbs import Verb
from cards.views.card import Button, Choice
from cards.views.terrains.portfolio_filter import FilterList, PortfolioFilter
from dialogs.terrains.portfolio import Viewer, allowed, list_card, turn_page, viewer_of
from dialogs.terrains.portfolio_picture import show_picture
from dialogs.terrains.portfolio_query import CONGESTIONS, SORTS, Query, carried, checked, uncarried
from dialogs.terrains.portfolio_sheet import export
from dialogs.terrains.status import status_card
from dialogs.terrains.view import Sight, look
from dialogs.turn.events import Pressed
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.plan.portfolio import Filter, Sort
from domain.plan.routes import ROUTES
from domain.plan.steps import STEPS
from domain.terrains.municipalities import MUNICIPALITIES, Municipality, Province
from domain.terrains.terrains import SizeClass

OLD = "Deze knop werkt niet meer. Typ 'terreinen'."
ANY = Choice(value="any", title="Maakt niet uit")
SIZES = {SizeClass.SMALL: "Klein, tot 10 hectare", SizeClass.MEDIUM: "Middel, tot 50 hectare", SizeClass.LARGE: "Groot"}
MOST_PAGES = 10_000


def may_use(step: Step) -> bool:
    """Say whether the portfolio exists for this person."""
    return step.known.is_team or bool(step.known.roles.grants)


async def press_parks(step: Step, pressed: Pressed) -> None:
    """Turn a page, choose, show the picture or hand over the sheet; in the place of the card."""
    if not may_use(step):
        step.say(OLD)
        return
    viewer = await viewer_of(step)
    query = allowed(uncarried(str(pressed.data.get("query", ""))), viewer)
    page = str(pressed.data.get("page", "1"))
    number = min(int(page), MOST_PAGES) if page.isdecimal() and len(page) < 6 else 1
    match pressed.data.get("do"):
        case "list":
            await turn_page(step, query, viewer, max(number, 1))
        case "choose":
            step.show(ReplaceCard(filter_card(query, viewer)))
        case "picture":
            await show_picture(step, query, viewer)
        case "export":
            await export(step, query, viewer)
        case _:
            step.say(OLD)


async def press_pick(step: Step, pressed: Pressed) -> None:
    """Open the terrain that was picked, or show those that were chosen."""
    if not may_use(step):
        step.say(OLD)
    elif pressed.data.get("do") == "filter":
        viewer = await viewer_of(step)
        query = allowed(chosen(pressed.inputs), viewer)
        step.show(ReplaceCard(await list_card(step, query, viewer)))
    else:
        await open_one(step, pressed.inputs.get("terrain", ""))


async def open_one(step: Step, terrain_id: str) -> None:
    """Show the status of a terrain in a new card, so that the list stays."""
    terrain = step.stores.terrains.named(terrain_id)
    if terrain is None or not step.known.may_see(terrain):
        step.say("Kies eerst een terrein in de lijst.")
        return
    step.show(ShowCard(await status_card(step, await look(step, terrain))))


def filter_card(query: Query, viewer: Viewer) -> PortfolioFilter:
    """Return the lists with what holds now."""
    return PortfolioFilter(
        title="Terreinen kiezen",
        lines=("Kies wat u wilt zien. Wat u leeg laat, maakt niet uit.",),
        lists=tuple(lists(query, viewer)),
        name=query.such.name,
        buttons=(
            Button(title="Toon terreinen", verb=Verb.PARKS_PICK, data={"do": "filter"}, primary=True),
            Button(title="Toon alles", verb=Verb.PARKS, data={"do": "list", "query": carried(Query()), "page": "1"}),
        ),
    )


def lists(query: Query, viewer: Viewer) -> list[FilterList]:
    """Return the lists that this person can choose by."""
    such = query.such
    towns = [one for code, one in MUNICIPALITIES.items() if viewer.within is None or code in viewer.within.municipalities]
    leaders = [("none", "Zonder regisseur"), *((str(one.person), one.name) for one in viewer.team)]
    leader = "none" if such.led is False else str(such.director or "")
    own = viewer.sight >= Sight.TEAM
    found = [
        one_list("late", "Te laat", [("yes", "Alleen te laat")], "yes" if such.late else "") if own else None,
        one_list("municipality", "Gemeente", [(one.code, one.name) for one in by_name(towns)], such.municipality),
        one_list("province", "Provincie", [(one.value, one.value) for one in PROVINCES], such.province),
        one_list("step", "Stap", [("-1", "Niet begonnen"), *((str(one.number), f"{one.number}. {one.name}") for one in STEPS)],
                 "" if such.step is None else str(such.step)),
        one_list("route", "Route", [(route.value, words.name) for route, words in ROUTES.items()], such.route or ""),
        one_list("director", "Regisseur", leaders, leader) if own else None,
        one_list("size", "Grootte", [(size.value, words) for size, words in SIZES.items()], such.size or ""),
        one_list("congestion", "Netcongestie", [(one.value, words) for one, words in CONGESTIONS.items()],
                 such.congestion or "") if viewer.sight >= Sight.GOVERNMENT else None,
        one_list("sort", "Volgorde", [(one.value, words) for one, words in SORTS.items()], query.sort),
    ]  # fmt: skip
    return [one for one in found if one is not None]


PROVINCES = (Province.GELDERLAND, Province.OVERIJSSEL, Province.UTRECHT)


def by_name(towns: list[Municipality]) -> list[Municipality]:
    return sorted(towns, key=lambda one: one.name)


def one_list(id_: str, label: str, options: list[tuple[str, str]], chosen_now: str) -> FilterList:
    """Return one list, with "does not matter" on top."""
    found = (ANY, *(Choice(value=value, title=title) for value, title in options))
    values = {one.value for one in found}
    return FilterList(id=id_, label=label, options=found, chosen=chosen_now if chosen_now in values else ANY.value)


def chosen(inputs: Mapping[str, str]) -> Query:
    """Return the query that was chosen on the card; what cannot be is left out."""
    set_ = {name: value for name, value in inputs.items() if value and value != ANY.value}
    such: dict[str, object] = {name: set_[name] for name in ("province", "municipality", "route", "size", "congestion", "name")
                               if name in set_}  # fmt: skip
    such["late"] = set_.get("late") == "yes"
    step = set_.get("step", "")
    such["step"] = int(step) if step.lstrip("-").isdecimal() and len(step) < 3 else None
    leader = set_.get("director", "")
    such |= {"led": False} if leader == "none" else {"director": leader} if leader else {}
    sort = next((one for one in Sort if one.value == set_.get("sort")), Sort.LATE)
    try:
        return Query(checked(such), sort)
    except ValueError:
        return Query(Filter(), sort)
