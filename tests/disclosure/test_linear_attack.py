"""Linear programmes over every rounded number and everything that was seen: nobody is told more closely than the rule allows."""

import random
from collections.abc import Callable, Mapping
from functools import cache
from uuid import UUID

import pytest

from bench.histories import SHORT, Firm, Terrain, history
from bench.linear_attack import Kept, attacks_on, some_attacks_on
from domain.disclosure import hours, peaks, rules
from domain.disclosure.rules import Party
from domain.disclosure.shares import Hidden
from domain.disclosure.sums import FAMILIES, PEAK_PARTS, Kind
from domain.intake.answers import Answer, Answers, Value
from tests.disclosure.companies import fleet

HISTORIES, TOGETHER = 50, 10


@cache
def lived(seed: int) -> Terrain:
    return history(seed, SHORT)


@pytest.mark.parametrize("first", range(0, HISTORIES, TOGETHER))
def test_no_history_tells_anybody_closer_than_the_rule_allows(first: int) -> None:
    found = [attack for seed in range(first, first + TOGETHER) if lived(seed).past for attack in some_attacks_on(lived(seed))]
    assert len(found) > TOGETHER
    assert [attack for attack in found if attack.succeeds] == []


def test_in_these_histories_whatever_can_happen_does() -> None:
    terrains = [lived(seed) for seed in range(TOGETHER)]
    assert {one.kind for terrain in terrains for one in terrain.past} == set(Kind)
    assert any(terrain.ever for terrain in terrains)
    assert len({terrain.parameters.kwh_per_km.tractor.default for terrain in terrains}) > 1


def firms(answers: Mapping[str, Answer | Value], *numbers: int, seen: bool = False) -> dict[str, Firm]:
    """Return companies that answer the same, `seen` by the municipality."""
    said = Answers({name: one if isinstance(one, Answer) else Answer(one) for name, one in answers.items()})
    agreed = {Party.MUNICIPALITY: 1} if seen else {}
    hidden = [Hidden(UUID(int=number), UUID(int=1000 + number)) for number in numbers]
    return {str(one.mark): Firm(said, one, agreed=dict(agreed)) for one in hidden}


def all_but_a_haulier_and_two_tiny_ones() -> Terrain:
    """Return the history of seven companies, four of which the municipality sees."""
    everybody = firms(fleet(6), 1, 2, 3, 4, seen=True) | firms(fleet(15), 5) | firms(fleet(1, km=40), 6, 7)
    terrain = Terrain(random.Random(1), firms=everybody)
    terrain.publishes()
    return terrain


def a_haulier_and_two_tiny_ones_join() -> Terrain:
    """Return the history of six companies that three others join."""
    terrain = Terrain(random.Random(1), firms=firms(fleet(6), *range(6)))
    terrain.publishes()
    terrain.firms |= firms(fleet(15), 11) | firms(fleet(1, km=40), 12, 13)
    terrain.publishes()
    return terrain


def one_by_night() -> Terrain:
    """Return the history of a haulier that charges at night among eight by day: together the day is lower than its night."""
    night: dict[str, Answer | Value] = {
        "tractor.back": "22:00",
        "tractor.out": "01:30",
        "tractor.km_per_day": 100,
        "grid.contracted_kw": 900,
    }
    shift: dict[str, Answer | Value] = {"tractor.back": "06:00", "tractor.out": "18:00"}
    noon: dict[str, Answer | Value] = {"tractor.back": "10:00", "tractor.out": "15:00"}
    everybody = (
        firms(fleet(6) | night, 1) | firms(fleet(2, km=100) | shift, *range(2, 6)) | firms(fleet(2, km=100) | noon, *range(6, 10))
    )
    terrain = Terrain(random.Random(1), firms=everybody)
    terrain.publishes()
    return terrain


def test_the_shape_of_peaks_needs_rules_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """What all ask together is 270 kW: what the haulier charges by night, to the last one."""
    assert not [attack for attack in attacks_on(one_by_night()) if attack.succeeds]
    monkeypatch.setattr(rules, "FAMILIES", [one for one in FAMILIES if not one & set(PEAK_PARTS.values())])
    for name in ("is_a_total", "leaves_room"):
        monkeypatch.setattr(peaks, name, everything_is_fine)
    found = [attack for attack in attacks_on(one_by_night()) if attack.succeeds]
    assert any(part.startswith("peak_together") for attack in found for _, part in attack.about)


def nobody_is_too_large(*_: object) -> bool:
    """Leave the rule about the largest out."""
    return False


def everything_is_fine(*_: object) -> bool:
    """Leave the rule about peaks out."""
    return True


@pytest.mark.parametrize("story", [all_but_a_haulier_and_two_tiny_ones, a_haulier_and_two_tiny_ones_join])
def test_remainders_and_joiners_that_are_mostly_one_need_the_rule(
    story: Callable[[], Terrain], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not [attack for attack in attacks_on(story()) if attack.succeeds]
    for module, name in ((rules, "too_large"), (hours, "too_large"), (rules, "stands_out")):
        monkeypatch.setattr(module, name, nobody_is_too_large)
    monkeypatch.setattr(peaks, "leaves_room", everything_is_fine)
    terrain = story()
    assert terrain.past
    assert [attack for attack in attacks_on(terrain) if attack.succeeds]


def test_the_attacker_is_told_the_truth() -> None:
    """What is true fits everything it read: otherwise it would bound nothing."""
    for seed in range(TOGETHER):
        kept = Kept(lived(seed))
        for row in kept.rows:
            true = sum(times * kept.truth[one] for one, times in row.weights.items())
            assert row.low - 0.01 <= true <= row.high + 0.01
