"""What a sentence asks to plan: "hessenpoort startsessie volgende week dinsdag half acht"."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogs.dutch.clocks import read_clock
from dialogs.dutch.reading import Ambiguous
from dialogs.lookup.due import Due, ask_day, read_due
from dialogs.lookup.mentioned import terrain_in
from dialogs.lookup.terrain_names import TerrainNames
from domain.sessions.blocks import Format
from domain.sessions.formats import FORMATS, split_format
from domain.sessions.remarks import EARLIEST, LATEST


@dataclass(frozen=True, slots=True)
class Asked:
    """A terrain as it was typed, the session, and the moment as the fields of its card; what is in doubt is in `errors`."""

    terrain: str
    kind: Format | None
    moment: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def rest(self) -> str:
        """Return what follows the terrain, to ask the same again."""
        return " ".join(filter(None, (self.kind.words[0] if self.kind else "", *self.moment.values())))


def read_asked(text: str, today: datetime.date) -> Asked:
    """Return what is asked: the moment is at the end, the session before it, the rest is the terrain."""
    due = read_due(text, today)
    if not due.words or not text.rstrip(" .,").endswith(f"{due.words} {due.clock}".strip()):
        return Asked(*split_format(text))
    day = {"day": due.day.isoformat()} if due.day else {}
    named, kind = split_format(due.text.removesuffix(due.clock).rstrip())
    return Asked(named, kind, day | start_clock(due.clock), doubt_about(due))


def in_order(sentence: str, today: datetime.date, names: TerrainNames) -> str:
    """Return a sentence in the order that is read: of "plan werksessie 1 hessenpoort vrijdag" the terrain, session and day."""
    due = read_due(sentence.strip(" ?!."), today)
    line = f" {' '.join(due.text.casefold().split())} "
    kind = max((word for one in FORMATS for word in one.words if f" {word} " in line), key=len, default="")
    return " ".join(filter(None, (terrain_in(names, due.text.removesuffix(due.clock)), kind, due.words, due.clock)))


def start_clock(words: str) -> dict[str, str]:
    """Return when a session begins; of two readings the one at which people meet."""
    reading = read_clock(words) if words else None
    if reading is None:
        return {}
    times = [one for _, one in reading.options] if isinstance(reading, Ambiguous) else [reading.value]
    usual = [one for one in times if EARLIEST <= one < LATEST]
    return {"clock": usual[0].strftime("%H:%M")} if usual else {}


def doubt_about(due: Due) -> dict[str, str]:
    """Return what to say beside the day when it can be several."""
    return {"day": f"Dit kan {' of '.join(shown for shown, _ in ask_day(due))} zijn. Kies de dag."} if due.options else {}
