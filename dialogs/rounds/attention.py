"""What the rounds know that asks for attention: silence between sessions, drafts that wait for a yes, consents that end."""

import datetime
from collections.abc import Sequence

from cards.formats import day, day_of
from cards.verbs import Verb
from dialogs.consent.consents import decisions
from dialogs.rounds.consent_ends import TITLE, ending_key
from dialogs.rounds.follow_ups import FOLLOW_UPS
from dialogs.sessions.cards import when
from dialogs.turn.attention_kind import AttentionKind, Scene
from domain.attention.attention import Attention, Tap, Weight, Whom
from domain.calendar.here import date_here
from domain.consent.consents import TEXTS, ends_soon
from domain.notices.sending import Sending
from domain.rounds.silence import silent_since
from domain.sessions.session import Session


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
    """Return the consents of whoever looks, and of their company, that end soon."""
    if scene.intake is None:
        return ()
    tap = Tap.says("Bekijk", "toestemming")
    return tuple(
        Attention(
            ending_key(purpose, one.until), f"{TITLE}: {TEXTS[purpose].title}, geldig tot {day_of(one.until)}.", tap,
            Weight.ENDS, due=date_here(one.until), company=scene.intake.id,
        )
        for purpose, one in decisions(scene.kept, scene.intake.consents).items()
        if ends_soon(purpose, one, scene.now)
    )  # fmt: skip


SILENCE = AttentionKind("silent", Whom.DIRECTOR, find_silence, told=True)
DRAFTS = AttentionKind("draft", Whom.TEAM, find_drafts)
ENDINGS = AttentionKind("consent", Whom.COMPANY, find_endings)
