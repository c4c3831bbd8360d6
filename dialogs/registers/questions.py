"""Claims put to the team: whether an intake is of a company, and whether a company must go with whoever was erased."""

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.companies.claims import Claim, ClaimAnswer, ClaimKind, ClaimOutcome
from domain.intake.acceptance import clean_text, whole_number

SHOWN = 5
TITLES = {
    ClaimKind.SAME: "Is dit hetzelfde bedrijf?",
    ClaimKind.GONE: "Moet dit bedrijf uit het register?",
    ClaimKind.CONTACT: "Moet dit contact uit het register?",
}
YES = {ClaimKind.SAME: "Ja, koppel", ClaimKind.GONE: "Ja, wis", ClaimKind.CONTACT: "Ja, wis"}
NO = {ClaimKind.SAME: "Nee, niet koppelen", ClaimKind.GONE: "Nee, bewaar", ClaimKind.CONTACT: "Nee, bewaar"}
WORDS = {
    ClaimOutcome.LINKED: "Goed. Deze intake hoort nu bij {company}.",
    ClaimOutcome.ERASED: "Goed. Het is gewist uit het register van {company}.",
    ClaimOutcome.KEPT: "Goed. Er verandert niets bij {company}.",
    ClaimOutcome.TAKEN: "Bij {company} hoort al een andere intake. Er is niets veranderd.",
    ClaimOutcome.CHANGED: "Deze intake noemt intussen een ander bedrijf. Er is niets veranderd.",
    ClaimOutcome.GONE: "Deze vraag is er niet meer, of is al beantwoord.",
}


async def show_claims(step: Step) -> bool:
    """Show the questions about companies, each with a yes and a no; False when there are none."""
    claims = await step.stores.claims.waiting(SHOWN + 1)
    for claim in claims[:SHOWN]:
        step.show(ShowCard(card_of(step, claim)))
    if len(claims) > SHOWN:
        step.say("Er zijn nog meer vragen over bedrijven. Typ daarna weer 'vragen'.")
    return bool(claims)


def card_of(step: Step, claim: Claim) -> NoticeCard:
    there = step.stores.terrains.named(claim.terrain)
    company = f"{clean_text(claim.company)[:120]}, {there.label}" if there else clean_text(claim.company)[:120]
    lines = {ClaimKind.SAME: same_lines, ClaimKind.GONE: gone_lines, ClaimKind.CONTACT: contact_lines}[claim.kind]
    can_be = claim.kind is not ClaimKind.SAME or not claim.taken
    yes = Button(title=YES[claim.kind], verb=Verb.SAY, data={"text": f"{SAY_YES.words[0]} {claim.number}"})
    no = Button(title=NO[claim.kind] if can_be else "Gezien", verb=Verb.SAY, data={"text": f"{SAY_NO.words[0]} {claim.number}"})
    return NoticeCard(title=TITLES[claim.kind], lines=lines(claim, company), buttons=(yes, no) if can_be else (no,))


def same_lines(claim: Claim, company: str) -> tuple[str, ...]:
    """Say who claims what, on what it rests, and what a yes does."""
    who = ", ".join(filter(None, (clean_text(claim.who)[:80], clean_text(claim.called)[:120]))) or "Iemand"
    rests = "Het KvK-nummer is hetzelfde." if claim.kvk else "De naam is dezelfde. Meer weten wij niet."
    said = (f"Dit typte iemand: {who}", f"Dit staat in het register: {company}", rests)
    if claim.taken:
        return (*said, "Bij dit bedrijf hoort al een andere intake. Deze blijft dus apart.")
    return (*said, "Na uw ja horen intake en bedrijf bij elkaar. Zij worden dan ook samen gewist.")


def gone_lines(_: Claim, company: str) -> tuple[str, ...]:
    """Say that somebody who claimed a company was erased, and what a yes does."""
    return (
        f"Iemand liet alles wissen en noemde dit bedrijf: {company}",
        "Wij weten niet of dat klopt. In het register veranderde daarom niets.",
        "Na uw ja wissen wij de contacten en notities. Benader het bedrijf dan niet meer.",
    )


def contact_lines(claim: Claim, company: str) -> tuple[str, ...]:
    """Say that somebody who gave the name or address of a contact was erased."""
    return (
        f"Iemand liet alles wissen met deze naam of dit adres: {clean_text(claim.contact)[:160]}",
        f"Dit contact staat bij: {company}",
        "Wij weten niet of het dezelfde persoon is. Daarom vragen wij het u.",
    )


async def say_yes(step: Step, text: str) -> None:
    show_outcome(step, await step.stores.claims.answer(whole_number(text), yes=True))


async def say_no(step: Step, text: str) -> None:
    show_outcome(step, await step.stores.claims.answer(whole_number(text), yes=False))


def show_outcome(step: Step, answered: ClaimAnswer) -> None:
    """Say what came of an answer, in the place of the question."""
    step.about = answered.intake or step.about
    line = WORDS[answered.outcome].format(company=clean_text(answered.company)[:120]).replace("..", ".")  # "B.V.."
    step.show(ReplaceCard(NoticeCard(lines=(line,)))) if step.pressed else step.say(line)


SAY_YES = Command(
    ("bedrijf ja",), "ja op een vraag over een bedrijf", say_yes, Users.TEAM, Takes.TEXT, argument="<nummer>",
    example="bedrijf ja 12", in_help=False,
)  # fmt: skip
SAY_NO = Command(
    ("bedrijf nee",), "nee op een vraag over een bedrijf", say_no, Users.TEAM, Takes.TEXT, argument="<nummer>",
    example="bedrijf nee 12", in_help=False,
)  # fmt: skip
CLAIMS = (SAY_YES, SAY_NO)
