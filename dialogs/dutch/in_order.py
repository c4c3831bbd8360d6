"""Words that come one after another in a sentence, whatever stands between them: "ik WIL graag dat ALLES WEG is"."""

import re
from collections.abc import Iterable

InOrder = tuple[re.Pattern[str], ...]  # each is looked for behind the one before


def come_in_order(text: str, ways: Iterable[InOrder]) -> bool:
    """Say whether a text has all the words of one of these ways to say it, in their order. Each word is looked for once."""
    return any(follow(text, way) for way in ways)


def follow(text: str, way: InOrder) -> bool:
    """Say whether a text has these words in this order."""
    at = 0
    for pattern in way:
        found = pattern.search(text, at)
        if found is None:
            return False
        at = found.end()
    return True
