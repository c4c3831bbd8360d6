"""`agenda`: the appointment of a session, for one's own calendar."""

from dialogs.sessions.calendar import offer_appointment
from dialogs.sessions.invitation_replies import own_visit
from dialogs.sessions.meant import session_meant
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.step import Step
from domain.sessions.session import Session

NONE = "Er staat voor u geen bijeenkomst gepland."


async def give_own(step: Step, text: str) -> None:
    """Give the appointment of the session that is meant; a company gets those that it was invited to."""
    if step.in_office and step.known.is_team:
        session = await session_meant(step, text, AGENDA)
        if session is not None:
            offer_appointment(step, session)
        return
    sessions = await own_sessions(step)
    for session in sessions[:3]:
        offer_appointment(step, session)
    if not sessions:
        step.say(NONE)


async def own_sessions(step: Step) -> list[Session]:
    """Return the sessions ahead to which this company was invited."""
    terrain = step.known.intake.answers.known("company.terrain")
    if not step.may_keep() or not isinstance(terrain, dict):
        return []
    there = await step.stores.sessions.of_terrain(str(terrain.get("id", "")))
    ahead = [one for one in there if one.is_open and one.plan.start > step.known.now]
    return [one for one in ahead if await own_visit(step, one) is not None]


AGENDA = Command(
    ("agenda", "zet in mijn agenda"), "een bijeenkomst in uw agenda zetten", give_own, Users.TEAM | Users.COMPANY, Takes.MAYBE,
    argument="[terrein]", example="agenda hessenpoort", group="Sessies",
)  # fmt: skip
