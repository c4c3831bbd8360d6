"""The grid of the house as a part of docs/architecture.md: which subject has how much code in which room."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("domain", "storage", "dialogs", "cards/views", "cards/templates", "tests")
GROUND_FLOORS = ("domain", "storage", "dialogs", "cards", "bot")
CODE = (".py", ".j2")
BEGIN, END = "<!-- The grid: made by `python app.py docs` from the folders. -->", "<!-- The end of the grid. -->"
STEP = 50  # lines; finer numbers would change with every commit


def with_grid(page: str) -> str:
    """Return the page with its grid as it is now; the rest of the page is written by hand."""
    before, rest = page.split(BEGIN, 1)
    return "".join((before, BEGIN, "\n\n", "\n".join([*wing_rows(), "", *floor_rows()]), "\n\n", END, rest.split(END, 1)[1]))


def wings() -> list[str]:
    """Return the subjects: the folders of the rules that another room has too."""
    others = {folder.name for room in ROOMS[1:4] for folder in folders_of(ROOT / room)}
    return [folder.name for folder in folders_of(ROOT / "domain") if folder.name in others]


def wing_rows() -> Iterator[str]:
    """Yield a table of every wing in every room."""
    yield f"| wing | {' | '.join(f'`{room}/`' for room in ROOMS)} |"
    yield "|---" * (len(ROOMS) + 1) + "|"
    for wing in wings():
        yield f"| {wing} | {' | '.join(size_words(lines_below(ROOT / room / wing)) for room in ROOMS)} |"


def floor_rows() -> Iterator[str]:
    """Yield a table of what every room has beside its wings; the first is its own files."""
    yield from ("| room | beside the wings |", "|---|---|")
    aside = {*wings(), "views", "templates"}
    for room in GROUND_FLOORS:
        own = sum(lines_in(path) for path in (ROOT / room).iterdir() if path.suffix in CODE and path.name != "__init__.py")
        wanted = [folder for folder in folders_of(ROOT / room) if folder.name not in aside]
        beside = [f"`{folder.name}` {size_words(lines_below(folder))}" for folder in wanted]
        yield f"| `{room}/` | {', '.join([f'its own files {size_words(own)}', *beside] if own else beside)} |"


def folders_of(place: Path) -> list[Path]:
    """Return the folders with code in a folder, by name."""
    return sorted(path for path in place.iterdir() if path.is_dir() and any(map(lines_in, code_below(path))))


def lines_below(folder: Path) -> int:
    """Count the lines of code in a folder and all below it; 0 when there is no such folder."""
    return sum(map(lines_in, code_below(folder)))


def code_below(folder: Path) -> Iterator[Path]:
    """Yield the files of code in a folder and all below it; what came from elsewhere is not looked through."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_dir() and path.name != "node_modules":
            yield from code_below(path)
        elif path.suffix in CODE:
            yield path


def lines_in(path: Path) -> int:
    """Count the lines of a file that are not empty."""
    return sum(bool(line.strip()) for line in path.read_text(encoding="utf-8").splitlines())


def size_words(lines: int) -> str:
    """Return a number of lines as the table tells it: rounded up."""
    return str(-(-lines // STEP) * STEP) if lines else ""
