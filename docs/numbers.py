"""The page with every number of the charging model: its range, unit, source and confidence, as a settings file may change it."""

from collections.abc import Iterator

from cards.formats import number
from domain.demand.parameters import STANDARD, Efficiency, Parameter, Parameters, PerClass
from domain.demand.prices import PriceRange
from domain.intake.vehicles import VehicleClass

NAMES = {
    "kwh_per_km": "verbruik",
    "winter_factor": "zoveel keer het verbruik op de zwaarste dag",
    "km_per_day": "kilometers per werkdag",
    "charger_kw": "vermogen van een laadpunt",
    "share_on_site": "deel dat op het eigen terrein laadt",
    "electric_share_now": "deel elektrisch nu, in het land",
    "electric_share_2030": "deel elektrisch in 2030, in het land",
    "electric_share_2035": "deel elektrisch in 2035, in het land",
    "back": "terug op het terrein, als niemand het zegt",
    "out": "weer weg, als niemand het zegt",
    "efficiency.ac": "deel van de stroom dat in de batterij komt",
    "efficiency.dc": "deel van de stroom dat in de batterij komt",
    "efficiency.dc_above_kw": "boven dit vermogen laadt een laadpunt met gelijkstroom, in kW",
    "days_per_week": "rijdagen per week, als niemand het zegt",
    "weeks_per_year": "weken per jaar",
    "diesel_km_per_litre": "kilometers op een liter diesel",
    "diesel_kg_per_litre": "CO2 van een liter diesel",
    "electricity_kg_per_kwh": "CO2 van een kWh stroom",
    "estimate_margin": "speling van een schatting",
    "estimate_hours": "speling van een geschatte tijd",
}
MOMENTS = {"heaviest day": "zwaarste dag", "year": "jaar", "always": "beide"}
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
    lines += ["Het verbruik is dat van het jaar. Op de zwaarste dag, een werkdag in de winter, komt de winter er nog bij.", ""]
    lines += ["| naam | wat | geldt voor | telt voor | gewoon | van | tot | eenheid | vertrouwen | bron |"]
    lines += ["|---|---|---|---|---|---|---|---|---|---|"]
    lines += [row for name in Parameters.model_fields for row in rows(name)]
    return "\n".join([*lines, "", *simultaneity_lines(), "", *price_lines(), ""])


def rows(name: str) -> Iterator[str]:
    """Yield the rows of one parameter: one, or one per vehicle class."""
    found = getattr(STANDARD, name)
    if isinstance(found, Parameter):
        yield row(name, NAMES[name], found)
    elif isinstance(found, PerClass):
        for kind in type(found).model_fields:
            yield row(f"{name}.{kind}", f"{NAMES[name]}, {label_of(kind)}", getattr(found, kind))
    elif isinstance(found, Efficiency):
        yield from (row(f"{name}.{kind}", NAMES[f"{name}.{kind}"], getattr(found, kind)) for kind in Efficiency.model_fields)


def label_of(kind: str) -> str:
    """Return the words for a class, or for the class that a kind is of."""
    vehicle = next(one for one in VehicleClass if kind.startswith(one))
    return vehicle.label


def row(name: str, words: str, one: Parameter) -> str:
    """Return one number as a row."""
    held = f"{one.holds_for} | {MOMENTS[one.counts_for]}"
    values = " | ".join(number(value) for value in (one.default, one.low, one.high))
    return f"| `{name}` | {words} | {held} | {values} | {one.unit} | {one.confidence} | {one.source} |"


def simultaneity_lines() -> Iterator[str]:
    """Yield the measured simultaneity as a table of its own."""
    table = STANDARD.simultaneity
    yield from ("## Hoeveel tegelijk laadt", "")
    yield f"Tot en met {number(table.all_at_once_up_to)} voertuigen laadt alles tegelijk. Tussen de punten is de lijn recht."
    yield "Laag is een goede dag, hoog een slechte: een op de twintig dagen zit eronder of erboven."
    yield f"Wie binnen {number(table.together_hours)} uur van elkaar terugkomt, telt samen, naar het vermogen."
    yield from (f"Bron: {table.source}. Vertrouwen: {table.confidence}. Naam: `simultaneity`.", "")
    yield from ("| uren laden per voertuig | voertuigen | laag | midden | hoog |", "|---|---|---|---|---|")
    for point in table.points:
        numbers = (point.hours, point.vehicles, point.low, point.middle, point.high)
        yield f"| {' | '.join(number(value) for value in numbers)} |"


def price_lines() -> Iterator[str]:
    """Yield the prices behind what charging costs, as orders of size."""
    yield from ("## Wat het kost, als orde van grootte", "")
    yield "Zonder btw. Geen van deze bedragen is een prijs van nu. Na de laatste dag wordt een prijs niet meer gezegd."
    yield "Vervang hem dan, in hetzelfde bestand: `[prices.electricity]` met `low`, `high`, `source`, `when` en `until`."
    yield from ("", "| naam | wat | van | tot | per | jaar | tot en met | bron |", "|---|---|---|---|---|---|---|---|")
    prices = STANDARD.prices
    for name, charger in prices.chargers.items():
        yield price_row(f"chargers.{name}", f"laadpunt tot {number(charger.up_to_kw)} kW", charger, "laadpunt")
    for operator, price in prices.capacity.items():
        yield price_row(f"capacity.{operator}", f"vermogen bij {operator.capitalize()}", price, "kW per jaar")
    yield price_row("any_operator", "vermogen bij een ander", prices.any_operator, "kW per jaar")
    yield price_row("electricity", "stroom", prices.electricity, "kWh")


def price_row(name: str, what: str, price: PriceRange, per: str) -> str:
    """Return one price as a row."""
    held = f"{price.when or 'geen'} | {price.until:%d-%m-%Y}"
    return f"| `prices.{name}` | {what} | {number(price.low)} | {number(price.high)} | {per} | {held} | {price.source} |"
