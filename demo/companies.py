"""Invented companies on Hessenpoort, so that totals, the plan map and chances have something to show in the demo."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID, uuid5

from sqlalchemy.dialects.postgresql import insert

from dialogs.turn.place import Kept, Phase, Place
from domain.companies.companies import company_key
from domain.consent.consents import TEXTS, Decision, Purpose, State, valid_until
from domain.demand.parameters import STANDARD
from domain.intake.answers import Answer, Value
from domain.intake.stage import Stage
from storage.database.transactions import Database, transaction
from storage.disclosure.portions import in_a_thread
from storage.disclosure.renewal import renew_totals
from storage.intake.snapshots import write_snapshot
from storage.tables.people import intake, person

TERRAIN = {"id": "demo-01", "name": "Hessenpoort"}
TENANT = "3b1f6a52-8d07-4c1e-9a64-5d20c7e10099"
NAMESPACE = UUID("3b1f6a52-8d07-4c1e-9a64-5d20c7e1ffff")
ALL = tuple(purpose for purpose in Purpose if purpose is not Purpose.KEEP)
NO_TRUCKS: Mapping[str, Value] = {"van.total": 0, "light_truck.total": 0, "rigid.total": 0, "tractor.total": 0}


@dataclass(frozen=True, slots=True)
class Firm:
    """An invented company: what it agreed to, and its answers beside those of an average one."""

    name: str
    allowed: Sequence[Purpose]
    answers: Mapping[str, Value] = field(default_factory=dict)


def trucks(kind: str, total: int, electric: tuple[int, int, int], km: int, hours: tuple[str, str]) -> dict[str, Value]:
    """Return the vehicles of one class: electric now, in 2030 and in 2035; km a day; back and out."""
    now, in_2030, in_2035 = electric
    back, out = hours
    return {
        f"{kind}.total": total, f"{kind}.electric_now": now, f"{kind}.electric_2030": in_2030, f"{kind}.electric_2035": in_2035,
        f"{kind}.km_per_day": km, f"{kind}.back": back, f"{kind}.out": out, f"{kind}.at_night": 100,
    }  # fmt: skip


def grid(contracted: int, peak: int) -> dict[str, Value]:
    return {"connection.size": "large", "connection.operator": "enexis", "grid.contracted_kw": contracted, "grid.peak_kw": peak}


# Those whom the grid operator does not see (without ALL) must hide each other too, in every year and in the growth between them.
FIRMS = (
    Firm("Veldhuis Transport", ALL,
         trucks("tractor", 8, (1, 4, 6), 280, ("18:30", "05:30")) | grid(140, 130) | {"site.bays": 4}),
    Firm("Oostmeer Koeltransport", (Purpose.TOTAL, Purpose.COMPANIES, Purpose.MUNICIPALITY),
         trucks("rigid", 18, (1, 5, 10), 150, ("17:00", "05:00")) | grid(400, 260) | {"rigid.daytime": "sometimes"}),
    Firm("Kolkman Bouwstoffen", (Purpose.TOTAL, Purpose.COMPANIES, Purpose.MUNICIPALITY),
         trucks("rigid", 9, (1, 4, 8), 120, ("16:30", "06:30")) | grid(150, 120) | {"site.bays": 2}),
    Firm("Salland Pakketdienst", ALL, trucks("van", 40, (6, 25, 40), 110, ("17:30", "07:00")) | grid(300, 90)),
    Firm("Terwolde Groothandel", (Purpose.TOTAL, Purpose.MUNICIPALITY, Purpose.APPROACH),
         trucks("light_truck", 12, (2, 6, 12), 130, ("16:00", "05:30")) | grid(350, 180)),
    Firm("Hanzeland Opslag", ALL, trucks("rigid", 3, (1, 2, 3), 90, ("17:00", "07:00")) | grid(900, 210)
         | {"site.bays": 24, "site.neighbours": "yes", "own.solar_kwp": 600, "own.surplus": "often"}),
    Firm("De Ruyter Installaties", (Purpose.TOTAL, Purpose.COMPANIES, Purpose.MUNICIPALITY),
         trucks("van", 22, (5, 14, 22), 75, ("17:00", "06:45")) | grid(160, 60)),
    Firm("Berkum Afvalbeheer", (Purpose.APPROACH,), trucks("rigid", 10, (0, 5, 10), 140, ("15:30", "05:00")) | grid(200, 150)),
)  # fmt: skip


async def settle(database: Database, now: datetime.datetime) -> int:
    """Store every company with one contact, unless they are there, and publish what may be; return how many there are."""
    async with transaction(database) as connection:
        for firm in FIRMS:
            row, contact = intake_row(firm, now), person_row(firm, now)
            await connection.execute(insert(intake).values(row).on_conflict_do_nothing())
            await connection.execute(insert(person).values(contact).on_conflict_do_nothing())
    await renew_totals(database, STANDARD, lambda: now, in_a_thread)
    return len(FIRMS)


def decision(now: datetime.datetime) -> Decision:
    return Decision(State.GIVEN, TEXTS[Purpose.KEEP].version, now, valid_until(now))


def intake_row(firm: Firm, now: datetime.datetime) -> dict[str, object]:
    named: dict[str, Value] = {"company.name": firm.name, "company.terrain": TERRAIN}
    answers = {name: Answer(value) for name, value in {**named, **NO_TRUCKS, **firm.answers}.items()}
    consents = dict.fromkeys(firm.allowed, decision(now))
    return {
        "id": uuid5(NAMESPACE, firm.name),
        "revision": 1,
        "current": write_snapshot({}, answers, consents),
        "company": firm.name,
        "company_key": company_key(firm.name),
        "terrain_id": TERRAIN["id"],
        "stage": Stage.SHORT,
        "confirmed_at": now,
    }


def person_row(firm: Firm, now: datetime.datetime) -> dict[str, object]:
    """Return its contact, who let us keep the answers."""
    key, yes = uuid5(NAMESPACE, f"{firm.name}: contact"), decision(now)
    kept = Kept(state=yes.state, text_version=yes.text_version, at=yes.at, until=yes.until, through="card")
    place = Place(intake=uuid5(NAMESPACE, firm.name), phase=Phase.DONE, welcomed=True, kept=kept)
    own = {"id": key, "tenant": TENANT, "object_id": str(key), "intake_id": uuid5(NAMESPACE, firm.name)}
    return own | {"place": place.model_dump(mode="json")}
