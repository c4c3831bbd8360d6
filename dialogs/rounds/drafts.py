"""Drafts around sessions: made on their day, shown to whoever leads the terrain, and sent only after a yes."""

import datetime
from collections.abc import Sequence
from typing import Annotated

from cards.formats import day_of, listing, moment, plural
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.forms.form_card import FormCard
from cards.views.notice import NoticeCard
from dialogs.forms.fields import card_fields
from dialogs.notices.kind import NoticeKind, Telling
from dialogs.notices.office import official_step, roles_of
from dialogs.rounds.news import earlier_guests, hearing, plan_draft, readers
from dialogs.rounds.words import TITLES
from dialogs.sessions.cards import name_of, when
from dialogs.sessions.invitations import typed_text
from dialogs.stores.stores import Stores
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
from domain.rounds.follow_ups import WORKED_UNTIL, Draft, DraftState, FollowUp, due_after, newcomers, there
from domain.sessions.session import Session

LONGEST = 1200
AHEAD = datetime.timedelta(days=60)  # how far ahead newcomers are looked for
GONE = "Dit concept is al verstuurd, of gaat niet door."
NOTHING = "Er wachten geen berichten op u."
FEW = "Nog niemand van hen wil bericht krijgen. Er is dus niets te versturen."


class DraftText(Fields):
    """What the team may change in a text before it goes."""

    text: Annotated[str, Rule(max_length=LONGEST), Ask("Wilt u iets wijzigen?")]


async def plan_drafts(stores: Stores, now: datetime.datetime, house: House) -> int:
    """Make the drafts that are due and plan to show each to whoever leads the terrain; return how many were made."""
    made = 0
    for session in await stores.rounds.sessions(now - datetime.timedelta(days=WORKED_UNTIL + 1), now + AHEAD):
        kind = due_draft(session, now)
        if (
            kind is None
            or kind in await stores.follow_ups.kinds(session.id)
            or not await is_for_somebody(stores, session, kind, now)
        ):
            continue
        text = await first_text(stores, session, kind, now, house.organisation)
        draft = await stores.follow_ups.make(session.id, kind, text, now)
        if draft is not None:
            made += 1
            await show_to_team(stores, house, draft, session)
    return made


def due_draft(session: Session, now: datetime.datetime) -> FollowUp | None:
    """Return which draft may be due for a session; None when none is."""
    return FollowUp.RECAP if session.is_open and session.plan.start > now else due_after(session, date_here(now))


async def is_for_somebody(stores: Stores, session: Session, kind: FollowUp, now: datetime.datetime) -> bool:
    """Say whether there are companies that a draft is for."""
    visitors = await stores.sessions.visitors(session, now)
    if kind is not FollowUp.RECAP:
        return bool(there(visitors))
    earlier = await earlier_guests(stores, session, now)
    return bool(earlier and newcomers(visitors, earlier))


async def show_to_team(stores: Stores, house: House, draft: Draft, session: Session) -> None:
    """Plan to show a draft to whoever leads the terrain and still belongs to the team, or else to whoever planned the session."""
    who = (await stores.dossiers.state(session.plan.terrain)).director
    reached = who is not None and who in await stores.rounds.directors()
    if who is None or not reached or not (await roles_of(stores, house, who)).may(Right.WORK):
        who = await stores.rounds.editor(session.id)
    if who is not None:
        await stores.notices.plan(NewNotice(DRAFT.name, person=who, terrain=session.plan.terrain, key=draft.key,
                                            data={"draft": str(draft.id)}))  # fmt: skip


async def first_text(stores: Stores, session: Session, kind: FollowUp, now: datetime.datetime, organisation: str) -> str:
    """Return the words to begin with. The source names what belongs in each; the team changes them."""
    terrain = stores.terrains.named(session.plan.terrain)
    name = terrain.name if terrain else "uw terrein"
    on = day_of(session.plan.start)
    after = await next_session(stores, session, now)
    coming = f"De volgende keer is op {moment(after.plan.start)}." if after else "De volgende datum hoort u van ons."
    signed = f"Dit bericht komt van {organisation}."
    if kind is FollowUp.THANKS:
        parts = [f"Dank u wel dat u er was op {on}. Hierbij krijgt u de dia's.",
                 "Over een week krijgt u de uitwerking van wat u samen bedacht."]  # fmt: skip
    elif kind is FollowUp.WORKED:
        parts = [f"Op {on} dacht u mee over laden op {name}.", *outcome_of(session.directions), coming,
                 "Weet u nog een bedrijf dat erbij hoort? Typ dan 'vraag' met de naam erachter."]  # fmt: skip
    else:
        earlier = [one for one in await stores.sessions.of_terrain(session.plan.terrain)
                   if one.id != session.id and not one.cancelled and one.plan.end < now]  # fmt: skip
        days = listing([day_of(one.plan.start) for one in earlier])
        found = tuple(line for one in earlier for line in one.directions)
        parts = [f"Fijn dat u meedoet. Bedrijven op {name} kwamen al bij elkaar op {days}.", *outcome_of(found),
                 "U kunt gewoon instappen. Uw vragen en ideeën tellen net zo goed mee. Meedoen kost u niets."]  # fmt: skip
    return "\n\n".join((*parts, signed))


def outcome_of(directions: Sequence[str]) -> list[str]:
    """Return the directions that came out of sessions, as a paragraph."""
    return ["Dit kwam eruit:\n" + "\n".join(f"- {one}" for one in directions)] if directions else []


async def next_session(stores: Stores, session: Session, now: datetime.datetime) -> Session | None:
    """Return the next session of the same terrain that is planned."""
    all_of_them = await stores.sessions.of_terrain(session.plan.terrain)
    return next((one for one in all_of_them if one.is_open and one.plan.start > now and one.id != session.id), None)


async def tell_draft(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Show the team drafts that wait for its yes."""
    step = await official_step(telling)
    if step is None:
        return ()
    waiting = [found for one in notices if (found := await find_waiting(step, one.data.get("draft"))) is not None]
    return tuple([ShowCard(await draft_card(step, *found)) for found in waiting])


async def find_waiting(step: Step, key: object) -> tuple[Draft, Session] | None:
    """Return a draft that waits for a yes, with its session; None when there is none (any more)."""
    known = key_in(key)
    draft = await step.stores.follow_ups.find(known) if known is not None else None
    session = await step.stores.sessions.find(draft.session) if draft is not None else None
    if draft is None or session is None or draft.state is not DraftState.OPEN:
        return None
    return draft, session


async def draft_card(step: Step, draft: Draft, session: Session, message: str = "") -> FormCard:
    """Return a draft with its words to change, for how many companies it is, and the buttons that decide."""
    count = await count_readers(step.stores, draft, session, step.known.now)
    unworked = draft.kind is FollowUp.WORKED and not session.directions
    hint = "Er staan nog geen richtingen in. Vul ze in bij 'Na afloop' van de sessie, of typ ze hier." if unworked else ""
    also = "Wie zich later aanmeldt, krijgt deze tekst ook. " if draft.kind is FollowUp.RECAP else ""
    slides = "De dia's gaan mee. " if draft.kind is FollowUp.THANKS else ""
    return FormCard(
        title=f"Klaar om te versturen? {TITLES[draft.kind]}",
        lines=(
            f"{session.plan.kind.title} {name_of(step, session.plan.terrain)}, {when(session.plan)}.",
            f"{slides}{also}{plural(count, 'bedrijf krijgt', 'bedrijven krijgen')} dit bericht." if count else FEW,
            "Er is nog niets verstuurd. U beslist. Dit staat erin:",
            *draft.text.split("\n\n"),  # whole: the field below shows a few lines of it
        ),
        message=message or hint,
        fields=card_fields(DraftText, {"text": draft.text}),
        buttons=(
            *((act("Goedkeuren en versturen", "send", draft, primary=True),) if count else ()),
            act("Bewaar de tekst", "save", draft),
            act("Niet versturen", "drop", draft),
            Button(title="Wie was er", verb=Verb.SESSION, data={"do": "visitors", "session": str(session.id)}),
        ),
    )


async def count_readers(stores: Stores, draft: Draft, session: Session, now: datetime.datetime) -> int:
    """Return how many companies a draft would go to now."""
    contacts = await hearing(stores, session.plan.terrain, await readers(stores, draft, session, now), now)
    return len({one.intake for one in contacts})


def act(title: str, do: str, draft: Draft, *, primary: bool = False) -> Button:
    """Return a button that decides about a draft, or shows it."""
    verb = Verb.DRAFT if do == "open" else Verb.DRAFT_DO
    return Button(title=title, verb=verb, data={"do": do, "draft": str(draft.id)}, primary=primary)


async def list_drafts(step: Step, _: str) -> None:
    """Show what waits for a yes of the team."""
    lines, buttons = list[str](), list[Button]()
    for draft in await step.stores.follow_ups.open():
        session = await step.stores.sessions.find(draft.session)
        if session is not None:
            about = f"{TITLES[draft.kind]}: {session.plan.kind.title.lower()} {name_of(step, session.plan.terrain)}"
            lines.append(f"{about}, {when(session.plan)}.")
            buttons.append(act(f"{len(lines)}. {TITLES[draft.kind]}", "open", draft, primary=not buttons))
    if not lines:
        step.say(NOTHING)
        return
    more = (f"Beslis eerst over deze. Daarna ziet u er nog {len(lines) - 6}.",) if len(lines) > 6 else ()
    numbered = (f"{place}. {line}" for place, line in enumerate(lines[:6], start=1))
    step.show(ShowCard(NoticeCard(title="Wacht op uw ja", lines=(*numbered, *more), buttons=tuple(buttons[:6]))))


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
        await decide(step, draft, DraftState.DROPPED, "Goed. Dit bericht wordt niet verstuurd.")
    elif not text:
        step.show(ReplaceCard(await draft_card(step, draft, session, "Er moet een tekst zijn.")))
    else:
        await keep_or_send(step, draft, session, text, send=do == "send")


async def keep_or_send(step: Step, draft: Draft, session: Session, text: str, *, send: bool) -> None:
    """Keep the words; and with a yes plan them for every company that they are for."""
    written = await step.stores.follow_ups.write(draft.id, text)
    if written is None:
        step.show(ReplaceCard(NoticeCard(lines=(GONE,))))
    elif not send:
        step.show(ReplaceCard(await draft_card(step, written, session, "De tekst is bewaard. Er is nog niets verstuurd.")))
    else:
        await decide(step, written, DraftState.APPROVED, "")


async def decide(step: Step, draft: Draft, state: DraftState, said: str) -> None:
    """Approve or drop a draft, once, and say what happens."""
    decided = await step.stores.follow_ups.decide(draft.id, state, step.known.now)
    if decided is None:
        step.show(ReplaceCard(NoticeCard(lines=(GONE,))))
        return
    if state is DraftState.APPROVED:
        people = await plan_draft(step.stores, decided, step.known.now)
        opens = step.stores.notices.next_moment(step.known.now)
        at = "nu" if opens <= step.known.now else f"op {moment(opens)}"
        said = f"Goedgekeurd. Het bericht gaat {at} naar {plural(people, 'persoon', 'mensen')}."
    later = ("Wie vandaag al bericht kreeg, krijgt het de volgende werkdag.",) if state is DraftState.APPROVED else ()
    step.show(ReplaceCard(NoticeCard(title=TITLES[draft.kind], lines=(said, *later))))


DRAFT = NoticeKind("draft", "concept van een bericht", tell_draft)
