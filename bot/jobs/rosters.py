"""Reading linked teams again now and then: what Teams told about who came and went may never have arrived."""

import datetime
from collections.abc import Mapping
from typing import Any

import structlog

from bot.teams.rosters import Rosters, TooMany
from bot.teams.undelivered import Gone, NotDelivered
from dialogs.notices.reports import TEAM_UNREAD
from domain.notices.notice import NewNotice
from domain.notices.quiet import Quiet
from storage.access.team_links import TeamLinks, every_link
from storage.database.transactions import Database, Transaction, transaction
from storage.notices.notices import Notices

# A day, less the minutes that lie between two readings at the same hour: whoever left meanwhile would keep their role until then.
TOO_LONG = datetime.timedelta(hours=23, minutes=30)
log = structlog.get_logger(__name__)


async def reread_teams(database: Database, rosters: Rosters) -> int:
    """Bring every linked team up to date, each in a transaction of its own; return how many were read.

    A team that Teams does not show stays as it is for a day, one that is gone does not; then nobody counts through it until it
    is read again. The log says so, and whoever linked it hears it.
    """
    async with transaction(database) as connection:
        links = await every_link(connection)
    done = 0
    for tenant, team, reference in links:
        try:
            name, members = await rosters.read(reference, team)
        except (NotDelivered, TooMany) as failure:
            log.warning("team.not_read", why=str(failure), kind=type(failure).__name__)
            async with transaction(database) as connection:
                await suspend(connection, tenant, team, reference, gone=isinstance(failure, Gone))
            continue
        async with transaction(database) as connection:
            done += await TeamLinks(connection, tenant, "", reference).reread(team, name, members) is not None
    return done


async def suspend(connection: Transaction, tenant: str, team: str, reference: Mapping[str, Any], *, gone: bool) -> None:
    """Let nobody count through a team that is gone, or could not be read for a day, and tell whoever linked it."""
    teams = TeamLinks(connection, tenant, "", reference)
    if not await teams.suspend(team, datetime.timedelta(0) if gone else TOO_LONG):
        return
    log.warning("team.suspended")
    linker, now = await teams.linker(team), datetime.datetime.now(datetime.UTC)
    if linker is not None:
        name, key = await teams.name(team), f"{TEAM_UNREAD.name}:{team}:{now.isoformat()}"
        await Notices(connection, now, Quiet()).plan(NewNotice(TEAM_UNREAD.name, person=linker, data={"team": name}, key=key))
