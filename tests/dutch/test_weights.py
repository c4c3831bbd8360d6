"""A vehicle with its weight beside it is of the class of that weight, whatever it is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.questions.weights import by_weight
from domain.intake.vehicles import WORDS, VehicleClass, class_of_weight
from tests.dutch.test_several import read

# N1 to 3.5 t, N2 above it to 12 t, N3 above that: EU 2018/858, annex I.
BOUNDARIES = {3500: VehicleClass.VAN, 3501: VehicleClass.LIGHT_TRUCK, 12000: VehicleClass.LIGHT_TRUCK, 12001: VehicleClass.RIGID}


@pytest.mark.parametrize(("kilos", "vehicles"), BOUNDARIES.items())
def test_the_boundary_belongs_to_the_lighter_class(kilos: int, vehicles: VehicleClass) -> None:
    assert class_of_weight(kilos) is vehicles


@given(st.integers(2, 400), st.sampled_from(["bakwagens", "busjes", "vrachtwagens", "vrachtauto's"]), st.integers(1000, 44000))
def test_the_weight_says_the_class_however_they_are_called(number: int, called: str, kilos: int) -> None:
    assert read(f"wij hebben {number} {called} van {kilos} kg") == {f"{class_of_weight(kilos)}.total": number}


@pytest.mark.parametrize(
    ("said", "vehicles"),
    [
        ("bakwagentje 3,5 ton", VehicleClass.VAN), ("busjes tot 3,5t", VehicleClass.VAN),
        ("bestelbusen onder de 3,5 ton", VehicleClass.VAN), ("een twaalftonner", VehicleClass.LIGHT_TRUCK),
        ("zevenenhalftonners", VehicleClass.LIGHT_TRUCK), ("7,5-tonner", VehicleClass.LIGHT_TRUCK),
        ("vrachtwagens van 3,5 tot 12 ton", VehicleClass.LIGHT_TRUCK), ("kleine bakwagens van 5 ton", VehicleClass.LIGHT_TRUCK),
        ("achttientonner", VehicleClass.RIGID), ("18-tons bakwagen", VehicleClass.RIGID),
        ("wagens boven de 12 ton", VehicleClass.RIGID),
        ("bussen van 4250 kg", VehicleClass.LIGHT_TRUCK),
    ],
)  # fmt: skip
def test_weights_are_heard_as_people_say_them(said: str, vehicles: VehicleClass) -> None:
    assert by_weight(said).removeprefix("1 ") == WORDS[vehicles].many


@pytest.mark.parametrize(
    "said",
    [
        "wij vervoeren 20 ton per dag",
        "bakwagens met 3 ton laadvermogen",
        "12 bussen",
        "trekkers",
        "",
        "bakwagens van 10 tot 15 ton",
    ],
)
def test_what_is_no_weight_of_a_vehicle_or_of_two_classes_stays_as_it_is(said: str) -> None:
    assert by_weight(said) == said


def test_what_is_drawn_by_a_tractor_stays_one() -> None:
    assert read("40 trekkers van 50 ton") == {"tractor.total": 40}
