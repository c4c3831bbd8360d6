"""The export as tables: a row for each company, class of vehicles, quarter of a measured day, and number of the model."""

from collections.abc import Iterator, Sequence

from cards.papers.contents import SheetTable, Value
from domain.terrains.export import ExportedCompany, ExportedFleet, ExportedValue, TerrainExport, ValueCertainty

CERTAINTIES = {
    ValueCertainty.SURE: "zeker",
    ValueCertainty.ESTIMATE: "schatting",
    ValueCertainty.BETWEEN: "begrensd",
    ValueCertainty.ASSUMED: "aanname",
}
MOMENTS = {"heaviest day": "zwaarste dag", "year": "jaar", "always": "beide"}
# A head, its unit, and the field that it is of.
COMPANY = (
    ("Aansluiting", "kW", "connection_kw"), ("Hoogste gebruik", "kW", "peak_kw"), ("Gebruik in de nacht", "kW", "night_kw"),
    ("Personenauto's overdag", "kW", "cars_kw"), ("Laadt tegelijk", "deel", "at_once"),
    ("Zonnepanelen", "kWp", "solar_kwp"), ("Batterij", "kWh", "battery_kwh"),
)  # fmt: skip
FLEET = (
    ("Voertuigen", "aantal", "vehicles"), ("Elektrisch nu", "aantal", "electric_now"),
    ("Elektrisch 2030", "aantal", "electric_2030"), ("Elektrisch 2035", "aantal", "electric_2035"),
    ("Kilometers", "km per dag", "km_per_day"), ("Rijdagen", "dagen per week", "days_per_week"),
    ("Verbruik in de winter", "kWh per km", "kwh_per_km"), ("Verbruik per jaar", "kWh per km", "kwh_per_km_year"),
    ("Rendement laden", "deel", "charging_efficiency"),
    ("Laadt hier", "deel", "share_on_site"), ("Laadpunt", "kW", "charger_kw"),
    ("Terug", "uur na middernacht", "back"), ("Weg", "uur na middernacht", "away"),
)  # fmt: skip
CONSENT = ("Toestemming", "Versie van de tekst", "Gegeven op (datum)", "Geldt tot (datum)", "Gegeven via")


def tables_of(made: TerrainExport) -> Sequence[SheetTable]:
    """Return the sheets, in the order in which a simulation needs them; measured days only where there are any."""
    companies = tuple((one.company, *consent_cells(one), *cells(one, COMPANY)) for one in made.companies)
    fleets = tuple((one.company, fleet.vehicle_class, *cells(fleet, FLEET)) for one in made.companies for fleet in one.fleets)
    numbers = tuple(
        (one.name, one.default, one.low, one.high, one.unit, one.confidence, one.holds_for, MOMENTS[one.counts_for], one.source)
        for one in made.parameters
    )
    days = tuple(day_rows(made))
    heads = ("Naam", "Waarde", "Laagste", "Hoogste", "Eenheid", "Vertrouwen (A, B, C)", "Geldt voor", "Telt voor", "Bron")
    return (
        SheetTable(title="Bedrijven", heads=("Bedrijf", *CONSENT, *heads_of(COMPANY)), rows=companies),
        SheetTable(title="Vloot", heads=("Bedrijf", "Klasse", *heads_of(FLEET)), rows=fleets),
        *(
            (SheetTable(title="Meterdagen", heads=("Bedrijf", "Kwartier", "Winterdag (kW)", "Hoogste dag (kW)"), rows=days),)
            if days
            else ()
        ),
        SheetTable(title="Getallen", heads=heads, rows=numbers),
    )


def heads_of(fields: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    """Yield of each field its heads: the value with its unit, its range, and where it comes from."""
    for head, unit, _ in fields:
        yield from (
            f"{head} ({unit})",
            f"{head}, laagste ({unit})",
            f"{head}, hoogste ({unit})",
            f"{head}, zekerheid",
            f"{head}, bron",
        )


def cells(of: ExportedCompany | ExportedFleet, fields: Sequence[tuple[str, str, str]]) -> Iterator[Value]:
    """Yield the cells of each field; empty ones where nobody knows."""
    for _, _, name in fields:
        one: ExportedValue | None = getattr(of, name)
        if one is None:
            yield from (None, None, None, "niet bekend", None)
        else:
            yield from (one.value, one.lowest, one.highest, CERTAINTIES[one.certainty], one.name)


def consent_cells(one: ExportedCompany) -> Sequence[Value]:
    consent = one.consent
    return (consent.purpose, consent.text_version, consent.given_at.date(), consent.until.date(), consent.through)


def day_rows(made: TerrainExport) -> Iterator[tuple[Value, ...]]:
    """Yield every quarter of every measured day."""
    for one in made.companies:
        if one.base_day is not None:
            pairs = zip(one.base_day.winter_kw, one.base_day.highest_kw, strict=True)
            yield from ((one.company, quarter, winter, highest) for quarter, (winter, highest) in enumerate(pairs))
