"""The statements behind the list of a terrain, each built once: building them takes longer than running them."""

from typing import Any

from sqlalchemy import ARRAY, ColumnElement, CompoundSelect, DateTime, Select, Uuid, bindparam, func, or_, select, union_all

from domain.disclosure.audiences import Observer
from domain.dossier.forms import ContactForm, MandateForm
from storage.disclosure.gate import keeps, visible
from storage.mail.mailboxes import reached_by_mail
from storage.tables.companies import company_nomination
from storage.tables.dossier import terrain_state
from storage.tables.forms import form_response
from storage.tables.people import intake, person
from storage.tables.registers import company, company_link

TERRAIN: Any = bindparam("terrain")
NOW: Any = bindparam("now", type_=DateTime(timezone=True))
THOSE = func.any(bindparam("those", type_=ARRAY(Uuid)))  # ids, however many: one statement for all
WORDS = ("form", "day", "outcome", "again", "signed")  # of a response; all other words of it stay where they are


def registered() -> CompoundSelect[Any]:
    """Return the companies of the register of a terrain, and those that these intakes are linked to elsewhere."""
    columns = (company.c.id, company.c.name, company.c.terrain_id, company.c.withdrawn_at, company.c.test)
    both: Select[Any] = select(*columns, company_link.c.intake_id)
    here = both.outerjoin(company_link, company_link.c.company_id == company.c.id).where(company.c.terrain_id == TERRAIN)
    theirs = both.join(company_link, company_link.c.company_id == company.c.id)
    return union_all(here, theirs.where(company_link.c.intake_id == THOSE, company.c.terrain_id != TERRAIN))


def hearing(reached: ColumnElement[bool]) -> Select[Any]:
    """Return how far each of these intakes is, and whether anybody of it is reached."""
    anybody = select(person.c.id).where(person.c.intake_id == intake.c.id, reached, keeps(NOW)).exists()
    columns = (intake.c.id, intake.c.stage, intake.c.confirmed_at, intake.c.changed_at, intake.c.test)
    return select(*columns, anybody.label("reachable")).where(intake.c.id == THOSE)


def written() -> Select[Any]:
    """Return what was written down about these companies, by either id, the newest day first."""
    columns = (form_response.c.form, form_response.c.made_at, form_response.c.closed_at)
    words = (form_response.c.data[name].astext.label(f"said_{name}") for name in WORDS)
    day = func.coalesce(form_response.c.data["day"].astext, "")
    return (
        select(form_response.c.intake_id, form_response.c.company_id, *columns, *words)
        .where(or_(form_response.c.intake_id == THOSE, form_response.c.company_id == THOSE))
        .where(form_response.c.form.in_((ContactForm.key, MandateForm.key)))
        .order_by(day.desc(), form_response.c.number.desc())
    )


def nominated() -> Select[Any]:
    """Return by whom each of these companies was named, of whom the team may see."""
    return (
        select(company_nomination.c.company_id, intake.c.company)
        .join(intake, intake.c.id == company_nomination.c.intake_id)
        .where(company_nomination.c.company_id == THOSE, visible(Observer.TEAM, NOW))
        .order_by(company_nomination.c.number)
    )


IN_TEAMS = person.c.reference != {}
REGISTERED, WRITTEN, NOMINATED = registered(), written(), nominated()
HEARING = {False: hearing(IN_TEAMS), True: hearing(or_(IN_TEAMS, reached_by_mail(NOW)))}  # by whether there is mail
LETTERS = select(terrain_state.c.current["letters"]).where(terrain_state.c.terrain_id == TERRAIN)
