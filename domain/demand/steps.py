"""The first thing that helps: what a company can do by itself, with its neighbours, or by calling the grid operator."""

from enum import StrEnum

from domain.demand.outlooks import Fit, Outlook
from domain.demand.quantities import Year
from domain.intake.answers import Answers


class FirstStep(StrEnum):
    """The first useful step."""

    NOTHING = "nothing"  # there is nothing to charge
    ANSWER = "answer"  # without more answers there is no number, or no verdict
    DECIDE = "decide"  # one or two answers decide whether it fits
    HOURS = "hours"  # the energy does not fit in the hours: stronger charging points, or more hours
    LANDLORD = "landlord"  # the connection is in the landlord's name, so nothing goes without him
    BEGIN = "begin"  # alone: it fits
    SPREAD = "spread"  # alone: it fits when charging is spread
    CALL = "call"  # the grid operator: more is needed, and it was not asked for
    NEIGHBOURS = "neighbours"  # with neighbours: more is needed and was asked for already, or there is no place to charge


def first_step(outlook: Outlook, answers: Answers) -> FirstStep:
    """Return the first useful step that follows from the outlook and the answers."""
    years = outlook.years.values()
    if years and all(year.kwh.high == 0 and not year.without for year in years):
        return FirstStep.NOTHING
    found = verdict_year(outlook)
    fit = found[0] if found else Fit.UNKNOWN
    if fit not in (Fit.UNKNOWN, Fit.SPREAD_ONLY) and deciding_now(outlook):
        return FirstStep.DECIDE
    usual = {
        Fit.UNKNOWN: FirstStep.ANSWER,
        Fit.SHORT: FirstStep.HOURS,
        Fit.NOT: FirstStep.NEIGHBOURS if answers.known("upgrade.asked") is True else FirstStep.CALL,
        Fit.SPREAD_ONLY: FirstStep.SPREAD,
        Fit.FITS: FirstStep.BEGIN,
    }[fit]
    if usual in (FirstStep.ANSWER, FirstStep.HOURS):
        return usual
    return FirstStep.NEIGHBOURS if answers.number("site.bays") == 0 else with_landlord(usual, answers)


def with_landlord(step: FirstStep, answers: Answers) -> FirstStep:
    """Return the step, or that to the landlord where the connection is in his name: nothing goes without him."""
    return FirstStep.LANDLORD if answers.known("site.landlord") is True else step


def deciding_now(outlook: Outlook) -> tuple[str, ...]:
    """Return the questions that decide the verdict that is said; empty when that is sure, or when there is none."""
    found = verdict_year(outlook)
    return outlook.years[found[1]].deciding if found else ()


def verdict_year(outlook: Outlook) -> tuple[Fit, Year] | None:
    """Return the verdict that matters most and the first year it holds for; None when no year has one.

    What does not fit in the hours comes first, then what does not fit in the connection, then what fits only when spread.
    """
    found = {year.fit: year.year for year in reversed(outlook.years.values()) if year.kwh.high > 0}
    worst = next(((fit, found[fit]) for fit in (Fit.SHORT, Fit.NOT, Fit.SPREAD_ONLY) if fit in found), None)
    return worst or last_that_fits(outlook)


def last_that_fits(outlook: Outlook) -> tuple[Fit, Year] | None:
    """Return up to which year it fits, when it does not stop fitting."""
    fitting = [year.year for year in outlook.years.values() if year.fit is Fit.FITS and year.kwh.high > 0]
    return (Fit.FITS, max(fitting)) if fitting else None
