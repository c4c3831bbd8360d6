"""Coming in with colleagues: whoever was let in first sees who is there, and nothing moves before their own yes."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from dialogs.intake import flow
from dialogs.intake.summary import summary
from dialogs.questions.held_answers import hold
from dialogs.questions.meaning import Meant
from dialogs.turn.errands import ReadGuests
from dialogs.turn.place import Phase, Why
from dialogs.turn.replies import Say, ShowCard
from dialogs.turn.step import Step, Tell, quoted
from domain.consent.consents import Purpose, State
from domain.inbox.requests import Colleague, Membership
from domain.intake.acceptance import clean_text
from domain.intake.answers import Answers
from domain.intake.path import Depth

ON_YOUR_OWN = (
    "U heeft zelf al antwoorden gegeven. Samen invullen kan dan niet.",
    "Wilt u toch samen verder? Typ dan eerst 'verwijder mijn gegevens'. Daarna kunt u meedoen.",
)
GONE = "Dit verzoek is er niet meer. Typ 'verder' om zelf te beginnen."
NOT_NOW = "Goed. U doet niet mee. Niemand ziet uw antwoorden. Typ 'verder' om zelf te beginnen."
CHANGED = "Wie er meedoen, is net veranderd. Kijk nog een keer."
STANDINGS = {
    Membership.MEMBER: "lid van uw organisatie",
    Membership.GUEST: "gast",
    Membership.ELSEWHERE: "van een andere organisatie",
    Membership.DOOR: "doet mee zonder Teams",
    Membership.TEAMS: "doet mee in Teams",
    Membership.UNKNOWN: "lid of gast is niet bekend",
}
SHOWN = 10  # people by name; a company has fewer
NAME = 60  # characters of a name
CODE, WISH = "code", "wish"


def company_of(answers: Answers) -> str:
    """Return the name of the company, or a stand-in while it is not known."""
    name = answers.known("company.name")
    return name if isinstance(name, str) else "uw bedrijf"


def called(one: Colleague) -> str:
    """Return somebody with what they are to the organisation of whoever reads it: "Fatima: gast"."""
    return f"{clean_text(one.name).replace(chr(10), ' ')[:NAME] or 'Zonder naam'}: {STANDINGS[one.standing]}"


def since(step: Step) -> datetime.datetime:
    """Return since when a yes to somebody who wants to join still holds."""
    return step.known.now - datetime.timedelta(days=step.known.house.code_days)


def read_guests(step: Step, people: Sequence[Colleague]) -> None:
    """Have Teams asked of those it did not tell of whether they are guests."""
    asked = [one for errand in step.errands if isinstance(errand, ReadGuests) for one in errand.people]
    unknown = [one.person for one in people if one.standing is Membership.UNKNOWN]
    others = [errand for errand in step.errands if not isinstance(errand, ReadGuests)]
    if unknown:
        step.errands = [*others, ReadGuests(tuple(dict.fromkeys((*asked, *unknown))))]


async def read_own(step: Step) -> Membership:
    """Return what this person is, as colleagues of the same organisation see them; have Teams asked when it did not tell."""
    own = next((one for one in await step.stores.wishes.inside(step.known.intake.id) if one.person == step.known.person), None)
    read_guests(step, [own] if own is not None else [])
    return own.standing if own is not None else Membership.UNKNOWN


async def see_wish(step: Step, number: int | None) -> bool:
    """Show who is in the intake that this person was let into; False when they were let in nowhere."""
    wish = await step.stores.wishes.granted(number, since(step))
    if wish is None:
        return False
    await offer(step, f"{WISH} {wish.number}", wish.intake, wish.text)
    return True


async def offer(step: Step, way: str, intake: UUID, company: str, lead: str = "") -> None:
    """Show who is in an intake, and ask whether this person joins them; `way` is how they were let in."""
    if step.known.intake.answers:
        step.say(*ON_YOUR_OWN)
        return
    inside = await step.stores.wishes.inside(intake)
    if not inside and way.startswith(CODE):  # filled in by the team on the telephone: there is nobody to know
        await settle_joining(step, way, [])
        return
    read_guests(step, inside)
    rest = len(inside) - SHOWN
    lines = (
        lead,
        f"Deze mensen werken al aan de antwoorden van {quoted(company or 'uw bedrijf')}:",
        *(called(one) for one in inside[:SHOWN]),
        f"En nog {rest} meer." if rest > 0 else "",
        "Zij zien straks ook uw antwoorden. Kent u hen, en doet u mee?",
    )
    hold(step, Why.JOIN, None, "\n\n".join(filter(None, lines)), (
        Meant(crowd(inside), label="Ja, ik doe mee"),
        Meant(None, label="Nee, liever niet"),
    ), said=way)  # fmt: skip


def crowd(inside: Sequence[Colleague]) -> list[str]:
    """Return what somebody says yes to: these people and nobody else."""
    return [one.person.hex for one in inside]


async def settle_joining(step: Step, way: str, seen: object) -> None:
    """Take the yes or no of whoever was let in: `seen` are the people they said yes to, None is a no."""
    kind, _, key = way.partition(" ")
    if seen is None:
        if kind == WISH:
            await step.stores.wishes.settle(int(key))
        step.say(NOT_NOW, choices=("Verder",))
        return
    intake, company = await find_way(step, kind, key)
    if intake is None:
        step.say(GONE, choices=("Verder",))
    elif step.known.intake.answers:
        step.say(*ON_YOUR_OWN)
    elif (inside := await step.stores.wishes.inside(intake)) and crowd(inside) != seen:
        await offer(step, way, intake, company, CHANGED)
    elif await (step.stores.invitations.use(key) if kind == CODE else step.stores.wishes.settle(int(key))):
        await step.stores.wishes.withdraw()
        await enter(step, intake)
        tell_inside(step, inside)
    else:
        step.say(GONE, choices=("Verder",))


async def find_way(step: Step, kind: str, key: str) -> tuple[UUID | None, str]:
    """Return the intake that somebody was let into, if they still are, and the name of its company."""
    if kind == CODE:
        found = await step.stores.invitations.find(key)
        return (found.intake, found.company) if found is not None and not found.ended(step.known.now) else (None, "")
    wish = await step.stores.wishes.granted(int(key), since(step))
    return (wish.intake, wish.text) if wish is not None else (None, "")


async def enter(step: Step, intake: UUID) -> None:
    """Become a contact of the company's intake, and see what is there."""
    joined = await step.stores.join(intake)
    step.known = replace(step.known, intake=joined, measured=None)
    step.depth = joined.depth or Depth.SHORT
    step.place = step.place.about(joined.id)
    step.place.phase = Phase.DONE if joined.confirmed_at else Phase.QUESTIONS
    step.decide(Purpose.KEEP, State.GIVEN)  # their own yes, now about this intake
    company = company_of(joined.answers)
    if any(decision.through == "call" for decision in joined.consents.values()):
        lead = f"Welkom. Dit zijn de antwoorden van {company} door de telefoon. Kijk ze na, en druk dan op 'Verder'."
        step.show(ShowCard(summary(step), text=lead))
    else:
        await flow.go_on(step, f"Welkom. U werkt nu samen aan de antwoorden van {company}.")


def tell_inside(step: Step, inside: Sequence[Colleague]) -> None:
    """Let those who were there first hear who came."""
    for one in inside:
        text = f"{newcomer(step)} doet nu mee. Deze persoon ziet de antwoorden van uw bedrijf."
        step.tells.append(Tell(one.person, (Say(f"{text}\n\nKent u deze persoon niet? Typ dan 'bel mij'."),)))


def newcomer(step: Step) -> str:
    """Return the name of whoever does this, clean enough to show to others."""
    return clean_text(step.known.sender.name).replace("\n", " ")[:NAME] or "Iemand"
