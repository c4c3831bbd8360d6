"""A company as it is counted in the totals of its terrain, under marks that tell nothing and that nobody can undo."""

import hmac
import struct
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from domain.consent.consents import Purpose
from domain.demand.measured import MeasuredDays
from domain.demand.parameters import Parameters
from domain.disclosure.rules import KnownTo, parties
from domain.disclosure.sums import PartMark
from domain.intake.answers import Answers

SIGN, SEALED = 16, 8  # characters


@dataclass(frozen=True, slots=True)
class Hidden:
    """How a company is named in totals: its mark, and the key that its parts are hidden with. Without the key no part is told."""

    mark: UUID
    key: UUID

    def hide(self, what: str, value: object) -> str:
        """Return a mark for a value: the same for the same value of this company, and for nothing else."""
        return self.digest(f"{what}:{value}").hex()[:SIGN]

    def digest(self, what: str) -> bytes:
        return hmac.digest(self.key.bytes, what.encode(), "sha256")

    def marked(self, what: str, amount: float, times: float = 1.0) -> PartMark:
        """Return the mark of a part that is so many `times` an amount."""
        return PartMark(self.hide(what, f"{amount:.6g}"), amount, times)

    def sealed(self, what: str, mark: PartMark) -> str:
        """Return a mark as it is stored: its amount can be read with the key alone, which goes with the company."""
        if mark.amount is None:
            return mark.sign
        amount = bytes(one ^ other for one, other in zip(struct.pack(">f", mark.amount), self.pad(what, mark.sign), strict=True))
        times = "" if mark.times == 1 else f"@{mark.times!r}"
        return f"{mark.sign}{amount.hex()}{times}"

    def pad(self, what: str, sign: str) -> bytes:
        """Return what the amount of a part is hidden under. A sign stands for one amount, so no other one is ever under it."""
        return self.digest(f"amount:{what}:{sign}")[: SEALED // 2]


def opened(what: str, stored: str, hidden: Hidden | None) -> PartMark:
    """Return a stored mark; without its key, and where none was stored, the amount is not known."""
    mark, _, times = stored.partition("@")
    sign, sealed = mark[:SIGN], bytes.fromhex(mark[SIGN:])
    if hidden is None or not sealed:
        return PartMark(sign, None, float(times or 1))
    amount = bytes(one ^ other for one, other in zip(sealed, hidden.pad(what, sign), strict=True))
    return PartMark(sign, struct.unpack(">f", amount)[0], float(times or 1))


@dataclass(frozen=True, slots=True)
class Counted:
    """A company to add up: its answers and its meter, how it is named in totals, and what it agrees to, and did before."""

    answers: Answers
    hidden: Hidden
    allowed: frozenset[Purpose] = frozenset()
    before: frozenset[Purpose] = frozenset()
    measured: MeasuredDays | None = None

    @property
    def known(self) -> KnownTo:
        """Return who sees this company by itself, and who ever did."""
        seen, once = parties(self.allowed), parties(self.before)
        return KnownTo(seen, seen | once)


def parameters_mark(parameters: Parameters) -> str:
    """Return a fingerprint of the parameters: what was added up with other ones is calculated again. Totals have no prices."""
    return sha256(parameters.model_dump_json(exclude={"prices"}).encode()).hexdigest()[:16]
