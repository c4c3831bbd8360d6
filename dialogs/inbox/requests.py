"""What waits for the project team: one list, in which everything of one person is together, and its answers."""

from collections.abc import Sequence
from itertools import groupby

from cards.formats import moment, plural
from cards.verbs import Verb
from cards.views.card import Button, Choice
from cards.views.inbox.inbox import LONGEST as LONGEST_TEXT
from cards.views.inbox.inbox import Inbox, InboxItem
from cards.views.notice import NoticeCard
from dialogs.inbox.newcomers import SHOWN as SHOWN_PEOPLE
from dialogs.inbox.newcomers import STANDINGS, called, read_guests
from dialogs.intake.typed_answers import too_long
from dialogs.registers.questions import show_claims
from dialogs.turn.replies import Say, ShowCard
from dialogs.turn.step import Step, Tell, quoted
from domain.inbox.requests import Colleague, Request, RequestKind
from domain.intake.acceptance import clean_text, whole_number

SHOWN = 15  # people on the list, or requests of one of them
EACH = 3  # requests of one person that can be answered from the list; the others from their own
MOST_CHOICES = 40
EVERY = "alle"
LONGEST = 2000  # characters of an answer
LINE = 150  # characters of a request where it is among others
AWAY = ("Uw antwoord is bewaard, maar niet verstuurd: deze persoon heeft Laadmaat verwijderd.", "Bel of mail dit bedrijf.")
FOR_THE_NEXT = "Vragen meer mensen dit? Bewaar uw antwoord. Dan krijgt de volgende het meteen."
NO_NUMBER = "Typ het nummer en uw antwoord, bijvoorbeeld: antwoord 12 Dat kost niets."
WRONG_CODES = "Let op: {tries} van {people}, in de laatste zeven dagen. Iemand probeert misschien codes te raden."
SUSPECT = 5  # wrong codes in a week; fewer are typing errors
KINDS = {
    RequestKind.QUESTION: "Vraag",
    RequestKind.CALL_BACK: "Terugbellen",
    RequestKind.TERRAIN: "Onbekend terrein",
    RequestKind.JOIN: "Wil meedoen",
    RequestKind.FEEDBACK: "Oordeel over een bericht",
}


async def inbox(step: Step, text: str) -> None:
    """Show what waits for the team; with a number everything from there on of whoever asked that."""
    if number := whole_number(text):
        await show_person(step, number)
        return
    requests, alarm = await step.stores.requests.waiting(SHOWN), await wrong_codes(step)
    if requests:
        await show_requests(step, requests, alarm)
    if not await show_claims(step) and not requests:
        step.say("Er zijn geen open vragen.", alarm)


async def show_requests(step: Step, requests: Sequence[Request], alarm: str) -> None:
    """Show what people asked, as far as it fits on one card, and how many people there are beside it."""
    items: list[InboxItem] = []
    for _, theirs in groupby(requests, key=lambda one: one.person):
        items += await items_of(step, tuple(theirs))
    more = await step.stores.requests.people_waiting() - len({one.person for one in requests})
    step.show(ShowCard(Inbox(items=tuple(items), answerable=choices_of(requests), more=max(more, 0), alarm=alarm)))


async def show_person(step: Step, number: int) -> None:
    """Show everything open of whoever asked this, from this one on."""
    theirs = await step.stores.requests.beside(number)
    rest = [one for one in theirs if one.number >= number]
    if not rest:
        step.say(f"Er is geen open vraag met nummer {number}.")
        return
    items = tuple(item(one) for one in rest[:SHOWN])
    following = f"Typ 'vragen {rest[SHOWN].number}' voor de volgende." if len(rest) > SHOWN else ""
    choices = (*all_of(theirs), *map(choice, rest[:SHOWN]))
    step.show(ShowCard(Inbox(items=items, answerable=choices, more=len(rest[SHOWN:]), alarm=following)))


async def wrong_codes(step: Step) -> str:
    """Return the sentence about wrong codes of this week, once for all of them; empty when they may be typing errors."""
    wrong = await step.stores.invitations.wrong_codes()
    if wrong.tries < SUSPECT:
        return ""
    tries = plural(wrong.tries, "verkeerde code", "verkeerde codes")
    return WRONG_CODES.format(tries=tries, people=plural(wrong.people, "persoon", "personen"))


async def items_of(step: Step, theirs: Sequence[Request]) -> list[InboxItem]:
    """Return what one person asked as items: what is answered together, and each wish to join by itself."""
    plain = [one for one in theirs if not one.is_wish]
    together = [item(plain[0])] if len(plain) == 1 else [gathered(plain)] if plain else []
    return together + [await wish_item(step, one) for one in theirs if one.is_wish]


def item(request: Request) -> InboxItem:
    hint = " (geen of meer dan één bedrijf met deze naam)" if request.kind is RequestKind.JOIN else ""
    return shown(request, request.text + hint)


def shown(request: Request, text: str) -> InboxItem:
    kind, when = KINDS[request.kind], moment(request.at)
    return InboxItem(number=str(request.number), kind=kind, who=request.who, when=when, text=text)


def gathered(requests: Sequence[Request]) -> InboxItem:
    """Return many requests of one person as one item; what does not fit is told with how to see it."""
    lines, first = list[str](), requests[0]
    for one in requests:
        text = one.text if len(one.text) <= LINE else f"{one.text[:LINE]}…"
        lines.append(f"{KINDS[one.kind]} {one.number}: {text}".replace("\n", " "))
    fitting = [line for place, line in enumerate(lines) if sum(map(len, lines[: place + 1])) + 2 * place < LONGEST_TEXT - LINE]
    rest = len(lines) - len(fitting)
    cut = rest > 0 or any(len(one.text) > LINE for one in requests)
    more = (f"En nog {rest}. " if rest > 0 else "") + f"Typ 'vragen {first.number}' voor alles." if cut else ""
    heading = plural(len(requests), "vraag of verzoek", "vragen en verzoeken")
    text = "\n\n".join(filter(None, (*fitting, more)))
    return InboxItem(number="", kind=heading, who=first.who, when=moment(first.at), text=text)


async def wish_item(step: Step, request: Request) -> InboxItem:
    """Return a wish to join, with who wishes it, who is there, and whether the team knows that company already."""
    assert request.intake is not None  # noqa: S101 - that makes it a wish
    inside = await step.stores.wishes.inside(request.intake)
    asker = [Colleague(request.person, "", request.standing)] if request.person is not None else []
    read_guests(step, [*asker, *inside])
    first = not await step.stores.wishes.is_vouched_for(request.intake)
    lines = (
        request.text,
        f"Wie vraagt dit? {STANDINGS[request.standing].capitalize()}.",
        "Daar zijn nu:",
        *(called(one) for one in inside[:SHOWN_PEOPLE]),
        "Dit bedrijf kwam zonder uitnodiging. Bel het eerst." if first else "",
        f"Typ 'toelaten {request.number}' of 'weigeren {request.number}'.",
    )
    return shown(request, "\n\n".join(filter(None, lines)))


def choices_of(requests: Sequence[Request]) -> tuple[Choice, ...]:
    """Return what can be answered from the list: all of one person at once, and the first of theirs by themselves."""
    choices: list[Choice] = []
    for _, each in groupby((one for one in requests if not one.is_wish), key=lambda one: one.person):
        theirs = tuple(each)
        choices += [*all_of(theirs), *map(choice, theirs[:EACH])]
    return tuple(choices[:MOST_CHOICES])


def all_of(theirs: Sequence[Request]) -> tuple[Choice, ...]:
    """Return the choice to answer all of one person at once; nothing when there is but one."""
    title = f"Alle {len(theirs)} van {theirs[0].who or 'deze persoon'}"
    return (Choice(value=f"{EVERY} {theirs[0].number}", title=title[:60]),) if len(theirs) > 1 else ()


def choice(request: Request) -> Choice:
    return Choice(value=str(request.number), title=f"{request.number}: {request.text[:50]}")


async def answer(step: Step, text: str) -> None:
    """Answer a request, or all of whoever asked it; the answer goes to whoever asked."""
    number, _, words = clean_text(text).partition(" ")
    every = number.casefold() == EVERY
    if every:
        number, _, words = words.strip().partition(" ")
    if not number.isdecimal() or len(number) > 9 or not words.strip():
        step.say(NO_NUMBER)
    elif len(words) > LONGEST:
        step.say(too_long(LONGEST))
    elif every:
        await answer_all(step, int(number), words.strip())
    else:
        await answer_one(step, int(number), words.strip())


async def answer_one(step: Step, number: int, words: str) -> None:
    closed = await step.stores.requests.answer(number, words)
    if closed is None:
        step.say(f"Er is geen open vraag met nummer {number}.")
        return
    step.tells.append(Tell(closed.person, (Say(f"Antwoord op uw vraag {quoted(closed.text)}:\n\n{words}"),)))
    step.say(*((f"Uw antwoord op vraag {number} is verstuurd.",) if closed.reachable else AWAY))
    if closed.kind is RequestKind.QUESTION:
        keep = Button(title="Bewaar dit antwoord", verb=Verb.ITEM, data={"do": "keep", "request": str(number)})
        step.show(ShowCard(NoticeCard(lines=(FOR_THE_NEXT,), buttons=(keep,))))


async def answer_all(step: Step, number: int, words: str) -> None:
    """Give one answer to everything open of whoever asked this; they hear it once."""
    closed = [await step.stores.requests.answer(one.number, words) for one in await step.stores.requests.beside(number)]
    done = [one for one in closed if one is not None]
    if not done:
        step.say(f"Er is geen open vraag met nummer {number}.")
        return
    questions = plural(len(done), "vraag", "vragen")
    step.tells.append(Tell(done[0].person, (Say(f"Antwoord op uw {questions} aan het team:\n\n{words}"),)))
    step.say(*((f"Uw antwoord op {questions} is verstuurd.",) if done[0].reachable else AWAY))
