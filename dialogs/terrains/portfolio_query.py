"""The portfolio in words: reading "terreinen laat zwolle stap 2", saying what is shown, and carrying it on buttons."""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dialogs.dutch.numerals import in_digits
from dialogs.lookup.spelling import plain
from domain.forms.responses import ActionOwner
from domain.plan.calendar import Standing
from domain.plan.portfolio import Filter, Sort
from domain.plan.routes import ROUTES, Route
from domain.plan.steps import LAST, STEPS
from domain.terrains.municipalities import MUNICIPALITIES, Province
from domain.terrains.plan_map import Congestion
from domain.terrains.terrains import SizeClass

LONGEST_PHRASE = 5  # words
LONG_ENOUGH = 7  # letters of a word in which one may be wrong
PLACES = tuple(
    "".join(plain(name)) for name in (*(one.name for one in MUNICIPALITIES.values()), *Province) if len(plain(name)) == 1
)
Change = Mapping[str, Any]
SKIPPED = frozenset({"in", "de", "het", "gemeente", "provincie", "met", "van", "en", "alle", "terreinen", "terrein", "route",
                     "aanpak", "op", "die", "zijn", "ons", "onze", "regisseur", "regisseurs"})  # fmt: skip
SHOW = re.compile(r"\blaat\b(?=.*\bzien\b)", re.IGNORECASE)  # which has nothing to do with being late
SORTS = {
    Sort.LATE: "wat het eerst klaar moet zijn", Sort.NAME: "naam", Sort.STEP: "stap", Sort.DEMAND: "laadvraag",
    Sort.SIZE: "grootte", Sort.CONTACT: "langst geen contact",
}  # fmt: skip
STANDINGS = {
    Standing.NEW: "niet begonnen", Standing.ACTIVE: "actief", Standing.FOLLOWING: "wij volgen", Standing.POSTPONED: "uitgesteld",
    Standing.ALONE: "zelfstandig", Standing.DORMANT: "in rust", Standing.DONE: "klaar",
}  # fmt: skip
CONGESTIONS = {Congestion.NONE: "geen", Congestion.MANAGED: "congestiemanagement", Congestion.FULL: "volledige congestie"}


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked of the portfolio."""

    such: Filter = field(default_factory=Filter)
    sort: Sort = Sort.LATE


def phrases(me: UUID, team: Sequence[ActionOwner]) -> Mapping[tuple[str, ...], Change]:
    """Return every phrase that narrows the list, as words, with what it changes."""
    return {
        **lasting_phrases(),
        **{plain(words): {"director": me} for words in ("mijn", "van mij", "ik", "mij")},
        **{name: {"director": member.person} for member in team for name in names_of(member, team)},
    }


@cache
def lasting_phrases() -> Mapping[tuple[str, ...], Change]:
    """Return those that mean the same whoever says them."""
    return {
        **{plain(name): {"municipality": code} for code, one in MUNICIPALITIES.items() for name in [one.name]},
        **{plain(province): {"province": province.value} for province in Province},
        **{plain(f"stap {step.number}"): {"step": step.number} for step in STEPS},
        **{plain(step.name): {"step": step.number} for step in STEPS},
        **{plain(words.short): {"route": route} for route, words in ROUTES.items()},
        **{(word,): {"route": route} for word, route in ROUTE_WORDS.items()},
        **{plain(name): {"standing": one} for one, name in STANDINGS.items() if one is not Standing.POSTPONED},
        **{(size.value,): {"size": size} for size in SizeClass},
        ("middelgroot",): {"size": SizeClass.MEDIUM},
        ("kleine",): {"size": SizeClass.SMALL},
        ("grote",): {"size": SizeClass.LARGE},
        **{plain(words): {"congestion": one} for one, words in CONGESTIONS.items() if one is not Congestion.NONE},
        **{plain(words): {"congestion": Congestion.FULL} for words in ("vol net", "netcongestie", "congestie")},
        plain("geen congestie"): {"congestion": Congestion.NONE},
        **{
            plain(words): {"late": True}
            for words in ("laat", "te laat", "late", "achter", "achterlopen", "achterlopend", "achterlopende")
        },
        **{plain(words): {"led": False} for words in UNLED},
        **{plain(words): {"led": True} for words in ("met regisseur", "met een regisseur")},
        **{plain(words): {"managed": True} for words in MANAGED},
        **{plain(words): {"managed": False} for words in ("zonder parkmanagement", "zonder parkmanager", "geen parkmanagement")},
        **{plain(words): {"sort": Sort.DEMAND} for words in MUCH_ASKED},
        **{plain(words): {"step": -1} for words in ("niet begonnen", "nog niet begonnen", "nieuw")},
    }


MANAGED = ("parkmanagement", "met parkmanagement", "met parkmanager", "met een parkmanager")
UNLED = (
    "zonder regisseur", "geen regisseur", "nog geen regisseur", "niemand als regisseur", "nog niemand als regisseur",
    "zonder trekker", "geen trekker",
)  # fmt: skip
MUCH_ASKED = (
    "veel logistiek", "meeste logistiek", "veel laadvraag", "meeste laadvraag", "veel vrachtwagens", "meeste vrachtwagens",
    "veel trucks", "meeste trucks",
)  # fmt: skip
NOBODY = UUID(int=0)
ROUTE_WORDS = {
    "breed": Route.BROAD,
    "los": Route.LOOSE,
    "losse": Route.LOOSE,
    "koud": Route.COLD,
    "koude": Route.COLD,
    "uitgesteld": Route.POSTPONED,
}


def names_of(member: ActionOwner, team: Sequence[ActionOwner]) -> Iterator[tuple[str, ...]]:
    """Yield how a member can be named: in full, and by the first name when nobody else has it."""
    words = plain(member.name)
    if words:
        yield words
        if sum(plain(one.name)[:1] == words[:1] for one in team) == 1:
            yield words[:1]


def read_query(text: str, me: UUID, team: Sequence[ActionOwner]) -> Query:
    """Return what a sentence asks for; words that mean nothing here are a part of the name."""
    words, sort = without_sort(spelled(plain(in_digits(text))))
    known = phrases(me, team)
    changes: dict[str, Any] = {"sort": sort}
    rest: list[str] = []
    for part in cut_in_phrases(words, known):
        if part in known:
            changes |= known[part]
        elif part[0] not in SKIPPED:
            rest.append(part[0])
    sort = changes.pop("sort")
    return Query(Filter(**changes, name=" ".join(rest)[:60]), sort)


def spelled(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words with the name of a place that has a typing error as it is written: "overijsel"."""
    return tuple(right_place(word) if len(word) >= LONG_ENOUGH else word for word in words)


@lru_cache(maxsize=2000)
def right_place(word: str) -> str:
    """Return the place that a word is one letter away from; the word itself when there is none."""
    near = process.extractOne(word, PLACES, scorer=OSA.distance, score_cutoff=1)
    return near[0] if near is not None and near[0][0] == word[0] else word


def cut_in_phrases(words: tuple[str, ...], known: Collection[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield the longest phrases that are known, and each other word by itself."""
    place = 0
    while place < len(words):
        length = next((n for n in range(LONGEST_PHRASE, 0, -1) if words[place : place + n] in known), 1)
        yield words[place : place + length]
        place += length


def known_words(sentence: str) -> str:
    """Return what narrows the list in a sentence in own words: "welke terreinen in stap 2 zijn te laat" is "stap 2 te laat"."""
    words, known = spelled(plain(in_digits(SHOW.sub("", sentence)))), phrases(NOBODY, ())
    return " ".join(" ".join(part) for part in cut_in_phrases(words, known) if part in known)


def without_sort(words: tuple[str, ...]) -> tuple[tuple[str, ...], Sort]:
    """Return the words before "sorteer op naam", and that order."""
    for place, word in enumerate(words):
        if word in ("sorteer", "gesorteerd", "volgorde") and (named := [one for one in words[place + 1 :] if one != "op"]):
            sort = next((one for one in Sort if one.value == named[0]), Sort.LATE)
            return words[:place], sort
    return words, Sort.LATE


def told(query: Query, team: Sequence[ActionOwner]) -> str:
    """Return what is shown, in words: "te laat, gemeente Zwolle, stap 2"; empty for everything."""
    such = query.such
    leader = next((one.name for one in team if one.person == such.director), "onbekend")
    municipality = MUNICIPALITIES.get(such.municipality)
    parts = {
        "te laat": such.late,
        such.province: bool(such.province),
        f"gemeente {municipality.name if municipality else such.municipality}": bool(such.municipality),
        "niet begonnen" if such.step == -1 else f"stap {such.step}": such.step is not None,
        f"route {ROUTES[such.route].short}" if such.route else "": such.route is not None,
        STANDINGS[such.standing] if such.standing else "": such.standing is not None,
        f"regisseur {leader}": such.director is not None,
        "zonder regisseur" if such.led is False else "met regisseur": such.led is not None,
        "met parkmanagement" if such.managed else "zonder bekend parkmanagement": such.managed is not None,
        such.size.value if such.size else "": such.size is not None,
        f"netcongestie: {CONGESTIONS[such.congestion]}" if such.congestion else "": such.congestion is not None,
        f"naam met “{such.name}”": bool(such.name),
    }
    return ", ".join(part for part, there in parts.items() if there)


FIELDS = ("province", "municipality", "step", "route", "standing", "late", "director", "led", "managed", "size",
          "congestion", "name")  # fmt: skip


def carried(query: Query) -> str:
    """Return a query as a button carries it; who may see what is decided again when it is pressed."""
    empty = Filter()
    fields = {name: getattr(query.such, name) for name in FIELDS if getattr(query.such, name) != getattr(empty, name)}
    return json.dumps(fields | {"sort": query.sort}, default=str, sort_keys=True)


def uncarried(text: str) -> Query:
    """Return the query of a button, which is hostile until checked; everything when it makes no sense."""
    try:
        found = json.loads(text)
        return Query(checked(found), Sort(found.get("sort", Sort.LATE)))
    except (ValueError, TypeError, AttributeError):
        return Query()


def checked(found: Mapping[str, Any]) -> Filter:
    """Return a filter from plain values; ValueError for what cannot be."""

    def as_text(name: str) -> str:
        return str(found.get(name) or "")[:60]

    step = found.get("step")
    return Filter(
        province=as_text("province"),
        municipality=as_text("municipality"),
        step=step if isinstance(step, int) and not isinstance(step, bool) and -1 <= step <= LAST else None,
        route=Route(as_text("route")) if found.get("route") else None,
        standing=Standing(as_text("standing")) if found.get("standing") else None,
        late=found.get("late") is True,
        director=UUID(as_text("director")) if found.get("director") else None,
        led=found["led"] if isinstance(found.get("led"), bool) else None,
        managed=found["managed"] if isinstance(found.get("managed"), bool) else None,
        size=SizeClass(as_text("size")) if found.get("size") else None,
        congestion=Congestion(as_text("congestion")) if found.get("congestion") else None,
        name=as_text("name"),
    )
