"""The companies that were to be called again by now: agreed on with them, and seen by whoever leads the terrain."""

from collections.abc import Sequence

from cards.formats import capital, day, some
from dialogs.turn.attention_kind import AttentionKind, Scene
from domain.attention.attention import Attention, Tap, Weight, Whom
from domain.companies.calls import DueCalls


async def find_calls(scene: Scene) -> Sequence[Attention]:
    """Return on which of these terrains companies wait for a call that was agreed."""
    due = await scene.stores.calls.due(tuple(scene.states), scene.today)
    return tuple(waiting(terrain, one) for terrain, one in due.items())


def waiting(terrain: str, due: DueCalls) -> Attention:
    """Return the calls of one terrain, under another key once one more became due."""
    one = due.companies == 1
    line = f"{capital(some(due.companies, 'bedrijf', 'bedrijven'))} {'wacht' if one else 'wachten'} op een telefoontje."
    tap = Tap.says("Bellijst", f"bellijst {terrain}")
    hint = f"{'Afgesproken voor' if one else 'De eerste was afgesproken voor'} {day(due.since)}."
    return Attention(f"calls:{terrain}:{due.newest}", line, tap, Weight.CALL, terrain, due.since, hint)


CALLS = AttentionKind("calls", Whom.DIRECTOR, find_calls, told=True)
