"""What channels that follow cost a company that answers: nothing."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.beginnings import as_far_as_vehicles
from tests.chat import Chat
from tests.counting import counting
from tests.notices.arranging import noor, says


@pytest.mark.parametrize("words", ["volg alle", "volg hessenpoort per dag"])
async def test_an_answer_costs_no_more_when_a_channel_follows(database: AsyncEngine, words: str) -> None:
    chat = Chat(database)
    fatima = await as_far_as_vehicles(chat)
    await says(noor(chat), words)
    noor(chat).sees("Dit kanaal volgt")
    with counting(database) as counted:
        await fatima.says("twaalf")
    fatima.sees("Genoteerd: 12")
    assert (len(counted.statements), counted.commits) == (2, 1), "\n".join(counted.statements)
