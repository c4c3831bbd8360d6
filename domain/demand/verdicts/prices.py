"""What charging costs, in orders of size: prices as they were found, each with its date, to be replaced when better ones come.

No good Dutch price of today was found for any of them. So these are ranges, said with their date and as an order of size,
never as what something costs. The items about money (domain/knowledge/items/kosten.toml) say the same in words.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PriceRange:
    """From `low` to `high` euros, without VAT: per charger, or per kW and year, or per kWh. `when` is the year it is from, empty
    where the source has no date.
    """

    low: float
    high: float
    source: str
    when: str


@dataclass(frozen=True, slots=True)
class ChargerPrice:
    """What a charging point of at most so many kW costs, put in place."""

    up_to_kw: float
    each: PriceRange


DANISH = "Elbilviden, Denemarken, zonder datum"
PROJECT = "projectstuk over communicatie, december 2023"
# The Danish page: 5,500 euro for 22 kW without digging; 13,400 to 26,800 for a charger of 50 to 75 kW, some 40,000 put in place.
# The project document: soon 25,000. The floor of a heavy charger follows from the fixed subsidy for public sites of 2025, at
# most a fifth of what the whole site costs.
CHARGERS = (
    ChargerPrice(30, PriceRange(4_000, 10_000, f"{DANISH}, met eigen marge", "")),
    ChargerPrice(100, PriceRange(25_000, 50_000, f"{DANISH}, en een {PROJECT}", "2023")),
    ChargerPrice(349, PriceRange(40_000, 120_000, f"Eigen raming tussen {DANISH}, en de subsidie SPULA van 2025", "2025")),
)

# Contract per kW and year, and twelve times the price of the highest peak of a month: medium voltage, and the low side of it.
CATALOGUE = "overzicht van tariefbladen 2025, niet van de netbeheerder zelf"
CAPACITY: Mapping[str, PriceRange] = {
    "enexis": PriceRange(73.8, 94.9, f"Enexis: {CATALOGUE}", "2025"),
    "liander": PriceRange(68.2, 85.4, f"Liander: {CATALOGUE}", "2025"),
}
ANY_OPERATOR = PriceRange(65, 95, f"Enexis en Liander: {CATALOGUE}", "2025")  # of the others none was found

# A bare price of 12.3 cents and the tax of 3.9 to 10.2 cents; what the grid asks per kWh comes on top.
ELECTRICITY = PriceRange(0.16, 0.23, "één offerte en de energiebelasting, november 2025", "2025")


def charger_price(kw: float) -> PriceRange | None:
    """Return what a charging point of this power costs; None above what was found."""
    return next((one.each for one in CHARGERS if kw <= one.up_to_kw), None)


def capacity_price(operator: str) -> PriceRange:
    """Return what a kW costs in a year at this grid operator, or at those of which it is known."""
    return CAPACITY.get(operator, ANY_OPERATOR)
