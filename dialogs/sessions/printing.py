"""A session on paper: run sheet, slides and appointment; companies are named only as far as they agreed to that."""

import asyncio
from collections.abc import Sequence

from cards.formats import day_of
from cards.papers.invitation import MEDIA_TYPE as CALENDAR
from cards.papers.invitation import make_invitation
from cards.papers.run_sheet import MEDIA_TYPE as DOCUMENT
from cards.papers.run_sheet import make_run_sheet
from cards.papers.session import BlockLine, Figures, GroupLine, MemberLine, SessionPaper, ToDoLine
from cards.papers.slides import MEDIA_TYPE as SLIDES
from cards.papers.slides import make_slides
from dialogs.insight.factsheets import years_of
from dialogs.replies import OfferPaper
from dialogs.sessions.dividing import there
from dialogs.sessions.showing import name_of
from dialogs.step import Step
from domain.papers import Paper, file_name
from domain.sessions.blocks import Fact
from domain.sessions.grouping.making import lead_groups
from domain.sessions.plan import steps_of, timed
from domain.sessions.preparing import checklist
from domain.sessions.remarks import remarks
from domain.sessions.session import Session
from domain.sessions.terrain_facts import known_facts
from domain.sessions.visitors import Visitor, coming, guest_id, guest_name, issue_title, seats
from domain.totals import TerrainTotal

SOMEBODY = "Een deelnemer"
NEXT = ("Morgen krijgt u deze dia's.", "Over een week krijgt u de uitwerking en de volgende datum.")


async def print_session(step: Step, session: Session) -> None:
    """Offer the three papers of a session."""
    visitors = await step.stores.sessions.visitors(session, step.known.now)
    paper = await session_paper(step, session, visitors)
    about = frozenset(one.intake for one in coming(visitors) if one.intake is not None and one.may_name)
    if paper.figures is not None:
        about |= await step.stores.insight.counted_in(session.plan.terrain, step.known.now)
    for name, media_type, content, words in (
        ("draaiboek.docx", DOCUMENT, await asyncio.to_thread(make_run_sheet, paper), "Het draaiboek, om te printen."),
        ("dia's.pptx", SLIDES, await asyncio.to_thread(make_slides, paper), "De dia's voor in de zaal."),
        ("afspraak.ics", CALENDAR, make_invitation(paper, session.id, step.known.now), "De afspraak voor in een agenda."),
    ):
        step.show(OfferPaper(Paper(file_name(f"{paper.heading} {name}"), media_type, content, words, about)))


async def session_paper(step: Step, session: Session, visitors: Sequence[Visitor]) -> SessionPaper:
    """Return everything the papers show."""
    plan, terrain = session.plan, step.stores.terrains.named(session.plan.terrain)
    issues = [issue_title(key) for key in await step.stores.sessions.problems(plan.terrain, step.known.now)]
    figures = figures_of(await step.stores.insight.published_total(plan.terrain, step.known.now))
    todo = checklist(plan, known_facts(session, visitors, has_factsheet=figures is not None), session.ticked)
    named = tuple(one.company for one in coming(visitors) if one.may_name and one.company)
    return SessionPaper(
        title=plan.kind.title,
        terrain=name_of(step, plan.terrain),
        municipality=terrain.municipality if terrain and terrain.municipality else "",
        organisation=step.known.house.organisation,
        start=plan.start,
        end=plan.end,
        place=plan.place,
        people=plan.people,
        facilitators=plan.facilitators,
        version=plan.version,
        goal=plan.kind.goal,
        blocks=block_lines(session, named, issues, (figures.note,) if figures else ()),
        remarks=remarks(plan, step.known.now),
        checklist=tuple(ToDoLine(text=line.text, owner=line.owner.value, due=line.due, done=line.done) for line in todo),
        companies=named if any(Fact.COMPANIES in block.facts for block in plan.blocks) else (),
        issues=tuple(issues),
        example=session.example,
        figures=figures,
        groups=group_lines(session, visitors),
        self_guided=plan.is_self_guided,
        homework=plan.kind.homework,
        next_steps=NEXT if any(block.kind == "feedback" for block in plan.blocks) else (),
    )


def figures_of(total: TerrainTotal) -> Figures | None:
    """Return what was published about a terrain, in kW; None when nothing was. What only the team may see is on no paper."""
    shown = years_of(total)
    if not shown or total.newest is None:
        return None
    words = f"Indicatie van {shown[-1].companies} bedrijven, stand van {day_of(total.newest)}."
    series = (
        ("meteen laden", tuple(one.at_once for one in shown)),
        ("gespreid laden", tuple(one.spread for one in shown)),
        ("samen laden", tuple(one.together for one in shown)),
    )
    return Figures(years=tuple(one.label for one in shown), series=series, note=words)


def block_lines(
    session: Session, companies: Sequence[str], issues: Sequence[str], factsheet: Sequence[str] = ()
) -> tuple[BlockLine, ...]:
    """Return the blocks with their times and the terrain's own facts."""
    facts = {
        Fact.COMPANIES: tuple(companies),
        Fact.FACTSHEET: tuple(factsheet),
        Fact.PROBLEMS: tuple(issues),
        Fact.EXAMPLE: (session.example,) if session.example else (),
        Fact.DIRECTIONS: session.directions,
    }
    return tuple(
        BlockLine(
            start=part.start, end=part.end, title=part.block.title, goal=part.block.goal, form=part.block.form,
            leads=tuple(lead.value for lead in part.block.leads), bring=part.block.bring, say=part.block.say,
            steps=steps_of(part.block), facts=tuple(line for fact in part.block.facts for line in facts.get(fact, ())),
        )
        for part in timed(session.plan)
    )  # fmt: skip


def group_lines(session: Session, visitors: Sequence[Visitor]) -> tuple[GroupLine, ...]:
    """Return the groups; who did not agree to be shown is "een deelnemer"."""
    members = {guest_id(one, place): member_line(one, place) for one, place in seats(visitors)}
    grouping = there(session.grouping, members)
    leads = lead_groups(grouping, session.plan.facilitators)
    return tuple(
        GroupLine(
            label=group.label, issue=issue_title(group.issue), leader=", ".join(leads[group.label]),
            members=tuple(members[one].model_copy(update={"why": grouping.why.get(one, "")}) for one in group.members),
        )
        for group in grouping.groups
    )  # fmt: skip


def member_line(visitor: Visitor, place: int) -> MemberLine:
    """Return somebody in a group, as far as they may be shown."""
    if not visitor.may_name:
        return MemberLine(name=SOMEBODY)
    return MemberLine(name=guest_name(visitor, place), company=visitor.company)
