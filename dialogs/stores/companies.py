"""Finding the company that somebody of the team means: typing errors, a part of the name, and namesakes are all normal."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from dialogs.lookup.terrain_names import TerrainNames
from domain.companies.companies import LEGAL_FORMS, company_key
from domain.companies.company_file import NamedCompany
from domain.companies.company_row import CompanyRow
from domain.companies.talk_file import CompanyFile

# Below this (0 to 100) what looks alike is chance; tried on invented names with one wrong letter a word.
ALIKE = 72.0
SHOWN = 8
MOST = 3000
LONGEST_NAME, LONGEST_WORD = 12, 60  # words, and characters of each: PostgreSQL refuses to look for longer ones

LONGEST_TERRAIN = 10  # words

Way = Sequence[Sequence[str]]


class Companies(Protocol):
    """The companies the team may see; storage keeps these promises inside the same turn."""

    async def named(self, name: str, terrain_id: str | None = None) -> Sequence[NamedCompany]:
        """Return the companies with exactly this name, case, accents and legal form aside; at most 20."""

    async def with_words(self, words: Sequence[Sequence[str]], terrain_id: str | None, limit: int) -> Sequence[NamedCompany]:
        """Return companies with, for each of `words`, a word in their name that begins with one of its beginnings."""

    async def on_terrain(self, terrain_id: str, limit: int = 1000) -> Sequence[NamedCompany]:
        """Return the companies of a terrain."""

    async def names(self, ids: Collection[UUID]) -> Mapping[UUID, str]:
        """Return the names of these companies, whether an id is of an intake or of the register."""

    async def file(self, about: NamedCompany) -> CompanyFile:
        """Return what the team may know of a company now, for a talk with it."""

    async def one(self, company_id: str) -> NamedCompany | None:
        """Return the company that a button means; None when it is gone."""


class CompanyRows(Protocol):
    """The companies of a terrain, each with how far it is."""

    async def of_terrain(self, terrain: str, now: datetime.datetime) -> Sequence[CompanyRow]:
        """Return every company of the register of a terrain and every intake there that the team may see, by name."""


class Trials(Protocol):
    """Companies that count nowhere; storage keeps these promises inside the same turn."""

    async def make(self, terrain_id: str, terrain_name: str) -> NamedCompany:
        """Make one on a terrain, with an intake that is filled in, and return it."""

    async def all(self, terrain_id: str | None = None) -> Sequence[NamedCompany]:
        """Return those of one terrain, or of all."""

    async def drop(self, intake_id: UUID) -> bool:
        """Erase one with everything that hangs on it; False when there is none."""


@dataclass(frozen=True, slots=True)
class FoundCompanies:
    """What a text can mean. `exact`: no doubt which one. `matches`: best first, the exact one included."""

    exact: NamedCompany | None
    matches: tuple[NamedCompany, ...]


async def find_company(companies: Companies, terrains: TerrainNames, text: str) -> FoundCompanies:
    """Return the companies this text can mean, at most 8. A terrain behind the name ("jansen hessenpoort") narrows it."""
    found = await find_named(companies, text, None)
    if found.exact is not None:
        return found
    name, terrain_id = split_behind(terrains, text)
    there = await find_named(companies, name, terrain_id) if terrain_id else found
    return there if there.matches else found


async def find_named(companies: Companies, text: str, terrain_id: str | None) -> FoundCompanies:
    """Return the companies with a name like this, perhaps on one terrain."""
    same = await companies.named(text, terrain_id)
    if same:
        return FoundCompanies(same[0] if len(same) == 1 else None, tuple(same[:SHOWN]))
    ranked = await find_alike(companies, text, terrain_id)
    only = ranked[0] if len(ranked) == 1 and holds_all(words_in(text), ranked[0]) else None
    return FoundCompanies(only, ranked[:SHOWN])


async def find_alike(
    companies: Companies, text: str, terrain_id: str | None, beside: Collection[UUID | None] = ()
) -> tuple[NamedCompany, ...]:
    """Return the companies with a name that looks like this, best first; not those of the register that are named `beside`."""
    words = words_in(text)
    for ways in ways_to_look(words):
        found = {one.id: one for way in ways for one in await companies.with_words(way, terrain_id, MOST)}
        ranked = rank(words, tuple(one for one in found.values() if one.register is None or one.register not in beside))
        if ranked:
            return ranked
    return ()


def words_in(text: str) -> list[str]:
    """Return the words to look for in names."""
    return [word[:LONGEST_WORD] for word in company_key(text).split()[:LONGEST_NAME]]


def ways_to_look(words: Sequence[str]) -> Sequence[Sequence[Way]]:
    """Return what to ask for, from strict to loose: whole words, their first letters, one letter, one word too many."""
    if not words:
        return ()
    first = [[word[:3]] for word in words]
    without_one = [[*first[:place], *first[place + 1 :]] for place in range(len(first))] if 1 < len(words) < 7 else []
    return ([[[word] for word in words]], [first], [[[word[0], word[1:2] or word[0]] for word in words]], without_one)


def rank(words: Sequence[str], candidates: Sequence[NamedCompany]) -> tuple[NamedCompany, ...]:
    """Return the companies whose name looks like these words, best first."""
    typed = " ".join(words)
    keys = {place: one.key for place, one in enumerate(candidates)}
    whole = process.extract(typed, keys, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
    scores = {place: score for _, score, place in whole}
    for place, key in keys.items():
        if all(is_in(word, key.split()) for word in words):
            scores[place] = max(scores.get(place, 0.0), 90.0 + fuzz.ratio(typed, key) / 20)
    return tuple(candidates[place] for place in sorted(scores, key=lambda place: (-scores[place], keys[place])))


def is_in(word: str, name: Sequence[str]) -> bool:
    """Say whether a word is in a name, as the beginning of one of its words or with a typing error."""
    errors = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
    return any(one.startswith(word) or OSA.distance(word, one, score_cutoff=errors) <= errors for one in name)


def holds_all(words: Sequence[str], company: NamedCompany) -> bool:
    """Say whether every typed word is in the name as it was typed: then a part of a name is no doubt."""
    name = company.key.split()
    return all(any(one.startswith(word) for one in name) for word in words if word not in LEGAL_FORMS)


def split_behind(terrains: TerrainNames, text: str) -> tuple[str, str | None]:
    """Split "jansen op hessenpoort" into the name and the terrain with the longest name behind it."""
    words = text.split()
    for start in range(max(1, len(words) - LONGEST_TERRAIN), len(words)):
        exact = terrains.find(" ".join(words[start:])).exact
        if exact is not None:
            name = words[:start]
            return " ".join(name[:-1] if name[-1].casefold() in ("op", "in", "van") and len(name) > 1 else name), exact.id
    return text, None
