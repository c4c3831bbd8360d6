"""What is late at terrains, in words and with the button that does something about it."""

from collections.abc import Iterator, Sequence

from cards.formats import day, plural
from dialogs.terrains.advice import view_tap
from dialogs.turn.attention_kind import AttentionKind, Scene
from domain.attention.attention import Attention, Tap, Weight, Whom
from domain.plan.lateness import Lag, Late, late
from domain.plan.rules import next_step
from domain.plan.state import TerrainState


async def find_late(scene: Scene) -> Sequence[Attention]:
    """Return what is late; each promise by itself, in the one sentence about all of them, so that a second one is news too."""
    return tuple(one for terrain, state in scene.states.items() for one in late_at(terrain, state, late(state, scene.today)))


def late_at(terrain: str, state: TerrainState, lags: Sequence[Late]) -> Iterator[Attention]:
    """Yield what is late at one terrain."""
    step, promises = f"stap {state.step}", [one.due for one in lags if one.lag is Lag.PROMISE]
    for one in lags:
        due, tap = one.due, view_tap("Naar de stap", terrain, "step")
        match one.lag:
            case Lag.RECHECK:
                line = "Hercontrole: de uitgestelde datum is er. Kies opnieuw een route."
                tap = view_tap("Kies een route", terrain, "route")
            case Lag.STEP:
                line = f"Te laat: {step} had klaar moeten zijn op {day(due)}."
            case Lag.NEXT:
                ahead = next_step(state)
                line = f"Te laat: {step} is klaar, maar stap {ahead.number if ahead else state.step} is nog niet begonnen."
            case _:  # a promise
                due, many = min(promises), plural(len(promises), "actie is", "acties zijn")
                line = f"Te laat: {many} over de datum. De oudste datum was {day(due)}."
                tap = Tap.says("Bekijk acties", f"dossier {terrain}")
        yield Attention(one.key(terrain), line, tap, Weight.LATE, terrain, due)


LATENESS = AttentionKind("late", Whom.DIRECTOR, find_late, told=True)
