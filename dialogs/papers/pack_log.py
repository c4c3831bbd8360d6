"""What of the packages went to whom: kept in the dossier, for the team alone; only organisations and roles are named."""

from collections.abc import Sequence
from dataclasses import dataclass

from cards.formats import day
from cards.verbs import Verb
from cards.views.card import Button
from dialogs.terrains.view import Sight, sight_of
from dialogs.turn.step import Step
from domain.calendar.here import date_here
from domain.intake.acceptance import clean_name
from domain.papers.packs import LONGEST_RECEIVER, SENT, PackPart, SentPart, is_person, sent_data, sent_parts
from domain.plan.events import NewEvent
from domain.terrains.terrains import TerrainName

MOST = 500
RECEIVERS = ("gemeente", "parkmanager", "bedrijven")
NO_PERSON = "Noem een organisatie of een rol, geen mens en geen nummer."
TWICE = "Dat stond er al."
NEWER = "nieuwer dan verstuurd"


class LogBook:
    """What went to whom on one terrain, read once a turn."""

    def __init__(self, step: Step, terrain: TerrainName) -> None:
        """Nothing is read before it is asked for, and nothing for others than the team."""
        self.step, self.terrain = step, terrain
        self.is_open = sight_of(step, terrain) is Sight.TEAM
        self.known: dict[str, dict[str, SentPart]] | None = None

    async def of(self, part: PackPart) -> Sequence[SentPart]:
        """Return to whom a part went last, the newest first; nothing for others than the team."""
        if not self.is_open:
            return ()
        if self.known is None:
            self.known = sent_parts(await self.step.stores.dossiers.history(self.terrain.id, limit=MOST, kinds=(SENT,)))
        return tuple(self.known.get(part.key, {}).values())


@dataclass(frozen=True, slots=True)
class Went:
    """To whom a part went and when; `newer`: its words changed since."""

    told: str
    newer: bool

    @property
    def words(self) -> str:
        """Return it as a part of a sentence."""
        return f"{self.told} ({NEWER})" if self.newer else self.told


async def note_sent(step: Step, book: LogBook, part: PackPart, typed: str, mark: str) -> None:
    """Note that a part went to somebody today; once a day for the same words."""
    to, today = clean_name(typed.strip(" ."), LONGEST_RECEIVER), date_here(step.known.now)
    if not to or is_person(to):
        step.say(NO_PERSON)
        return
    to = to.casefold() if to.casefold() in RECEIVERS else to
    if any((one.to, one.on, one.print) == (to, today, mark) for one in await book.of(part)):
        step.say(TWICE)
        return
    await step.stores.dossiers.record(NewEvent(book.terrain.id, SENT, step.known.now, sent_data(part, to, today, mark)))
    book.known = None
    step.say(f"Genoteerd: {part.title} is verstuurd aan {to}.")


def went_of(sent: Sequence[SentPart], mark: str) -> tuple[Went, ...]:
    """Return to whom a part went, beside the words it has now."""
    return tuple(Went(f"{one.to} op {day(one.on)}", newer=one.print != mark) for one in sent)


def has_newer(went: Sequence[Went]) -> bool:
    """Say whether the words of a part changed since it went to somebody."""
    return any(one.newer for one in went)


def how_else(terrain: TerrainName, part: PackPart) -> str:
    """Return how one notes another receiver."""
    return f"Naar iemand anders? Typ: pakket {terrain.name} {part.key} verstuurd aan <organisatie>."


def sent_buttons(terrain: TerrainName, part: PackPart) -> tuple[Button, ...]:
    """Return a tap for each usual receiver."""
    return tuple(
        Button(title=f"Verstuurd aan {one}", verb=Verb.SAY, data={"text": f"pakket {terrain.id} {part.key} verstuurd aan {one}"})
        for one in RECEIVERS
    )
