"""Sendings: what were drafts around sessions becomes all that the team sends companies; rows and notices are kept."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

# What shows a draft to the team has a key of its own; what brings it to a company names what it brings.
NOTICES = """
    update notice set
        key = case when kind = 'draft' then 'draft:' else 'sending:' end || substr(key, length('follow_up:') + 1),
        data = case when data ? 'draft' then (data - 'draft') || jsonb_build_object('sending', data -> 'draft') else data end
            || case when data ->> 'what' = 'follow_up' then '{"what": "sending"}'::jsonb else '{}' end
    where key like 'follow\\_up:%'
"""
NOTICES_BACK = """
    update notice set
        key = 'follow_up:' || substr(key, strpos(key, ':') + 1),
        data = case when data ? 'sending' then (data - 'sending') || jsonb_build_object('draft', data -> 'sending') else data end
            || case when data ->> 'what' = 'sending' then '{"what": "follow_up"}'::jsonb else '{}' end
    where key like 'sending:%' or (kind = 'draft' and key like 'draft:%')
"""


def upgrade() -> None:
    op.rename_table("follow_up", "sending")
    op.execute("alter table sending rename constraint pk_follow_up to pk_sending")
    op.execute("alter table sending rename constraint fk_follow_up_session_id_session to fk_sending_session_id_session")
    op.execute("alter index ix_follow_up_state rename to ix_sending_state")
    op.add_column("sending", sa.Column("terrain_id", sa.String(), comment="no foreign key: the register may change"))
    op.add_column("sending", sa.Column("once", sa.String(), comment="made once, ever; null: as often as the team sends it"))
    op.execute("update sending set once = kind || ':' || session_id, terrain_id = session.terrain_id "
               "from session where session.id = sending.session_id")  # fmt: skip
    op.alter_column("sending", "terrain_id", nullable=False)
    op.alter_column("sending", "session_id", nullable=True, comment="null: about no session")
    op.alter_column("sending", "kind", comment="a SendingKind")
    op.drop_constraint("uq_follow_up_session_id", "sending")
    op.create_unique_constraint(op.f("uq_sending_once"), "sending", ["once"])
    op.create_index(op.f("ix_sending_session_id"), "sending", ["session_id"])
    op.execute(NOTICES)


def downgrade() -> None:
    op.execute("delete from notice where kind = 'invitation' or key in (select 'sending:' || id from sending where once is null)")
    op.execute("delete from sending where once is null or session_id is null")
    op.execute(NOTICES_BACK)
    op.drop_index("ix_sending_session_id", "sending")
    op.drop_column("sending", "once")
    op.drop_column("sending", "terrain_id")
    op.alter_column("sending", "session_id", nullable=False, comment=None)
    op.alter_column("sending", "kind", comment=None)
    op.create_unique_constraint("uq_follow_up_session_id", "sending", ["session_id", "kind"])
    op.execute("alter index ix_sending_state rename to ix_follow_up_state")
    op.execute("alter table sending rename constraint fk_sending_session_id_session to fk_follow_up_session_id_session")
    op.execute("alter table sending rename constraint pk_sending to pk_follow_up")
    op.rename_table("sending", "follow_up")
