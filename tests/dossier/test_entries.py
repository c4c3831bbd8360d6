"""Entries as they are kept: history complete, nothing overwritten by who came second, and gone with their company."""

import asyncio
import datetime
from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.dossier.events import EntryEvent
from domain.dossier.forms import ActionForm, RiskForm
from domain.forms.responses import NewResponse, Response
from storage.intake.intakes import make_official
from storage.tables.access import linked_team, role_grant, team_member
from storage.tables.forms import form_version
from storage.tables.registers import company
from tests.dossier.keeping import NOOR, NOW, add, desk, listed, log
from tests.postgres import Emptier

STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "change", "close", "reopen"]), st.integers(0, 3), st.integers(0, 2)), max_size=12
)


async def test_every_change_is_a_version_and_a_line_in_the_log(database: AsyncEngine) -> None:
    entry = await add(database, ActionForm, data={"text": "Marieke bellen", "due": "2027-01-12", "owner": str(NOOR)})
    assert (entry.revision, entry.due, entry.owner) == (1, datetime.date(2027, 1, 12), NOOR)
    async with desk(database) as entries:
        changed = await entries.change(entry.number, 1, {"text": "Marieke mailen"}, None, NOW)
        assert changed is not None
        assert (changed.revision, changed.due, changed.owner) == (2, None, None)
        closed = await entries.close(entry.number, 2, NOW)
        assert closed is not None
        assert closed.closed_at == NOW
        assert await entries.of_terrain("t-1") == ()
        assert await entries.reopen(entry.number, 3, NOW) is not None
        versions = await entries.versions([(entry.number, revision) for revision in (1, 2, 3, 4, 5)])
        assert [versions[entry.number, revision].data["text"] for revision in (1, 2, 3, 4)] == [
            "Marieke bellen", "Marieke mailen", "Marieke mailen", "Marieke mailen",
        ]  # fmt: skip
        assert (entry.number, 5) not in versions
    assert await log(database) == [(kind, entry.number) for kind in EntryEvent]


async def test_who_comes_second_overwrites_nothing(database: AsyncEngine) -> None:
    entry = await add(database)

    async def change(text: str) -> Response | None:
        async with desk(database) as entries:
            return await entries.change(entry.number, 1, {"text": text}, None, NOW)

    first, second = await asyncio.gather(change("Van Noor"), change("Van Bram"))
    assert [first, second].count(None) == 1
    async with desk(database) as entries:
        kept = await entries.entry(entry.number)
        assert kept is not None
        assert kept.data["text"] == next(one for one in (first, second) if one).data["text"]
        assert await entries.close(entry.number, 1, NOW) is None
        assert await entries.reopen(entry.number, 2, NOW) is None, "it is open"
        assert await entries.close(entry.number, 2, NOW) is not None
        assert await entries.change(entry.number, 3, {"text": "Te laat"}, None, NOW) is None, "it is closed"
    assert [kind for kind, _ in await log(database)] == [EntryEvent.ADDED, EntryEvent.CHANGED, EntryEvent.CLOSED]


async def test_what_is_not_there_is_none(database: AsyncEngine) -> None:
    async with desk(database) as entries:
        assert await entries.entry(12) is None
        assert await entries.close(12, 1, NOW) is None
        assert await entries.versions([]) == {}


async def test_a_contact_counts_as_contact_and_an_open_action_as_a_promise(database: AsyncEngine) -> None:
    register = await listed(database)
    await add(database)
    async with desk(database) as entries:
        assert (await entries.dossiers.state("t-1")).last_contact is None
    await add(database, data={"text": "Goed gesprek", "form": "phone", "day": "2026-11-20"}, register=register)
    action = await add(database, ActionForm, data={"text": "Mailen", "due": "2026-12-01"})
    async with desk(database) as entries:
        state = await entries.dossiers.state("t-1")
        assert state.last_contact == datetime.date(2026, 11, 20)
        assert list(state.promises.values()) == [datetime.date(2026, 12, 1)]
        await entries.close(action.number, 1, NOW)
        assert (await entries.dossiers.state("t-1")).promises == {}
        approached = (await entries.connection.execute(select(company.c.approached_at))).scalar_one()
    assert approached == NOW


async def test_my_actions_come_by_day_over_all_terrains(database: AsyncEngine) -> None:
    mine = {"owner": str(NOOR)}
    async with desk(database) as entries:
        for terrain_id, data in (("t-1", {}), ("t-2", {"due": "2027-01-12"}), ("t-3", {"due": "2026-12-01"})):
            await entries.add(NewResponse(ActionForm, terrain_id, {"text": "Iets", **mine, **data}), NOW)
        await entries.add(NewResponse(ActionForm, "t-4", {"text": "Van Bram", "owner": str(uuid4())}), NOW)
        done = await entries.add(NewResponse(ActionForm, "t-5", {"text": "Gedaan", **mine}), NOW)
        await entries.close(done.number, 1, NOW)
        assert [one.terrain for one in await entries.actions_of(NOOR)] == ["t-3", "t-2", "t-1"]


async def test_the_same_key_is_kept_once(database: AsyncEngine) -> None:
    new = NewResponse(RiskForm, "t-1", {"text": "Het net is vol"}, key=uuid4())
    async with desk(database) as entries:
        first = await entries.add(new, NOW)
    async with desk(database) as entries:
        assert await entries.add(new, NOW) == first
        assert len(await entries.of_terrain("t-1")) == 1
    assert await log(database) == [(EntryEvent.ADDED, first.number)]


async def test_the_team_is_everybody_who_belongs_to_it(database: AsyncEngine) -> None:
    async with desk(database) as entries:
        await make_official(entries.connection, "t", "noor", "Noor Bos")
        await make_official(entries.connection, "t", "bram", "Bram Kok")
        await make_official(entries.connection, "elsewhere", "noor", "Een ander")
        await make_official(entries.connection, "t", "piet", "Piet van het bedrijf")
        role = {"tenant": "t", "object_id": "bram", "role": "team", "given_by": "noor"}
        await entries.connection.execute(role_grant.insert().values(**role))
        team = {"tenant": "t", "team_id": "19:a", "reference": {}, "linked_by": "noor"}
        await entries.connection.execute(linked_team.insert().values(**team))
        for who, counts in (("anna", True), ("gast", False)):
            seen = {"teams_id": "29:1", "name": who.title(), "guest": not counts, "counts": counts}
            await entries.connection.execute(team_member.insert().values(tenant="t", team_id="19:a", object_id=who, **seen))
        found = await entries.members("t", {"noor"})
        assert [one.name for one in found] == ["Anna", "Bram Kok", "Noor Bos"]
        assert await entries.members("t", {"noor"}) == found


@given(STEPS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
async def test_in_any_order_history_is_complete_and_a_stale_change_does_nothing(
    engine: AsyncEngine, emptier: Emptier, steps: list[tuple[str, int, int]]
) -> None:
    emptier.empty()
    history: dict[int, list[tuple[str, bool]]] = {}
    async with desk(engine) as entries:
        for place, (what, which, behind) in enumerate(steps):
            if what == "add" or not history:
                added = await entries.add(NewResponse(RiskForm, "t-1", {"text": f"Tekst {place}"}), NOW)
                history[added.number] = [(f"Tekst {place}", False)]
                continue
            number = list(history)[which % len(history)]
            text, closed = history[number][-1]
            seen = len(history[number]) - behind
            now = {"change": (f"Tekst {place}", closed), "close": (text, True), "reopen": (text, False)}[what]
            right = behind == 0 and closed == (what == "reopen")
            if what == "change":
                done = await entries.change(number, seen, {"text": now[0]}, None, NOW)
            else:
                done = await (entries.close if what == "close" else entries.reopen)(number, seen, NOW)
            assert (done is not None) == right
            history[number] += [now] if right else []
        kept = await entries.connection.execute(select(form_version).order_by(form_version.c.number, form_version.c.revision))
        found: dict[int, list[tuple[str, bool]]] = {}
        for row in kept:
            found.setdefault(row.number, []).append((row.data["text"], row.closed))
        events = await entries.dossiers.history("t-1", limit=500)
    assert found == history
    assert len(events) == sum(map(len, history.values()))
    assert [event.revision for event in events] == list(range(len(events), 0, -1))
