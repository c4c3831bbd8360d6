"""Where it was too silent between two sessions, in words and with the button to plan the next."""

import datetime
from collections.abc import Sequence

from cards.formats import day
from dialogs.turn.attention_kind import AttentionKind, Scene
from domain.attention.attention import Attention, Tap, Weight, Whom
from domain.rounds.silence import silent_since


async def find_silence(scene: Scene) -> Sequence[Attention]:
    """Return where the last session was too long ago while no next one is planned."""
    found = {one: silent_since(state, scene.now, scene.today, scene.silent_days) for one, state in scene.states.items()}
    return tuple(silence_at(one, since, scene.silent_days) for one, since in found.items() if since is not None)


def silence_at(terrain: str, since: datetime.date, days: int) -> Attention:
    """Return the silence at one terrain; the text of its key stands with everything that was told, and never changes."""
    line = f"De laatste sessie was op {day(since)}. Er is nog geen nieuwe gepland."
    tap = Tap.says("Plan een sessie", f"sessieplan {terrain}")
    due = since + datetime.timedelta(days=days)
    return Attention(f"silent:{terrain}:{since}", line, tap, Weight.LATE, terrain, due)


SILENCE = AttentionKind("silent", Whom.DIRECTOR, find_silence, told=True)
