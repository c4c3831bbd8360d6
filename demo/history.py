"""What happened on the terrains of the demo before today: steps, routes, talks and promises, so that lists tell something."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from demo.bot import BRAM, NOOR
from demo.companies import NAMESPACE
from domain.dossier.forms import ActionForm, ContactForm, OfferForm, RiskForm, StakeholderForm
from domain.forms.declaration import Form
from domain.forms.responses import NewResponse
from domain.plan.events import NewEvent, PlanKind
from domain.plan.outcomes import LetterState, Outcome
from domain.plan.routes import Route
from domain.plan.steps import STEPS
from storage.database.transactions import Database, transaction
from storage.forms.responses import Responses
from storage.intake.intakes import make_official
from storage.plan.events import Dossiers
from storage.tables.dossier import terrain_state

TEAM_TENANT = "3b1f6a52-8d07-4c1e-9a64-5d20c7e10001"
TEAM = {"noor": (NOOR, "Noor Bakker"), "bram": (BRAM, "Bram Visser")}
Happening = tuple[int, NewEvent | NewResponse]  # so many days ago, this


@dataclass(frozen=True, slots=True)
class Walk:
    """How far an invented team came on a terrain. Days are days ago: `began` those of step 0, 1 and on, `complete` that of
    the end of the last one. `until` is when a postponed terrain comes back, in days from today.
    """

    terrain: str
    began: tuple[int, ...]
    director: str = ""
    route: Route | None = None
    outcome: Outcome | None = None
    complete: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something written down on a terrain: so many days ago, of a kind, in these words; `due` in days from today."""

    terrain: str
    ago: int
    form: type[Form]
    data: Mapping[str, str]
    company: str = ""
    due: int | None = None


WALKS = (
    Walk("demo-01", (190, 155, 120, 50), "noor", Route.WARM_COMPANY, Outcome.TOGETHER),
    Walk("demo-04", (130, 95, 40), "bram", Route.WARM_PARK),
    Walk("demo-11", (90, 55), "noor", Route.BROAD),
    Walk("demo-15", (170, 140, 110), "noor", Route.WARM_COMPANY, Outcome.TOGETHER, complete=48),
    Walk("demo-18", (150, 110), "bram", Route.COLD),
    Walk("demo-26", (240,), "", Route.POSTPONED, complete=200, until=-6),
    Walk("demo-29", (300, 270, 235), "bram", Route.WARM_PARK, Outcome.NO_NEED, complete=180),
    Walk("demo-34", (320, 290, 255), "noor", Route.WARM_PARK, Outcome.ALONE, complete=200),
    Walk("demo-36", (20,)),
    Walk("demo-37", (12,), "noor"),
    Walk("demo-39", (75,), "bram", Route.POSTPONED, complete=45, until=140),
    Walk("demo-40", (420, 390, 355, 300, 240, 190, 120), "noor", Route.LOOSE, Outcome.TOGETHER),
)
NOTES = (
    Note("demo-01", 150, StakeholderForm, {
        "name": "Gemeente Zwolle, economie", "group": "municipality", "role": "Aanspreekpunt", "interest": "Bedrijven houden",
        "ambition": "Een laadplein in 2028", "agreed": "De gemeente zoekt een plek."}),
    Note("demo-01", 148, StakeholderForm, {
        "name": "Enexis", "group": "operator", "role": "Netbeheerder", "agreed": "Cijfers van het net volgen per kwartaal."}),
    Note("demo-01", 95, ContactForm, {"text": "Veldhuis wil laden op het terrein van de buren.", "form": "visit",
         "who": "Directie", "news": "De buren hebben overdag vermogen over."}, "Veldhuis Transport"),
    Note("demo-01", 90, OfferForm, {"needs": "Laden voor 6 trekkers in 2030", "offers": "Ruimte voor 4 laadplekken"},
         "Veldhuis Transport"),
    Note("demo-01", 30, RiskForm, {"text": "Het net is vol tot na 2030.", "level": "high",
         "measure": "Eerst samen pieken verlagen."}),
    Note("demo-01", 21, ContactForm, {"text": "Gebeld met Hanzeland: wil plekken delen, ook in het weekend.",
         "form": "phone"}, "Hanzeland Opslag"),
    Note("demo-01", 20, ActionForm, {"text": "Netbeheerder vragen naar een groepscontract", "owner": "noor"}, due=-4),
    Note("demo-01", 10, ActionForm, {"text": "Zaal regelen voor de werksessie", "owner": "bram"}, due=9),
    Note("demo-04", 35, ContactForm, {"text": "Parkmanager wil de startsessie in de eigen zaal.", "form": "phone"}),
    Note("demo-11", 50, ContactForm, {"text": "Meegelopen in het overleg van de energiehub.", "form": "session"}),
    Note("demo-18", 100, ContactForm, {"text": "Gesprek met de gemeente: weinig tijd tot de zomer.", "form": "visit"}),
    Note("demo-37", 3, ActionForm, {"text": "Plankaart bekijken met de gemeente", "owner": "noor"}, due=6),
    Note("demo-40", 400, ContactForm, {"text": "Eerste gesprek over het laadplein.", "form": "visit"}),
    Note("demo-40", 25, ContactForm, {"text": "De eerste drie palen staan.", "form": "mail"}),
)  # fmt: skip
LETTERS = (
    (70, "Veldhuis Transport", LetterState.SIGNED), (66, "Hanzeland Opslag", LetterState.SIGNED),
    (64, "Oostmeer Koeltransport", LetterState.ASKED),
)  # fmt: skip


async def tell_history(database: Database, now: datetime.datetime) -> int:
    """Let it have happened, on terrains where nothing happened yet; return how many terrains have a history."""
    async with transaction(database) as connection:
        team = {word: await make_official(connection, TEAM_TENANT, *who) for word, who in TEAM.items()}
        begun = set((await connection.execute(select(terrain_state.c.terrain_id))).scalars())
        for walk in WALKS:
            if walk.terrain not in begun:
                await relive(connection, walk, team, now)
    return len(WALKS)


async def relive(connection: AsyncConnection, walk: Walk, team: Mapping[str, UUID], now: datetime.datetime) -> None:
    """Record what happened on one terrain, oldest first, by whoever leads it."""
    dossiers = Dossiers(connection, team.get(walk.director, team["noor"]))
    entries = Responses(connection, dossiers)
    happened: list[Happening] = [*plan_of(walk, team, now), *notes_of(walk.terrain, team, now)]
    for ago, one in sorted(happened, key=lambda each: -each[0]):
        if isinstance(one, NewResponse):
            await entries.add(one, now - datetime.timedelta(days=ago))
        else:
            await dossiers.record(one)


def plan_of(walk: Walk, team: Mapping[str, UUID], now: datetime.datetime) -> Iterator[Happening]:
    """Yield the steps of a terrain with what was ticked, decided and signed on the way."""

    def event(ago: int, kind: PlanKind, company: str = "", **data: object) -> Happening:
        at = now - datetime.timedelta(days=ago)
        about = uuid5(NAMESPACE, company) if company else None
        return ago, NewEvent(walk.terrain, kind, at, {"on": at.date().isoformat(), **data}, company=about)

    ends = [*(day + 1 for day in walk.began[1:]), *((walk.complete,) if walk.complete is not None else ())]
    for step, began in enumerate(walk.began):
        yield event(began, PlanKind.ENTERED, step=step)
        if step == 0 and walk.director:
            yield event(began - 2, PlanKind.DIRECTOR, person=str(team[walk.director]))
        if step < len(ends):
            yield event(ends[step], PlanKind.TICKED, step=step, items=[item.id for item in STEPS[step].items if item.must])
            if step == 2 and walk.outcome:
                yield event(ends[step], PlanKind.OUTCOME, outcome=walk.outcome)
            yield event(ends[step], PlanKind.COMPLETED, step=step)
    if walk.route:
        routed = walk.began[1] - 10 if len(walk.began) > 1 else walk.complete or 0
        until = now.date() + datetime.timedelta(days=walk.until) if walk.until is not None else None
        yield event(routed, PlanKind.ROUTE, route=walk.route, answers=[], until=until and until.isoformat())
    if walk.terrain == WALKS[0].terrain:
        yield from (event(ago, PlanKind.LETTER, company, state=state) for ago, company, state in LETTERS)


def notes_of(terrain: str, team: Mapping[str, UUID], now: datetime.datetime) -> Sequence[Happening]:
    """Return what was written down on a terrain."""
    found: list[Happening] = []
    for note in NOTES:
        if note.terrain == terrain:
            data = dict(note.data)
            if note.form is ContactForm:
                data["day"] = (now - datetime.timedelta(days=note.ago)).date().isoformat()
            if "owner" in data:
                data["owner"] = str(team[data["owner"]])
            if note.due is not None:
                data["due"] = (now + datetime.timedelta(days=note.due)).date().isoformat()
            about = uuid5(NAMESPACE, note.company) if note.company else None
            found.append((note.ago, NewResponse(note.form, terrain, data, about)))
    return found
