"""An invitation that is answered in words: what was noted is said, with how to change it; what is in doubt the card asks."""

from cards.formats import plural
from cards.views.card import Button
from dialogs.sessions.attendance import earlier_offers
from dialogs.sessions.cards import name_of, when
from dialogs.sessions.invitation_replies import MOVED, choosing, invitation_card, keep_answer, own_visit
from dialogs.sessions.invitation_words import InWords, WordsOfVisit, read_visit
from dialogs.turn.place import Phase
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.intake.acceptance import clean_text
from domain.sessions.session import Session, UntoldChanges
from domain.sessions.visitors import MOST_TOGETHER, UNDECIDED, Coming, Visitor

CHANGE = "Wilt u dit veranderen? Typ dan bijvoorbeeld 'wij komen met 2' of 'ik kom niet'."
HOW_MANY = "Typ bijvoorbeeld 'wij komen met 3' als u met meer mensen komt."
CHOOSE = "Gaat dit over deze uitnodiging? Kies dan hieronder."
MANY = f"Wij rekenen op hooguit {MOST_TOGETHER} mensen per bedrijf. Met hoeveel komt u?"
NOTED = {Coming.MAYBE: "u weet het nog niet", Coming.NO: "u komt niet", Coming.WAITING: "u wilt komen"}
MOST_SHOWN = 3

Invited = tuple[Session, Visitor]


async def hear_invitation(step: Step, text: str) -> bool:
    """Take an answer to an invitation that is open; False when the words say no such thing, or there is none.

    A bare yes or no says nothing by itself: where nothing else was asked, the card is shown to choose on.
    """
    said = read_visit(text)
    if said is None or step.in_office or not step.may_keep() or (said.plain and not is_free(step)):
        return False
    open_ones = await open_invitations(step)
    if len(open_ones) == 1:
        await take_words(step, *open_ones[0], said)
    else:
        for session, known in open_ones[:MOST_SHOWN]:
            await show_card(step, session, known, CHOOSE)
    return bool(open_ones)


def is_free(step: Step) -> bool:
    """Say whether nothing was asked that these words could be about."""
    return step.place.phase is Phase.DONE and step.place.asked is None and not step.place.held


async def open_invitations(step: Step) -> tuple[Invited, ...]:
    """Return the sessions still to come to which this company was invited: those without an answer, or else all of them."""
    terrain = step.answers.known("company.terrain")
    key = terrain.get("id") if isinstance(terrain, dict) else None
    sessions = await step.stores.sessions.of_terrain(key) if key else ()
    coming = [one for one in sessions if one.is_open and one.plan.start > step.known.now]
    found = [(one, visit) for one in coming if (visit := await own_visit(step, one)) is not None]
    unanswered = tuple((one, visit) for one, visit in found if visit.coming in UNDECIDED)
    return unanswered or tuple(found)


async def take_words(step: Step, session: Session, known: Visitor, said: WordsOfVisit) -> None:
    """Keep what was answered as far as it is clear, and say so."""
    if session.news is UntoldChanges.MOVED:
        await show_card(step, session, known, MOVED)
    elif said.people > MOST_TOGETHER:
        await show_card(step, session, known, MANY)
    elif said.answered is InWords.MAYBE and known.coming is Coming.YES:
        step.say(still_listed(known), f"{about(step, session)}. {CHANGE}")
    elif said.answered is InWords.MAYBE:
        await keep_visit(step, session, known, Coming.MAYBE, known.people, counted=True)
    elif said.answered is InWords.UNSURE or (said.plain and known.coming is not Coming.YES):
        await show_card(step, session, known, CHOOSE)
    elif said.answered is InWords.YES:
        before = known.people if known.coming is Coming.YES else 1
        await keep_visit(step, session, known, Coming.YES, said.people or before, counted=said.people > 0)
    else:
        await keep_visit(step, session, known, Coming.NO, known.people, counted=True)


async def keep_visit(step: Step, session: Session, known: Visitor, coming: Coming, people: int, *, counted: bool) -> None:
    """Keep whether and with how many a company comes; what it filled in before about the subject stays."""
    name = clean_text(step.known.sender.name)[:120]
    given = Visitor(0, "", name, people, known.issue, coming=coming, group=known.group)
    kept = await keep_answer(step, session, known, given)
    if kept.visit is known:
        await show_card(step, session, known, kept.message, instead=kept.instead)
        return
    noted = NOTED.get(kept.visit.coming) or f"u komt met {plural(people, 'persoon', 'personen')}"
    more = "" if counted else HOW_MANY
    lead = "\n\n".join(filter(None, (f"Genoteerd: {noted}. {about(step, session)}.", more, CHANGE)))
    await show_card(step, session, kept.visit, "", lead, said=kept.said)


def still_listed(known: Visitor) -> str:
    """Say what holds for whoever said yes, and does not know any more."""
    return f"Goed. U staat nog op de lijst, met {plural(known.people, 'persoon', 'personen')}."


def about(step: Step, session: Session) -> str:
    """Return which session it is, and when."""
    return f"{session.plan.kind.title} {name_of(step, session.plan.terrain)}, {when(session.plan)}"


async def show_card(
    step: Step,
    session: Session,
    known: Visitor,
    message: str,
    lead: str = "",
    *,
    said: str = "",
    instead: tuple[Button, ...] = (),
) -> None:
    terrain, groups = name_of(step, session.plan.terrain), await earlier_offers(step, session)
    card = invitation_card(terrain, session, groups, known, message=message, said=said)
    step.show(ShowCard(choosing(card, instead), text=lead))
