"""What a first invitation says, for each kind of session, and only what is so: of the grid, of who comes, of what one sees there.

The rules are those of the source (000, Communicatie): urgency as a question, who knows about it, influence, plain words, who
asks, that it is free, and what it brings; resistance is recognised once, and nobody is pressed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from domain.disclosure.rules import ENOUGH
from domain.sessions import formats
from domain.terrains.plan_map import Congestion

# As the plan map has it; nothing is said of a terrain of which it says nothing.
GRID: Mapping[Congestion, str] = {
    Congestion.FULL: "Het stroomnet is daar vol.",
    Congestion.MANAGED: "Het stroomnet raakt daar vol. De netbeheerder zoekt uit wat er nog kan.",
    Congestion.NONE: "Het stroomnet is daar nu niet vol. Maar laden vraagt ook ruimte en geld.",
}
# The source of the amount: GO-RAL, "de invulling van de startsessie", V1 of 2023-12-12, "al snel richting de 25.000".
COST = "Een eigen laadplek kost al snel zo'n 25.000 euro. Dat is een schatting van GO-RAL uit 2023."
OPERATOR_COMES = "De netbeheerder komt ook. U kunt hem zelf vragen stellen."
ADVICE = "De laadconsulenten van GO-RAL weten veel van laden. Zij geven graag advies."
RESISTANCE = "Misschien vroeg u niet om elektrisch rijden. Dat begrijpen wij. Wij praten alleen over laden."
TOGETHER = "Alleen is dit lastig op te lossen, samen lukt meer."
LATE = "Was u er de vorige keer niet? U kunt nu nog meedoen."


@dataclass(frozen=True, slots=True)
class InvitationFacts:
    """What is so of a session and its terrain. `when` is its weekday, date and time as people read them; `place` may be empty.

    `congestion` is None where nothing is known; `companies` counts those in a total that was published, 0 for none.
    """

    terrain: str
    when: str
    place: str
    organisation: str
    congestion: Congestion | None = None
    operator_comes: bool = False
    companies: int = 0


@dataclass(frozen=True, slots=True)
class InvitationWording:
    """What is said of one kind of session. `question` and `invites` have room for the terrain and the moment; the rest is
    said as it is. `figures`: companies see totals there; `first`: it is the first that many hear of all this.
    """

    question: str
    invites: str
    influence: str
    brings: str
    figures: bool = True
    first: bool = False


DECIDES = "Er wordt niets voor u beslist."
START = InvitationWording(
    "Kunt u straks nog laden op {terrain}?",
    "Wij praten erover op {moment}.",
    f"U werkt mee aan de oplossing. {DECIDES}",
    f"U krijgt zicht op wat uw bedrijf straks nodig heeft. {TOGETHER}",
    first=True,
)
SEARCH = InvitationWording(
    "Wat past bij het laden op {terrain}?",
    "Op {moment} zoeken wij samen naar oplossingen.",
    f"U kiest zelf welke ideeën verder gaan. {DECIDES}",
    f"U hoort wat andere bedrijven bedenken. {LATE}",
)
WORDINGS: Mapping[str, InvitationWording] = {
    formats.START.key: START,
    formats.START_SHORT.key: START,
    formats.WORK_1.key: SEARCH,
    formats.BRAINSTORM.key: SEARCH,
    formats.WORK_2.key: InvitationWording(
        "Wat is er nodig om straks te laden op {terrain}?",
        "Op {moment} werken wij de ideeën uit. Wat is er nodig, van wie, en wanneer?",
        f"U werkt verder aan de ideeën van uw groep. {DECIDES}",
        f"U weet daarna wat elk idee van uw bedrijf vraagt. {LATE}",
    ),
    formats.WORK_3.key: InvitationWording(
        "Welke oplossing past bij uw bedrijf op {terrain}?",
        "Op {moment} kiezen wij samen hoe het verdergaat.",
        "U beslist zelf of u meedoet, en waaraan.",
        f"U weet daarna wie wat doet, en wanneer. {LATE}",
    ),
    formats.TALK.key: InvitationWording(
        "Wat heeft uw bedrijf straks nodig om te laden op {terrain}?",
        "Wij spreken u graag op {moment}. Het gesprek duurt ongeveer een half uur.",
        "Wij luisteren eerst naar uw vraag. U beslist zelf wat u deelt.",
        "U krijgt zicht op wat uw bedrijf straks nodig heeft.",
        figures=False, first=True,
    ),
}  # fmt: skip


def invitation_text(format_key: str, facts: InvitationFacts) -> str:
    """Return a first invitation for a kind of session, its paragraphs apart; KeyError for a kind that is not declared."""
    return "\n\n".join(" ".join(part) for part in paragraphs(WORDINGS[format_key], facts))


def paragraphs(wording: InvitationWording, facts: InvitationFacts) -> Iterator[list[str]]:
    """Yield the sentences of each paragraph."""
    yield [wording.question.format(terrain=facts.terrain), *([GRID[facts.congestion]] if facts.congestion is not None else [])]
    where = [f"De plaats: {facts.place}."] if facts.place else []
    comes = [OPERATOR_COMES] if facts.operator_comes else []
    yield [wording.invites.format(moment=facts.when), *where, *comes, ADVICE]
    if wording.first:
        yield [RESISTANCE]
    yield [wording.influence, wording.brings]
    yield [*([COST] if wording.first else []), *([seen(facts)] if wording.figures else [])]
    yield [f"Meedoen kost u niets, en wij verkopen niets. Deze uitnodiging komt van {facts.organisation}."]


def seen(facts: InvitationFacts) -> str:
    """Say what companies see of each other: totals alone, once there are any."""
    if facts.companies >= ENOUGH:
        return f"U ziet het totaal van {facts.companies} bedrijven samen."
    return f"Doen er genoeg bedrijven mee, minstens {ENOUGH}? Dan ziet u wat zij samen nodig hebben."
