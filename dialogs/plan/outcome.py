"""`uitkomst`: what came out of the start session, and the letters of intent of the companies that go on together."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated
from uuid import UUID

from cards.formats import day
from cards.verbs import Verb
from cards.views.card import Button, Card
from cards.views.forms.form_card import FormCard
from cards.views.notice import NoticeCard
from dialogs.dutch.typed import tidy
from dialogs.forms.fields import card_fields
from dialogs.plan.record import OVERTAKEN, event, pressed_revision, reason_in, record
from dialogs.stores.companies import find_named
from dialogs.terrains.advice import view_button
from dialogs.terrains.terrain_choice import with_terrain_first
from dialogs.terrains.view import SeenTerrain, look
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Pressed, Scope
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step, quoted
from domain.companies.company_file import NamedCompany
from domain.forms.declaration import Fields
from domain.intake.declaration import Ask, Offered
from domain.plan.events import NewEvent, PlanKind
from domain.plan.outcomes import OUTCOMES, LetterState, Outcome
from domain.plan.rules import may_choose_outcome
from domain.plan.state import Letter
from domain.terrains.terrains import TerrainName

MOST_COMPANIES = 100  # on a card of 28 KB
SHOWN_LETTERS = 30
STATES = {LetterState.ASKED: "Gevraagd", LetterState.SIGNED: "Getekend", LetterState.WITHDRAWN: "Ingetrokken"}
WORDS: dict[Outcome, frozenset[str]] = {
    Outcome.ALONE: frozenset({"zelfstandig", "zelf", "alleen", "ze doen het zelf"}),
    Outcome.TOGETHER: frozenset({"samen", "samen onderzoeken", "onderzoek", "onderzoek samen", "verder"}),
    Outcome.NO_NEED: frozenset({"geen behoefte", "nee", "niets", "geen"}),
}
LETTER = re.compile(r"(?P<state>gevraagd|getekend|ingetrokken)(?: door| van| aan)?:? (?P<names>.+)", re.IGNORECASE)


class OutcomeChoice(Fields):
    """What came out of a start session."""

    outcome: Annotated[Offered, Ask("Wat kwam eruit?")]


class LetterNote(Fields):
    """What happened to letters of intent."""

    companies: Annotated[list[Offered], Ask("Welke bedrijven?")]
    state: Annotated[Offered, Ask("Wat is er gebeurd?")]


async def show_outcome(step: Step, text: str) -> None:
    """Show the outcomes of a start session or the letters, or take what was typed behind the terrain."""
    found = await with_terrain_first(step, text, OUTCOME)
    if found is None:
        return
    terrain, rest = found
    letter = LETTER.fullmatch(rest)
    if letter is not None:
        await take_letters(step, terrain, letter["state"], letter["names"])
        return
    what, why = reason_in(rest)
    outcome = next((one for one, words in WORDS.items() if tidy(what) in words), None)
    if outcome is not None:
        await choose(step, terrain, outcome, why, seen=None)
        return
    if rest:
        step.say("Deze uitkomst ken ik niet.", "Kies op de kaart, of typ: uitkomst hessenpoort samen.")
    step.show(ShowCard(await outcome_card(step, await look(step, terrain))))


async def outcome_card(step: Step, seen: SeenTerrain, alarm: str = "", *, choose_anew: bool = False) -> FormCard:
    """Return the letters when companies go on together; otherwise the outcomes to choose from."""
    if seen.state.outcome is Outcome.TOGETHER and not choose_anew:
        return await letters_card(step, seen, alarm)
    chosen = seen.state.outcome
    known = (f"Nu vastgelegd: {OUTCOMES[chosen].name}. {OUTCOMES[chosen].then}",) if chosen else ()
    outcomes = {one.value: f"{words.name}. {words.then}" for one, words in OUTCOMES.items()}
    return FormCard(
        title="Uitkomst van de startsessie",
        lines=(seen.terrain.label, *known),
        message=alarm,
        fields=card_fields(OutcomeChoice, {"outcome": chosen or ""}, offers={"outcome": outcomes}),
        buttons=(bound("Bewaar", Verb.OUTCOME, seen), view_button("Status", seen.terrain.id, "status")),
    )


async def letters_card(step: Step, seen: SeenTerrain, alarm: str = "") -> FormCard:
    """Return who signed and who was asked, and the companies of the terrain to note more. Names are for the team alone."""
    companies = await step.stores.companies.on_terrain(seen.terrain.id) if step.may_name else ()
    letters = letters_by_company(seen.state.letters, companies)
    lines = [f"{name}: {STATES[letter.state].lower()} op {day(letter.on)}" for name, letter in letters]
    rest = len(lines) - SHOWN_LETTERS
    more = (f"En nog {rest} andere.",) if rest > 0 else ()
    told = (*lines[:SHOWN_LETTERS], *more) or ("Nog geen enkele gevraagd.",)
    listed = {one.id: one.name for one in by_name(companies)[:MOST_COMPANIES]}
    offers = {"companies": listed, "state": {state.value: title for state, title in STATES.items()}} if listed else {}
    return FormCard(
        title=OUTCOMES[Outcome.TOGETHER].name,
        lines=(seen.terrain.label, OUTCOMES[Outcome.TOGETHER].then, "Intentieverklaringen:", *told),
        message=alarm,
        fields=card_fields(LetterNote, {}, offers=offers),
        buttons=(
            *((bound("Bewaar", Verb.LETTERS, seen),) if companies else ()),
            view_button("Andere uitkomst", seen.terrain.id, "outcomes"),
            view_button("Status", seen.terrain.id, "status"),
        ),
    )


def bound(title: str, verb: Verb, seen: SeenTerrain) -> Button:
    """Return the main button of a card, tied to the state that the card shows."""
    data = {"terrain": seen.terrain.id, "revision": str(seen.state.revision)}
    return Button(title=title, verb=verb, data=data, primary=True)


def by_name(companies: Sequence[NamedCompany]) -> list[NamedCompany]:
    """Return companies by name, those that began an intake first: a list on a card ends somewhere."""
    return sorted((one for one in companies if one.name), key=lambda one: (one.intake is None, one.key))


def letters_by_company(letters: Mapping[UUID, Letter], companies: Sequence[NamedCompany]) -> list[tuple[str, Letter]]:
    """Return the letters with the names of their companies, signed ones first; a company that is gone has no name."""
    names = {key: one.name for one in companies for key in (one.intake, one.register) if key is not None}
    named = [(names.get(company, "Een bedrijf"), letter) for company, letter in letters.items()]
    signed_first = (LetterState.SIGNED, LetterState.ASKED, LetterState.WITHDRAWN)
    return sorted(named, key=lambda one: (signed_first.index(one[1].state), one[0].casefold()))


async def press_outcome(step: Step, pressed: Pressed, terrain: TerrainName) -> None:
    """Take the outcome that was chosen on the card."""
    value = pressed.inputs.get("outcome", "")
    if value not in list(Outcome):
        seen = await look(step, terrain)
        step.show(ReplaceCard(await outcome_card(step, seen, "Kies eerst een uitkomst.", choose_anew=True)))
        return
    await choose(step, terrain, Outcome(value), "", seen=pressed_revision(pressed))


async def choose(step: Step, terrain: TerrainName, outcome: Outcome, why: str, *, seen: int | None) -> None:
    """Record an outcome when the plan has come that far, and show what follows from it."""
    ruling = may_choose_outcome(await step.stores.dossiers.state(terrain.id))
    new = event(step, terrain, PlanKind.OUTCOME, {"outcome": outcome}, why)
    if not ruling.allows(why):
        alarm, done = ruling.sentence, False
    else:
        alarm, done = OVERTAKEN, await record(step, new, seen=seen) is not None
    fresh = await look(step, terrain)
    card = await (after(step, fresh) if done else outcome_card(step, fresh, alarm))
    step.show(ReplaceCard(card) if step.pressed else ShowCard(card))


async def after(step: Step, seen: SeenTerrain) -> Card:
    """Return what follows from the outcome: letters to note, or that the plan rests."""
    outcome = seen.state.outcome
    if outcome is None or outcome is Outcome.TOGETHER:
        return await outcome_card(step, seen)
    return NoticeCard(
        title=OUTCOMES[outcome].name,
        lines=(seen.terrain.label, OUTCOMES[outcome].then),
        buttons=(
            view_button("Status", seen.terrain.id, "status", primary=True),
            view_button("Andere uitkomst", seen.terrain.id, "outcomes"),
        ),
    )


async def press_letters(step: Step, pressed: Pressed, terrain: TerrainName) -> None:
    """Note what happened to the letters of the companies that were chosen."""
    state, chosen = pressed.inputs.get("state", ""), pressed.inputs.get("companies", "").split(",")[:MOST_COMPANIES]
    if not step.may_name or state not in list(LetterState) or not any(chosen):
        seen = await look(step, terrain)
        step.show(ReplaceCard(await outcome_card(step, seen, "Kies de bedrijven en wat er is gebeurd.")))
        return
    found = [await step.stores.companies.one(one) for one in chosen if one]
    here = [one for one in found if one is not None and one.terrain == terrain.id]
    await note(step, terrain, here, LetterState(state), seen=pressed_revision(pressed))


async def take_letters(step: Step, terrain: TerrainName, state: str, names: str) -> None:
    """Note letters of companies that were typed, parted by commas; a name that is not clear is asked back."""
    if not step.may_name:
        step.say("Namen van bedrijven verwerk ik alleen in uw eigen chat, of in het kanaal van het projectteam.")
        return
    companies: list[NamedCompany] = []
    for name in (one.strip() for one in re.split(r",| en ", names) if one.strip()):
        if len(companies) == MOST_COMPANIES:
            step.say(f"Noem ten hoogste {MOST_COMPANIES} bedrijven in één bericht.")
            return
        found = await find_named(step.stores.companies, name, terrain.id)
        if found.exact is None:
            likely = ", ".join(one.name for one in found.matches[:3])
            step.say(f"Welk bedrijf is {quoted(name, 40)}?", f"Bedoelt u: {likely}?" if likely else "Ik vind het hier niet.")
            return
        companies.append(found.exact)
    wanted = next(one for one, title in STATES.items() if title.casefold() == state.casefold())
    await note(step, terrain, companies, wanted, seen=None)


async def note(
    step: Step, terrain: TerrainName, companies: Sequence[NamedCompany], state: LetterState, *, seen: int | None
) -> None:
    """Record the letters of these companies, all of them or none."""
    events = [letter_event(step, terrain, one, state) for one in companies]
    done = bool(events) and await record(step, *events, seen=seen) is not None
    card = await letters_card(step, await look(step, terrain), "" if done else OVERTAKEN)
    step.show(ReplaceCard(card) if step.pressed else ShowCard(card))


def letter_event(step: Step, terrain: TerrainName, company: NamedCompany, state: LetterState) -> NewEvent:
    """Return the event of one letter; the company is beside the data, so that it goes when the company is erased."""
    new = event(step, terrain, PlanKind.LETTER, {"state": state})
    return NewEvent(new.terrain, new.kind, new.at, new.data, company=company.intake or company.register)


OUTCOME = Command(
    ("uitkomst", "verklaringen"), "de uitkomst en intentieverklaringen vastleggen", show_outcome, Users.TEAM, Takes.MAYBE,
    argument="<terrein>", example="uitkomst hessenpoort", scopes=(Scope.PERSONAL, Scope.CHANNEL, Scope.GROUP),
    group="Terreinen",
)  # fmt: skip
