"""A number counts only for what it is a number of; everything else is asked back, and nothing is guessed."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.lookup.terrain_names import TerrainNames
from dialogs.questions.meaning import Reader
from domain.intake.certainty import Certainty
from domain.intake.questionnaire import QUESTIONS
from domain.intake.vehicles import NAMES, VehicleClass

READER = Reader(datetime.date(2026, 11, 30), TerrainNames(()))


def heard(name: str, said: str) -> object:
    """Return what a question hears: a value, ("ongeveer", value), a set of several, or None."""
    meant = READER.read(QUESTIONS[name], said)
    if len(meant) > 1:
        return {one.value for one in meant}
    if not meant:
        return None
    return ("ongeveer", meant[0].value) if meant[0].certainty is Certainty.ESTIMATE else meant[0].value


OF_SOMETHING_ELSE = {
    "van.total": (
        "wij hebben twee vestigingen", "ik heb 3 kinderen", "wij zitten op nummer 12", "in hal 4 staan ze",
        "we gaan er 3 verkopen",
        "vorig jaar 5, nu meer", "5 jaar", "5 euro", "12 man", "sinds een jaar of 5",
        "we zijn met zijn zessen begonnen, 6 collega's",
        "3 vrachtwagens", "wij zitten hier 14 jaar", "afdeling 3 regelt dat", "5 busjes verkocht", "straks 5 busjes",
        "10 klanten",
    ),
    "tractor.total": (
        "wij hebben 12 chauffeurs", "dertig man personeel", "20 parkeerplaatsen", "3 loodsen", "12 vrachtwagens",
        "een paar honderd",
        "een paar dozijn", "we hadden er 12", "6 dagen per week", "2 monteurs en 3 planners", "300 km", "werksessie 2",
    ),
    "light_truck.total": ("8 vrachtwagens", "2 loodsen", "3 trekkers"),
    "tractor.electric_2030": ("12 medewerkers", "8 erbij", "over 5 jaar"),
    "tractor.km_per_day": ("3 trekkers", "2 chauffeurs", "4 ritten", "100.000 km per jaar"),
    "tractor.days": ("5 trekkers", "3 chauffeurs", "4 uur per dag"),
    "tractor.chargers": ("12 trekkers", "22 kW", "3 bakwagens"),
    "grid.contracted_kw": ("3x80", "twee trafo's", "3 meters"),
    "own.solar_kwp": ("40 panelen", "2 daken"),
    "site.bays": ("3 trekkers", "3 hectare", "2 bedrijven", "20 parkeerplaatsen"),
}  # fmt: skip
HEARD: dict[str, dict[str, object]] = {
    "van.total": {
        "12 bussen": 12, "4 sprinters": 4, "3 caddy's": 3, "drie bestelauto's": 3, "5 wagens": 5, "12 auto's": 12,
        "we hebben hier op dit moment 12 busjes rijden": 12, "nee": 0, "nee joh we hebben er nog geen": 0,
        "die hebben we niet": 0,
        "hebben we niet": 0, "geen busjes": 0, "er staan er 7": 7, "5 bestelbussen voor de pakketten in de stad": 5,
        "10 tot 12 bussen": {10, 11, 12}, "twee of drie busjes": {2, 3}, "busjes: 4": 4, "ja, 5 hoor": 5,
    },
    "tractor.total": {
        "12 trucks": 12, "9 combinaties": 9, "12 chauffeurs voor 10 trekkers": 10, "een half dozijn": 6, "anderhalf dozijn": 18,
        "twee dozijn": 24, "een stuk of twaalf maar drie zijn verhuurd": {9, 12}, "7 à 8": {7, 8}, "zeven a acht": {7, 8},
        "ongeveer 8": ("ongeveer", 8), "8 denk ik": ("ongeveer", 8), "12 trekkers in hal 4": 12, "3 trekers": 3,
    },
    "light_truck.total": {"2 kleine trucks": 2, "3 lichte": 3, "nee": 0},
    "rigid.total": {"10 vrachtwagens": 10, "3 motorwagens": 3, "zes bakauto's": 6},
    "tractor.electric_now": {"nog niet": 0, "3 elektrische": 3, "er rijden er nu 3 elektrisch": 3},
    "tractor.electric_2030": {"in 2030 willen we er 8": 8, "straks 8": 8, "8 elektrische trekkers": 8},
    "tractor.days": {
        "5 dagen": 5, "5 dagen per week": 5, "vijf dagen": 5, "ma t/m vr": 5, "maandag t/m vrijdag": 5, "ma-za": 6, "elke dag": 7,
        "doordeweeks": 5, "vijf dagen soms zes": ("ongeveer", 5),
    },
    "tractor.km_per_day": {"zo'n 300 km per dag": ("ongeveer", 300), "ze rijden 300 per dag": 300, "per trekker 300": 300},
    "grid.contracted_kw": {"250 kW volgens contract": 250, "250 gecontracteerd": 250},
    "site.bays": {"we kunnen 6 plekken vrijmaken": 6, "zes parkeerplekken": 6},
    "tractor.back": {
        "06:15 PM": datetime.time(18, 15), "06:15 p.m.": datetime.time(18, 15), "12:15 AM": datetime.time(0, 15),
        "12:00 AM": datetime.time(0, 0), "vroeg, zo rond vijven": {datetime.time(5, 0), datetime.time(17, 0)},
    },
}  # fmt: skip


@pytest.mark.parametrize(("name", "said"), [(name, said) for name, every in OF_SOMETHING_ELSE.items() for said in every])
def test_a_number_of_something_else_is_no_answer(name: str, said: str) -> None:
    assert heard(name, said) is None


@pytest.mark.parametrize(
    ("name", "said", "value"), [(n, said, value) for n, every in HEARD.items() for said, value in every.items()]
)
def test_a_number_of_what_was_asked_is_one(name: str, said: str, value: object) -> None:
    assert heard(name, said) == value


THINGS = st.sampled_from([
    "chauffeurs", "vestigingen", "kinderen", "parkeerplaatsen", "loodsen", "man personeel", "jaar", "euro", "klanten", "ritten",
    "pallets", "collega's", "verdiepingen", "heftrucks", "aanhangers", "fietsen", "procent korting", "minuten", "ton zand",
])  # fmt: skip


@given(
    st.sampled_from(list(VehicleClass)),
    st.integers(1, 400),
    THINGS,
    st.sampled_from(["", "wij hebben ", "er zijn nu ", "ongeveer "]),
)
def test_a_number_of_other_things_is_never_one_of_vehicles(vehicles: VehicleClass, number: int, thing: str, front: str) -> None:
    assert heard(f"{vehicles}.total", f"{front}{number} {thing}") is None


@given(
    st.sampled_from(list(VehicleClass)),
    st.integers(2, 400),
    st.sampled_from(["", "wij hebben ", "er staan hier nu ", "dat zijn "]),
    st.data(),
)
def test_every_name_of_a_class_is_heard(vehicles: VehicleClass, number: int, front: str, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(NAMES[vehicles]))
    assert heard(f"{vehicles}.total", f"{front}{number} {name}") == number
