"""What is said about a call: why this company comes now, what is new for it, and what to ask."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cards.formats import day, listing, moment, some
from cards.values import fact
from cards.views.card import Fact
from dialogs.dossier.talk_facts import day_spoken, last_contact, news_for, sort_of
from dialogs.dossier.words import gist_of
from dialogs.lookup.telephone_numbers import read_telephone
from dialogs.turn.step import Step
from domain.calendar.here import date_here
from domain.companies.calls import Call, CallReason
from domain.companies.companies import Contact, Provenance
from domain.companies.company_file import NamedCompany
from domain.companies.talk_file import CompanyFile
from domain.dossier.forms import CallOutcome
from domain.forms.responses import Response
from domain.inbox.requests import Request
from domain.intake.path import TAKES, Depth, Way
from domain.intake.questionnaire import QUESTIONS
from domain.sessions.session import Session

ASKED, NEWS = 1, 1  # lines that always have room on the first screen; the others stand there when they fit, or behind Meer
OTHERS = "ideas.others"
TAKE_PART = f"Wilt u meedoen? Wij vullen de korte vragen nu samen in, in {TAKES[Depth.SHORT]}."
MANDATE = "Wilt u ons machtigen om uw meetgegevens op te vragen?"
SIGNATURE = "Is de machtiging al getekend?"
OUTCOMES: Mapping[CallOutcome, tuple[str, str]] = {
    CallOutcome.TALKED: ("Gesproken", "gesproken"),
    CallOutcome.INTAKE: ("Intake gedaan aan de telefoon", "intake gedaan"),
    CallOutcome.LATER: ("Bel later", "later bellen"),
    CallOutcome.NOT_REACHED: ("Niet bereikt", "niet bereikt"),
    CallOutcome.NOT_WANTED: ("Wil niet gebeld worden", "wil niet"),
}  # what is kept when nothing was typed, and what is counted


@dataclass(frozen=True, slots=True)
class CallFacts:
    """All that a call card tells of one company. `spoken` is the last talk with it; `sessions` wait for its answer; it may hear
    that these `namers` named it.
    """

    call: Call
    about: NamedCompany
    file: CompanyFile
    requests: tuple[Request, ...]
    sessions: tuple[Session, ...]
    spoken: Response | None
    news: tuple[str, ...]
    namers: tuple[str, ...] = ()


async def facts_of(step: Step, call: Call, about: NamedCompany) -> CallFacts:
    """Return what is known before a call."""
    stores, now = step.stores, step.known.now
    spoken = last_contact(await stores.responses.of_company(about))
    since = day_spoken(spoken)
    news = await news_for(step, about, since)
    added = (await stores.insight.published_total(about.terrain, now)).newest
    if added is not None and (since is None or date_here(added) > since):
        news = (*news, f"{day(date_here(added))}: er zijn cijfers van het hele terrein. Zij staan op de factsheet.")
    return CallFacts(
        call,
        about,
        await stores.companies.file(about),
        tuple(await stores.requests.of_company(about.intake)) if about.intake else (),
        tuple(await stores.sessions.unanswered(about.intake, now)) if about.intake else (),
        spoken,
        news,
        tuple(await stores.calls.namers(about.register)) if about.register and call.reason is CallReason.NOMINATED else (),
    )


def number_of(known: CallFacts) -> str:
    """Return the number to call, as it is read: the one they asked to be called on, or that of the register."""
    asked = (read_telephone(one.text) for one in known.requests)
    listed = (read_telephone(contact.phone) or contact.phone for contact, _ in phoned(known.file))
    return next((one for one in (*asked, *listed) if one), "")


def phoned(file: CompanyFile) -> Iterator[tuple[Contact, Provenance]]:
    """Yield the contacts of the register that have a number, each with where it comes from."""
    return ((contact, origin) for contact, origin in file.contacts if contact.phone)


def who_of(file: CompanyFile) -> str:
    """Return whom to ask for: the contact whose number it is, or else somebody who takes part."""
    listed = [", ".join(filter(None, (contact.name, contact.position))) for contact, _ in phoned(file)]
    taking_part = [", ".join(filter(None, (one.name, one.work.lower()))) for one in file.people]
    return next(filter(None, (*listed, *taking_part)), "")


def first_words(file: CompanyFile) -> str:
    """Return what must be told at the first contact about where the number comes from (AVG, article 14); empty later."""
    origin = next((origin for _, origin in phoned(file)), None)
    if origin is None or file.approached_at is not None:
        return ""
    return f"Zeg eerst hoe u aan het nummer komt: {origin.source}. Grond: {origin.ground}."


def why_now(known: CallFacts) -> str:
    """Return in a sentence why this company comes now."""
    call, row = known.call, known.call.row
    since = day(call.since) if call.since else ""
    match call.reason:
        case CallReason.ASKED:
            return f"Wil gebeld worden. Gevraagd op {since}."
        case CallReason.AGREED:
            return f"Afgesproken: bel weer op {since}."
        case CallReason.NOMINATED:
            told = f"{listing(known.namers[:3])}. Dat mag u zeggen" if known.namers else "een ander bedrijf. Zeg niet welk"
            return f"Genoemd door {told}. Nog nooit gesproken."
        case CallReason.UNSIGNED:
            return "De machtiging is gevraagd, en nog niet getekend."
        case CallReason.TRIED:
            return "Vandaag al gebeld. Probeer het nog een keer."
    reached = row.last is None or row.last.outcome != CallOutcome.NOT_REACHED
    last = f"{'Laatste contact' if reached else 'Niet bereikt'}: {since}." if since else "Nog nooit gesproken."
    unfinished = "De vragen zijn nog niet klaar." if row.stage is not None else "Deed de intake nog niet."
    return f"{'Probleemhouder. ' if call.reason is CallReason.PROBLEM else ''}{unfinished} {last}"


def asks_of(known: CallFacts) -> Iterator[str]:
    """Yield what to ask, the most pressing first."""
    answers, row = known.file.answers, known.call.row
    yield from (f"Komt u? {one.plan.kind.title}, {moment(one.plan.start)}." for one in known.sessions)
    if not answers:
        yield TAKE_PART
    elif (question := next((one for one in Way(answers, Depth.SHORT).open() if not one.ask.personal), None)) is not None:
        yield question.text
    elif not known.file.confirmed:
        yield "Kloppen uw antwoorden? Bevestig ze in het overzicht."
    if answers and row.mandate is not True:
        yield MANDATE if row.mandate is None else SIGNATURE
    if OTHERS not in answers:
        yield QUESTIONS[OTHERS].text


def rest_of(known: CallFacts) -> Iterator[Fact]:
    """Yield what may wait: the last contact, what the company asked, more news and questions, and other numbers."""
    if (spoken := known.spoken) is not None and (on := day_spoken(spoken)) is not None:
        yield Fact(
            label="Laatste contact", value=f"{day(on)}, {sort_of(spoken).label.lower()}", remark=gist_of(spoken.form, spoken.data)
        )
    for one in known.requests:
        yield Fact(label="Wacht op antwoord", value=f"gevraagd op {moment(one.at)}")
    yield from (Fact(label="Ook nieuw", value=line) for line in known.news[NEWS:])
    yield from (Fact(label="Ook vragen", value=line) for line in [*asks_of(known)][ASKED:])
    problem = "together.problem"
    if problem in known.file.answers:
        yield fact(QUESTIONS[problem], known.file.answers[problem])
    for contact, origin in [*phoned(known.file)][1:3]:
        yield Fact(label=contact.name or "Ander nummer", value=contact.phone, remark=origin.source)


def sum_of(done: Mapping[CallOutcome, int]) -> str:
    """Return what was done today: "Vandaag: 2 gesproken, 1 niet bereikt."; empty when nothing was."""
    counted = [f"{done[outcome]} {words}" for outcome, (_, words) in OUTCOMES.items() if done.get(outcome)]
    return f"Vandaag: {listing(counted)}." if counted else ""


def left_over(place: str, count: int) -> str:
    """Return which list it is, and how many come after this one."""
    rest = f"Hierna nog {some(count, 'bedrijf', 'bedrijven')}." if count else "Dit is de laatste van de lijst."
    return f"Bellijst {place}. {rest}"
