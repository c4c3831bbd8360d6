"""Finding somebody of the project team by the name that was typed."""

from collections.abc import Sequence

from dialogs.lookup.spelling import plain
from domain.forms.responses import ActionOwner


def one_called(name: str, team: Sequence[ActionOwner]) -> ActionOwner | None:
    """Return the only one of the team with this name, or with this first name; None when there is none, or more."""
    typed = plain(name)
    for same in ((one for one in team if plain(one.name) == typed), (one for one in team if plain(one.name)[:1] == typed)):
        found = list(same)
        if len(found) == 1 and typed:
            return found[0]
    return None
