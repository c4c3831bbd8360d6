"""The sentences people type, and the right reading of each: data in TOML, written by people who did not see the reader."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
KINDS = 60


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: what kind it is, where it is typed, what it means, and what was said just before it."""

    kind: str
    state: str
    text: str
    means: Mapping[str, Any]
    before: tuple[str, ...] = ()

    @property
    def goal(self) -> str:
        """Return what sort of thing it means: "answers", "item", "asks", "talk", or what it wants done."""
        return str(self.means.get("does") or next(iter(self.means)))


def read(name: str) -> tuple[Sentence, ...]:
    """Return one half of the corpus."""
    rows = tomllib.loads((HERE / name).read_text(encoding="utf-8"))["said"]
    return tuple(Sentence(row["kind"], row["state"], row["text"], row["means"], tuple(row.get("before", ()))) for row in rows)


def digest(name: str) -> str:
    """Return the fingerprint of one half."""
    return hashlib.sha256((HERE / name).read_bytes()).hexdigest()


def seals() -> Mapping[str, str]:
    """Return the fingerprints that were committed before the reader heard what they are of."""
    lines = (HERE / "sealed.sha256").read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split() for line in lines)}
