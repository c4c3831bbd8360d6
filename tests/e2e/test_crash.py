"""The process is killed halfway, and the conversation goes on as if nothing happened."""

from tests.e2e.conftest import House


async def test_fatima_goes_on_after_a_kill_minus_nine(house: House) -> None:
    fatima = await house.window("fatima")
    await fatima.clicks("Ja, dat mag")
    await fatima.clicks("Kort: 2 minuten")
    await fatima.fills_in({"Hoe heet uw bedrijf": "Jansen Transport", "terrein zit u": "Hessenpoort"})
    await fatima.sees("Uw voertuigen")

    house.crashes()
    house.starts()

    await fatima.fills_in({"Bestelwagens": "12", "Lichte vrachtwagens": "0", "Bakwagens": "0", "Trekkers": "0"})
    await fatima.says("overzicht")
    await fatima.sees("Jansen Transport", "Hessenpoort", "12")

    house.crashes()
    house.starts()

    await fatima.says("verder")
    await fatima.sees("elektrische bestelwagens verwacht u in 2030?")


async def test_what_is_typed_while_the_bot_is_down_is_not_half_kept(house: House) -> None:
    fatima = await house.window("fatima")
    await fatima.says("ja hoor")
    await fatima.says("kort")
    await fatima.says("Jansen Transport")
    house.crashes()
    await fatima.types("Hessenpoort")
    house.starts()
    await fatima.says("verder")
    await fatima.sees("Op welk bedrijventerrein zit u?")
    await fatima.says("Hessenpoort")
    await fatima.says("overzicht")
    await fatima.sees("Jansen Transport", "Hessenpoort")
