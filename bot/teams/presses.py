"""Reading what a button on a card sends: hostile until it is cut down to our own verb, data and inputs."""

from collections.abc import Mapping
from typing import Any

from dialogs.turn.events import Pressed
from domain.intake.acceptance import LONGEST_TYPED

MOST_FIELDS = 150
LONGEST_KEY = 100
LONGEST_VALUE = LONGEST_TYPED  # above every answer's own limit, so that a longer one is refused there


def press_of_submit(value: Any, card: str | None) -> Pressed:  # noqa: ANN401 - JSON of any shape
    """Read the value of a message that an Action.Submit sent: our verb is among its fields."""
    fields = value if isinstance(value, Mapping) else {}
    return _press(fields.get("verb"), fields, card)


def press_of_execute(value: Any, card: str | None) -> Pressed:  # noqa: ANN401 - JSON of any shape
    """Read the value of an adaptiveCard/action invoke: the verb is beside its fields."""
    action = value.get("action") if isinstance(value, Mapping) else None
    action = action if isinstance(action, Mapping) else {}
    fields = action.get("data")
    fields = fields if isinstance(fields, Mapping) else {}
    return _press(action.get("verb") or fields.get("verb"), fields, card)


def _press(verb: object, fields: Mapping[str, Any], card: str | None) -> Pressed:
    own = fields.get("data")
    inputs = {key: as_text(value) for key, value in _first(fields) if key not in ("verb", "data", "msteams")}
    return Pressed(
        verb=verb[:LONGEST_KEY] if isinstance(verb, str) else "",
        data={key: as_text(value) for key, value in _first(own if isinstance(own, Mapping) else {})},
        inputs=inputs,
        card=card,
    )


def _first(fields: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return as many fields as a card of ours could have, leaving out what is no single value."""
    kept = [(key, value) for key, value in fields.items() if len(key) <= LONGEST_KEY and _single(value)]
    return kept[:MOST_FIELDS]


def _single(value: object) -> bool:
    return isinstance(value, str | bool | int | float)


def as_text(value: object) -> str:
    """Return a field as the text a card would have sent: "true", "12", "12.5"."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)[:LONGEST_VALUE]
