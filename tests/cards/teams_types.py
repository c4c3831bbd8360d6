"""The first judge: Microsoft's own types (microsoft-teams-cards), walked strictly because alone they check nothing nested."""

import inspect
from collections.abc import Mapping
from functools import cache
from typing import get_args

import microsoft_teams.cards as library
from microsoft_teams.cards.core import SerializableObject
from pydantic import ValidationError

from tests.cards.nodes import OPAQUE, Node

Model = type[SerializableObject]

CLASSES: tuple[Model, ...] = tuple(
    model for _, model in inspect.getmembers(library, inspect.isclass) if issubclass(model, SerializableObject)
)
BY_TYPE: dict[str, Model] = {
    get_args(model.model_fields["type"].annotation)[0]: model
    for model in CLASSES
    if "type" in model.model_fields and get_args(model.model_fields["type"].annotation)
}


def models_in(annotation: object) -> tuple[Model, ...]:
    """Return the library's classes that an annotation names, however deep."""
    if inspect.isclass(annotation) and issubclass(annotation, SerializableObject):
        return (annotation,)
    return tuple(model for part in get_args(annotation) for model in models_in(part))


@cache
def fields_of(model: Model) -> Mapping[str, tuple[Model, ...]]:
    """Return by the name it has on a card what each field takes; those marked as "any element" stand in its metadata too."""
    alias = SerializableObject.validation_alias_generator
    return {alias(name): models_in(field.annotation) for name, field in model.model_fields.items()}


def check_types(node: Node, expected: tuple[Model, ...] = (BY_TYPE["AdaptiveCard"],), place: str = "card") -> list[str]:
    """Return what Microsoft's types refuse: unknown types, unknown properties, wrong values."""
    model = BY_TYPE.get(str(node.get("type"))) if "type" in node else expected[0]
    if model is None or not issubclass(model, expected):
        return [f"{place}: {node.get('type')} does not belong here"]
    try:
        parsed = model.model_validate(node)
    except ValidationError as error:
        return [f"{place}: {problem['loc']} {problem['msg']}" for problem in error.errors()]
    fields = fields_of(model)
    unknown = sorted((node.keys() - fields.keys()) | (parsed.model_extra or {}).keys())
    return [f"{place}: unknown property {name}" for name in unknown] + [
        fault
        for name, part in node.items()
        if name in fields and (name not in OPAQUE or place == "card")
        for fault in check_part(part, fields[name], f"{place}.{name}")
    ]


def check_part(part: object, expected: tuple[Model, ...], place: str) -> list[str]:
    """Return what is wrong in the value of one property."""
    if isinstance(part, list):
        return [fault for number, one in enumerate(part) for fault in check_part(one, expected, f"{place}[{number}]")]
    return check_types(part, expected, place) if isinstance(part, dict) and expected else []
