"""`stap`: taking steps up, ticking their lists, completing them, going back and doing them again; by card and by typing."""

import pytest

from domain.plan.events import PlanKind
from storage.tables.dossier import terrain_event
from tests.beginnings import talk
from tests.chat import Chat
from tests.person import Person
from tests.tables import rows

pytestmark = pytest.mark.usefixtures("registered")


def team(chat: Chat) -> Person:
    """Return Noor of the project team."""
    return chat.person("Noor", team=True)


async def kinds(chat: Chat) -> list[str]:
    """Return what was recorded, oldest first."""
    return [row["kind"] for row in await rows(chat, terrain_event)]


async def test_a_list_is_ticked_and_stays_ticked(chat_either_way: Chat) -> None:
    noor = team(chat_either_way)
    await noor.says("stap hessenpoort begin")
    await noor.clicks("Bewaar de lijst", {"items": "planmap,park"})
    noor.sees("De lijst is bewaard.")
    await noor.says("status hessenpoort")
    noor.sees("2 van 9 gedaan")
    await noor.says("stap hessenpoort")
    assert noor.screen[-1].filled_in()["items"] == "planmap,park"


async def test_an_open_must_item_asks_why_and_keeps_the_ticks(chat_either_way: Chat) -> None:
    noor = team(chat_either_way)
    await noor.says("stap hessenpoort begin")
    await noor.clicks("Rond stap 0 af", {"items": "planmap"})
    noor.sees("Nog open: Lopende initiatieven nagegaan; Regisseur aangewezen.", "Waarom rondt u de stap toch af?")
    assert noor.screen[-1].filled_in()["items"] == "planmap"
    await noor.clicks("Rond stap 0 af", {"items": "planmap", "why": "De regisseur volgt in december."})
    noor.sees("Afgerond: stap 0, Inventarisatie.", "Stap 0 is afgerond", "Begin stap 1")
    (done,) = [row for row in await rows(chat_either_way, terrain_event) if row["kind"] == PlanKind.COMPLETED]
    assert done["why"] == "De regisseur volgt in december."
    assert done["person_id"] is not None


async def test_with_all_musts_done_no_reason_is_asked(chat: Chat) -> None:
    noor = team(chat)
    await talk(noor, "stap hessenpoort begin", "regisseur hessenpoort ik", "stap hessenpoort")
    noor.sees("✓ Regisseur aangewezen")
    await noor.clicks("Rond stap 0 af", {"items": "planmap,initiatives"})
    noor.sees("Afgerond: stap 0, Inventarisatie.")
    await noor.clicks("Begin stap 1")
    noor.sees("Stap 1: Voorbereiding", "Route gekozen (moet)")


async def test_typing_does_the_same(chat: Chat) -> None:
    noor = team(chat)
    await noor.says("stap hessenpoort begin")
    noor.sees("Begonnen: stap 0, Inventarisatie.")
    await noor.says("stap hessenpoort af")
    noor.sees("Nog open", "Waarom rondt u de stap toch af?")
    await noor.says("stap hessenpoort af omdat de plankaart later komt")
    noor.sees("Afgerond: stap 0, Inventarisatie.")
    await noor.says("stap 1 hessenpoort")
    noor.sees("Begonnen: stap 1, Voorbereiding.")
    await noor.says("stap hessenpoort terug 0")
    noor.sees("Waarom gaat u terug?")
    await noor.says("stap hessenpoort terug 0 omdat er een nieuw initiatief is")
    noor.sees("Terug naar stap 0, Inventarisatie.")
    await noor.says("stap hessenpoort opnieuw want de kaart is vernieuwd")
    noor.sees("Opnieuw: stap 0, Inventarisatie.")
    assert await kinds(chat) == ["step_entered", "step_completed", "step_entered", "step_back", "step_repeated"]


async def test_the_calendar_shows_every_step_and_leads_to_another(chat: Chat) -> None:
    noor = team(chat)
    await noor.says("stap hessenpoort begin")
    await noor.clicks("Andere stap")
    noor.sees("▶ 0. Inventarisatie", "sinds 23 november 2026, verwacht klaar op 23 december 2026")
    noor.sees("2. Startbijeenkomst", "verwacht klaar tussen 23 februari 2027 en 23 maart 2027", "indicatie")
    noor.sees("7. Evaluatie", "aan het einde, en kort na elke stap")
    await noor.clicks("Ga naar deze stap", {"step": "2"})
    noor.sees("Rond eerst stap 0, Inventarisatie af.")
    await talk(noor, "stap hessenpoort af omdat het klaar is", "stap hessenpoort")
    await noor.clicks("Hele plan")
    await noor.clicks("Ga naar deze stap", {"step": "2"})
    noor.sees("U slaat stap 1 over. Waarom?")
    await noor.clicks("Ga naar deze stap", {"step": "2", "why": "De gemeente deed dit al."})
    noor.sees("Begonnen: stap 2, Startbijeenkomst.")


async def test_who_was_overtaken_changes_nothing(chat: Chat) -> None:
    noor, other = team(chat), chat.person("Noor", team=True)
    await noor.says("stap hessenpoort begin")
    old = noor.screen[-1]
    await other.says("stap hessenpoort af omdat ik haast heb")
    before = await kinds(chat)
    await noor.clicks("Bewaar de lijst", {"items": "park"}, on=old)
    noor.sees("Sinds deze kaart is er iets veranderd.", "Stap 0 is afgerond")
    assert await kinds(chat) == before


@pytest.mark.parametrize(
    ("words", "sees"),
    [
        ("stap", "Welk terrein bedoelt u?"),
        ("stap atlantis", "Dit terrein ken ik niet."),
        ("stap hessenpoort dans", "Dat begrijp ik niet."),
        ("stap hessenpoort 9", "Deze stap is er niet."),
        ("stap hessenpoort af", "Dit terrein staat nog niet in een stap."),
        ("stap hessenpoort terug 3", "Naar deze stap kunt u niet terug."),
        ("stap hessenpoort 4", "U slaat stap 0, 1, 2 en 3 over. Waarom?"),
    ],
)
async def test_what_cannot_be_is_said_and_changes_nothing(chat: Chat, words: str, sees: str) -> None:
    noor = team(chat)
    await noor.says(words)
    noor.sees(sees)
    assert await kinds(chat) == []


@pytest.mark.parametrize("words", ["plan", "hele plan", "stappenplan", "andere stap"])
async def test_the_whole_plan_can_be_asked_for(chat: Chat, words: str) -> None:
    noor = team(chat)
    await noor.says(f"stap hessenpoort {words}")
    noor.sees("Stappenplan", "7. Evaluatie")
    noor.sees_not("begrijp", "terug")


@pytest.mark.parametrize("words", ["terug", "ongedaan", "terug omdat het te vroeg was"])
async def test_a_step_back_is_chosen_on_the_whole_plan(chat: Chat, words: str) -> None:
    noor = team(chat)
    await talk(noor, "stap hessenpoort begin", "stap hessenpoort af omdat het kan", "stap hessenpoort begin")
    before = await kinds(chat)
    await noor.says(f"stap hessenpoort {words}")
    noor.sees("Stappenplan", "Kies de stap waar u naar terug wilt, en zeg waarom.")
    assert await kinds(chat) == before
    await noor.fills_in({"step": "0", "why": "te vroeg"}, "Ga naar deze stap")
    noor.sees("Terug naar stap 0, Inventarisatie.")


@pytest.mark.parametrize("words", ["stap hessenpoort", "route hessenpoort", "uitkomst hessenpoort", "regisseur hessenpoort ik"])
async def test_for_others_than_the_team_these_do_not_exist(chat: Chat, words: str) -> None:
    piet = chat.person("Piet")
    await piet.opens()
    await piet.says("ja")
    await piet.says(words)
    piet.sees_not("Inventarisatie", "Route", "Uitkomst", "regisseur van")
    assert await kinds(chat) == []


@pytest.mark.parametrize(
    ("verb", "data", "fields"),
    [
        ("step", {"terrain": "t-1", "revision": "0", "do": "enter"}, {}),
        ("route", {"terrain": "t-1", "revision": "0"}, {"found": "broad"}),
        ("director", {"terrain": "t-1", "revision": "0"}, {}),
        ("view", {"terrain": "t-1", "view": "step"}, {}),
        ("letters", {"terrain": "t-1", "revision": "0"}, {"companies": "i:1", "state": "signed"}),
    ],
)
async def test_a_button_that_was_passed_on_does_nothing_for_others(
    chat: Chat, verb: str, data: dict[str, str], fields: dict[str, str]
) -> None:
    piet = chat.person("Piet")
    await piet.opens()
    await piet.presses_raw(verb, data, fields)
    piet.sees("Deze knop werkt niet meer.")
    assert await kinds(chat) == []


@pytest.mark.parametrize(
    ("verb", "data", "fields"),
    [
        ("step", {"terrain": "t-99", "revision": "0", "do": "enter"}, {}),
        ("step", {"terrain": "t-1", "revision": "0", "do": "enter", "step": "99"}, {}),
        ("step", {"terrain": "t-1", "revision": "x", "do": "enter"}, {}),
        ("step", {"terrain": "t-1", "revision": "0", "do": "dans"}, {}),
        ("step", {"terrain": "t-1", "revision": "0", "do": "save"}, {"items": "bestaat,niet"}),
        ("outcome", {"terrain": "t-1", "revision": "0"}, {"outcome": "anders"}),
        ("letters", {"terrain": "t-1", "revision": "0"}, {"companies": "i:x,r:,?", "state": "signed"}),
        ("view", {"terrain": "t-1", "view": "alles"}, {}),
    ],
)
async def test_hostile_buttons_of_the_team_change_nothing(
    chat: Chat, verb: str, data: dict[str, str], fields: dict[str, str]
) -> None:
    noor = team(chat)
    await noor.presses_raw(verb, data, fields)
    assert noor.text()
    assert await kinds(chat) == []
