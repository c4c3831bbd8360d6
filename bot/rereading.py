"""Reading linked teams again now and then: what Teams told about who came and went may never have arrived."""

import structlog

from bot.rosters import Rosters, TooMany
from bot.undelivered import Undelivered
from storage.team_links import TeamLinks, every_link
from storage.transactions import Database, transaction

log = structlog.get_logger(__name__)


async def reread_teams(database: Database, rosters: Rosters) -> int:
    """Bring every linked team up to date, each in a transaction of its own; return how many were read.

    A team that Teams does not show stays as it is, and the log says so.
    """
    async with transaction(database) as connection:
        links = await every_link(connection)
    done = 0
    for tenant, team, reference in links:
        try:
            name, members = await rosters.read(reference, team)
        except (Undelivered, TooMany) as failure:
            log.warning("team.not_read", why=str(failure), kind=type(failure).__name__)
            continue
        async with transaction(database) as connection:
            done += await TeamLinks(connection, tenant, "", reference).reread(team, name, members) is not None
    return done
