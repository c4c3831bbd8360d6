"""Asking to join a company that began, and deciding on it: by a colleague the team knows, or else by the team."""

from uuid import UUID

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.dutch.doubt import read_unknown
from dialogs.inbox.newcomers import ON_YOUR_OWN, STANDINGS, newcomer, read_guests, read_own
from dialogs.intake.depth import ask_depth
from dialogs.questions.meaning import says_yes
from dialogs.turn.place import Phase
from dialogs.turn.replies import ReplaceCard, Reply, Say, ShowCard
from dialogs.turn.step import Step, Tell, quoted
from domain.inbox.requests import CompanyMatch, Membership, RequestKind
from domain.intake.acceptance import clean_text, whole_number

WHO = "Typ de code van uw collega. Heeft u geen code? Typ dan de naam van uw bedrijf."
NOT_THERE = "Dit verzoek is er niet meer."
ASKED_ALREADY = ("Wij vragen dit al na. U krijgt hier bericht.", "Wilt u dat niet meer? Typ dan 'niet meedoen'.")
LET_IN = (
    "U mag meedoen. Kijk eerst wie er al meedoen.",
    "Pas als u daarna ja zegt, doet u mee.",
)
LONGEST_NAME = 120  # characters


async def ask_who(step: Step) -> None:
    """Ask with whom somebody wants to answer together."""
    step.place.phase, step.place.asked = Phase.JOIN, None
    await read_own(step)
    step.say(WHO)


def ask_whether_company(step: Step, lead: str, name: str) -> None:
    """Ask again with whom, of what may be the name of a company after all."""
    button = Button(title="Zo heet mijn bedrijf", verb=Verb.SAY, data={"text": f"collega {clean_text(name)[:LONGEST_NAME]}"})
    step.show(ShowCard(NoticeCard(lines=(lead, WHO), buttons=(button,))))


async def ask_to_join(step: Step, text: str) -> None:
    """Ask the company's first contact, or the team, whether this person may join. Says the same, known or not."""
    if says_yes(text) or text.rstrip().endswith("?"):
        await ask_who(step)
        return
    company = clean_text(text)[:LONGEST_NAME]
    step.place.phase = Phase.DEPTH  # asked once: what is typed next is no other company
    if says_yes(text) is False or read_unknown(text) is not None:
        ask_depth(step, "Goed. U kunt ook zelf beginnen.")
        return
    if any(one.kind is RequestKind.JOIN and not one.answer for one in await step.stores.requests.mine()):
        step.say(*ASKED_ALREADY, choices=("Kort",))
        return
    own = await read_own(step)
    match, vouched = await find_match(step, company)
    number = await step.stores.requests.keep(RequestKind.JOIN, company, to=match.intake if match else None)
    if match is not None:
        read_guests(step, await step.stores.wishes.inside(match.intake))
    if match is not None and match.person is not None and vouched:
        step.tells.append(Tell(match.person, (ShowCard(join_question(newcomer(step), own, number)),)))
    step.say(
        f"Wij vragen na of u mag meedoen met {quoted(company)}.",
        "U krijgt hier bericht. Wilt u niet wachten? Typ dan 'kort' en begin zelf.",
        choices=("Kort",),
    )


async def find_match(step: Step, company: str) -> tuple[CompanyMatch | None, bool]:
    """Return the one intake that a name means, and whether the team knows it as that company's.

    Whoever squats with a well-known name neither hears who asks for it, nor stands in the way of the one the team knows.
    """
    matches = await step.stores.companies_like(company)
    known = [one for one in matches if await step.stores.wishes.is_vouched_for(one.intake)]
    if len(known) == 1:
        return known[0], True
    return (matches[0], False) if len(matches) == 1 else (None, False)


def told_of(standing: Membership) -> str:
    """Say what somebody is who wants to join."""
    said = STANDINGS[standing]
    return f"Deze persoon {said}." if standing in (Membership.DOOR, Membership.TEAMS) else f"In Teams: {said}."


def join_question(name: str, standing: Membership, number: int) -> NoticeCard:
    return NoticeCard(
        title="Een collega wil meedoen",
        lines=(
            f"{name} wil meedoen met de antwoorden van uw bedrijf.",
            told_of(standing),
            "Kent u deze persoon? Dan ziet die uw antwoorden ook.",
        ),
        buttons=(
            Button(title="Ja, laat toe", verb=Verb.SAY, data={"text": f"toelaten {number}"}),
            Button(title="Nee, niet doen", verb=Verb.SAY, data={"text": f"weigeren {number}"}),
        ),
    )


async def admit(step: Step, argument: str, *, allow: bool) -> None:
    """Decide on somebody who wants to join: a contact for the own company when the team knows it, the team for all.

    Nobody moves by this: whoever is let in sees who is there, and says yes.
    """
    number, wishes = whole_number(argument), step.stores.wishes
    within = None if step.known.is_team else step.known.intake.id
    may = within is None or await wishes.is_vouched_for(within)
    closed = await wishes.grant(number, "toegelaten" if allow else "niet toegelaten", within=within, allow=allow) if may else None
    if closed is None or closed.intake is None:
        outcome = NOT_THERE
    elif not allow:
        outcome = "Goed. Deze persoon ziet niets van de antwoorden."
        tell(step, closed.person, Say("U kunt niet meedoen met dit bedrijf. Typ 'verder' om zelf te beginnen.", ("Verder",)))
    elif await wishes.may_move(closed.person):
        outcome = "Goed. Deze persoon mag nu meedoen."
        button = Button(title="Kijk wie er meedoen", verb=Verb.SAY, data={"text": f"meedoen {number}"})
        tell(step, closed.person, ShowCard(NoticeCard(lines=LET_IN, buttons=(button,))))
    else:
        outcome = "Meedoen lukt niet. Deze persoon gaf zelf al antwoorden."
        tell(step, closed.person, Say("\n\n".join(ON_YOUR_OWN), ("Verder",)))
    step.show(ReplaceCard(NoticeCard(lines=(outcome,)))) if step.pressed else step.say(outcome)


def tell(step: Step, person: UUID, reply: Reply) -> None:
    """Let somebody else hear what was decided about them."""
    step.tells.append(Tell(person, (reply,)))


async def stop_asking(step: Step) -> None:
    """Withdraw the wish to join."""
    if await step.stores.wishes.withdraw():
        step.say("Goed. Uw verzoek om mee te doen is ingetrokken. Typ 'verder' om zelf te beginnen.", choices=("Verder",))
    else:
        step.say("Er is geen verzoek om mee te doen. Typ 'verder' om door te gaan.", choices=("Verder",))
