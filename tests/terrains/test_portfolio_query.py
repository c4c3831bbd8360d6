"""What is said behind `terreinen` narrows the list, and buttons carry the same."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.terrains.portfolio_query import Query, carried, read_query, uncarried
from domain.forms.responses import ActionOwner
from domain.plan.portfolio import Filter, Sort
from domain.plan.routes import Route
from domain.terrains.plan_map import Congestion
from domain.terrains.terrains import SizeClass

HOSTILE = ["[]", "1", '{"step": true}', '{"route": "x"}', '{"sort": []}', '{"director": 1}', '{"within": 1}']
ME, NOOR = UUID(int=1), ActionOwner(UUID(int=2), "Noor de Wit")


@pytest.mark.parametrize(
    ("text", "such"),
    [
        ("", Filter()),
        ("laat zwolle", Filter(late=True, municipality="GM0193")),
        ("te laat in de gemeente Hof van Twente", Filter(late=True, municipality="GM1735")),
        ("Gelderland stap 2", Filter(province="Gelderland", step=2)),
        ("onderzoek groot", Filter(step=3, size=SizeClass.LARGE)),
        ("route koud, volledige congestie", Filter(route=Route.COLD, congestion=Congestion.FULL)),
        ("geen congestie", Filter(congestion=Congestion.NONE)),
        ("van Noor", Filter(director=NOOR.person)),
        ("regisseur noor laat", Filter(director=NOOR.person, late=True)),
        ("noor de wit uitgesteld", Filter(director=NOOR.person, route=Route.POSTPONED)),
        ("mijn laat", Filter(director=ME, late=True)),
        ("zonder regisseur niet begonnen", Filter(led=False, step=-1)),
        ("poort zwolle", Filter(municipality="GM0193", name="poort")),
    ],
)
def test_words_narrow_the_list(text: str, such: Filter) -> None:
    assert read_query(text, ME, [NOOR]) == Query(such)


def test_the_order_can_be_said() -> None:
    assert read_query("laat sorteer op naam", ME, []) == Query(Filter(late=True), Sort.NAME)


@given(text=st.text(max_size=80))
def test_any_words_give_a_list_and_buttons_carry_it(text: str) -> None:
    query = read_query(text, ME, [NOOR])
    assert uncarried(carried(query)) == query


@given(text=st.text(max_size=200) | st.sampled_from(HOSTILE))
def test_a_hostile_button_gives_some_list(text: str) -> None:
    assert uncarried(text).such.within is None
