"""What is so of whoever asks: the facts that the text of an item may name, as "{terrein}".

A fact of a person or a company is looked up in their own chat only, and not before the first consent. What is not known is
empty, and then the line that names it is left out.
"""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass

from cards.formats import day_of, listing, moment, number, plural, small
from cards.values import shown
from dialogs.turn.events import Scope
from dialogs.turn.step import Step
from domain.consent.consents import SHARING, TEXTS
from domain.intake.questionnaire import QUESTIONS
from domain.plan.steps import STEPS
from domain.terrains.terrains import TerrainName

VEHICLES = {
    "van.total": ("bestelwagen", "bestelwagens"),
    "light_truck.total": ("lichte vrachtwagen", "lichte vrachtwagens"),
    "rigid.total": ("bakwagen", "bakwagens"),
    "tractor.total": ("trekker", "trekkers"),
}


def own_terrain(step: Step) -> TerrainName | None:
    """Return the terrain of this company; None while it named none that we know."""
    value = step.answers.known("company.terrain")
    return step.stores.terrains.named(value.get("id", "")) if isinstance(value, dict) else None


async def terrain(step: Step) -> str:
    found = own_terrain(step)
    return found.name if found else ""


async def municipality(step: Step) -> str:
    found = own_terrain(step)
    return (found.municipality or "") if found else ""


async def plan_step(step: Step) -> str:
    """Return in which step of the plan the terrain is: "stap 2, Startbijeenkomst"."""
    found = own_terrain(step)
    visit = (await step.stores.dossiers.state(found.id)).visit if found else None
    return STEPS[visit.step].title if visit else ""


async def next_session(step: Step) -> str:
    """Return when the next session of the terrain is."""
    found = own_terrain(step)
    planned = (await step.stores.dossiers.state(found.id)).next_session(step.known.now) if found else None
    return moment(planned) if planned else ""


async def open_questions(step: Step) -> str:
    """Return how many questions are left: "7 vragen"; empty before the first and after the last."""
    left = sum(1 for _ in step.way.open()) if step.depth is not None else 0
    return plural(left, "vraag", "vragen") if left else ""


async def minutes(step: Step) -> str:
    """Return how long what is left takes."""
    left = max(1, round(step.way.seconds_left() / 60)) if await open_questions(step) else 0
    return plural(left, "minuut", "minuten") if left else ""


async def operator(step: Step) -> str:
    known = step.answers.known("connection.operator")
    return "" if known == "other" else value_of(step, "connection.operator")


async def connection(step: Step) -> str:
    """Return which connection it is: its fuse when that is known."""
    size = step.answers.known("connection.size")
    words = {"small": "een kleine aansluiting", "large": "een grote aansluiting"}
    return value_of(step, "grid.fuse") or words.get(str(size), "")


async def contract(step: Step) -> str:
    return value_of(step, "grid.contracted_kw")


async def peak(step: Step) -> str:
    return value_of(step, "grid.peak_kw")


async def vehicles(step: Step) -> str:
    """Return which vehicles a company has: "4 bakwagens en 2 trekkers"."""
    counts = ((step.answers.known(name), words) for name, words in VEHICLES.items())
    return listing([plural(count, *words) for count, words in counts if isinstance(count, int | float) and count > 0])


async def kept_until(step: Step) -> str:
    kept = step.place.kept
    return day_of(kept.until) if kept is not None and not step.known.acting else ""


async def shared(step: Step) -> str:
    """Return what a company lets us do with its answers, by the titles of the questions."""
    return listing([small(TEXTS[purpose].title) for purpose in SHARING if step.allows(purpose)])


async def contact(step: Step) -> str:
    return step.known.house.contact


async def organisation(step: Step) -> str:
    return step.known.house.organisation


def value_of(step: Step, name: str) -> str:
    """Return an answer as people read it; empty when it is not known."""
    answer = step.answers.get(name)
    known = answer is not None and step.answers.known(name) is not None
    return shown(QUESTIONS[name], answer) if known and answer is not None else ""


@dataclass(frozen=True, slots=True)
class OwnFact:
    """One fact: how it is found, an example, and whether it is anybody's but ours."""

    find: Callable[[Step], Awaitable[str]]
    example: str
    personal: bool = True


OWN_FACTS: Mapping[str, OwnFact] = {
    "terrein": OwnFact(terrain, "Hessenpoort"),
    "gemeente": OwnFact(municipality, "Zwolle"),
    "stap": OwnFact(plan_step, "stap 2, Startbijeenkomst"),
    "sessie": OwnFact(next_session, "12 januari 2027, 16:00"),
    "vragen": OwnFact(open_questions, "12 vragen"),
    "minuten": OwnFact(minutes, "3 minuten"),
    "netbeheerder": OwnFact(operator, "Enexis"),
    "aansluiting": OwnFact(connection, "een grote aansluiting"),
    "contract": OwnFact(contract, f"{number(630)} kW"),
    "piek": OwnFact(peak, f"{number(400)} kW"),
    "voertuigen": OwnFact(vehicles, "4 bakwagens en 2 trekkers"),
    "bewaard": OwnFact(kept_until, "30 november 2028"),
    "gedeeld": OwnFact(shared, "meetellen zonder naam en uitnodigen"),
    "contact": OwnFact(contact, "laadmaat@voorbeeld.nl", personal=False),
    "organisatie": OwnFact(organisation, "NAL-regio Oost, namens de provincies Gelderland en Overijssel", personal=False),
}


async def find_facts(step: Step, names: Collection[str]) -> dict[str, str]:
    """Return these facts of whoever asks, as far as they are known and may be said here and now."""
    private = step.scope is Scope.PERSONAL and step.for_company and step.may_keep()
    return {name: await one.find(step) for name, one in OWN_FACTS.items() if name in names and (private or not one.personal)}
