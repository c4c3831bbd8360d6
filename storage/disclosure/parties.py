"""What a municipality, a grid operator and advisers see: companies that agreed to it, unless that gives another one away."""

import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.disclosure.audiences import AUDIENCES, Shown
from domain.disclosure.rules import Party
from storage.disclosure.gate import read_terrain
from storage.disclosure.history import load_history


async def read_for(connection: AsyncConnection, terrain_id: str, party: Party, now: datetime.datetime) -> Shown:
    """Return the companies of a terrain that a party may see now, by name."""
    agreed = await read_terrain(connection, terrain_id, AUDIENCES[party], now)
    history = await load_history(connection, terrain_id, (), now)
    shown = history.shown()[party]
    companies = tuple(one for one in agreed if str(one.hidden.mark) in shown)
    return Shown(companies, len(agreed) - len(companies))
