"""The invitation as a company sees it: when and where, a yes or a no, and the appointment for its calendar."""

from collections.abc import Mapping
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
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.forms.declaration import Fields
from domain.forms.judging import Judged, judge
from domain.intake.acceptance import clean_text
from domain.intake.declaration import Ask, Offered, Rule
from domain.sessions.session import Session
from domain.sessions.visitors import MOST_TOGETHER, Coming, Issue, Visitor

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


def answer_data(session: Session, coming: str) -> dict[str, str]:
    """Return what the buttons of an invitation carry; `at` is the moment to which the answer holds."""
    return {"do": "answer", "session": str(session.id), "coming": coming, "at": session.plan.start.isoformat()}


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
        await step.stores.sessions.answer(session.id, step.known.intake.id, given)
        if given.coming is Coming.YES and known.coming is not Coming.YES:
            await tell_registration(step, session.plan.terrain, given.people)
        step.show(ReplaceCard(invitation_card(terrain, session, groups, given, said=REPLIES[given.coming])))


def read_answer(step: Step, data: Mapping[str, str], judged: Judged) -> Visitor:
    """Return what a company answers; it comes alone when no believable number was filled in."""
    coming = Coming(data["coming"]) if data.get("coming") in REPLIES else Coming.NO
    name, people = clean_text(step.known.sender.name)[:120], judged.number("people", 1)
    return Visitor(0, "", name, people, judged.text("issue"), coming=coming, group=judged.text("group"))


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
