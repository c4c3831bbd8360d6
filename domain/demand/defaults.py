"""The values of the parameters, with where each was found; a settings file may replace any of them."""

from typing import Any

from domain.demand.prices import PRICES


def parameter(default: float, low: float, high: float, unit: str, confidence: str, source: str) -> dict[str, Any]:
    return {"default": default, "low": low, "high": high, "unit": unit, "confidence": confidence, "source": source}


def held(holds_for: str, counts_for: str, number: dict[str, Any]) -> dict[str, Any]:
    """Return a number with what it holds for, and whether it counts for the heaviest day, for the year or always."""
    return {**number, "holds_for": holds_for, "counts_for": counts_for}


def each(holds_for: str, counts_for: str, numbers: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the numbers of every class with what they hold for."""
    return {vehicle: held(holds_for, counts_for, number) for vehicle, number in numbers.items()}


KWH = "kWh/km"
MODEL = "carculator_truck 0.5.0"
MAKERS = "opgaven van makers"


def consumption(default: float, low: float, high: float, confidence: str, source: str, vehicles: str) -> dict[str, Any]:
    number = parameter(default, low, high, KWH, confidence, source)
    return held(f"{vehicles}, gemiddeld over het jaar, uit de batterij", "year", number)


# The mean of the year, out of the battery; the heaviest day is this times the winter factor. Rigids: a sourced mean of 1.3
# (0.9 to 1.7) is of all electric lorries, tractors with it; 18 t in town measured 0.88 to 1.36, cooled. So 1.0 dry in the
# year, which is 1.25 on a winter day, beside that mean. Makers' 1.45 to 1.53 for 19 t lies within a winter day of those that
# may be cooled, up to 1.79: high as long as nobody says which they are.
KWH_PER_KM = {
    "van": consumption(
        0.27, 0.22, 0.35, "B", "Praktijk van e-bestelwagens (Zenmo); grenzen van tests tot opgave van de maker", "bestelwagens"
    ),
    "light_truck": consumption(
        0.50, 0.36, 0.73, "C", f"Eigen keuze binnen {MODEL} en {MAKERS}; geen meting gevonden", "lichte vrachtwagens tot 7,5 ton"
    ),
    "light_truck_heavy": consumption(
        0.80, 0.60, 0.88, "C", f"Eigen keuze binnen {MAKERS} (7,3 tot 11,8 ton); geen meting", "lichte vrachtwagens vanaf 7,5 ton"
    ),
    "rigid": consumption(
        1.0, 0.75, 1.36, "C", "Eigen keuze: 18 ton in de stad gemeten op 0,88 tot 1,36 (2014 en 2015); 1,3 is van alle e-trucks",
        "bakwagens zonder koeling",
    ),
    "rigid_cooled": consumption(
        1.25, 0.88, 1.36, "C", "Gemeten aan 18 ton met koeling in de stad, 0,88 tot 1,36 (Berlijn 2015, Zurich 2014)",
        "bakwagens met koeling",
    ),
    "tractor": consumption(
        1.15, 0.92, 1.50, "B", "Vijf metingen 2023-2025 van 28 tot 40 ton (1,03 tot 1,26); ICCT 2025, 91 e-trekkers", "trekkers"
    ),
}  # fmt: skip
WINTER_DAY = "een werkdag in de winter bij 0 graden"


def winter(default: float, low: float, high: float, confidence: str, source: str) -> dict[str, Any]:
    return held(WINTER_DAY, "heaviest day", parameter(default, low, high, "keer", confidence, source))


ACTROS = "eActros 600 gemeten: 1,25 bij -2 graden"
WINTER_FACTOR = {
    "van": winter(1.30, 1.15, 1.50, "C", "Afgeleid van auto's, eSprinter en eVito in de kou; 0,27 wordt 0,35"),
    "light_truck": winter(1.30, 1.15, 1.50, "C", "Eigen aanname: als een bestelwagen; geen meting gevonden"),
    "rigid": winter(1.25, 1.09, 1.43, "C", f"{ACTROS}; grenzen van model (ICCT) en praktijk in Noorwegen"),
    "tractor": winter(1.26, 1.09, 1.43, "B", f"{ACTROS}; 1,15 wordt 1,45 zoals ritten in de winter"),
}
KM = "km"
CBS_TRUCKS = "CBS 2021, alle vrachtauto's; grenzen van gemeten bezorgritten (NREL)"
KM_PER_DAY = {
    "van": parameter(85, 44, 114, KM, "B", "CBS, 22.200 km per jaar, 260 werkdagen; grenzen per bedrijfstak"),
    "light_truck": parameter(138, 100, 172, KM, "B", CBS_TRUCKS),
    "rigid": parameter(138, 100, 237, KM, "B", CBS_TRUCKS),
    "tractor": parameter(294, 150, 490, KM, "B", "CBS 2021, trekkers; grenzen van gemeten bezorgritten (NREL)"),
}
NKL = "NKL, hoe laden logistieke voertuigen"
CHARGER_KW = {
    "van": parameter(11, 11, 22, "kW", "B", NKL),
    "light_truck": parameter(22, 22, 50, "kW", "B", NKL),
    "rigid": parameter(50, 50, 100, "kW", "B", NKL),
    "tractor": parameter(100, 50, 150, "kW", "B", f"{NKL}; Borlaug 2021: 100 kW is genoeg op een depot"),
}
ELAAD_2022 = "ElaadNL 2022: 90% van de trucks en 57% van de bestelwagens staat op een bedrijventerrein"
SHARE_ON_SITE = {
    "van": parameter(0.57, 0.50, 1.0, "deel", "A", ELAAD_2022),
    "light_truck": parameter(0.90, 0.80, 1.0, "deel", "A", ELAAD_2022),
    "rigid": parameter(0.90, 0.80, 1.0, "deel", "A", ELAAD_2022),
    "tractor": parameter(0.90, 0.80, 1.0, "deel", "A", ELAAD_2022),
}


def shares(unit_source: str, confidence: str, van: float, truck: float, tractor: float) -> dict[str, Any]:
    """Return the share that is electric per class; nobody knows it for one company, so the range is all or nothing."""
    of_class = {"van": van, "light_truck": truck, "rigid": truck, "tractor": tractor}
    numbers = {vehicle: parameter(share, 0.0, 1.0, "deel", confidence, unit_source) for vehicle, share in of_class.items()}
    return each("alle voertuigen in Nederland", "always", numbers)


# Depots measured in d.4: last return at 15.3 to 18.2 h, first departure at 3.8 to 8.5 h. The late and short end is ours.
HOURS = "Eigen aanname: van 18 tot 6 uur, krap van 22 tot 6 uur; ruim naar gemeten depots (NREL)"
# Hours of charging a vehicle, vehicles; then a good day, the mean, a bad day. The mean is that of the warehouse fleet, between
# the other two. A bad day is the 95th percentile of the fleet that peaks highest; a good day lies as far below the mean of the
# fleet that peaks lowest as its bad day lies above it. 9.2 and 1.35 h beyond ten vehicles: the table in quarters.
TABLE = (
    (9.20, 10, 0.66, 0.91, 1.00),
    (9.20, 20, 0.66, 0.87, 1.00),
    (9.20, 50, 0.67, 0.86, 1.00),
    (4.00, 10, 0.46, 0.74, 1.00),
    (4.00, 20, 0.50, 0.73, 0.95),
    (4.00, 50, 0.50, 0.70, 0.88),
    (2.00, 10, 0.34, 0.60, 0.90),
    (2.00, 20, 0.34, 0.56, 0.75),
    (2.00, 50, 0.34, 0.53, 0.68),
    (1.35, 10, 0.28, 0.53, 0.70),
    (1.35, 20, 0.24, 0.45, 0.60),
    (1.35, 50, 0.23, 0.43, 0.54),
)
SIMULTANEITY = {
    "points": [
        {"hours": hours, "vehicles": vehicles, "low": low, "middle": middle, "high": high}
        for hours, vehicles, low, middle, high in TABLE
    ],
    "all_at_once_up_to": 5,
    "together_hours": 1.0,
    "unit": "deel",
    "confidence": "A",
    "source": (
        "Drie depots in de VS, 412 voertuigdagen (NREL, hdev-depot-charging-2021), naar uren laden per voertuig. "
        "Hoog is een slechte dag (1 op 20). Tot en met 5 voertuigen laadt alles tegelijk"
    ),
}
LOSS = "ADAC mat aan auto's, aan trucks is niets gevonden"
EFFICIENCY = {
    "ac": held("wisselstroom, 11 en 22 kW", "always", parameter(0.90, 0.86, 0.94, "deel", "C", f"{LOSS}: 6 tot 14% verlies")),
    "dc": held("gelijkstroom", "always", parameter(0.92, 0.88, 0.95, "deel", "C", f"{LOSS}: 1 tot 10%, en 3 tot 6% in de paal")),
    "dc_above_kw": held("meer vermogen is gelijkstroom", "always", parameter(22, 22, 43, "kW", "B", NKL)),
}
ZENMO = "Zenmo-model (AVGC_data)"
DIESEL = "diesel die niet meer nodig is"


def diesel(default: float, low: float, high: float, confidence: str, source: str) -> dict[str, Any]:
    return held(DIESEL, "year", parameter(default, low, high, "km/l", confidence, source))


DIESEL_KM_PER_LITRE = {
    "van": diesel(9.1, 7.5, 12.0, "C", f"{ZENMO}; grenzen eigen aanname"),
    "light_truck": diesel(5.5, 4.0, 7.0, "C", "Eigen aanname: tussen een bestelwagen en een vrachtwagen"),
    "rigid": diesel(3.33, 2.8, 4.5, "C", f"{ZENMO}; grenzen eigen aanname"),
    "tractor": diesel(3.33, 2.8, 4.0, "C", f"{ZENMO}; grenzen eigen aanname"),
}

DEFAULTS: dict[str, Any] = {
    "kwh_per_km": KWH_PER_KM,
    "winter_factor": WINTER_FACTOR,
    "km_per_day": each("een gewone werkdag", "always", KM_PER_DAY),
    "charger_kw": each("een laadpunt op eigen terrein", "always", CHARGER_KW),
    "share_on_site": each("een gewone nacht", "always", SHARE_ON_SITE),
    "electric_share_now": shares("ElaadNL Outlook Logistiek 2025", "A", 0.03, 0.01, 0.01),
    "electric_share_2030": shares("ElaadNL 2022: aantallen in 2030 gedeeld door alle voertuigen nu", "C", 0.24, 0.15, 0.15),
    "electric_share_2035": shares("ElaadNL 2020, middenscenario 2035", "B", 0.61, 0.83, 0.42),
    "back": held("een gewone werkdag", "always", parameter(18.0, 15.25, 22.0, "uur", "C", HOURS)),
    "out": held("een gewone werkdag", "always", parameter(6.0, 6.0, 8.5, "uur", "C", HOURS)),
    "efficiency": EFFICIENCY,
    "days_per_week": held("rijdagen", "year", parameter(5, 5, 6, "dagen", "C", "Afspraak: 260 dagen per jaar; 6 dagen is 312")),
    "weeks_per_year": held("rijdagen", "year", parameter(52, 52, 52, "weken", "C", "Afspraak: 5 dagen per week is 260 per jaar")),
    "diesel_km_per_litre": DIESEL_KM_PER_LITRE,
    "diesel_kg_per_litre": held(
        DIESEL,
        "year",
        parameter(3.256, 2.64, 3.468, "kg CO2", "B", "Diesel B7 met de keten (CO2emissiefactoren); laag zonder keten, hoog B0"),
    ),
    "electricity_kg_per_kwh": held(
        "stroom van het net",
        "year",
        parameter(
            0.374, 0.10, 0.374, "kg CO2", "B", "CE Delft: stroommix van 2021 met de keten; laag is eigen aanname voor later"
        ),
    ),
    "estimate_margin": held(
        "schattingen van bedrijven",
        "always",
        parameter(0.2, 0.0, 0.5, "deel", "C", "Eigen aanname: een schatting kan er een vijfde naast zitten"),
    ),
    "estimate_hours": held(
        "schattingen van bedrijven",
        "always",
        parameter(0.5, 0.0, 1.0, "uur", "C", "Eigen aanname: een geschatte tijd kan er een half uur naast zitten"),
    ),
    "simultaneity": SIMULTANEITY,
    "prices": PRICES,
}
