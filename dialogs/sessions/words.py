"""The blocks of a plan in words: what each is for, what to say, and what the terrain brings into it."""

from collections.abc import Mapping

from cards.formats import listing
from cards.views.card import Fact, FactGroup
from domain.sessions.blocks import Block, TerrainFact
from domain.sessions.plan import Plan, steps_of

MOST_NAMES = 20
TITLES = {
    TerrainFact.COMPANIES: "Voor de voorstelronde",
    TerrainFact.FACTSHEET: "Cijfers van de factsheet",
    TerrainFact.PROBLEMS: "Eerste lijst van vraagstukken",
    TerrainFact.EXAMPLE: "Voorbeeld",
    TerrainFact.DIRECTIONS: "Richtingen",
}
Lines = Mapping[TerrainFact, tuple[str, ...]]


def explained(block: Block, lines: Lines) -> tuple[FactGroup, ...]:
    """Return one block with everything one needs to lead it."""
    steps = (f"{minutes} min: {words}" for minutes, words in steps_of(block))
    own = (line for fact in block.facts for line in lines.get(fact, ()))
    words = (
        ("Doel", block.goal),
        ("Zo gaat het", block.form),
        ("Wie", listing([lead.value for lead in block.leads])),
        ("Zeg", " ".join(f"“{sentence}”" for sentence in block.say)),
        ("Stappen", "\n".join(steps)),
        ("Meenemen", ", ".join(block.bring)),
        ("Van dit terrein", "\n".join(own)),
    )
    facts = tuple(Fact(label=label, value=value) for label, value in words if value)
    empty = (Fact(label="Doel", value="Dit onderdeel heeft het team zelf toegevoegd."),)
    return (FactGroup(title=block.title, facts=facts or empty),)


def brought(plan: Plan, lines: Lines) -> tuple[FactGroup, ...]:
    """Return what the terrain brings into this plan; nothing when it brings nothing yet."""
    wanted = dict.fromkeys(fact for block in plan.blocks for fact in block.facts)
    facts = tuple(
        Fact(label=TITLES[fact], value=shortened(fact, lines[fact])) for fact in wanted if fact in TITLES and lines.get(fact)
    )
    return (FactGroup(title="Van dit terrein", facts=facts),) if facts else ()


def shortened(fact: TerrainFact, lines: tuple[str, ...]) -> str:
    """Return the lines as one text; of many companies the first ones and how many there are more."""
    if fact not in (TerrainFact.COMPANIES, TerrainFact.PROBLEMS):
        return "\n".join(lines)
    more = len(lines) - MOST_NAMES
    return ", ".join(lines[:MOST_NAMES]) + (f" en nog {more}" if more > 0 else "")
