"""What cannot be is refused with a reason, what is hard to believe is asked back, and a correction is never stuck."""

import pytest

from tests.beginnings import agree, talk
from tests.chat import Chat
from tests.person import Person
from tests.tables import answers

COMPANY = ("Jansen Transport", "Hessenpoort", "overslaan", "overslaan", "overslaan", "overslaan")
VANS = ("12", "0", "0", "0")


async def begin(chat: Chat, *said: str) -> Person:
    """Return Fatima in the full version, with one class of vehicles."""
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    await talk(fatima, *COMPANY, *VANS, *said)
    return fatima


async def test_more_electric_vehicles_than_vehicles_is_refused_with_the_reason(chat: Chat) -> None:
    fatima = await begin(chat, "13")
    fatima.sees("Dat kan niet", "meer elektrische bestelwagens dan bestelwagens in totaal", "Hoeveel van uw bestelwagens")
    assert await answers(chat, "van.electric_now") == []
    await fatima.says("11")
    fatima.sees("Genoteerd: 11.")


@pytest.mark.parametrize(
    ("said", "number", "reason"),
    [
        ((), None, ""),
        (("2",), "13", "Dat is meer dan het aantal bestelwagens dat u nu heeft."),
        (("2",), "1", "U verwacht in 2030 minder elektrische bestelwagens dan nu."),
        (("2", "5"), "14", "Dat is meer dan het aantal bestelwagens dat u nu heeft."),
        (("2", "5"), "4", "U verwacht in 2035 minder elektrische bestelwagens dan in 2030."),
        (("2", "5", "6"), "900", "Dat is meer dan wij meestal zien."),
    ],
)
async def test_what_is_unlikely_is_asked_back_and_kept_when_it_is_so(
    chat: Chat, said: tuple[str, ...], number: str | None, reason: str
) -> None:
    fatima = await begin(chat, *said)
    if number is None:
        await fatima.says("wijzig bestelwagens")
        number, reason = "400", "Dat is meer dan wij meestal zien."
    await fatima.says(number)
    fatima.sees(reason, "Klopt dit?", number)
    await fatima.says("ja")
    fatima.sees(f"Genoteerd: {number}")


async def test_contract_above_physical_power_is_refused_a_high_peak_asked_back(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    await talk(fatima, *COMPANY, "0", "0", "0", "0", "geen", "0", *("overslaan",) * 3, "groot", "enexis", "250", "200")
    fatima.sees("Dat kan niet: uw contract is dan hoger dan uw aansluiting aankan.", "Hoeveel kW kan de aansluiting zelf aan?")
    await talk(fatima, "630", "0", "300")
    fatima.sees("Uw hoogste gebruik is dan hoger dan uw contract.", "Klopt dit?")
    await fatima.clicks("Ja, dat klopt")
    fatima.sees("Genoteerd: 300 kW.")
    await talk(fatima, "wijzig vermogen in uw contract", "700")
    fatima.sees("Dat kan niet")
    assert [value for value, _ in await answers(chat, "grid.contracted_kw")] == [250]


async def test_coming_back_and_leaving_at_the_same_time_is_refused(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, *COMPANY[:2], *VANS, "5", "18:00", "18:00")
    fatima.sees("kan niet op dezelfde tijd", "Hoe laat vertrekken de meeste bestelwagens weer?")
    await fatima.says("06:00")
    fatima.sees("Genoteerd: 06:00.")


@pytest.mark.parametrize("vans", ["0", "geen"])
async def test_a_class_may_be_taken_back_to_zero_whatever_was_said_about_it(chat: Chat, vans: str) -> None:
    fatima = await begin(chat, "5", "8", "12")
    await fatima.says("wijzig bestelwagens")
    await fatima.says(vans)
    fatima.sees("Genoteerd: 0.")
    fatima.sees_not("Dat kan niet", "Klopt dit?")
    await fatima.says("overzicht")
    fatima.sees_not("Elektrisch in 2030")
    await talk(fatima, "wijzig bestelwagens", "12", "overzicht")
    fatima.sees("Elektrisch in 2030")


async def test_free_bays_may_be_taken_back_to_zero(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    await talk(fatima, *COMPANY, "0", "0", "0", "0", "geen", "4", "2", "wijzig vrije laadplekken", "0")
    fatima.sees("Genoteerd: 0.")
    assert [value for value, _ in await answers(chat, "site.bays")] == [4, 0]


async def test_more_long_bays_than_bays_is_refused(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    await talk(fatima, *COMPANY, "0", "0", "0", "0", "geen", "4", "6")
    fatima.sees("dat zijn meer lange plekken dan vrije plekken")


async def test_unknown_never_contradicts_anything(chat: Chat) -> None:
    fatima = await begin(chat, "weet ik niet", "14")
    await talk(fatima, "ja", "weet ik niet")
    fatima.sees("Wij noteren 'weet ik niet'.")


async def test_on_a_card_the_reason_stands_beside_the_field_and_the_rest_is_kept(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima, "volledig")
    await talk(fatima, *COMPANY, *VANS, "kaart")
    await fatima.fills_in({"van.electric_now": "13", "van.electric_2030": "8", "van.electric_2035": "12", "van.km_per_day": "85"})
    fatima.sees("Kijk nog even naar de gemarkeerde velden. De rest is bewaard.", "meer elektrische bestelwagens dan bestelwagens")
    form = fatima.newest("Opslaan en verder")
    assert form.filled_in()["van.electric_now"] == "13"
    assert form.filled_in()["van.electric_2030"] == "8"
    assert await answers(chat_either_way, "van.electric_now") == []
    assert await answers(chat_either_way, "van.electric_2030") == [(8, "sure")]
    await fatima.fills_in({"van.electric_now": "2"})
    fatima.sees("Denkt u ook aan een andere brandstof?")
    assert await answers(chat_either_way, "van.electric_now") == [(2, "sure")]


async def test_two_unlikely_numbers_on_one_card_are_asked_back_one_after_another(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "kaart")
    await fatima.fills_in({"van.total": "400", "light_truck.total": "2", "rigid.total": "0", "tractor.total": "500"})
    fatima.sees("Bestelwagens (tot 3.500 kg): 400", "Klopt dit?")
    fatima.sees_not("Trekkers (met oplegger): 500")
    await fatima.clicks("Nee, ik pas het aan")
    fatima.sees("Hoeveel bestelwagens")
    await fatima.says("40")
    fatima.sees("Genoteerd: 40.", "Trekkers (met oplegger): 500", "Klopt dit?")
    await fatima.clicks("Ja, dat klopt")
    fatima.sees("Uw bestelwagens: nu en straks")
    kept = {name: (await answers(chat_either_way, f"{name}.total"))[-1][0] for name in ("van", "light_truck", "tractor")}
    assert kept == {"van": 40, "light_truck": 2, "tractor": 500}
