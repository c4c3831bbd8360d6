"""Several people for one company: by a code, or after a contact or the team says yes; before that they see nothing."""

import re
from dataclasses import replace
from uuid import UUID

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import Notice
from dialogs import flow
from dialogs.consenting import ask_to_keep
from dialogs.depth import ask_depth
from dialogs.dutch.doubt import read_unknown
from dialogs.place import Phase
from dialogs.reading import says_yes
from dialogs.registers.telling import for_the_chat
from dialogs.replies import ReplaceCard, Say, ShowCard
from dialogs.step import Step, Tell, quoted
from dialogs.summing import summary
from domain.acceptance import clean_text, whole_number
from domain.answers import Answer, Answers
from domain.consents import Purpose, State
from domain.requests import Invitation, RequestKind
from domain.way import Depth

ON_YOUR_OWN = (
    "U heeft zelf al antwoorden gegeven. Samen invullen kan dan niet.",
    "Wilt u toch samen verder? Typ dan eerst 'verwijder mijn gegevens'. Daarna kunt u meedoen.",
)
UNKNOWN_CODE = (
    "Deze code ken ik niet, of hij is al gebruikt.",
    "Controleer de letters en cijfers, of vraag een nieuwe code. Typ 'verder' om zonder code door te gaan.",
)
WHO = "Typ de code van uw collega. Heeft u geen code? Typ dan de naam van uw bedrijf."
LONGEST_NAME = 120  # characters
CODE = re.compile(r"[A-Za-z0-9]{4}[\s-]?[A-Za-z0-9]{4}")


def looks_like_code(text: str) -> bool:
    """Say whether a text has the shape of a code, so that it is not taken for a name."""
    return bool(CODE.fullmatch(text.strip())) and any(letter.isdecimal() for letter in text)


def company_of(answers: Answers) -> str:
    """Return the name of the company, or a stand-in while it is not known."""
    name = answers.known("company.name")
    return name if isinstance(name, str) else "uw bedrijf"


async def use_code(step: Step, code: str) -> None:
    """Use an invitation: join the intake it belongs to, or start with the terrain it was made for."""
    if not step.may_keep():
        step.place.code = clean_text(code)[:20]
        ask_to_keep(step, "Goed, uw code is ontvangen. Wij willen u eerst iets vragen.")
        return
    invitation = await step.stores.invitations.find(code)
    if invitation is None or step.known.acting:
        step.say(*UNKNOWN_CODE, choices=("Verder",))
    elif invitation.intake is None:
        await start_with(step, invitation)
    elif step.known.intake.answers:
        step.say(*ON_YOUR_OWN)
    elif await step.stores.invitations.use(invitation.code):
        await enter(step, invitation.intake)


async def start_with(step: Step, invitation: Invitation) -> None:
    """Fill in what the invitation says and was not answered yet, and go on."""
    if not await step.stores.invitations.use(invitation.code):
        step.say("Deze code is al gebruikt. Vraag een nieuwe code.")
        return
    terrain = step.stores.terrains.named(invitation.terrain_id or "")
    known = {
        "company.terrain": {"id": terrain.id, "name": terrain.name} if terrain else None,
        "company.name": invitation.company or None,
    }
    for name, value in known.items():
        if value is not None and name not in step.answers:
            step.record(name, Answer(value))
    place = f" op {terrain.label}" if terrain else ""
    lead = f"Uw code klopt. Hij is voor {invitation.company or 'een bedrijf'}{place}."
    if invitation.company and terrain and step.answers.known("company.name") == invitation.company:
        provenance = await step.stores.contacts.recognise(invitation.code, step.known.intake.id)
        lead = f"{lead}\n\n{for_the_chat(provenance)}" if provenance else lead
    if step.depth is None:
        ask_depth(step, lead)
    else:
        await flow.go_on(step, lead)


async def enter(step: Step, intake: UUID) -> None:
    """Become a contact of the company's intake, and see what is there."""
    joined = await step.stores.join(intake)
    step.known = replace(step.known, intake=joined)
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


def ask_who(step: Step) -> None:
    """Ask with whom somebody wants to answer together."""
    step.place.phase, step.place.asked = Phase.JOIN, None
    step.say(WHO)


def ask_whether_company(step: Step, lead: str, name: str) -> None:
    """Ask again with whom, of what may be the name of a company after all."""
    button = Button(title="Zo heet mijn bedrijf", verb=Verb.SAY, data={"text": f"collega {clean_text(name)[:LONGEST_NAME]}"})
    step.show(ShowCard(Notice(lines=(lead, WHO), buttons=(button,))))


async def ask_to_join(step: Step, text: str) -> None:
    """Ask the company's first contact, and the team, whether this person may join. Says the same, known or not."""
    if says_yes(text) or text.rstrip().endswith("?"):
        ask_who(step)
        return
    company = clean_text(text)[:LONGEST_NAME]
    step.place.phase = Phase.DEPTH  # asked once: what is typed next is no other company
    if says_yes(text) is False or read_unknown(text) is not None:
        ask_depth(step, "Goed. U kunt ook zelf beginnen.")
        return
    if any(one.kind is RequestKind.JOIN and not one.answer for one in await step.stores.requests.mine()):
        step.say("Wij vragen dit al na. U krijgt hier bericht.", choices=("Kort",))
        return
    matches = await step.stores.companies_like(company)
    match = matches[0] if len(matches) == 1 else None
    number = await step.stores.requests.keep(RequestKind.JOIN, company, to=match.intake if match else None)
    if match is not None and match.person is not None:
        step.tells.append(Tell(match.person, (ShowCard(join_question(step.known.sender.name, number)),)))
    step.say(
        f"Wij vragen na of u mag meedoen met {quoted(company)}.",
        "U krijgt hier bericht. Wilt u niet wachten? Typ dan 'kort' en begin zelf.",
        choices=("Kort",),
    )


def join_question(name: str, number: int) -> Notice:
    """Return the question to the first contact."""
    who = clean_text(name)[:80] or "Iemand"
    return Notice(
        title="Een collega wil meedoen",
        lines=(f"{who} wil meedoen met de antwoorden van uw bedrijf.", "Kent u deze persoon? Dan ziet die uw antwoorden ook."),
        buttons=(
            Button(title="Ja, laat toe", verb=Verb.SAY, data={"text": f"toelaten {number}"}),
            Button(title="Nee, niet doen", verb=Verb.SAY, data={"text": f"weigeren {number}"}),
        ),
    )


async def admit(step: Step, argument: str, *, allow: bool) -> None:
    """Decide on somebody who wants to join: a contact for the own company, the team for all."""
    number = whole_number(argument)
    within = None if step.known.is_team else step.known.intake.id
    closed = await step.stores.requests.grant(number, "toegelaten" if allow else "niet toegelaten", within=within)
    if closed is None or closed.intake is None:
        outcome = "Dit verzoek is er niet meer."
    elif not allow:
        outcome = "Goed. Deze persoon ziet niets van de antwoorden."
        tell(step, closed.person, "U kunt niet meedoen met dit bedrijf. Typ 'verder' om zelf te beginnen.", "Verder")
    elif await step.stores.admit(closed.person, closed.intake):
        outcome = "Goed. Deze persoon mag nu meedoen."
        tell(step, closed.person, "U mag meedoen. Typ 'overzicht' om de antwoorden te zien.", "Overzicht", "Verder")
    else:
        outcome = "Meedoen lukt niet. Deze persoon gaf zelf al antwoorden."
        tell(step, closed.person, "\n\n".join(ON_YOUR_OWN), "Verder")
    step.show(ReplaceCard(Notice(lines=(outcome,)))) if step.pressed else step.say(outcome)


def tell(step: Step, person: UUID, text: str, *choices: str) -> None:
    """Let somebody else hear what was decided about them."""
    step.tells.append(Tell(person, (Say(text, choices),)))


async def give_code(step: Step) -> None:
    """Make a code for a colleague."""
    code = await step.stores.invitations.make(None, company_of(step.answers), step.known.intake.id)
    step.say(
        f"Geef deze code aan uw collega: {code}",
        "Uw collega opent Laadmaat in Teams en typt 'code' met deze code erachter. De code werkt één keer.",
        "Typ 'verder' om zelf door te gaan.",
        choices=("Verder",),
    )
