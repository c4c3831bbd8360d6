"""The plan map beside answers, in words and figures people read."""

from collections.abc import Iterator

from cards.colours import Colour
from cards.formats import listing, number, percentage, plural
from cards.views.card import Fact, FactGroup
from cards.views.chart import Bar, BarChart
from cards.views.disclosure.plan_map_card import CompanyEntry
from dialogs.disclosure.factsheets import LABELS, rounded_for
from dialogs.terrains.power import NOTHING_YET, known_words
from domain.consent.consents import SHARING, Purpose
from domain.demand.outlooks import Fit
from domain.demand.quantities import Year
from domain.terrains.known_share import KnownShare
from domain.terrains.plan_comparison import CompanyLine, Comparison

PRESENT = Year.Y2030  # the year on which terrains are chosen (plan of approach, bijlage 7)
ALIKE = 0.05  # own assumption: two calculations that differ less say the same
OTHER_TOTAL = "De factsheet noemt een ander totaal: daarin telt mee wie dat zonder naam wil."
RECIPIENTS = {
    Purpose.TOTAL: "totaal",
    Purpose.COMPANIES: "bedrijven",
    Purpose.MUNICIPALITY: "gemeente",
    Purpose.OPERATOR: "netbeheerder",
    Purpose.APPROACH: "uitnodigen",
}
FITS = {
    Fit.FITS: "past",
    Fit.SPREAD_ONLY: "past alleen gespreid",
    Fit.NOT: "past niet",
    Fit.SHORT: "past niet in de uren",
    Fit.UNKNOWN: "niet bekend of het past",
}


def words_of(year: Comparison, known: KnownShare) -> Iterator[str]:
    """Yield the difference, and how much is known, in plain words."""
    asked, apart = year.plan.charging_kw if year.plan else None, year.difference_kw
    if asked is None or apart is None or year.plan is None:
        yield "De plankaart heeft voor dit terrein nog geen cijfers."
        return
    yield f"De plankaart rekent in {year.plan.year} met {number(float(asked), 'kW')}."
    if not year.counted:
        return
    companies = plural(year.counted, "bedrijf", "bedrijven")
    more = "meer" if apart >= 0 else "minder"
    if abs(apart) < ALIKE * float(asked):
        yield f"Dat is ongeveer evenveel als {companies} vragen als iedereen meteen laadt."
    else:
        yield f"Dat is {number(rounded_for(abs(apart)), 'kW')} {more} dan {companies} vragen als iedereen meteen laadt."
    yield from why_apart(year, known)


def why_apart(year: Comparison, known: KnownShare) -> Iterator[str]:
    """Yield why the plan map and the answers differ: how many vehicles are known, and what the plan map is."""
    if known.share is None or not year.planned_vehicles:
        yield "De plankaart is een berekening vooraf voor het hele terrein. Hoeveel voertuigen dat zijn, staat er niet bij."
    elif known.share > 1:
        yield f"Zij hebben meer voertuigen dan de plankaart: {number(year.vehicles)} tegen {number(year.planned_vehicles)}."
        yield "De plankaart kan hier te laag zijn."
    else:
        share = percentage(round(100 * known.share))
        yield f"Zij hebben {number(year.vehicles)} van de {number(year.planned_vehicles)} voertuigen op de plankaart, {share}."
        yield "Dat is genoeg om te vergelijken." if known.suffices else "Dat is te weinig om de plankaart mee te toetsen."


def grid_words(year: Comparison, known: KnownShare) -> Iterator[str]:
    """Yield whether what these companies ask fits on the grid of their terrain, per way to charge, once enough is known."""
    room = year.grid_kw
    if room is None or not year.counted:
        return
    opening = "Op het net is dan" if year.year is PRESENT else f"In {LABELS[year.year]} is op het net"
    if not known.suffices:
        yield f"{opening} {number(room, 'kW')} ruimte. {known_words(known)} {NOTHING_YET}"
        return
    ways = (("meteen laden", year.at_once_kw), ("gespreid laden", year.spread_kw), ("samen laden", year.together_kw))
    fits = next((words for words, kw in ways if kw <= room), "")
    yield f"{opening} {number(room, 'kW')} ruimte. {known_words(known)}"
    if not fits:
        short = rounded_for(year.together_kw - room)
        yield f"Ook als zij samen laden, past dat niet. Er is {number(short, 'kW')} tekort."
    elif fits == ways[0][0]:
        yield "Daar past het in, ook als iedereen meteen laadt."
    else:
        yield f"Meteen laden past daar niet in. {fits.capitalize()} past wel."
    if fits and known.rest >= 1:
        yield f"De andere {number(round(known.rest))} komen daar nog bij."


def saved_words(year: Comparison) -> str:
    """Return what charging together brings beside everybody spread alone; an empty text when that is nothing."""
    saved = year.spread_kw - year.together_kw
    return f"{number(rounded_for(saved), 'kW')} minder, {percentage(round(100 * saved / year.spread_kw))}" if saved >= 1 else ""


def chart_of(year: Comparison) -> BarChart | None:
    """Return the plan map beside the answers; None when one of the two says nothing."""
    asked = year.plan.charging_kw if year.plan else None
    if asked is None or not year.counted:
        return None
    return BarChart(
        title=f"Vermogen om te laden in {LABELS[year.year]}", unit="kW",
        bars=(
            Bar(name="Plankaart", colour=Colour.BESIDE, value=float(asked)),
            Bar(name="Meteen", colour=Colour.AT_ONCE, value=rounded_for(year.at_once_kw)),
            Bar(name="Gespreid", colour=Colour.SPREAD, value=rounded_for(year.spread_kw)),
        ),
    )  # fmt: skip


def group_of(year: Comparison) -> FactGroup:
    """Return one year: the plan map and the answers beside each other."""
    return FactGroup(title=LABELS[year.year], facts=(*plan_facts(year), *answer_facts(year)))


def plan_facts(year: Comparison) -> Iterator[Fact]:
    """Yield what the plan map says of a year."""
    plan = year.plan
    if plan is None:
        yield Fact(label="Plankaart", value="geen cijfers")
        return
    vehicles = plural(plan.vehicles, "voertuig", "voertuigen") if plan.vehicles is not None else ""
    asked = number(float(plan.charging_kw), "kW") if plan.charging_kw is not None else "niet bekend"
    yield Fact(label=f"Plankaart {plan.year}", value=asked, remark=vehicles)
    if plan.grid_kw is not None:
        yield Fact(label="Ruimte op het net", value=number(float(plan.grid_kw), "kW"))


def answer_facts(year: Comparison, who: str = "Antwoorden, ") -> Iterator[Fact]:
    """Yield what companies answered for a year; `who` is before each way to charge."""
    if not year.counted:
        yield Fact(label="Antwoorden", value="nog niets om op te tellen")
        return
    counted = f"{plural(year.counted, 'bedrijf', 'bedrijven')}, {plural(year.vehicles, 'voertuig', 'voertuigen')}"
    ways = (
        ("meteen", year.at_once_kw, counted),
        ("gespreid", year.spread_kw, ""),
        ("samen", year.together_kw, saved_words(year)),
    )
    for way, kw, remark in ways:
        label = f"{who}{way}" if who else way.capitalize()
        yield Fact(label=label, value=number(rounded_for(kw), "kW"), remark=remark)
    if rounded_for(year.sum_of_peaks_kw) > rounded_for(year.at_once_kw):
        value = number(rounded_for(year.sum_of_peaks_kw), "kW")
        yield Fact(label="Ieders eigen piek opgeteld", value=value, remark="die pieken vallen niet samen")
    if rounded_for(year.group_kw) < rounded_for(year.together_kw):
        yield Fact(label="Met groepscontract", value=number(rounded_for(year.group_kw), "kW"))
    yield Fact(label="Stroom per werkdag", value=number(rounded_for(year.kwh), "kWh"))


def entry_of(line: CompanyLine, *, with_consents: bool) -> CompanyEntry:
    """Return one company; for the project team with what it agreed to."""
    consents = consents_of(line) if with_consents else ""
    return CompanyEntry(name=line.company.company or "Naam nog niet bekend", lines=tuple(sentences_of(line)), consents=consents)


def sentences_of(line: CompanyLine) -> Iterator[str]:
    counts = [(LABELS[year], line.years[year].vehicles) for year in Year]
    known = [f"{label.lower()} {number(count)}" for label, count in counts if count is not None]
    if known:
        yield f"Elektrisch: {', '.join(known)}."
    present = line.years[PRESENT]
    if present.at_once_kw is None or present.spread_kw is None or present.kwh is None:
        yield "Nog geen schatting mogelijk."
        return
    kwh, at_once, spread = (rounded_for(one) for one in (present.kwh, present.at_once_kw, present.spread_kw))
    yield f"In 2030: {number(kwh, 'kWh')} per dag, meteen {number(at_once, 'kW')}, gespreid {number(spread, 'kW')}."
    yield f"Aansluiting: {FITS[line.outlook.years[PRESENT].fit]}."


def consents_of(line: CompanyLine) -> str:
    """Return what a company agreed to, and what not."""
    company = line.company
    if company.phoned:
        return "Ingevuld door de telefoon. Akkoord telt pas na bevestiging."
    yes = [RECIPIENTS[purpose] for purpose in SHARING if purpose in company.allowed]
    no = [RECIPIENTS[purpose] for purpose in SHARING if purpose not in company.allowed]
    agreed = f"Akkoord met: {listing(yes)}." if yes else "Nog nergens akkoord mee."
    return f"{agreed} Niet met: {listing(no)}." if yes and no else agreed


def held_words(held_back: int) -> Iterator[str]:
    """Yield why companies that agreed are not shown."""
    if held_back:
        yield f"{plural(held_back, 'bedrijf', 'bedrijven')} tonen wij u nog niet."
        yield "Anders is een ander bedrijf uit het totaal te halen."
