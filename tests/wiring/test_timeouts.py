"""How long the edge waits: the tests hurry elsewhere, but not at the door."""

from bot.timeouts import Timeouts
from tests.wiring.conftest import HASTE


def test_the_limits_of_production_are_no_longer_than_teams_needs() -> None:
    patience = Timeouts()
    assert HASTE.head == patience.head
    assert (patience.head, patience.body, patience.request, patience.idle, patience.linger) == (10, 10, 120, 75, 1)
