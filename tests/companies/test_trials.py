"""A company that is made to try things: it can do everything, says on every card what it is, and counts nowhere."""

import ast
import datetime
import inspect
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

import storage
from dialogs.intake.judgement import judge
from dialogs.questions.held_answers import meant_by
from dialogs.turn.place import HeldFound, Kept, Place
from domain.companies.audience import Audience
from domain.companies.companies import company_key
from domain.companies.trials import MARK, NAME, trial_answers
from domain.consent.consents import TEXTS, Decision, Purpose, State, valid_until
from domain.disclosure.audiences import Observer
from domain.dossier.forms import MandateForm
from domain.intake.answers import Answers
from domain.intake.path import Depth, Way
from domain.intake.questionnaire import QUESTIONS
from storage.companies.audiences import Audiences
from storage.companies.coverage import count_coverages
from storage.companies.register_rows import count_companies
from storage.database.transactions import Database, transaction
from storage.disclosure import gate
from storage.disclosure.live_totals import basis_of
from storage.disclosure.published import published
from storage.forms.responses import Responses
from storage.inbox.requests import Requests
from storage.intake.alike import companies_like
from storage.intake.snapshots import write_snapshot
from storage.plan.events import Dossiers
from storage.stores import Stores
from storage.tables.companies import company_nomination
from storage.tables.forms import form_response, form_version
from storage.tables.inbox import invitation, request
from storage.tables.insight import published_total
from storage.tables.people import intake, person
from storage.tables.registers import company
from storage.trials import Trials
from tests.beginnings import finish_short, talk
from tests.chat import Chat
from tests.disclosure.companies import NOW
from tests.tables import mentions, rows
from tests.terrains.arranging import register

TERRAIN = "company.terrain"
HERE = {"id": "t-1", "name": "Hessenpoort"}
NOBODY = UUID(int=0)
Reader = Callable[[AsyncConnection], Awaitable[object]]


async def portions(connection: AsyncConnection) -> object:
    """Return what is read of a terrain portion by portion."""
    return [one.company async for part in gate.read_portions(connection, ["t-1"], Observer.TEAM, NOW) for one in part.opened()]


def members(audience: Audience) -> Reader:
    """Return a reader of an audience."""

    async def read(connection: AsyncConnection) -> object:
        return [one.name for one in await Audiences(connection).members(audience, NOW)]

    return read


async def waiting(connection: AsyncConnection) -> object:
    store = Requests(connection, NOBODY, None)
    return len(await store.waiting(9)), await store.people_waiting()


async def stand(connection: AsyncConnection) -> object:
    return [row.counted for row in await connection.execute(published(["t-1"], NOW))]


async def given(connection: AsyncConnection) -> object:
    return len(await Responses(connection, Dossiers(connection, None)).given(MandateForm, "t-1"))


# Everything that reads several companies, adds them up or picks them. Whoever writes another reader puts it here.
READERS: dict[str, Reader] = {
    **{f"read_terrain {one}": lambda c, one=one: gate.read_terrain(c, "t-1", one, NOW) for one in Observer},  # type: ignore[misc]
    "read_agreed": lambda c: gate.read_agreed(c, Purpose.APPROACH, NOW),
    "read_portions": portions,
    "marks_of": lambda c: gate.marks_of(c, "t-1", Observer.COMPANIES, NOW),
    "counting_seen": lambda c: scalar(c, gate.counting_seen("t-1", NOW)),
    "sum_answers": lambda c: gate.sum_answers(c, "t-1", ["van.total"], NOW),
    "coverage": lambda c: count_coverages(c, ["t-1"], NOW),
    "register": lambda c: count_companies(c, "t-1"),
    "live total": lambda c: basis_of(c, "t-1", "x"),
    "published": stand,
    "audience of companies that agreed": members(Audience(needs=Purpose.APPROACH, terrain="t-1")),
    "audience of the team": members(Audience(needs=None, terrain="t-1")),
    "forms": given,
    "requests": waiting,
    "who has this name": lambda c: companies_like(c, NAME.format(number=1), NOBODY),
    "nominations": lambda c: stores(c).nominations.waiting("t-1"),
    "tellers": lambda c: stores(c).nominations.tellers("t-1", "Bakkerij Smit"),
    "claims": lambda c: stores(c).claims.waiting(9),
}
# The functions of the gate that say or read something of one company, or make the others.
OF_ONE = {
    "before", "columns", "holds", "stands", "keeps", "is_kept", "is_kept_by_phone", "visible", "reading", "read_company",
    "disclosed",
}  # fmt: skip
# Modules of storage in which companies or intakes are read, and that READERS goes through.
WALKED = {
    "companies/addressees", "companies/audiences", "companies/calls", "companies/claims", "companies/coverage", "companies/links",
    "companies/nominations", "companies/register_rows", "disclosure/gate", "disclosure/live_totals", "disclosure/published",
    "forms/responses", "inbox/requests", "intake/alike",
}  # fmt: skip
# Modules that read them by an id, or of people who answer; and those that show one by itself with what it is behind its name.
BY_KEY = {
    "companies/contacts", "companies/erasure", "companies/objections", "companies/talks", "consent/own_data",
    "disclosure/history", "door/keys", "door/sessions", "ended", "erasure", "inbox/invitations", "inbox/wishes", "intake/intakes",
    "intake/measured", "intake/moving", "knowledge/misses", "mail/mailboxes", "merging", "meter/meters", "notices/notices",
    "restoring/erasing", "rounds/rounds", "sessions/sessions", "stores", "turn/addressees", "turn/loading", "turn/lookers",
}  # fmt: skip
NAMED = {"companies/finding", "companies/row_statements", "companies/rows", "trials"}


async def scalar(connection: AsyncConnection, statement: Any) -> object:  # noqa: ANN401 - a statement
    return (await connection.execute(statement)).scalar_one()


def stores(connection: AsyncConnection) -> Stores[None]:
    return Stores(connection, NOBODY, NOBODY, None, now=NOW)


@pytest.fixture
async def terrains(database: AsyncEngine) -> AsyncEngine:
    await register(database)
    return database


@pytest.fixture
def chat(terrains: Database) -> Chat:
    return Chat(terrains)


async def read_all(connection: AsyncConnection) -> Mapping[str, object]:
    return {name: await reader(connection) for name, reader in READERS.items()}


async def as_real_as_can_be(connection: AsyncConnection, made: UUID) -> None:
    """Let a test company be everything that a company can be: with somebody, agreed to all, invited, mandated, asking, naming."""
    yes = {one: Decision(State.GIVEN, TEXTS[one].version, NOW, valid_until(NOW)) for one in Purpose}
    current = write_snapshot({}, trial_answers(1, HERE), yes)
    await connection.execute(update(intake).where(intake.c.id == made).values(phoned=False, current=current))
    kept = Kept(state=State.GIVEN, text_version=TEXTS[Purpose.KEEP].version, at=NOW, until=valid_until(NOW), through="card")
    place, somebody = Place(intake=made, welcomed=True, kept=kept).model_dump(mode="json"), uuid4()
    await connection.execute(person.insert().values(
        id=somebody, tenant="t", object_id="x", intake_id=made, place=place, reference={"conversation": {"id": "a:1"}},
    ))  # fmt: skip
    await connection.execute(request.insert().values(kind="question", person_id=somebody, about=made, text="Wat kost het?"))
    until = NOW + datetime.timedelta(days=9)
    await connection.execute(invitation.insert().values(code="X", terrain_id="t-1", company=NAME.format(number=1), until=until))
    mandate = {"form": MandateForm.key, "version": 1, "terrain_id": "t-1", "intake_id": made, "data": {"signed": "2026-11-01"}}
    number = await scalar(connection, form_response.insert().values(mandate | {"revision": 1}).returning(form_response.c.number))
    await connection.execute(form_version.insert().values(number=number, revision=1, data=mandate["data"], at=NOW, closed=False))
    listed = {"id": uuid4(), "terrain_id": "t-1", "name": "Bakkerij Smit", "name_key": "bakkerij smit", "test": True}
    await connection.execute(company.insert().values(listed))
    await connection.execute(company_nomination.insert().values(company_id=listed["id"], intake_id=made, may_tell=True))
    # Another one in the register that this company would claim to be.
    name = NAME.format(number=1)
    claimed = {"terrain_id": "t-1", "name": name, "name_key": company_key(name), "kvk": "12345678", "test": True}
    await connection.execute(company.insert().values(claimed))


async def test_nothing_that_is_read_or_counted_changes_by_a_test_company(terrains: AsyncEngine) -> None:
    async with transaction(terrains) as connection:
        total = {"terrain_id": "t-1", "kind": "total", "year": 2030, "at": NOW, "figures": {}, "parameters": "x", "members": {}}
        await connection.execute(published_total.insert().values(total))
        before = await read_all(connection)
        made = await Trials(connection, NOBODY, NOW).make("t-1", "Hessenpoort")
        assert made.intake is not None
        await as_real_as_can_be(connection, made.intake)
        assert await read_all(connection) == before
        for table in (intake, company):
            await connection.execute(update(table).values(test=False))
        after = await read_all(connection)
        blind = [name for name in READERS if after[name] == before[name]]
        assert blind == [], "these would not have noticed a company at all"


def test_every_reader_of_companies_is_walked_over() -> None:
    public = {name for name, one in inspect.getmembers(gate, inspect.isfunction)
              if one.__module__ == gate.__name__ and "now" in inspect.signature(one).parameters}  # fmt: skip
    assert public - OF_ONE <= {name.split(" ")[0] for name in READERS}
    root, reading = Path(storage.__path__[0]), set()
    for path in root.rglob("*.py"):
        tree = ast.parse(path.read_text())
        taken = {(node.module, name.name) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for name in node.names}
        if taken & {("storage.tables.people", "intake"), ("storage.tables.registers", "company")}:
            reading.add(path.relative_to(root).with_suffix("").as_posix())
    assert reading == WALKED | BY_KEY | NAMED, "say whether a test company could count there"


@pytest.mark.parametrize("number", [1, 7])
def test_its_answers_are_answers(number: int) -> None:
    answers = trial_answers(number, HERE)
    typed = {QUESTIONS[name]: HeldFound(question=name, value=one.value) for name, one in answers.items()
             if name != TERRAIN and one.value is not None}  # fmt: skip
    judged = judge(Answers(), {question: meant_by(question, one) for question, one in typed.items()})
    assert judged.refused == {}
    assert Way(Answers(answers), Depth.FULL).is_complete()


async def test_the_team_makes_it_answers_as_it_and_throws_it_away(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    await noor.opens()
    before = await mentions(chat, "Proefbedrijf")
    await noor.says("proefbedrijf hessenpoort")
    noor.sees(MARK, "Proefbedrijf 1 (proef)", "Alle antwoorden zijn verzonnen.")
    await noor.clicks("Gesprek")
    noor.sees(MARK, "Gesprek met Proefbedrijf 1 (proef)")
    await talk(noor, "status hessenpoort")
    noor.sees_not("Proefbedrijf", MARK)
    await noor.clicks("Antwoord als dit bedrijf")
    noor.sees(MARK, "U antwoordt nu als Proefbedrijf 1.")
    await noor.clicks("Mijn laadvraag")
    noor.sees(MARK)
    await noor.says("klaar")
    noor.sees("U bent weer uzelf.")
    assert await rows(chat, invitation) == [], "nobody takes it over"
    await noor.says("proefbedrijf lijst")
    await noor.clicks("Gooi Proefbedrijf 1 (proef) weg")
    noor.sees("Dit proefbedrijf is weg.")
    assert await mentions(chat, "Proefbedrijf") == before
    await noor.says("proefbedrijf lijst")
    noor.sees("Er is geen proefbedrijf.")


async def test_of_companies_of_others_it_opens_and_erases_nothing(chat: Chat) -> None:
    noor, _ = chat.person("Noor", team=True), await finish_short(chat)
    await noor.opens()
    [real] = [row["id"] for row in await rows(chat, intake) if row["company"]]
    for said in (f"proefbedrijf open i:{real}", f"proefbedrijf weg i:{real}"):
        await noor.presses_raw("say", {"text": said})
        noor.sees("Dit proefbedrijf is er niet meer.")
    assert real in {row["id"] for row in await rows(chat, intake)}
    assert all(row["acting_for"] is None for row in await rows(chat, person))
