"""Something to do as one types it: who does it, what, and by which day; what can be read in two ways is asked back."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.lookup.due import Due, read_due
from dialogs.lookup.team_names import one_called
from domain.forms.responses import ActionOwner

MARKS = (re.compile(r"@?(?P<name>[^:,]{2,60}):"), re.compile(r"@(?P<name>\w{1,60})\s"))


@dataclass(frozen=True, slots=True)
class Owned:
    """A sentence without its owner. `owner` None: whoever types. `perhaps`: the sentence may begin with the owner."""

    text: str
    owner: ActionOwner | None = None
    perhaps: ActionOwner | None = None


@dataclass(frozen=True, slots=True)
class ActionRead:
    """An action as it was typed."""

    text: str
    owner: ActionOwner | None
    perhaps: ActionOwner | None
    due: Due


def read_action(sentence: str, team: Sequence[ActionOwner], today: datetime.date) -> ActionRead:
    """Return what a sentence says to do, by whom of the team, and when."""
    due = read_due(sentence, today)
    owned = read_owner(due.text, team)
    return ActionRead(owned.text, owned.owner, owned.perhaps, due)


def read_owner(sentence: str, team: Sequence[ActionOwner]) -> Owned:
    """Return who does it: "Marieke: zaal regelen", "@Marieke zaal regelen", "zaal regelen door Marieke", "ik: bellen".

    "Marieke bellen" says either; then she is in `perhaps`.
    """
    for mark in MARKS:
        found = mark.match(sentence)
        text = sentence[found.end() :].strip() if found is not None else ""
        if found is None or not text:
            continue
        if found["name"].casefold() == "ik" or (named := one_called(found["name"], team)) is not None:
            return Owned(text, None if found["name"].casefold() == "ik" else named)
    words = sentence.split()
    for count in (3, 2, 1):
        if len(words) > count + 1 and words[-count - 1].casefold() == "door":
            named = one_called(" ".join(words[-count:]).strip("."), team)
            if named is not None:
                return Owned(" ".join(words[: -count - 1]), named)
    return Owned(sentence, None, one_called(words[0].strip(",") if len(words) > 1 else "", team))
