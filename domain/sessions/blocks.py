"""What a session is made of: blocks with minutes, a goal, who leads, what to bring and what to say."""

from dataclasses import dataclass, field
from enum import StrEnum


class Lead(StrEnum):
    """Who is responsible for a block or for something to prepare; the value is how people read it."""

    DIRECTOR = "regisseur"
    OPERATOR = "netbeheerder"
    MUNICIPALITY = "gemeente"
    FACILITATOR = "facilitator"
    COMPANIES = "bedrijven"


class TerrainFact(StrEnum):
    """What a terrain itself brings into a session: into a block, or that a partner comes."""

    COMPANIES = "companies"
    FACTSHEET = "factsheet"
    PROBLEMS = "problems"
    EXAMPLE = "example"
    GROUPS = "groups"
    DIRECTIONS = "directions"
    OPERATOR_COMES = "operator_comes"
    MUNICIPALITY_COMES = "municipality_comes"


class BlockKind(StrEnum):
    """What a block is for; a break and feedback are only dropped with a reason."""

    TALK = "talk"
    ISSUES = "issues"
    BREAK = "break"
    GROUPS = "groups"
    BRAINSTORM = "brainstorm"
    WORK = "work"
    FEEDBACK = "feedback"
    CHOICE = "choice"


MUST = {
    BlockKind.BREAK: "Een pauze houdt mensen fris en brengt ze met elkaar in gesprek.",
    BlockKind.FEEDBACK: "Zonder terugkoppeling weet niemand wat er nu gebeurt.",
}


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a session. `minutes` is a whole number above zero; `part` numbers the half around the long break."""

    key: str
    title: str
    minutes: int
    goal: str
    form: str
    leads: tuple[Lead, ...] = (Lead.DIRECTOR,)
    kind: BlockKind = BlockKind.TALK
    part: int = 1
    bring: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    facts: tuple[TerrainFact, ...] = ()
    steps: tuple[tuple[int, str], ...] = field(default=())

    @property
    def must(self) -> str:
        """Return why this block should stay; empty when it may be dropped freely."""
        return MUST.get(self.kind, "")


@dataclass(frozen=True, slots=True)
class Preparation:
    """Something that must be ready: by whom, how many days before, and which fact of the terrain makes it done."""

    key: str
    text: str
    owner: Lead
    days_before: int
    fact: TerrainFact | None = None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A way to make a format as long as its title says: blocks to drop, and minutes to take off others."""

    key: str
    words: str
    drop: tuple[str, ...] = ()
    shorten: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of session as data. `titled` is the length its source promises, in minutes; sums are computed, never stated.

    `group` is the size groups are made for (people), 0 without groups; `needs` what should have happened before.
    """

    key: str
    title: str
    words: tuple[str, ...]
    goal: str
    source: str
    version: str
    blocks: tuple[Block, ...]
    titled: int | None = None
    group: int = 0
    needs: tuple[str, ...] = ()
    fits: tuple[Adjustment, ...] = ()
    prepare: tuple[Preparation, ...] = ()
    homework: str = ""

    @property
    def minutes(self) -> int:
        """Return how long all blocks take together."""
        return sum(block.minutes for block in self.blocks)

    @property
    def too_long_by(self) -> int:
        """Return by how many minutes the blocks exceed the title; negative when they are shorter."""
        return 0 if self.titled is None else self.minutes - self.titled
