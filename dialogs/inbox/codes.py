"""Codes that let people in: handed out with the day they end, used after the first consent, and not to be guessed."""

import datetime
import re

from cards.formats import day
from dialogs.consent.consents import ask_to_keep
from dialogs.door.ways import address_of
from dialogs.inbox.newcomers import CODE, ON_YOUR_OWN, company_of, offer, read_own
from dialogs.inbox.two_doors import join_keys
from dialogs.intake import flow
from dialogs.intake.depth import ask_depth
from dialogs.registers.contacts import for_the_chat
from dialogs.sessions.attendance import earlier_offers
from dialogs.sessions.cards import name_of
from dialogs.sessions.invitation_replies import invitation_card, own_visit
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.calendar.here import date_here
from domain.companies.companies import company_key
from domain.door.entering import DoorWay
from domain.inbox.requests import Invitation
from domain.intake.acceptance import clean_text
from domain.intake.answers import Answer

UNKNOWN_CODE = (
    "Deze code ken ik niet, of hij is al gebruikt.",
    "Controleer de letters en cijfers, of vraag een nieuwe code. Typ 'verder' om zonder code door te gaan.",
)
ENDED_CODE = "Deze code werkt niet meer. Vraag een nieuwe code, of typ 'verder' om zonder code door te gaan."
TOO_MANY = (
    "U typte te vaak een verkeerde code. Probeer het over een uur nog een keer.",
    "Wilt u niet wachten? Typ dan 'verder' om zonder code door te gaan.",
)
SHAPE = re.compile(r"[A-Za-z0-9]{4}[\s-]?[A-Za-z0-9]{4}")


def looks_like_code(text: str) -> bool:
    """Say whether a text has the shape of a code, so that it is not taken for a name."""
    return bool(SHAPE.fullmatch(text.strip())) and any(letter.isdecimal() for letter in text)


def ends(step: Step) -> tuple[datetime.datetime, str]:
    """Return when a code that is made now ends, and the sentence that says so."""
    until = step.known.now + datetime.timedelta(days=step.known.house.code_days)
    return until, f"De code werkt één keer, tot {day(date_here(until))}."


async def use_code(step: Step, code: str) -> None:
    """Use an invitation: see who is in the intake it belongs to, or start with the terrain it was made for."""
    if not step.may_keep():
        step.place.code = clean_text(code)[:20]
        ask_to_keep(step, "Goed, uw code is ontvangen. Wij willen u eerst iets vragen.")
        return
    invitation = await find_invitation(step, code)
    if invitation is None:
        return
    if invitation.key_of is not None:
        await join_keys(step, invitation)
    elif invitation.intake is None:
        await start_with(step, invitation)
    elif step.known.intake.answers:
        step.say(*ON_YOUR_OWN)
    else:
        await read_own(step)
        await offer(step, f"{CODE} {invitation.code}", invitation.intake, invitation.company)


async def find_invitation(step: Step, code: str) -> Invitation | None:
    """Return what a code is for, when it works; otherwise say why not. Wrong ones are counted."""
    if step.known.acting:
        step.say(*UNKNOWN_CODE, choices=("Verder",))
        return None
    if await step.stores.invitations.must_wait():
        step.say(*TOO_MANY, choices=("Verder",))
        return None
    invitation = await step.stores.invitations.find(code)
    if invitation is None:
        await step.stores.invitations.note_wrong()
        step.say(*UNKNOWN_CODE, choices=("Verder",))
    elif invitation.ended(step.known.now):
        step.say(ENDED_CODE, choices=("Verder",))
        return None
    return invitation


async def start_with(step: Step, invitation: Invitation) -> None:
    """Fill in what the invitation says and was not answered yet, and go on."""
    terrain = step.stores.terrains.named(invitation.terrain_id or "")
    if terrain is None:  # it went, and its codes with it
        step.say(ENDED_CODE, choices=("Verder",))
        return
    if not await step.stores.invitations.use(invitation.code):
        step.say("Deze code is al gebruikt. Vraag een nieuwe code.")
        return
    known = {"company.terrain": {"id": terrain.id, "name": terrain.name}, "company.name": invitation.company or None}
    for name, value in known.items():
        if value is not None and name not in step.answers:
            step.record(name, Answer(value))
    lead = f"Uw code klopt. Hij is voor {invitation.company or 'een bedrijf'} op {terrain.label}."
    if step.known.sender.through_door and not invitation.company:  # a square: nobody saw a code
        lead = f"U doet mee voor {terrain.label}."
    if invitation.company and company_key(company_of(step.answers)) == company_key(invitation.company):
        provenance = await step.stores.contacts.recognise(invitation.code, step.known.intake.id)
        lead = f"{lead}\n\n{for_the_chat(provenance)}" if provenance else lead
        await show_invitations(step)
    if step.depth is None:
        ask_depth(step, lead)
    else:
        await flow.go_on(step, lead)


async def show_invitations(step: Step) -> None:
    """Show what a company was invited to before it began: it came by the link of that mail, and answers here."""
    for session in await step.stores.sessions.unanswered(step.known.intake.id, step.known.now):
        known = await own_visit(step, session)
        card = invitation_card(name_of(step, session.plan.terrain), session, await earlier_offers(step, session), known)
        step.show(ShowCard(card))


def how_to_use(step: Step, code: str) -> tuple[str, str]:
    """Return what a colleague does with a code, and the link for it: by that, in Teams, or both, as far as they can."""
    house = step.known.house
    if address := address_of(house, DoorWay.CODE, code):
        return "Of stuur deze link. In Teams typt uw collega 'code' met deze code erachter.", address
    if house.web_door:
        return "Uw collega typt de code op de pagina van Laadmaat, of in Teams achter 'code'.", ""
    return "Uw collega opent Laadmaat in Teams en typt 'code' met deze code erachter.", ""


async def give_code(step: Step) -> None:
    until, sentence = ends(step)
    await read_own(step)
    code = await step.stores.invitations.make(None, company_of(step.answers), step.known.intake.id, until, by_team=False)
    use, address = how_to_use(step, code)
    step.say(
        f"Geef deze code aan uw collega: {code}",
        f"{use} {sentence}",
        address,
        "Typ 'verder' om zelf door te gaan.",
        choices=("Verder",),
    )
