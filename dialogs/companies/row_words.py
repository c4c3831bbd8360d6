"""What is said of a company on the list of its terrain, on a line and on a card of its own."""

from collections.abc import Iterator, Sequence

from cards.formats import capital, day, listing, plural
from dialogs.companies.asking import CompanyQuestion
from domain.companies.company_row import CompanyRow
from domain.consent.consents import TEXTS
from domain.dossier.forms import CallOutcome, ContactSort
from domain.intake.sections.company import CompanyPart
from domain.intake.stage import Stage

STAGES = {Stage.STARTED: "is begonnen", Stage.SHORT: "korte vragen klaar", Stage.COMPLETE: "alle vragen klaar"}
PARTS = {
    CompanyPart.PROBLEM_OWNER: "probleemhouder", CompanyPart.SOLVER: "oplosser", CompanyPart.BOTH: "probleemhouder en oplosser",
}  # fmt: skip
TITLES = {
    CompanyQuestion.EVERYBODY: "Bedrijven",
    CompanyQuestion.TAKING_PART: "Deelnemers",
    CompanyQuestion.SILENT: "Nog niet gereageerd",
    CompanyQuestion.TO_CALL: "Bellijst",
    CompanyQuestion.UNMANDATED: "Zonder machtiging",
    CompanyQuestion.UNLETTERED: "Zonder verklaring",
    CompanyQuestion.NOMINATED: "Genoemd door anderen",
    CompanyQuestion.PROBLEM: "Probleemhouders",
    CompanyQuestion.SOLVING: "Oplossers",
    CompanyQuestion.REFUSING: "Wil niet",
    CompanyQuestion.COMING: "Wie komt er",
}
NAMELESS = "Bedrijf zonder naam"
REFUSES = "wil niet"


def name_of(row: CompanyRow) -> str:
    return row.name or NAMELESS


def state_of(row: CompanyRow) -> str:
    """Return how far a company is, in a few words."""
    if row.withdrawn:
        return REFUSES
    if row.stage is None:
        return "nog geen antwoorden"
    return "alles bevestigd" if row.confirmed else STAGES[row.stage]


def signed(what: str, done: bool | None) -> str:
    """Return how far a paper is that a company can sign."""
    return f"geen {what}" if done is None else f"{what} {'getekend' if done else 'gevraagd'}"


def contact_of(row: CompanyRow) -> str:
    """Return the newest contact, with what came of it."""
    if row.last is None:
        return "nog geen contact"
    sort = ContactSort(row.last.sort).label.lower() if row.last.sort in list(ContactSort) else "contact"
    came = row.last.outcome if row.last.outcome in (CallOutcome.NOT_REACHED, CallOutcome.LATER) else ""
    return f"{sort} op {day(row.last.day)}{f', {CallOutcome(came).label.lower()}' if came else ''}"


def line_of(row: CompanyRow) -> str:
    """Return what a director wants to know of a company at once: how far, which part, the mandate, the newest contact."""
    mandate = "" if row.stage is None and row.mandate is None else signed("machtiging", row.mandate)
    role = ", ".join(filter(None, (PARTS.get(row.part, ""), mandate)))
    again = f"Bel op {day(row.next_call)}." if row.next_call else ""
    named = f"Genoemd door {listing(row.nominated_by)}." if row.nominated_by and row.stage is None else ""
    sentences = (f"{capital(state_of(row))}.", f"{capital(role)}." if role else "", f"{capital(contact_of(row))}.", again, named)
    quiet = row.withdrawn and row.intake is None  # of who withdrew there is no more to say
    return sentences[0] if quiet else " ".join(filter(None, sentences))


def facts_of(row: CompanyRow) -> Iterator[str]:
    """Yield everything about a company for its card, a line for each thing."""
    yield f"{capital(state_of(row))}."
    if row.withdrawn:
        yield "Benader dit bedrijf niet opnieuw."
        if row.intake is None:
            return
    if row.part in PARTS:
        yield f"Rol: {PARTS[row.part]}."
    yield f"{capital(signed('machtiging', row.mandate))}, {signed('verklaring', row.letter)}."
    if row.stage is not None:
        agreed = [TEXTS[one].title.lower() for one in TEXTS if one in row.agreed]
        yield f"Toestemming: {listing(agreed)}." if agreed else "Nog geen toestemming om iets te delen."
    yield (
        f"{plural(row.contacts, 'contact', 'contacten')}, het laatste: {contact_of(row)}."
        if row.contacts
        else "Nog geen contact."
    )
    if row.next_call:
        yield f"Bel weer op {day(row.next_call)}."
    if row.nominated_by:
        yield f"Genoemd door {listing(row.nominated_by)}. Zeg dit alleen als dat mag."


def counted(rows: Sequence[CompanyRow], question: CompanyQuestion) -> str:
    """Return how many these are, and of all companies how far they are; a test company counts nowhere."""
    real = [row for row in rows if not row.test]
    many = f"{plural(len(real), 'bedrijf', 'bedrijven')}." if real else "Geen bedrijven."
    if question is not CompanyQuestion.EVERYBODY or not real:
        return many
    ready, mandated = sum(row.confirmed for row in real), sum(row.mandate is True for row in real)
    return f"{many} Alles bevestigd: {ready}. Machtiging getekend: {mandated}."
