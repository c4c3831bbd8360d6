"""The terrain that was spoken of last: what "daar", "dat terrein" and a command without a terrain are about, for a day."""

import datetime
import re

from dialogs.lookup.terrain_names import Among
from dialogs.turn.events import Scope
from dialogs.turn.place import SpokenOf
from dialogs.turn.step import Step
from domain.terrains.terrains import TerrainName

REMEMBERED = datetime.timedelta(days=1)
_KINDS = r"(?:bedrijven|industrie)?(?:terrein|park)"
_THERE = rf"(?:daar(?:op|van|voor|over|bij)?|hier(?:op|van|voor|over|bij)?|(?:dat|dit|ditzelfde|hetzelfde|datzelfde) {_KINDS})"
THERE = re.compile(rf"\b{_THERE}\b", re.IGNORECASE)
IN_FRONT = re.compile(rf"(?:(?:op|van|voor|bij|over|aan) )?{_THERE}\b(?: dat\b|[:,])?\s*", re.IGNORECASE)
ELSEWHERE = re.compile(rf"(?:een )?ander(?:e)? {_KINDS}\b\s*", re.IGNORECASE)
HERE = "daar"  # how we say it ourselves


def speak_of(step: Step, terrain: TerrainName, command: str = "") -> None:
    """Remember a terrain, and the command that showed something of it; only in somebody's own chat."""
    if step.scope is Scope.PERSONAL:
        until = step.known.now + REMEMBERED
        step.place.spoken = SpokenOf(terrain=terrain.id, until=until, command=command)


def spoken(step: Step) -> SpokenOf | None:
    """Return what is still remembered here."""
    last = step.place.spoken
    return last if last is not None and last.until > step.known.now and step.scope is Scope.PERSONAL else None


def spoken_of(step: Step, among: Among) -> TerrainName | None:
    """Return the terrain that was spoken of last, if it is `among` those that exist for this person."""
    last = spoken(step)
    terrain = step.stores.terrains.named(last.terrain) if last is not None else None
    return terrain if terrain is not None and (among is None or among(terrain)) else None


def says_there(text: str) -> bool:
    """Say whether a text points at a terrain without naming it."""
    return THERE.search(text) is not None
