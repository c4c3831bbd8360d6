"""A room that is not known: what does not even fit in the largest it can be is said, and only what lacks is asked for."""

import pytest

from cards.views.demand.headline import headline
from cards.views.demand.outlook_words import fit_fact, verdict
from cards.views.demand.step_words import step_words
from domain.demand.companies import outlook_of
from domain.demand.outlooks import Fit, Outlook
from domain.demand.parameters import STANDARD
from domain.demand.quantities import Year
from domain.demand.sites import site_of
from domain.demand.steps import FirstStep, first_step
from domain.demand.verdicts.alternatives import alternatives_of
from domain.intake.answers import Answer, Answers, Value
from domain.intake.certainty import Certainty
from tests.demand.companies import NONE, TEN_TRACTORS, answers_of
from tests.language import faults

FUSE: dict[str, Value] = {"connection.size": "small", "grid.fuse": "3x80A"}  # 55.2 kW, of which nobody knows what is in use
OVER = "Meteen laden past in 2030 niet in uw aansluiting (hoogstens 55 kW)."
NOT_KNOWN = "weten wij nog niet."
AT_HOME = "Uw hoogste gebruik ziet u vaak in de app van uw slimme meter."


def some(tractors: int, told: dict[str, Value] | None = None, estimate: str = "") -> tuple[Outlook, Answers]:
    """Return a company with so many tractors behind a fuse; one answer may be an estimate, 20% less or more."""
    counts: dict[str, Value] = {f"tractor.{name}": tractors for name in ("total", "electric_2030", "electric_2035")}
    answers = answers_of(NONE, TEN_TRACTORS, FUSE, counts, told or {})
    if estimate:
        answers = answers.with_({estimate: Answer(answers.number(estimate), Certainty.ESTIMATE)})
    return outlook_of(site_of(answers)), answers


@pytest.mark.parametrize(
    ("tractors", "told", "estimate", "fit", "said"),
    [
        # Each asks 160 x 1.3 / 0.95 = 219 kWh, 18.2 kW in twelve hours, and 100 kW at once. Ten: 182 kW spread, surely not.
        (10, {}, "", Fit.NOT, f"{OVER} Gespreid past het dan ook niet."),
        # Three of 200 km: 821 kWh, 68 kW spread. With 160 km it is 54.7 kW, which an empty connection can take.
        (3, {"tractor.km_per_day": 200}, "tractor.km_per_day", Fit.NOT, f"{OVER} Gespreid past het dan waarschijnlijk ook niet."),
        # Two: 200 kW at once, 36.5 kW spread. That fits in 55 kW, and not in 20 kW.
        (2, {}, "", Fit.UNKNOWN, f"{OVER} Of het gespreid past, {NOT_KNOWN}"),
        # One of about 60 kW: with 48 kW it fits at once in an empty connection.
        (1, {"tractor.planned_kw": 60}, "tractor.planned_kw", Fit.UNKNOWN,
         f"{OVER.replace('niet', 'waarschijnlijk niet')} Of het gespreid past, {NOT_KNOWN}"),
        # One of 50 kW fits in an empty connection, so nothing can be said.
        (1, {"tractor.planned_kw": 50}, "", Fit.UNKNOWN, f"Of laden past in uw aansluiting, {NOT_KNOWN}"),
    ],
)  # fmt: skip
def test_what_fits_in_no_room_at_all_is_said(tractors: int, told: dict[str, Value], estimate: str, fit: Fit, said: str) -> None:
    outlook, _ = some(tractors, told, estimate)
    assert outlook.years[Year.Y2030].fit is fit
    assert headline(outlook) == said
    assert faults(said) == []


def test_what_could_still_change_it_is_asked() -> None:
    outlook, answers = some(3, {"tractor.km_per_day": 200}, "tractor.km_per_day")
    assert outlook.years[Year.Y2030].deciding == ("tractor.km_per_day",)
    assert first_step(outlook, answers) is FirstStep.DECIDE
    assert "waarschijnlijk niet" in verdict(outlook)
    outlook, answers = some(2)
    assert outlook.years[Year.Y2030].deciding == ("grid.peak_kw",)
    assert fit_fact(outlook.years[Year.Y2030]).value == "Meteen niet"
    assert first_step(outlook, answers) is FirstStep.ANSWER


def test_nothing_is_promised_of_a_room_that_is_not_known() -> None:
    answers = answers_of(NONE, TEN_TRACTORS, FUSE)
    site = site_of(answers)
    assert alternatives_of(site, outlook_of(site), STANDARD) == ()


@pytest.mark.parametrize(
    ("told", "said", "not_said"),
    [
        ({}, AT_HOME, "hoofdzekering"),
        ({"grid.fuse": ""}, f"Kijk in de meterkast welke hoofdzekering u heeft. {AT_HOME}", "netbeheerder"),
        ({"grid.fuse": "", "grid.peak_kw": 5}, "Kijk in de meterkast welke hoofdzekering u heeft.", "hoogste gebruik"),
        ({"connection.size": "large", "grid.contracted_kw": 400}, "Zoek op wat uw hoogste gebruik is.", "mag gebruiken"),
        ({"connection.size": "large", "grid.peak_kw": 40}, "Zoek op hoeveel stroom u mag gebruiken.", "hoogste gebruik"),
        ({"connection.size": "", "grid.fuse": ""}, "hoeveel stroom u mag gebruiken en wat uw hoogste gebruik is.", "meterkast"),
        ({"grid.peak_kw": 5, "tractor.electric_2030": "", "tractor.electric_2035": ""},
         "Vertel ons hoeveel voertuigen elektrisch worden.", "hoogste gebruik"),
    ],
)  # fmt: skip
def test_only_what_is_not_known_is_looked_up(told: dict[str, Value], said: str, not_said: str) -> None:
    outlook, answers = some(2, told)
    words = step_words(FirstStep.ANSWER, outlook, is_small=answers.known("connection.size") == "small")
    assert said in words
    assert not_said not in words
    assert faults(words) == []
