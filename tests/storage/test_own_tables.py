"""Every column that ties a row to a person or a company is shown to that person, or says here why not."""

from uuid import UUID

import pytest
from sqlalchemy import Column, Table
from sqlalchemy.sql import visitors

from storage.consent.own_data import of_company, of_office, of_person
from storage.database.migrate import all_tables

ME, MINE = UUID(int=1), UUID(int=2)
# What ties a row to somebody: by its name, or by a foreign key to one of these tables.
TIES = {
    "person_id", "intake_id", "company_id", "object_id", "given_by", "by", "made_by", "owner", "director", "linked_by",
    "acting_for", "about", "members", "company",
}  # fmt: skip
TO = {"person", "intake", "company"}
# Read by statements of their own, or under another column of the same row.
OFFICE = "what somebody did as one of the team: it is about the terrain, and stays when they go"
NOT_SHOWN = {
    "answer.person_id": "of a company's answers it does not matter to the company which colleague gave them",
    "calling.company_id": "for the length of a call of the team, of which the outcome is a note",
    "calling.intake_id": "for the length of a call of the team, of which the outcome is a note",
    "calling.person_id": OFFICE,
    "company.id": "a key",
    "company_nomination.company_id": "what a company named is shown to it; that it was named it hears where it may",
    "company_claim.company_id": "which company the team is asked about is no answer to whoever merely typed its name",
    "company_link.person_id": OFFICE,
    "consent_event.person_id": "shown: by it one's own decisions are found",
    "form_response.owner": "a colleague of the team, not of the company",
    "form_version.person_id": OFFICE,
    "sending.person_id": OFFICE,
    "form_response.respondent": "who of a company filled it in: what it says is shown by its company",
    "import_run.by": OFFICE,
    "intake.company": "shown",
    "invitation.company": "shown with the code of one's own intake",
    "invitation.made_by": "a code for another company is about that company",
    "item_version.person_id": OFFICE,
    "linked_team.linked_by": OFFICE,
    "person.intake_id": "the company one answers for, which is shown",
    "person.object_id": "shown: one's number in Teams",
    "person.acting_for": "for the length of a call, and about another company",
    "published_total.members": "marks, which lead from a total to nobody",
    "request.intake_id": "the wish of somebody else to join: it is theirs",
    "role_event.by": "who gave the role, not who holds it",
    "role_grant.given_by": "who gave the role, not who holds it",
    "session_version.person_id": OFFICE,
    "subscription.person_id": OFFICE,
    "terrain_event.person_id": OFFICE,
    "terrain_state.director": "that somebody leads a terrain stands in its dossier, and as a role here",
    "turn.intake_id": "replies to somebody of the team about the company; gone after a week",
    "session_visitor.company_id": "invited without an intake; whoever begins one takes it along, and then it is shown",
    "session_visitor.company": "as entered for people without an intake; of an intake its own name holds",
}


def ties() -> list[str]:
    """Return every column that ties a row to a person or a company."""
    return [f"{table.name}.{column.name}" for table in all_tables().sorted_tables for column in table.c if is_tie(column)]


def is_tie(column: Column[object]) -> bool:
    return column.name in TIES or any(key.column.table.name in TO for key in column.foreign_keys)


def conditions() -> set[str]:
    """Return every column by which what is shown is found."""
    found = {"company_contact.company_id"}  # read by `contacts`, which tells oneself from colleagues
    for _, _, query in (*of_company(ME, MINE), *of_person(ME, MINE), *of_office("t", "o")):
        where = query.whereclause
        assert where is not None
        for node in visitors.iterate(where):
            if isinstance(node, Column) and isinstance(node.table, Table):
                found.add(f"{node.table.name}.{node.name}")
    return found


@pytest.mark.parametrize("tie", ties())
def test_it_is_shown_or_says_why_not(tie: str) -> None:
    assert (tie in conditions()) or tie in NOT_SHOWN, f"{tie}: show it in storage/consent/own_data, or say here why not"


def test_every_reason_is_needed() -> None:
    assert set(NOT_SHOWN) - {"company.id"} <= set(ties())
