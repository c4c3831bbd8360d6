"""What is known for each point of a talk: facts of the company, and sentences to have at hand."""

from collections.abc import Callable, Iterator

from cards.formats import day, listing, moment, number
from cards.values import fact
from cards.views.card import Fact
from cards.views.demand import outlook_words, step_words
from cards.views.dossier.briefing import BriefingPoint
from dialogs.dossier.talk_facts import Gathered, day_spoken, sort_of
from dialogs.dossier.words import gist_of
from dialogs.forms.words import title_of
from dialogs.terrains.power import plan_map_facts
from domain.companies.parts_played import derive_part
from domain.demand.steps import first_step
from domain.dossier.briefing import TALK, Point, PointWords
from domain.dossier.forms import ActionForm, MandateForm, OfferForm
from domain.intake.answers import Answers
from domain.intake.path import Depth, Way
from domain.intake.questionnaire import QUESTIONS
from domain.intake.vehicles import WORDS, VehicleClass

MOST_OPEN = 5
OTHERS_TOO = "De plankaart gaat over het hele terrein. De indicatie hieronder gaat over dit bedrijf alleen."
ELECTRIC = (("elektrisch", "electric_now"), ("elektrisch in 2030", "electric_2030"), ("in 2035", "electric_2035"))
FLEET = tuple(f"{vehicle}." for vehicle in VehicleClass)

Lines = tuple[tuple[Fact, ...], tuple[str, ...]]


def point_of(words: PointWords, known: Gathered) -> BriefingPoint:
    """Return one point with what is known about it."""
    facts, items = FILLED[words.point](words, known)
    return BriefingPoint(title=words.title, advice=words.advice, facts=facts, items=items)


def answered(words: PointWords, answers: Answers) -> tuple[Fact, ...]:
    """Return the answers that belong to a point; the vehicles are together, a line for each class."""
    return tuple(
        fact(question, answers[name])
        for name, question in QUESTIONS.items()
        if words.is_about(name) and not name.startswith(FLEET) and name in answers and question.applies(answers)
    )


def fleet(answers: Answers) -> Iterator[Fact]:
    """Yield the vehicles of each class on one line: how many now and later, and when they are here."""
    for vehicle in VehicleClass:
        total = answers.number(f"{vehicle}.total")
        if not total:
            continue
        counts = [(label, answers.number(f"{vehicle}.{name}")) for label, name in ELECTRIC]
        electric = [f"{number(count)} {label}" for label, count in counts if count is not None]
        back, out = answers.known(f"{vehicle}.back"), answers.known(f"{vehicle}.out")
        stay = f"hier van {back} tot {out}" if back and out else ""
        yield Fact(label=WORDS[vehicle].many.capitalize(), value=listing([f"{number(total)} nu", *electric]), remark=stay)


def coffee(_: PointWords, known: Gathered) -> Lines:
    """Whom to speak with, and when that was last."""
    facts = [Fact(label="Contact", value=one.name or "naam onbekend", remark=one.work) for one in known.file.people]
    items = []
    for contact, origin in known.file.contacts:
        reach = ", ".join(filter(None, (contact.position, contact.phone, contact.email)))
        facts.append(Fact(label="In het register", value=contact.name or reach, remark=reach if contact.name else ""))
        if known.file.approached_at is None and origin is known.file.contacts[0][1]:
            items.append(f"Zeg bij dit eerste contact hoe u aan de gegevens komt: {origin.source} ({origin.ground}).")
    spoken = known.spoken
    if spoken is None:
        items.append("Er is nog geen contact met dit bedrijf genoteerd.")
    else:
        when, sort = day_spoken(spoken), sort_of(spoken).label
        items.append(f"Laatste contact: {day(when) if when else ''}, {sort.lower()}. {gist_of(spoken.form, spoken.data)}")
        items += [f"Toen was nieuw: {spoken.data['news']}"] if spoken.data.get("news") else []
    for action in known.open_of(ActionForm):
        late = " Deze is te laat." if action.is_late(known.today) else ""
        items.append(f"Open: {title_of(action)}, {gist_of(action.form, action.data)}.{late}")
    return tuple(facts), tuple(items)


def question(words: PointWords, known: Gathered) -> Lines:
    """What the company answered, what is still open, and how to take resistance."""
    answers = known.file.answers
    if not answers:
        return (), ("Dit bedrijf vulde nog niets in. Vul samen de korte vragen in.", TALK.resistance)
    items = ["Het bedrijf bevestigde deze antwoorden nog niet."] if not known.file.confirmed else []
    still = [one for one in Way(answers, Depth.SHORT).asked() if one.name not in answers and not one.ask.personal]
    labels = [outlook_words.question_label(one.name) for one in still[:MOST_OPEN]]
    items += [f"Nog open: {listing(labels)}"] if labels else []
    return (*fleet(answers), *answered(words, answers)), (*items, TALK.resistance)


def plan_map(_: PointWords, known: Gathered) -> Lines:
    """What the plan map says of the terrain, and the company's own indication."""
    facts = tuple(one for year in known.plan_map for one in plan_map_facts(year))
    sheet = f"Typ 'factsheet {known.place}' voor de cijfers die het bedrijf mag zien." if known.place else ""
    sheets = (sheet,) if sheet else ()
    if known.outlook is None:
        return facts, sheets
    return facts, (
        *sheets,
        *((OTHERS_TOO,) if facts else ()),
        "De indicatie voor dit bedrijf, zoals het die zelf ziet:",
        *outlook_words.indication_lines(known.outlook),
    )


def own_solution(words: PointWords, known: Gathered) -> Lines:
    """What the company would like itself."""
    return answered(words, known.file.answers), ()


def offered(words: PointWords, known: Gathered) -> Lines:
    """What it has and lacks, and a first step that would help."""
    answers, items = known.file.answers, []
    if answers:
        part = derive_part(answers)
        items.append(f"Rol op het terrein: {part.part.label.lower()}. {' '.join(part.reasons)}")
    items += [gist_of(entry.form, entry.data) for entry in known.open_of(OfferForm)]
    if known.outlook is not None and answers:
        step = first_step(known.outlook, answers)
        no_bays, is_small = answers.number("site.bays") == 0, answers.known("connection.size") == "small"
        advice = step_words.step_words(step, known.outlook, no_bays=no_bays, is_small=is_small)
        items.append(f"{step_words.STEP_TITLES[step]}. {advice}")
    return answered(words, answers), tuple(items)


def next_session(words: PointWords, known: Gathered) -> Lines:
    """What comes, and what is new for them."""
    planned = known.state.next_session(known.now)
    first = f"De volgende sessie is op {moment(planned)}." if planned else "Er staat nog geen sessie gepland."
    news = ("Nieuw voor dit bedrijf:", *known.news) if known.news else ("Er is niets nieuws sinds het laatste contact.",)
    return answered(words, known.file.answers), (first, *news)


def mandate(_: PointWords, known: Gathered) -> Lines:
    """Who may sign, and how far it is."""
    signers = [one.name for one in known.file.people if one.may_sign and one.name]
    mandates = known.open_of(MandateForm)
    state = gist_of(MandateForm, mandates[0].data) if mandates else "nog niet gevraagd"
    facts = (Fact(label="Machtiging", value=state), *(Fact(label="Mag tekenen", value=name) for name in signers))
    return facts, ()


FILLED: dict[Point, Callable[[PointWords, Gathered], Lines]] = {
    Point.COFFEE: coffee,
    Point.QUESTION: question,
    Point.PLAN_MAP: plan_map,
    Point.OWN_SOLUTION: own_solution,
    Point.OFFERED: offered,
    Point.NEXT_SESSION: next_session,
    Point.MANDATE: mandate,
}
