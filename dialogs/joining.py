"""Several people for one company: by a code, or after a contact or the team says yes; before that they see nothing."""

import re
from dataclasses import replace

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import Notice
from dialogs import flow
from dialogs.consenting import ask_to_keep
from dialogs.depth import ask_depth
from dialogs.place import Phase
from dialogs.replies import Say, ShowCard
from dialogs.step import Step, Tell, quoted
from domain.acceptance import clean_text
from domain.answers import Answer, Answers
from domain.requests import Invitation, RequestKind
from domain.way import Depth

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
    invitation = await step.stores.invitation(code)
    if invitation is None or step.known.acting:
        step.say("Deze code ken ik niet. Controleer de letters en cijfers, of vraag een nieuwe code.")
    elif invitation.intake is None:
        await start_with(step, invitation)
    elif step.known.intake.answers:
        step.say("U heeft zelf al antwoorden gegeven. Typ 'vraag' met uw vraag erachter, dan helpt het team u.")
    elif await step.stores.use_invitation(invitation.code):
        await enter(step, invitation.intake)


async def start_with(step: Step, invitation: Invitation) -> None:
    """Fill in what the invitation already says, and go on."""
    if not await step.stores.use_invitation(invitation.code):
        step.say("Deze code is al gebruikt. Vraag een nieuwe code.")
        return
    if invitation.terrain_id:
        step.record("company.terrain", Answer({"id": invitation.terrain_id, "name": invitation.terrain_name}))
    if invitation.company:
        step.record("company.name", Answer(invitation.company))
    lead = f"Uw code klopt. U hoort bij {invitation.terrain_name or invitation.company}."
    if step.depth is None:
        ask_depth(step, lead)
    else:
        await flow.go_on(step, lead)


async def enter(step: Step, intake: object) -> None:
    """Become a contact of the company's intake, and see what is there."""
    joined = await step.stores.join(intake)  # type: ignore[arg-type]
    step.known = replace(step.known, intake=joined)
    step.depth = joined.depth or Depth.SHORT
    step.place.phase = Phase.DONE if joined.confirmed_at else Phase.QUESTIONS
    await flow.go_on(step, f"Welkom. U werkt nu samen aan de antwoorden van {company_of(joined.answers)}.")


async def ask_to_join(step: Step, text: str) -> None:
    """Ask the company's first contact, and the team, whether this person may join. Says the same, known or not."""
    company = clean_text(text)[:120]
    if not company:
        step.say("Hoe heet uw bedrijf?")
        return
    matches = await step.stores.companies_like(company)
    match = matches[0] if len(matches) == 1 else None
    number = await step.stores.request(RequestKind.JOIN, company, to=match.intake if match else None)
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
    number = int(argument) if argument.isdecimal() and len(argument) < 10 else 0
    within = None if step.known.is_team else step.known.intake.id
    closed = await step.stores.close_request(number, "toegelaten" if allow else "niet toegelaten", within=within)
    if closed is None or closed.kind is not RequestKind.JOIN:
        step.say("Dit verzoek is er niet meer.")
        return
    done = allow and closed.intake is not None and await step.stores.admit(closed.person, closed.intake)
    if done:
        step.tells.append(Tell(closed.person, (Say("U mag meedoen. Typ 'verder' om de antwoorden te zien.", ("Verder",)),)))
        step.say("Goed. Uw collega mag nu meedoen.")
    else:
        step.tells.append(Tell(closed.person, (Say("Meedoen kan nu niet. Typ 'kort' om zelf te beginnen.", ("Kort",)),)))
        step.say(
            "Goed. Deze persoon ziet niets van uw antwoorden." if not allow else "Meedoen lukt niet. Geef een code met 'collega'."
        )


async def give_code(step: Step) -> None:
    """Make a code for a colleague."""
    code = await step.stores.invite(None, company_of(step.answers), step.known.intake.id)
    step.say(
        f"Geef deze code aan uw collega: {code}",
        "Uw collega opent Laadmaat in Teams en typt 'code' met deze code erachter. De code werkt één keer.",
    )
