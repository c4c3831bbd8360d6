"""Reading what somebody thinks of a message of ours: hostile until it is cut down to a thumb and a few words."""

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from dialogs.turn.events import Event, Feedback, Ignored

LONGEST = 2000  # characters


def read_feedback(value: Any) -> Event:  # noqa: ANN401 - JSON of any shape
    """Read the value of a message/submitAction; what is no thumb is ignored. Teams packs the words as JSON once more."""
    given = value.get("actionValue") if isinstance(value, Mapping) else None
    if not isinstance(given, Mapping) or given.get("reaction") not in ("like", "dislike"):
        return Ignored("feedback")
    packed = given.get("feedback")
    found: object = None
    with suppress(ValueError, RecursionError):
        found = json.loads(packed) if isinstance(packed, str) else packed
    words = found.get("feedbackText") if isinstance(found, Mapping) else None
    return Feedback(given["reaction"] == "like", words[:LONGEST] if isinstance(words, str) else "")
