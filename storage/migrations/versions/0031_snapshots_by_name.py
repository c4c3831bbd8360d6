"""Snapshots by name: what was a list, read by position, is an object, and a snapshot tells its version.

One statement rewrites all of them: PostgreSQL goes through the table row by row, however long it is.
"""

from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

# As storage/intake/snapshots.py writes version 2: an answer that is sure does not say so.
BY_NAME = """
    update intake set current = jsonb_build_object(
        'version', 2,
        'answers', (
            select coalesce(jsonb_object_agg(name, jsonb_build_object('value', list -> 0, 'revision', list -> 2)
                || case when list ->> 1 = 'sure' then '{}' else jsonb_build_object('certainty', list -> 1) end), '{}')
            from jsonb_each(coalesce(current -> 'answers', '{}')) as answer(name, list)
        ),
        'consents', (
            select coalesce(jsonb_object_agg(purpose, jsonb_build_object('state', list -> 0, 'text_version', list -> 1,
                'at', list -> 2, 'until', list -> 3, 'through', list -> 4, 'revision', list -> 5)), '{}')
            from jsonb_each(coalesce(current -> 'consents', '{}')) as decision(purpose, list)
        )
    )
    where current -> 'version' is null and current <> '{}'
"""
BY_POSITION = """
    update intake set current = jsonb_build_object(
        'answers', (
            select coalesce(jsonb_object_agg(name, jsonb_build_array(
                named -> 'value', coalesce(named -> 'certainty', '"sure"'), named -> 'revision')), '{}')
            from jsonb_each(current -> 'answers') as answer(name, named)
        ),
        'consents', (
            select coalesce(jsonb_object_agg(purpose, jsonb_build_array(named -> 'state', named -> 'text_version',
                named -> 'at', named -> 'until', named -> 'through', named -> 'revision')), '{}')
            from jsonb_each(current -> 'consents') as decision(purpose, named)
        )
    )
    where current -> 'version' = '2'
"""


def upgrade() -> None:
    op.execute(BY_NAME)


def downgrade() -> None:
    op.execute(BY_POSITION)
