"""Rights end when they end: suspended links, where members are at home, and what a paper was made by."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

KINDS = "given, taken, linked, unlinked, joined, left, named"
KINDS_NOW = "given, taken, linked, unlinked, suspended, resumed, joined, left, named"


def upgrade() -> None:
    since = "since when nobody counts: Teams no longer tells who is in it"
    home = "the tenant of this person, as far as Teams tells"
    op.add_column("linked_team", sa.Column("suspended_at", sa.DateTime(timezone=True), nullable=True, comment=since))
    op.add_column("team_member", sa.Column("home", sa.String(), server_default="", nullable=False, comment=home))
    held, team = "roles its person had then, as in role_grant", "the linked team in which it was made"
    then = sa.Column("held", JSONB(), server_default=sa.text("'[]'"), nullable=False, comment=held)
    op.add_column("paper", then)
    op.add_column("paper", sa.Column("team_id", sa.String(), server_default="", nullable=False, comment=team))
    op.alter_column("role_event", "kind", comment=KINDS_NOW, existing_comment=KINDS)


def downgrade() -> None:
    op.alter_column("role_event", "kind", comment=KINDS, existing_comment=KINDS_NOW)
    op.drop_column("paper", "team_id")
    op.drop_column("paper", "held")
    op.drop_column("team_member", "home")
    op.drop_column("linked_team", "suspended_at")
