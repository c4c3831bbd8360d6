"""Every regular expression in the product, found where it is written: in calls of `re`, and as `pattern` of a field."""

import ast
import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dialogs.conversation  # noqa: F401 - with it everything is declared
from dialogs.questions.forms import IN_WORDS
from domain.forms.declaration import Fields
from domain.intake.questionnaire import QUESTIONS

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "cards", "demo", "dialogs", "domain", "manifest", "storage")
CALLS = frozenset({"compile", "match", "search", "fullmatch", "sub", "subn", "split", "findall", "finditer"})
# Made while it runs, of what a question or a field of a form declares: every one of them is in `declared`.
DECLARED = frozenset({"question.rule.pattern", "one.rule.pattern", "f'{rule.pattern}|{IN_WORDS}' if rule.pattern else None"})


@dataclass(frozen=True, slots=True)
class Written:
    """A pattern and where it stands; `pattern` is None when only running the code could tell what it is."""

    where: str
    pattern: str | bytes | None
    flags: int = 0


def all_patterns() -> Iterator[Written]:
    """Yield every pattern of the product."""
    for path in [ROOT / "app.py", *(path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))]:
        if "__main__" not in path.name and "node_modules" not in path.parts:
            yield from patterns_of(path)
    yield from declared()


def patterns_of(path: Path) -> Iterator[Written]:
    """Yield the patterns written in one file."""
    inside = path.relative_to(ROOT)
    name = ".".join(inside.with_suffix("").parts)
    source = path.read_text(encoding="utf-8")
    if not re.search(r"\bre\.|\bpattern\s*=", source):  # then `patterns_in` finds nothing: a tree takes long to make
        return
    for node in ast.walk(ast.parse(source)):
        where = f"{inside}:{getattr(node, 'lineno', 0)}"
        for given, flags in patterns_in(node):
            if ast.unparse(given) not in DECLARED:
                known = vars(importlib.import_module(name.removesuffix(".__init__")))
                yield Written(where, value_of(given, known), value_of(flags, known) or 0 if flags else 0)


def patterns_in(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr | None]]:
    """Yield the patterns that a call takes, each with its flags."""
    if not isinstance(node, ast.Call):
        return
    named = node.func
    keywords = {one.arg: one.value for one in node.keywords}
    if isinstance(named, ast.Attribute) and isinstance(named.value, ast.Name) and named.value.id == "re" and named.attr in CALLS:
        place = {"compile": 1, "sub": 4, "subn": 4, "split": 3}.get(named.attr, 2)
        yield node.args[0], keywords.get("flags") or (node.args[place] if len(node.args) > place else None)
    elif "pattern" in keywords:
        yield keywords["pattern"], None


def value_of(written: ast.expr, known: dict[str, Any]) -> Any:  # noqa: ANN401 - a text, bytes or flags
    """Return what an expression comes to with what its module knows; None when that is not enough."""
    plain = ast.fix_missing_locations(Escaped().visit(written))
    try:
        return eval(compile(ast.Expression(plain), "<pattern>", "eval"), dict(known))  # noqa: S307 - our own code
    except NameError:
        return None


class Escaped(ast.NodeTransformer):
    """Puts a plain word where a pattern takes in escaped text: that stands for itself, whatever it is."""

    def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.expr:
        """Replace what is escaped."""
        escaped = isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "re.escape"
        return ast.Constant("escaped") if escaped else node


def declared() -> Iterator[Written]:
    """Yield the patterns of answers, alone and as a card carries them, and those of the fields of forms."""
    for fields in all_fields(Fields):
        yield from (Written(f"{fields.__name__}.{one.name}", one.rule.pattern) for one in fields.fields if one.rule.pattern)
    for question in QUESTIONS.values():
        if question.rule.pattern:
            yield Written(question.name, question.rule.pattern)
            yield Written(f"{question.name}, on a card", f"{question.rule.pattern}|{IN_WORDS}")


def all_fields(above: type[Fields]) -> Iterator[type[Fields]]:
    """Yield every declaration of things to fill in."""
    for below in above.__subclasses__():
        yield below
        yield from all_fields(below)
