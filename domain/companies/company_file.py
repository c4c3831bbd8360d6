"""A company that somebody of the team may mean: on which terrain, with its intake, its row in the register, or both."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class NamedCompany:
    """One company. `key` is its name as it is compared; `terrain` an id, empty when it named none that we know.

    Both are there when an invitation or the team said that they are the same. An intake that only claims the name or the
    number of a company in the register is beside it, and says so in its name: its answers are not taken for those of
    the company, and what is written about the company does not go with it.
    """

    name: str
    key: str
    terrain: str = ""
    intake: UUID | None = None
    register: UUID | None = None

    @property
    def id(self) -> str:
        """Return what a button carries to mean this company."""
        return f"i:{self.intake}" if self.intake is not None else f"r:{self.register}"
