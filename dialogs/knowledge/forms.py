"""The fields of an item: declared once, to fill in, to read back, and to show what a version changes."""

import datetime
import re
import unicodedata
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from cards.formats import capital, day, listing
from cards.views.card import Choice
from cards.views.intake.field import Field, InputKind
from dialogs.knowledge.facts import OWN_FACTS
from dialogs.knowledge.taps import TAPS
from domain.access.roles import ROLES
from domain.knowledge.items import OWN_FACT, UNDATED, Category, Item, ItemAudience
from domain.plan.steps import STEPS

AUDIENCES: Mapping[str, str] = {
    ItemAudience.EVERYBODY: "Iedereen",
    ItemAudience.COMPANIES: "Bedrijven",
    ItemAudience.TEAM: "Alleen het projectteam",
}
NOBODY = "Zet er geen namen, e-mailadressen of telefoonnummers in."
FILLED_IN = f"Tussen accolades vullen wij zelf iets in. Dat kan met: {listing(list(OWN_FACTS), 'of')}."
TAKEN = "Er is al een onderwerp met deze titel."
LISTS = {"questions": "\n", "directions": ",", "steps": ",", "roles": ","}
DAYS = "Kies twee dagen. De laatste ligt niet voor de eerste."


def choices(titles: Mapping[str, str]) -> tuple[Choice, ...]:
    """Return what one can choose from."""
    return tuple(Choice(value=value, title=title) for value, title in titles.items())


FIELDS: tuple[Field, ...] = (
    Field(name="title", label="Titel", kind=InputKind.TEXT, max_length=80, wrong="Typ een titel van 3 tot 80 letters."),
    Field(
        name="text", label="Tekst", kind=InputKind.LONG_TEXT, max_length=1500, help=f"{NOBODY} {FILLED_IN}",
        wrong=f"Typ gewone tekst, zonder opmaak. {NOBODY} {FILLED_IN}",
    ),
    Field(
        name="link", label="Of een link", kind=InputKind.TEXT, example="https://www.rvo.nl",
        wrong="Typ een tekst, of een link die begint met https://.",
    ),
    Field(
        name="source", label="Bron, met het jaar", kind=InputKind.TEXT, max_length=200, example="Enexis, maart 2026",
        wrong=f"Typ waar het staat, met het jaar. Is dat er niet? Typ dan '{UNDATED}'.",
    ),
    Field(
        name="owner", label="Wie houdt dit bij?", kind=InputKind.TEXT, max_length=80, help="Noem een rol, geen naam.",
        wrong="Typ welke rol of organisatie dit bijhoudt.",
    ),
    Field(
        name="audience", label="Wie mag dit lezen?", kind=InputKind.CHOICE, options=choices(AUDIENCES),
        wrong="Kies wie dit mag lezen.",
    ),
    Field(
        name="category", label="Waar gaat het over?", kind=InputKind.CHOICE,
        options=choices({one: capital(one) for one in Category}), wrong="Kies waar het over gaat.",
    ),
    Field(
        name="tap", label="Welke knop hoort erbij?", kind=InputKind.CHOICE, options=choices(TAPS), help="U mag dit overslaan.",
        wrong="Kies een knop uit de lijst.",
    ),
    Field(name="valid_from", label="Geldig vanaf", kind=InputKind.DAY, wrong=DAYS),
    Field(name="valid_until", label="Geldig tot en met", kind=InputKind.DAY, wrong=DAYS),
    Field(
        name="questions", label="Hoe vragen mensen hiernaar?", kind=InputKind.LONG_TEXT, max_length=7500,
        help="Zet elke vraag op een eigen regel.", wrong="Typ ten hoogste twintig korte vragen, elk op een regel.",
    ),
    Field(
        name="steps", label="Bij welke stappen past het?", kind=InputKind.CHOICES,
        options=choices({str(one.number): one.name for one in STEPS}), wrong="Kies stappen uit de lijst.",
    ),
    Field(
        name="directions", label="Bij welke richtingen past het?", kind=InputKind.TEXT, help="Zet er komma's tussen.",
        wrong="Typ ten hoogste tien korte woorden, met komma's ertussen.",
    ),
    Field(
        name="roles", label="Voor welke rollen is het?", kind=InputKind.CHOICES,
        options=choices({role: capital(rule.title) for role, rule in ROLES.items()}), wrong="Kies rollen uit de lijst.",
    ),
)  # fmt: skip


def filled_with(item: Item) -> dict[str, str]:
    """Return an item as its fields want it."""
    values = {field.name: getattr(item, field.name) for field in FIELDS}
    return {name: LISTS[name].join(map(str, value)) if name in LISTS else str(value) for name, value in values.items()}


def read_item(inputs: Mapping[str, str], key: str, version: int) -> Item | dict[str, str]:
    """Return what was filled in as an item, or what is wrong by the name of the field."""
    typed = {field.name: inputs.get(field.name, "").strip() for field in FIELDS}
    split = {name: [one.strip() for one in typed[name].split(mark) if one.strip()] for name, mark in LISTS.items()}
    named = {"tap"} if typed["tap"] and typed["tap"] not in TAPS else set[str]()
    try:
        item = Item.model_validate({**typed, **split, "key": key, "version": version})
        named |= {"text"} if item.own_facts - OWN_FACTS.keys() else set()
        if not named:
            return item
    except ValidationError as wrong:
        named |= {str(error["loc"][0]) for error in wrong.errors(include_url=False, include_input=False)}
    return {field.name: field.wrong for field in FIELDS if field.name in named or (field.name == "title" and "key" in named)}


def fields_with(values: Mapping[str, str], faults: Mapping[str, str]) -> tuple[Field, ...]:
    """Return the fields with what is filled in, and what is wrong with it."""
    return tuple(one.model_copy(update={"value": values.get(one.name, ""), "error": faults.get(one.name, "")}) for one in FIELDS)


def shown(field: Field, item: Item) -> str:
    """Return a value of an item as people read it."""
    value, titles = getattr(item, field.name), {choice.value: choice.title for choice in field.options}
    if isinstance(value, datetime.date):
        return day(value)
    words = [titles.get(str(one), str(one)) for one in (value if isinstance(value, tuple) else (value,))]
    return with_gaps(listing(words))


def with_gaps(text: str) -> str:
    """Return a text as the team reads it: "[terrein]" is filled in for whoever asks."""
    return OWN_FACT.sub(r"[\1]", text)


def changes(before: Item | None, after: Item) -> Iterator[str]:
    """Yield what a version changes, each value with the one before it."""
    for field in FIELDS:
        old, new = shown(field, before) if before else "", shown(field, after)
        if old != new:
            yield f"{field.label}: {new or 'niets'}"
            if old:
                yield f"Dat was: {old}"


def key_of(title: str) -> str:
    """Return a key made of a title."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:60].strip("-")
