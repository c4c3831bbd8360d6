"""What charging costs, in orders of size: prices as they were found, each with its date and its end, in any settings file.

No good Dutch price of today was found for any of them. So these are ranges, said with their date and as an order of size,
never as what something costs, and not at all after their end. The items about money (domain/knowledge/items/kosten.toml) say
the same in words and end on the same day.
"""

import datetime
from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, model_validator


class PriceRange(BaseModel):
    """From `low` to `high` euros, without VAT: per charger, or per kW and year, or per kWh. `when` is the year it is from, empty
    where the source has no date; `until` is the last day on which it may be said.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    low: float
    high: float
    source: str
    when: str
    until: datetime.date

    @model_validator(mode="after")
    def must_be_range(self) -> Self:
        """Refuse what is no range of euros, or has neither a date nor the word that it has none."""
        if not 0 < self.low <= self.high or not (self.when or UNDATED in self.source):
            raise ValueError(f"0 < low <= high does not hold, or there is no 'when' and no '{UNDATED}' in the source")
        return self

    def on(self, today: datetime.date) -> Self | None:
        """Return this price, None after its end."""
        return self if today <= self.until else None


class ChargerPrice(PriceRange):
    """What a charging point of at most so many kW costs, put in place."""

    up_to_kw: float


class Prices(BaseModel):
    """Every price. `capacity` is that of each grid operator of which one was found, `any_operator` that of all others."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    chargers: Mapping[str, ChargerPrice]
    capacity: Mapping[str, PriceRange]
    any_operator: PriceRange
    electricity: PriceRange

    def of_charger(self, kw: float) -> PriceRange | None:
        """Return what a charging point of this power costs; None above what was found."""
        enough = (one for one in self.chargers.values() if kw <= one.up_to_kw)
        return min(enough, key=lambda one: one.up_to_kw, default=None)

    def of_capacity(self, operator: str) -> PriceRange:
        """Return what a kW costs in a year at this grid operator, or at those of which it is known."""
        return self.capacity.get(operator, self.any_operator)


UNDATED = "zonder datum"
UNTIL = datetime.date(2026, 12, 31)
DANISH = f"Elbilviden, Denemarken, {UNDATED}"
PROJECT = "projectstuk over communicatie, december 2023"
CATALOGUE = "overzicht van tariefbladen 2025, niet van de netbeheerder zelf"


def price(low: float, high: float, source: str, when: str) -> dict[str, Any]:
    return {"low": low, "high": high, "source": source, "when": when, "until": UNTIL}


PRICES: dict[str, Any] = {
    # The Danish page: 5,500 euro for 22 kW without digging; 13,400 to 26,800 for a charger of 50 to 75 kW, some 40,000 put in
    # place. The project document: soon 25,000. The floor of a heavy charger follows from the fixed subsidy for public sites of
    # 2025, at most a fifth of what the whole site costs.
    "chargers": {
        "slow": {"up_to_kw": 30, **price(4_000, 10_000, f"{DANISH}, met eigen marge", "")},
        "fast": {"up_to_kw": 100, **price(25_000, 50_000, f"{DANISH}, en een {PROJECT}", "2023")},
        "heavy": {
            "up_to_kw": 349,
            **price(40_000, 120_000, f"Eigen raming tussen {DANISH}, en de subsidie SPULA van 2025", "2025"),
        },
    },
    # Contract per kW and year, and twelve times the price of the highest peak of a month: medium voltage, and the low side of it.
    "capacity": {
        "enexis": price(73.8, 94.9, f"Enexis: {CATALOGUE}", "2025"),
        "liander": price(68.2, 85.4, f"Liander: {CATALOGUE}", "2025"),
    },
    "any_operator": price(65, 95, f"Enexis en Liander: {CATALOGUE}", "2025"),  # of the others none was found
    # A bare price of 12.3 cents and the tax of 3.9 to 10.2 cents; what the grid asks per kWh comes on top.
    "electricity": price(0.16, 0.23, "één offerte en de energiebelasting, november 2025", "2025"),
}
