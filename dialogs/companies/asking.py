"""What the team asks about the companies of a terrain: "wie heeft nog niet gereageerd", "de bellijst", "wie komt er"."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dialogs.lookup.due import read_due
from dialogs.lookup.mentioned import terrain_in
from dialogs.turn.step import Step
from domain.calendar.here import date_here
from domain.companies.company_row import CompanyRow
from domain.intake.sections.company import CompanyPart

MOST_PAGES = 999
SHEET = re.compile(r"\b(?:excel|xlsx|spreadsheet|rekenblad)\b")


class CompanyQuestion(StrEnum):
    """What is asked, in the words that ask just that."""

    EVERYBODY = "bedrijven"
    TAKING_PART = "deelnemers"
    SILENT = "niet gereageerd"
    TO_CALL = "bellijst"
    UNMANDATED = "geen machtiging"
    UNLETTERED = "geen verklaring"
    NOMINATED = "genoemd"
    PROBLEM = "probleemhouders"
    SOLVING = "oplossers"
    REFUSING = "wil niet"
    COMING = "wie komt er"


# The first that fits counts.
SIGNS = (
    (CompanyQuestion.UNMANDATED, re.compile(r"machtiging")),
    (CompanyQuestion.UNLETTERED, re.compile(r"verklaring")),
    (CompanyQuestion.NOMINATED, re.compile(r"\b(?:genoemd|aangedragen|voorgedragen|aanbevolen|getipt)\b")),
    (CompanyQuestion.PROBLEM, re.compile(r"probleem(?:houder|eigenaar)|\b(?:laad)?probleem\b|laadproblemen")),
    (CompanyQuestion.SOLVING, re.compile(r"\boplosser|\bhelpers?\b|\b(?:kan|kunnen) (?:anderen |ons )?helpen")),
    (CompanyQuestion.REFUSING, re.compile(
        r"\bwil(?:len|de|den)?\b(?: er| echt| helemaal| dit| nog)? niet(?! (?:reager|antwoord))|\bweiger|teruggetrokken"
    )),
    (CompanyQuestion.TO_CALL, re.compile(r"bellijst|(?:na|op|te)?bellen\b|nabellen|\bbel\b")),
    (CompanyQuestion.SILENT, re.compile(
        r"\b(?:niet|niks|niets|geen|nog)\b.*(?:reage|reactie|antwoord|ingevuld|invullen|begonnen|gehoord|laten weten|meegedaan)"
        r"|\bdo(?:et|en)\b.*\bniet mee\b|niet meedo(?:et|en)?\b|\bstil\b|\bontbre|\bmissen\b|wachten (?:we|wij) (?:nog )?op"
    )),
    (CompanyQuestion.COMING, re.compile(r"\bkom(?:t|en)\b|aanmelding|aangemeld|aanwezig|\ber ?bij\b|opkomst|gasten")),
    (CompanyQuestion.TAKING_PART, re.compile(
        r"deelnemer|mee ?doe|do(?:et|en)\b.*\bmee\b|gereageerd|geantwoord|ingevuld|reacties"
    )),
)  # fmt: skip
TELLING = ("gereageerd", "geantwoord", "ingevuld", "machtiging", "bellijst", "deelnemers", "aangemeld", "aanmeldingen")
LONG_ENOUGH = 8  # letters of a word in which two may be wrong


@dataclass(frozen=True, slots=True)
class CompaniesAsked:
    """Which companies, of a session perhaps those on which day, and which page of the list; or all of it as a sheet."""

    question: CompanyQuestion
    day: datetime.date | None = None
    page: int = 1
    sheet: bool = False


def read_question(text: str, today: datetime.date) -> CompaniesAsked:
    """Return what a sentence asks about companies; without a sign all of them."""
    line = " ".join(map(right_word, text.casefold().split()))
    question = next((one for one, sign in SIGNS if sign.search(line)), CompanyQuestion.EVERYBODY)
    page = re.search(r"\bbladzijde (\d{1,3})$", line)
    day = None if page or question is not CompanyQuestion.COMING else day_in(text, today)
    return CompaniesAsked(question, day, min(MOST_PAGES, max(1, int(page[1]))) if page else 1, bool(SHEET.search(line)))


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
    sheet = "excel" if asked.sheet else ""
    return " ".join(filter(None, (terrain_in(step.stores.terrains, sentence), words, day, sheet)))


# Which companies are meant, of those that may be approached.
MEANT: Mapping[CompanyQuestion, Callable[[CompanyRow], bool]] = {
    CompanyQuestion.SILENT: lambda row: not row.confirmed,
    # Who is reached, and asked for no messages, is not called either.
    CompanyQuestion.TO_CALL: lambda row: not row.confirmed and not row.reachable,
    CompanyQuestion.UNMANDATED: lambda row: row.stage is not None and row.mandate is not True,
    CompanyQuestion.UNLETTERED: lambda row: row.stage is not None and row.letter is not True,
    CompanyQuestion.NOMINATED: lambda row: bool(row.nominated_by),
    CompanyQuestion.PROBLEM: lambda row: row.part in (CompanyPart.PROBLEM_OWNER, CompanyPart.BOTH),
    CompanyQuestion.SOLVING: lambda row: row.part in (CompanyPart.SOLVER, CompanyPart.BOTH),
}
# And of all of them.
WHOEVER: Mapping[CompanyQuestion, Callable[[CompanyRow], bool]] = {
    CompanyQuestion.TAKING_PART: lambda row: row.stage is not None,
    CompanyQuestion.REFUSING: lambda row: row.withdrawn,
}


def is_asked(question: CompanyQuestion, row: CompanyRow) -> bool:
    """Say whether a company is among those that are asked for."""
    if question in MEANT:
        return not row.withdrawn and MEANT[question](row)
    return question not in WHOEVER or WHOEVER[question](row)
