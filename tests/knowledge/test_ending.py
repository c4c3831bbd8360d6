"""The day after their last: what ended is not said any more, a question about it is still understood, and the team hears so."""

import datetime

from domain.knowledge.items import ItemAudience
from domain.knowledge.standard import STANDARD_ITEMS
from tests.beginnings import agree
from tests.chat import Chat
from tests.person import Person

NEW_YEAR = datetime.datetime(2026, 12, 31, 23, 1, tzinfo=datetime.UTC)  # one past midnight here
ENDING = [
    one
    for one in STANDARD_ITEMS.values()
    if one.valid_until == datetime.date(2026, 12, 31) and one.audience is not ItemAudience.TEAM
]


async def test_after_its_last_day_only_that_is_said_of_it(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    chat.now = NEW_YEAR - datetime.timedelta(hours=1)
    await agree(fatima)
    for one in ENDING:
        await fatima.says(one.title)
        fatima.sees(f"Bron: {one.source}. Geldig tot en met 31 december 2026.")
    chat.now = NEW_YEAR
    for one in ENDING:
        await fatima.says(one.title)
        fatima.sees("Wat wij hierover wisten, gold tot en met 31 december 2026.", "Wat nu geldt, weten wij nog niet.")
        fatima.sees_not("Bron: ", *one.lines_with({}))
        await fatima.says(f"kennis {one.key}")
        fatima.sees_not(one.source, *one.lines_with({}))


async def test_the_team_hears_on_that_day_what_ended(chat: Chat, anouk: Person) -> None:
    chat.now = NEW_YEAR
    await anouk.says("kennis")
    anouk.sees("Verlopen: ", "Wat kost een lader? (verlopen)")
