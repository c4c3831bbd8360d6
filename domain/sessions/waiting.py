"""Who gets a place at a session and who waits for one: first come, first seated, and nobody passes somebody in the line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.sessions.visitors import Coming, Visitor, people


@dataclass(frozen=True, slots=True)
class Seat:
    """What became of an answer. `coming` None: nothing was kept, for not all of them fit; `room` is for how many there is."""

    coming: Coming | None
    room: int = 0


def in_line(visitors: Iterable[Visitor]) -> tuple[Visitor, ...]:
    """Return who waits, the first one first."""
    waiting = (one for one in visitors if one.coming is Coming.WAITING)
    return tuple(sorted(waiting, key=lambda one: (one.waiting, one.number)))


def place_in_line(visitors: Sequence[Visitor], number: int) -> int:
    """Return which place somebody has in the line, from 1; 0 for who does not wait."""
    return next((place for place, one in enumerate(in_line(visitors), start=1) if one.number == number), 0)


def seat(visitors: Sequence[Visitor], number: int, wanted: Visitor, places: int, *, waits: bool = False) -> Seat:
    """Return what becomes of the answer of visitor `number` of a session with so many places.

    Whoever has a place keeps it. Who wants more than there is room for is asked first, unless they said that they wait (`waits`).
    Who comes behind others that wait, waits too.
    """
    before = next((one for one in visitors if one.number == number), None)
    others = [one for one in visitors if one.number != number]
    if wanted.coming is not Coming.YES:
        return Seat(wanted.coming)
    seated = before is not None and before.coming is Coming.YES
    ahead = in_line(visitors)
    if before is not None and before.coming is Coming.WAITING:
        ahead = ahead[: place_in_line(visitors, number) - 1]
    room = max(0, places - people(others)) if not ahead else 0
    had = before.people if before is not None and seated else 0
    if wanted.people <= max(room, had):
        return Seat(Coming.YES)
    if max(room, had) and not waits:
        return Seat(None, max(room, had))
    return Seat(None, had) if seated else Seat(Coming.WAITING)


def moving_up(visitors: Sequence[Visitor], places: int) -> tuple[Visitor, ...]:
    """Return who of the line gets a place now: from the front, as long as all of a company fit."""
    free, moved = places - people(visitors), list[Visitor]()
    for one in in_line(visitors):
        if one.people > free:
            break
        free -= one.people
        moved.append(one)
    return tuple(moved)
