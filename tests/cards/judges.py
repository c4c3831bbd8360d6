"""All judges that need nothing but the card: used by the tests of the cards, and on every card any other test produces."""

import json
from functools import lru_cache

from cards.capabilities import TEAMS, Capabilities
from tests.cards.house_rules import check_house
from tests.cards.nodes import Node
from tests.cards.teams_types import check_types
from tests.cards.version_1_5 import check_version


def judge(card: Node, door: Capabilities = TEAMS) -> list[str]:
    """Return everything that is wrong with a card for this door; nothing when it is fine."""
    return [*check_types(card), *check_version(card), *check_house(card, door)]


@lru_cache(maxsize=4096)  # one process meets most cards many times
def judge_written(written: str, door: Capabilities = TEAMS) -> tuple[str, ...]:
    """Return the same of a card as it goes over the wire."""
    return tuple(judge(json.loads(written), door))
