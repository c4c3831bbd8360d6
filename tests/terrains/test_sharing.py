"""A card about a terrain dropped in any chat: who may drop which, and that it shows no more than everybody may see."""

import datetime
from collections.abc import Sequence

import pytest

from bot.teams.message_extension import results
from bot.teams.presses import press_of_execute
from bot.turn.search import Searching
from cards.rendering import attachment
from cards.verbs import AGAIN
from cards.views.terrains.status import Status
from dialogs.terrains.message_extension import CHANGED, MOST, Shared
from domain.access.roles import Grant, Role
from domain.consent.consents import Purpose, State
from tests.access.arranging import ZWOLLE, gives
from tests.beginnings import finish_short, talk
from tests.chat import HOUSE, Chat
from tests.counting import counting
from tests.disclosure.companies import Town
from tests.disclosure.test_renewing import renew, settle
from tests.person import Person
from tests.replies import Shown, check_reply
from tests.terrains.arranging import plan

pytestmark = pytest.mark.usefixtures("registered")

NAMES = ("Alfa Transport", "Bravo Logistiek", "Charlie Bouw", "Delta Food", "Echo Koerier", "Foxtrot Opslag")
EVERYWHERE = Grant(Role.GRID_OPERATOR)
MANAGER = Grant(Role.PARK_MANAGER, terrain="t-3")


def searching(chat: Chat) -> Searching:
    """Return what finds cards, on the database of this chat."""
    return Searching(chat.database, HOUSE, chat.names, lambda: chat.now)


async def finds(person: Person, typed: str = "") -> list[str]:
    """Return the terrains on offer; the same ones in a list on a card and beside the box where one writes."""
    shared = await searching(person.chat).share(person.sender, typed)
    listed = await searching(person.chat).suggest(person.sender, "terrains", typed)
    assert [title for title, _ in listed] == [one.card.title for one in shared]
    return [one.card.title for one in shared]


async def drops(person: Person, typed: str) -> Shown:
    """Return the message with the first card that is found, checked like every reply."""
    shared = await searching(person.chat).share(person.sender, typed)
    return message(shared)


def message(shared: Sequence[Shared]) -> Shown:
    """Return a message with the first of these cards, as it stands in a chat."""
    attached = results(shared)["composeExtension"]["attachments"][0]
    activity = {"type": "message", "attachments": [attached]}
    check_reply(activity)
    return Shown("", activity)


def values(card: Status) -> list[str]:
    """Return what a card says, fact by fact."""
    return [fact.value for group in card.groups for fact in group.facts]


async def test_the_team_finds_every_terrain(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    assert await finds(noor, "hess") == ["Hessenpoort (Zwolle)", "Hessenpoort III (Zwolle)"]
    assert await finds(noor, "mars") == ["De Mars (Deventer)", "De Mars (Zutphen)"]
    assert len(await finds(noor)) == 5 <= MOST
    assert await finds(noor, "atlantis") == []


async def test_others_find_the_terrains_of_their_roles(chat: Chat) -> None:
    piet = chat.person("Piet")
    assert await finds(piet) == []
    await gives(chat, piet, ZWOLLE, MANAGER)
    assert await finds(piet) == ["Broeklanden (Hardenberg)", "Hessenpoort (Zwolle)", "Hessenpoort III (Zwolle)"]
    assert await finds(piet, "poort") == ["Hessenpoort (Zwolle)", "Hessenpoort III (Zwolle)"]
    assert await finds(piet, "mars") == []


async def test_a_role_for_the_whole_region_finds_them_all(chat: Chat) -> None:
    piet = chat.person("Piet")
    await gives(chat, piet, EVERYWHERE)
    assert len(await finds(piet)) == 5


async def test_a_company_finds_its_own_terrain(chat: Chat) -> None:
    fatima = await finish_short(chat)
    assert await finds(fatima) == ["Hessenpoort (Zwolle)"]
    assert await finds(fatima, "broeklanden") == []


async def test_an_unknown_list_is_empty(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    assert await searching(chat).suggest(noor.sender, "companies", "jan") == ()


async def test_the_card_shows_what_every_company_there_may_see(chat: Chat) -> None:
    await plan(chat)
    noor = chat.person("Noor", team=True)
    await talk(noor, "uitnodigen hessenpoort De Boer Logistiek", "stap hessenpoort begin", "regisseur hessenpoort ik")
    await finish_short(chat)
    text = (await drops(noor, "hessenpoort")).text()
    assert "0, Inventarisatie" in text
    assert "sinds 23 november 2026" in text
    assert "nog niet gepland" in text
    assert "nog geen totaal" in text
    assert "Stand van 23 november 2026, 10:00. Iedereen op het terrein mag dit zien." in text
    for hidden in ("Noor", "Jansen", "De Boer", "Plankaart", "4.200", "Route", "Te laat", "Benaderd", "gespreid", "kW"):
        assert hidden not in text


async def test_it_is_the_same_card_whoever_drops_it(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    await talk(noor, "stap hessenpoort begin", "regisseur hessenpoort ik")
    fatima, piet = await finish_short(chat), chat.person("Piet")
    await gives(chat, piet, ZWOLLE)
    cards = [(await drops(person, "hessenpoort")).card for person in (noor, fatima, piet)]
    assert cards[0] == cards[1] == cards[2]


async def test_nobody_can_press_anything_on_it(chat: Chat) -> None:
    assert (await drops(chat.person("Noor", team=True), "hessenpoort")).all_buttons() == []


async def test_a_published_total_is_shown_and_goes_when_somebody_withdraws(chat: Chat) -> None:
    town = Town(chat.database)
    await settle(town, *NAMES)
    noor = chat.person("Noor", team=True)
    assert "nog geen totaal" in (await drops(noor, "hessenpoort")).text()
    await renew(town)
    text = (await drops(noor, "hessenpoort")).text()
    assert "indicatie, 6 bedrijven" in text
    assert not any(name in text for name in NAMES)
    await town.erases(NAMES[0])
    assert "nog geen totaal" in (await drops(noor, "hessenpoort")).text()


async def again(person: Person, card: Shown) -> Shown:
    """Return a dropped card as Teams shows it when this person sees it."""
    assert card.card is not None
    carried = card.card["refresh"]["action"]
    press = press_of_execute({"action": carried}, card.id)
    assert press.verb == AGAIN
    found = await searching(person.chat).again(person.sender, press.data)
    assert found is not None
    assert not found.forged
    activity = {"type": "message", "attachments": [attachment(found.card)]}
    check_reply(activity)
    return Shown(card.id, activity)


async def test_a_dropped_card_loses_a_total_that_was_withdrawn_whoever_looks(chat: Chat) -> None:
    town = Town(chat.database)
    await settle(town, *NAMES)
    await renew(town)
    noor, piet = chat.person("Noor", team=True), chat.person("Piet")
    card = await drops(noor, "hessenpoort")
    assert (await again(noor, card)).text() == (await again(piet, card)).text() == card.text()
    await town.decides(NAMES[0], State.WITHDRAWN, Purpose.TOTAL)
    assert "nog geen totaal" in (await again(noor, card)).text()
    seen = await again(piet, card)
    assert f"Antwoorden 2030\n{CHANGED}" in seen.text()
    assert "nog niet gepland" in seen.text()
    assert "kW" not in seen.text()
    assert (await again(piet, seen)).text() == seen.text()


async def test_whoever_may_see_the_terrain_sees_it_now_and_others_nothing_new(chat: Chat) -> None:
    noor, fatima, piet = chat.person("Noor", team=True), await finish_short(chat), chat.person("Piet")
    card = await drops(noor, "hessenpoort")
    chat.now += datetime.timedelta(days=1)
    await talk(noor, "stap hessenpoort begin")
    for person in (noor, fatima):
        text = (await again(person, card)).text()
        assert "0, Inventarisatie" in text
        assert "Stand van 24 november 2026, 10:00." in text
    text = (await again(piet, card)).text()
    assert f"Stap\n{CHANGED}" in text
    assert "Inventarisatie" not in text
    assert "Stand van 23 november 2026, 10:00." in text


async def test_asking_again_stores_nothing(chat: Chat) -> None:
    card = await drops(chat.person("Noor", team=True), "hessenpoort")
    await again(chat.person("Piet"), card)
    async with chat.database.connect() as connection:
        assert (await connection.exec_driver_sql("select count(*) from person")).scalar_one() == 0
        assert (await connection.exec_driver_sql("select count(*) from turn")).scalar_one() == 0


@pytest.mark.parametrize(
    "carried",
    [{}, {"terrain": "t-1"}, {"terrain": "t-1", "at": "gisteren"}, {"terrain": "t-1", "at": "2026-11-23"}, {"terrain": "t-9"}],
)
async def test_what_is_no_card_of_ours_is_not_shown(chat: Chat, carried: dict[str, str]) -> None:
    assert await searching(chat).again(chat.person("Noor", team=True).sender, carried) is None


async def test_who_makes_up_a_card_learns_nothing(chat: Chat) -> None:
    await talk(chat.person("Noor", team=True), "stap hessenpoort begin")
    made_up = {"terrain": "t-1", "at": "2026-11-23T09:00+00:00", "seen": "x"}
    found = await searching(chat).again(chat.person("Piet").sender, made_up)
    assert found is not None
    assert values(found.card) == [CHANGED] * 3


async def test_however_many_terrains_are_found_they_are_looked_up_together(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    await talk(noor, "stap hessenpoort begin")
    await searching(chat).share(noor.sender, "")  # the first of a year makes the key
    with counting(chat.database) as counted:
        assert len(await searching(chat).share(noor.sender, "")) == 5
    found = counted.statements
    assert len(found) == 4, found  # who is looking, the key, where the terrains stand, what was published


@pytest.mark.parametrize("typed", ["x" * 5000, "\x00", "'; drop table person; --", "%", "\ud800"])
async def test_any_text_may_be_typed(chat: Chat, typed: str) -> None:
    assert len(await finds(chat.person("Noor", team=True), typed)) <= MOST


async def test_nothing_is_kept_of_a_search(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await finds(fatima, "hess")
    async with chat.database.connect() as connection:
        assert (await connection.exec_driver_sql("select count(*) from person")).scalar_one() == 0
        assert (await connection.exec_driver_sql("select count(*) from turn")).scalar_one() == 0
