"""Where Node is: the machine's own when it is new enough, else the one that came with the environment."""

import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

OLDEST = 20


@cache
def program(name: str) -> str:
    """Return the path of `node` or `npm`; raises FileNotFoundError when there is none of at least version 20."""
    for folder in (None, str(Path(sys.executable).parent)):
        node, wanted = shutil.which("node", path=folder), shutil.which(name, path=folder)
        if node and wanted and _major(node) >= OLDEST:
            return wanted
    raise FileNotFoundError(f"Node {OLDEST} of nieuwer ontbreekt; `make setup` brengt het mee.")


def _major(node: str) -> int:
    said = subprocess.run([node, "--version"], check=False, capture_output=True, text=True).stdout
    found = re.match(r"v(\d+)", said)
    return int(found.group(1)) if found else 0


def main() -> int:
    """Run npm with the arguments given: `python -m demo.node ci`."""
    return subprocess.run([program("npm"), *sys.argv[1:]], cwd=Path(__file__).parent, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
