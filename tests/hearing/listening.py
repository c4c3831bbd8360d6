"""Hearing one sentence after another where somebody is, without any of them leaving a trace."""

import datetime
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from dialogs.conversation import converse
from dialogs.turn.events import Said
from dialogs.turn.known import Known
from dialogs.turn.place import Phase
from dialogs.turn.replies import ReplaceCard, Say, ShowCard
from dialogs.turn.step import Step
from domain.intake.answers import Answer
from domain.intake.certainty import Certainty
from domain.terrains.terrains import TerrainName
from storage.turn.transaction import TurnTransaction
from tests.chat import Chat
from tests.person import Person

MONDAY = datetime.datetime(2026, 11, 30, 9, 0, tzinfo=datetime.UTC)  # ten o'clock here
PARKS = (
    TerrainName("c-1", "Hessenpoort", "Zwolle", municipality_code="GM0193"),
    TerrainName("c-2", "De Mars", "Zutphen", municipality_code="GM0301"),
    TerrainName("c-3", "Kleefse Waard", "Arnhem", municipality_code="GM0202"),
    TerrainName("c-4", "Medel", "Tiel", municipality_code="GM0281"),
    TerrainName("c-5", "Twentekanaal Zuid", "Hengelo", municipality_code="GM0164"),
    TerrainName("c-6", "Bedrijventerrein Harfsen", "Lochem", municipality_code="GM0262"),
)
BEFORE: Mapping[str, float] = {"van.total": 12, "light_truck.total": 0, "rigid.total": 3, "tractor.total": 9}
CLASSES = tuple(name.split(".")[0] for name in BEFORE)


class Unheard(Exception):  # noqa: N818 - it only takes everything back
    """Ends a turn without storing it."""


@dataclass
class Listener:
    """Somebody in each state, who can say one thing after another as if it were the first."""

    chat: Chat
    people: dict[str, Person] = field(default_factory=dict)
    replied: dict[tuple[str, str], Step] = field(default_factory=dict)

    async def replies(self, state: str, command: str) -> Step:
        """Return what comes of a command, carried out once however often it is asked for."""
        if (state, command) not in self.replied:
            self.replied[state, command] = await self.hears(state, command)
        return self.replied[state, command]

    async def hears(self, state: str, text: str, before: Sequence[str] = ()) -> Step:
        """Return what comes of a sentence in a state, said after others; nothing of it is stored."""
        person = self.people[state.split(":", maxsplit=1)[0]]
        turns = self.chat.turns
        assert person.last is not None
        arrival = replace(person.last, activity=f"heard-{id(text)}-{len(text)}", event=Said(text))
        steps: list[Step] = []
        with suppress(Unheard):
            async with TurnTransaction(self.chat.database, arrival, await turns.looking.ask(arrival)) as opening:
                loaded = await opening.lock()
                known = turns.knows_here(arrival, loaded)
                if state.startswith("asked:"):
                    known = asked(known, state.removeprefix("asked:"))
                stores = await turns.open_stores(opening.connection, known, loaded)
                for said in (*before, text):
                    steps.append(await converse(known, Said(said), stores))
                    known = replace(known, place=steps[-1].place)
                raise Unheard
        return steps[-1]


def asked(known: Known, name: str) -> Known:
    """Return somebody to whom this question was put, typing, with the vehicles that were asked before it."""
    place = known.place.model_copy(update={"phase": Phase.QUESTIONS, "asked": name, "typing": True, "held": [], "card": None})
    earlier = list(BEFORE)[: list(BEFORE).index(name)] if name in BEFORE else list(BEFORE)
    given = {one: Answer(BEFORE[one], Certainty.SURE, 1) for one in earlier}
    answers = known.intake.answers.with_(given)
    return replace(known, place=place, intake=replace(known.intake, answers=answers))


def text_of(step: Step) -> str:
    """Return everything that was answered, as one text."""
    return "\n".join(
        one.text if isinstance(one, Say) else one.card.plain()
        for one in step.replies
        if isinstance(one, Say | ShowCard | ReplaceCard)
    )


def taps_of(step: Step) -> tuple[str, ...]:
    """Return what the buttons of the replies say."""
    found = []
    for one in step.replies:
        if isinstance(one, ShowCard | ReplaceCard):
            found += [str(button.data.get("text", "")) for button in one.card.buttons]
        elif isinstance(one, Say):
            found += list(one.choices)
    return tuple(found)
