"""Recording what somebody does to a terrain, on the state that they saw; and saying so when somebody else was first."""

from collections.abc import Mapping
from typing import Any

from dialogs.terrains.view import may_work
from dialogs.turn.events import Pressed
from dialogs.turn.step import Step
from domain.plan.events import NewEvent
from domain.plan.state import TerrainState
from domain.terrains.terrains import TerrainName

OVERTAKEN = "Sinds deze kaart is er iets veranderd. Hieronder staat het zoals het nu is. Kijk even en probeer het opnieuw."
LONGEST_WHY = 500


def event(step: Step, terrain: TerrainName, kind: str, data: Mapping[str, object], why: str = "") -> NewEvent:
    """Return something that happens to a terrain today."""
    said: dict[str, Any] = {"on": step.today.isoformat(), **data}
    return NewEvent(terrain.id, kind, step.known.now, said, why.strip()[:LONGEST_WHY])


async def record(step: Step, *events: NewEvent, seen: int | None) -> TerrainState | None:
    """Record events; None when the terrain is not at the revision that was seen."""
    return await step.stores.dossiers.record(*events, seen=seen)


def pressed_terrain(step: Step, pressed: Pressed) -> TerrainName | None:
    """Return the terrain a button is about, when this person works on it; None otherwise, which looks like an old card."""
    terrain = step.stores.terrains.named(str(pressed.data.get("terrain", "")))
    return terrain if terrain is not None and may_work(step, terrain) else None


def pressed_revision(pressed: Pressed) -> int:
    """Return the revision a card was made at; one that was never when the card does not say."""
    text = str(pressed.data.get("revision", ""))
    return int(text) if text.isdecimal() and len(text) < 10 else -1


def reason_in(text: str) -> tuple[str, str]:
    """Split "terug 1 omdat er een initiatief is" into what to do and the reason."""
    words = text.split()
    place = next((at for at, word in enumerate(words) if word.casefold().strip(",:") in ("omdat", "want", "reden")), len(words))
    return " ".join(words[:place]), " ".join(words[place + 1 :])
