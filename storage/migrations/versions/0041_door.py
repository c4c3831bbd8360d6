"""The door without Teams: sessions on devices, mailed links, the messages of the window, and codes that let somebody in there."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "door_session",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False, comment="sha-256 of the secret in the cookie"),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("device", sa.String(), nullable=False, comment="kind of device and browser, as people call them"),
        sa.Column("at", moment, server_default=sa.func.now(), nullable=False),
        sa.Column("until", moment, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_door_session_person_id_person"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_door_session")),
        sa.UniqueConstraint("digest", name=op.f("uq_door_session_digest")),
    )
    op.create_index(op.f("ix_door_session_person_id"), "door_session", ["person_id"])
    op.create_index(op.f("ix_door_session_until"), "door_session", ["until"])
    op.create_table(
        "door_link",
        sa.Column("digest", sa.String(), nullable=False, comment="sha-256 of the secret in the link"),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("at", moment, server_default=sa.func.now(), nullable=False),
        sa.Column("until", moment, nullable=False),
        sa.Column("used_at", moment),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_door_link_person_id_person"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_door_link")),
    )
    op.create_index(op.f("ix_door_link_person_id"), "door_link", ["person_id"])
    op.create_table(
        "door_message",
        sa.Column(
            "number",
            sa.BigInteger(),
            sa.Identity(),
            nullable=False,
            comment="the watermark; a replaced message gets a new one",
        ),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False, comment="of the message; stays when it is replaced"),
        sa.Column("activity", postgresql.JSONB(), nullable=False),
        sa.Column("at", moment, nullable=False, comment="when it was first shown: its place in the window"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_door_message_person_id_person"), ondelete="cascade"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_door_message")),
        sa.UniqueConstraint("person_id", "id", name=op.f("uq_door_message_person_id")),
    )
    op.create_index("ix_door_message_window", "door_message", ["person_id", "number"])
    redeemed = sa.Column("redeemed_by", sa.Uuid(), comment="who came in by it without Teams")
    op.add_column("invitation", redeemed)
    op.create_foreign_key(
        op.f("fk_invitation_redeemed_by_person"), "invitation", "person", ["redeemed_by"], ["id"], ondelete="set null"
    )
    op.create_index(op.f("ix_invitation_redeemed_by"), "invitation", ["redeemed_by"])
    op.add_column("invitation", sa.Column("key_of", sa.Uuid(), comment="who is known in Teams by typing it there"))
    op.create_foreign_key(op.f("fk_invitation_key_of_person"), "invitation", "person", ["key_of"], ["id"], ondelete="cascade")
    op.create_index(op.f("ix_invitation_key_of"), "invitation", ["key_of"])


def downgrade() -> None:
    op.drop_index(op.f("ix_invitation_key_of"), "invitation")
    op.drop_constraint(op.f("fk_invitation_key_of_person"), "invitation", type_="foreignkey")
    op.drop_column("invitation", "key_of")
    op.drop_index(op.f("ix_invitation_redeemed_by"), "invitation")
    op.drop_constraint(op.f("fk_invitation_redeemed_by_person"), "invitation", type_="foreignkey")
    op.drop_column("invitation", "redeemed_by")
    for table in ("door_message", "door_link", "door_session"):
        op.drop_table(table)
