"""From an outlook to its card: which words, which bars, which buttons."""

from cards.verbs import Verb
from cards.views.card import Button, FactGroup
from cards.views.demand import outlook_words as words
from cards.views.demand.alternative_words import alternative_words
from cards.views.demand.company_outlook import CompanyOutlook, FirstThing
from cards.views.demand.cost_words import cost_group, cost_lines, with_yearly
from cards.views.demand.headline import deciding_names, headline, headline_tone
from cards.views.demand.step_words import STEP_TITLES, step_words
from cards.views.demand.turning_words import DIVIDED, SMALL_TITLE, SUPPOSED, SUPPOSED_TITLE, kept_headline, kept_step
from dialogs.demand.basis import rules_of
from dialogs.demand.turning import OFF, ON, UNTURNED, DrawnOutlook, OutlookTurn, tapped
from dialogs.turn.step import Step
from domain.demand.companies import outlook_of
from domain.demand.measured import MeasuredDays
from domain.demand.outlooks import Outlook
from domain.demand.parameters import Parameters
from domain.demand.sites import site_of
from domain.demand.steps import FirstStep, first_step
from domain.demand.verdicts.alternatives import alternatives_of
from domain.demand.verdicts.costs import costs_of
from domain.intake.answers import Answers
from domain.intake.question import Question
from domain.intake.questionnaire import QUESTIONS
from domain.intake.sections.grid import GridOperator
from domain.intake.vehicles import VehicleClass

MOST_SHARPENED = 3
RELEVANT = frozenset({*(vehicle.value for vehicle in VehicleClass), "connection", "grid", "model", "own"})
MEASURED = "Wij rekenen met wat uw meter mat. Typ 'mijn meter' om dat te zien of te wissen."
BETTER = "Met uw antwoord weten wij het beter."
UNITS = "kWh is hoeveel stroom u laadt. kW is hoeveel stroom u op één moment nodig heeft."
DECIDE, PAPER = "Beantwoord dit", "mijn laadvraag op papier"
SUBSIDY = "Of er subsidie is, verandert vaak. Typ 'subsidie' voor wat wij daarvan weten."
STRATEGIES = "Meteen: laden zodra een voertuig terug is. Gespreid: verdeeld over de uren dat het stilstaat."


def outlook_for(answers: Answers, parameters: Parameters, measured: MeasuredDays | None = None) -> Outlook:
    return outlook_of(site_of(answers, parameters, measured), parameters)


def outlook_card(step: Step, drawn: DrawnOutlook) -> CompanyOutlook:
    """Return the outlook of the company that this step is about, as it is drawn."""
    answers = drawn.supposed.step.answers if drawn.supposed is not None else step.answers
    outlook, intake = drawn.outlook, str(step.known.intake.id)
    first, deciding = first_step(outlook, answers), decisive(outlook, answers)
    settled = drawn.supposed is not None or drawn.turns != UNTURNED  # what is only supposed is not asked about
    asked = () if settled else deciding
    sharpen = tuple(question for question in sharpening(outlook, answers) if question not in asked)
    costs, about_costs = costs_for(step, drawn, answers)
    return CompanyOutlook(
        label=words.INDICATION if drawn.supposed is None else drawn.supposed.label,
        title="Uw laadvraag" if drawn.supposed is None else "Wat als?",
        verdict=headline(outlook) if drawn.kept is None else kept_headline(outlook, drawn.kept),
        tone=headline_tone(outlook),
        decides=tuple(words.deciding_label(question.name) for question in asked),
        decide=side_button(intake, DECIDE, "decide", primary=True) if asked else None,
        changed=drawn.changed,
        chart=drawn.chart,
        taps=taps_of(intake, drawn),
        first=first_thing(first, drawn, answers, is_asked=not settled),
        explained=(UNITS, STRATEGIES) if outlook.is_possible and words.verdict(outlook) != words.NO_NEED else (),
        groups=tuple(with_yearly(words.year_group(year), year) for year in outlook.years.values()),
        lines=(
            *lines_of(drawn, answers),
            *((MEASURED,) if drawn.site.measured and outlook.is_possible else ()),
            *alternative_words(alternatives_of(drawn.site, outlook, step.known.house.parameters)),
        ),
        sharpen_title="Dit maakt uw indicatie scherper" if sharpen else "",
        sharpen=tuple(words.question_label(question.name) for question in sharpen[:MOST_SHARPENED]),
        costs=costs,
        cost_lines=(*about_costs, SUBSIDY) if costs is not None else (),
        note=" ".join(rules_of(drawn.site)[:2]) if outlook.is_possible else "",
        buttons=buttons_of(intake, can_sharpen=bool(sharpen), primary=not asked),
    )


def first_thing(first: FirstStep, drawn: DrawnOutlook, answers: Answers, *, is_asked: bool) -> FirstThing:
    """Return the first step; where it fits only as it was supposed, it is about that and no all-clear."""
    if first in (FirstStep.BEGIN, FirstStep.SPREAD):
        if drawn.kept is not None:
            return FirstThing(title=SMALL_TITLE, text=kept_step(first, drawn.kept))
        if drawn.supposed is not None or OutlookTurn.FEWER in drawn.turns:
            divided = f" {DIVIDED}" if first is FirstStep.SPREAD else ""
            return FirstThing(title=SUPPOSED_TITLE, text=f"{SUPPOSED}{divided}")
    return FirstThing(title=STEP_TITLES[first], text=first_words(first, drawn.outlook, answers, is_asked=is_asked))


def first_words(first: FirstStep, outlook: Outlook, answers: Answers, *, is_asked: bool) -> str:
    """Return the first step in words; what decides is not said twice where the card asks for it."""
    if first is FirstStep.DECIDE and is_asked:
        return BETTER
    no_bays, is_small = answers.number("site.bays") == 0, answers.known("connection.size") == "small"
    return step_words(first, outlook, no_bays=no_bays, operator=operator_of(answers), is_small=is_small)


def taps_of(intake: str, drawn: DrawnOutlook) -> tuple[Button, ...]:
    """Return the taps that redraw the card; those that are on turn it back. None where nothing is drawn."""
    if drawn.chart is None:
        return ()
    what = {"what": drawn.supposed.text} if drawn.supposed is not None else {}
    return tuple(
        Button(
            title=OFF[turn] if turn in drawn.turns else ON[turn],
            verb=Verb.OUTLOOK,
            data={"intake": intake, "side": "result", "turn": ",".join(sorted(tapped(drawn.turns, turn))), **what},
        )
        for turn in OutlookTurn
    )


def decisive(outlook: Outlook, answers: Answers) -> tuple[Question, ...]:
    """Return the questions whose answers could change the verdict, as far as they can be answered now."""
    questions = (QUESTIONS[name] for name in deciding_names(outlook) if name in QUESTIONS)
    return tuple(question for question in questions if question.applies(answers) or not question.ask.asked)


def costs_for(step: Step, drawn: DrawnOutlook, answers: Answers) -> tuple[FactGroup | None, tuple[str, ...]]:
    """Return what it costs as an order of size, and how sure that is; nothing where there is nothing to pay for."""
    parameters, operator = step.known.house.parameters, str(answers.known("connection.operator") or "")
    costs = costs_of(drawn.site, drawn.outlook, parameters, step.today, chargers_of(answers), operator)
    group = cost_group(costs) if costs is not None else None
    return (group, cost_lines(costs)) if costs is not None and group is not None else (None, ())


def chargers_of(answers: Answers) -> dict[VehicleClass, float]:
    """Return how many charging points of each class stand here already."""
    return {vehicle: answers.number(f"{vehicle}.chargers") or 0.0 for vehicle in VehicleClass}


def lines_of(drawn: DrawnOutlook, answers: Answers) -> tuple[str, ...]:
    """Return what is said beside the numbers: the room, what does not fit in the hours, what comes back on Friday, what lacks."""
    outlook = drawn.outlook
    if not outlook.is_possible:
        return ()
    daytime = any(answers.known(f"{vehicle}.daytime") in ("yes", "sometimes") for vehicle in VehicleClass)
    away = ((fleet.vehicle, answers.number(f"{fleet.vehicle}.long_trips") or 0.0) for fleet in drawn.site.fleets)
    return (
        words.room_words(outlook.room),
        *words.left_words(outlook, daytime=daytime),
        *words.friday_words((vehicle, part) for vehicle, part in away if part > 0),
        *words.missing_words(outlook),
        *words.empty_words(outlook),
    )


def operator_of(answers: Answers) -> str:
    """Return the name of the grid operator; empty when it is another one or not known."""
    known = answers.known("connection.operator")
    return GridOperator(known).label if known in list(GridOperator) and known != GridOperator.OTHER else ""


def sharpening(outlook: Outlook, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that may be asked now and would make the outlook sharper, the best first."""
    return tuple(QUESTIONS[name] for name in outlook.sharpen if QUESTIONS[name].applies(answers))


def buttons_of(intake: str, *, can_sharpen: bool, primary: bool) -> tuple[Button, ...]:
    """Return what else one can do; sharpening is what most people want where nothing decides."""
    sharpen = (side_button(intake, "Maak het scherper", "sharpen", primary=True),) if can_sharpen and primary else ()
    paper = Button(title="Op papier", verb=Verb.SAY, data={"text": PAPER})
    return (*sharpen, side_button(intake, "Waar wij mee rekenen", "basis"), paper)


def side_button(intake: str, title: str, side: str, *, primary: bool = False) -> Button:
    return Button(title=title, verb=Verb.OUTLOOK, data={"intake": intake, "side": side}, primary=primary)


def offer(step: Step) -> str:
    """Return the offer to see the outlook again, when an answer of this step can change it; else an empty text."""
    changed = any(name.partition(".")[0] in RELEVANT for name in step.given)
    return "Hiermee verandert ook uw laadvraag. Typ 'mijn laadvraag' om die te zien." if changed else ""
