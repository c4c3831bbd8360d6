"""How an outlook reads in Dutch: the verdict, the numbers, the first step. Cards, letters and briefings all say the same."""

import math
from collections.abc import Iterable

from cards.formats import listing, number, small
from cards.views.card import Fact, FactGroup
from cards.views.demand.company_outlook import Tone
from domain.demand.outlooks import Fit, Outlook, Room, YearOutlook
from domain.demand.quantities import Band, Year
from domain.demand.steps import deciding_now, verdict_year
from domain.intake.questionnaire import QUESTIONS
from domain.intake.vehicles import WORDS, VehicleClass

INDICATION = "Indicatie op basis van uw antwoorden"
IMPOSSIBLE = "Geen schatting mogelijk."
NO_NEED = "U heeft hier geen stroom nodig om te laden."
NOT_KNOWN = "Of laden past in uw aansluiting, weten wij nog niet."
FITS = {
    Fit.FITS: "Ja",
    Fit.SPREAD_ONLY: "Alleen gespreid",
    Fit.NOT: "Nee",
    Fit.SHORT: "Niet in deze uren",
    Fit.UNKNOWN: "Nog niet te zeggen",
}

REST = {  # after what does not fit in the hours
    Fit.FITS: "De rest past in uw aansluiting.",
    Fit.SPREAD_ONLY: "De rest past alleen als u het spreidt.",
    Fit.NOT: "De rest past niet in uw aansluiting.",
    Fit.UNKNOWN: "",
}
WEEKEND = "Zij hebben het hele weekend om te laden. Onze som gaat over een werkdag."
DECIDES = {"grid.night_kw": "Wij rekenen 's nachts met uw hoogste gebruik."}
TONES: dict[Fit, Tone] = {
    Fit.FITS: "good",
    Fit.SPREAD_ONLY: "accent",
    Fit.NOT: "warning",
    Fit.SHORT: "warning",
    Fit.UNKNOWN: "emphasis",
}


def last_digit(value: float, digits: int) -> float:
    """Return the size of the last digit that counts: whole numbers from 1 on, tenths below."""
    if abs(value) < 1:
        return 0.1
    return 10.0 ** max(0, math.floor(math.log10(abs(value))) + 1 - digits)


def rounded(value: float) -> float:
    """Return a number as sharp as an indication may be: three digits that count."""
    step = last_digit(value, 3)
    return round(round(value / step) * step, 1)


def about(value: float, unit: str) -> str:
    """Return a number as people read it: "182 kW"."""
    return number(rounded(value), unit)


def between(band: Band) -> str:
    """Return the ends of a band, two digits that count, rounded outwards: "120 tot 270"; empty when there is no band."""
    if band.is_exact:
        return ""
    least, most = last_digit(band.low, 2), last_digit(band.high, 2)
    low, high = math.floor(band.low / least) * least, math.ceil(band.high / most) * most
    return f"{number(round(low, 1))} tot {number(round(high, 1))}"


def ends(band: Band, unit: str) -> str:
    """Return a band of which the middle says nothing: "0 tot 270 kW"."""
    return f"{between(band)} {unit}" if between(band) else about(band.middle, unit)


def year_title(year: Year) -> str:
    return "Nu" if year is Year.NOW else f"In {year.label}"


def verdict(outlook: Outlook) -> str:
    if not outlook.is_possible:
        return IMPOSSIBLE
    if all(year.kwh.high == 0 for year in outlook.years.values()):
        return NO_NEED
    found = verdict_year(outlook)
    return fit_words(outlook.years[found[1]]) if found else at_once_words(outlook) or NOT_KNOWN


def at_once_words(outlook: Outlook) -> str:
    """Return what does not fit in a room that is not known, however large it is; empty where the room is known, or all fits."""
    over = next((year for _, year in sorted(outlook.years.items()) if year.over_at_once), None)
    if over is None or outlook.room is None:
        return ""
    doubt = "" if over.over_is_sure else " waarschijnlijk"
    first = f"Meteen laden past {when(over.year)}{doubt} niet in uw aansluiting (hoogstens {about(outlook.room.kw.high, 'kW')})."
    never = next((year for _, year in sorted(outlook.years.items()) if year.fit is Fit.NOT), None)
    if never is None:
        return f"{first} Of het gespreid past, weten wij nog niet."
    then = "dan" if never is over else when(never.year)
    return f"{first} Gespreid past het {then}{'' if never.fit_is_sure else ' waarschijnlijk'} ook niet."


def when(year: Year) -> str:
    return "nu" if year is Year.NOW else f"in {year.label}"


def fit_words(year: YearOutlook) -> str:
    """Return the verdict of the year that matters."""
    probably, label = "" if year.fit_is_sure else "waarschijnlijk ", year.year.label
    since = "Nu" if year.year is Year.NOW else f"Vanaf {label}"
    now, until = ("nu ", "") if year.year is Year.NOW else ("", f", ook in {label}")
    return {
        Fit.SHORT: short_words(year, probably),
        Fit.FITS: f"Laden past {now}{probably}in uw aansluiting{until}.",
        Fit.SPREAD_ONLY: f"{since} past laden {probably}alleen als u het spreidt.",
        Fit.NOT: f"{year_title(year.year)} past laden {probably}niet in uw aansluiting, ook niet als u het spreidt.",
        Fit.UNKNOWN: NOT_KNOWN,
    }[year.fit]


def short_words(year: YearOutlook, probably: str) -> str:
    """Return what does not fit in the hours, and then what the connection makes of the rest."""
    hours = f"{probably}niet in de uren dat uw voertuigen hier staan."
    if year.left_kwh.middle >= year.kwh.middle - 1:
        return f"{year_title(year.year)} past laden {hours}"
    first = f"{year_title(year.year)} past {about(year.left_kwh.middle, 'kWh')} per dag {hours}"
    return f"{first} {REST[year.rest]}".strip()


def deciding_words(outlook: Outlook) -> tuple[str, ...]:
    """Return what decides the verdict that is said, a line per question; empty when the verdict is sure."""
    names = deciding_now(outlook)
    lines = [DECIDES.get(name) or f"Wij weten nog niet zeker: {small(question_label(name))}." for name in names]
    return (*lines[:-1], f"{lines[-1]} {'Dat beslist' if len(lines) == 1 else 'Deze twee beslissen'}.") if lines else ()


def deciding_label(name: str) -> str:
    """Return what decides as a line of a list: what is reckoned with for want of an answer, or the question."""
    return DECIDES.get(name) or question_label(name)


def tone(outlook: Outlook) -> Tone:
    """Return the colour that goes with the verdict; the words say it too."""
    found = verdict_year(outlook)
    if found is None:
        return "emphasis"
    return TONES[found[0]]


def year_group(year: YearOutlook) -> FactGroup:
    if year.kwh.high == 0:
        return FactGroup(title=year_title(year.year), facts=(Fact(label="Stroom om te laden", value="Geen"),))
    if year.is_empty:
        return FactGroup(title=year_title(year.year), facts=(Fact(label="Stroom per dag", value="Niet ingevuld"),))
    numbers = (
        ("Stroom per dag", year.kwh, "kWh"),
        ("Meteen laden", year.at_once_kw, "kW"),
        ("Gespreid laden", year.spread_kw, "kW"),
    )
    if not year.is_given:  # bounds are all there is, and few of them say enough
        facts = tuple(Fact(label=label, value=ends(band, unit)) for label, band, unit in (numbers[0], numbers[2]))
        return FactGroup(title=year_title(year.year), facts=(Fact(label="Aantal elektrisch", value="Nog niet bekend"), *facts))
    facts = tuple(Fact(label=label, value=about(band.middle, unit), remark=between(band)) for label, band, unit in numbers)
    return FactGroup(title=year_title(year.year), facts=(*facts, fit_fact(year)))


def fit_fact(year: YearOutlook) -> Fact:
    if year.fit is Fit.UNKNOWN and year.over_at_once:
        return Fact(label="Past het?", value=f"Meteen{'' if year.over_is_sure else ' waarschijnlijk'} niet")
    doubt = "" if year.fit_is_sure or year.fit is Fit.UNKNOWN else "waarschijnlijk"
    return Fact(label="Past het?", value=FITS[year.fit], remark=doubt)


def room_words(room: Room | None) -> str:
    if room is None:
        return "Uw ruimte kennen wij nog niet. Dat is uw contract min uw hoogste gebruik."
    if not room.is_known:
        return f"Uw ruimte ligt tussen {number(rounded(room.kw.low))} en {about(room.kw.high, 'kW')}. Precies weten wij het niet."
    if room.kw.middle < 0:
        return f"Uw ruimte is op: u gebruikt {about(-room.kw.middle, 'kW')} meer dan uw aansluiting."
    if room.at_night is not None and room.at_night.middle > room.kw.middle:
        at_night, busiest = about(room.at_night.middle, "kW"), about(room.kw.middle, "kW")
        return f"Uw ruimte is 's nachts {at_night}. Op uw drukste moment is dat {busiest}."
    return f"Uw ruimte is {about(room.kw.middle, 'kW')}: wat u mag gebruiken min uw hoogste gebruik nu."


def left_words(outlook: Outlook, *, daytime: bool) -> tuple[str, ...]:
    """Return what does not fit in the hours of the vehicles, a sentence or two per year."""
    way = "Dat laadt u onderweg, of langer overdag." if daytime else "Dat laadt u onderweg."
    return tuple(
        f"{year_title(year.year)} past {about(year.left_kwh.middle, 'kWh')} per dag niet in deze uren. {way}"
        for year in outlook.years.values()
        if year.is_given and year.left_kwh.middle >= 1
    )


def empty_words(outlook: Outlook) -> tuple[str, ...]:
    """Return for which years nothing was answered; a range from no answer is not shown."""
    years = [year.year.label for year in outlook.years.values() if year.is_empty]
    return (f"Voor {listing(years)} heeft u niets ingevuld. Daarover zeggen wij niets.",) if years else ()


def friday_words(away: Iterable[tuple[VehicleClass, float]]) -> tuple[str, ...]:
    """Return what is so of vehicles that are away for days, given as a class and its part in %: a night is not theirs."""
    parts = [f"{number(part)}% van uw {WORDS[vehicle].many}" for vehicle, part in away]
    if not parts:
        return ()
    return (f"Op vrijdag komen ook voertuigen terug die dagen weg zijn: {listing(parts)}. {WEEKEND}",)


def missing_words(outlook: Outlook) -> tuple[str, ...]:
    """Return which vehicles are not counted."""
    classes = {vehicle for year in outlook.years.values() for vehicle in year.without}
    named = listing([WORDS[vehicle].many for vehicle in VehicleClass if vehicle in classes])
    return (f"Uw {named} tellen nog niet overal mee. Wij kennen de aantallen niet.",) if named else ()


def question_label(name: str) -> str:
    """Return what a question is called in a list of several: its label, with its vehicles."""
    label, prefix = QUESTIONS[name].label, name.partition(".")[0]
    if prefix not in list(VehicleClass):
        return label
    vehicles = WORDS[VehicleClass(prefix)].many
    return label if vehicles in label.casefold() else f"{vehicles.capitalize()}: {label[0].lower()}{label[1:]}"


def indication_lines(outlook: Outlook) -> tuple[str, ...]:
    """Return an outlook in a few short lines, for a briefing or a letter; the first line is the verdict."""
    lines = [verdict(outlook)]
    for year in outlook.years.values():
        if year.kwh.high > 0 and not year.is_empty:
            numbers = ((year.kwh, "kWh"), (year.at_once_kw, "kW"), (year.spread_kw, "kW"))
            said = (about(band.middle, unit) if year.is_given else ends(band, unit) for band, unit in numbers)
            lines.append("{}: {} per dag, meteen {}, gespreid {}.".format(year_title(year.year), *said))
    lines += [room_words(outlook.room), *left_words(outlook, daytime=False), *missing_words(outlook), *empty_words(outlook)]
    return tuple(lines)
