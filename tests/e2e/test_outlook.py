"""Fatima sees what her trucks will ask of her connection, in bars, and makes it sharper in place."""

from tests.e2e.conftest import House


async def test_the_outlook_comes_after_the_intake_and_sharpens_in_place(house: House) -> None:
    fatima = await house.window("fatima")
    await fatima.clicks("Ja, dat mag")
    await fatima.clicks("Kort: 2 minuten")
    for words in ("Jansen Transport", "Hessenpoort", "0", "0", "0", "12", "6", "18:00", "06:00", "4", "groot"):
        await fatima.says(words)
    for _ in range(5):
        await fatima.says("nee")
    await fatima.says("ja")
    await fatima.sees("Dank u wel", "Indicatie op basis van uw antwoorden", "2030 gespreid")
    await fatima.clicks("Maak het scherper")
    await fatima.fills_in({"afnemen": "400", "hoogste gebruik": "150"}, button="Opslaan")
    await fatima.sees("past laden waarschijnlijk alleen als u het spreidt", "Uw ruimte is 250 kW")
    await fatima.picture("outlook", dark=True)
    await fatima.clicks("Waar wij mee rekenen")
    await fatima.sees("1,45 kWh", "ICCT 2025")
    await fatima.picture("assumptions", dark=True)
    await fatima.clicks("Terug naar mijn laadvraag")
    await fatima.sees("Uw laadvraag")
