"""What is late has one key for whoever hears of it: channels had another one for promises. They are told nothing again."""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

# A channel was told of all promises of a terrain up to a day; from now on each has its own key, as for directors.
KNOWN_BY_NOW = """
    insert into notice (kind, channel_id, terrain_id, key, at, due_at, posted_at, arrived)
    select distinct on (told.channel_id, told.terrain_id, promise.key, promise.value)
        told.kind, told.channel_id, told.terrain_id,
        concat_ws(':', 'late', told.terrain_id, 'promise', promise.key, promise.value),
        told.at, told.due_at, coalesce(told.posted_at, told.at), true
    from notice as told
    join terrain_state on terrain_state.terrain_id = told.terrain_id
    cross join lateral jsonb_each_text(terrain_state.current -> 'promises') as promise
    where told.kind = 'late' and told.channel_id is not null and told.key ~ '[:]promise[:][0-9]{4}-[0-9]{2}-[0-9]{2}$'
        and promise.value <= right(told.key, 10)
    order by told.channel_id, told.terrain_id, promise.key, promise.value, told.id
    on conflict do nothing
"""
# What still waits tells which of it is late, and no longer in which words.
WAITING = """
    update notice set data = jsonb_build_object('lag', substring(key from '[:](recheck|step|next|promise)[:]'))
    where kind = 'late' and channel_id is not null and not arrived
"""


def upgrade() -> None:
    op.execute(KNOWN_BY_NOW)
    op.execute(WAITING)


def downgrade() -> None:
    """Leave it: keys that nobody looks for do no harm."""
