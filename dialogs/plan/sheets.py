"""`praatplaat`: whether figures of the plan map stand on the factsheet of a terrain, and how many companies the team counts."""

import re

from cards.formats import plural, some
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.disclosure.plan_sheets import HELD, sheet_for
from dialogs.plan.record import event, reason_in, record
from dialogs.terrains.terrain_choice import with_terrain_first
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.plan.coverage import Coverage
from domain.plan.events import PlanKind
from domain.terrains.plan_sheet import HeldBack
from domain.terrains.terrains import TerrainName

OFF = re.compile(r"(?:uit|niet(?: tonen)?|achter(?:houden)?|verberg(?:en)?|weg)")
ON = re.compile(r"(?:aan|tonen|toon|weer|vrij(?:geven)?)")
COUNT = re.compile(r"(?P<companies>\d{1,4}) bedrij(?:f|ven)")
SHOWN = "De cijfers van de plankaart staan op de factsheet."
READERS = "Op de factsheet staan alleen afgeronde cijfers per jaar. De plankaart zelf blijft bij overheden."


async def switch_sheet(step: Step, text: str) -> None:
    """Hold the figures of the plan map back with a reason, show them again, or say how many companies are there."""
    found = await with_terrain_first(step, text, SHEET)
    if found is None:
        return
    terrain, rest = found
    said, why = reason_in(rest)
    what = " ".join(said.casefold().split()).strip(" .,!")
    if (count := COUNT.fullmatch(what)) is not None:
        await decide(step, terrain, {"companies": int(count["companies"])}, why)
    elif ON.fullmatch(what) is not None:
        await decide(step, terrain, {"held": False}, why)
    elif OFF.fullmatch(what) is not None and why:
        await decide(step, terrain, {"held": True}, why)
    elif OFF.fullmatch(what) is not None:
        step.say(
            "Waarom houdt u de cijfers achter?", f"Typ bijvoorbeeld: praatplaat {terrain.name} uit omdat de cijfers oud zijn."
        )
    else:
        await tell_sheet(step, terrain)


async def decide(step: Step, terrain: TerrainName, data: dict[str, object], why: str) -> None:
    """Record what the team decided, and say what holds now."""
    await record(step, event(step, terrain, PlanKind.SHEET, data, why), seen=None)
    await tell_sheet(step, terrain)


def known_there(counts: Coverage) -> str:
    """Return how many companies are known to be there, and where from."""
    if counts.known:
        return f"Het register kent {plural(counts.known, 'bedrijf', 'bedrijven')}."
    return "In het register staat nog geen bedrijf van dit terrein."


async def tell_sheet(step: Step, terrain: TerrainName) -> None:
    """Say whether the figures are shown, why not, and what one can do."""
    sheet = await sheet_for(step.stores, terrain.id, step.known.now)
    counts = (await step.stores.parks.coverages([terrain.id], step.known.now))[terrain.id]
    said = (await step.stores.dossiers.state(terrain.id)).companies_there
    lines = [HELD[sheet] if isinstance(sheet, HeldBack) else SHOWN, known_there(counts)]
    lines += [f"{plural(counts.started, 'bedrijf doet', 'bedrijven doen')} mee."] if counts.started else []
    lines += [] if said is None else [f"Het team telt {some(said, 'bedrijf', 'bedrijven')}."]
    if sheet is HeldBack.FEW:
        lines += [f"Weet u hoeveel er zijn? Typ bijvoorbeeld: praatplaat {terrain.name} 12 bedrijven."]
    buttons = [Button(title="Factsheet", verb=Verb.SAY, data={"text": f"factsheet {terrain.id}"})]
    if sheet is HeldBack.TEAM:
        buttons = [
            Button(title="Toon de cijfers", verb=Verb.SAY, data={"text": f"praatplaat {terrain.id} aan"}, primary=True),
            *buttons,
        ]
    elif not isinstance(sheet, HeldBack):
        buttons += [Button(title="Houd ze achter", verb=Verb.SAY, data={"text": f"praatplaat {terrain.id} uit"})]
    step.show(ShowCard(NoticeCard(title=f"Praatplaat van {terrain.label}", lines=(*lines, READERS), buttons=tuple(buttons))))


SHEET = Command(
    ("praatplaat",), "kiezen of de plankaart op de factsheet staat", switch_sheet, Users.TEAM, Takes.MAYBE,
    argument="<terrein> [aan, uit of aantal]", example="praatplaat hessenpoort", scopes=tuple(Scope), group="Terreinen",
)  # fmt: skip
