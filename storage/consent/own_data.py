"""Everything that is kept about one person and their company, as that person may see it: nothing of colleagues or of others.

A company of the register counts as theirs only when the team linked it to the intake: a name that somebody typed is no link.
"""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, Select, Table, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.consent.consents import Purpose
from domain.consent.own_data import OwnData, OwnKind, Row
from storage.tables.access import linked_team, role_event, role_grant, team_member
from storage.tables.base import retention_of
from storage.tables.companies import company_nomination
from storage.tables.door import door_link, door_message, door_session
from storage.tables.dossier import terrain_event
from storage.tables.forms import form_response, form_version
from storage.tables.inbox import invitation, request, standing
from storage.tables.knowledge import missed_words
from storage.tables.mail import mail_mark
from storage.tables.meter import measured_days, meter_file
from storage.tables.notice import notice
from storage.tables.paper import paper
from storage.tables.people import answer, consent_event, intake, person
from storage.tables.registers import company, company_claim, company_contact, company_link, import_file
from storage.tables.session import session, visitor
from storage.tables.turn import turn
from storage.tables.work import work

Query = tuple[OwnKind, str, Select[Any]]
OTHERS = ("owner",)  # fields of notes that name somebody of the team


async def read_own(connection: AsyncConnection, person_id: UUID, intake_id: UUID) -> OwnData:
    """Return all of it, each kind oldest first."""
    who = (await connection.execute(select(person).where(person.c.id == person_id))).one_or_none()
    if who is None:
        return {}
    found: dict[OwnKind, list[Row]] = {kind: [] for kind in OwnKind}
    whole = (*of_company(person_id, intake_id), *of_person(person_id, intake_id), *of_office(who.tenant, who.object_id))
    for kind, what, query in whole:
        kept = kept_words(query.columns_clause_froms[0])
        found[kind] += [row_of(what, row) | kept for row in (await connection.execute(query)).mappings()]
    found[OwnKind.REGISTER] += await contacts(connection, intake_id, who.name, own_address(found))
    return found


def of_company(me: UUID, mine: UUID) -> list[Query]:
    happened = terrain_event.c
    return [
        (OwnKind.COMPANY, "bedrijf", columns(intake, "company", "terrain_id", "depth", "stage", "contacts", "phoned",
                                             "created_at", "changed_at", "confirmed_at").where(intake.c.id == mine)),
        (OwnKind.ANSWERS, "antwoord", answers(me, mine)),
        (OwnKind.METER, "meting", columns(measured_days, "source", "winter", "highest", "at")
            .where(measured_days.c.intake_id == mine)),
        (OwnKind.CONSENTS, "besluit", decisions(me, mine)),
        (OwnKind.NOTES, "notitie", noted(mine)),
        (OwnKind.NOTES, "eerdere versie", versions(mine)),
        (OwnKind.NOTES, "gebeurtenis", columns(terrain_event, "terrain_id", "kind", "data", "why", "at")
            .where(happened.intake_id == mine).order_by(happened.id)),
        (OwnKind.SESSIONS, "bijeenkomst", visits(me, mine)),
        (OwnKind.REGISTER, "bedrijf", columns(company, "terrain_id", "name", "kvk", "approached_at", "withdrawn_at", "at")
            .where(company.c.id.in_(linked(mine)))),
        (OwnKind.REGISTER, "koppeling", columns(company_link, "how", "at").where(company_link.c.intake_id == mine)),
        (OwnKind.REGISTER, "vraag aan het team of u dit bedrijf bent", columns(company_claim, "at", "answer", "answered_at")
            .where(company_claim.c.intake_id == mine)),
        (OwnKind.REGISTER, "bedrijf dat u aandroeg", nominated(mine)),
        (OwnKind.CODES, "code", columns(invitation, "terrain_id", "company", "at", "used_at")
            .where(invitation.c.intake_id == mine).order_by(invitation.c.at)),
        (OwnKind.PAPERS, "bestand van een ander", columns(paper, "at", "until")
            .where(paper.c.about.contains([mine]), paper.c.person_id.is_distinct_from(me)).order_by(paper.c.at)),
    ]  # fmt: skip


def of_person(me: UUID, mine: UUID) -> list[Query]:
    """Return what is read of a person: of what they got as one of the team, nothing that tells of another company."""
    ours = paper.c.about.contained_by([mine])
    of_us = notice.c.intake_id.is_(None) | (notice.c.intake_id == mine)
    told = or_((notice.c.person_id == me) & of_us, (notice.c.intake_id == mine) & notice.c.person_id.is_(None))
    return [
        (OwnKind.PERSON, "persoon", columns(person, "name", "tenant", "object_id", "reference", "place", "created_at")
            .where(person.c.id == me)),
        (OwnKind.PERSON, "apparaat", columns(door_session, "device", "at", "until").where(door_session.c.person_id == me)
            .order_by(door_session.c.at)),
        (OwnKind.PERSON, "gast", columns(standing, "guest").where(standing.c.person_id == me)),
        (OwnKind.REQUESTS, "vraag", requests(me, mine)),
        (OwnKind.REQUESTS, "zin die wij niet begrepen", columns(missed_words, "text", "at").where(missed_words.c.person_id == me)
            .order_by(missed_words.c.number)),
        (OwnKind.MESSAGES, "bericht", columns(notice, "kind", "terrain_id", "data", "at", "due_at", "posted_at")
            .where(told).order_by(notice.c.id)),
        (OwnKind.CODES, "code waarmee u binnenkwam", columns(invitation, "terrain_id", "company", "at", "used_at")
            .where(invitation.c.redeemed_by == me, invitation.c.intake_id.is_distinct_from(mine)).order_by(invitation.c.at)),
        (OwnKind.CODES, "code om Teams te koppelen", columns(invitation, "at", "until").where(invitation.c.key_of == me)
            .order_by(invitation.c.at)),
        (OwnKind.CODES, "link voor een ander apparaat", columns(door_link, "at", "until", "used_at")
            .where(door_link.c.person_id == me).order_by(door_link.c.at)),
        (OwnKind.MESSAGES, "bericht in het venster zonder Teams", columns(door_message, "at")
            .where(door_message.c.person_id == me).order_by(door_message.c.at)),
        (OwnKind.MESSAGES, "adres dat geen mail aanneemt", columns(mail_mark, "why", "at").where(mail_mark.c.person_id == me)),
        (OwnKind.MESSAGES, "antwoord in deze chat", columns(turn, "at", "sent_at").where(turn.c.person_id == me)
            .order_by(turn.c.at)),
        (OwnKind.MESSAGES, "werk", columns(work, "title", "at").where(work.c.person_id == me)),
        (OwnKind.PAPERS, "bestand", columns(paper, "name", "description", "at", "until")
            .where(paper.c.person_id == me, ours).order_by(paper.c.at)),
        (OwnKind.PAPERS, "bestand over anderen", columns(paper, "at", "until").where(paper.c.person_id == me, ~ours)
            .order_by(paper.c.at)),
        (OwnKind.METER, "bestand waarvan u nog moet zeggen of het klopt", columns(meter_file, "found", "days", "at")
            .where(meter_file.c.person_id == me, meter_file.c.intake_id == mine)),
        (OwnKind.PAPERS, "ingelezen bestand", columns(import_file, "name", "source", "at").where(import_file.c.person_id == me)),
    ]  # fmt: skip


def of_office(tenant: str, object_id: str) -> list[Query]:
    """Return which roles somebody holds and held, and in which linked teams they are."""

    def me_in(table: Table) -> ColumnElement[bool]:
        return (table.c.tenant == tenant) & (table.c.object_id == object_id)

    its_team = (linked_team.c.tenant == team_member.c.tenant) & (linked_team.c.team_id == team_member.c.team_id)
    belongs = select(linked_team.c.name.label("team"), team_member.c.name, team_member.c.guest).join(linked_team, its_team)
    return [
        (OwnKind.ROLES, "rol", columns(role_grant, "role", "terrain_id", "municipality_code", "at").where(me_in(role_grant))),
        (OwnKind.ROLES, "verandering", columns(role_event, "kind", "role", "terrain_id", "at").where(me_in(role_event))),
        (OwnKind.ROLES, "lid van een team", belongs.where(me_in(team_member))),
    ]


def columns(table: Table, *names: str) -> Select[Any]:
    return select(*(table.c[name] for name in names))


def visits(me: UUID, mine: UUID) -> Select[Any]:
    """Return for which sessions a company was asked, or somebody as a partner, and what came of it."""
    about_session = (session.c[name] for name in ("terrain_id", "format", "starts_at"))
    said = (visitor.c[name] for name in ("people", "issue", "part", "coming", "attended", "chosen_group", "party"))
    query = select(*about_session, *said).join(session, session.c.id == visitor.c.session_id)
    return query.where(or_(visitor.c.intake_id == mine, visitor.c.person_id == me)).order_by(visitor.c.number)


def answers(me: UUID, mine: UUID) -> Select[Any]:
    """Return the company's answers and one's own; those that colleagues gave about themselves are theirs."""
    personal = answer.c.name.like("%@%") & ~answer.c.name.like(f"%@{me.hex}")
    name = func.split_part(answer.c.name, "@", 1).label("name")
    return (
        select(name, answer.c.value, answer.c.certainty, answer.c.source, answer.c.at)
        .where(answer.c.intake_id == mine, ~personal)
        .order_by(answer.c.id)
    )


def decisions(me: UUID, mine: UUID) -> Select[Any]:
    """Return every decision about sharing of the company, and one's own on keeping answers."""
    of_others = (consent_event.c.purpose == Purpose.KEEP.value) & (consent_event.c.person_id != me)
    here = or_(consent_event.c.intake_id == mine, consent_event.c.person_id == me)
    names = ("purpose", "recipient", "state", "text_version", "text_digest", "through", "at", "until")
    return columns(consent_event, *names).where(here, ~of_others).order_by(consent_event.c.id)


def requests(me: UUID, mine: UUID) -> Select[Any]:
    """Return what one asked, and what the team wrote down for the company during a call."""
    mine_or_none = request.c.about.is_(None) | (request.c.about == mine)
    asked = or_((request.c.person_id == me) & mine_or_none, request.c.about == mine)
    return columns(request, "number", "kind", "text", "at", "answer", "answered_at").where(asked).order_by(request.c.number)


def linked(mine: UUID) -> Select[Any]:
    """Return the companies of the register that the team or its invitation linked to this intake."""
    return select(company_link.c.company_id).where(company_link.c.intake_id == mine)


def nominated(mine: UUID) -> Select[Any]:
    """Return which other companies this one named, as it named them; what became of that is theirs."""
    return columns(company_nomination, "said", "may_tell", "at").where(company_nomination.c.intake_id == mine)


def about(mine: UUID) -> ColumnElement[bool]:
    """Say in SQL that a note is about this company, by itself or as the team linked it in the register."""
    return or_(form_response.c.intake_id == mine, form_response.c.company_id.in_(linked(mine)))


def noted(mine: UUID) -> Select[Any]:
    """Return what the team wrote down about a company."""
    query = columns(form_response, "number", "terrain_id", "data", "due", "made_at", "closed_at").where(about(mine))
    return query.add_columns(form_response.c.form.label("kind")).order_by(form_response.c.number)


def versions(mine: UUID) -> Select[Any]:
    """Return what those notes were before."""
    query = select(
        form_version.c.number, form_response.c.form.label("kind"), *(form_version.c[one] for one in ("revision", "data", "at"))
    ).join(form_response, form_response.c.number == form_version.c.number)
    earlier = form_version.c.revision < form_response.c.revision
    return query.where(about(mine), earlier).order_by(form_version.c.number, form_version.c.revision)


async def contacts(connection: AsyncConnection, mine: UUID, name: str, address: str) -> list[Row]:
    """Return oneself among the contacts in the register; of colleagues there, only that they are."""
    query = (
        select(company_contact.c.name, company_contact.c.position, company_contact.c.email, company_contact.c.phone,
               company_contact.c.at)
        .join(company, company.c.id == company_contact.c.company_id)
        .where(company.c.id.in_(linked(mine)))
        .order_by(company_contact.c.at)
    )  # fmt: skip
    rows = [dict(row) for row in (await connection.execute(query)).mappings()]
    own = [row for row in rows if is_me(row, name, address)]
    others, kept = len(rows) - len(own), kept_words(company_contact)
    return [row_of("u als contact", row) | kept for row in own] + [{"wat": "contact", "wie": "een collega", **kept}] * others


def is_me(row: Row, name: str, address: str) -> bool:
    """Say whether a contact is this person: by the address they gave, or else by their whole name."""
    mail = str(row["email"]).casefold()
    return bool(address and mail == address) or bool(not mail and name and str(row["name"]).casefold() == name.casefold())


def own_address(found: OwnData) -> str:
    """Return the newest e-mail address that somebody gave as their own."""
    given = [row["value"] for row in found[OwnKind.ANSWERS] if row["name"] == "contact.email" and isinstance(row["value"], str)]
    return str(given[-1]).casefold() if given else ""


def kept_words(table: FromClause) -> dict[str, Any]:
    """Return how long rows of a table are kept, and what stays of who has everything erased: beside the rows themselves."""
    kept = retention_of(cast(Table, table))
    return {"bewaard": kept.how_long, **({"blijft": kept.left} if kept.left else {})}


def row_of(what: str, row: Mapping[Any, Any]) -> dict[str, Any]:
    """Return a row as plain JSON, without what names somebody else."""
    return {"wat": what, **{str(name): plain(value) for name, value in row.items()}}


def plain(value: Any) -> Any:  # noqa: ANN401 - a value of any column
    match value:
        case datetime.datetime() | datetime.date():
            return value.isoformat()
        case UUID():
            return str(value)
        case Decimal():
            return float(value)
        case dict():
            return {name: plain(one) for name, one in value.items() if name not in OTHERS}
    return [plain(one) for one in value] if isinstance(value, list) else value
