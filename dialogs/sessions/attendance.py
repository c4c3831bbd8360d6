"""Who comes: what companies answered, whom the team enters itself, and who was there."""

from collections.abc import Mapping, Sequence

from cards.formats import plural
from cards.views.card import Choice, Fact, FactGroup
from cards.views.intake.field import Field, InputKind
from cards.views.sessions.session_card import SessionCard
from dialogs.sessions.cards import act, name_of, sides, when
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.intake.acceptance import clean_text, whole_number
from domain.intake.sections.company import CompanyPart
from domain.sessions.session import Session, earlier_groups
from domain.sessions.visitors import MOST_TOGETHER, Coming, Issue, Mark, Visitor, issue_of, issue_title, people

SHOWN = 40
STATES = {Coming.YES: "Komen", Coming.INVITED: "Nog geen antwoord", Coming.NO: "Komen niet"}
ISSUES = tuple(Choice(value=one.value, title=one.label) for one in Issue)
PARTS = tuple(
    Choice(value=one.value, title=one.label) for one in (CompanyPart.PROBLEM_OWNER, CompanyPart.SOLVER, CompanyPart.BOTH)
)
MARKS = tuple(Choice(value=one.value, title=one.label) for one in Mark)
NAMING = (Choice(value="yes", title="Ja"), Choice(value="no", title="Nee"))


async def visitors_card(step: Step, session: Session, message: str = "") -> SessionCard:
    """Return who comes, with a box to add or mark somebody."""
    visitors = await step.stores.sessions.visitors(session, step.known.now)
    hidden = max(0, len(visitors) - SHOWN)
    groups = tuple(
        FactGroup(title=title, facts=tuple(fact_of(one) for one in visitors[:SHOWN] if one.coming is state))
        for state, title in STATES.items()
        if any(one.coming is state for one in visitors[:SHOWN])
    )
    return SessionCard(
        title=f"Wie komt er: {session.plan.kind.title.lower()} {name_of(step, session.plan.terrain)}",
        lines=(
            when(session.plan),
            f"{plural(people(visitors), 'aanmelding', 'aanmeldingen')} van {session.plan.people}.",
            *((f"Nog {hidden} bedrijven staan niet op deze kaart.",) if hidden else ()),
        ),
        alarms=(message,) if message else (),
        groups=groups,
        box_title="Iemand toevoegen of aanvinken",
        fields=box_fields(visitors[:SHOWN], await earlier_choices(step, session)),
        box_buttons=(act(session, "Voeg toe", "enter", primary=True), *((act(session, "Vink aan", "mark"),) if visitors else ())),
        buttons=sides(session, "plan", "draft", "groups", "after"),
    )


def fact_of(visitor: Visitor) -> Fact:
    there = {True: "was er", False: "was er niet", None: ""}[visitor.attended]
    number = plural(visitor.people, "persoon", "personen") if visitor.coming is Coming.YES else ""
    group = f"groep {visitor.group}" if visitor.group else ""
    unnamed = "niet bij naam op papier" if visitor.coming is Coming.YES and not visitor.may_name else ""
    words = ", ".join(part for part in (visitor.name, number, issue_title(visitor.issue), group) if part)
    return Fact(label=visitor.company or "Bedrijf", value=words or "-", remark=", ".join(filter(None, (there, unnamed))))


async def earlier_choices(step: Step, session: Session) -> tuple[Choice, ...]:
    """Return the groups of last time, from which whoever is new chooses one."""
    others = [one for one in await step.stores.sessions.of_terrain(session.plan.terrain) if one.id != session.id]
    groups = earlier_groups(others, session.plan.start)[0] if session.plan.has_groups else ()
    return tuple(
        Choice(value=group.label, title=f"Groep {group.label}: {issue_title(group.issue) or 'gemengd'}") for group in groups
    )


def group_field(choices: tuple[Choice, ...], value: str = "") -> tuple[Field, ...]:
    """Return the field to choose a group of last time; none when there were no groups."""
    field = Field(name="group", label="Bij welke groep?", kind=InputKind.CHOICE, options=choices, value=value,
                  help="Alleen voor wie er de vorige keer niet was. De anderen zitten weer in hun eigen groep.")  # fmt: skip
    return (field,) if choices else ()


def box_fields(visitors: Sequence[Visitor], groups: tuple[Choice, ...]) -> tuple[Field, ...]:
    """Return the fields to add a company without Teams, and to mark one that is on the list."""
    listed = tuple(Choice(value=str(one.number), title=one.company or f"Nummer {one.number}") for one in visitors)
    mark = (
        Field(name="visitor", label="Wie wilt u aanvinken?", kind=InputKind.CHOICE, options=listed),
        Field(name="mark", label="Wat is er met dit bedrijf?", kind=InputKind.CHOICE, options=MARKS),
    )
    return (
        Field(name="company", label="Welk bedrijf komt er nog?", kind=InputKind.TEXT, max_length=120),
        Field(name="name", label="Wie komt er?", kind=InputKind.TEXT, max_length=120),
        Field(name="people", label="Met hoeveel mensen?", kind=InputKind.NUMBER, minimum=1, maximum=MOST_TOGETHER),
        Field(name="issue", label="Over welk vraagstuk?", kind=InputKind.CHOICE, options=ISSUES),
        Field(name="part", label="Welke rol heeft het bedrijf?", kind=InputKind.CHOICE, options=PARTS),
        *group_field(groups),
        Field(name="naming", label="Mag de naam op de dia's en de groepslijst?", kind=InputKind.CHOICE, options=NAMING),
        *(mark if visitors else ()),
    )


async def enter_visitor(step: Step, session: Session, inputs: Mapping[str, str]) -> None:
    """Add a company that the team spoke to itself."""
    company = clean_text(inputs.get("company", ""))[:120]
    if not company:
        step.show(ReplaceCard(await visitors_card(step, session, "Vul eerst de naam van het bedrijf in.")))
        return
    part = inputs.get("part", "")
    given = Visitor(
        0, company, clean_text(inputs.get("name", ""))[:120], people_in(inputs), issue_of(inputs.get("issue", "")),
        CompanyPart(part) if part in list(CompanyPart) else CompanyPart.UNKNOWN, Coming.YES,
        may_name=inputs.get("naming") == "yes", group=inputs.get("group", ""),
    )  # fmt: skip
    fresh = await step.stores.sessions.enter(session.id, given)
    message = "" if fresh else f"{company} stond er al bij. Het staat er nu zoals u het invulde."
    step.show(ReplaceCard(await visitors_card(step, session, message)))


def people_in(inputs: Mapping[str, str]) -> int:
    """Return with how many a company comes: one when nothing believable was filled in."""
    typed = whole_number(inputs.get("people", ""))
    return typed if 1 <= typed <= MOST_TOGETHER else 1


async def mark_visitor(step: Step, session: Session, inputs: Mapping[str, str]) -> None:
    """Note who comes after all, or who was there."""
    number, mark = whole_number(inputs.get("visitor", "")), inputs.get("mark", "")
    if not number or mark not in list(Mark):
        step.show(ReplaceCard(await visitors_card(step, session, "Kies eerst een bedrijf en wat u wilt aanvinken.")))
        return
    chosen = Mark(mark)
    there = {one.number: one for one in await step.stores.sessions.visitors(session, step.known.now)}
    if chosen is Mark.MAY_BE_NAMED and number in there and there[number].intake is not None:
        step.show(ReplaceCard(await visitors_card(step, session, "Dit bedrijf kiest dat zelf, met 'toestemming'.")))
        return
    await step.stores.sessions.mark(session.id, number, chosen)
    step.show(ReplaceCard(await visitors_card(step, session)))
