"""What may be wrong with how a tree of Python is built. Each measure reads source below `root` and names what it finds."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LONGEST_FILE = 250
LONGEST_FUNCTION = 40
LONGEST_TEST_NAME = 70
MOST_FILES = 25
ASIDE = {"node_modules", "__pycache__", "versions"}  # `versions`: migrations, which only ever grow in number

Imports = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class ClassIn:
    """A class: the last names of what it derives from, and the names in it, attributes that its methods give included."""

    name: str
    bases: frozenset[str]
    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class Source:
    """What the measures ask of a file; its tree is let go, as all trees of the house together take a few hundred megabytes.

    `functions` are names and lines from `def` to the end, methods and inner ones too. `imports` is what may be a module
    among the imports: `from a import b` names both `a` and `a.b`.
    """

    functions: tuple[tuple[str, int], ...]
    classes: tuple[ClassIn, ...]
    imports: frozenset[str]


def sources(root: Path, rooms: Iterable[str]) -> Iterator[Path]:
    """Yield every Python file in these rooms, migrations aside."""
    for room in rooms:
        yield from (path for path in sorted((root / room).rglob("*.py")) if not ASIDE & set(path.relative_to(root).parts))


def crowded_folders(root: Path, rooms: Iterable[str]) -> list[str]:
    """Name every folder with more than `MOST_FILES` files of any kind; `__init__.py` is not counted."""
    found = []
    for room in rooms:
        for folder in sorted([root / room, *(path for path in (root / room).rglob("*") if path.is_dir())]):
            if not ASIDE & set(folder.relative_to(root).parts):
                count = sum(path.is_file() and path.name != "__init__.py" for path in folder.iterdir())
                found += [f"{folder.relative_to(root).as_posix()}: {count} files"] if count > MOST_FILES else []
    return found


def long_files(root: Path, rooms: Iterable[str]) -> list[str]:
    """Name every file with more than `LONGEST_FILE` lines."""
    counted = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources(root, rooms)}
    return [f"{path.relative_to(root).as_posix()}: {lines} lines" for path, lines in counted.items() if lines > LONGEST_FILE]


def functions(root: Path, rooms: Iterable[str]) -> Iterator[tuple[str, str, int]]:
    """Yield every function, methods and inner ones too: the file that holds it, its name and its lines."""
    for path in sources(root, rooms):
        yield from ((path.relative_to(root).as_posix(), name, lines) for name, lines in read(path).functions)


def long_functions(root: Path, rooms: Iterable[str]) -> list[str]:
    """Name every function with more than `LONGEST_FUNCTION` lines from `def` to its end."""
    counted = functions(root, rooms)
    return [f"{path}: {name}, {lines} lines" for path, name, lines in counted if lines > LONGEST_FUNCTION]


def long_test_names(root: Path, rooms: Iterable[str]) -> list[str]:
    """Name every test whose name is longer than `LONGEST_TEST_NAME` characters."""
    return [
        f"{path}: {name}"
        for path, name, _ in functions(root, rooms)
        if name.startswith("test_") and len(name) > LONGEST_TEST_NAME
    ]


def shared_names(root: Path, rooms: Iterable[str]) -> list[str]:
    """Name every class name that several classes have; a protocol and the class that has all its members may share theirs."""
    places: dict[str, list[tuple[str, ClassIn]]] = defaultdict(list)
    for path in sources(root, rooms):
        for one in read(path).classes:
            places[one.name].append((path.relative_to(root).as_posix(), one))
    classes = {name: [one for _, one in found] for name, found in places.items()}
    return [
        f"{name}: {', '.join(path for path, _ in found)}"
        for name, found in sorted(places.items())
        if len(found) > 1 and not is_implemented(classes[name], classes)
    ]


def is_implemented(pair: Sequence[ClassIn], classes: Mapping[str, Sequence[ClassIn]]) -> bool:
    """Say whether these are a protocol and one class that has every member of it."""
    protocols = [one for one in pair if "Protocol" in one.bases]
    others = [one for one in pair if one not in protocols]
    return len(protocols) == len(others) == 1 and members(protocols[0], classes) <= members(others[0], classes)


def members(one: ClassIn, classes: Mapping[str, Sequence[ClassIn]]) -> set[str]:
    """Return the names in a class and in those it derives from, attributes that its methods give themselves included."""
    inherited = {name for base in one.bases - {one.name} for other in classes.get(base, ()) for name in members(other, classes)}
    return inherited | one.members


def circles(root: Path, rooms: Iterable[str]) -> list[list[str]]:
    """Return every largest group of files that reach each other by their imports, wherever in the file these are."""
    imports = imports_of(root, rooms)
    reach = {module: reached(imports, module) for module in imports}
    found = {tuple(sorted(other for other in reach[one] if one in reach[other])) for one in imports if one in reach[one]}
    return [list(circle) for circle in sorted(found)]


def reached(imports: Imports, start: str) -> set[str]:
    """Return every module that one comes to by imports, itself only when it is in a circle."""
    found: set[str] = set()
    ahead = [start]
    while ahead:
        new = imports[ahead.pop()] - found
        found |= new
        ahead += new
    return found


def imports_of(root: Path, rooms: Iterable[str]) -> Imports:
    """Return which files of these rooms each of them imports, all as dotted names; relative imports do not occur (ruff)."""
    modules = {module_name(path.relative_to(root)): path for path in sources(root, rooms)}
    return {name: read(path).imports & (modules.keys() - {name}) for name, path in modules.items()}


def module_name(path: Path) -> str:
    """Return the dotted name of a file; a package is named as its folder."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def read(path: Path) -> Source:
    """Return what the measures ask of a file."""
    found, classes, imports = [], [], set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                found.append((node.name, (node.end_lineno or 0) - node.lineno + 1))
            case ast.ClassDef():
                classes.append(ClassIn(node.name, bases_of(node), frozenset(names_in(node))))
            case ast.Import():
                imports |= {alias.name for alias in node.names}
            case ast.ImportFrom(module=str(module)):
                imports |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
    return Source(tuple(found), tuple(classes), frozenset(imports))


def bases_of(node: ast.ClassDef) -> frozenset[str]:
    """Return the last names of what a class derives from: `typing.Protocol[T]` is `Protocol`."""
    return frozenset(ast.unparse(base).split("[")[0].split(".")[-1] for base in node.bases)


def names_in(node: ast.ClassDef) -> Iterator[str]:
    """Yield the names of what is in a class: functions, and whatever is given a value."""
    for part in ast.walk(node):
        match part:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.Attribute(attr=name, ctx=ast.Store()) | ast.Name(id=name, ctx=ast.Store()):
                yield name
