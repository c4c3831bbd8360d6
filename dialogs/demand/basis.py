"""Everything the outlook of one company rests on: its answers and our assumptions, with their sources, to be changed."""

from collections.abc import Iterator

from cards.formats import number
from cards.views.card import Choice
from cards.views.demand.assumptions import Assumed, Assumption, Assumptions
from cards.views.demand.outlook_words import question_label
from dialogs.demand.turning import site_for
from dialogs.turn.step import Step
from domain.demand.parameters import Parameter, Parameters
from domain.demand.quantities import Basis, Quantity, Year
from domain.demand.sites import Fleet, Site
from domain.demand.windows import Window
from domain.intake.answers import Answers
from domain.intake.question import Question
from domain.intake.questionnaire import QUESTIONS
from domain.intake.vehicles import WORDS

OWN = {
    Basis.SURE: "Uw antwoord.",
    Basis.ESTIMATE: "Uw schatting.",
    Basis.BETWEEN: "Dit weten wij niet. Het ligt tussen uw andere antwoorden.",
}
OWN_POINT = "Elk elektrisch voertuig dat hier laadt, heeft een eigen laadpunt."
MEASURED = "Uw gebruik komt uit uw meter: een werkdag in de winter, en de drukste dag. Zonnestroom telt zo mee."
BY_NIGHT = "Van 18 tot 6 uur rekenen wij met uw gebruik in de nacht. Overdag met uw hoogste gebruik."
ALL_DAY = "Uw gebruik in de nacht kennen wij niet. Uw hoogste gebruik telt daarom de hele dag en nacht."
WINTER = "Wij rekenen met een werkdag in de winter."
NO_SUN = "Zonnestroom telt hier niet mee."
AT_ONCE = "Meteen laden: alles gaat aan zodra een voertuig terug is."
SPREAD = "Gespreid is het laagste vermogen dat mogelijk is in de uren dat uw voertuigen stilstaan."
LOSSES = "Bij het laden gaat stroom verloren. Die loopt wel door uw meter."
HERE = "Wij tellen alleen de stroom die u op dit terrein laadt."
# The questions that may be changed for a class, in the order of the card; those of the whole company after them.
PER_CLASS = (
    "total", "electric_now", "electric_2030", "electric_2035", "km_per_day", "kwh_per_km", "at_night", "long_trips",
    "planned_kw", "back", "out", "heavy", "cooled", "days",
)  # fmt: skip
WHOLE = (
    "model.efficiency",
    "model.at_once",
    "connection.size",
    "grid.fuse",
    "grid.contracted_kw",
    "grid.peak_kw",
    "grid.night_kw",
    "own.cars",
)


def basis_card(step: Step) -> Assumptions:
    """Return the card with everything the outlook rests on."""
    answers, parameters = step.answers, step.known.house.parameters
    site = site_for(step)
    groups = [Assumed(title=f"Uw {WORDS[one.vehicle].many}", numbers=tuple(of_fleet(one, parameters))) for one in site.fleets]
    whole = Assumed(title="Voor uw hele bedrijf", numbers=tuple(of_site(site, parameters)))
    return Assumptions(
        intake=str(step.known.intake.id),
        title="Waar wij mee rekenen",
        lines=("Tussen haakjes staat hoe laag en hoe hoog het kan zijn.",),
        groups=(*groups, whole),
        rules_title="Zo rekenen wij",
        rules=rules_of(site),
        pick=tuple(Choice(value=question.name, title=question_label(question.name)) for question in changeable(site, answers)),
    )


def rules_of(site: Site) -> tuple[str, ...]:
    """Return how this company is reckoned with, in words that are true of it."""
    measured = site.measured is not None
    night = site.night_kw is not None
    use = MEASURED if measured else BY_NIGHT if night else ALL_DAY
    return (use, WINTER if measured else f"{WINTER} {NO_SUN}", OWN_POINT, HERE, LOSSES, AT_ONCE, SPREAD)


def changeable(site: Site, answers: Answers) -> tuple[Question, ...]:
    """Return the questions behind the numbers that this company can change now."""
    vehicles = [*site.uncounted, *(fleet.vehicle for fleet in site.fleets)]
    names = [f"{vehicle}.{name}" for vehicle in vehicles for name in PER_CLASS] + list(WHOLE)
    questions = [QUESTIONS[name] for name in names if name in QUESTIONS]
    return tuple(question for question in questions if question.applies(answers) or not question.ask.asked)


def of_fleet(fleet: Fleet, parameters: Parameters) -> Iterator[Assumption]:
    """Yield the numbers of one vehicle class."""
    for year in Year:
        count = fleet.electric[year]
        if count is not None:
            label = f"Elektrisch {'nu' if year is Year.NOW else f'in {year.label}'}"
            yield Assumption(label=label, value=shown(count, ""), source=source_of(count, ""))
    each = (
        ("Kilometers per werkdag", fleet.km, "km", parameters.km_per_day.of(fleet.vehicle).source),
        ("Verbruik per km", fleet.kwh_per_km, "kWh", parameters.consumption_source(fleet.vehicle)),
        ("Laadt hier", percent(fleet.on_site), "%", parameters.share_on_site.of(fleet.vehicle).source),
        ("Vermogen per laadpunt", fleet.charger_kw, "kW", parameters.charger_kw.of(fleet.vehicle).source),
    )
    holding = (
        parameters.km_per_day.of(fleet.vehicle),
        parameters.kwh_per_km.of(fleet.vehicle),
        parameters.share_on_site.of(fleet.vehicle),
        parameters.charger_kw.of(fleet.vehicle),
    )
    for (label, quantity, unit, source), parameter in zip(each, holding, strict=True):
        from_where = f"{source_of(quantity, source)}{holds_for(quantity, parameter)}"
        yield Assumption(label=label, value=shown(quantity, unit), source=from_where)
    hours = OWN.get(fleet.windows_basis, assumed(parameters.back.source))
    yield Assumption(label="Staat hier", value=window_words(fleet.windows[1]), source=hours)


def of_site(site: Site, parameters: Parameters) -> Iterator[Assumption]:
    """Yield the numbers of the whole company."""
    efficiency = percent(site.efficiency)
    label = QUESTIONS["model.efficiency"].label
    yield Assumption(label=label, value=shown(efficiency, "%"), source=source_of(efficiency, parameters.efficiency.source))
    at_once = "Volgens metingen" if site.at_once is None else shown(percent(site.at_once), "%")
    measured = assumed(parameters.simultaneity.source)
    yield Assumption(
        label=QUESTIONS["model.at_once"].label, value=at_once, source=measured if site.at_once is None else OWN[Basis.SURE]
    )
    for name, quantity in (("Uw aansluiting", site.connection_kw), ("Hoogste gebruik nu", site.peak_kw)):
        if quantity is None:
            yield Assumption(label=name, value="Nog niet bekend", source="Zonder dit weten wij niet of laden past.")
        else:
            yield Assumption(label=name, value=shown(quantity, "kW"), source=source_of(quantity, ""))


def percent(quantity: Quantity) -> Quantity:
    return Quantity(100 * quantity.low, 100 * quantity.middle, 100 * quantity.high, quantity.basis)


def shown(quantity: Quantity, unit: str) -> str:
    """Return a number with its bounds: "1,3 kWh (0,92 tot 1,7)"; of what lies between other answers only the bounds."""
    least, most = sorted((quantity.low, quantity.high))
    if least == most:
        return number(quantity.middle, unit)
    bounds = f"{number(least)} tot {number(most)}"
    if quantity.basis is Basis.BETWEEN:
        return f"{bounds} {unit}".strip()
    return f"{number(quantity.middle, unit)} ({bounds})"


def source_of(quantity: Quantity, source: str) -> str:
    """Return where a number comes from."""
    return OWN.get(quantity.basis, assumed(source))


def holds_for(quantity: Quantity, parameter: Parameter) -> str:
    """Return what an assumption holds for, behind its source; empty for what the company answered."""
    return f" Geldt voor: {parameter.holds_for}." if quantity.basis is Basis.ASSUMED and parameter.holds_for else ""


def assumed(source: str) -> str:
    """Return the source of an assumption; those of our own say so themselves."""
    return f"{source}." if source.startswith("Eigen") else f"Aanname. {source}."


def window_words(window: Window) -> str:
    if window.length == 0:
        return "Te kort om te laden"
    ends = (window.start, window.start + window.length)
    return " tot ".join(f"{quarter // 4 % 24:02d}:{quarter % 4 * 15:02d}" for quarter in ends)
