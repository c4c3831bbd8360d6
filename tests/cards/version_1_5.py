"""The second judge: which properties Adaptive Cards 1.5 requires and knows, and which values they take.

Source: https://github.com/microsoft/AdaptiveCards, schemas/1.5.0/adaptive-card.json at commit 0353e1bd. Stated here are the
elements this house uses; another one is refused until it is added. `msteams` of the card is as Teams documents
it (Adaptive Cards in Teams, "full width").
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.cards.nodes import Node, walk

Takes = type | tuple[type, ...] | frozenset[str]

NUMBER = (int, float)
SPACING = frozenset({"none", "small", "default", "medium", "large", "extralarge", "padding"})
SIZE = frozenset({"small", "default", "medium", "large", "extralarge"})
WEIGHT = frozenset({"lighter", "default", "bolder"})
COLOUR = frozenset({"default", "dark", "light", "accent", "good", "warning", "attention"})
SURFACE = frozenset({"default", "emphasis", "good", "attention", "warning", "accent"})

ELEMENT: dict[str, Takes] = {"spacing": SPACING, "separator": bool, "id": str, "isVisible": bool, "fallback": (dict, str)}
TEXT: dict[str, Takes] = {"size": SIZE, "weight": WEIGHT, "color": COLOUR, "isSubtle": bool}
INPUT: dict[str, Takes] = {"label": str, "errorMessage": str, "isRequired": bool, "placeholder": str}
ACTION: dict[str, Takes] = {
    "title": str,
    "style": frozenset({"default", "positive", "destructive"}),
    "fallback": dict,
    "tooltip": str,
    "mode": frozenset({"primary", "secondary"}),
}
SUBMIT: dict[str, Takes] = {"data": dict, "associatedInputs": frozenset({"auto", "none"})}


@dataclass(frozen=True)
class Rule:
    """What an element must have, and what it may have."""

    required: Mapping[str, Takes] = field(default_factory=dict)
    optional: Mapping[str, Takes] = field(default_factory=dict)


RULES = {
    "AdaptiveCard": Rule(
        {"version": str, "body": list}, {"actions": list, "fallbackText": str, "speak": str, "msteams": dict, "refresh": dict}
    ),
    "TextBlock": Rule(
        {"text": str}, ELEMENT | TEXT | {"wrap": bool, "maxLines": int, "style": frozenset({"default", "heading"})}
    ),
    "RichTextBlock": Rule({"inlines": list}, ELEMENT),
    "TextRun": Rule({"text": str}, TEXT | {"italic": bool, "selectAction": dict}),
    "Container": Rule({"items": list}, ELEMENT | {"style": SURFACE}),
    "ColumnSet": Rule({"columns": list}, ELEMENT | {"style": SURFACE}),
    "Column": Rule({"items": list}, ELEMENT | {"width": (*NUMBER, str), "style": SURFACE}),
    "ActionSet": Rule({"actions": list}, ELEMENT),
    "Image": Rule({"url": str}, ELEMENT | {"altText": str, "width": str, "height": str}),
    "Input.Text": Rule({"id": str}, ELEMENT | INPUT | {"value": str, "maxLength": int, "isMultiline": bool, "regex": str}),
    "Input.Number": Rule({"id": str}, ELEMENT | INPUT | {"value": NUMBER, "min": NUMBER, "max": NUMBER}),
    "Input.Time": Rule({"id": str}, ELEMENT | INPUT | {"value": str, "min": str, "max": str}),
    "Input.Date": Rule({"id": str}, ELEMENT | INPUT | {"value": str, "min": str, "max": str}),
    "Input.Toggle": Rule(
        {"id": str, "title": str}, ELEMENT | INPUT | {"value": str, "valueOn": str, "valueOff": str, "wrap": bool}
    ),
    "Input.ChoiceSet": Rule(
        {"id": str, "choices": list},
        ELEMENT
        | INPUT
        | {"value": str, "isMultiSelect": bool, "wrap": bool, "style": frozenset({"compact", "expanded", "filtered"})}
        | {"choices.data": dict},
    ),
    "Data.Query": Rule({"dataset": str}),
    "Action.Execute": Rule({}, ACTION | SUBMIT | {"verb": str}),
    "Action.Submit": Rule({"title": str}, ACTION | SUBMIT),
    "Action.OpenUrl": Rule({"url": str}, ACTION),
    "Action.ToggleVisibility": Rule({"targetElements": list}, ACTION),
}
# What stands in an element without a type of its own: by the property that holds it.
PARTS = {
    "refresh": Rule({"action": dict}, {"userIds": list}),
    "choices": Rule({"title": str, "value": str}),
    "columns": Rule({"width": (*NUMBER, str)}),
}


def takes(value: object, expected: Takes) -> bool:
    """Say whether a property takes this value; a yes/no is no number, words are compared without capitals."""
    if isinstance(expected, frozenset):
        return isinstance(value, str) and value.lower() in expected
    return isinstance(value, expected) and (expected is bool or not isinstance(value, bool))


def check_version(card: Node) -> list[str]:
    """Return what version 1.5 refuses."""
    return [fault for place, node in walk(card) for fault in check_node(place, node)]


def check_node(place: str, node: Node) -> list[str]:
    """Return what is wrong with one element, apart from what stands in it."""
    holder = place.rpartition(".")[2].partition("[")[0]
    if "type" not in node and holder not in PARTS:
        return [f"{place}: no type"]
    rule = RULES.get(node["type"]) if "type" in node else PARTS[holder]
    if rule is None:
        return [f"{place}: {node['type']} is not declared for version 1.5"]
    known = {**rule.required, **rule.optional, "type": str}
    return [
        *(f"{place}: {name} is missing" for name in sorted(rule.required.keys() - node.keys())),
        *(f"{place}: {name} is not a property in version 1.5" for name in sorted(node.keys() - known.keys())),
        *(
            f"{place}: {name} cannot be {node[name]!r}"
            for name in node.keys() & known.keys()
            if not takes(node[name], known[name])
        ),
    ]
