"""What a tap changed on the outlook, beside what it was."""

from collections.abc import Iterable

from cards.formats import number, plural
from cards.views.demand import outlook_words as words
from cards.views.demand.headline import headline, turned_year
from domain.demand.outlooks import Outlook
from domain.demand.quantities import Strategy, Year
from domain.disclosure.rules import ENOUGH
from domain.disclosure.totals import TerrainTotal, YearTotal

VEHICLES = "elektrische voertuigen"
NO_TERRAIN = "Op welk terrein u zit, weten wij nog niet. Typ 'wijzig terrein'."
NO_TOTAL = "Van uw terrein mogen wij nog geen totaal laten zien."
MISSING = f"Er zijn minstens {ENOUGH} bedrijven nodig die mogen meetellen. Geen bedrijf mag eruit te halen zijn."
SAME = "Dat is nu ook zo."
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
