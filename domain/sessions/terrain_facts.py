"""Which facts of a terrain a session already has, so that its checklist knows what is still to come."""

from collections.abc import Sequence

from domain.sessions.blocks import TerrainFact
from domain.sessions.partners import who_come
from domain.sessions.session import Session
from domain.sessions.visitors import Visitor, coming


def known_facts(
    session: Session,
    visitors: Sequence[Visitor],
    problems: Sequence[str] = (),
    *,
    has_factsheet: bool = False,
    partners: Sequence[Visitor] = (),
) -> frozenset[TerrainFact]:
    """Return what is there: an example, groups, problems that companies named or chose, a published factsheet, and partners."""
    there = {
        TerrainFact.EXAMPLE: bool(session.example),
        TerrainFact.GROUPS: bool(session.grouping.groups),
        TerrainFact.PROBLEMS: bool(problems) or any(one.issue for one in coming(visitors)),
        TerrainFact.DIRECTIONS: bool(session.directions),
        TerrainFact.FACTSHEET: has_factsheet,
    }
    return frozenset(fact for fact, known in there.items() if known) | who_come(partners)
