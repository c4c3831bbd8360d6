"""A session on paper: run sheet, slides and appointment; companies are named only as far as they agreed to that."""

import asyncio
import datetime
from collections.abc import Mapping, Sequence
from uuid import UUID

from cards.papers.making import DOCUMENT, SLIDES, make_run_sheet, make_slides
from cards.papers.session import BlockLine, GroupLine, MemberLine, SessionPaper, ToDoLine
from dialogs.door.ways import address_of, offer_square
from dialogs.sessions.calendar import appointment_of, calendar_paper
from dialogs.sessions.cards import name_of
from dialogs.sessions.facts import facts_of
from dialogs.sessions.groups import there
from dialogs.sessions.invited.partner_words import led_by
from dialogs.stores.stores import Stores
from dialogs.turn.known import House
from dialogs.turn.replies import OfferPaper, Reply, Say, StartWork
from dialogs.turn.step import Step
from dialogs.turn.work import Work, Working
from domain.access.roles import Right
from domain.door.entering import DoorWay
from domain.papers.papers import Paper, file_name
from domain.sessions.blocks import TerrainFact
from domain.sessions.grouping.making import lead_groups
from domain.sessions.plan import steps_of, timed
from domain.sessions.preparing import checklist
from domain.sessions.remarks import remarks
from domain.sessions.session import Session
from domain.sessions.visitors import Visitor, coming, guest_id, guest_name, issue_title, seats

SOMEBODY = "Een deelnemer"
NEXT = ("Morgen krijgt u deze dia's.", "Over een week krijgt u de uitwerking en de volgende datum.")


async def print_session(step: Step, session: Session) -> None:
    """Let the papers of a session be made; they follow by themselves."""
    title = f"De papieren van: {session.plan.kind.title.lower()} {name_of(step, session.plan.terrain)}"
    step.show(StartWork(PRINT.name, title, {"session": str(session.id)}))


async def make_papers(working: Working) -> Sequence[Reply]:
    """Make run sheet, slides and appointment of a session as it is now."""
    session = await working.stores.sessions.find(UUID(working.ids["session"]))
    if session is None:
        return [Say("Deze sessie is er niet meer.")]
    visitors = await working.stores.sessions.visitors(session, working.now)
    paper = await session_paper(working.stores, working.house, working.now, session, visitors)
    about = await shown_in(working.stores, paper, session, visitors, working.now)
    made = (
        ("draaiboek.docx", DOCUMENT, await asyncio.to_thread(make_run_sheet, paper), "Het draaiboek, om te printen."),
        ("dia's.pptx", SLIDES, await asyncio.to_thread(make_slides, paper), "De dia's voor in de zaal."),
    )
    appointment = appointment_of(working.stores.terrains, working.house.organisation, session)
    papers: list[Reply] = [
        *(
            OfferPaper(Paper(file_name(f"{paper.heading} {name}"), media_type, content, words, about))
            for name, media_type, content, words in made
        ),
        OfferPaper(calendar_paper(appointment, working.now, "De afspraak voor in een agenda.")),
    ]
    if address := address_of(working.house, DoorWay.SESSION, str(session.id)):
        papers.append(offer_square(address, paper.heading, "Voor in de zaal: hiermee doet ieder mee op de telefoon."))
    return papers


PRINT = Work("session_papers", make_papers, Right.WORK)


async def shown_in(
    stores: Stores, paper: SessionPaper, session: Session, visitors: Sequence[Visitor], now: datetime.datetime
) -> frozenset[UUID]:
    """Return the companies of which a paper shows something: by name, or in the figures."""
    named = frozenset(one.intake for one in coming(visitors) if one.intake is not None and one.may_name)
    return named if paper.figures is None else named | await stores.insight.counted_in(session.plan.terrain, now)


async def session_paper(
    stores: Stores, house: House, now: datetime.datetime, session: Session, visitors: Sequence[Visitor]
) -> SessionPaper:
    plan, terrain = session.plan, stores.terrains.named(session.plan.terrain)
    named = tuple(one.company for one in coming(visitors) if one.may_name and one.company)
    facts = await facts_of(stores, session, visitors, named, now)
    todo = checklist(plan, facts.known, session.ready, session.planned_on)
    return SessionPaper(
        title=plan.kind.title,
        terrain=terrain.name if terrain else plan.terrain,
        municipality=terrain.municipality if terrain and terrain.municipality else "",
        organisation=house.organisation,
        start=plan.start,
        end=plan.end,
        place=plan.place,
        people=plan.people,
        facilitators=plan.facilitators,
        version=plan.version,
        goal=plan.kind.goal,
        blocks=block_lines(session, facts.lines, await stores.partners.of_session(session.id)),
        remarks=remarks(plan, now),
        checklist=tuple(ToDoLine(text=line.text, owner=line.owner.value, due=line.due, done=line.done) for line in todo),
        companies=named if any(TerrainFact.COMPANIES in block.facts for block in plan.blocks) else (),
        issues=facts.issues,
        example=session.example,
        planned=facts.planned,
        figures=facts.figures,
        groups=group_lines(session, visitors),
        self_guided=plan.is_self_guided,
        homework=plan.kind.homework,
        next_steps=NEXT if any(block.kind == "feedback" for block in plan.blocks) else (),
    )


def block_lines(
    session: Session, facts: Mapping[TerrainFact, tuple[str, ...]], partners: Sequence[Visitor] = ()
) -> tuple[BlockLine, ...]:
    """Return the blocks with their times, the terrain's own facts, and the partners that tell in them."""
    return tuple(
        BlockLine(
            start=part.start, end=part.end, title=part.block.title, goal=part.block.goal, form=part.block.form,
            leads=led_by(part.block, partners), bring=part.block.bring, say=part.block.say,
            steps=steps_of(part.block), facts=tuple(line for fact in part.block.facts for line in facts.get(fact, ())),
        )
        for part in timed(session.plan)
    )  # fmt: skip


def group_lines(session: Session, visitors: Sequence[Visitor]) -> tuple[GroupLine, ...]:
    """Return the groups; whoever did not agree to be shown is "een deelnemer"."""
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
