"""Packages: what companies, the municipality and park management get of us to hand out, by phase; declared once as data."""

import datetime
import hashlib
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict

from domain.knowledge.items import OWN_FACT, PERSONAL, lines_with
from domain.plan.events import TerrainEvent

SENT = "pack_sent"  # part, to, print: this part with these words went to whom
MAYBE, HEADING = "? ", "# "
LONGEST_RECEIVER = 60
# A person is no receiver: who gets it is kept as an organisation or a role.
PERSON = re.compile(r"\b(?:mevrouw|mevr|meneer|dhr|de heer)\b", re.IGNORECASE)


class PackAudience(StrEnum):
    """For whom a package is, as it is typed."""

    COMPANIES = "bedrijven"
    MUNICIPALITY = "gemeente"
    PARK = "parkmanagement"


class PackPhase(StrEnum):
    """When a part is first needed. Later phases get a plan of their own (003, appendix 6)."""

    PREPARING = "voorbereiding"
    START = "startsessie"


class PartKind(StrEnum):
    """How a part is made."""

    TEXT = "tekst"
    FACTSHEET = "factsheet"
    QUESTIONS = "vragen"
    INVITATION = "uitnodiging"
    FLYER = "flyer"


class PackText(BaseModel):
    """One text to copy; `most` is how many characters it may have, 0 for as many as it takes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    most: int = 0


class PackPart(BaseModel):
    """One part of packages. `says` are the words that mean it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    title: str
    says: tuple[str, ...]
    whom: tuple[PackAudience, ...]
    phase: PackPhase
    kind: PartKind
    texts: tuple[PackText, ...] = ()


PARTS: Mapping[str, PackPart] = {
    key: PackPart(key=key, **table)
    for key, table in tomllib.loads(files(__package__).joinpath("pack_parts.toml").read_text(encoding="utf-8")).items()
}
FACTS = frozenset(name for part in PARTS.values() for one in part.texts for name in OWN_FACT.findall(one.text))


def parts_for(audiences: Collection[PackAudience]) -> tuple[PackPart, ...]:
    """Return the parts of packages for these audiences, in order."""
    return tuple(part for part in PARTS.values() if not set(audiences).isdisjoint(part.whom))


def part_named(words: str, among: Sequence[PackPart]) -> PackPart | None:
    """Return the part that words name; None when they name none of these."""
    typed = re.findall(r"[\w.-]+", words.casefold())
    return next((part for part in among if not set(typed).isdisjoint((part.key, *part.says))), None)


@dataclass(frozen=True, slots=True)
class PackChapter:
    """A heading, perhaps none, and the paragraphs below it."""

    title: str
    paragraphs: tuple[str, ...]


def filled(text: PackText, known: Mapping[str, str]) -> str:
    """Return a text with these facts, without the lines of which a fact is not known, and no longer than it may be."""
    lines = list(lines_with(text.text.strip(), known))
    while text.most and len(joined(lines)) > text.most:
        last = next((place for place in reversed(range(len(lines))) if lines[place].startswith(MAYBE)), None)
        if last is None:
            break
        del lines[last]
    return joined(lines)


def joined(lines: Sequence[str]) -> str:
    """Return sentences as paragraphs."""
    blocks = "\n".join(line.removeprefix(MAYBE) for line in lines).split("\n\n")
    return "\n\n".join(one for one in ("\n".join(paragraph(block)) for block in blocks) if one)


def paragraph(block: str) -> Iterator[str]:
    """Yield the heading of a block, without its mark, and its sentences on one line."""
    lines = [line for line in block.splitlines() if line]
    yield from (line for line in lines if line.startswith(HEADING))
    if said := " ".join(line for line in lines if not line.startswith(HEADING)):
        yield said


def chapters(text: str) -> tuple[PackChapter, ...]:
    """Return a filled text as chapters; a heading with nothing below it is left out."""
    found: list[PackChapter] = []
    for block in text.split("\n\n"):
        lines = block.splitlines()
        title = lines[0].removeprefix(HEADING) if lines and lines[0].startswith(HEADING) else ""
        said = tuple(line for line in lines if not line.startswith(HEADING))
        if title or not found:
            found.append(PackChapter(title, said))
        else:
            found[-1] = PackChapter(found[-1].title, (*found[-1].paragraphs, *said))
    return tuple(one for one in found if one.paragraphs)


def as_typed(text: str) -> str:
    """Return a filled text as it is copied: headings as lines of their own."""
    return "\n\n".join(line for one in chapters(text) for line in (one.title, *one.paragraphs) if line)


def fingerprint(*words: str) -> str:
    """Return by what it is seen that words changed."""
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class SentPart:
    """A part that went to somebody, on which day, with which words."""

    part: str
    to: str
    on: datetime.date
    print: str


def sent_data(part: PackPart, to: str, on: datetime.date, mark: str) -> dict[str, Any]:
    """Return what is kept of it."""
    return {"part": part.key, "to": to, "on": on.isoformat(), "print": mark}


def sent_parts(events: Sequence[TerrainEvent]) -> dict[str, dict[str, SentPart]]:
    """Return what went where last, by part and receiver; `events` are newest first."""
    found: dict[str, dict[str, SentPart]] = {}
    for event in events:
        part, to, on, mark = (str(event.data.get(name, "")) for name in ("part", "to", "on", "print"))
        if event.kind == SENT and part in PARTS and to:
            found.setdefault(part, {}).setdefault(to, SentPart(part, to, datetime.date.fromisoformat(on), mark))
    return found


def is_person(receiver: str) -> bool:
    """Say whether words tell of a person, or how to reach one, rather than of an organisation."""
    return bool(PERSONAL.search(receiver) or PERSON.search(receiver))
