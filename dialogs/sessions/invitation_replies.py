"""The invitation as a company sees it: when and where, a yes or a no, and the appointment for its calendar."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.forms.form_card import FormCard
from cards.views.notice import NoticeCard
from dialogs.forms.fields import Offers, card_fields
from dialogs.notices.happenings import tell_registration
from dialogs.sessions.attendance import GROUP, earlier_offers
from dialogs.sessions.calendar import offer_appointment
from dialogs.sessions.cards import name_of, where_and_when
from dialogs.sessions.invited.waiting import FULL, asked_back, fill_places
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.forms.declaration import Fields
from domain.forms.judging import Judged, judge
from domain.intake.acceptance import clean_text, whole_number
from domain.intake.declaration import Ask, Offered, Rule
from domain.sessions.session import Session
from domain.sessions.visitors import MOST_TOGETHER, Coming, Issue, Visitor
from domain.sessions.waiting import place_in_line

OVER = "Deze sessie is al geweest, of gaat niet door."
NOT_YOURS = "Deze uitnodiging hoort niet bij uw bedrijf. Typ 'vraag' met uw vraag erachter."
MOVED = "Deze sessie is verplaatst. Kijk nog even naar de dag en kies dan opnieuw."
REPLIES = {
    Coming.YES: "Fijn dat u komt. U staat op de lijst.",
    Coming.MAYBE: "U hoeft nog niet te kiezen. Laat het ons weten als u het weet.",
    Coming.NO: "Jammer. U kunt nog van gedachten veranderen.",
}


class VisitAnswer(Fields):
    """What a company fills in on its invitation."""

    people: Annotated[int, Rule(ge=1, le=MOST_TOGETHER), Ask("Met hoeveel mensen komt u?")]
    issue: Annotated[Issue, Ask("Waar wilt u het over hebben?")]
    group: Annotated[Offered, GROUP]


def invitation_card(
    terrain: str,
    session: Session,
    groups: Offers,
    given: Visitor | None = None,
    *,
    text: str = "",
    message: str = "",
    said: str = "",
) -> FormCard:
    """Return the invitation with its `text`, filled in with what a company answered before."""
    known = given or Visitor(0, "")
    yes = Button(title="Ik kom", verb=Verb.SESSION_DO, data=answer_data(session, "yes"), primary=True)
    no = Button(title="Ik kom niet", verb=Verb.SESSION_DO, data=answer_data(session, "no"))
    maybe = Button(title="Weet ik nog niet", verb=Verb.SESSION_DO, data=answer_data(session, "maybe"))
    agenda = Button(title="Zet in mijn agenda", verb=Verb.SESSION_DO, data={"do": "agenda", "session": str(session.id)})
    return FormCard(
        title=f"{session.plan.kind.title} {terrain}",
        lines=(*(text.split("\n\n") if text else ()), *where_and_when(session)),
        message=message,
        said=said,
        fields=card_fields(VisitAnswer, {"people": known.people, "issue": known.issue, "group": known.group}, offers=groups),
        buttons=(yes, no, agenda) if known.coming is Coming.YES else (yes, no, maybe),
    )


def answer_data(session: Session, coming: str, **more: str) -> dict[str, str]:
    """Return what the buttons of an invitation carry; `at` is the moment to which the answer holds."""
    return {"do": "answer", "session": str(session.id), "coming": coming, "at": session.plan.start.isoformat(), **more}


async def take_answer(step: Step, session: Session, data: Mapping[str, str], inputs: Mapping[str, str]) -> None:
    """Keep what an invited company answers; it may change its mind until the session begins.

    A yes to another day than the session has now is not kept: the card shows the new day first.
    """
    if not session.is_open or session.plan.start <= step.known.now:
        step.show(ReplaceCard(NoticeCard(lines=(OVER,))))
        return
    known = await own_visit(step, session)
    terrain, groups = name_of(step, session.plan.terrain), await earlier_offers(step, session)
    if known is None:
        step.say(NOT_YOURS)
    elif data.get("at") != session.plan.start.isoformat():
        step.show(ReplaceCard(invitation_card(terrain, session, groups, known, message=MOVED)))
    else:
        given = read_answer(step, data, judge(VisitAnswer, inputs, step.today, groups))
        kept = await keep_answer(step, session, known, given, waits=data.get("waits") == "yes")
        card = invitation_card(terrain, session, groups, kept.visit, message=kept.message, said=kept.said)
        step.show(ReplaceCard(choosing(card, kept.instead)))


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """A company as it is on the list after its answer, and what its card then says."""

    visit: Visitor
    message: str = ""
    said: str = ""
    instead: tuple[Button, ...] = ()


def choosing(card: FormCard, instead: tuple[Button, ...]) -> FormCard:
    """Return an invitation on which one chooses from these, or says no; the card as it is when there is nothing to choose."""
    no = tuple(one for one in card.buttons if one.data.get("coming") == "no")
    return card.model_copy(update={"buttons": (*instead, *no)}) if instead else card


async def keep_answer(step: Step, session: Session, known: Visitor, given: Visitor, *, waits: bool = False) -> KeptAnswer:
    """Keep what a company answers as far as there is room; what it leaves goes to who waits."""
    found = await step.stores.places.answer(session.id, step.known.intake.id, given, waits=waits)
    if found is None or found.coming is None:
        room = found.room if found is not None else 0
        return KeptAnswer(known, message=asked_back(known, room), instead=choices_in(session, known, given, room))
    visit = replace(given, coming=found.coming, number=known.number)
    if visit.coming is Coming.YES and known.coming is not Coming.YES:
        await tell_registration(step, session.plan.terrain, visit.people)
    await fill_places(step.stores, session, step.known.now)
    if visit.coming is Coming.WAITING:
        place = place_in_line(await step.stores.sessions.visitors(session, step.known.now), known.number)
        return KeptAnswer(visit, said=FULL.format(place=place))
    return KeptAnswer(visit, said=REPLIES[visit.coming])


def choices_in(session: Session, known: Visitor, given: Visitor, room: int) -> tuple[Button, ...]:
    """Return what can be chosen when not all of a company fit: come with fewer, or wait. Who has a place loses it for no line."""
    seated = known.coming is Coming.YES
    fewer = answer_data(session, "yes", people=str(room))
    wait = answer_data(session, "yes", people=str(given.people), waits="yes")
    ways = (
        (
            room > (known.people if seated else 0),
            Button(title=f"Ik kom met {room}", verb=Verb.SESSION_DO, data=fewer, primary=True),
        ),
        (not seated, Button(title="Zet ons op de wachtlijst", verb=Verb.SESSION_DO, data=wait)),
    )
    return tuple(button for offered, button in ways if offered)


def read_answer(step: Step, data: Mapping[str, str], judged: Judged) -> Visitor:
    """Return what a company answers; it comes alone when no believable number was filled in."""
    coming = Coming(data["coming"]) if data.get("coming") in REPLIES else Coming.NO
    name, people = clean_text(step.known.sender.name)[:120], carried_people(data) or judged.number("people", 1)
    return Visitor(0, "", name, people, judged.text("issue"), coming=coming, group=judged.text("group"))


def carried_people(data: Mapping[str, str]) -> int:
    """Return with how many people a button says that they come; 0 for one that does not say it, or says what cannot be."""
    people = whole_number(data.get("people", ""))
    return people if 0 < people <= MOST_TOGETHER else 0


async def own_visit(step: Step, session: Session) -> Visitor | None:
    """Return what one's own company answered; None when it was not invited."""
    there = await step.stores.sessions.visitors(session, step.known.now)
    return next((one for one in there if one.intake is not None and one.intake == step.known.intake.id), None)


async def give_appointment(step: Step, session: Session) -> None:
    """Offer the appointment to a company that was invited; it names no other company."""
    if await own_visit(step, session) is None:
        step.say(NOT_YOURS)
        return
    offer_appointment(step, session)
