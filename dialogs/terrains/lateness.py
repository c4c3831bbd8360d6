"""What is late at terrains, in words and with the button that does something about it."""

from collections.abc import Iterator, Sequence

from cards.formats import day, plural
from dialogs.terrains.advice import view_tap
from dialogs.turn.attention_kind import AttentionKind, Scene
from domain.attention.attention import Attention, Tap, Weight, Whom
from domain.plan.lateness import Lag, Late, late
from domain.plan.state import TerrainState
from domain.plan.steps import STEPS


async def find_late(scene: Scene) -> Sequence[Attention]:
    """Return what is late; each promise by itself, in the one sentence about all of them, so that a second one is news too."""
    return tuple(one for terrain, state in scene.states.items() for one in late_at(terrain, state, late(state, scene.today)))


def late_at(terrain: str, state: TerrainState, lags: Sequence[Late]) -> Iterator[Attention]:
    """Yield what is late at one terrain."""
    promises = [one.due for one in lags if one.lag is Lag.PROMISE]
    for one in lags:
        due = min(promises) if one.lag is Lag.PROMISE else one.due
        line = late_line(one, state, len(promises), day(due))
        yield Attention(one.key(terrain), line, late_tap(one.lag, terrain), Weight.LATE, terrain, due)


def late_line(one: Late, state: TerrainState, promises: int, on: str) -> str:
    """Return what is late as a sentence."""
    step = f"stap {state.step}"
    match one.lag:
        case Lag.RECHECK:
            return "Hercontrole: de uitgestelde datum is er. Kies opnieuw een route."
        case Lag.STEP:
            return f"Te laat: {step} had klaar moeten zijn op {on}."
        case Lag.NEXT:
            after = STEPS[(state.step or 0) + 1].number if (state.step or 0) + 1 < len(STEPS) else state.step
            return f"Te laat: {step} is klaar, maar stap {after} is nog niet begonnen."
        case Lag.PROMISE:
            return f"Te laat: {plural(promises, 'actie is', 'acties zijn')} over de datum. De oudste datum was {on}."


def late_tap(lag: Lag, terrain: str) -> Tap:
    """Return what one does about it."""
    match lag:
        case Lag.RECHECK:
            return view_tap("Kies een route", terrain, "route")
        case Lag.PROMISE:
            return Tap.says("Bekijk acties", f"dossier {terrain}")
        case Lag.STEP | Lag.NEXT:
            return view_tap("Naar de stap", terrain, "step")


LATENESS = AttentionKind("late", Whom.DIRECTOR, find_late, told=True)
