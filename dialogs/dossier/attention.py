"""The actions of somebody that are over their day."""

from collections.abc import Sequence

from cards.formats import day
from cards.verbs import Verb
from dialogs.dossier.words import line_of
from dialogs.turn.attention_kind import AttentionKind, Scene
from domain.attention.attention import Attention, Tap, Weight, Whom
from domain.dossier.events import promise_of
from domain.forms.responses import Response
from domain.plan.lateness import Lag, Late


async def find_actions(scene: Scene) -> Sequence[Attention]:
    """Return the late actions of whoever looks."""
    entries = await scene.stores.responses.actions_of(scene.person) if scene.person is not None else ()
    return tuple(late_action(one) for one in entries if one.is_late(scene.today))


def late_action(entry: Response) -> Attention:
    """Return one late action, under the key by which who leads the terrain knows that promise."""
    assert entry.due is not None  # noqa: S101 - else it is not late
    key = Late(Lag.PROMISE, entry.due, promise_of(entry)).key(entry.terrain)
    tap = Tap("Open", Verb.ENTRY_OPEN, {"number": str(entry.number)})
    hint = f"Dit moest klaar zijn op {day(entry.due)}."
    return Attention(key, f"{line_of(entry)}", tap, Weight.LATE, entry.terrain, entry.due, hint, person=entry.owner)


ACTIONS = AttentionKind("action", Whom.PERSON, find_actions)
