"""Microsoft's Agents Playground: the chat window of one invented person."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from demo.node import program
from demo.processes import Program, running

_FOLDER = Path(__file__).parent
_CLIENT = _FOLDER / "node_modules" / "@microsoft" / "m365agentsplayground" / "cli.js"


@contextmanager
def playground(person: str, bot: str, words: Path, port: int = 0) -> Iterator[tuple[str, Program]]:
    """Run the Playground as `person` (a file in demo/people), talking to the bot at address `bot`.

    Gives the address for the browser and the program. A port that is taken, or 0, becomes another one.
    """
    if not _CLIENT.exists():
        raise FileNotFoundError("De Agents Playground ontbreekt; `make demo` haalt hem op.")
    command = [program("node"), str(_CLIENT), "start", "--dt", "-c", "msteams", "-e", f"{bot}/api/messages"]
    environment = {
        "TEAMSAPPTESTER_BROWSER": "none",
        "M365_AGENTS_PLAYGROUND_LOGFILE": str(words.with_suffix(".details.log")),
        "M365_AGENTS_PLAYGROUND_CONFIG_PATH": str(_FOLDER / "people" / f"{person}.yml"),
    }
    with running(f"De Playground van {person}", [*command, "-p", str(port)], environment, words) as started:
        yield started.until(lambda: _address(words)), started


def _address(words: Path) -> str | None:
    found = re.search(r"^Listening on (\d+)", words.read_text(errors="replace"), re.MULTILINE)
    return f"http://localhost:{found.group(1)}" if found else None
