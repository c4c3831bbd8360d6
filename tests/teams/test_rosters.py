"""Reading who is in a team: page by page, tried again where Teams asks for it, and never more than a project team."""

from typing import Any

import pytest

from bot.teams.rosters import MOST, Rosters, TooMany
from bot.teams.undelivered import Blocked, Unreachable
from domain.access.roles import TeamMember
from tests.teams.test_sending import Line, line
from tests.wiring.fake_teams import Answer

pytestmark = pytest.mark.usefixtures("quiet")

TEAM = "19:team/1@thread.tacv2"
TENANT = "11111111-1111-4111-8111-111111111111"
__all__ = ["line"]


def person(number: int, **more: str | None) -> dict[str, Any]:
    """Return somebody as Teams tells about them."""
    own: dict[str, Any] = {
        "id": f"29:{number}",
        "name": f"Persoon  {number}",
        "aadObjectId": f"AAAA-{number}",
        "userRole": "user",
    }
    return own | {"tenantId": TENANT} | more


def page(*people: dict[str, Any], token: str = "") -> Answer:
    """Return one page of Teams' answer."""
    return Answer(200, body={"members": list(people), "continuationToken": token})


async def read(line: Line, *answers: Answer) -> tuple[str, tuple[TeamMember, ...]]:
    """Read the team, with these answers of Teams."""
    line.teams.answers.extend(answers)
    return await Rosters(line.connector).read({**line.reference, "tenant": TENANT}, TEAM)


async def test_pages_are_put_together(line: Line) -> None:
    name, members = await read(
        line, page(person(1), token="verder & meer"), page(person(2)), Answer(200, body={"name": "Regio  Oost"})
    )
    assert (name, [one.object_id for one in members]) == ("Regio Oost", ["aaaa-1", "aaaa-2"])
    assert members[0] == TeamMember("aaaa-1", "29:1", "Persoon 1", guest=False, tenant=TENANT)
    first, second, third = (call.path for call in line.teams.calls)
    assert first == "/emea/v3/conversations/19%3Ateam%2F1%40thread.tacv2/pagedmembers?pageSize=200"
    assert second == f"{first}&continuationToken=verder%20%26%20meer"
    assert third == "/emea/v3/teams/19%3Ateam%2F1%40thread.tacv2"
    assert {call.token for call in line.teams.calls} == {"Bearer own-token"}


@pytest.mark.parametrize(
    ("more", "guest"),
    [
        ({}, False),
        ({"userRole": "owner"}, False),
        ({"userRole": "guest"}, True),
        ({"userRole": "anonymous"}, True),
        ({"tenantId": "22222222-2222-4222-8222-222222222222"}, True),
        ({"userPrincipalName": "piet_bedrijf.nl#EXT#@provincie.example"}, True),
        ({"userRole": None, "userPrincipalName": "noor@provincie.example"}, False),
        ({"userRole": None}, True),
        ({"tenantId": TENANT.upper()}, False),
    ],
)
async def test_guests_and_people_of_other_tenants_are_told_apart(line: Line, more: dict[str, str | None], guest: bool) -> None:
    _, members = await read(line, page(person(1, **more)), Answer(404))
    assert [one.guest for one in members] == [guest]


async def test_who_has_no_entra_id_is_nobody(line: Line) -> None:
    _, members = await read(line, page(person(1, aadObjectId=None), person(2, aadObjectId=None, objectId="BBBB")))
    assert [one.object_id for one in members] == ["bbbb"]


@pytest.mark.parametrize("body", [{"members": "abc"}, {"members": [1, "x", None]}, {"members": None}, {"error": "x"}])
async def test_an_answer_of_another_shape_is_an_empty_team(line: Line, body: dict[str, Any]) -> None:
    assert await read(line, Answer(200, body=body), Answer(403)) == ("", ())


async def test_a_busy_teams_is_asked_again(line: Line) -> None:
    name, members = await read(
        line, Answer(429, {"Retry-After": "2"}), Answer(503), page(person(1)), Answer(200, body={"name": "Oost"})
    )
    assert (name, len(members)) == ("Oost", 1)
    assert line.waits[0] >= 2


async def test_what_teams_refuses_is_not_asked_again(line: Line) -> None:
    with pytest.raises(Blocked):
        await read(line, Answer(403))
    assert len(line.teams.calls) == 1


async def test_a_teams_that_stays_away_is_given_up(line: Line) -> None:
    with pytest.raises(Unreachable):
        await read(line, *[Answer(503)] * 10)


async def test_a_whole_organisation_is_too_many(line: Line) -> None:
    people = [person(number) for number in range(200)]
    with pytest.raises(TooMany):
        await read(line, *[page(*people, token="meer")] * 10)
    assert len(line.teams.calls) == MOST // 200 + 1
