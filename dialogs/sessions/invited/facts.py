"""What an invitation may say of a session and its terrain: what stands in the plan map, who said yes, what was published."""

from cards.formats import clock, weekday
from dialogs.notices.guard import congestion_at
from dialogs.sessions.cards import name_of
from dialogs.turn.step import Step
from domain.calendar.here import HERE
from domain.sessions.blocks import TerrainFact
from domain.sessions.invitation_texts import InvitationFacts, invitation_text
from domain.sessions.partners import who_come
from domain.sessions.parts import OPERATOR
from domain.sessions.plan import Plan
from domain.sessions.session import Session


async def first_invitation(step: Step, session: Session) -> str:
    """Return a first text for companies: of this kind of session, and of what is so now."""
    return invitation_text(session.plan.format, await invitation_facts(step, session))


async def invitation_facts(step: Step, session: Session) -> InvitationFacts:
    """Return what is so of a session. Of the plan map no figure, but how full the grid is: the team reads it before it goes."""
    plan, stores = session.plan, step.stores
    total = await stores.insight.published_total(plan.terrain, step.known.now)
    comes = TerrainFact.OPERATOR_COMES in who_come(await stores.partners.of_session(session.id))
    return InvitationFacts(
        terrain=name_of(step, plan.terrain),
        when=told_moment(plan),
        place=plan.place.rstrip(". "),
        organisation=step.known.house.organisation,
        congestion=await congestion_at(step, plan.terrain),
        operator_comes=comes or OPERATOR.key in session.ready,
        companies=max((one.companies for one in total.years.values()), default=0),
    )


def told_moment(plan: Plan) -> str:
    """Return when it begins: "donderdag 14 januari 2027 om 19:30"."""
    start = plan.start.astimezone(HERE)
    return f"{weekday(start.date())} om {clock(start.time())}"
