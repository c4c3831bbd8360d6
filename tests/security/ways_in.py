"""Every way into the program, found where it is declared: what a page about attacks must not leave out."""

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import get_args

import app
from bot.settings import Settings
from cards.verbs import AGAIN, Verb
from dialogs.commands import COMMANDS
from dialogs.turn import events
from dialogs.works import WORKS

ROOM = Path(__file__).parents[2] / "bot"
INVOKE = re.compile(r"[a-z][A-Za-z]+/[A-Za-z]*")  # and no media type
OUTWARD = ("bot.teams.connector", "bot.teams.rosters")  # the addresses of Teams
MEDIA = ("text/", "application/json", "image/")


def verbs() -> set[str]:
    """Return what a button can mean."""
    return {verb.value for verb in Verb} | {AGAIN}


def commands() -> set[str]:
    """Return every command by its first word."""
    return {command.words[0] for command in COMMANDS}


def invokes() -> set[str]:
    """Return every invoke that the edge knows by name."""
    inward = (node for module, node in nodes() if module.__name__ not in OUTWARD)
    texts = (node.value for node in inward if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {text for text in texts if INVOKE.fullmatch(text) and not text.startswith(MEDIA)}


def endpoints() -> set[str]:
    """Return every address that the program answers at, a pattern by its name."""
    calls = ((module, node.func, node.args) for module, node in nodes() if isinstance(node, ast.Call))
    adds = (
        (module, arguments)
        for module, called, arguments in calls
        if isinstance(called, ast.Attribute)
        if re.fullmatch(r"(.*\.router\.add_[a-z]+|web\.(get|post|route))", ast.unparse(called))
    )
    paths = (valued(module, arguments[1 if isinstance(arguments[0], ast.Constant) and arguments[0].value == "*" else 0])
             for module, arguments in adds)  # fmt: skip
    return {re.sub(r"\{(\w+):.*\}", r"{\1}", path) for path in paths}


def settings() -> set[str]:
    """Return every setting."""
    return set(Settings.model_fields)


def kinds_of_event() -> set[str]:
    """Return everything that can happen, in the words of the dialogs."""
    return {kind.__name__ for kind in get_args(events.Event)}


def jobs() -> set[str]:
    """Return every job of the queue."""
    calls = ((module, node) for module, node in nodes() if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute))
    tasks = ((module, call.keywords) for module, call in calls if call.func.attr == "task")  # type: ignore[attr-defined]
    return {valued(module, one.value) for module, keywords in tasks for one in keywords if one.arg == "name"}


def works() -> set[str]:
    """Return all long work."""
    return {work.name for work in WORKS}


def command_line() -> set[str]:
    """Return what an operator can run."""
    (several,) = [action for action in app.commands()._actions if action.choices]
    return set(several.choices or ())


WAYS: Mapping[str, Callable[[], set[str]]] = {
    "verb": verbs,
    "command": commands,
    "invoke": invokes,
    "endpoint": endpoints,
    "setting": settings,
    "event": kinds_of_event,
    "job": jobs,
    "work": works,
    "operator": command_line,
}


@cache
def nodes() -> tuple[tuple[ModuleType, ast.AST], ...]:
    """Return every node of every module of the edge, docstrings aside."""
    return tuple(_nodes())


def _nodes() -> Iterator[tuple[ModuleType, ast.AST]]:
    for path in sorted(ROOM.rglob("*.py")):
        module = import_module(".".join(path.relative_to(ROOM.parent).with_suffix("").parts))
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}
        yield from ((module, node) for node in ast.walk(tree) if id(node) not in told)


def valued(module: ModuleType, node: ast.expr) -> str:
    """Return a text that is written there, or the constant that is named."""
    return str(node.value) if isinstance(node, ast.Constant) else str(getattr(module, ast.unparse(node)))
