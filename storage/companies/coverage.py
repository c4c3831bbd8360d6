"""Counting the companies of one terrain by index, so that no other terrain and no answer is read for it."""

import datetime
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import (
    ARRAY,
    CTE,
    DateTime,
    ScalarSelect,
    Select,
    String,
    and_,
    bindparam,
    distinct,
    exists,
    func,
    literal_column,
    or_,
    select,
    true,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.consent.consents import Purpose
from domain.disclosure.audiences import Observer
from domain.dossier.forms import MandateForm
from domain.intake.stage import Stage
from domain.plan.coverage import Coverage
from storage.companies.register_rows import ANSWERED_KVK, REAL
from storage.disclosure.gate import holds, visible
from storage.forms.responses import OF_TRIAL
from storage.tables.forms import form_response
from storage.tables.inbox import invitation
from storage.tables.people import intake
from storage.tables.registers import company, company_link


async def count_coverages(
    connection: AsyncConnection, terrain_ids: Collection[str], now: datetime.datetime
) -> Mapping[str, Coverage]:
    """Return the counts of each of these terrains, in one statement."""
    rows = await connection.execute(COUNTING, {"terrains": list(terrain_ids), "now": now})
    return {terrain_id: Coverage(*counts) for terrain_id, *counts in rows}


def counting(terrain_id: Any, now: Any) -> Select[Any]:  # noqa: ANN401 - what is bound when it runs
    """Return the statement. Those who were approached are counted in three parts that have nobody in common."""
    began, listed = began_on(terrain_id, now), select(company).where(company.c.terrain_id == terrain_id, REAL).cte("listed")
    count = func.count()
    return (
        select(
            select(count).select_from(listed).scalar_subquery().label("known"),
            (count + waiting_of(listed, began) + invited_on(terrain_id, listed)).label("approached"),
            count.label("started"),
            count.filter(began.c.stage.in_((Stage.SHORT, Stage.COMPLETE))).label("short"),
            count.filter(began.c.stage == Stage.COMPLETE).label("complete"),
            count.filter(began.c.counts).label("consented"),
            mandated_on(terrain_id).label("mandated"),
        )
        .select_from(began)
        .add_cte(began, listed, nest_here=True)
    )


def began_on(terrain_id: Any, now: Any) -> CTE:  # noqa: ANN401
    """Return the companies that began their intake, as the team may see them."""
    columns = (intake.c.id, intake.c.stage, intake.c.company_key, func.coalesce(ANSWERED_KVK, "").label("kvk"))
    here = and_(intake.c.terrain_id == terrain_id, visible(Observer.TEAM, now))
    return select(*columns, holds(Purpose.TOTAL, now).label("counts")).where(here).cte("began")


def waiting_of(listed: CTE, began: CTE) -> ScalarSelect[int]:
    """Return how many companies of the register got a first message and did not begin. It is a mere count: a claim is enough."""
    linked = exists().where(company_link.c.company_id == listed.c.id, company_link.c.intake_id == began.c.id)
    same = or_(
        linked.correlate(listed, began),
        and_(listed.c.kvk != "", listed.c.kvk == began.c.kvk),
        and_(listed.c.name_key != "", listed.c.name_key == began.c.company_key),
    )
    unbegun = ~exists().where(same).correlate(listed)
    return select(func.count()).select_from(listed).where(listed.c.approached_at.is_not(None), unbegun).scalar_subquery()


def invited_on(terrain_id: Any, listed: CTE) -> ScalarSelect[int]:  # noqa: ANN401
    """Return how many companies got a code that was not used, and are not among those that got a first message."""
    messaged = exists().where(listed.c.approached_at.is_not(None), func.lower(listed.c.name) == func.lower(invitation.c.company))
    unused = and_(invitation.c.terrain_id == terrain_id, invitation.c.used_at.is_(None), invitation.c.company != "")
    same = and_(company.c.terrain_id == terrain_id, func.lower(company.c.name) == func.lower(invitation.c.company))
    trial = exists().where(same, ~REAL).correlate(invitation)
    names = func.count(distinct(func.lower(invitation.c.company)))
    return select(names).where(unused, ~messaged.correlate(invitation), ~trial).scalar_subquery()


def mandated_on(terrain_id: Any) -> ScalarSelect[int]:  # noqa: ANN401
    """Return how many companies signed a mandate that holds."""
    of = select(company_link.c.intake_id).where(company_link.c.company_id == form_response.c.company_id).scalar_subquery()
    who = func.coalesce(form_response.c.intake_id, of, form_response.c.company_id)
    held = and_(form_response.c.form == MandateForm.key, form_response.c.closed_at.is_(None))
    signed = func.coalesce(form_response.c.data["signed"].astext, "") != ""
    here = form_response.c.terrain_id == terrain_id
    return select(func.count(distinct(who))).where(here, held, signed, ~OF_TRIAL).scalar_subquery()


# Built once: building it takes longer than running it. Each terrain is counted by itself, by index.
WANTED = func.unnest(bindparam("terrains", type_=ARRAY(String))).table_valued("id").render_derived(name="wanted")
COUNTED = counting(literal_column("wanted.id"), bindparam("now", type_=DateTime(timezone=True))).lateral()
COUNTING = select(WANTED.c.id, COUNTED).select_from(WANTED.join(COUNTED, true()))
