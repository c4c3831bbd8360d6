"""What the edge is asked to do after a turn, outside its transaction; what it comes back with is an event of its own.

When the process dies meanwhile, the person is asked to do it once more.
"""

from dataclasses import dataclass
from uuid import UUID

from dialogs.turn.events import SentFile, Upload


@dataclass(frozen=True, slots=True)
class FetchFile:
    """Fetch a file that was sent; comes back as FileCame or FileFailed."""

    file: SentFile


@dataclass(frozen=True, slots=True)
class SavePaper:
    """Save a paper where its person allowed it; comes back as PaperSaved or PaperNotSaved."""

    paper: UUID
    upload: Upload
    card: str | None = None


@dataclass(frozen=True, slots=True)
class ReadTeam:
    """Read the members of a Teams team; comes back as TeamRead. `link`: an administrator wants to link it, with the guest
    who was pointed at (`guest`, an Entra object id or Teams' own) or only `named`; without it the members of a linked team
    are only read again, and nothing is said when that fails.
    """

    team: str
    link: bool = False
    named: str = ""
    guest: str = ""


@dataclass(frozen=True, slots=True)
class ReadGuests:
    """Ask Teams of these people whether they are guests; comes back as GuestsRead. Nobody waits for it."""

    people: tuple[UUID, ...]


Errand = FetchFile | SavePaper | ReadTeam | ReadGuests
