"""Linear programmes over every rounded number and everything that was seen: nobody is told more closely than the rule allows."""

from functools import cache

import pytest

from bench.histories import SHORT, Terrain, history
from bench.linear_attack import Attack, Kept, some_attacks_on
from domain.disclosure import rules, worlds
from domain.disclosure.sums import Kind

HISTORIES, TOGETHER = 50, 10
# Histories in which somebody is found as soon as the rule about the largest is left out.
REVEALING = range(12)


@cache
def lived(seed: int) -> Terrain:
    return history(seed, SHORT)


@pytest.mark.parametrize("first", range(0, HISTORIES, TOGETHER))
def test_no_history_tells_anybody_closer_than_the_rule_allows(first: int) -> None:
    found = [attack for seed in range(first, first + TOGETHER) if lived(seed).past for attack in some_attacks_on(lived(seed))]
    assert len(found) > TOGETHER
    assert [attack for attack in found if attack.succeeds] == []


def test_in_these_histories_everything_is_published_and_whatever_can_happen_does() -> None:
    terrains = [lived(seed) for seed in range(TOGETHER)]
    assert {one.kind for terrain in terrains for one in terrain.past} == set(Kind)
    assert any(terrain.ever for terrain in terrains)
    assert len({terrain.parameters.kwh_per_km.tractor.default for terrain in terrains}) > 1


def nobody_is_too_large(*_: object) -> bool:
    """Leave the rule about the largest out."""
    return False


def test_without_the_rule_about_the_largest_the_same_attacks_succeed(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in ((rules, "too_large"), (worlds, "too_large"), (rules, "stands_out")):
        monkeypatch.setattr(module, name, nobody_is_too_large)
    found: list[Attack] = []
    for seed in REVEALING:
        terrain = history(seed, SHORT)
        found += [attack for attack in (some_attacks_on(terrain) if terrain.past else ()) if attack.succeeds]
    assert found != []


def test_the_attacker_is_told_the_truth() -> None:
    """What is true fits everything it read: otherwise it would bound nothing."""
    for seed in range(TOGETHER):
        kept = Kept(lived(seed))
        for row in kept.rows:
            true = sum(times * kept.truth[one] for one, times in row.weights.items())
            assert row.low - 0.01 <= true <= row.high + 0.01
