"""The whole intake: every section bound to its questions and pages, in order. Everything else follows from here."""

from collections.abc import Iterator
from math import inf

from domain.intake.binding import annotated, bound
from domain.intake.declaration import Ask, Section
from domain.intake.options import Option
from domain.intake.plausibility import Check, Unlikely
from domain.intake.question import Page, Question, fill
from domain.intake.sections.charging import Charging
from domain.intake.sections.company import CompanySection, ContactSection
from domain.intake.sections.fleet import Electric, Fuels, Vehicles
from domain.intake.sections.grid import ConnectionSection, Power, Upgrade
from domain.intake.sections.model import Consumption, CooledRigids, Everywhere, HeavyLightTrucks
from domain.intake.sections.own_power import OwnPower
from domain.intake.sections.site import SiteSection
from domain.intake.sections.together import Attitude, Directions, Ideas
from domain.intake.vehicles import WORDS, VehicleClass

SECTIONS: tuple[type[Section], ...] = (
    CompanySection, ContactSection, Vehicles, Electric, Fuels, Charging, SiteSection, ConnectionSection, Power, Upgrade, OwnPower,
    Attitude, Directions, Ideas, Consumption, HeavyLightTrucks, CooledRigids,
    Everywhere,
)  # fmt: skip


def words_for(member: Option | None) -> dict[str, str]:
    """Return what {one}, {many}, {weight}, {label} and {idea} stand for in the texts of one section instance."""
    if isinstance(member, VehicleClass):
        words = WORDS[member]
        return {"one": words.one, "many": words.many, "Many": words.many.capitalize(), "weight": words.weight}
    return {"label": member.label, "idea": member.label[0].lower() + member.label[1:]} if member else {}


def bind(section: type[Section], field: str, annotation: object, member: Option | None) -> Question:
    """Return the question that one annotated field declares, for one member of the section's enumeration."""
    prefix = member.value if member else section.key
    shared = bound(annotation, words_for(member))
    ask: Ask = shared["ask"]
    conditions = tuple(c.within(prefix) for c in (section.only_if, ask.only_if) if c is not None)
    return Question(
        **shared,
        name=f"{prefix}.{field}",
        page=page_key(section, member),
        chapter=section.chapter,
        core=ask.core if isinstance(ask.core, bool) else ask.core.within(prefix),
        conditions=conditions,
        default=ask.defaults.get(prefix),
    )


def page_key(section: type[Section], member: Option | None) -> str:
    """Return the key of the card: one per section, or one per member for sections asked per class."""
    return f"{section.key}.{member.value}" if member and not section.joint else section.key


def members_of(section: type[Section]) -> tuple[Option | None, ...]:
    """Return what the section is asked for: each member of its enumeration, or just once."""
    return tuple(section.per) if section.per else (None,)


def pages_of(section: type[Section]) -> Iterator[Page]:
    groups: dict[str, list[Question]] = {}
    titles: dict[str, dict[str, str]] = {}
    for member in members_of(section):
        for field, annotation in annotated(section):
            question = bind(section, field, annotation, member)
            groups.setdefault(question.page, []).append(question)
            titles[question.page] = words_for(member)
    for key, questions in groups.items():
        yield Page(key, fill(section.title, titles[key]), section.intro, section.chapter, tuple(questions))


def checks_of(section: type[Section]) -> Iterator[Check]:
    """Yield the plausibility checks of a section, for each class it is asked for."""
    for member in members_of(section):
        prefix = member.value if member else section.key
        for check in section.checks:
            yield check.within(prefix, words_for(member))


PAGES: tuple[Page, ...] = tuple(page for section in SECTIONS for page in pages_of(section))
QUESTIONS: dict[str, Question] = {question.name: question for page in PAGES for question in page.questions}
DOUBTS: tuple[Check, ...] = tuple(
    Unlikely(question.name, question.rule.unlikely_above, "Dat is meer dan wij meestal zien.")
    for question in QUESTIONS.values()
    if question.rule.unlikely_above is not None
)
FAR_BELOW = 10  # a number so many times below the average is asked back once
TOO_FEW: tuple[Check, ...] = tuple(
    Unlikely(question.name, inf, "Dat is minder dan wij meestal zien.", question.default.value / FAR_BELOW)
    for question in QUESTIONS.values()
    if question.default is not None and isinstance(question.default.value, int | float)
)
CHECKS: tuple[Check, ...] = (*(check for section in SECTIONS for check in checks_of(section)), *DOUBTS, *TOO_FEW)
PAGE_BY_KEY: dict[str, Page] = {page.key: page for page in PAGES}
