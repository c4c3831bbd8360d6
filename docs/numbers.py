"""The page with every number of the charging model: its range, unit, source and confidence, as a settings file may change it."""

from collections.abc import Iterator

from cards.formats import number
from domain.demand.parameters import STANDARD, Parameter, Parameters, PerClass
from domain.demand.prices import ANY_OPERATOR, CAPACITY, CHARGERS, ELECTRICITY, PriceRange
from domain.intake.vehicles import VehicleClass

NAMES = {
    "kwh_per_km": "verbruik",
    "km_per_day": "kilometers per werkdag",
    "charger_kw": "vermogen van een laadpunt",
    "share_on_site": "deel dat op het eigen terrein laadt",
    "electric_share_now": "deel elektrisch nu, in het land",
    "electric_share_2030": "deel elektrisch in 2030, in het land",
    "electric_share_2035": "deel elektrisch in 2035, in het land",
    "back": "terug op het terrein, als niemand het zegt",
    "out": "weer weg, als niemand het zegt",
    "efficiency": "deel van de stroom dat in de batterij komt",
    "estimate_margin": "speling van een schatting",
    "estimate_hours": "speling van een geschatte tijd",
}
EXAMPLE = ("```toml", "[kwh_per_km.tractor]", "default = 1.1", 'source = "Proef in Zwolle, 2027"', "```")


def parameters_page(made: str) -> str:
    """Return every parameter as a page."""
    lines = ["# De getallen van de laadvraag", "", made, ""]
    lines += ["Vertrouwen: A is officieel of gemeten, B is vakpers of een kennisplatform, C is afgeleid of een eigen aanname."]
    lines += [
        "`DEMAND_PARAMETERS` noemt een TOML- of JSON-bestand dat getallen vervangt; wat er niet in staat, blijft:",
        "",
        *EXAMPLE,
        "",
    ]
    lines += ["| naam | wat | gewoon | van | tot | eenheid | vertrouwen | bron |", "|---|---|---|---|---|---|---|---|"]
    lines += [row for name in Parameters.model_fields for row in rows(name)]
    return "\n".join([*lines, "", *simultaneity_lines(), "", *price_lines(), ""])


def rows(name: str) -> Iterator[str]:
    """Yield the rows of one parameter: one, or one per vehicle class."""
    found = getattr(STANDARD, name)
    if isinstance(found, Parameter):
        yield row(name, NAMES[name], found)
    elif isinstance(found, PerClass):
        yield from (row(f"{name}.{vehicle}", f"{NAMES[name]}, {vehicle.label}", found.of(vehicle)) for vehicle in VehicleClass)


def row(name: str, words: str, one: Parameter) -> str:
    """Return one number as a row."""
    values = " | ".join(number(value) for value in (one.default, one.low, one.high))
    return f"| `{name}` | {words} | {values} | {one.unit} | {one.confidence} | {one.source} |"


def simultaneity_lines() -> Iterator[str]:
    """Yield the measured simultaneity as a table of its own."""
    table = STANDARD.simultaneity
    yield from ("## Hoeveel tegelijk laadt", "")
    yield f"Tot en met {number(table.all_at_once_up_to)} voertuigen laadt alles tegelijk. Tussen de punten is de lijn recht."
    yield from (f"Bron: {table.source}. Vertrouwen: {table.confidence}. Naam: `simultaneity`.", "")
    yield from ("| kW per laadpunt | voertuigen | laag | midden | hoog |", "|---|---|---|---|---|")
    for point in table.points:
        numbers = (point.charger_kw, point.vehicles, point.low, point.middle, point.high)
        yield f"| {' | '.join(number(value) for value in numbers)} |"


def price_lines() -> Iterator[str]:
    """Yield the prices behind what charging costs, as orders of size."""
    yield from ("## Wat het kost, als orde van grootte", "")
    yield "Zonder btw. Geen van deze bedragen is een prijs van nu; ze staan in `domain/demand/prices.py`."
    yield from ("", "| wat | van | tot | per | jaar | bron |", "|---|---|---|---|---|---|")
    for charger in CHARGERS:
        yield price_row(f"laadpunt tot {number(charger.up_to_kw)} kW", charger.each, "laadpunt")
    for operator, price in CAPACITY.items():
        yield price_row(f"vermogen bij {operator.capitalize()}", price, "kW per jaar")
    yield price_row("vermogen bij een ander", ANY_OPERATOR, "kW per jaar")
    yield price_row("stroom", ELECTRICITY, "kWh")


def price_row(what: str, price: PriceRange, per: str) -> str:
    """Return one price as a row."""
    return f"| {what} | {number(price.low)} | {number(price.high)} | {per} | {price.when or 'geen'} | {price.source} |"
