"""Ways in through the door without Teams, and what comes of the button on such a page."""

from dataclasses import dataclass
from enum import StrEnum

from domain.door.sessions import DoorPerson


class DoorWay(StrEnum):
    """By what somebody comes in; the letter stands in the address: /gesprek/c/ABCD2345."""

    CODE = "c"  # an invitation of the team, or of a colleague
    TERRAIN = "t"  # the square of a terrain: every press begins an intake of its own
    SESSION = "s"  # the square in the room of a session
    LINK = "l"  # of somebody who takes part already, for one more device


class DoorRefusal(StrEnum):
    """Why somebody does not come in."""

    UNKNOWN = "unknown"
    USED = "used"
    ENDED = "ended"
    TOO_MANY = "too_many"  # wrong codes from this address in the last hour


@dataclass(frozen=True, slots=True)
class Entered:
    """Somebody came in. `cookie` is the secret for their device, `code` waits for their first consent; empty for a link."""

    cookie: str
    person: DoorPerson
    code: str = ""
