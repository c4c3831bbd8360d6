"""Roles: what can be given, where it holds, and what it allows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.turn.command import AUDIENCE_OF
from dialogs.turn.events import Sender
from dialogs.turn.known import House
from domain.access.roles import ROLES, Grant, Reach, Right, Role, Roles, role_named
from domain.terrains.terrains import TerrainName

ZWOLLE = TerrainName("9001", "Zilverhoek", "Zwolle", municipality_code="GM0193")
APELDOORN = TerrainName("9004", "De Wilgenkamp", "Apeldoorn", municipality_code="GM0200")
NOWHERE = TerrainName("9009", "Plan Nergens")
PLACES = (ZWOLLE, APELDOORN, NOWHERE)
GRANTS = st.builds(Grant, st.sampled_from(Role), st.sampled_from(["", "9001"]), st.sampled_from(["", "GM0193"]))


def test_every_role_is_declared_and_has_an_audience() -> None:
    assert set(ROLES) == set(Role) == set(AUDIENCE_OF)
    assert all(rule.reaches for rule in ROLES.values())


def test_no_word_means_two_roles() -> None:
    words = [word for rule in ROLES.values() for word in (rule.title, *rule.words)]
    assert len(words) == len(set(words))
    assert all(role_named(word.upper()) is not None for word in words)
    assert role_named("koning") is None


def test_a_municipality_holds_in_its_own_municipality_alone() -> None:
    roles = Roles.of([Grant(Role.MUNICIPALITY, municipality="GM0193")])
    assert roles.at(ZWOLLE) == {Role.MUNICIPALITY}
    assert roles.may(Right.SEE_TERRAIN, ZWOLLE)
    for terrain in (APELDOORN, NOWHERE):
        assert roles.at(terrain) == frozenset()
        assert not roles.may(Right.SEE_TERRAIN, terrain)
    assert not roles.may(Right.SEE_TERRAIN)
    assert {right for right in Right if roles.may(right, ZWOLLE)} == {Right.SEE_TERRAIN, Right.SPEAK}
    assert not roles.may(Right.SPEAK, APELDOORN)


def test_a_park_manager_holds_on_one_terrain_and_a_grid_operator_anywhere() -> None:
    roles = Roles.of([Grant(Role.PARK_MANAGER, terrain="9004"), Grant(Role.GRID_OPERATOR)])
    assert roles.at(APELDOORN) == {Role.PARK_MANAGER, Role.GRID_OPERATOR}
    assert roles.at(NOWHERE) == {Role.GRID_OPERATOR}
    assert roles.held == {Role.PARK_MANAGER, Role.GRID_OPERATOR}


def test_an_administrator_belongs_to_the_team() -> None:
    roles = Roles.of([Grant(Role.ADMIN)])
    assert roles.held == {Role.ADMIN, Role.TEAM}
    assert all(roles.may(right, place) for right in Right for place in PLACES)
    assert not Roles.of([Grant(Role.TEAM)]).may(Right.MANAGE)


@pytest.mark.parametrize(
    "grant",
    [
        Grant(Role.MUNICIPALITY),
        Grant(Role.PARK_MANAGER),
        Grant(Role.TEAM, terrain="9001"),
        Grant(Role.ADMIN, municipality="GM0193"),
        Grant(Role.MUNICIPALITY, "9001", "GM0193"),
    ],
)
def test_what_cannot_be_given_gives_nothing(grant: Grant) -> None:
    assert not grant.possible
    assert Roles.of([grant]) == Roles()


@given(st.lists(GRANTS, max_size=4), st.sampled_from(PLACES))
def test_a_role_never_holds_where_it_was_not_given(grants: list[Grant], place: TerrainName) -> None:
    roles = Roles.of(grants)
    for role in roles.at(place) - {Role.TEAM}:
        assert any(one.role is role and one.holds_at(place) for one in roles.grants)
    assert roles.everywhere <= roles.at(place) <= roles.held
    assert all(one.reach in ROLES[one.role].reaches for one in roles.grants)
    assert Reach.REGION in ROLES[Role.TEAM].reaches


def test_the_settings_name_people_of_our_own_tenant() -> None:
    house = House("NAL", "", "", team=frozenset({"noor"}), admins=frozenset({"ada"}), tenant="ours")
    assert house.roles_of(Sender("ours", "noor", "29:1", "Noor")).held == {Role.TEAM}
    assert house.roles_of(Sender("ours", "ada", "29:2", "Ada")).held == {Role.TEAM, Role.ADMIN}
    for stranger in (
        Sender("theirs", "noor", "29:1", "Noor"),
        Sender("ours", "", "", "noor"),
        Sender("ours", "x", "noor", "noor"),
    ):
        assert house.roles_of(stranger) == Roles()
