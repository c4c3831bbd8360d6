"""Where the bot is blocked it forgets how to reach: a person until their next message, a channel until named there again."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from bot.turn.sender import Forget
from dialogs.turn.events import Scope
from domain.notices.channels import Off
from storage.database.transactions import Database, transaction
from storage.intake.intakes import forget_reference
from storage.notices.channels import switch_off


def forgetting(database: Database, clock: Callable[[], datetime.datetime]) -> Forget:
    """Return what takes note of a blocked conversation; `clock` tells the time in UTC."""

    async def forget(reference: Mapping[str, Any]) -> None:
        place, tenant = reference["conversation"], reference["tenant"]
        async with transaction(database) as connection:
            if place["conversationType"] == Scope.PERSONAL:
                await forget_reference(connection, tenant, reference["user"]["aadObjectId"])
            else:
                await switch_off(connection, tenant, conversation=place["id"], now=clock(), why=Off.BLOCKED)

    return forget
