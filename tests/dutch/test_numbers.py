"""Numbers as companies type them: read exactly, as an estimate, or asked back; never guessed."""

import pytest

from dialogs.dutch.numbers import read_number
from dialogs.dutch.reading import Ambiguous, Read
from tests.dutch.shown import shown

EXACT = {
    "12": 12, "12,5": 12.5, "12.5": 12.5, "1.250": 1250, "1.250,5": 1250.5, "1 250": 1250, "1.250.000": 1_250_000,
    "1,250,000": 1_250_000, "0,125": 0.125, "12000000000000": 12_000_000_000_000, "007": 7, "-5": -5, "minus vijf": -5,
    "12 stuks": 12, "12 bussen": 12, "12st": 12, "€ 12,-": 12, "12!!": 12, "#12": 12, "ik heb er 12": 12, "alle 12": 12,
    "twaalf": 12, "vijfentwintig": 25, "vijf en twintig": 25, "tweeduizend vijfhonderd": 2500, "honderdtwintig": 120,
    "tweeëntwintig": 22, "tweeentwintig": 22, "tien komma vijf": 10.5, "anderhalf": 1.5, "tweeënhalf": 2.5, "2½": 2.5,
    "drie en een half": 3.5, "2 duizend": 2000, "2,5 miljoen": 2_500_000, "12k": 12_000, "een dozijn": 12,
    "3 dozijn": 36, "5 honderd": 500, "2 palen à 22 kW": 2, "een": 1,
    "één": 1, "eentje": 1, "een bus": 1, "geen": 0, "nul": 0, "0": 0, "-0": 0, "niks": 0, "geen bussen": 0, "nog geen": 0,
    "wij hebben er geen": 0, "12 trucks, 12 dus": 12, "12 (twaalf)": 12, "12 in 2030": 12, "12 van 3,5 ton": 12,
    "１２": 12, "١٢": 12, "12\u00a0stuks": 12, "5️⃣": 5, "twaalf bestelwagens": 12,
}  # fmt: skip

ESTIMATES = {
    "min of meer 10": 10,
    "een stuk of tien": 10, "ongeveer 12": 12, "ca. 12": 12, "circa twaalf": 12, "±12": 12, "+/- 12": 12, "zo'n twintig": 20,
    "zo’n twintig": 20, "rond de 30": 30, "hooguit 5": 5, "minstens 5": 5, "min. 5": 5, "max 10": 10, "tot 10": 10,
    "meer dan 10": 10, "niet meer dan 10": 10, "nog geen 10": 10, "10+": 10, ">10": 10, "12?": 12, "12 denk ik": 12,
    "12 ofzo": 12, "een tiental": 10, "een twintigtal": 20, "20-tal": 20, "10 of meer": 10,
    "ik weet het niet precies, ongeveer 12": 12,
}  # fmt: skip

ASKED_BACK = {
    "1,250": {"1,25", "1.250"},
    "12-03": {"12", "3"},
    "12 bussen en 3 trucks": {"12", "3"},
    "een bus en 3 trucks": {"1", "3"},
    "10-20": {"10", "ongeveer 15", "20"},
    "tussen de 10 en de 20 stuks": {"10", "ongeveer 15", "20"},
    "10 à 12": {"10", "ongeveer 11", "12"},
    "tien tot twaalf": {"10", "ongeveer 11", "12"},
    "10 t/m 13": {"10", "13"},
    "twee of drie": {"2", "3"},
    "een of twee": {"1", "2"},
    "een, twee": {"1", "2"},
    "een paar": {"2", "3", "4"},
    "100 200": {"100", "200"},
    "2 x 12": {"2", "12", "24"},
    "3+4": {"3", "4", "7"},
    "12, nee 13": {"12", "13"},
    "min 5": {"5", "-5"},
}

NOT_UNDERSTOOD = [
    "", " ", "?", "-", "...", "ja", "nee", "weet ik niet", "geen idee", "geen probleem", "veel", "tientallen", "een beetje",
    "niet 12", "12, geen 13", "geen twintig", "half zeven", "een kwart", "12:30", "18u30", "1e", "1e5", "3.5.7", "1'250",
    "10 à 15%",
    "12-03-2027", "12/03/2027", "06-12-34", "<b>12</b>", "{{7*7}}", '"],"x":[', "{12}", "12_000", "10²", "12%", "12 kW", "12 uur",
    "3x63A", "3 4 5 6 7", "9" * 400, "9" * 20 + "duizend", "1e24", "12 " + "woord " * 50, "alle behalve 3", "🙂",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "value"), EXACT.items())
def test_a_number_is_read_exactly(typed: str, value: float) -> None:
    assert shown(read_number(typed, unit="stuks")) == value


@pytest.mark.parametrize(("typed", "value"), ESTIMATES.items())
def test_words_of_doubt_make_it_an_estimate(typed: str, value: float) -> None:
    assert shown(read_number(typed, unit="stuks")) == ("ongeveer", value)


@pytest.mark.parametrize(("typed", "labels"), ASKED_BACK.items())
def test_two_meanings_are_asked_back(typed: str, labels: set[str]) -> None:
    assert shown(read_number(typed, unit="stuks")) == labels


@pytest.mark.parametrize("typed", NOT_UNDERSTOOD)
def test_the_rest_is_not_understood(typed: str) -> None:
    assert read_number(typed, unit="stuks") is None


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("12 kw", "kW", 12),
        ("630kW", "kW", 630),
        ("1,2 MW", "kW", 1200),
        ("0,5 megawatt", "kW", 500),
        ("800 watt", "kW", 0.8),
        ("200 kWh", "kW", None),
        ("160 kVA", "kW", None),
        ("3x63A", "kW", None),
        ("2 palen van 22 kW", "stuks", 2),
        ("2 palen van 22 kW", "kW", {"2 kW", "22 kW"}),
        ("1-2 MW", "kW", {"1.000 kW", "ongeveer 1.500 kW", "2.000 kW"}),
        ("100 kW", "kWp", 100),
        ("200 panelen", "kWp", None),
        ("80 km per dag", "km", 80),
        ("400 km per week", "km", None),
        ("5 dagen per week", "dagen", 5),
        ("2 dagen per maand", "dagen", None),
        ("maandag t/m vrijdag", "dagen", 5),
        ("ma-za", "dagen", 6),
        ("elke dag", "dagen", 7),
        ("80%", "%", 80),
        ("12 kw", None, 12),
    ],
)
def test_the_unit_counts(typed: str, unit: str | None, value: object) -> None:
    assert shown(read_number(typed, unit=unit)) == value


@pytest.mark.parametrize("typed", [*EXACT, *ESTIMATES, *ASKED_BACK])
def test_capitals_spaces_and_a_full_stop_change_nothing(typed: str) -> None:
    plain = read_number(typed, unit="stuks")
    assert read_number(f"  {typed.upper()} .", unit="stuks") == plain
    assert read_number(f"{typed}.", unit="stuks") == plain


@pytest.mark.parametrize(("typed", "unit"), [*((typed, "stuks") for typed in ASKED_BACK), ("1-2 MW", "kW"), ("1,5-2,5", "kW")])
def test_a_label_typed_back_is_its_value(typed: str, unit: str) -> None:
    asked = read_number(typed, unit=unit)
    assert isinstance(asked, Ambiguous)
    for label, value in asked.options:
        answer = read_number(label, unit=unit)
        assert isinstance(answer, Read)
        assert answer.value == value
