"""The values of the parameters, with where each was found; a settings file may replace any of them."""

from typing import Any


def parameter(default: float, low: float, high: float, unit: str, confidence: str, source: str) -> dict[str, Any]:
    return {"default": default, "low": low, "high": high, "unit": unit, "confidence": confidence, "source": source}


KWH = "kWh/km"
MODEL = "carculator_truck 0.5.0"
KWH_PER_KM = {
    "van": parameter(0.27, 0.22, 0.32, KWH, "B", "Praktijk van e-bestelwagens (Zenmo), met als grenzen een test en een model"),
    "light_truck": parameter(0.50, 0.36, 0.80, KWH, "C", f"Eigen keuze binnen {MODEL} en opgaven van makers"),
    "rigid": parameter(1.0, 0.60, 1.09, KWH, "C", f"{MODEL}, 18 tot 26 ton"),
    "tractor": parameter(1.3, 0.92, 1.70, KWH, "B", "ICCT 2025, 91 e-trekkers in gebruik; Topsector Logistiek 2024"),
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
    each = {"van": van, "light_truck": truck, "rigid": truck, "tractor": tractor}
    return {vehicle: parameter(share, 0.0, 1.0, "deel", confidence, unit_source) for vehicle, share in each.items()}


# Depots measured in d.4: last return at 15.3 to 18.2 h, first departure at 3.8 to 8.5 h. The late and short end is ours.
HOURS = "Eigen aanname: van 18 tot 6 uur, krap van 22 tot 6 uur; ruim naar gemeten depots (NREL)"
TABLE = (  # charger kW, vehicles, then the means of the food, warehouse and beverage fleets
    (22, 10, 0.83, 0.91, 0.98),
    (50, 10, 0.68, 0.74, 0.84),
    (50, 20, 0.65, 0.73, 0.83),
    (50, 50, 0.62, 0.70, 0.80),
    (100, 10, 0.52, 0.60, 0.66),
    (100, 20, 0.47, 0.56, 0.61),
    (100, 50, 0.43, 0.53, 0.58),
    (150, 10, 0.44, 0.53, 0.53),
)
SIMULTANEITY = {
    "points": [
        {"charger_kw": kw, "vehicles": vehicles, "low": low, "middle": middle, "high": high}
        for kw, vehicles, low, middle, high in TABLE
    ],
    "all_at_once_up_to": 5,
    "unit": "deel",
    "confidence": "A",
    "source": "Drie depots in de VS, 412 voertuigdagen (NREL, hdev-depot-charging-2021); tot en met 5 voertuigen alles tegelijk",
}

DEFAULTS: dict[str, Any] = {
    "kwh_per_km": KWH_PER_KM,
    "km_per_day": KM_PER_DAY,
    "charger_kw": CHARGER_KW,
    "share_on_site": SHARE_ON_SITE,
    "electric_share_now": shares("ElaadNL Outlook Logistiek 2025", "A", 0.03, 0.01, 0.01),
    "electric_share_2030": shares("ElaadNL 2022: aantallen in 2030 gedeeld door alle voertuigen nu", "C", 0.24, 0.15, 0.15),
    "electric_share_2035": shares("ElaadNL 2020, middenscenario 2035", "B", 0.61, 0.83, 0.42),
    "back": parameter(18.0, 15.25, 22.0, "uur", "C", HOURS),
    "out": parameter(6.0, 6.0, 8.5, "uur", "C", HOURS),
    "efficiency": parameter(0.95, 0.85, 0.95, "deel", "C", "Twee rekenmodellen: spice_ev 95%, carculator_truck 85%"),
    "estimate_margin": parameter(0.2, 0.0, 0.5, "deel", "C", "Eigen aanname: een schatting kan er een vijfde naast zitten"),
    "estimate_hours": parameter(0.5, 0.0, 1.0, "uur", "C", "Eigen aanname: een geschatte tijd kan er een half uur naast zitten"),
    "simultaneity": SIMULTANEITY,
}
