"""Seals on what leaves the house and comes back: only somebody with our key can make one, or tell from it what was sealed."""

import hashlib
import hmac
from dataclasses import dataclass

SIZE = 32  # bytes of a key
LENGTH = 16  # letters of a seal, four bits each: as much as a card has room for, and never guessed


@dataclass(frozen=True, slots=True)
class Seals:
    """The keys of the server, the newest first: that one makes new seals, the others still know their own."""

    keys: tuple[bytes, ...]

    def seal(self, *parts: str) -> str:
        """Return the seal of some words in their order."""
        return _seal(self.keys[0], parts)

    def holds(self, seal: str, *parts: str) -> bool:
        """Say whether one of our keys made this seal of these words."""
        return any(hmac.compare_digest(seal.encode(errors="replace"), _seal(key, parts).encode()) for key in self.keys)


def _seal(key: bytes, parts: tuple[str, ...]) -> str:
    words = "".join(f"{len(part)}:{part}" for part in parts)  # no two lists of words are written alike
    return hmac.new(key, words.encode(errors="replace"), hashlib.sha256).hexdigest()[:LENGTH]
