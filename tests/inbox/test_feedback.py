"""A thumb under a message: kept for the team when there are words, and gone with who gave it."""

from dialogs.turn.events import Feedback, Scope
from storage.tables.inbox import request
from tests.beginnings import agree, talk
from tests.chat import Chat
from tests.tables import rows


async def test_a_thumb_with_words_waits_for_the_team_and_can_be_answered(chat: Chat) -> None:
    noor, fatima = chat.person("Noor", team=True), chat.person("Fatima")
    await agree(fatima)
    await fatima.does(Feedback(liked=False, text="Te veel vragen over\x00 *vrachtwagens*."))
    fatima.sees_nothing()
    await noor.says("vragen")
    noor.sees("Oordeel over een bericht 1", "Duim omlaag: Te veel vragen over *vrachtwagens*.")
    await noor.says("antwoord 1 Kort kan ook.")
    await chat.delivers()
    fatima.sees("Kort kan ook.")
    await fatima.says("mijn gegevens alles")
    fatima.sees("Oordeel 1", "Duim omlaag")


async def test_a_thumb_alone_is_kept_and_asks_nobody_for_anything(chat: Chat) -> None:
    noor, fatima = chat.person("Noor", team=True), chat.person("Fatima")
    await agree(fatima)
    await fatima.does(Feedback(liked=True))
    fatima.sees_nothing()
    await noor.says("vragen")
    noor.sees("Er zijn geen open vragen.")
    await fatima.says("mijn gegevens alles")
    fatima.sees("Oordeel 1", "Duim omhoog")


async def test_of_who_gave_no_consent_nothing_is_kept(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.does(Feedback(liked=False, text="Ik ken u niet."))
    fatima.sees_nothing()
    assert await rows(chat, request) == []


async def test_in_a_channel_nothing_is_kept(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.does(Feedback(liked=True, text="Mooi."), scope=Scope.CHANNEL)
    assert await rows(chat, request) == []


async def test_a_thumb_goes_with_who_gave_it(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.does(Feedback(liked=False, text="Te lang."))
    await talk(fatima, "verwijder mijn gegevens")
    await fatima.clicks("Ja, wis alles")
    assert await rows(chat, request) == []
