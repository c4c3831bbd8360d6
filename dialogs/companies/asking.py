"""What the team asks about the companies of a terrain: "wie heeft nog niet gereageerd", "de bellijst", "wie komt er"."""

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dialogs.lookup.due import read_due
from dialogs.lookup.mentioned import terrain_in
from dialogs.turn.step import Step
from domain.calendar.here import date_here
from domain.companies.audience import Audience, AudienceMember, OutOfReach

MOST_PAGES = 99


class CompanyQuestion(StrEnum):
    """What is asked, in the words that ask just that."""

    EVERYBODY = "bedrijven"
    TAKING_PART = "deelnemers"
    SILENT = "niet gereageerd"
    TO_CALL = "bellijst"
    UNMANDATED = "geen machtiging"
    COMING = "wie komt er"


# The first that fits counts.
SIGNS = (
    (CompanyQuestion.UNMANDATED, re.compile(r"machtiging")),
    (CompanyQuestion.TO_CALL, re.compile(r"bellijst|(?:na|op|te)?bellen\b|nabellen|\bbel\b")),
    (CompanyQuestion.SILENT, re.compile(
        r"\b(?:niet|niks|niets|geen|nog)\b.*(?:reageer|reactie|antwoord|ingevuld|invullen|begonnen|gehoord|laten weten|meegedaan)"
        r"|\bstil\b|\bontbre|\bmissen\b|wachten (?:we|wij) (?:nog )?op"
    )),
    (CompanyQuestion.COMING, re.compile(r"\bkom(?:t|en)\b|aanmelding|aangemeld|aanwezig|\ber ?bij\b|opkomst|gasten")),
    (CompanyQuestion.TAKING_PART, re.compile(
        r"deelnemer|mee ?doe|do(?:et|en)\b.*\bmee\b|gereageerd|geantwoord|ingevuld|reacties"
    )),
)  # fmt: skip
TELLING = ("gereageerd", "geantwoord", "ingevuld", "machtiging", "bellijst", "deelnemers", "aangemeld", "aanmeldingen")
LONG_ENOUGH = 8  # letters of a word in which two may be wrong
TITLES = {
    CompanyQuestion.EVERYBODY: "Bedrijven",
    CompanyQuestion.TAKING_PART: "Deelnemers",
    CompanyQuestion.SILENT: "Nog niet gereageerd",
    CompanyQuestion.TO_CALL: "Bellijst",
    CompanyQuestion.UNMANDATED: "Zonder machtiging",
    CompanyQuestion.COMING: "Wie komt er",
}


@dataclass(frozen=True, slots=True)
class CompaniesAsked:
    """Which companies, of a session perhaps those on which day, and which page of the list."""

    question: CompanyQuestion
    day: datetime.date | None = None
    page: int = 1


def read_question(text: str, today: datetime.date) -> CompaniesAsked:
    """Return what a sentence asks about companies; without a sign all of them."""
    line = " ".join(map(right_word, text.casefold().split()))
    question = next((one for one, sign in SIGNS if sign.search(line)), CompanyQuestion.EVERYBODY)
    page = re.search(r"\bbladzijde (\d{1,2})$", line)
    day = None if page or question is not CompanyQuestion.COMING else day_in(text, today)
    return CompaniesAsked(question, day, min(MOST_PAGES, max(1, int(page[1]))) if page else 1)


@lru_cache(maxsize=2000)
def right_word(word: str) -> str:
    """Return a long word that tells what is asked as it is written, when it has a typing error: "gerageerd"."""
    near = process.extractOne(word, TELLING, scorer=OSA.distance, score_cutoff=2) if len(word) >= LONG_ENOUGH else None
    return near[0] if near is not None else word


def day_in(text: str, today: datetime.date) -> datetime.date | None:
    """Return the day that a sentence names; None for none, or when it can be several."""
    return read_due(text.strip(" ?!."), today).day


def hear_question(step: Step, sentence: str) -> str:
    """Return what a sentence asks, as it follows the command."""
    asked = read_question(sentence, date_here(step.known.now))
    words = "" if asked.question is CompanyQuestion.EVERYBODY else asked.question.value
    day = f"op {asked.day.isoformat()}" if asked.day else ""
    return " ".join(filter(None, (terrain_in(step.stores.terrains, sentence), words, day)))


def audience_on(terrain: str) -> Audience:
    """Return every company of a terrain, for a list of the team."""
    return Audience(needs=None, terrain=terrain)


def is_asked(question: CompanyQuestion, one: AudienceMember, mandated: frozenset[str]) -> bool:
    """Say whether a company is among those that are asked for; `mandated` are the ids of those that signed."""
    match question:
        case CompanyQuestion.TAKING_PART:
            return one.stage is not None
        case CompanyQuestion.SILENT:
            return not one.confirmed
        case CompanyQuestion.TO_CALL:  # who asked for no messages is not called either
            return not one.confirmed and one.unreachable is OutOfReach.NO_TEAMS
        case CompanyQuestion.UNMANDATED:
            return one.stage is not None and mandated.isdisjoint(ids_of(one))
        case _:
            return True


def ids_of(one: AudienceMember) -> tuple[str, ...]:
    """Return how buttons mean a company: its intake first."""
    return tuple(f"{kind}:{key}" for kind, key in (("i", one.intake), ("r", one.register)) if key is not None)
