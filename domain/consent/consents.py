"""What a company may allow or refuse, in which words, to whom and until when: versioned data and its events."""

import datetime
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

KEEP_YEARS = 2
SOON = datetime.timedelta(days=30)  # so long before it ends a consent is announced, and may be given again
GRACE = datetime.timedelta(days=30)  # so long after KEEP ended it can be given again; then everything is erased


class Purpose(StrEnum):
    """What a decision is about. KEEP comes first; without it nothing else exists. From REMIND on: asked when it first matters."""

    KEEP = "keep"
    TOTAL = "total"
    COMPANIES = "companies"
    MUNICIPALITY = "municipality"
    OPERATOR = "operator"
    APPROACH = "approach"
    REMIND = "remind"
    TOGETHER = "together"
    EVALUATE = "evaluate"
    ADVISERS = "advisers"
    MAIL = "mail"


class State(StrEnum):
    """What was decided. GIVEN_BY_PHONE counts for nothing until the company confirms it."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    GIVEN_BY_PHONE = "given_by_phone"


@dataclass(frozen=True, slots=True)
class ConsentText:
    """One version of the words people decide about. Once published, a version never changes; a new one is added.

    A yes to earlier words holds for these only where `still` names their version: those that asked the same in other words.
    """

    purpose: Purpose
    version: str
    title: str
    question: str
    recipient: str
    still: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """Return a fingerprint of the words, kept with every decision as proof of what was shown."""
        words = f"{self.purpose}\n{self.version}\n{self.title}\n{self.question}\n{self.recipient}"
        return hashlib.sha256(words.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Decision:
    """The newest event for one purpose: what, for which words, when, through what, until when.

    `revision` is that of the intake at the time, so that an old card cannot overrule a newer decision.
    """

    state: State
    text_version: str
    at: datetime.datetime
    until: datetime.datetime
    through: str = "card"
    revision: int = 0


@dataclass(frozen=True, slots=True)
class ConsentEvent:
    """One decision as it was recorded; it stays, also after everything else was erased."""

    purpose: Purpose
    state: State
    text_version: str
    through: str
    at: datetime.datetime


PUBLISHED: tuple[ConsentText, ...] = (
    ConsentText(Purpose.KEEP, "2026-11", "Antwoorden bewaren",
                "Mogen wij uw antwoorden bewaren? Het projectteam ziet ze ook.", "Het projectteam van de provincies"),
    ConsentText(Purpose.TOTAL, "2026-11", "Meetellen zonder naam",
                "Mogen uw aantallen meetellen in het totaal van uw terrein? Uw naam staat er niet bij.",
                "Iedereen die het totaal van uw terrein ziet"),
    ConsentText(Purpose.COMPANIES, "2026-11", "Delen met bedrijven op uw terrein",
                "Mogen bedrijven op uw terrein zien wat u nodig heeft en kunt bieden?",
                "Bedrijven op uw terrein die meedoen"),
    ConsentText(Purpose.MUNICIPALITY, "2026-11", "Delen met de gemeente",
                "Mag uw gemeente uw antwoorden zien?", "De gemeente waarin uw terrein ligt"),
    ConsentText(Purpose.OPERATOR, "2026-11", "Delen met de netbeheerder",
                "Mag de netbeheerder uw antwoorden over stroom en laden zien?", "De netbeheerder van uw terrein"),
    ConsentText(Purpose.APPROACH, "2026-11", "Uitnodigen",
                "Mogen wij u uitnodigen voor bijeenkomsten over uw terrein?", "Het projectteam van de provincies"),
    ConsentText(Purpose.REMIND, "2026-12", "Herinneren",
                "Mogen wij u één keer herinneren aan iets wat u nog wilde doen? Bijvoorbeeld een actie of een keuze.",
                "Het projectteam van de provincies"),
    ConsentText(Purpose.TOGETHER, "2026-12", "Samen kiezen",
                "Mogen wij u rond een bijeenkomst vragen wat u kiest? Bedrijven die meedoen zien uw keuze ook.",
                "Bedrijven die bij de bijeenkomst horen, en het projectteam"),
    ConsentText(Purpose.EVALUATE, "2026-12", "Vragen hoe het ging",
                "Mogen wij u na een stap vragen hoe het ging? Uw naam staat niet bij het antwoord.",
                "Het projectteam, zonder uw naam"),
    ConsentText(Purpose.ADVISERS, "2026-12", "Delen met adviseurs",
                "Mogen adviseurs die voor de provincies werken uw antwoorden zien?",
                "Adviseurs die de provincies inhuren voor uw terrein"),
    ConsentText(Purpose.MAIL, "2026-12", "Berichten per mail",
                "Mogen wij u ook mailen? In elke mail kunt u dat stoppen.", "Het projectteam van de provincies"),
)  # fmt: skip
# The words that hold now: the newest of each purpose.
TEXTS: dict[Purpose, ConsentText] = {text.purpose: text for text in PUBLISHED}

# What the last chapter of the intake asks; KEEP was asked at the start, and LATER is asked when it first matters.
SHARING = (Purpose.TOTAL, Purpose.COMPANIES, Purpose.MUNICIPALITY, Purpose.OPERATOR, Purpose.APPROACH)
LATER = (Purpose.REMIND, Purpose.TOGETHER, Purpose.EVALUATE, Purpose.ADVISERS, Purpose.MAIL)
BESIDE_KEEP = SHARING + LATER


def valid_until(at: datetime.datetime) -> datetime.datetime:
    """Return when a decision ends: two years after it was made."""
    day = at.replace(day=28) if (at.month, at.day) == (2, 29) else at
    return day.replace(year=at.year + KEEP_YEARS)


def versions_of(purpose: Purpose) -> tuple[str, ...]:
    """Return the versions of the words to which a yes holds now."""
    return (TEXTS[purpose].version, *TEXTS[purpose].still)


def is_allowed(purpose: Purpose, decision: Decision | None, now: datetime.datetime) -> bool:
    """Say whether something may be done: only after a yes to what is asked now, that was not withdrawn and has not ended."""
    return decision is not None and decision.state is State.GIVEN and not has_ended(purpose, decision, now)


def has_ended(purpose: Purpose, decision: Decision | None, now: datetime.datetime) -> bool:
    """Say whether a yes is over: from the very moment it was given until, or because the words ask something else now."""
    said_yes = decision is not None and decision.state in (State.GIVEN, State.GIVEN_BY_PHONE)
    return said_yes and decision is not None and (now >= decision.until or is_outdated(purpose, decision))


def is_outdated(purpose: Purpose, decision: Decision) -> bool:
    """Say whether a decision was about words that asked something else than those of now."""
    return decision.text_version not in versions_of(purpose)


def ends_soon(purpose: Purpose, decision: Decision | None, now: datetime.datetime) -> bool:
    """Say whether a yes that holds is over within thirty days."""
    return is_allowed(purpose, decision, now) and decision is not None and decision.until - now <= SOON


def newest(events: Iterable[tuple[Purpose, Decision]]) -> dict[Purpose, Decision]:
    """Fold events, oldest first, into what holds now."""
    return dict(events)
