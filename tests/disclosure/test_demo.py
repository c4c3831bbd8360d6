"""The invented companies of the demo give every card of insight something to show."""

import datetime

from sqlalchemy.ext.asyncio import AsyncEngine

from demo.companies import FIRMS, settle
from dialogs.disclosure.chances import find_chances
from domain.demand.parameters import STANDARD
from domain.demand.quantities import Year
from storage.database.transactions import transaction
from storage.disclosure.insight import Insight

NOW = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)


async def test_the_demo_has_a_factsheet_a_plan_map_and_chances(database: AsyncEngine) -> None:
    await settle(database, NOW)
    await settle(database, NOW)  # starting the demo again changes nothing
    async with transaction(database) as connection:
        insight = Insight(connection)
        published = await insight.published_total("demo-01", NOW)
        everybody = await insight.all_companies("demo-01", NOW)
        _, chances = find_chances(await insight.sharing_companies("demo-01", NOW), STANDARD)
    assert list(published.years) == list(Year)
    assert len(everybody) == len(FIRMS)
    assert {way.kind.value for chance in chances for way in chance.ways} == {"room", "bays", "sun"}
