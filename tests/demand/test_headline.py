"""The sentence that an outlook begins with: what is possible first, what is not sure is said, and green only where all fits."""

from dataclasses import replace

import pytest

from cards.views.demand.headline import deciding_names, headline, headline_tone
from domain.demand.companies import outlook_of
from domain.demand.outlooks import Fit, Outlook, Room, YearOutlook
from domain.demand.quantities import Band, Year
from domain.demand.sites import site_of
from domain.intake.answers import Answers, Value
from tests.demand.companies import LARGE, NONE, TEN_TRACTORS, answers_of
from tests.language import faults

ROOM = Room(Band(250, 250, 250), is_known=True)


def year(number: Year, fit: Fit, *, sure: bool = True, left: float = 0.0, deciding: tuple[str, ...] = ()) -> YearOutlook:
    """Return a year of 600 kW at once and 182 kW spread."""
    return YearOutlook(
        year=number,
        vehicles=Band(10, 10, 10),
        kwh=Band(2000, 2190, 2400),
        left_kwh=Band(left, left, left),
        at_once_kw=Band(600, 600, 600),
        spread_kw=Band(182, 182, 182),
        fit=fit,
        fit_is_sure=sure,
        is_given=True,
        deciding=deciding,
    )


def of(*years: YearOutlook) -> Outlook:
    return Outlook({one.year: one for one in years}, ROOM, ())


@pytest.mark.parametrize(
    ("outlook", "said", "tone"),
    [
        (of(year(Year.Y2030, Fit.SPREAD_ONLY)), "Spreiden scheelt u 418 kW. Dan past 2030.", "accent"),
        (of(year(Year.Y2030, Fit.SPREAD_ONLY, sure=False)), "Spreiden scheelt u 418 kW. Dan past 2030 waarschijnlijk.", "accent"),
        (
            of(year(Year.Y2030, Fit.SPREAD_ONLY), year(Year.Y2035, Fit.NOT, sure=False)),
            "Spreiden scheelt u 418 kW. Dan past 2030. In 2035 past het waarschijnlijk niet, ook niet gespreid.",
            "warning",
        ),
        (of(year(Year.Y2030, Fit.FITS), year(Year.Y2035, Fit.SPREAD_ONLY)),
         "Spreiden scheelt u 418 kW. Dan past het, ook in 2035.", "accent"),
        (of(year(Year.NOW, Fit.SPREAD_ONLY)), "Spreiden scheelt u 418 kW. Dan past het nu.", "accent"),
        (of(year(Year.Y2030, Fit.NOT)), "Spreiden scheelt u 418 kW. Maar ook dan past het in 2030 niet.", "warning"),
        (of(year(Year.Y2030, Fit.FITS), year(Year.Y2035, Fit.NOT)),
         "Laden past in 2030. In 2035 past het niet, ook niet gespreid.", "warning"),
        (of(year(Year.Y2035, Fit.FITS)), "Laden past in uw aansluiting, ook in 2035.", "good"),
        (of(year(Year.Y2035, Fit.FITS, sure=False)), "Laden past waarschijnlijk in uw aansluiting, ook in 2035.", "accent"),
        (
            of(year(Year.Y2030, Fit.FITS, left=1383)),
            "In 2030 past 1.380 kWh van de 2.190 kWh per dag niet in uw uren. De rest past in uw aansluiting.",
            "warning",
        ),
        (
            of(year(Year.Y2030, Fit.SPREAD_ONLY, left=1383, sure=False)),
            "In 2030 past 1.380 kWh van de 2.190 kWh per dag niet in uw uren. De rest past waarschijnlijk alleen gespreid.",
            "warning",
        ),
        (of(year(Year.Y2030, Fit.FITS, left=2190)), "In 2030 past laden niet in uw uren.", "warning"),
        (
            of(replace(year(Year.Y2030, Fit.SHORT, left=1383), rest=Fit.SPREAD_ONLY)),
            "In 2030 past 1.380 kWh van de 2.190 kWh per dag niet in uw uren. De rest past alleen gespreid.",
            "warning",
        ),
        (of(year(Year.Y2030, Fit.UNKNOWN)), "Of laden past in uw aansluiting, weten wij nog niet.", "emphasis"),
    ],
)  # fmt: skip
def test_it_begins_with_what_is_possible(outlook: Outlook, said: str, tone: str) -> None:
    assert (headline(outlook), headline_tone(outlook)) == (said, tone)
    assert faults(said) == []


def test_ten_tractors_as_they_are_reckoned() -> None:
    # Each asks 160 x 1.3 / 0.95 = 219 kWh: 2.19 h at 100 kW. The mean is 0.60 at 2 h and 0.74 at 4 h: 0.613, so 613 kW at once.
    # Spread over twelve hours it is 2,189 / 12 = 182 kW, within a room of 250 kW.
    outlook = outlook_of(site_of(answers_of(NONE, TEN_TRACTORS, LARGE)))
    assert headline(outlook) == "Spreiden scheelt u 431 kW. Dan past het, ook in 2035."


def test_points_that_are_too_weak_come_first_and_are_never_green() -> None:
    weak: dict[str, Value] = {"tractor.planned_kw": 10, "grid.contracted_kw": 1000}  # 12 hours of 10 kW is 120 of 219 kWh each
    outlook = outlook_of(site_of(answers_of(NONE, TEN_TRACTORS, LARGE, weak)))
    assert "niet in uw uren" in headline(outlook)
    assert headline_tone(outlook) == "warning"


def test_without_any_number_it_is_the_verdict() -> None:
    assert headline(outlook_of(site_of(Answers()))) == "Geen schatting mogelijk."


def test_what_decides_is_of_the_year_that_the_sentence_is_about() -> None:
    first = year(Year.Y2030, Fit.NOT, sure=False, deciding=("grid.peak_kw", "grid.night_kw", "tractor.km_per_day"))
    later = year(Year.Y2035, Fit.NOT, sure=False, deciding=("tractor.at_night",))
    assert deciding_names(of(first, later)) == ("grid.peak_kw", "grid.night_kw")
    assert deciding_names(of(year(Year.Y2030, Fit.NOT), later)) == ("tractor.at_night",)
    assert deciding_names(of(year(Year.Y2030, Fit.NOT))) == ()
