"""Asks a list of known problems about every package that is pinned: `make audit`. Only names and versions leave the machine.

The list is that of OSV (osv.dev), which knows Python and npm alike. Ends with 0 when it knows of nothing, 1 when it does,
and 2 when it cannot be reached: then nothing was checked.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

HERE = Path(__file__).parent
LIST = "https://api.osv.dev"  # OSV_URL names a mirror
AT_ONCE = 500  # the list takes a thousand
TIMEOUT = 20  # seconds

Pin = tuple[str, str, str]  # ecosystem, name, version


def pins(house: Path = HERE.parent) -> list[Pin]:
    """Return everything that is pinned, once."""
    found = {pin for lock in (house / "requirements").glob("*.txt") for pin in python_pins(lock.read_text(encoding="utf-8"))}
    for lock in (house / "demo" / "package-lock.json", house / "tests" / "cards" / "judge" / "package-lock.json"):
        found |= set(npm_pins(json.loads(lock.read_text(encoding="utf-8"))))
    return sorted(found)


def python_pins(lock: str) -> Iterator[Pin]:
    """Yield what a requirements file pins."""
    for line in lock.splitlines():
        name, is_pin, rest = line.partition("==")
        if is_pin and not line.startswith((" ", "#")):
            yield "PyPI", name.partition("[")[0].strip(), rest.partition(";")[0].strip(" \\")


def npm_pins(lock: dict[str, Any]) -> Iterator[Pin]:
    """Yield what a lock file of npm pins."""
    for path, entry in lock["packages"].items():
        if path and "version" in entry:
            yield "npm", entry.get("name") or path.rpartition("node_modules/")[2], entry["version"]


def ask(pinned: Sequence[Pin], url: str) -> list[tuple[Pin, list[str]]]:
    """Return which pins have known problems, with their numbers. Raises OSError or ValueError when the list gives no answer."""
    found = []
    for start in range(0, len(pinned), AT_ONCE):
        part = pinned[start : start + AT_ONCE]
        queries = [{"package": {"ecosystem": kind, "name": name}, "version": version} for kind, name, version in part]
        body = json.dumps({"queries": queries}).encode()
        request = Request(f"{url}/v1/querybatch", data=body, headers={"Content-Type": "application/json"})  # noqa: S310
        with urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310 - the address is ours or the operator's
            results = json.load(answer)["results"]
        if len(results) != len(part):
            raise ValueError("an answer to another question")
        found += [
            (pin, [one["id"] for one in said["vulns"]]) for pin, said in zip(part, results, strict=True) if said.get("vulns")
        ]
    return found


def main() -> int:
    """Check, and say so in one line for each package."""
    url, pinned = os.environ.get("OSV_URL", LIST), pins()
    try:
        known = ask(pinned, url)
    except (OSError, ValueError, LookupError, TypeError) as error:
        print(f"Niets gecontroleerd: {url} is niet te bereiken ({type(error).__name__}).", file=sys.stderr)
        return 2
    for (kind, name, version), numbers in known:
        print(f"{kind} {name} {version}: {', '.join(numbers)}")
    print(f"{len(pinned)} pakketten gecontroleerd, {len(known)} met bekende problemen.")
    return 1 if known else 0


if __name__ == "__main__":
    sys.exit(main())
