"""The plan of one session: blocks in order, with the clock times that follow from start and minutes."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from domain.calendar.here import HERE
from domain.sessions.blocks import Block, BlockKind, Format
from domain.sessions.formats import BY_KEY

IN_GROUPS = (BlockKind.GROUPS, BlockKind.BRAINSTORM, BlockKind.WORK)
MOST_PEOPLE = 200
MOST_FACILITATORS = 40
SELF_GUIDED = 2  # facilitators that a session with groups always needs, also when groups lead themselves


class PlanRefused(Exception):  # noqa: N818 - named for the state it tells
    """Something a plan cannot be; `sentence` tells people why."""

    def __init__(self, sentence: str) -> None:
        """Keep the sentence, which quotes nothing that was typed."""
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Dropped:
    """A block that was taken out, and why."""

    key: str
    title: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A session as planned. `start` knows its time zone; `people` come; `facilitators` are names; `version` counts changes."""

    id: UUID
    terrain: str
    format: str
    start: datetime.datetime
    place: str
    people: int
    facilitators: tuple[str, ...]
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...] = ()
    version: int = 1

    @property
    def kind(self) -> Format:
        """Return the format this plan was made from."""
        return BY_KEY[self.format]

    @property
    def minutes(self) -> int:
        """Return how long the session takes."""
        return sum(block.minutes for block in self.blocks)

    @property
    def end(self) -> datetime.datetime:
        """Return when the session ends, by the clock here."""
        return later(self.start, self.minutes)

    @property
    def groups(self) -> int:
        """Return how many groups these people make; 0 when nobody works in groups."""
        return number_of_groups(self.people, self.kind.group) if self.has_groups else 0

    @property
    def has_groups(self) -> bool:
        """Say whether people work in groups."""
        return self.kind.group > 0 and any(block.kind in IN_GROUPS for block in self.blocks)

    @property
    def is_self_guided(self) -> bool:
        """Say whether groups lead themselves, because there are fewer facilitators than groups."""
        return len(self.facilitators) < self.groups

    def block(self, key: str) -> Block:
        """Return a block; raises Refused when it is not (any more) in the plan."""
        found = next((block for block in self.blocks if block.key == key), None)
        if found is None:
            raise PlanRefused("Dit onderdeel staat niet meer in het plan.")
        return found


@dataclass(frozen=True, slots=True)
class Timed:
    """A block with the clock times between which it happens."""

    block: Block
    start: datetime.datetime
    end: datetime.datetime


def later(moment: datetime.datetime, minutes: int) -> datetime.datetime:
    """Return a moment some minutes later, by the clock here, also over a change of summer time."""
    return (moment.astimezone(datetime.UTC) + datetime.timedelta(minutes=minutes)).astimezone(HERE)


def timed(plan: Plan) -> Iterator[Timed]:
    """Yield the blocks in order with their times: each begins when the one before it ends."""
    start = plan.start.astimezone(HERE)
    for block in plan.blocks:
        end = later(start, block.minutes)
        yield Timed(block, start, end)
        start = end


def number_of_groups(people: int, size: int) -> int:
    """Return how many groups come closest to this size; of two that are equally close, the smaller groups."""
    if people <= 0 or size <= 0:
        return 0
    fewest = max(1, people // size)
    return min((fewest + 1, fewest), key=lambda groups: abs(people / groups - size)) if people >= 2 * 3 else fewest


def steps_of(block: Block) -> tuple[tuple[int, str], ...]:
    """Return the steps inside a block, stretched or shrunk to its minutes; each keeps at least one."""
    declared = sum(minutes for minutes, _ in block.steps)
    if declared in (0, block.minutes) or block.minutes < len(block.steps):
        return block.steps if declared == block.minutes else ()
    ends, passed = [], 0
    for minutes, _ in block.steps:
        passed += minutes
        ends.append(round(passed * block.minutes / declared))
    lengths = [max(1, end - before) for end, before in zip(ends, [0, *ends], strict=False)]
    lengths[lengths.index(max(lengths))] += block.minutes - sum(lengths)
    return tuple((length, words) for length, (_, words) in zip(lengths, block.steps, strict=True))


def make_plan(plan_id: UUID, terrain: str, kind: Format, start: datetime.datetime, people: int) -> Plan:
    """Return a fresh plan of a format; raises Refused for a number of people that no session can have."""
    check_people(people)
    return Plan(plan_id, terrain, kind.key, start.astimezone(HERE), "", people, (), kind.blocks)


def check_people(people: int) -> None:
    """Raise Refused for fewer than one or more than two hundred people."""
    if people < 1:
        raise PlanRefused("Er moet minstens één deelnemer zijn.")
    if people > MOST_PEOPLE:
        raise PlanRefused(f"Dat is te veel voor één sessie. Maak er meer van, met ten hoogste {MOST_PEOPLE} mensen.")


def with_people(plan: Plan, people: int, facilitators: tuple[str, ...]) -> Plan:
    """Return the plan with other numbers; raises Refused as `check_people` does."""
    check_people(people)
    names = tuple(dict.fromkeys(name for name in facilitators if name))
    if len(names) > MOST_FACILITATORS:
        raise PlanRefused(f"Noem ten hoogste {MOST_FACILITATORS} facilitators.")
    return replace(plan, people=people, facilitators=names, version=plan.version + 1)


PLAN: TypeAdapter[Plan] = TypeAdapter(Plan)


def write_plan(plan: Plan) -> dict[str, Any]:
    """Return a plan as plain JSON, whole: a later version of a format does not change it."""
    return dict(PLAN.dump_python(plan, mode="json"))


def read_plan(stored: object) -> Plan:
    plan = PLAN.validate_python(stored)
    return replace(plan, start=plan.start.astimezone(HERE))
