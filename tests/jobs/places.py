"""Channels where the bot is, and settings of a bot that is never quiet: for notices through real processes."""

from typing import Any
from uuid import UUID, uuid4

from storage.database.transactions import Database, transaction
from storage.tables.channel import channel
from tests.teams.activities import BOT

ALWAYS = {"QUIET_HOURS": "", "QUIET_DAYS": ""}


async def channels(database: Database, service_url: str, tenant: str, count: int) -> dict[UUID, str]:
    """Make channels where the bot is; return what Teams calls each."""
    found = {uuid4(): f"19:{number}@thread.tacv2" for number in range(count)}
    conversation = {"conversationType": "channel", "isGroup": True, "tenantId": tenant}
    async with transaction(database) as connection:
        for channel_id, place in found.items():
            reference = {"serviceUrl": service_url, "channelId": "msteams", "tenant": tenant, "bot": BOT}
            row: dict[str, Any] = {"id": channel_id, "tenant": tenant, "conversation": place, "team_id": "19:team"}
            await connection.execute(
                channel.insert().values(row | {"reference": {**reference, "conversation": {**conversation, "id": place}}})
            )
    return found
