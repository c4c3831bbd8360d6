"""The first thing that helps: what a company can do by itself, with its neighbours, or by calling the grid operator."""

from enum import StrEnum

from domain.demand.outlooks import Fit, Outlook
from domain.demand.quantities import Strategy, Year
from domain.intake.answers import Answers


class FirstStep(StrEnum):
    """The first useful step."""

    NOTHING = "nothing"  # there is nothing to charge
    ANSWER = "answer"  # without more answers there is no number, or no verdict
    BEGIN = "begin"  # alone: it fits
    SPREAD = "spread"  # alone: it fits when charging is spread
    CALL = "call"  # the grid operator: more is needed, and it was not asked for
    NEIGHBOURS = "neighbours"  # with neighbours: more is needed and was asked for already, or there is no place to charge


def first_step(outlook: Outlook, answers: Answers) -> FirstStep:
    """Return the first useful step that follows from the outlook and the answers."""
    years = outlook.years.values()
    if years and all(year.kwh.high == 0 and not year.without for year in years):
        return FirstStep.NOTHING
    if outlook.stops_fitting is not None:
        asked_for_more = answers.known("upgrade.asked") is True
        return FirstStep.NEIGHBOURS if asked_for_more or answers.number("site.bays") == 0 else FirstStep.CALL
    if all(year.fit is Fit.UNKNOWN for year in years if year.kwh.high > 0):
        return FirstStep.ANSWER
    if answers.number("site.bays") == 0:
        return FirstStep.NEIGHBOURS
    return FirstStep.SPREAD if outlook.stops(Strategy.AT_ONCE) is not None else FirstStep.BEGIN


def verdict_year(outlook: Outlook) -> tuple[Fit, Year] | None:
    """Return the verdict that matters most and the first year it holds for; None when no year has one.

    Not fitting comes before fitting only when spread, and that before fitting.
    """
    found = {year.fit: year.year for year in reversed(outlook.years.values()) if year.kwh.high > 0}
    return next(((fit, found[fit]) for fit in (Fit.NOT, Fit.SPREAD_ONLY) if fit in found), None) or last_that_fits(outlook)


def last_that_fits(outlook: Outlook) -> tuple[Fit, Year] | None:
    """Return up to which year it fits, when it does not stop fitting."""
    fitting = [year.year for year in outlook.years.values() if year.fit is Fit.FITS and year.kwh.high > 0]
    return (Fit.FITS, max(fitting)) if fitting else None
