"""One person, two doors: whoever came without Teams gets a code there, and is known by it in Teams. Never by a name."""

from dataclasses import replace

from dialogs.consent.consents import ask_to_keep
from dialogs.questions.held_answers import hold
from dialogs.questions.meaning import Meant
from dialogs.turn.place import Place, Why
from dialogs.turn.step import Step, quoted
from domain.consent.consents import Purpose
from domain.door.keys import KEY_HOURS, KeyHolder, answers_something
from domain.door.sessions import TENANT
from domain.inbox.requests import Invitation

GO_ON = ("Verder",)
JOINED = (
    "Gelukt. U doet nu mee in Teams en op uw andere apparaten, met dezelfde antwoorden.",
    "Onze berichten komen vanaf nu in Teams.",
)
HOW = (
    "Deed u al mee zonder Teams? Typ daar 'koppel teams'. U krijgt dan een code.",
    "Typ die code hier, met het woord 'koppel' ervoor.",
)
THERE_ALREADY = "U bent in Teams al bekend. Wilt u er een apparaat bij? Typ 'nieuwe link'."
IN_TEAMS = "Deze code werkt alleen in Teams. Typ hem daar."
FOR_COMPANIES = "Met een rol in de aanpak doet u alleen in Teams mee."
GONE = "Deze code werkt niet meer. Vraag een nieuwe: typ 'koppel teams' waar u zonder Teams meedoet."
NOT_JOINED = "Goed. Er is niets gekoppeld. U doet in Teams mee zoals u deed."
TEAMS_ONES, DOOR_ONES = "teams", "door"


async def give_key(step: Step) -> None:
    """Give the code, to whoever takes part without Teams and is not known there."""
    if step.known.acting:
        step.say(FOR_COMPANIES)
    elif step.known.sender.tenant != TENANT:
        step.say(*((THERE_ALREADY,) if step.known.sender.through_door else HOW))
    elif not step.may_keep():
        ask_to_keep(step, "Goed. Wij willen u eerst iets vragen.")
    else:
        code = await step.stores.door_keys.make()
        step.say(
            f"Open Laadmaat in Teams en typ daar: koppel {code}",
            f"De code werkt {KEY_HOURS} uur, één keer. Wie hem typt, ziet uw antwoorden. Geef hem dus aan niemand.",
            choices=GO_ON,
        )


async def join_keys(step: Step, invitation: Invitation) -> None:
    """Make whoever typed a code in Teams the person that it is of; with answers on both sides they choose first."""
    known, stores = step.known, step.stores
    if known.sender.through_door:
        step.say(IN_TEAMS, choices=GO_ON)
    elif known.roles.held:
        step.say(FOR_COMPANIES)
    elif invitation.key_of is None or (holder := await stores.door_keys.holder(invitation.key_of)) is None:
        step.say(GONE, choices=GO_ON)
    elif answers_something(known.intake.answers) and holder.answered and holder.intake != known.intake.id:
        ask_which(step, invitation.code, holder)
    else:
        await join_as(step, invitation.code, holder, TEAMS_ONES if answers_something(known.intake.answers) else DOOR_ONES)


def ask_which(step: Step, code: str, holder: KeyHolder) -> None:
    """Ask whose answers stay: nobody's go unasked."""
    here = step.known.intake.answers.known("company.name")
    sentence = (
        "U gaf antwoorden in Teams én zonder Teams. Welke houden wij? De andere wissen wij.\n"
        f"In Teams: {quoted(here if isinstance(here, str) else 'nog zonder naam')}.\n"
        f"Zonder Teams: {quoted(holder.company or 'nog zonder naam')}."
    )
    hold(step, Why.KEYS, None, sentence, (
        Meant(TEAMS_ONES, label="Die van Teams"),
        Meant(DOOR_ONES, label="Die van zonder Teams"),
        Meant(None, label="Niet koppelen"),
    ), said=code)  # fmt: skip


async def settle_keys(step: Step, code: str, chosen: object) -> None:
    """Take the choice, when the code still works."""
    if chosen not in (TEAMS_ONES, DOOR_ONES):
        step.say(NOT_JOINED, choices=GO_ON)
        return
    found = await step.stores.invitations.find(code)
    usable = found is not None and found.key_of is not None and not found.ended(step.known.now)
    holder = await step.stores.door_keys.holder(found.key_of) if usable and found and found.key_of else None
    if holder is None or step.known.roles.held:
        step.say(GONE, choices=GO_ON)
    else:
        await join_as(step, code, holder, str(chosen))


async def join_as(step: Step, code: str, holder: KeyHolder, stays: str) -> None:
    """Make both one person, with the answers that stay."""
    if not await step.stores.invitations.use(code):
        step.say(GONE, choices=GO_ON)
        return
    await go_on_as(step, holder, keeps=stays == TEAMS_ONES)
    step.say(*JOINED, choices=GO_ON)


async def go_on_as(step: Step, holder: KeyHolder, *, keeps: bool) -> None:
    """Become whoever took part without Teams, there where the answers that stay were given: nothing is asked twice."""
    fresh = step.place.kept if Purpose.KEEP in step.decided else None
    answered = answers_something(step.known.intake.answers)
    joined, place = await step.stores.go_on_as(holder, answered=answered, keeps=keeps)
    step.known = replace(step.known, person=holder.person, intake=joined, measured=step.known.measured if keeps else None)
    if keeps:
        return
    step.depth = joined.depth
    step.place = Place.model_validate(place).about(joined.id)
    step.place.kept = fresh or step.place.kept
