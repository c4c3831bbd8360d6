"""What meters measured: the two days that are kept, and files while they are looked at."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "measured_days",
        sa.Column("intake_id", sa.Uuid(), nullable=False),
        sa.Column(
            "winter",
            postgresql.JSONB(),
            nullable=False,
            comment="96 quarters of a usual working day, kW, local time; below zero: fed back",
        ),
        sa.Column("highest", postgresql.JSONB(), nullable=False, comment="the same of the day with the highest use"),
        sa.Column(
            "source",
            postgresql.JSONB(),
            nullable=False,
            comment="what file it was and of when, in figures; see domain.meter.summary",
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["intake_id"], ["intake.id"], name=op.f("fk_measured_days_intake_id_intake"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("intake_id", name=op.f("pk_measured_days")),
    )
    op.create_index(op.f("ix_measured_days_at"), "measured_days", ["at"])
    op.create_table(
        "meter_file",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False, comment="who sent it"),
        sa.Column("intake_id", sa.Uuid(), nullable=False),
        sa.Column("digits", sa.String(), nullable=False, comment="the EAN in its name, empty without; never the name"),
        sa.Column("content", sa.LargeBinary(), comment="only while something must be asked about it"),
        sa.Column(
            "answers",
            postgresql.JSONB(),
            server_default=sa.text("'{}'"),
            nullable=False,
            comment="what was answered, by what was asked",
        ),
        sa.Column("found", postgresql.JSONB(), nullable=False, comment="its figures as its card shows them, or what is asked"),
        sa.Column("days", postgresql.JSONB(none_as_null=True), comment="both days, until they are kept or not"),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.ForeignKeyConstraint(["intake_id"], ["intake.id"], name=op.f("fk_meter_file_intake_id_intake"), ondelete="cascade"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_meter_file_person_id_person"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meter_file")),
        sa.UniqueConstraint("person_id", name=op.f("uq_meter_file_person_id")),
    )
    op.create_index(op.f("ix_meter_file_intake_id"), "meter_file", ["intake_id"])
    op.create_index(op.f("ix_meter_file_at"), "meter_file", ["at"])


def downgrade() -> None:
    op.drop_table("meter_file")
    op.drop_table("measured_days")
