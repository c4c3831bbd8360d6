"""The outlook as one thing that Fatima can turn: by its taps, by typing, and on paper. Nothing of it is kept."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from cards.heights import SCREEN, height_of
from cards.verbs import Verb
from domain.consent.consents import Purpose, State
from domain.demand.companies import outlook_of
from domain.demand.outlooks import Outlook
from domain.demand.parameters import STANDARD, Parameters
from domain.demand.sites import Site
from domain.intake.vehicles import VehicleClass
from storage.tables.people import answer
from tests.beginnings import agree, finish_short, talk
from tests.cards.nodes import Node, bars, inputs, kind
from tests.chat import Chat
from tests.demand.test_outlook import GRID, known_company
from tests.disclosure.companies import Town
from tests.disclosure.test_factsheet import NAMES
from tests.disclosure.test_renewing import renew, settle
from tests.person import Person
from tests.tables import rows

TURNS = ("Minder voertuigen", "Gespreid", "Met mijn buren")


async def company_with_room(chat: Chat) -> Person:
    """Return Fatima, whose ten tractors of 2030 fit only when she spreads.

    Nine of them (90%) charge here. Each asks 294 km x 1.15 x 1.26 (winter) / 0.92 = 463 kWh: 4,167 kWh in twelve hours, so
    347 kW spread. At 100 kW a tractor charges 4.63 h. Of ten 74% draw at once at 4 h, and 91% at 9.2 h; five are all on at
    once. So of nine 6.92 draw at 4 h and 8.28 at 9.2 h: 7.08 at 4.63 h, or 708 kW. Spreading saves 361 kW.
    """
    fatima = await known_company(chat)
    await fatima.clicks("Maak het scherper")
    await fatima.fills_in(GRID, "Opslaan")
    return fatima


def drawn(someone: Person) -> list[tuple[str, str]]:
    """Return the bars of the newest card that has any."""
    return next(found for shown in reversed(someone.screen) if shown.card and (found := bars(shown.card)))


def said_twice(someone: Person) -> set[str]:
    """Return the sentences that stand more than once on the newest outlook."""
    text = someone.newest("Waar wij mee rekenen").text().replace("Nu is het: ", "")
    said = Counter(one for one in re.split(r"(?<=[.])\s|\n", text) if one.endswith(".") and " " in one)
    return {one for one, count in said.items() if count > 1}


def up_to_taps(card: Node) -> Node:
    """Return what stands on the card as far as its taps, without what is below them."""
    taps = [place for place, node in enumerate(card["body"]) if kind(node) == "ActionSet"]
    last = max(place for place in taps if any(one["title"] in TURNS for one in card["body"][place]["actions"]))
    return {**card, "body": card["body"][: last + 1], "actions": []}


async def test_spread_is_one_tap_and_one_tap_back(chat_either_way: Chat) -> None:
    fatima = await company_with_room(chat_either_way)
    card, before = fatima.newest("Gespreid"), await rows(chat_either_way, answer)
    fatima.sees("Spreiden scheelt u 361 kW. Dan past 2030 waarschijnlijk.")
    await fatima.clicks("Gespreid")
    assert fatima.newest("Meteen") is card  # the same message, drawn again
    fatima.sees("In 2030 vraagt gespreid laden 347 kW. Meteen laden vroeg 708 kW.")
    assert drawn(fatima) == [("2030 gespreid", "347 kW"), ("2030 meteen (was)", "708 kW"), ("Uw ruimte", "450 kW")]
    await fatima.clicks("Meteen")
    assert drawn(fatima) == [("2030 meteen", "708 kW"), ("Uw ruimte", "450 kW")]
    assert await rows(chat_either_way, answer) == before


async def test_fewer_vehicles_are_as_many_as_fit(chat_either_way: Chat) -> None:
    fatima = await company_with_room(chat_either_way)
    await fatima.clicks("Minder voertuigen")
    fatima.sees("Met 5 van uw 10 elektrische voertuigen (5 trekkers) past laden", "Nu is het: Spreiden scheelt u 361 kW.")
    fatima.sees_not("ruimte genoeg", "zelf beginnen")
    [now, was, room] = drawn(fatima)
    assert (now[0], was, room) == ("2030 meteen", ("2030 meteen (was)", "708 kW"), ("Uw ruimte", "450 kW"))
    assert float(now[1].removesuffix(" kW")) <= 450
    await fatima.clicks("Gespreid")  # both: spread, all of them fit, so half
    assert [name for name, _ in drawn(fatima)] == ["2030 gespreid", "2030 gespreid (was)", "Uw ruimte"]
    await fatima.clicks("Alle voertuigen")
    assert [name for name, _ in drawn(fatima)] == ["2030 gespreid", "2030 meteen (was)", "Uw ruimte"]


async def test_with_the_neighbours_only_what_was_published(chat: Chat, town: Town) -> None:
    await settle(town, *NAMES)
    await renew(town)
    fatima = await finish_short(chat)
    await fatima.clicks("Met mijn buren")
    fatima.sees("Hoogste vermogen van alle bedrijven, in kW", "scheelt samen laden", "Dat is het totaal van")
    assert {name.partition(" ")[2] for name, _ in drawn(fatima)} == {"ieder apart", "samen"}
    await town.decides(NAMES[0], State.WITHDRAWN, Purpose.TOTAL)
    await fatima.clicks("Zonder mijn buren")
    await fatima.clicks("Met mijn buren")
    fatima.sees("Van uw terrein mogen wij nog geen totaal laten zien.")
    assert "samen" not in " ".join(name for name, _ in drawn(fatima))


async def test_without_enough_neighbours_it_says_what_is_missing(chat: Chat, town: Town) -> None:
    await settle(town, *NAMES[:3])
    await renew(town)
    fatima = await finish_short(chat)
    await fatima.clicks("Met mijn buren")
    fatima.sees("Van uw terrein mogen wij nog geen totaal laten zien.", "Er zijn minstens 5 bedrijven nodig")
    assert drawn(fatima)[0][0] == "2030 meteen"


@pytest.mark.parametrize(
    ("words", "told", "first"),
    [
        ("laat gespreid zien", "Meteen laden vroeg 708 kW.", "2030 gespreid"),
        ("mijn laadvraag gespreid", "Meteen laden vroeg 708 kW.", "2030 gespreid"),
        ("wat als ik minder voertuigen neem", "van uw 10 elektrische voertuigen", "2030 meteen"),
        ("kan het met mijn buren", "Van uw terrein mogen wij nog geen totaal laten zien.", "2030 meteen"),
        ("hoeveel stroom per jaar", "per jaar", "2030 meteen"),
    ],
)
async def test_what_is_typed_draws_the_same_card(chat: Chat, words: str, told: str, first: str) -> None:
    fatima = await company_with_room(chat)
    await fatima.says(words)
    fatima.sees(told, "Spreiden scheelt u" if "minder" not in words else "Uw laadvraag")
    assert drawn(fatima)[0][0] == first


async def test_what_is_supposed_can_be_turned_too_and_keeps_what_it_was(chat_either_way: Chat) -> None:
    fatima = await company_with_room(chat_either_way)
    await fatima.says("wat als we maar 2 trekkers doen?")
    fatima.sees("Wat als: trekkers: elektrisch in 2030: 2", "Nu is het: Spreiden scheelt u 361 kW.", "Wij bewaren er niets van.")
    fatima.sees("Uw eerste stap: kijk of dit kan")
    fatima.sees_not("Dit beslist nog", "ruimte genoeg", "zelf beginnen")
    assert [name for name, _ in drawn(fatima)] == ["2030 meteen", "2030 meteen (was)", "Uw ruimte"]
    await fatima.clicks("Gespreid")
    fatima.sees("Wat als: trekkers: elektrisch in 2030: 2", "Nu is het: Spreiden scheelt u 361 kW.")
    assert [name for name, _ in drawn(fatima)] == ["2030 gespreid", "2030 gespreid (was)", "Uw ruimte"]
    for turn in ("Minder voertuigen", "Meteen"):
        await fatima.clicks(turn)
        fatima.sees("Nu is het: Spreiden scheelt u 361 kW.")  # what it is with her own answers, and only that
        assert said_twice(fatima) == set()
        assert fatima.newest("Alle voertuigen").text().count("Nu is het: ") == 1


async def test_what_a_button_carries_is_read_as_if_typed(chat: Chat) -> None:
    fatima = await company_with_room(chat)
    intake = fatima.newest("Gespreid").button("Gespreid")["data"]["data"]["intake"]
    for turn, what in (
        ("fewer,spread,neighbours,<b>", "x" * 5000),
        ("", "wat als {{ 7 }}"),
        ("neighbours", "wat als 2 trekkers"),
        (["fewer"], {"a": 1}),
    ):
        await fatima.presses_raw(Verb.OUTLOOK, {"intake": intake, "side": "result", "turn": turn, "what": what})
        fatima.sees("Uw eerste stap")
    await fatima.presses_raw(Verb.OUTLOOK, {"intake": intake, "side": "decide", "turn": ["fewer"], "what": {"a": 1}})
    fatima.sees("Hoeveel kilometer rijdt een trekker op een werkdag?")  # what decides, and nothing of what it carried
    await fatima.fills_in({"tractor.km_per_day": "294"}, "Opslaan")
    fatima.sees("Spreiden scheelt u 361 kW.")


async def test_what_it_costs_is_a_range_of_its_date_and_never_a_promise(chat: Chat) -> None:
    fatima = await company_with_room(chat)
    await fatima.says("wat kost dat")
    fatima.sees("Wat het kost in 2030", "9 laadpunten van 100 kW: 220.000 tot 450.000 euro (eenmalig)")
    fatima.sees("Dit is een orde van grootte, zonder btw.", "Bronnen: ", "december 2023", "Typ 'subsidie'")
    await fatima.says("subsidie")
    fatima.sees("Of een regeling nu open is, weten wij niet.")


async def test_before_there_is_an_outlook_the_costs_are_those_of_taking_part(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says("wat kost dat")
    fatima.sees("Meedoen aan de aanpak kost uw bedrijf geen geld.", "Mogen wij uw antwoorden bewaren?")


async def test_before_the_vehicles_are_known_costs_are_those_of_taking_part(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.says("wat kost dat")
    fatima.sees("Meedoen aan de aanpak kost uw bedrijf geen geld.", "zodra ik uw voertuigen ken")


async def test_sentence_chart_and_taps_are_on_the_first_screen(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "40", "30", "20", "10", "40", "30", "20", "10", "18:00", "06:00", "0")
    await talk(fatima, "groot", "nee", "nee", "nee", "nee", "nee", "ja")
    for vehicle, every in zip(VehicleClass, ("40", "30", "20", "10"), strict=True):
        for name, count in (("electric_now", "2"), ("electric_2035", every)):
            await fatima.clicks("Waar wij mee rekenen")
            await fatima.clicks("Wijzig dit", {"question": f"{vehicle}.{name}"})
            await fatima.fills_in({f"{vehicle}.{name}": count}, "Opslaan")
    await fatima.clicks("Maak het scherper")
    await fatima.fills_in(GRID, "Opslaan")
    await fatima.says("mijn laadvraag")
    for turn in ("", "Gespreid", "Minder voertuigen", "Met mijn buren"):
        if turn:
            await fatima.clicks(turn)
        card = fatima.newest("Waar wij mee rekenen").card
        assert card is not None
        assert len(bars(card)) == (4 if turn in ("", "Met mijn buren") else 7)
        assert height_of(up_to_taps(card)) <= SCREEN
        assert said_twice(fatima) == set()
        assert re.search("Meer|Waar wij", fatima.text())


async def test_what_decides_stands_on_the_card_and_its_button_asks_just_that(
    chat_either_way: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsure(site: Site, parameters: Parameters = STANDARD) -> Outlook:
        found = outlook_of(site, parameters)
        open_ones = tuple(name for name in ("tractor.km_per_day", "tractor.at_night") if name in site.unknown)
        years = {year: one if one.fit_is_sure else replace(one, deciding=open_ones) for year, one in found.years.items()}
        return replace(found, years=years)

    monkeypatch.setattr("dialogs.demand.turning.outlook_of", unsure)
    fatima = await company_with_room(chat_either_way)
    fatima.sees("Dit beslist nog:", "Trekkers: kilometers per werkdag", "Trekkers: staat hier 's nachts")
    card = fatima.newest("Beantwoord dit")
    assert card.all_buttons()[0]["title"] == "Beantwoord dit"
    for name, value in (("tractor.km_per_day", "100"), ("tractor.at_night", "100")):  # each is on a page of its own
        await fatima.clicks("Beantwoord dit")
        assert {str(node["id"]) for node in inputs(card.card) if str(node["id"]).startswith("tractor.")} == {name}
        await fatima.fills_in({name: value}, "Opslaan")
        fatima.sees("Uw laadvraag", "Past het?")
    fatima.sees_not("Dit beslist nog")
    assert fatima.newest("Gespreid") is card
