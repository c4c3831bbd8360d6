"""How an outlook is put into words, and which step comes first."""

import pytest

from cards.views.demand.outlook_words import between, indication_lines, room_words, rounded, verdict
from cards.views.demand.step_words import step_words
from domain.demand.companies import outlook_of
from domain.demand.outlooks import Outlook, Room
from domain.demand.quantities import Band
from domain.demand.sites import site_of
from domain.demand.steps import FirstStep, first_step
from domain.intake.answers import Answers, Value
from tests.demand.companies import LARGE, NONE, TEN_TRACTORS, answers_of
from tests.language import faults

Told = dict[str, Value]
FULL = "past laden niet in uw aansluiting, ook niet als u het spreidt."
NO_ROOM: Told = {"connection.size": "", "grid.contracted_kw": ""}
NO_TRACTORS: Told = {"tractor.total": 0, "tractor.electric_2030": 0, "tractor.electric_2035": 0}
NIGHT: Told = {"grid.night_kw": 150}
GROWING: Told = {"tractor.electric_now": 1, "tractor.electric_2030": 5, "tractor.electric_2035": 20}


def seen(*parts: Told) -> tuple[Outlook, Answers]:
    """Return the outlook of a company with ten tractors, and its answers."""
    answers = answers_of(NONE, TEN_TRACTORS, LARGE, *parts)
    return outlook_of(site_of(answers)), answers


@pytest.mark.parametrize(
    ("told", "said", "step"),
    [
        ({"grid.contracted_kw": 1100}, "Laden past in uw aansluiting, ook in 2035.", FirstStep.BEGIN),
        # 613 kW of 850, but 909 on a bad day
        ({"grid.contracted_kw": 1000}, "Laden past waarschijnlijk in uw aansluiting, ook in 2035.", FirstStep.BEGIN),
        ({}, "Vanaf 2030 past laden alleen als u het spreidt.", FirstStep.SPREAD),
        (GROWING, f"In 2035 {FULL.replace('niet', 'waarschijnlijk niet', 1)}", FirstStep.DECIDE),  # the use at night decides
        ({**GROWING, **NIGHT}, f"In 2035 {FULL}", FirstStep.CALL),
        ({**GROWING, **NIGHT, "upgrade.asked": True}, f"In 2035 {FULL}", FirstStep.NEIGHBOURS),
        ({**GROWING, **NIGHT, "site.landlord": True}, f"In 2035 {FULL}", FirstStep.LANDLORD),
        ({"grid.peak_kw": 400, "grid.night_kw": 400, "tractor.electric_now": 10}, f"Nu {FULL}", FirstStep.CALL),
        ({"site.bays": 0}, "Vanaf 2030 past laden alleen als u het spreidt.", FirstStep.NEIGHBOURS),
        (
            {"connection.size": "", "grid.contracted_kw": ""},
            "Of laden past in uw aansluiting, weten wij nog niet.",
            FirstStep.ANSWER,
        ),
        (
            {"tractor.total": 0, "tractor.electric_2030": 0, "tractor.electric_2035": 0},
            "U heeft hier geen stroom nodig om te laden.",
            FirstStep.NOTHING,
        ),
        (  # 2.189 less ten times 10 kW in twelve hours
            {"tractor.planned_kw": 10},
            "In 2030 past 989 kWh per dag niet in de uren dat uw voertuigen hier staan. De rest past in uw aansluiting.",
            FirstStep.HOURS,
        ),
    ],
)
def test_the_verdict_and_the_first_step(told: Told, said: str, step: FirstStep) -> None:
    outlook, answers = seen(told)
    assert verdict(outlook) == said
    assert first_step(outlook, answers) is step


def test_what_is_not_sure_is_probable() -> None:
    outlook, _ = seen({"tractor.kwh_per_km": 1.3, "grid.contracted_kw": 340, "model.efficiency": ""})
    assert verdict(outlook) == "Vanaf 2030 past laden waarschijnlijk alleen als u het spreidt."  # 182 to 204 kW, room 190


def test_without_any_number_there_is_no_estimate() -> None:
    nothing = outlook_of(site_of(Answers()))
    assert verdict(nothing) == "Geen schatting mogelijk."
    assert first_step(nothing, Answers()) is FirstStep.ANSWER
    assert "Vertel ons hoeveel voertuigen u heeft." in step_words(FirstStep.ANSWER, nothing)


def test_a_briefing_says_it_in_a_few_lines() -> None:
    outlook, _ = seen(GROWING, NIGHT)
    assert indication_lines(outlook) == (
        "In 2035 past laden niet in uw aansluiting, ook niet als u het spreidt.",
        "Nu: 219 kWh per dag, meteen 100 kW, gespreid 18 kW.",
        "In 2030: 1.090 kWh per dag, meteen 500 kW, gespreid 91 kW.",
        "In 2035: 4.380 kWh per dag, meteen 1.150 kW, gespreid 365 kW.",
        "Uw ruimte is 250 kW: wat u mag gebruiken min uw hoogste gebruik nu.",
    )


@pytest.mark.parametrize("step", FirstStep)
def test_every_first_step_is_said_in_everyday_words(step: FirstStep) -> None:
    outlook, _ = seen()
    for operator in ("", "Enexis"):
        for no_bays in (True, False):
            assert faults(step_words(step, outlook, no_bays=no_bays, operator=operator)) == []


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (None, "Uw ruimte kennen wij nog niet."),
        (Room(Band(0, 200, 400), is_known=False), "Uw ruimte ligt tussen 0 en 400 kW."),
        (Room(Band(-20, -20, -20), is_known=True), "Uw ruimte is op: u gebruikt 20 kW meer dan uw aansluiting."),
    ],
)
def test_the_room_is_said_as_far_as_it_is_known(room: Room | None, said: str) -> None:
    assert said in room_words(room)


@pytest.mark.parametrize(("exact", "shown"), [(2189.47, 2190), (182.456, 182), (47.2, 47), (9.4, 9), (0.44, 0.4), (0, 0)])
def test_an_indication_is_no_sharper_than_it_is(exact: float, shown: float) -> None:
    assert rounded(exact) == shown


@pytest.mark.parametrize(
    ("band", "shown"),
    [
        (Band(129.1, 182, 266.7), "120 tot 270"),
        (Band(0, 0, 1443), "0 tot 1.500"),
        (Band(0.34, 0.5, 0.61), "0,3 tot 0,7"),
        (Band(5, 5, 5), ""),
    ],
)
def test_the_ends_of_a_band_are_rounded_outwards(band: Band, shown: str) -> None:
    assert between(band) == shown
