"""What libraries say: their own words, and of what was filled in only what says nothing about people."""

import ast
import logging
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LEFT_OUT = "words left out"
LARGEST = 65_535  # counts, seconds, statuses and ports; a larger number can be of somebody
LONGEST = 200


class ValueKind(str):
    """The kind of a value in place of the value, however a template writes it."""

    __slots__ = ()
    __repr__ = str.__str__


def retold(record: logging.LogRecord, values: object) -> str:
    """Return the first line of a record with its `values`, when a programmer wrote it word for word; else nothing of it.

    A text that was put together before it was logged can hold anything, such as a value that somebody typed.
    """
    template = str(record.msg)
    if template not in written_in(record.pathname):
        return action_of(record)
    first = (filled(template, values) or template).partition("\n")[0]
    return first[:LONGEST] or LEFT_OUT


@cache
def written_in(path: str) -> frozenset[str]:
    """Return every text that is in a source file; none when it cannot be read."""
    try:
        tree = ast.parse(Path(path).read_bytes())
    except (OSError, SyntaxError, ValueError):
        return frozenset()
    return frozenset(node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def filled(template: str, values: object) -> str | None:
    """Return a template with the values filled in as far as they may be told; None when that does not fit."""
    if not values:
        return None
    told: object = {key: harmless(value) for key, value in values.items()} if isinstance(values, Mapping) else None
    if told is None:
        told = tuple(map(harmless, values)) if isinstance(values, tuple) else (harmless(values),)
    try:
        return template % told
    except (TypeError, ValueError, KeyError):
        return None


def harmless(value: object) -> object:
    """Return a small number as it is, and of everything else only its kind."""
    if value is None or isinstance(value, bool) or (isinstance(value, int | float) and abs(value) <= LARGEST):
        return value
    return ValueKind(f"<{value.__name__ if isinstance(value, type) else type(value).__name__}>")


def action_of(record: logging.LogRecord) -> str:
    """Return the name that some libraries give to what happened."""
    action = getattr(record, "action", "")
    return action if isinstance(action, str) and action.isidentifier() and len(action) <= LONGEST else LEFT_OUT
