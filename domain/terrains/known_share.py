"""How much of a terrain is known: below a declared share nothing is said about its grid.

What is not known can only add to what is asked of the grid. At four fifths the rest adds about a quarter, as much as the model
allows for an estimate that is a fifth too low (`estimate_margin`). The sources speak of "enough" companies and name no number,
so this is an own choice, which a setting replaces.
"""

from dataclasses import dataclass

ENOUGH_KNOWN = 80  # percent


@dataclass(frozen=True, slots=True)
class KnownShare:
    """What is known of how much: electric vehicles beside those of the plan map, and companies beside those that are there.

    Vehicles decide where both numbers are known, else companies; `enough` is in percent. None is not known.
    """

    vehicles: float | None = None
    of_vehicles: int | None = None
    companies: int = 0
    of_companies: int | None = None
    enough: int = ENOUGH_KNOWN

    @property
    def counts_vehicles(self) -> bool:
        """Say whether vehicles tell how much is known."""
        return self.vehicles is not None and bool(self.of_vehicles)

    @property
    def known(self) -> float:
        """Return how many are known, of `all`."""
        return self.vehicles or 0.0 if self.counts_vehicles else float(self.companies)

    @property
    def all(self) -> int | None:
        """Return how many there are in all; None when nobody knows."""
        return self.of_vehicles if self.counts_vehicles else self.of_companies or None

    @property
    def share(self) -> float | None:
        """Return the share that is known, above 1 when there are more than was thought; None when nobody knows of how many."""
        return self.known / self.all if self.all else None

    @property
    def suffices(self) -> bool:
        """Say whether so much is known that something can be said about the grid, and about the plan map."""
        return self.share is not None and 100 * self.share >= self.enough

    @property
    def rest(self) -> float:
        """Return how many are not known."""
        return max(0.0, self.all - self.known) if self.all else 0.0
