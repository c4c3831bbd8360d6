"""An item: something the approach knows, with its source, for whom it is, and until when it holds.

Hostile until checked: what is typed in chat becomes an item in the same way as what stands in a file.
"""

import datetime
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

from domain.access.roles import Role
from domain.intake.acceptance import clean_text
from domain.plan.steps import LAST

SOON = datetime.timedelta(days=30)
MOST_LINES = 20
UNDATED = "zonder datum"
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LINK = re.compile(r"https://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[\w./%?=&#~+,;:-]*)?", re.ASCII)
MARKUP = re.compile(r"[<>\[\]{}`|]|\*\*|__|\b(?:javascript|vbscript|data|file|mailto|tel):", re.IGNORECASE)
ADDRESS = re.compile(r"\b\w{1,20}://")
PERSONAL = re.compile(r"\S@\S|(?<![\d.,])(?:\+\d\d|0)(?:[ -]?\d){8,10}(?!\d)")
OWN_FACT = re.compile(r"\{([a-z]+)\}")  # what is so of whoever asks; dialogs/knowledge/facts.py has which there are
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class ItemAudience(StrEnum):
    """For whom an item is; the team reads all of them."""

    TEAM = "team"
    COMPANIES = "bedrijven"
    EVERYBODY = "iedereen"


class Category(StrEnum):
    """What an item is about: the categories of the toolbox in the plan, and the approach itself."""

    APPROACH = "aanpak"
    CHOOSING = "prioritering"
    COMMUNICATION = "communicatie"
    TOGETHER = "samenwerking"
    CHARGING = "laadinfra"
    GRID = "netcapaciteit"
    MONEY = "financieel"
    LAW = "juridisch"


class ItemStanding(StrEnum):
    """How an item stands on a day."""

    COMING = "coming"
    HOLDS = "holds"
    ENDING = "ending"
    EXPIRED = "expired"


def must_be_plain(text: str) -> str:
    """Return a text with its white space folded; refuse markup, addresses that are not https, and ways to reach a person."""
    clean = clean_text(text)
    if MARKUP.search(clean) or any(one != "https://" for one in ADDRESS.findall(clean)) or PERSONAL.search(clean):
        raise ValueError("no markup, no personal data, and no links but https")
    return clean


def must_fit_on_a_card(text: str) -> str:
    """Return a plain text of not too many lines, in which own facts may be named."""
    must_be_plain(OWN_FACT.sub("feit", text))
    clean = clean_text(text)
    if clean.count("\n") >= MOST_LINES:
        raise ValueError(f"at most {MOST_LINES} lines")
    return clean


def must_be_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(must_be_plain(text).split())


Line = Annotated[str, AfterValidator(must_be_line)]
Word = Annotated[Line, Field(min_length=2, max_length=40)]
Question = Annotated[Line, Field(min_length=2, max_length=120)]


def lines_with(text: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the lines of a text with these facts filled in; a line of which a fact is not known is left out."""
    said = (line for line in text.splitlines() if all(known.get(name) for name in OWN_FACT.findall(line)))
    return tuple(OWN_FACT.sub(lambda found: known[found[1]], line) for line in said)


class Item(BaseModel):
    """Something the approach knows. `version` counts what held under this key; the tags say when it is of use.

    The text may name what is so of whoever asks, as "{terrein}". `tap` is a command that is offered with it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    key: Annotated[str, Field(max_length=60, pattern=f"^{KEY.pattern}$")]
    title: Annotated[Line, Field(min_length=3, max_length=80)]
    text: Annotated[str, Field(max_length=1500), AfterValidator(must_fit_on_a_card)] = ""
    link: Annotated[str, Field(max_length=300)] = ""
    source: Annotated[Line, Field(min_length=3, max_length=200)]
    owner: Annotated[Line, Field(min_length=2, max_length=80)]
    audience: ItemAudience
    category: Category
    version: Annotated[int, Field(ge=1)] = 1
    valid_from: datetime.date
    valid_until: datetime.date
    tap: Annotated[Line, Field(max_length=40)] = ""
    questions: Annotated[tuple[Question, ...], Field(max_length=60)] = ()
    steps: tuple[Annotated[int, Field(ge=0, le=LAST)], ...] = ()
    directions: Annotated[tuple[Word, ...], Field(max_length=10)] = ()
    roles: tuple[Role, ...] = ()

    @field_validator("link")
    @classmethod
    def must_say_something(cls, link: str, known: ValidationInfo) -> str:
        """Refuse an item without text and link, and a link that is not https."""
        if (link and not LINK.fullmatch(link)) or not (link or known.data.get("text", "x")):
            raise ValueError("a text or an https link")
        return link

    @field_validator("source")
    @classmethod
    def must_be_dated(cls, source: str) -> str:
        """Refuse a source of which nobody can tell how old it is."""
        if not YEAR.search(source) and UNDATED not in source:
            raise ValueError(f"a year, or '{UNDATED}'")
        return source

    @field_validator("valid_until")
    @classmethod
    def must_end_after_it_began(cls, until: datetime.date, known: ValidationInfo) -> datetime.date:
        """Refuse what ended before it began."""
        if until < known.data.get("valid_from", until):
            raise ValueError("valid_until before valid_from")
        return until

    @property
    def own_facts(self) -> frozenset[str]:
        """Return the names of what its text says of whoever asks."""
        return frozenset(OWN_FACT.findall(self.text))

    def lines_with(self, known: Mapping[str, str]) -> tuple[str, ...]:
        """Return the lines of its text with these facts filled in; a line of which a fact is not known is left out."""
        return lines_with(self.text, known)

    def standing(self, today: datetime.date) -> ItemStanding:
        """Return how it stands on a day; its last day counts."""
        if self.valid_until < today:
            return ItemStanding.EXPIRED
        if today < self.valid_from:
            return ItemStanding.COMING
        return ItemStanding.ENDING if self.valid_until - today <= SOON else ItemStanding.HOLDS

    def may_be_read(self, by: Collection[ItemAudience], today: datetime.date) -> bool:
        """Say whether people who are these may read it on a day: the team always, others while it holds."""
        holds = self.standing(today) in (ItemStanding.HOLDS, ItemStanding.ENDING)
        return ItemAudience.TEAM in by or (holds and self.audience in by)

    def ended_on(self, day: datetime.date) -> "Item":
        """Return this item with this as its last day."""
        return self.model_copy(update={"valid_from": min(self.valid_from, day), "valid_until": day})


class ItemWrong(ValueError):  # noqa: N818 - named for what is so
    """A file with items cannot be taken; the text is one line that says where and what."""


def read_files(files: Mapping[str, str]) -> dict[str, Item]:
    """Return the items in TOML files, each a table under its key; raises ItemWrong."""
    found: dict[str, Item] = {}
    for name, text in sorted(files.items()):
        try:
            tables = tomllib.loads(text)
        except tomllib.TOMLDecodeError as wrong:
            raise ItemWrong(f"{name} is geen leesbaar TOML-bestand ({wrong})") from None
        for key, table in tables.items():
            if key in found or not isinstance(table, Mapping):
                raise ItemWrong(f"{name}: {key} {'staat er twee keer' if key in found else 'is geen tabel'}")
            try:
                found[key] = Item.model_validate({**table, "key": key})
            except ValidationError as wrong:
                first = wrong.errors(include_url=False, include_input=False)[0]
                raise ItemWrong(f"{name}: {key}.{first['loc'][0]} klopt niet ({first['msg']})") from None
    return found


def laid_over(declared: Mapping[str, Item], approved: Iterable[Item]) -> dict[str, Item]:
    """Return what holds of each key: what the team approved, unless a file has a later version."""
    found = dict(declared)
    for item in approved:
        if item.key not in found or item.version >= found[item.key].version:
            found[item.key] = item
    return found


def expiring(items: Iterable[Item], today: datetime.date) -> tuple[Item, ...]:
    """Return what ends within thirty days, the first to end first."""
    ending = (item for item in items if item.standing(today) is ItemStanding.ENDING)
    return tuple(sorted(ending, key=lambda item: (item.valid_until, item.key)))


def find_items(items: Iterable[Item], words: str) -> tuple[Item, ...]:
    """Return the item of this key or title, else those in which every word stands, the ones with most in the title first."""
    wanted = words.casefold().split()
    line = " ".join(wanted)
    listed = tuple(items)
    exact = tuple(item for item in listed if line in (item.key, item.title.casefold()))
    if exact or not wanted:
        return exact
    texts = ((item, " ".join((item.key, item.title, item.text, *item.questions, *item.directions)).casefold()) for item in listed)
    found = [item for item, text in texts if all(word in text for word in wanted)]
    return tuple(sorted(found, key=lambda item: (-sum(word in item.title.casefold() for word in wanted), item.title)))
