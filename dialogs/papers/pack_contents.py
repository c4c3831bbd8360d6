"""What each part of a package says today, and the files of it; a part that cannot be made yet says why."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from cards.formats import capital, clock, day, moment, plural, small, weekday
from cards.papers.contents import FlyerDate, FlyerPaper, TextChapter, TextGroup, TextPaper
from cards.papers.making import DOCUMENT, PDF, make_flyer, make_text_document, make_text_pages
from dialogs.disclosure.factsheets import public_factsheet
from dialogs.disclosure.plan_sheets import sheet_for
from dialogs.papers.pack_facts import PackFacts, words_of
from dialogs.sessions.invited.facts import first_invitation
from dialogs.turn.step import Step
from domain.calendar.here import HERE
from domain.demand.quantities import Year
from domain.door.entering import DoorWay
from domain.knowledge.items import Category, Item
from domain.papers.packs import PackPart, PartKind, as_typed, chapters, filled, fingerprint
from domain.papers.papers import Paper, file_name

FindItems = Callable[[Step], Awaitable[Mapping[str, Item]]]  # what companies may read today
# What questions are about, in the order in which they stand on paper.
ABOUT = {
    Category.APPROACH: "Over de aanpak",
    Category.LAW: "Over uw gegevens en de regels",
    Category.GRID: "Over het stroomnet",
    Category.CHARGING: "Over laden",
    Category.TOGETHER: "Over samen laden",
    Category.MONEY: "Over geld",
    Category.COMMUNICATION: "Over berichten",
    Category.CHOOSING: "Over de keuze van terreinen",
}
EARLY = 1  # questions of the first steps of the plan: whoever gets a package begins
NO_SESSION = "Er is nog geen bijeenkomst gepland. Daarom is er nog geen uitnodiging."
SCAN, NOTHING_COSTS = "Scan en doe mee", "Meedoen kost u niets."
KEPT_AFTER_YES = "Wij bewaren pas iets als u ja zegt. Stoppen kan altijd."


@dataclass(frozen=True, slots=True)
class PartContent:
    """A part as it is today: what one copies, with its headings marked, or `lacks`, why it is not there. `mark` changes with
    its words; `about` are the companies that are counted in it; `paper` is what its files are made of.
    """

    texts: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    mark: str = ""
    about: frozenset[UUID] = frozenset()
    paper: TextPaper | FlyerPaper | None = None


async def content_of(step: Step, facts: PackFacts, part: PackPart, find_items: FindItems) -> PartContent:
    """Return what a part is today."""
    match part.kind:
        case PartKind.FACTSHEET:
            return await factsheet(step, facts)
        case PartKind.QUESTIONS:
            return questions(facts, part, (await find_items(step)).values())
        case PartKind.FLYER:
            paper = flyer_of(step, facts)
            return PartContent(mark=fingerprint(*paper.words), paper=paper)
        case _ if (texts := await texts_of(step, facts, part)) is None:
            return PartContent(lacks=(NO_SESSION,))
    about = await step.stores.insight.counted_in(facts.terrain.id, step.known.now) if facts.counted else frozenset()
    return PartContent(tuple(map(as_typed, texts)), (), fingerprint(*texts), frozenset(about), text_paper(facts, part, texts))


async def texts_of(step: Step, facts: PackFacts, part: PackPart) -> Sequence[str] | None:
    """Return the texts of a part; None for an invitation while there is nothing to invite to."""
    if part.kind is not PartKind.INVITATION:
        return [filled(one, words_of(facts)) for one in part.texts]
    session = facts.session
    return None if session is None else [session.invitation or await first_invitation(step, session)]


async def factsheet(step: Step, facts: PackFacts) -> PartContent:
    """Return the state of the factsheet, which has a command of its own."""
    terrain, now = facts.terrain, step.known.now
    published = await step.stores.insight.published_total(terrain.id, now)
    lack = None if published.years else (await step.stores.insight.missing(terrain.id, now)).get(Year.Y2030)
    card = public_factsheet(step, terrain, published, await sheet_for(step.stores, terrain.id, now), lack)
    if not card.years and card.planned is None:
        return PartContent(lacks=card.lines)
    return PartContent(mark=fingerprint(card.model_dump_json(include={"years", "planned"})))


def questions(facts: PackFacts, part: PackPart, items: Iterable[Item]) -> PartContent:
    """Return the questions of the first steps with their answers, by what they are about."""
    known = {name: value for name, value in words_of(facts).items() if name in ("terrein", "stap", "organisatie", "contact")}
    known["gemeente"] = facts.terrain.municipality or ""
    known["sessie"] = moment(facts.session.plan.start) if facts.session is not None else ""
    early = [one for one in items if one.steps and min(one.steps) <= EARLY]
    groups = tuple(
        TextGroup(title=ABOUT[category], chapters=tuple(chapter_of(one, known) for one in early if one.category is category))
        for category in ABOUT
    )
    groups = tuple(one for one in groups if one.chapters)
    if not groups:
        return PartContent(lacks=("Er zijn nu geen vragen en antwoorden die gelden.",))
    paper = paper_of(facts, part, groups)
    said = (line for group in groups for one in group.chapters for line in (one.title, *one.paragraphs, *one.small))
    return PartContent(mark=fingerprint(*said), paper=paper)


def chapter_of(item: Item, known: Mapping[str, str]) -> TextChapter:
    """Return a question with its answer, where that comes from, and until when it holds."""
    link = (f"Lees verder: {item.link}",) if item.link else ()
    source = f"Bron: {item.source}. Geldig tot en met {day(item.valid_until)}."
    answer = " ".join(item.lines_with(known))
    return TextChapter(title=item.title, paragraphs=(answer,) if answer else (), small=(*link, source))


def text_paper(facts: PackFacts, part: PackPart, texts: Sequence[str]) -> TextPaper:
    """Return texts as a paper; of several each says how long it may be."""
    groups = tuple(
        TextGroup(
            title=f"Ten hoogste {declared.most} tekens" if declared is not None and declared.most else "",
            chapters=tuple(TextChapter(title=one.title, paragraphs=one.paragraphs) for one in chapters(text)),
        )
        for text, declared in zip(texts, part.texts or (None,), strict=True)
    )
    return paper_of(facts, part, groups)


def paper_of(facts: PackFacts, part: PackPart, groups: tuple[TextGroup, ...]) -> TextPaper:
    """Return a paper about a terrain."""
    house = facts.house
    return TextPaper(
        title=part.title, below=f"Voor {facts.terrain.label}", groups=groups, organisation=house.organisation,
        contact=f"Vragen? {house.contact}", dated=f"Stand van {day(facts.today)}.",
    )  # fmt: skip


def flyer_of(step: Step, facts: PackFacts, way: DoorWay = DoorWay.TERRAIN) -> FlyerPaper:
    """Return the flyer: with the square of the terrain, or that of its next session."""
    terrain, house, words = facts.terrain, facts.house, words_of(facts)
    return FlyerPaper(
        title=f"Flyer {terrain.label}",
        whom=f"Voor ondernemers op {terrain.label}",
        question=f"Kunt u straks nog laden op {terrain.name}?",
        fact=words["net"],
        date=date_of(facts),
        invites="Zoek mee naar een oplossing.",
        points=tuple(filter(None, (
            NOTHING_COSTS, "U beslist zelf wat u deelt en wat u kiest.", "U ziet wat uw bedrijf straks nodig heeft om te laden.",
            words["netbeheerder"],
        ))),
        address=facts.address_of(way),
        scan=SCAN,
        contact=f"{'Vragen' if facts.address_of(way) else 'Meedoen of vragen'}? {house.contact}",
        sender=f"Van: {house.organisation}",
        privacy=tuple(filter(None, (
            KEPT_AFTER_YES, f"Lees meer: {house.privacy_url}" if house.privacy_url else "",
        ))),
        organisation=house.organisation,
        at=step.known.now,
    )  # fmt: skip


def date_of(facts: PackFacts) -> FlyerDate | None:
    """Return when and where the next session is; None when none is planned."""
    if facts.session is None:
        return None
    plan = facts.session.plan
    start = plan.start.astimezone(HERE)
    return FlyerDate(
        title=f"Kom naar de {small(plan.kind.title)}", day=capital(weekday(start.date())),
        time=f"{clock(start.time())} tot {clock(plan.end.time())} uur", place=plan.place,
    )  # fmt: skip


async def papers_of(facts: PackFacts, part: PackPart, content: PartContent, step: Step) -> tuple[Paper, ...]:
    """Return the files of a part."""
    made, label, about = content.paper, facts.terrain.label, content.about
    if made is None:
        return ()
    if isinstance(made, FlyerPaper):
        pdf = await asyncio.to_thread(make_flyer, made)
        return (Paper(file_name(f"{made.title}.pdf"), PDF, pdf, "Een flyer om op te hangen, op één pagina.", about),)
    told = f"{part.title} voor {label}."
    document = await asyncio.to_thread(make_text_document, made)
    papers = (Paper(file_name(f"{part.title} {label}.docx"), DOCUMENT, document, told, about),)
    if part.kind is not PartKind.QUESTIONS:
        return papers
    pdf = await asyncio.to_thread(make_text_pages, made, step.known.now)
    count = plural(sum(len(group.chapters) for group in made.groups), "vraag", "vragen")
    return (Paper(file_name(f"{part.title} {label}.pdf"), PDF, pdf, f"{told} Dit zijn {count}.", about), *papers)
