"""Asking Teams whether people are guests, each in their own chat; whom it does not tell of stays unknown."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

import pytest

from bot.teams.file_hosts import FileHosts
from bot.teams.rosters import Rosters
from bot.turn.errands import MOST, Errands
from dialogs.turn.errands import ReadGuests
from dialogs.turn.events import GuestsRead
from tests.teams.test_sending import Line, line
from tests.wiring.fake_teams import Answer

pytestmark = pytest.mark.usefixtures("quiet")

TENANT = "11111111-1111-4111-8111-111111111111"
__all__ = ["line"]


class NoFiles(FileHosts):
    """Fetches nothing."""

    def __init__(self) -> None:
        """Need nothing."""


async def no_paper(_: UUID) -> bytes | None:
    """Know of no paper."""
    return None


def errands_of(line: Line, known: Mapping[UUID, dict[str, Any]]) -> Errands:
    """Return what runs errands, for people who can be reached like this."""

    async def reach(person: UUID) -> Mapping[str, Any] | None:
        return known.get(person)

    return Errands(NoFiles(), no_paper, Rosters(line.connector), reach)


def chat_of(line: Line, number: int) -> dict[str, Any]:
    """Return how to reach somebody."""
    return {**line.reference, "tenant": TENANT, "conversation": {"id": f"a:{number}"}, "user": {"id": f"29:{number}"}}


@pytest.mark.parametrize(
    ("told", "guest"),
    [
        ({"userRole": "user", "tenantId": TENANT}, False),
        ({"userRole": "guest", "tenantId": TENANT}, True),
        ({"userRole": "user", "tenantId": "22222222-2222-4222-8222-222222222222"}, True),
        ({"userPrincipalName": "piet_bedrijf.nl#EXT#@provincie.example"}, True),
    ],
)
async def test_a_guest_is_told_from_a_member(line: Line, told: dict[str, str], guest: bool) -> None:
    piet = uuid4()
    line.teams.answers.append(Answer(200, body={"id": "29:1", "name": "Piet", **told}))
    found = await errands_of(line, {piet: chat_of(line, 1)}).run(ReadGuests((piet,)), {})
    assert found == GuestsRead(((piet, guest),))
    assert [call.path for call in line.teams.calls] == ["/emea/v3/conversations/a%3A1/members/29%3A1"]


async def test_whom_teams_tells_nothing_of_stays_unknown_and_the_others_are_read(line: Line) -> None:
    gone, silent, away, piet = uuid4(), uuid4(), uuid4(), uuid4()
    known = {silent: chat_of(line, 1), away: chat_of(line, 2), piet: chat_of(line, 3)}
    answers = (Answer(200, body={"id": "29:1"}), Answer(404), Answer(200, body={"userRole": "user", "tenantId": TENANT}))
    line.teams.answers.extend(answers)
    found = await errands_of(line, known).run(ReadGuests((gone, silent, away, piet)), {})
    assert found == GuestsRead(((piet, False),))


async def test_never_more_people_than_a_company_has(line: Line) -> None:
    people = tuple(uuid4() for _ in range(MOST + 5))
    line.teams.answers.extend(Answer(200, body={"userRole": "user"}) for _ in people)
    found = await errands_of(line, {one: chat_of(line, 1) for one in people}).run(ReadGuests(people), {})
    assert isinstance(found, GuestsRead)
    assert len(found.guests) == len(line.teams.calls) == MOST
