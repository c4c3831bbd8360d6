"""What Fatima sees of her own charging: by itself after the intake, when she asks, and after she changed something."""

import json

import pytest

from cards.rendering import size_of
from cards.views.chart import LONGEST
from storage.tables.people import answer
from tests.beginnings import agree, finish_short, start, talk
from tests.cards.nodes import bars, lengths
from tests.chat import Chat
from tests.counting import counting
from tests.person import Person
from tests.replies import Shown
from tests.tables import answers, rows

VERDICT = "Indicatie op basis van uw antwoorden"
GRID = {"grid.contracted_kw": "600", "grid.peak_kw": "150"}


def outlook_of(someone: Person) -> Shown:
    """Return the newest outlook."""
    return next(shown for shown in reversed(someone.screen) if VERDICT in shown.text() or "Waar wij mee rekenen" in shown.text())


def chart_of(shown: Shown) -> list[tuple[str, str]]:
    """Return the bars on a card with their values."""
    assert shown.card is not None
    return bars(shown.card)


def as_number(words: str) -> float:
    """Return a Dutch number: "1.200" is a thousand two hundred."""
    return float(words.replace(".", "").replace(",", "."))


async def known_company(chat: Chat) -> Person:
    """Return Fatima with ten tractors, as sure as can be, done with the short intake and two numbers of her connection."""
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "0", "0", "0", "10", "10", "18:00", "06:00", "4", "groot")
    await talk(fatima, "nee", "nee", "nee", "nee", "nee", "ja")
    return fatima


async def test_right_after_the_short_intake_the_outlook_comes_by_itself(chat: Chat) -> None:
    fatima = await finish_short(chat)
    fatima.sees("Dank u wel", VERDICT, "Uw laadvraag", "In 2030", "Meteen laden", "Gespreid laden")
    fatima.sees("Of laden past in uw aansluiting, weten wij nog niet.", "Uw ruimte kennen wij nog niet.")
    fatima.sees("Dit maakt uw indicatie scherper", "Vermogen in uw contract", "kWh is hoeveel stroom u laadt.")
    chart = chart_of(outlook_of(fatima))
    assert [name for name, _ in chart] == ["2030 meteen"]  # only what she said
    assert fatima.text().count("Niet ingevuld") == 2
    fatima.sees("Voor nu en 2035 heeft u niets ingevuld. Daarover zeggen wij niets.")  # no range from no answer
    fatima.sees_not("0 tot 120 kW", "170 tot 3.400 kWh")


async def test_after_the_full_intake_it_comes_too(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    for _ in range(120):
        if "Klopt het?" in fatima.text():
            break
        await fatima.says("weet ik niet")
    await fatima.says("ja")
    fatima.sees("Dank u wel", VERDICT, "Geen schatting mogelijk.", "Vertel ons hoeveel voertuigen u heeft.")


async def test_two_more_answers_give_a_verdict_in_place(chat_either_way: Chat) -> None:
    fatima = await known_company(chat_either_way)
    card = outlook_of(fatima)
    await fatima.clicks("Maak het scherper")
    assert fatima.screen[-1] is card  # the same message, turned over
    fatima.sees("Hoeveel kW mag u volgens uw contract afnemen?", "Wat is nu uw hoogste gebruik, in kW?")
    await fatima.fills_in(GRID, "Opslaan")
    assert fatima.screen[-1] is card
    fatima.sees("Spreiden scheelt u 361 kW. Dan past 2030 waarschijnlijk.", "Uw ruimte is 450 kW")  # 708 at once, 347 spread
    fatima.sees("Uw eerste stap: zelf spreiden")
    fatima.sees_not("Klopt het?", "Wat wij mogen delen")
    chart = chart_of(card)
    assert [name for name, _ in chart] == ["2030 meteen", "Uw ruimte"]
    kilowatts = [as_number(value.removesuffix(" kW")) for _, value in chart]
    assert lengths(card.card) == [pytest.approx(kw / max(kilowatts) * LONGEST, abs=1) for kw in kilowatts]
    assert await answers(chat_either_way, "grid.peak_kw") == [(150, "sure")]


async def test_each_assumption_is_one_click_away_with_source_and_can_be_changed(chat_either_way: Chat) -> None:
    fatima = await known_company(chat_either_way)
    card = outlook_of(fatima)
    await fatima.clicks("Waar wij mee rekenen")
    fatima.sees("1,45 kWh (1 tot 1,64)", "ICCT 2025", "Kilometers per werkdag", "Uw antwoord.")
    fatima.sees("91% (86 tot 95)", "Volgens metingen", "NREL", "Zonnestroom telt hier niet mee.")
    await fatima.clicks("Wijzig dit", {"question": "tractor.kwh_per_km"})
    await fatima.fills_in({"tractor.kwh_per_km": "1,1"}, "Opslaan")
    assert fatima.screen[-1] is card
    fatima.sees(VERDICT, "In 2030")
    await fatima.clicks("Waar wij mee rekenen")
    fatima.sees("1,1 kWh", "Uw antwoord.")
    await fatima.clicks("Terug naar mijn laadvraag")
    fatima.sees("Uw laadvraag")


async def test_what_comes_back_on_friday_has_the_weekend_to_charge(chat: Chat) -> None:
    fatima = await known_company(chat)
    fatima.sees_not("Op vrijdag")
    await fatima.clicks("Waar wij mee rekenen")
    await fatima.clicks("Wijzig dit", {"question": "tractor.long_trips"})
    await fatima.fills_in({"tractor.long_trips": "30"}, "Opslaan")
    fatima.sees("Op vrijdag komen ook voertuigen terug die dagen weg zijn: 30% van uw trekkers.")
    fatima.sees("Zij hebben het hele weekend om te laden. Onze som gaat over een werkdag.")


async def test_an_own_assumption_can_be_taken_back_and_its_history_stays(chat: Chat) -> None:
    fatima = await known_company(chat)
    for value in ("1,1", "1,2", ""):
        await fatima.clicks("Waar wij mee rekenen")
        await fatima.clicks("Wijzig dit", {"question": "tractor.kwh_per_km"})
        await fatima.fills_in({"tractor.kwh_per_km": value}, "Opslaan")
    assert await answers(chat, "tractor.kwh_per_km") == [(1.1, "sure"), (1.2, "sure"), (None, "skipped")]
    await fatima.clicks("Waar wij mee rekenen")
    fatima.sees("1,45 kWh (1 tot 1,64)")


async def test_an_own_assumption_is_among_her_data_and_goes_with_the_rest(chat: Chat) -> None:
    fatima = await known_company(chat)
    await fatima.clicks("Waar wij mee rekenen")
    await fatima.clicks("Wijzig dit", {"question": "tractor.planned_kw"})
    await fatima.fills_in({"tractor.planned_kw": "50"}, "Opslaan")
    await fatima.says("mijn gegevens alles")
    fatima.sees("Vermogen laadpunt straks", "50 kW")
    await fatima.says("verwijder mijn gegevens")
    await fatima.clicks("Ja, wis alles")
    assert await rows(chat, answer) == []


async def test_a_wrong_number_is_refused_on_the_same_card(chat: Chat) -> None:
    fatima = await known_company(chat)
    await fatima.clicks("Waar wij mee rekenen")
    await fatima.clicks("Wijzig dit", {"question": "tractor.kwh_per_km"})
    await fatima.fills_in({"tractor.kwh_per_km": "40"}, "Opslaan")
    fatima.sees("Typ een getal van 0,05 tot 4, bijvoorbeeld 1,2.")
    await fatima.fills_in({"tractor.kwh_per_km": "1,4"}, "Opslaan")
    fatima.sees(VERDICT)


async def test_a_hard_to_believe_number_is_asked_back_below_the_result(chat: Chat) -> None:
    fatima = await known_company(chat)
    await fatima.clicks("Waar wij mee rekenen")
    await fatima.clicks("Wijzig dit", {"question": "tractor.kwh_per_km"})
    await fatima.fills_in({"tractor.kwh_per_km": "3"}, "Opslaan")
    fatima.sees(VERDICT, "Dat is meer dan wij meestal zien.")


async def test_a_changed_answer_offers_the_outlook_again(chat: Chat) -> None:
    fatima = await known_company(chat)
    await fatima.says("wijzig elektrisch in 2030")
    await fatima.says("2")
    fatima.sees("Hiermee verandert ook uw laadvraag.")
    await fatima.clicks("Mijn laadvraag")
    fatima.sees(VERDICT)
    await fatima.says("wijzig laadplekken")
    await fatima.says("9")
    fatima.sees_not("Hiermee verandert ook uw laadvraag.")


async def test_halfway_she_may_look_and_what_was_asked_still_waits(chat: Chat) -> None:
    fatima = await start(chat, "Fatima", "Jansen Transport", "Hessenpoort", "0", "0", "0", "10")
    fatima.sees("Hoeveel elektrische trekkers verwacht u in 2030?")
    await fatima.says("mijn laadvraag")
    fatima.sees(VERDICT)
    await fatima.says("4")
    assert await answers(chat, "tractor.electric_2030") == [(4, "sure")]


async def test_without_the_first_consent_there_is_nothing_to_show(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says("mijn laadvraag")
    fatima.sees_not(VERDICT)
    fatima.sees("Mogen wij uw antwoorden bewaren?")


async def test_a_company_without_vehicles_hears_that_there_is_nothing_to_do(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Opslag", "Hessenpoort", "0", "0", "0", "0", "4", "groot", "nee", "nee", "nee", "nee", "nee", "ja")
    fatima.sees("U heeft hier geen stroom nodig om te laden.", "U hoeft nu niets te doen")
    assert chart_of(outlook_of(fatima)) == []


async def test_a_card_of_another_intake_shows_nothing_of_this_one(chat: Chat) -> None:
    fatima = await known_company(chat)
    for verb in ("outlook", "adjust"):
        await fatima.presses_raw(verb, {"intake": "00000000-0000-4000-8000-000000000000", "side": "basis"})
        fatima.sees("Deze kaart hoort niet bij uw gegevens.")


async def test_picking_nothing_or_something_that_is_not_there_says_so(chat: Chat) -> None:
    fatima = await known_company(chat)
    intake = outlook_of(fatima).button("Waar wij mee rekenen")["data"]["data"]["intake"]
    for picked in ({}, {"question": "no.such"}, {"question": "van.km_per_day"}):
        await fatima.presses_raw("adjust", {"intake": intake}, picked)
        assert "Kies eerst in de lijst" in fatima.text() or "niet meer wijzigen" in fatima.text()


async def test_by_telephone_the_team_can_tell_the_caller(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    await talk(noor, "intake namens Jansen Transport", "ja", "kort", "Hessenpoort", "0", "0", "0", "10", "10", "18:00", "06:00")
    await talk(noor, "4", "groot", "mijn laadvraag")
    noor.sees(VERDICT, "In 2030")


async def test_the_outlook_costs_one_look_at_what_was_published(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "0", "0", "0", "10", "10", "18:00", "06:00", "4", "groot")
    await talk(fatima, "nee", "nee", "nee", "nee", "nee")
    # Read; lock and read again, for there is more to look up; what was published; store. At the first whoever follows the terrain
    # hears that the intake is complete; at the next message it is looked, once a day, whether the team waits for a consent.
    for text, expected in (("ja", 5), ("mijn laadvraag", 5), ("mijn laadvraag", 4)):
        with counting(chat.database) as counted:
            await fatima.says(text)
        fatima.sees(VERDICT)
        assert (len(counted.statements), counted.commits) == (expected, 1)


async def test_even_the_largest_outlook_fits_and_says_all(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(
        fatima, "Jansen Transport", "Hessenpoort", "40", "30", "20", "10", "40", "30", "20", "10", "18:00", "06:00", "0", "klein"
    )
    await talk(fatima, "nee", "nee", "nee", "nee", "nee", "ja")
    await fatima.clicks("Waar wij mee rekenen")
    card = outlook_of(fatima).card
    assert card is not None
    assert size_of(card) < 28 * 1024, len(json.dumps(card))
    for vehicles in ("bestelwagens", "lichte vrachtwagens", "bakwagens", "trekkers"):
        fatima.sees(f"Uw {vehicles}")
