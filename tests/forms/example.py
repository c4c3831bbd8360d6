"""A form with its result: every company says what it thinks of what came out of a session, until two weeks after it."""

import datetime
from typing import Annotated

from dialogs.stores.forms import Responses
from domain.access.roles import Right
from domain.forms.declaration import AboutCompany, Form, FormAbout, OncePer, SessionMoment
from domain.forms.results import FormResult, result_of
from domain.intake.declaration import Ask, Rule
from domain.intake.options import Option
from domain.sessions.session import Session


class Willing(Option):
    """Whether a company joins."""

    YES, MAYBE, NO = ("yes", "Ja"), ("maybe", "Misschien"), ("no", "Nee")


class JoiningForm(Form):
    """What a company thinks of what came out."""

    key = "example_joining"
    one, many, new = "Antwoord", "Antwoorden", "Doet u mee?"
    about = FormAbout(AboutCompany.ALWAYS, session=True)
    filled_by, seen_by = "company", frozenset({"company", Right.SEE_COMPANIES})
    once_per, opens, closes = OncePer.COMPANY, SessionMoment(), SessionMoment(later=datetime.timedelta(days=14))

    willing: Annotated[Willing, Ask("Doet u mee?", core=True)]
    bays: Annotated[int, Rule(ge=0, le=500), Ask("Hoeveel plekken brengt u in?")]
    why: Annotated[str, Rule(max_length=500), Ask("Waarom?")]


async def joining(responses: Responses, session: Session) -> FormResult:
    """Return what companies answered in time."""
    plan = session.plan
    given = await responses.given(JoiningForm, plan.terrain, session.id)
    return result_of(JoiningForm, given, JoiningForm.closes.at(plan.start, plan.end))
