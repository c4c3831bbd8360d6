"""The cards of items: a list to open one, an item as whoever asks may see it, and a form to change it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from cards.formats import capital, day, day_of, listing, plural
from cards.verbs import Verb
from cards.views.card import MOST_BUTTONS, Button, Choice
from cards.views.forms.form_card import FormCard
from cards.views.intake.field import Field, InputKind
from cards.views.notice import NoticeCard
from dialogs.knowledge.forms import FIELDS, changes, fields_with, filled_with, shown, with_gaps
from dialogs.knowledge.shelf import Shelf, may_change
from dialogs.turn.step import Step
from domain.knowledge.items import Category, Item, ItemStanding, expiring
from domain.knowledge.versions import ItemVersion

MOST = 100
FEW = 3
TITLE = "Wat wij weten"
ENDING_SOON = "verloopt binnenkort"
SOMEBODY = "iemand die er niet meer is"
TO_TEAM = ("audience", "owner", "tap", "steps", "directions", "roles", "questions")


def act(title: str, do: str, *, primary: bool = False, **data: str) -> Button:
    """Return a button of items."""
    return Button(title=title, verb=Verb.ITEM, data={"do": do, **data}, primary=primary)


def list_card(step: Step, shelf: Shelf, title: str, listed: Sequence[Item], *lines: str, taps: Iterable[Button] = ()) -> FormCard:
    """Return a list of items to open one of; to the team also what waits for a yes and may be new."""
    items = sorted(listed, key=lambda item: (item.category, item.title.casefold(), item.key))[:MOST]
    options = tuple(Choice(value=item.key, title=named(step, shelf, item)) for item in items)
    pick = Field(name="item", label="Waarover wilt u meer weten?", kind=InputKind.CHOICE, options=options, folded=True)
    buttons = (*((act("Open", "open", primary=True),) if items else ()), *((act("Nieuw", "new"),) if may_change(step) else ()))
    more = (f"U ziet de eerste {MOST}. Zoek verder met 'kennis' en een woord.",) if len(listed) > MOST else ()
    return FormCard(title=title, lines=(*lines, *more), fields=(pick,) if items else (), buttons=(*buttons, *taps))


def named(step: Step, shelf: Shelf, item: Item) -> str:
    """Return the title of an item in a list, with how it stands; until when it holds is for the team to know."""
    standing = item.standing(step.today)
    marks = [{ItemStanding.EXPIRED: "verlopen", ItemStanding.COMING: "geldt nog niet"}.get(standing, "")]
    marks += [f"tot en met {day(item.valid_until)}"] if standing is ItemStanding.ENDING and may_change(step) else []
    marks += ["wacht op een ja"] if item.key in shelf.waiting else []
    remark = ", ".join(filter(None, marks))
    return f"{item.title} ({remark})" if remark else item.title


def counted(shelf: Shelf) -> Iterator[tuple[Category, int]]:
    """Yield how many items there are of each category that has any."""
    for category in Category:
        count = sum(item.category is category for item in shelf.items.values())
        if count:
            yield category, count


def overview_card(step: Step, shelf: Shelf) -> FormCard:
    """Return everything that may be read: how much of what; to the team first what asks for it."""
    every = (*shelf.items.values(), *unknown_yet(shelf))
    if not may_change(step):
        lines = (f"{capital(category)}: {plural(count, 'onderwerp', 'onderwerpen')}" for category, count in counted(shelf))
        return list_card(step, shelf, TITLE, every, *lines)
    asks = [(label, words, items) for label, words, items in for_the_team(step, shelf) if items]
    lines = (f"{label}: {first_few([named_until(item) for item in items])}" for label, _, items in asks)
    taps = (say(f"{label} ({len(items)})", words) for label, words, items in asks if len(items) > FEW)
    return list_card(step, shelf, TITLE, every, *lines, taps=taps)


def for_the_team(step: Step, shelf: Shelf) -> tuple[tuple[str, str, Sequence[Item]], ...]:
    """Return what asks for the team, with the words that list it: what waits for a yes, what ends, and what ended."""
    ended = [item for item in shelf.items.values() if item.standing(step.today) is ItemStanding.EXPIRED]
    return (
        ("Wacht op een ja", "wacht op een ja", [one.item for one in shelf.waiting.values()]),
        ("Verloopt binnenkort", ENDING_SOON, expiring(shelf.items.values(), step.today)),
        ("Verlopen", "verlopen", ended),
    )


def unknown_yet(shelf: Shelf) -> tuple[Item, ...]:
    """Return what was proposed under a key that nothing has yet."""
    return tuple(one.item for key, one in shelf.waiting.items() if key not in shelf.items)


def named_until(item: Item) -> str:
    return f"{item.title} ({day(item.valid_until)})"


def first_few(titles: Sequence[str]) -> str:
    """Return the first of many titles, and how many more there are."""
    more = len(titles) - FEW
    return f"{', '.join(titles[:FEW])} en nog {more}" if more > 0 else listing(titles)


def categories_card(shelf: Shelf) -> NoticeCard:
    """Return a tap for each category."""
    taps = tuple(say(f"{capital(category)} ({count})", category) for category, count in counted(shelf))
    return NoticeCard(lines=("Of kies waar het over gaat:",), buttons=taps[:MOST_BUTTONS])


def say(title: str, words: str) -> Button:
    """Return a button that looks something up."""
    return Button(title=title, verb=Verb.SAY, data={"text": f"kennis {words}"})


async def item_card(step: Step, shelf: Shelf, key: str, *, said: str = "", wrong: str = "") -> FormCard:
    """Return one item with its source and how long it holds; to the team with its versions and what waits for a yes."""
    item, waiting = shelf.items.get(key), shelf.waiting.get(key)
    lines = list(reading_lines(item)) if item else []
    if item is not None and item.standing(step.today) is ItemStanding.EXPIRED:
        wrong = " ".join(filter(None, (wrong, f"Verlopen op {day(item.valid_until)}. Alleen het team ziet dit nog.")))
    title = item.title if item else waiting.item.title if waiting else ""
    if not may_change(step):
        return FormCard(title=title, lines=tuple(lines), message=wrong, fields=())
    past = await earlier(step, item)
    people = await step.stores.parks.names([who for one in (*past, waiting) if one for who in (one.author, one.decider) if who])
    if item is not None:
        lines += team_lines(item, shelf.approved.get(key), people)
    if waiting is not None:
        lines += waiting_lines(item, waiting, people)
    options = tuple(Choice(value=str(one.number), title=version_words(one)) for one in past if one.item != item)
    declared = step.known.house.items.get(key)
    if declared is not None and declared != item:
        options = (*options, Choice(value="0", title=f"Versie {declared.version}, uit een bestand"))
    pick = Field(name="version", label="Een eerdere versie", kind=InputKind.CHOICE, options=options, folded=True)
    fields = (pick,) if options and waiting is None else ()
    return FormCard(
        title=title,
        lines=tuple(lines),
        message=wrong,
        said=said,
        fields=fields,
        buttons=buttons_of(key, waiting, with_past=bool(fields)),
    )


async def earlier(step: Step, item: Item | None) -> Sequence[ItemVersion]:
    """Return the versions of an item that the team approved."""
    return await step.stores.knowledge.history(item.key) if item else ()


def reading_lines(item: Item) -> Iterator[str]:
    """Yield what the team reads of an item; what is filled in for whoever asks stands between brackets."""
    yield from with_gaps(item.text).splitlines()
    if item.link:
        yield f"Lees verder: {item.link}"
    yield f"Bron: {item.source}"
    yield f"Geldig: van {day(item.valid_from)} tot en met {day(item.valid_until)}"


def team_lines(item: Item, approved: ItemVersion | None, people: Mapping[UUID, str]) -> Iterator[str]:
    """Yield what the team reads beside it."""
    yield from (f"{one.label}: {shown(one, item)}" for one in FIELDS if one.name in TO_TEAM and shown(one, item))
    if approved is None:
        yield f"Versie: {item.version}, uit een bestand"
    else:
        author, decider = (people.get(who, SOMEBODY) if who else SOMEBODY for who in (approved.author, approved.decider))
        yield f"Versie: {item.version}, van {author}, goedgekeurd door {decider}"


def waiting_lines(item: Item | None, waiting: ItemVersion, people: Mapping[UUID, str]) -> Iterator[str]:
    """Yield what waits for a yes, and what it would change."""
    yield f"Dit voorstel wacht op een ja. Het is van {people.get(waiting.author, SOMEBODY)}, {day_of(waiting.at)}."
    yield from changes(item, waiting.item)


def version_words(version: ItemVersion) -> str:
    """Return a version in the list of earlier ones."""
    return f"Versie {version.item.version}, {day_of(version.at)}"


def buttons_of(key: str, waiting: ItemVersion | None, *, with_past: bool) -> tuple[Button, ...]:
    """Return what the team can do with an item."""
    if waiting is not None:
        number = str(waiting.number)
        yes = act("Keur goed", "approve", primary=True, key=key, number=number)
        return (yes, act("Keur af", "drop", key=key, number=number), act("Wijzig", "edit", key=key))
    back = (act("Zet terug", "back", key=key),) if with_past else ()
    return (act("Wijzig", "edit", key=key), act("Laat vervallen", "end", key=key), *back)


def edit_card(
    shelf: Shelf, key: str, values: Mapping[str, str] | None = None, faults: Mapping[str, str] | None = None, message: str = ""
) -> FormCard:
    """Return an item to change, as it stands in what waits for a yes, else as it holds; without a key an empty form."""
    item, waiting = shelf.items.get(key), shelf.waiting.get(key)
    known = waiting.item if waiting else item
    filled = values if values is not None else filled_with(known) if known else {}
    seen = {"version": str(item.version if item else 0), "number": str(waiting.number if waiting else 0)}
    return FormCard(
        title=known.title if known else "Nieuw onderwerp",
        lines=("Een ander teamlid keurt het goed. Pas daarna is het te lezen.",),
        message=message or ("Kijk dit nog even na." if faults else ""),
        fields=fields_with(filled, faults or {}),
        buttons=(Button(title="Stel voor", verb=Verb.ITEM, data={"do": "save", "key": key, **seen}, primary=True),),
    )
