"""What the team wrote down becomes responses to forms: the same rows and numbers, with whose, about which session, and once."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

KEYS = ("pk_dossier_entry", "uq_dossier_entry_key", "fk_dossier_entry_company_id_company", "fk_dossier_entry_intake_id_intake")
VERSION_KEYS = ("pk_dossier_version", "fk_dossier_version_number_dossier_entry")
INDEXES = ("company_id", "intake_id", "terrain", "owner", "mandate")


def upgrade() -> None:
    rename("dossier_entry", "form_response")
    op.alter_column("form_response", "kind", new_column_name="form")
    for column in added():
        op.add_column("form_response", column)
    op.create_foreign_key(
        op.f("fk_form_response_session_id_session"), "form_response", "session", ["session_id"], ["id"], ondelete="cascade"
    )
    op.create_foreign_key(
        op.f("fk_form_response_respondent_person"), "form_response", "person", ["respondent"], ["id"], ondelete="set null"
    )
    op.create_index(op.f("ix_form_response_session_id"), "form_response", ["session_id"])
    op.create_index(op.f("ix_form_response_respondent"), "form_response", ["respondent"])
    op.create_unique_constraint(op.f("uq_form_response_once"), "form_response", ["once"])
    op.add_column("form_version", sa.Column("source", sa.String(), server_default="card", nullable=False))


def downgrade() -> None:
    op.drop_column("form_version", "source")
    for column in reversed(added()):
        op.drop_column("form_response", column.name)
    op.alter_column("form_response", "form", new_column_name="kind")
    rename("form_response", "dossier_entry")


def rename(before: str, after: str) -> None:
    """Rename both tables, their keys and their indexes."""
    earlier, later = (before, after) if before == "dossier_entry" else (after, before)
    op.rename_table(before, after)
    op.rename_table(version_of(before), version_of(after))
    for name in KEYS:
        change_key(after, name, name.replace(earlier, later), forth=after == later)
    for name in VERSION_KEYS:
        new = name.replace(version_of(earlier), version_of(later)).replace(earlier, later)
        change_key(version_of(after), name, new, forth=after == later)
    for name in INDEXES:
        op.execute(f"alter index ix_{before}_{name} rename to ix_{after}_{name}")


def change_key(table: str, old: str, new: str, *, forth: bool) -> None:
    """Rename a key of a table, forth or back."""
    op.execute(f"alter table {table} rename constraint {old if forth else new} to {new if forth else old}")


def version_of(table: str) -> str:
    """Return the table with the versions of a table."""
    return {"dossier_entry": "dossier_version", "form_response": "form_version"}[table]


def added() -> tuple[sa.Column[Any], ...]:
    """Return what a response has beyond what an entry had."""
    return (
        sa.Column("version", sa.Integer(), server_default="1", nullable=False, comment="of the form, as it was filled in"),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.Column(
            "group_label", sa.String(), server_default="", nullable=False, comment="of a session, when a group fills it in"
        ),
        sa.Column(
            "respondent", sa.Uuid(), nullable=True, comment="who answered; null: typed by the team for somebody, or not kept"
        ),
        sa.Column("source", sa.String(), server_default="card", nullable=False, comment="card, chat, call or paper"),
        sa.Column(
            "once", sa.String(), nullable=True, comment="what a second response would share with it; null: as many as you like"
        ),
    )
