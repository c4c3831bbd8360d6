"""Cards: read-only once answered, open again with "Wijzig", and harmless when old, doubled or somebody else's."""

import copy
from typing import Any

from tests.beginnings import CONSENTS, SHORT, agree, talk
from tests.chat import Chat
from tests.person import Person
from tests.replies import Shown
from tests.tables import answers

SAVE = "Opslaan en verder"
COMPANY = {"company.name": "Jansen Transport", "company.terrain": "Hessenpoort"}
FLEET = {"van.total": "12", "light_truck.total": "0", "rigid.total": "0", "tractor.total": "3"}


def kept(person: Person, button: str = SAVE) -> tuple[Shown, dict[str, Any]]:
    """Return the newest card with this button, and the button as it is now."""
    shown = person.newest(button)
    return shown, copy.deepcopy(shown.button(button))


async def test_an_answered_card_becomes_read_only_in_place_with_a_way_back(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima)
    card, _ = kept(fatima)
    await fatima.fills_in(COMPANY)
    assert not card.inputs()
    assert list(card.actions()) == ["Wijzig"]
    assert "Jansen Transport" in card.text()
    await fatima.clicks("Wijzig", on=card)
    assert card.filled_in()["company.name"] == "Jansen Transport"
    await fatima.clicks(SAVE, card.named({"company.name": "Jansen Logistiek"}), on=card)
    assert not card.inputs()
    fatima.sees("Jansen Logistiek", "Uw voertuigen nu")
    assert [value for value, _ in await answers(chat_either_way, "company.name")] == ["Jansen Transport", "Jansen Logistiek"]
    assert len(await answers(chat_either_way, "company.terrain")) == 1


async def test_a_card_that_is_saved_unchanged_says_what_is_next(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima)
    await fatima.fills_in(COMPANY)
    card, _ = kept(fatima, "Wijzig")
    await fatima.clicks("Wijzig", on=card)
    await fatima.clicks(SAVE, on=card)
    assert not card.inputs()
    assert len(await answers(chat_either_way, "company.name")) == 1
    await fatima.fills_in(FLEET)
    fatima.sees("Uw bestelwagens: nu en straks")


async def test_half_a_card_is_kept_and_the_rest_is_asked(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima)
    await fatima.fills_in({"company.name": "Jansen Transport"})
    fatima.sees("Op welk bedrijventerrein zit u?")
    assert await answers(chat_either_way, "company.name") == [("Jansen Transport", "sure")]
    await fatima.says("Hessenpoort")
    await fatima.fills_in({"van.total": "12", "tractor.total": "3"})
    fatima.sees("Lichte vrachtwagens", "Bakwagens")
    await fatima.fills_in({"light_truck.total": "0", "rigid.total": "0"})
    fatima.sees("Uw bestelwagens: nu en straks")
    assert await answers(chat_either_way, "van.total") == [(12, "sure")]


async def test_saving_twice_is_saving_once(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima)
    card, button = kept(fatima)
    await fatima.presses(button, COMPANY, card)
    fatima.sees("Uw voertuigen nu")
    shown = len(fatima.screen)
    await fatima.presses(button, COMPANY, card)
    assert len(fatima.screen) == shown
    assert list(card.actions()) == ["Wijzig"]
    assert len(await answers(chat_either_way, "company.name")) == 1


async def test_an_old_card_does_not_overwrite_what_was_answered_since(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima)
    card, button = kept(fatima)
    await talk(fatima, "Jansen Logistiek", "Broeklanden")
    await fatima.presses(button, COMPANY, card)
    fatima.sees("Dit was een oude kaart. Uw nieuwere antwoorden zijn bewaard.", "Jansen Logistiek")
    assert [value for value, _ in await answers(chat_either_way, "company.name")] == ["Jansen Logistiek"]
    await fatima.says("verder")
    fatima.sees("Hoeveel bestelwagens")


async def test_an_old_card_still_fills_what_is_open(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima)
    card, button = kept(fatima)
    await fatima.says("Jansen Logistiek")
    await fatima.presses(button, COMPANY, card)
    fatima.sees("Dit was een oude kaart.", "Hessenpoort")
    assert [value for value, _ in await answers(chat_either_way, "company.name")] == ["Jansen Logistiek"]
    assert [value for value, _ in await answers(chat_either_way, "company.terrain")] == [{"id": "t-1", "name": "Hessenpoort"}]


async def test_a_card_about_vehicles_that_are_not_there_any_more_says_so(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima)
    await fatima.fills_in(COMPANY)
    await fatima.fills_in(FLEET)
    card, button = kept(fatima)
    await talk(fatima, "wijzig bestelwagens", "0")
    await fatima.presses(button, {"van.electric_2030": "5"}, card)
    fatima.sees("Deze vragen gelden niet meer voor u.", "verder")
    assert await answers(chat_either_way, "van.electric_2030") == []


async def test_somebody_elses_card_changes_nothing_and_tells_nothing(chat_either_way: Chat) -> None:
    fatima, piet = chat_either_way.person("Fatima"), chat_either_way.person("Piet")
    await agree(fatima)
    card, button = kept(fatima)
    company = {"company.name": "De Vries", "company.terrain": "Hessenpoort"}
    await fatima.fills_in(company)
    answered, edit = kept(fatima, "Wijzig")
    await agree(piet)
    piet.screen += copy.deepcopy([card, answered])
    await piet.presses(button, company, card)
    piet.sees("Deze kaart hoort niet bij uw gegevens.", "verder")
    piet.sees_not("De Vries", "Hessenpoort")
    await piet.presses(edit, {}, answered)
    piet.sees_not("De Vries")
    assert len(await answers(chat_either_way, "company.name")) == 1


async def test_the_depth_card_closes_and_pressing_it_again_changes_nothing(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await fatima.opens()
    await fatima.says("ja")
    card, full = kept(fatima, "Volledig: 5 tot 10 minuten")
    short = dict(card.button("Kort: 2 minuten"))
    await fatima.presses(full, {}, card)
    fatima.sees("U koos: Volledig.", "Stap 1 van 7")
    assert not card.actions()
    await fatima.presses(short, {}, card)
    fatima.sees("U bent al begonnen.", "Stap 1 van 7")


async def test_the_summary_is_confirmed_once_and_only_as_it_is_now(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima)
    await talk(fatima, *SHORT, *CONSENTS)
    card, button = kept(fatima, "Ja, dit klopt")
    await talk(fatima, "wijzig terrein", "Broeklanden")
    await fatima.presses(button, {}, card)
    fatima.sees("Er is intussen iets gewijzigd. Kijk het nog één keer na.", "Broeklanden")
    fatima.sees_not("Dank u wel")
    newest, confirm = kept(fatima, "Ja, dit klopt")
    await fatima.presses(confirm, {}, newest)
    fatima.sees("Dank u wel")
    await fatima.presses(confirm, {}, newest)
    fatima.sees("U heeft dit al bevestigd.")


async def test_one_answer_is_changed_from_the_list_on_the_summary_with_history(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima)
    await talk(fatima, *SHORT, *CONSENTS, "ja", "overzicht")
    await fatima.clicks("Wijzig dit", {"question": "van.total"})
    fatima.sees("Bestelwagens (tot 3.500 kg)")
    await fatima.fills_in({"van.total": "14"})
    fatima.sees("14", "U kunt alles nog wijzigen.")
    assert [value for value, _ in await answers(chat_either_way, "van.total")] == [12, 14]
    await fatima.clicks("Wijzig dit", {"question": ""})
    fatima.sees("Kies eerst in de lijst wat u wilt wijzigen.")


async def test_an_estimate_and_not_knowing_stay_when_a_card_is_opened_again(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima)
    await fatima.fills_in(COMPANY)
    await fatima.clicks("De rest weet ik niet", FLEET | {"rigid.total": "", "_estimate": "true"})
    expected = {"van": (12, "estimate"), "rigid": (None, "unknown"), "tractor": (3, "estimate"), "light_truck": (0, "estimate")}
    assert {name: (await answers(chat_either_way, f"{name}.total"))[-1] for name in expected} == expected
    fleet = next(shown for shown in fatima.screen if "Uw voertuigen nu" in shown.text())
    assert "schatting" in fleet.text()
    await fatima.clicks("Wijzig", on=fleet)
    await fatima.clicks(SAVE, on=fleet)
    assert {name: (await answers(chat_either_way, f"{name}.total"))[-1] for name in expected} == expected
    assert len(await answers(chat_either_way, "van.total")) == 1


async def test_typing_goes_on_where_a_card_waits_and_closes_it_when_it_is_full(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    card, _ = kept(fatima)
    await fatima.says("Jansen Transport")
    assert card.inputs()
    await fatima.says("Hessenpoort")
    assert not card.inputs()
    assert list(card.actions()) == ["Wijzig"]
    await fatima.says("kaart")
    fatima.sees("Uw voertuigen nu")
    assert fatima.newest(SAVE).inputs()
