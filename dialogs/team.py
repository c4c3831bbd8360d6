"""The commands of the project team: invite, answer, and fill in an intake during a telephone call."""

from collections.abc import Sequence

from cards.formats import moment
from cards.views.card import Choice
from cards.views.inbox import Inbox, InboxItem
from dialogs.answering import too_long
from dialogs.calling import begin_call
from dialogs.commanding import Audience, Command, Takes
from dialogs.joining import company_of
from dialogs.place import Place
from dialogs.registers.questions import show_claims
from dialogs.registers.telling import WITHDRAWN, for_the_letter
from dialogs.replies import Say, ShowCard
from dialogs.step import Step, Tell, quoted
from dialogs.terrain_choice import with_terrain_first
from domain.acceptance import clean_text
from domain.requests import Request, RequestKind

SHOWN = 15
LONGEST = 2000  # characters of an answer
AWAY = ("Uw antwoord is bewaard, maar niet verstuurd: deze persoon heeft Laadmaat verwijderd.", "Bel of mail dit bedrijf.")
KINDS = {
    RequestKind.QUESTION: "Vraag",
    RequestKind.CALL_BACK: "Terugbellen",
    RequestKind.TERRAIN: "Onbekend terrein",
    RequestKind.JOIN: "Wil meedoen",
    RequestKind.FEEDBACK: "Oordeel over een bericht",
}


async def invite(step: Step, text: str) -> None:
    """Make an invitation code for a terrain, perhaps for one company."""
    found = await with_terrain_first(step, text, INVITE)
    if found is None:
        return
    terrain, company = found[0], found[1][:120]
    approached = await step.stores.contacts.approach(terrain.id, company)
    if approached.withdrawn:
        step.say(*WITHDRAWN)
        return
    code = await step.stores.invitations.make(terrain.id, company, None)
    step.say(
        f"Uitnodiging voor {company or 'een bedrijf'} op {terrain.label}. De code is {code}.",
        f"U kunt dit doorsturen: Open Laadmaat in Teams en typ 'code {code}'. De code werkt één keer.",
        for_the_letter(approached.provenance) if approached.provenance else "",
    )


INVITE = Command(
    ("uitnodigen", "nodig uit"), "een code maken voor een bedrijf", invite, Audience.TEAM, Takes.TEXT,
    argument="<terrein> [bedrijf]", example="uitnodigen hessenpoort Jansen Transport", menu=True,
)  # fmt: skip


async def inbox(step: Step, _: str) -> None:
    """Show what waits for the team."""
    requests = await step.stores.requests.waiting(SHOWN + 1)
    if requests:
        show_inbox(step, requests)
    if not await show_claims(step) and not requests:
        step.say("Er zijn geen open vragen.")


def show_inbox(step: Step, requests: Sequence[Request]) -> None:
    """Show requests, as many as fit on a card."""
    shown = requests[:SHOWN]
    answerable = tuple(Choice(value=str(one.number), title=f"{one.number}: {one.text[:50]}") for one in shown if not one.is_wish)
    step.show(ShowCard(Inbox(items=tuple(map(inbox_item, shown)), answerable=answerable, more=len(requests) - len(shown))))


def inbox_item(request: Request) -> InboxItem:
    """Return a request as a line of the inbox."""
    hint = ""
    if request.is_wish:
        hint = f" (typ 'toelaten {request.number}' of 'weigeren {request.number}')"
    elif request.kind is RequestKind.JOIN:
        hint = " (geen of meer dan één bedrijf met deze naam)"
    return InboxItem(
        number=str(request.number),
        kind=KINDS[request.kind],
        who=request.who,
        when=moment(request.at),
        text=request.text + hint,
    )


async def answer(step: Step, text: str) -> None:
    """Answer a request; the answer goes to who asked."""
    number, _, words = clean_text(text).partition(" ")
    if not number.isdecimal() or len(number) > 9 or not words.strip():
        step.say("Typ het nummer en uw antwoord, bijvoorbeeld: antwoord 12 Dat kost niets.")
        return
    if len(words) > LONGEST:
        step.say(too_long(LONGEST))
        return
    closed = await step.stores.requests.answer(int(number), words.strip())
    if closed is None:
        step.say(f"Er is geen open vraag met nummer {number}.")
        return
    step.tells.append(Tell(closed.person, (Say(f"Antwoord op uw vraag {quoted(closed.text)}:\n\n{words.strip()}"),)))
    if closed.reachable:
        step.say(f"Uw antwoord op vraag {number} is verstuurd.")
    else:
        step.say(*AWAY)


async def call(step: Step, text: str) -> None:
    """Fill in the intake of a company during a telephone call."""
    await begin_call(step, clean_text(text)[:120])


async def end_call(step: Step, _: str) -> None:
    """End the call and give the code with which the company takes over."""
    if not step.known.acting:
        step.say("U vult nu geen intake in voor een bedrijf.")
        return
    if not step.may_keep():
        step.erase, step.place = True, Place(welcomed=True, kept=step.place.kept)
        step.say("Het bedrijf gaf nog geen toestemming. Er is niets bewaard.")
        return
    code = await step.stores.invitations.make(None, company_of(step.answers), step.known.intake.id)
    await step.stores.end_call()
    step.place = Place(welcomed=True, kept=step.place.kept)
    step.say(
        f"De intake van {company_of(step.answers)} is bewaard.",
        f"Geef het bedrijf deze code: {code}. Daarmee bekijkt en bevestigt het bedrijf de antwoorden.",
        "Toestemming door de telefoon telt pas na die bevestiging.",
    )


TEAM: tuple[Command, ...] = (
    INVITE,
    Command(("vragen", "open vragen"), "wat bedrijven vroegen", inbox, Audience.TEAM, menu=True),
    Command(("antwoord", "beantwoord"), "een vraag beantwoorden", answer, Audience.TEAM, Takes.TEXT,
            argument="<nummer> <tekst>", example="antwoord 12 Dat kost niets."),
    Command(("intake namens", "namens"), "een intake invullen aan de telefoon", call, Audience.TEAM, Takes.TEXT,
            argument="<bedrijf>", example="intake namens Jansen Transport", menu=True),
    Command(("klaar", "einde gesprek", "ophangen"), "het telefoongesprek afronden", end_call, Audience.TEAM,
            during_call=True),
)  # fmt: skip
