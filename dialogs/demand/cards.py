"""From an outlook to its card: which words, which bars, which buttons."""

from cards.colours import Colour
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.chart import Bar, BarChart
from cards.views.demand import outlook_words as words
from cards.views.demand.alternative_words import alternative_words
from cards.views.demand.company_outlook import CompanyOutlook, FirstThing
from dialogs.turn.step import Step
from domain.demand.companies import outlook_of
from domain.demand.measured import MeasuredDays
from domain.demand.outlooks import Outlook
from domain.demand.parameters import Parameters
from domain.demand.sites import site_of
from domain.demand.steps import first_step
from domain.demand.verdicts.alternatives import alternatives_of
from domain.intake.answers import Answers
from domain.intake.question import Question
from domain.intake.questionnaire import QUESTIONS
from domain.intake.sections.grid import GridOperator
from domain.intake.vehicles import VehicleClass

MOST_SHARPENED = 3
RELEVANT = frozenset({*(vehicle.value for vehicle in VehicleClass), "connection", "grid", "model"})
RULES = "Wij rekenen met een werkdag in de winter. Zonnestroom telt hier niet mee."
MEASURED = "Wij rekenen met wat uw meter mat. Typ 'mijn meter' om dat te zien of te wissen."
UNITS = "kWh is hoeveel stroom u laadt. kW is hoeveel stroom u op één moment nodig heeft."
STRATEGIES = "Meteen: laden zodra een voertuig terug is. Gespreid: verdeeld over de uren dat het stilstaat."


def outlook_for(answers: Answers, parameters: Parameters, measured: MeasuredDays | None = None) -> Outlook:
    return outlook_of(site_of(answers, parameters, measured), parameters)


def outlook_card(step: Step) -> CompanyOutlook:
    """Return the outlook of the company that this step is about."""
    answers, parameters = step.answers, step.known.house.parameters
    site = site_of(answers, parameters, step.measured)
    outlook = outlook_of(site, parameters)
    first, sharpen = first_step(outlook, answers), sharpening(outlook, answers)
    chart = chart_of(outlook)
    return CompanyOutlook(
        label=words.INDICATION,
        title="Uw laadvraag",
        verdict=words.verdict(outlook),
        tone=words.tone(outlook),
        chart=chart,
        explained=(UNITS, STRATEGIES) if outlook.is_possible and words.verdict(outlook) != words.NO_NEED else (),
        groups=tuple(words.year_group(year) for year in outlook.years.values()),
        lines=(
            *lines_of(outlook, answers),
            *((MEASURED,) if step.measured and outlook.is_possible else ()),
            *alternative_words(alternatives_of(site, outlook, parameters)),
        ),
        first=FirstThing(
            title=words.STEP_TITLES[first],
            text=words.step_words(
                first,
                outlook,
                no_bays=answers.number("site.bays") == 0,
                operator=operator_of(answers),
                is_small=answers.known("connection.size") == "small",
            ),
        ),
        sharpen_title="Dit maakt uw indicatie scherper" if sharpen else "",
        sharpen=tuple(words.question_label(question.name) for question in sharpen[:MOST_SHARPENED]),
        note=RULES if outlook.is_possible else "",
        buttons=buttons_of(str(step.known.intake.id), can_sharpen=bool(sharpen)),
    )


def lines_of(outlook: Outlook, answers: Answers) -> tuple[str, ...]:
    """Return what is said beside the numbers: the room, what does not fit in the hours, and what is not counted."""
    if not outlook.is_possible:
        return ()
    daytime = any(answers.known(f"{vehicle}.daytime") in ("yes", "sometimes") for vehicle in VehicleClass)
    return (words.room_words(outlook.room), *words.left_words(outlook, daytime=daytime), *words.missing_words(outlook))


def operator_of(answers: Answers) -> str:
    """Return the name of the grid operator; empty when it is another one or not known."""
    known = answers.known("connection.operator")
    return GridOperator(known).label if known in list(GridOperator) and known != GridOperator.OTHER else ""


def sharpening(outlook: Outlook, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that may be asked now and would make the outlook sharper, the best first."""
    return tuple(QUESTIONS[name] for name in outlook.sharpen if QUESTIONS[name].applies(answers))


def chart_of(outlook: Outlook) -> BarChart | None:
    """Return the peaks of the years whose numbers the company gave, and its room; None when there is nothing to charge."""
    bars: list[Bar] = []
    for year in outlook.years.values():
        if year.is_given and year.kwh.middle > 0:
            at_once, spread = words.rounded(year.at_once_kw.middle), words.rounded(year.spread_kw.middle)
            bars.append(Bar(name=f"{year.year.label.capitalize()} meteen", colour=Colour.AT_ONCE, value=at_once))
            bars.append(Bar(name=f"{year.year.label.capitalize()} gespreid", colour=Colour.SPREAD, value=spread))
    if not bars:
        return None
    room = outlook.room
    if room is not None and room.is_known and room.kw.middle >= 0:
        bars.append(Bar(name="Uw ruimte", colour=Colour.BESIDE, value=words.rounded(room.kw.middle)))
    return BarChart(title="Hoogste vermogen om te laden", unit="kW", bars=tuple(bars))


def buttons_of(intake: str, *, can_sharpen: bool) -> tuple[Button, ...]:

    def side(title: str, name: str, *, primary: bool = False) -> Button:
        return Button(title=title, verb=Verb.OUTLOOK, data={"intake": intake, "side": name}, primary=primary)

    sharpen = (side("Maak het scherper", "sharpen", primary=True),) if can_sharpen else ()
    own = Button(title="Mijn antwoorden", verb=Verb.SAY, data={"text": "overzicht"})
    return (*sharpen, side("Waar wij mee rekenen", "basis"), own)


def offer(step: Step) -> str:
    """Return the offer to see the outlook again, when an answer of this step can change it; else an empty text."""
    changed = any(name.partition(".")[0] in RELEVANT for name in step.given)
    return "Hiermee verandert ook uw laadvraag. Typ 'mijn laadvraag' om die te zien." if changed else ""
