"""Noor lets a channel follow Hessenpoort; what Fatima's company does is told there, in one thread, by itself."""

from playwright.async_api import expect

from tests.e2e.conftest import House
from tests.e2e.playing import post
from tests.e2e.test_sessions import answers_the_intake
from tests.e2e.window import PICTURES

CHANNEL = "Hessenpoort"
SECONDS = 60_000.0  # milliseconds; a notice goes out within a few seconds, on a busy machine later


async def test_a_channel_follows_a_terrain(house: House) -> None:
    noor = await house.window("noor")
    await post(noor, CHANNEL, "koppel projectteam", "Laden Oost")
    await post(noor, CHANNEL, "volg hessenpoort", "Dit kanaal volgt Hessenpoort (Zwolle)", "Het hoort: alles, meteen.")
    await noor.page.screenshot(path=PICTURES / "channel-follows.png")
    fatima = await answers_the_intake(house)
    await fatima.says("vraag Wat kost een laadpaal?")
    thread = noor.page.get_by_role("group").filter(has_text="rondde de intake af").first
    await expect(thread).to_contain_text("Jansen Transport rondde de intake af op Hessenpoort", timeout=SECONDS)
    await expect(thread).to_contain_text("Jansen Transport stelde een vraag op Hessenpoort", timeout=SECONDS)
    consents = "gaf toestemming op Hessenpoort (Zwolle): meetellen zonder naam, delen met bedrijven op uw terrein en uitnodigen."
    await expect(thread).to_contain_text(consents, timeout=2 * SECONDS)
    await thread.scroll_into_view_if_needed()
    await noor.page.screenshot(path=PICTURES / "channel-thread.png")
    await post(noor, CHANNEL, "volgt", "Hessenpoort (Zwolle): alles, meteen")
