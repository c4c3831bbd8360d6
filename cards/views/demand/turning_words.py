"""What a tap changed on the outlook, beside what it was."""

from collections.abc import Iterable

from cards.formats import listing, number, plural
from cards.views.demand import outlook_words as words
from cards.views.demand.headline import headline, turned_year
from domain.demand.outlooks import Fit, Outlook
from domain.demand.quantities import Strategy, Year
from domain.demand.steps import FirstStep
from domain.demand.verdicts.fewer import KeptVehicles
from domain.disclosure.rules import ENOUGH
from domain.disclosure.totals import TerrainTotal, YearTotal
from domain.intake.vehicles import WORDS

VEHICLES = "elektrische voertuigen"
NO_TERRAIN = "Op welk terrein u zit, weten wij nog niet. Typ 'wijzig terrein'."
NO_TOTAL = "Van uw terrein mogen wij nog geen totaal laten zien."
MISSING = f"Er zijn minstens {ENOUGH} bedrijven nodig die mogen meetellen. Geen bedrijf mag eruit te halen zijn."
SAME = "Dat is nu ook zo."
SMALL_TITLE = "Uw eerste stap: klein beginnen"
SUPPOSED_TITLE = "Uw eerste stap: kijk of dit kan"
SUPPOSED = "Dit geldt alleen als het zo wordt. Kijk of dat kan in uw bedrijf."
DIVIDED = "Kies dan laadpunten die de stroom zelf verdelen."
JOIN = "Telt u mee, zonder naam? Typ 'toestemming'. Het hoeft niet."


def spread_lines(outlook: Outlook) -> tuple[str, ...]:
    """Return what spreading changes in the year that the sentence is about."""
    year = turned_year(outlook)
    if year is None:
        return ()
    when = words.year_title(year.year)
    spread, at_once = words.about(year.spread_kw.middle, "kW"), words.about(year.at_once_kw.middle, "kW")
    return (f"{when} vraagt gespreid laden {spread}. Meteen laden vroeg {at_once}.",)


def now_words(outlook: Outlook, now: Outlook) -> str:
    """Return what the outlook is now, beside one that is only supposed; the same sentence is not said twice."""
    return SAME if headline(now) == headline(outlook) else f"Nu is het: {headline(now)}"


def fewer_lines(counts: Iterable[tuple[Year, int, int]]) -> tuple[str, ...]:
    """Return with how many electric vehicles it is reckoned in each year, of how many."""
    return tuple(
        f"{words.year_title(year)} rekenen wij met {number(kept)} van de {plural(every, 'elektrisch voertuig', VEHICLES)}."
        for year, kept, every in counts
        if every
    )


def kept_headline(outlook: Outlook, kept: KeptVehicles) -> str:
    """Return the verdict of fewer vehicles: of how many it holds, and which these are."""
    said, fits = headline(outlook), "Laden past "
    classes = listing([plural(count, WORDS[vehicle].one, WORDS[vehicle].many) for vehicle, count in kept.classes])
    whole = f"{number(kept.kept)} van uw {plural(kept.every, 'elektrisch voertuig', VEHICLES)}"
    which = f" ({classes})" if len(kept.classes) == 1 else ""
    after = f" Dat zijn {classes}." if len(kept.classes) > 1 else ""
    if said.startswith(fits):
        return f"Met {whole}{which} past laden {said.removeprefix(fits)}{after}"
    return f"Wij rekenen met {whole}{which}.{after} {said}"


def kept_step(first: FirstStep, kept: KeptVehicles) -> str:
    """Return the first step with fewer vehicles: begin with these, and what that means for the others."""
    begin = f"Begin met deze {number(kept.kept)}.{f' {DIVIDED}' if first is FirstStep.SPREAD else ''}"
    others = kept.every - kept.kept
    if others <= 0:
        return begin
    if kept.every_fit is Fit.FITS or (kept.every_fit is Fit.SPREAD_ONLY and first is FirstStep.SPREAD):
        return f"{begin} Alle {number(kept.every)} passen{'' if kept.every_is_sure else ' waarschijnlijk'} ook."
    rest = "het andere voertuig" if others == 1 else f"de andere {number(others)}"
    return f"{begin} Voor {rest} is meer nodig."


def neighbour_lines(total: TerrainTotal | None, *, on_terrain: bool, counts: bool) -> tuple[str, ...]:
    """Return what charging together brings on the terrain, from what was published; else what is missing."""
    if not on_terrain:
        return (NO_TERRAIN,)
    years = shared_years(total)
    if not years:
        return (NO_TOTAL, MISSING) if counts else (NO_TOTAL, MISSING, JOIN)
    return tuple(together_words(year) for year in years)


def shared_years(total: TerrainTotal | None) -> tuple[YearTotal, ...]:
    """Return the years of a terrain in which there is something to charge."""
    return tuple(year for year in total.years.values() if year.kw[Strategy.SPREAD] > 0) if total is not None else ()


def together_words(year: YearTotal) -> str:
    saved, companies = words.about(year.saved_kw, "kW"), plural(year.companies, "bedrijf", "bedrijven")
    return f"{words.year_title(year.year)} scheelt samen laden {saved}. Dat is het totaal van {companies}."
