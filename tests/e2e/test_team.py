"""Fatima asks, Noor of the team answers from her own window, and the answer reaches Fatima."""

from tests.e2e.conftest import House


async def test_noor_answers_what_fatima_asked(house: House) -> None:
    fatima = await house.window("fatima")
    noor = await house.window("noor")
    await fatima.clicks("Ja, dat mag")
    await fatima.says("vraag Wat kost een laadplein?")
    await fatima.sees("Uw vraag is bewaard (nummer 1)")
    await noor.says("vragen")
    await noor.sees("Wat kost een laadplein?")
    await noor.picture("team-questions")
    await fatima.remembers()
    await noor.says("antwoord 1 Dat rekenen wij graag met u uit.")
    await fatima.sees("Dat rekenen wij graag met u uit.")


async def test_the_team_sees_other_help_than_an_entrepreneur(house: House) -> None:
    fatima = await house.window("fatima")
    noor = await house.window("noor")
    await noor.says("help")
    await noor.sees("intake namens")
    await fatima.says("help")
    await fatima.sees("mijn gegevens")
    assert "intake namens" not in "".join(await fatima.words())
