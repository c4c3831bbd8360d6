"""What the rounds know that asks for attention: silence between sessions, drafts that wait for a yes, invitations, consents."""

import datetime
from collections.abc import Sequence
from uuid import UUID

from cards.formats import day, day_of
from cards.verbs import Verb
from dialogs.consent.consents import decisions
from dialogs.rounds.consent_ends import TITLE, ending_key
from dialogs.rounds.follow_ups import FOLLOW_UPS
from dialogs.sessions.cards import when
from dialogs.sessions.invitation_replies import answer_data
from dialogs.turn.attention_kind import AttentionKind, Scene
from domain.attention.attention import Attention, Tap, Weight, Whom
from domain.calendar.here import date_here
from domain.consent.consents import TEXTS, Decision, Purpose, State, ends_soon, has_ended, is_allowed, is_outdated
from domain.notices.sending import Sending
from domain.rounds.silence import silent_since
from domain.sessions.session import Session

TITLE_OVER = "Uw toestemming is afgelopen"
COMES = {"Ik kom": "yes", "Ik kom niet": "no"}


async def find_silence(scene: Scene) -> Sequence[Attention]:
    """Return where the last session was too long ago while no next one is planned."""
    found, days = list[Attention](), datetime.timedelta(days=scene.silent_days)
    for terrain, state in scene.states.items():
        if (since := silent_since(state, scene.now, scene.today, scene.silent_days)) is not None:
            line = f"De laatste sessie was op {day(since)}. Er is nog geen nieuwe gepland."
            tap = Tap.says("Plan een sessie", f"sessieplan {terrain}")
            found.append(Attention(f"silent:{terrain}:{since}", line, tap, Weight.LATE, terrain, since + days))
    return found


async def find_drafts(scene: Scene) -> Sequence[Attention]:
    """Return the drafts that wait for a yes, that of the first session first."""
    drafts = await scene.stores.sendings.open()
    sessions = await scene.stores.sessions.these({one.session for one in drafts if one.session})
    about = [(one, sessions.get(one.session)) for one in drafts if one.session]
    return tuple(waiting(scene, one, session, rank) for rank, (one, session) in enumerate(about) if session is not None)


def waiting(scene: Scene, draft: Sending, session: Session, rank: int) -> Attention:
    """Return one draft that waits."""
    plan, title = session.plan, FOLLOW_UPS[draft.kind].title
    terrain = scene.stores.terrains.named(plan.terrain)
    line = f"{title}: {plan.kind.title.lower()} {terrain.name if terrain else plan.terrain}, {when(plan)}."
    tap = Tap(title, Verb.DRAFT, {"do": "open", "draft": str(draft.id)})
    return Attention(draft.key, line, tap, Weight.WAITS, plan.terrain, rank=rank)


async def find_endings(scene: Scene) -> Sequence[Attention]:
    """Return the consents of whoever looks, and of their company, that end soon, or ended and count for nothing."""
    decided = decisions(scene.kept, scene.intake.consents) if scene.intake is not None else {}
    return tuple(
        Attention(ending_key(purpose, one.until), line, Tap.says("Bekijk", "toestemming"), Weight.ENDS,
                  due=date_here(one.until), rank=place, company=scene.intake.id if scene.intake else None)
        for place, (purpose, one) in enumerate(decided.items())
        if (line := ending_line(purpose, one, scene.now))
    )  # fmt: skip


def ending_line(purpose: Purpose, decision: Decision, now: datetime.datetime) -> str:
    """Return that a yes ends soon, or ended; nothing while it holds, and of what is asked again because its words changed."""
    title, until = TEXTS[purpose].title, day_of(decision.until)
    if ends_soon(purpose, decision, now):
        return f"{TITLE}: {title}, geldig tot {until}."
    over = decision.state is State.GIVEN and has_ended(purpose, decision, now) and not is_outdated(purpose, decision)
    return f"{TITLE_OVER}: {title}, op {until}. Dit telt nu niet." if over else ""


async def find_invitations(scene: Scene) -> Sequence[Attention]:
    """Return the sessions to which the company of whoever looks is invited and did not answer, as long as it wants to be."""
    if scene.intake is None or not is_allowed(Purpose.APPROACH, scene.intake.consents.get(Purpose.APPROACH), scene.now):
        return ()
    asked = await scene.stores.sessions.unanswered(scene.intake.id, scene.now)
    return tuple(invited(scene, scene.intake.id, one) for one in asked)


def invited(scene: Scene, company: UUID, session: Session) -> Attention:
    """Return one invitation, with the two answers to it."""
    plan, terrain = session.plan, scene.stores.terrains.named(session.plan.terrain)
    line = f"Komt u ook? {plan.kind.title} {terrain.name if terrain else plan.terrain}, {when(plan)}."
    yes, no = (Tap(title, Verb.SESSION_DO, answer_data(session, key)) for title, key in COMES.items())
    hint = f"Waar: {plan.place}." if plan.place else ""
    return Attention(
        f"invited:{session.id}", line, yes, Weight.WAITS, plan.terrain, date_here(plan.start), hint, company=company, other=no
    )


INVITATIONS = AttentionKind("invitation", Whom.COMPANY, find_invitations)
SILENCE = AttentionKind("silent", Whom.DIRECTOR, find_silence, told=True)
DRAFTS = AttentionKind("draft", Whom.TEAM, find_drafts, placed=True)
ENDINGS = AttentionKind("consent", Whom.COMPANY, find_endings)
