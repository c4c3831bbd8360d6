"""A company that somebody of the team may mean: on which terrain, with its intake, its row in the register, or both."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class NamedCompany:
    """One company. `key` is its name as it is compared; `terrain` an id, empty when it named none that we know.

    By its name alone an intake counts as that of a company in the register only on the same terrain, and where the KvK
    numbers do not differ. That is enough for the team, which sees both anyway; it shows nobody else anything.
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
