"""The measured days of an intake, read beside whatever else is read of it."""

from typing import Any

from sqlalchemy import Label, func, select

from domain.demand.measured import MeasuredDays
from storage.tables.meter import measured_days
from storage.tables.people import intake

# One document or null, for whatever statement reads intakes.
MEASURED: Label[Any] = (
    select(func.jsonb_build_array(measured_days.c.winter, measured_days.c.highest))
    .where(measured_days.c.intake_id == intake.c.id)
    .correlate(intake)
    .scalar_subquery()
    .label("measured")
)


def read_measured(document: Any) -> MeasuredDays | None:  # noqa: ANN401 - JSON
    """Return the days, None when nothing was measured."""
    return None if document is None else MeasuredDays(tuple(document[0]), tuple(document[1]))
