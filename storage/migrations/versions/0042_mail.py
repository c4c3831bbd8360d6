"""Mail: addresses that take none of ours, by a fingerprint."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mail_mark",
        sa.Column("digest", sa.String(), nullable=False, comment="sha-256 of the address in small letters"),
        sa.Column("number", sa.BigInteger(), sa.Identity(), nullable=False, comment="by which the team names it"),
        sa.Column("person_id", sa.Uuid(), nullable=False, comment="whose address it is"),
        sa.Column("why", sa.String(), nullable=False, comment="see domain.mail.addresses.MailTrouble"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_mail_mark_person_id_person"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_mail_mark")),
        sa.UniqueConstraint("number", name=op.f("uq_mail_mark_number")),
    )
    op.create_index(op.f("ix_mail_mark_person_id"), "mail_mark", ["person_id"])


def downgrade() -> None:
    op.drop_table("mail_mark")
