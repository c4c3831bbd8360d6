"""What a company hears by itself: never twice the same, and never nothing new."""

import datetime
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from domain.rounds.news import News, choose_news

START = datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC)
KEYS = [f"thing:{number}" for number in range(6)]
MOMENTS = st.none() | st.integers(0, 200).map(lambda hours: START + datetime.timedelta(hours=hours))
NEWS = st.builds(News, key=st.sampled_from(KEYS), needs_fact=st.booleans(), newest=MOMENTS)
# Several times a day something is offered, day after day, as it comes: workers tick, and a morning is missed.
OFFERS = st.lists(st.tuples(st.integers(0, 60), st.lists(NEWS, max_size=8)), max_size=30)


@given(OFFERS)
def test_a_company_hears_each_thing_once_and_never_nothing_new(offers: list[tuple[int, list[News]]]) -> None:
    now, told, times = START, dict[str, datetime.datetime](), Counter[str]()
    for hours, offered in offers:
        now += datetime.timedelta(hours=hours)
        chosen = choose_news(offered, told)
        for news in chosen:
            assert news.key not in told
            assert not news.needs_fact or (news.newest and all(at < news.newest for at in told.values()))
        times.update(news.key for news in chosen)
        told |= {news.key: now for news in chosen}
    assert all(count == 1 for count in times.values())


@given(st.lists(NEWS, max_size=8))
def test_what_is_new_by_itself_is_never_held_back(offered: list[News]) -> None:
    chosen = {news.key for news in choose_news(offered, {})}
    assert {news.key for news in offered if not news.needs_fact} <= chosen


def test_a_second_reminder_waits_for_a_fact_after_the_first() -> None:
    told = {"intake:1": START}
    hour = datetime.timedelta(hours=1)
    assert not News("intake:2", needs_fact=True).is_new(told)
    assert not News("intake:2", needs_fact=True, newest=START - hour).is_new(told)
    assert News("intake:2", needs_fact=True, newest=START + hour).is_new(told)
