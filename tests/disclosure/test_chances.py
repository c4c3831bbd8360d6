"""Who could help whom: hour by hour, sorted by what it solves, and only between companies that share with companies."""

from uuid import UUID, uuid5

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.disclosure.chances import CHANCES
from domain.access.roles import Grant, Role
from domain.consent.consents import Purpose, State
from domain.demand.quantities import QUARTERS, Year
from domain.disclosure.chances import Chance, HelpKind, chances, hours_of, neighbour_of, relief
from domain.intake.answers import Answer, Answers, Value
from tests.beginnings import finish_short
from tests.chat import Chat
from tests.disclosure.companies import Town, fleet
from tests.disclosure.test_factsheet import MUNICIPALITY, reader
from tests.intake.arranging import knows
from tests.without import does_not_exist

Given = dict[str, Answer | Value]
SPACE = UUID(int=7)


def busy(**more: Value) -> Given:
    """Return a haulier whose connection is too small: ten tractors, 20 kW left."""
    return fleet(10) | {"grid.contracted_kw": 120} | {name.replace("__", "."): value for name, value in more.items()}


def roomy(**more: Value) -> Given:
    """Return a neighbour with few vehicles and a lot left: 300 kW, ten bays, open to others."""
    own: Given = {"grid.contracted_kw": 400, "site.bays": 10, "site.neighbours": "yes"}
    return fleet(1) | own | {name.replace("__", "."): value for name, value in more.items()}


def find(**companies: Given) -> tuple[Chance, ...]:
    """Return the chances between companies by name, in 2030."""
    found = []
    for name, given_ in companies.items():
        answers = Answers({key: one if isinstance(one, Answer) else Answer(one) for key, one in given_.items()})
        found.append(neighbour_of(uuid5(SPACE, name), answers, Year.Y2030))
    return chances([one for one in found if one is not None])


def key(name: str) -> UUID:
    """Return the key of a company."""
    return uuid5(SPACE, name)


def test_room_of_one_falls_in_the_shortage_of_the_other() -> None:
    (chance,) = find(busy=busy(), roomy=roomy())
    assert (chance.needs, chance.helps, chance.agreed) == (key("busy"), key("roomy"), True)
    (way,) = chance.ways
    assert way.kind is HelpKind.ROOM
    assert way.hours == ((72, 24),)  # 18:00 to 06:00
    assert way.kw == pytest.approx(10 * 160 * 1.15 * 1.26 / 0.92 / 12 - 20)  # what does not fit, all of it


def test_whoever_wants_nobody_on_site_helps_nobody_the_silent_may_be_asked() -> None:
    assert find(busy=busy(), roomy=roomy(site__neighbours="no")) == ()
    unasked = roomy()
    del unasked["site.neighbours"]
    (chance,) = find(busy=busy(), roomy=unasked)
    assert not chance.agreed


def test_bays_and_sun_are_help_too() -> None:
    short = busy(site__bays=4, tractor__daytime="yes")
    sunny = roomy(own__solar_kwp=200, own__surplus="often")
    (chance,) = find(short=short, sunny=sunny)
    kinds = {way.kind: way for way in chance.ways}
    assert set(kinds) == set(HelpKind)
    assert (kinds[HelpKind.SUN].kw, kinds[HelpKind.SUN].hours) == (100, ((44, 60),))
    assert (kinds[HelpKind.BAYS].bays, kinds[HelpKind.BAYS].kw) == (6, 300)  # at most what is left there
    assert [way.kw for way in chance.ways] == sorted((way.kw for way in chance.ways), reverse=True)


def test_the_same_places_and_the_same_room_help_once() -> None:
    """Two lack six bays and 190 kW, one has nine bays and 300 kW left: the second gets what the first leaves."""
    first, second = find(alfa=busy(site__bays=4), bravo=busy(site__bays=4), roomy=roomy())
    kinds = [{way.kind: way for way in chance.ways} for chance in (first, second)]
    assert [ways[HelpKind.BAYS].bays for ways in kinds] == [6, 3]
    room = 300 - 1 * 160 * 1.15 * 1.26 / 0.92 / 12
    lacking = 10 * 160 * 1.15 * 1.26 / 0.92 / 12 - 20
    assert kinds[0][HelpKind.ROOM].kw == pytest.approx(lacking)
    assert kinds[1][HelpKind.ROOM].kw == pytest.approx(room - lacking)


def test_whoever_is_short_may_choose_between_helpers() -> None:
    found = find(busy=busy(site__bays=4), north=roomy(), south=roomy())
    assert [{way.kind: way.bays for way in chance.ways}[HelpKind.BAYS] for chance in found] == [6, 6]


def test_what_solves_most_comes_first_and_unknown_room_is_no_help() -> None:
    unknown = roomy()
    del unknown["grid.peak_kw"]
    found = find(busy=busy(), little=roomy(grid__contracted_kw=160), much=roomy(), unknown=unknown)
    assert [chance.helps for chance in found] == [key("much"), key("little")]


@given(st.lists(st.booleans(), min_size=QUARTERS, max_size=QUARTERS))
def test_hours_are_runs_that_cover_just_these_quarters(quarters: list[bool]) -> None:
    covered = {
        quarter % QUARTERS
        for start, end in hours_of(np.array(quarters))
        for quarter in range(start, end if end > start else end + QUARTERS)
    }
    assert covered == {place for place, there in enumerate(quarters) if there}


@given(
    st.lists(st.floats(0, 500), min_size=QUARTERS, max_size=QUARTERS),
    st.lists(st.floats(0, 500), min_size=QUARTERS, max_size=QUARTERS),
)
def test_relief_is_never_more_than_the_shortage_or_the_room(short: list[float], spare: list[float]) -> None:
    solved = relief(np.array(short), np.array(spare))
    assert 0 <= solved <= min(max(short), max(spare)) + 1e-9


async def test_the_team_sees_pairs_of_those_who_share_with_reasons(chat: Chat, town: Town) -> None:
    await town.adds("Alfa Transport", Purpose.COMPANIES, answers=busy())
    await town.adds("Bravo Opslag", Purpose.COMPANIES, answers=roomy())
    await town.adds("Charlie Hal", Purpose.TOTAL, Purpose.MUNICIPALITY, answers=roomy())
    noor = chat.person("Noor", team=True)
    await noor.says("kansen hessenpoort")
    noor.sees("Kansen op Hessenpoort (Zwolle)", "Bravo Opslag kan Alfa Transport helpen", "Dit lost 190 kW tekort op.")
    noor.sees("Alfa Transport komt stroom tekort van 18:00 tot 06:00.", "Bravo Opslag heeft dan ruimte over op de aansluiting.")
    noor.sees("2 bedrijven delen dit met elkaar.", "Zo kan het in 2030.")
    noor.sees_not("Charlie Hal")
    await town.decides("Bravo Opslag", State.WITHDRAWN, Purpose.COMPANIES)
    await noor.says("kansen hessenpoort")
    noor.sees("Wij zien nu nog geen bedrijven die elkaar kunnen helpen.")
    noor.sees_not("Bravo Opslag")


async def test_what_is_left_is_said_to_count_once(chat: Chat, town: Town) -> None:
    for name in ("Alfa Transport", "Charlie Koel"):
        await town.adds(name, Purpose.COMPANIES, answers=busy(site__bays=4))
    await town.adds("Bravo Opslag", Purpose.COMPANIES, answers=roomy())
    noor = chat.person("Noor", team=True)
    await noor.says("kansen hessenpoort")
    noor.sees("6 vrije plekken", "3 vrije plekken", "Wat een bedrijf over heeft, telt één keer.")


async def test_a_company_sees_only_its_own_pairs_and_is_spoken_to(chat: Chat, town: Town) -> None:
    await town.adds("Alfa Transport", Purpose.COMPANIES, answers=busy())
    await town.adds("Bravo Opslag", Purpose.COMPANIES, answers=roomy())
    fatima = await finish_short(chat)  # shares with companies: no
    await fatima.says("kansen")
    fatima.sees("U deelt nu niets met bedrijven op uw terrein.", "Het hoeft niet.")
    fatima.sees_not("Alfa Transport", "Bravo Opslag")
    await fatima.says("toestemming")
    shown = fatima.screen[-1]
    share = next(node for node in shown.all_buttons() if node["data"]["data"].get("purpose") == "companies")
    await fatima.presses(share, {}, shown)
    own = {"company.name": "Jansen Transport", "company.terrain": {"id": "t-1", "name": "Hessenpoort"}, **busy()}
    await knows(chat, fatima, {name: one if isinstance(one, Answer) else Answer(one) for name, one in own.items()})
    await fatima.says("kansen")
    fatima.sees("Bravo Opslag kan u helpen", "U komt stroom tekort van 18:00 tot 06:00.", "Bravo Opslag heeft dan ruimte over")
    fatima.sees_not("Alfa Transport")


@pytest.mark.parametrize("grant", [MUNICIPALITY, Grant(Role.PARK_MANAGER, terrain="t-1"), Grant(Role.GRID_OPERATOR)])
async def test_for_partners_it_does_not_exist(chat: Chat, grant: Grant) -> None:
    yara = await reader(chat, grant)
    await does_not_exist(yara, "kansen hessenpoort", [CHANCES])
