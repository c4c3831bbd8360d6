"""The sentence an outlook begins with: what is possible, and then what is not. What does not fit in the hours comes first."""

from cards.views.demand import outlook_words as words
from cards.views.demand.company_outlook import Tone
from domain.demand.outlooks import Fit, Outlook, YearOutlook
from domain.demand.quantities import Year
from domain.demand.steps import verdict_year

MOST_DECIDING = 2


def headline(outlook: Outlook) -> str:
    """Return the verdict as what can be done; where there is nothing to turn, the verdict itself."""
    charging = charging_years(outlook)
    short = lacking_hours(outlook)
    first = hours_words(short) if short is not None else words.at_once_words(outlook)
    if first:
        return first
    spread = [year for year in charging if year.fit is Fit.SPREAD_ONLY]
    never = next((year for year in charging if year.fit is Fit.NOT), None)
    if spread:
        return " ".join(filter(None, (saving_words(spread[-1]), then_words(spread[-1]), later_words(never))))
    if never is None:
        return words.verdict(outlook)
    fitting = [year for year in charging if year.fit is Fit.FITS]
    if fitting:
        return f"Laden past {words.when(fitting[-1].year)}{probably(fitting[-1])}. {later_words(never)}"
    if saved_kw(never) < 1:
        return words.verdict(outlook)
    return f"{saving_words(never)} Maar ook dan past het {words.when(never.year)}{probably(never)} niet."


def headline_tone(outlook: Outlook) -> Tone:
    """Return the colour that goes with it: green only for what surely fits, in the hours as well."""
    tone = words.tone(outlook)
    if lacking_hours(outlook) is not None:
        return "warning"
    unsure = any(not year.fit_is_sure for year in charging_years(outlook))
    return "accent" if tone == "good" and unsure else tone


def charging_years(outlook: Outlook) -> list[YearOutlook]:
    """Return the years in which there is something to charge, in order."""
    return [year for _, year in sorted(outlook.years.items()) if year.kwh.high > 0]


def main_year(outlook: Outlook) -> YearOutlook | None:
    """Return the year that the sentence is about, else the first whose numbers were given."""
    found = verdict_year(outlook)
    if found is not None:
        return outlook.years[found[1]]
    return next((year for year in charging_years(outlook) if year.is_given), None)


def turned_year(outlook: Outlook) -> YearOutlook | None:
    """Return the year of which the sentence says what spreading saves: the last that it makes fit, else the main year."""
    spread = [year for year in charging_years(outlook) if year.fit is Fit.SPREAD_ONLY]
    return spread[-1] if spread else main_year(outlook)


def lacking_hours(outlook: Outlook) -> YearOutlook | None:
    """Return the first year in which not all fits in the hours that the vehicles stand here."""
    return next((year for year in charging_years(outlook) if year.is_given and year.left_kwh.middle >= 1), None)


def hours_words(year: YearOutlook) -> str:
    """Return what does not fit in the hours, and whether the rest fits in the connection."""
    doubt = "" if year.left_kwh.low >= 1 else " waarschijnlijk"
    if year.left_kwh.middle >= year.kwh.middle - 1:
        return f"{words.year_title(year.year)} past laden{doubt} niet in uw uren."
    left, whole = words.about(year.left_kwh.middle, "kWh"), words.about(year.kwh.middle, "kWh")
    first = f"{words.year_title(year.year)} past{doubt} {left} van de {whole} per dag niet in uw uren."
    rest = {
        Fit.FITS: f"De rest past{probably(year)} in uw aansluiting.",
        Fit.SPREAD_ONLY: f"De rest past{probably(year)} alleen gespreid.",
        Fit.NOT: f"De rest past{probably(year)} niet in uw aansluiting.",
    }
    return " ".join(filter(None, (first, rest.get(year.rest if year.fit is Fit.SHORT else year.fit, ""))))


def saved_kw(year: YearOutlook) -> float:
    """Return what spreading takes off the peak, in the middle case."""
    return year.at_once_kw.middle - year.spread_kw.middle


def saving_words(year: YearOutlook) -> str:
    return f"Spreiden scheelt u {words.about(saved_kw(year), 'kW')}."


def then_words(year: YearOutlook) -> str:
    """Return until when it fits once charging is spread."""
    if year.year is Year.Y2035:
        return f"Dan past het{probably(year)}, ook in 2035."
    return f"Dan past {year.year.label}{probably(year)}." if year.year is not Year.NOW else f"Dan past het nu{probably(year)}."


def later_words(never: YearOutlook | None) -> str:
    """Return from when it does not fit any more, not even when spread; empty when there is no such year."""
    if never is None:
        return ""
    return f"{words.year_title(never.year)} past het{probably(never)} niet, ook niet gespreid."


def probably(year: YearOutlook) -> str:
    return "" if year.fit_is_sure else " waarschijnlijk"


def deciding_names(outlook: Outlook) -> tuple[str, ...]:
    """Return the questions whose answers could change the verdict: of the year of the sentence first, else of another.

    Where there is no verdict at all, what sharpens the outlook is asked instead.
    """
    own = main_year(outlook)
    every = (own, *charging_years(outlook))
    years = [year for year in every if year is not None and not year.fit_is_sure and year.fit is not Fit.UNKNOWN]
    return next((year.deciding for year in years if year.deciding), ())[:MOST_DECIDING]
