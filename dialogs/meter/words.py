"""The words about a meter: what was read, what is kept, and how to get a file."""

import datetime
from collections.abc import Iterator

from cards.formats import day, moment, number, plural
from cards.views.card import Fact
from domain.calendar.here import HERE
from domain.intake.answers import Answers
from domain.meter.summary import COUNTS_DAYS, KeptMeter, MeterSummary

YEARS = COUNTS_DAYS // 365
TITLE, KEPT_TITLE = "Dit las ik", "Uw meter"
CHECK = "Er is nog niets bewaard. Klopt dit?"
NOT_USED = "Ik kan dit bestand niet gebruiken."
THROWN_AWAY = f"Die tellen {YEARS} jaar. Het bestand bewaar ik niet."
GONE = "Dit bestand is er niet meer. Stuur het zo nodig opnieuw."
DROPPED = "Goed, ik gebruik dit niet. Ik bewaar niets van het bestand."
KEPT = "Ik reken nu met uw meter. Typ 'mijn meter' om te zien wat ik bewaar, of om het te verwijderen."
REMOVED = "Ik heb de twee dagen van uw meter gewist. Ik reken weer met wat u zelf invulde."
FOR_COMPANY = "Een meterbestand hoort bij één bedrijf. Typ eerst 'intake namens' met de naam van dat bedrijf, en stuur het dan."
NOTHING_YET = "Wij bewaren nog niets van uw meter."
HOW = (
    "Stuur mij hier een bestand met uw gebruik per kwartier: CSV of Excel. Een heel jaar is het best.",
    "Grote aansluiting? Vraag het aan uw meetbedrijf. Die naam staat op uw energierekening.",
    "Kleine aansluiting? Kijk bij 'verbruik' op de website van uw leverancier, of in de app van uw meter.",
    "Ik laat eerst zien wat ik lees. Pas na uw ja bewaar ik twee dagen, en nooit het bestand.",
)
WHY_NOT_TYPED = "Dan weet ik hoeveel ruimte er 's nachts is, en hoef ik uw hoogste gebruik niet te vragen."


def facts_of(read: MeterSummary) -> Iterator[Fact]:
    """Yield what was read, the most telling first."""
    yield Fact(label="Meter", value=f"Eindigt op {read.meter}" if read.meter else "Nummer niet in het bestand")
    yield Fact(label="Periode", value=period(read))
    yield Fact(label="Afgenomen", value=number(round(read.kwh), "kWh"))
    yield Fact(label="Teruggeleverd", value=back_words(read))
    yield Fact(label="Hoogste gebruik", value=highest_words(read))
    if read.lost:
        yield Fact(label="Ontbreekt", value=f"{steps(read.lost, read.minutes)}, het eerste op {at(read.lost_first)}")
    if read.wrong_count:
        yield Fact(label="Telt niet mee", value=plural(read.wrong_count, "waarde", "waarden"))
    if read.estimated:
        yield Fact(label="Geschat", value=f"{number(read.estimated)} van de {number(read.count)} waarden")


def period(read: MeterSummary) -> str:
    """Return the days of a reading; what ends at midnight ends with the day before."""
    first, end = (datetime.datetime.fromisoformat(one) for one in (read.first, read.end))
    last = end - datetime.timedelta(minutes=1)
    if first.date() == last.date():
        whole = (first.hour, first.minute, end.date()) == (0, 0, first.date() + datetime.timedelta(days=1))
        return day(first.date()) if whole else f"{day(first.date())}, {first:%H:%M} tot {end:%H:%M}"
    return f"{day(first.date())} tot en met {day(last.date())}"


def highest_words(read: MeterSummary) -> str:
    """Return the highest use and when; at least that where values are missing, and of an hour its mean."""
    if read.flat_days and read.why_not:
        return "Onbekend"
    least = "Minstens " if read.lost or read.wrong_count or read.minutes > 15 else ""
    mean = {30: " gemiddeld over een half uur", 60: " gemiddeld over een uur"}.get(read.minutes, "")
    return f"{least}{number(rounded(read.highest_kw), 'kW')}{mean}, op {at(read.highest_at)}"


def back_words(read: MeterSummary) -> str:
    if not read.kwh_back:
        return "Niets"
    return f"{number(round(read.kwh_back), 'kWh')}, op zijn hoogst {number(rounded(read.back_kw), 'kW')}"


def rounded(kw: float) -> float:
    """Return a power as people use it: whole from ten on."""
    return round(kw) if kw >= 10 else round(kw, 1)


def at(iso: str) -> str:
    return moment(datetime.datetime.fromisoformat(iso).astimezone(HERE))


def steps(count: int, minutes: int) -> str:
    words = {15: ("kwartier", "kwartieren"), 30: ("half uur", "halve uren"), 60: ("uur", "uren")}[minutes]
    return plural(count, *words)


def kept_days(read: MeterSummary) -> str:
    """Return which two days are kept."""
    usual, peak = (day(datetime.date.fromisoformat(one)) for one in (read.usual, read.peak_day))
    what = "een gewone winterdag" if read.is_winter else "een gewone werkdag" if read.is_workday else "een gewone dag"
    both = f"Dat is allebei {usual}." if usual == peak else f"Dat zijn {usual} en {peak}."
    return f"Ik bewaar alleen twee dagen: {what} en de dag met uw hoogste gebruik. {both}"


def remarks_on(read: MeterSummary, answers: Answers) -> Iterator[str]:
    """Yield what somebody should know before they say yes."""
    typed = answers.number("grid.peak_kw")
    if typed is not None and not read.why_not:
        yield f"U typte eerder {number(typed, 'kW')} als hoogste gebruik. Dat blijft staan, maar de meting telt."
    if read.minutes > 15:
        yield "Binnen een uur kan uw gebruik hoger zijn geweest. Met kwartieren weet ik het zeker."
    if not read.is_winter and not read.why_not:
        yield "Er zit geen winterdag bij. In de winter kan uw gebruik hoger zijn."
    yield from read.remarks
    if read.repeats:
        yield f"{plural(read.repeats, 'regel staat', 'regels staan')} er dubbel in. Die tel ik één keer."


def source_words(kept: KeptMeter) -> str:
    """Return where the kept days come from: the kind of file, never its name."""
    return f"Een {kept.summary.kind}-bestand, door u bevestigd op {day(kept.at.astimezone(HERE).date())}"
