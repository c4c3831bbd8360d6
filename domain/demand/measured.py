"""What the meter of a company measured of its use: two days, kept from a file that was read and thrown away."""

from dataclasses import dataclass

from domain.demand.quantities import QUARTERS


@dataclass(frozen=True, slots=True)
class MeasuredDays:
    """Use without charging in kW, in 96 quarters of local time each; below zero where more was fed back than used.

    `winter` is a working day in the winter (the months measured, where no winter was), `highest` the day with the highest use.
    """

    winter: tuple[float, ...]
    highest: tuple[float, ...]

    def __post_init__(self) -> None:
        """Refuse days of another length."""
        if len(self.winter) != QUARTERS or len(self.highest) != QUARTERS:
            raise ValueError(f"a measured day has {QUARTERS} quarters")
