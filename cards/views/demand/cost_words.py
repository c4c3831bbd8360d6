"""What a whole year asks, and what it costs, in words: always a range, always of its date, never as a price."""

from cards.formats import listing, number, plural, small
from cards.views.card import Fact, FactGroup
from cards.views.demand.outlook_words import about, between, ends, year_title
from domain.demand.outlooks import Outlook, YearOutlook
from domain.demand.prices import PriceRange
from domain.demand.verdicts.costs import CostLine, Costs

NO_YEAR = "Hoeveel stroom dat per jaar is, weten wij nog niet."
NOT_FOUND = "Niet bekend"
NOTE = "Dit is een orde van grootte, zonder btw. De prijzen ({when}) zijn niet zeker. Vraag drie offertes."
NO_PRICES = "Prijzen van nu kennen wij niet. Vraag drie offertes."
SOURCES = "Bronnen: {sources}."


def with_yearly(group: FactGroup, year: YearOutlook) -> FactGroup:
    """Return the numbers of a year with what the whole of it asks, where that was reckoned."""
    numbers = (("Stroom per jaar", year.kwh_year, "kWh"), ("CO2 minder per jaar", year.co2_tonnes, "ton"))
    facts = (
        Fact(label=label, value=about(band.middle, unit), remark=between(band)) if year.is_given
        else Fact(label=label, value=ends(band, unit))
        for label, band, unit in numbers
        if band.high > 0 and not year.is_empty
    )  # fmt: skip
    return FactGroup(title=group.title, facts=(*group.facts, *facts))


def yearly_lines(outlook: Outlook) -> tuple[str, ...]:
    """Return what a whole year asks, a sentence per year; what is missing where that was not reckoned."""
    return tuple(
        f"{year_title(year.year)} laadt u {about(year.kwh_year.middle, 'kWh')} per jaar."
        for year in outlook.years.values()
        if year.is_given and year.kwh_year.middle > 0
    ) or (NO_YEAR,)


def cost_group(costs: Costs) -> FactGroup | None:
    """Return the costs under a heading; None when there is nothing to pay for."""
    facts = (
        *(charger_fact(line) for line in costs.chargers),
        *((power_fact(costs.power),) if costs.power else ()),
        *((electricity_fact(costs.electricity),) if costs.electricity else ()),
    )
    return FactGroup(title=f"Wat het kost {small(year_title(costs.year))}", facts=facts) if facts else None


def cost_lines(costs: Costs) -> tuple[str, ...]:
    """Return how sure these are, and where they come from."""
    prices = [line.price for line in every(costs) if line.price is not None]
    if not prices:
        return (NO_PRICES,)
    sources = dict.fromkeys(price.source for price in prices)
    return NOTE.format(when=years_of(prices)), SOURCES.format(sources="; ".join(sources))


def every(costs: Costs) -> tuple[CostLine, ...]:
    """Return all lines of the costs."""
    return (*costs.chargers, *((costs.power,) if costs.power else ()), *((costs.electricity,) if costs.electricity else ()))


def years_of(prices: list[PriceRange]) -> str:
    """Return from when prices are: "2023 tot 2025, of zonder datum"."""
    years = sorted({price.when for price in prices if price.when})
    dated = "" if not years else years[0] if len(years) == 1 else f"{years[0]} tot {years[-1]}"
    undated = "zonder datum" if any(not price.when for price in prices) else ""
    return listing([one for one in (dated, undated) if one], "of")


def charger_fact(line: CostLine) -> Fact:
    kw = number(round(line.kw), "kW")
    label = f"{plural(line.amount, 'laadpunt', 'laadpunten')} van {kw}"
    return Fact(label=label, value=euros(line), remark="eenmalig" if line.total else "")


def power_fact(line: CostLine) -> Fact:
    return Fact(label=f"{about(line.amount, 'kW')} meer vermogen", value=euros(line), remark="per jaar" if line.total else "")


def electricity_fact(line: CostLine) -> Fact:
    return Fact(label=f"{about(line.amount, 'kWh')} stroom", value=euros(line), remark="per jaar" if line.total else "")


def euros(line: CostLine) -> str:
    """Return a range of euros, rounded outwards."""
    return NOT_FOUND if line.total is None else f"{between(line.total)} euro"
