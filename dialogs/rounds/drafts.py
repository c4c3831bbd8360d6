"""Drafts around sessions: made on their day, shown to whoever leads the terrain, and sent only after a yes."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated
from uuid import uuid4

from cards.formats import listing, plural
from cards.verbs import Verb
from cards.views.card import MOST_BUTTONS, Button
from cards.views.forms.form_card import FormCard
from cards.views.notice import NoticeCard
from dialogs.forms.fields import card_fields
from dialogs.notices.guard import LOOK, GuardDoes, Look, guard_part, look_after, must_look, seen_of, text_facts
from dialogs.notices.kind import NoticeKind, Telling
from dialogs.notices.office import official_step, roles_of
from dialogs.notices.sending import delivered, offer_by_hand, plan_sending, sent_to, session_of
from dialogs.rounds.attention import DRAFTS
from dialogs.rounds.first_texts import first_text
from dialogs.rounds.follow_ups import FOLLOW_UPS
from dialogs.sessions.cards import name_of, when
from dialogs.sessions.invitations import typed_text
from dialogs.stores.stores import Stores
from dialogs.turn.attention import button_of, gather
from dialogs.turn.events import Pressed
from dialogs.turn.known import House
from dialogs.turn.replies import ReplaceCard, Reply, ShowCard
from dialogs.turn.step import Step
from domain.access.roles import Right
from domain.calendar.here import date_here
from domain.forms.declaration import Fields
from domain.intake.acceptance import key_in
from domain.intake.declaration import Ask, Rule
from domain.notices.notice import NewNotice, Notice
from domain.notices.sending import Sending, SendingState
from domain.rounds.follow_ups import WORKED_UNTIL, FollowUp, due_after
from domain.sessions.session import Session

LONGEST = 1200
NAMED = 12  # companies
SHOWN, SENT = 6, datetime.timedelta(days=14)  # how many of what was sent are listed, and how long after
TITLES = {name: one.title for name, one in FOLLOW_UPS.items()}
AHEAD = datetime.timedelta(days=60)  # how far ahead newcomers are looked for
GONE, NOTHING = "Dit concept is al verstuurd, of gaat niet door.", "Er wachten geen berichten op u."
FEW = "Nog niemand van hen wil bericht krijgen. Er is dus niets te versturen."


class DraftText(Fields):
    """What the team may change in a text before it goes."""

    text: Annotated[str, Rule(max_length=LONGEST), Ask("Wilt u iets wijzigen?")]


async def plan_drafts(stores: Stores, now: datetime.datetime, house: House) -> int:
    """Make the drafts that are due and plan to show each to whoever leads the terrain; return how many were made."""
    made = 0
    for session in await stores.rounds.sessions(now - datetime.timedelta(days=WORKED_UNTIL + 1), now + AHEAD):
        kind = due_draft(session, now)
        if kind is None or any(one.kind == kind for one in await stores.sendings.of_session(session.id)):
            continue
        draft = Sending(uuid4(), kind, session.plan.terrain, "", SendingState.OPEN, now, session.id)
        audience = await FOLLOW_UPS[kind].audience(stores, draft, now)
        if audience is None or not await stores.audiences.members(audience, now):
            continue
        draft = replace(draft, text=await first_text(stores, session, kind, now, house.organisation))
        if await stores.sendings.make(draft, f"{kind}:{session.id}"):
            made += 1
            await show_to_team(stores, house, draft, session)
    return made


def due_draft(session: Session, now: datetime.datetime) -> FollowUp | None:
    """Return which draft may be due for a session; None when none is."""
    return FollowUp.RECAP if session.is_open and session.plan.start > now else due_after(session, date_here(now))


async def show_to_team(stores: Stores, house: House, draft: Sending, session: Session) -> None:
    """Plan to show a draft to whoever leads the terrain and still belongs to the team, or else to whoever planned the session."""
    who = (await stores.dossiers.state(session.plan.terrain)).director
    reached = who is not None and who in await stores.rounds.directors()
    if who is None or not reached or not (await roles_of(stores, house, who)).may(Right.WORK):
        who = await stores.rounds.editor(session.id)
    if who is not None:
        await stores.notices.plan(NewNotice(DRAFT.name, person=who, terrain=session.plan.terrain, key=f"draft:{draft.id}",
                                            data={"sending": str(draft.id)}))  # fmt: skip


async def tell_draft(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Show the team drafts that wait for its yes."""
    step = await official_step(telling)
    if step is None:
        return ()
    waiting = [found for one in notices if (found := await find_waiting(step, one.data.get("sending"))) is not None]
    return tuple([ShowCard(await draft_card(step, *found)) for found in waiting])


async def find_waiting(step: Step, key: object) -> tuple[Sending, Session] | None:
    """Return a draft that waits for a yes, with its session; None when there is none (any more)."""
    known = key_in(key)
    draft = await step.stores.sendings.find(known) if known is not None else None
    session = await session_of(step.stores, draft) if draft is not None else None
    if draft is None or session is None or draft.state is not SendingState.OPEN:
        return None
    return draft, session


async def draft_card(step: Step, draft: Sending, session: Session, message: str = "", look: Look | None = None) -> FormCard:
    """Return a draft with its words to change, what to mind in them, for how many companies it is, and what decides."""
    look = look or Look(draft.text)
    facts = await text_facts(step, draft.terrain, session)
    kind = FOLLOW_UPS[draft.kind]
    audience = await kind.audience(step.stores, draft, step.known.now)
    members = await step.stores.audiences.members(audience, step.known.now) if audience is not None else ()
    hearing = [one for one in members if one.heard or one.addressees]
    count, seen = len(hearing), {"seen": seen_of(look.text)}
    whom = f"Voor: {listing([one.name or 'een bedrijf' for one in hearing[:NAMED]])}{' en anderen' if count > NAMED else ''}."
    unworked = draft.kind == FollowUp.WORKED and not session.directions
    hint = "Er staan nog geen richtingen in. Vul ze in bij 'Na afloop' van de sessie, of typ ze hier." if unworked else ""
    also = "Wie zich later aanmeldt, krijgt deze tekst ook. " if draft.kind == FollowUp.RECAP else ""
    slides = "De dia's gaan mee. " if draft.kind == FollowUp.THANKS else ""
    return FormCard(
        title=f"Klaar om te versturen? {kind.title}",
        lines=(
            f"{session.plan.kind.title} {name_of(step, session.plan.terrain)}, {when(session.plan)}.",
            f"{slides}{also}{plural(count, 'bedrijf krijgt', 'bedrijven krijgen')} dit bericht." if count else FEW,
            *((whom,) if count and draft.kind == FollowUp.REMINDER else ()),
            "Er is nog niets verstuurd. U beslist. Dit staat erin:",
            *look.text.split("\n\n"),  # whole: the field below shows a few lines of it
        ),
        message=message or hint,
        fields=card_fields(DraftText, {"text": look.text}),
        guard=guard_part(look, facts, lambda title, do, more: act(title, do, draft, more=more)),
        buttons=(
            *((act("Goedkeuren en versturen", "send", draft, primary=True, more=seen),) if count else ()),
            act("Bewaar de tekst", "save", draft),
            act("Niet versturen", "drop", draft),
            Button(title="Wie was er", verb=Verb.SESSION, data={"do": "visitors", "session": str(session.id)}),
        ),
    )


def act(title: str, do: str, draft: Sending, *, primary: bool = False, more: Mapping[str, str] | None = None) -> Button:
    """Return a button that decides about a draft."""
    data = {"do": do, "draft": str(draft.id), **(more or {})}
    return Button(title=title, verb=Verb.DRAFT_DO, data=data, primary=primary)


async def list_drafts(step: Step, _: str) -> None:
    """Show what waits for a yes of the team, and what became of what was sent."""
    found = await gather(step, (DRAFTS,))
    sent = (await step.stores.sendings.approved(tuple(FOLLOW_UPS), step.known.now - SENT))[:SHOWN]
    became = await delivered(step.stores, {one: await title_of(step, one) or TITLES[one.kind] for one in sent})
    if not found:
        step.say(NOTHING, *became)
        return
    more = (f"Beslis eerst over deze. Daarna ziet u er nog {len(found) - MOST_BUTTONS}.",) if len(found) > MOST_BUTTONS else ()
    lines = (f"{place}. {one.line}" for place, one in enumerate(found[:MOST_BUTTONS], start=1))
    buttons = (
        button_of(one, primary=place == 1).model_copy(update={"title": f"{place}. {one.tap.title}"})
        for place, one in enumerate(found[:MOST_BUTTONS], start=1)
    )
    step.show(ShowCard(NoticeCard(title="Wacht op uw ja", lines=(*lines, *more, *became), buttons=tuple(buttons))))


async def title_of(step: Step, draft: Sending) -> str | None:
    """Return what a draft is and what it is about; None when its session is gone."""
    session = await session_of(step.stores, draft)
    if session is None:
        return None
    return f"{TITLES[draft.kind]}: {session.plan.kind.title.lower()} {name_of(step, session.plan.terrain)}, {when(session.plan)}"


async def press_draft(step: Step, event: Pressed) -> None:
    """Open a draft, keep its words, send it, or drop it."""
    if not step.known.is_team:
        step.say("Deze knop werkt niet meer.")
        return
    found = await find_waiting(step, event.data.get("draft"))
    if found is None:
        step.show(ReplaceCard(NoticeCard(lines=(GONE,))))
        return
    draft, session = found
    text, do = typed_text(event.inputs), event.data.get("do")
    if event.verb == Verb.DRAFT:
        step.show(ReplaceCard(await draft_card(step, draft, session)))
    elif do == "drop":
        await decide(step, draft, SendingState.DROPPED, "Goed. Dit bericht wordt niet verstuurd.")
    elif not text:
        step.show(ReplaceCard(await draft_card(step, draft, session, "Er moet een tekst zijn.")))
    elif (look := await looked_at(step, draft, session, event, text)) is not None:
        step.show(ReplaceCard(await draft_card(step, draft, session, LOOK if do == "send" else "", look)))
    else:
        await keep_or_send(step, draft, session, text, send=do == "send")


async def looked_at(step: Step, draft: Sending, session: Session, event: Pressed, text: str) -> Look | None:
    """Return the text to be shown once more: as the guard has it, or with what nobody saw yet; None when it is seen."""
    facts, do = await text_facts(step, draft.terrain, session), str(event.data.get("do", ""))
    if do in list(GuardDoes):
        return look_after(do, text, event.data, facts)
    return Look(text) if do == "send" and must_look(text, event.data.get("seen"), facts) else None


async def keep_or_send(step: Step, draft: Sending, session: Session, text: str, *, send: bool) -> None:
    """Keep the words; and with a yes plan them for every company that they are for."""
    written = await step.stores.sendings.write(draft.id, text)
    if written is None:
        step.show(ReplaceCard(NoticeCard(lines=(GONE,))))
    elif not send:
        step.show(ReplaceCard(await draft_card(step, written, session, "De tekst is bewaard. Er is nog niets verstuurd.")))
    else:
        await decide(step, written, SendingState.APPROVED, "")


async def decide(step: Step, draft: Sending, state: SendingState, said: str) -> None:
    """Approve or drop a draft, once, and say what happens."""
    decided = await step.stores.sendings.decide(draft.id, state, step.known.now)
    if decided is None:
        step.show(ReplaceCard(NoticeCard(lines=(GONE,))))
        return
    if state is SendingState.APPROVED:
        count = await plan_sending(step.stores, FOLLOW_UPS[draft.kind], decided, step.known.now)
        said = f"Goedgekeurd. Het bericht {sent_to(step.stores, count, step.known.now)}."
        audience = await FOLLOW_UPS[draft.kind].audience(step.stores, decided, step.known.now)
        await offer_by_hand(step, audience, await title_of(step, decided) or TITLES[draft.kind], decided.text)
    later = ("Wie vandaag al bericht kreeg, krijgt het de volgende werkdag.",) if state is SendingState.APPROVED else ()
    step.show(ReplaceCard(NoticeCard(title=TITLES[draft.kind], lines=(said, *later))))


DRAFT = NoticeKind("draft", "concept van een bericht", tell_draft)
