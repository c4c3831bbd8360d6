"""What somebody sees and does when one answer decides the verdict, and when vehicles hardly stand still."""

import pytest

from tests.beginnings import agree, talk
from tests.chat import Chat
from tests.intake.arranging import asked
from tests.person import Person
from tests.tables import answers

VANS = ("Jansen Transport", "Hessenpoort", "10", "0", "0", "0", "10", "17:30", "07:00", "4", "groot")
AGREED = ("nee", "nee", "nee", "nee", "nee", "ja")


async def with_ten_vans(chat: Chat, **grid: str) -> Person:
    """Return Fatima with ten vans, done with the short intake, and these numbers of her connection."""
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, *VANS, *AGREED)
    await fatima.clicks("Maak het scherper")
    await fatima.fills_in({f"grid.{name}": value for name, value in grid.items()}, "Opslaan")
    return fatima


async def decides(fatima: Person) -> None:
    """Press the button of the card that asks what decides."""
    intake = next(shown for shown in reversed(fatima.screen) if shown.has_button("Waar wij mee rekenen"))
    data = intake.button("Waar wij mee rekenen")["data"]["data"]
    await fatima.presses_raw("outlook", {"intake": data["intake"], "side": "decide"})


async def test_the_use_at_night_is_asked_where_it_decides_and_settles_it(chat: Chat) -> None:
    fatima = await with_ten_vans(chat, contracted_kw="100", peak_kw="95")
    # 57% of ten vans charge here, at 11 kW. Each asks 85 km x 0.27 x 1.3 (winter) / 0.9 = 33.15 kWh, which takes 3.01 h. At that
    # length 6.71 of ten draw at once, and five of five: 5.24 of 5.7, or 58 kW. Spread over 13.5 hours it is 189 / 13.5 = 14 kW.
    # 5 kW is left, and at night 85 kW with 15 kW of use: not yet at 17:30, so only when it is spread.
    fatima.sees("Spreiden scheelt u 44 kW. Maar ook dan past het in 2030 waarschijnlijk niet.")
    fatima.sees("Dit beslist nog:", "Wij rekenen 's nachts met uw hoogste gebruik.", "Beantwoord dit")
    fatima.sees("Uw eerste stap: beantwoord wat beslist", "Met uw antwoord weten wij het beter.")
    assert fatima.newest("Beantwoord dit").text().count("Wij rekenen 's nachts met uw hoogste gebruik.") == 1
    await decides(fatima)
    fatima.sees("Wat is uw hoogste gebruik 's nachts, in kW?", "Een schatting is genoeg.")
    fatima.sees_not("Hoeveel kW mag u volgens uw contract afnemen?")  # exactly what decides
    await fatima.fills_in({"grid.night_kw": "15"}, "Opslaan")
    fatima.sees("Spreiden scheelt u 44 kW. Dan past het, ook in 2035.", "Uw ruimte is 's nachts 85 kW.")
    assert await answers(chat, "grid.night_kw") == [(15, "sure")]
    await decides(fatima)  # an old button, after it was settled
    fatima.sees("Spreiden scheelt u 44 kW. Dan past het, ook in 2035.")


async def test_more_at_night_than_ever_is_asked_back(chat: Chat) -> None:
    fatima = await with_ten_vans(chat, contracted_kw="100", peak_kw="95")
    await decides(fatima)
    await fatima.fills_in({"grid.night_kw": "120"}, "Opslaan")
    fatima.sees("Uw gebruik 's nachts is dan hoger dan uw hoogste gebruik.", "Klopt dit?")


@pytest.mark.parametrize(
    ("out", "said"),
    [("22:14", "Dan staan uw bestelwagens hier bijna niet."), ("21:30", "Dan zijn uw bestelwagens maar heel kort weg.")],
)
async def test_hardly_any_time_at_the_depot_is_asked_back_once_and_then_believed(chat: Chat, out: str, said: str) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "20", "0", "0", "0", "20", "22:00", out)
    fatima.sees(said, "Klopt dit?")
    await fatima.says("ja")
    await talk(fatima, "4", "groot", *AGREED)
    assert await answers(chat, "van.out") == [(out, "sure")]
    if out == "22:14":
        fatima.sees("In 2030 past laden niet in uw uren.", "Uw voertuigen staan hier te kort om vol te laden.")


@pytest.mark.parametrize(
    ("typed", "kw", "said"),
    [("3x250A", 172.5, "172,5 kW"), ("160 kVA", 160, "160 kW"), ("we hebben een trafo van 400 kVA", 400, "400 kW")],
)
async def test_a_large_connection_may_be_told_in_ampere_or_kva(chat: Chat, typed: str, kw: float, said: str) -> None:
    fatima = await asked(chat, "grid.contracted_kw")
    await fatima.says(typed)
    fatima.sees(said)
    assert await answers(chat, "grid.contracted_kw") == [(kw, "estimate")]


async def test_who_names_a_large_connection_has_one(chat: Chat) -> None:
    fatima = await asked(chat, "connection.size")
    await fatima.says("3 x 250 ampère")
    assert await answers(chat, "connection.size") == [("large", "sure")]
