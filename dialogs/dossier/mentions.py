"""Which company of a terrain a note is about, when its name is in the words. One word alone never says so by itself."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dialogs.dossier.everyday import counts, tells
from domain.companies.companies import folded, without_form
from domain.companies.company_file import NamedCompany
from domain.intake.acceptance import LONGEST_TYPED

# Words that are in many names and tell no company from another.
_TRADES = """
transport transporten transportbedrijf logistiek logistics groothandel handel bouw bouwbedrijf aannemersbedrijf techniek
koeriers koerier opslag installatie installaties metaal verhuur catering reiniging bedrijf bedrijven garage auto groep
group holding nederland benelux international internationaal beheer services service winkel
"""
TRADES = frozenset(_TRADES.split())
SHORTEST = 4
FORMS = ("bv", "b v", "nv", "n v", "vof", "v o f", "holding")


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The companies a text names for sure, and those it may mean, which is to be asked."""

    sure: tuple[NamedCompany, ...] = ()
    perhaps: tuple[NamedCompany, ...] = ()


def mentioned(text: str, companies: Sequence[NamedCompany], place: str = "") -> Mentioned:
    """Return the companies that a text can be about: those named in full, or else those whose telling word is in it.

    The words of the `place` that all of them are at tell nothing.
    """
    typed = f" {folded(text)[:LONGEST_TYPED]} "  # one letter can stand for many
    words = without_form(typed)
    here = frozenset(folded(place).split())
    whole, said = f" {' '.join(words)} ", frozenset(words) - here
    in_full = [one for one in companies if one.key and f" {one.key} " in whole]
    sure = [one for one in in_full if is_sure(one.key, here) or has_form(one.key, typed)]
    longest = max((len(one.key) for one in sure), default=0)
    if sure:
        return Mentioned(sure=tuple(one for one in sure if len(one.key) == longest))
    told = (one for one in companies if one in in_full and any(tells(word) for word in one.key.split() if word not in here))
    by_word = (one for one in companies if telling_word(one.key) in said)
    return Mentioned(perhaps=tuple({one.id: one for one in (*told, *by_word)}.values()))


def is_sure(key: str, here: Collection[str] = ()) -> bool:
    """Say whether a name in full can hardly be anything but a name: several words, and not all of them of everyday.

    The words of the place count for nothing: "gemeente Zwolle" is no company, and "Enexis Zwolle" is one word alone.
    """
    words = [word for word in key.split() if counts(word) and word not in here]
    return len(words) > 1 and any(map(tells, words))


def has_form(key: str, typed: str) -> bool:
    """Say whether a name was typed with its legal form behind it: "Gebeld BV" is a company, "gebeld" is a word."""
    return any(f" {key} {form} " in typed for form in FORMS)


def telling_word(key: str) -> str:
    """Return the word of a name by which people call it; "-" when it has none."""
    words = (word for word in key.split() if word not in TRADES and len(word) >= SHORTEST and tells(word))
    return next(words, "-")
