"""In a channel or a group chat nothing personal is asked, shown or kept; who wants to answer is pointed to a chat alone."""

import pytest

from dialogs.turn.events import Arrived, Pressed, Said, Scope
from storage.tables.people import answer, intake, person
from tests.beginnings import finish_short
from tests.chat import Chat
from tests.tables import rows

EVERYWHERE = pytest.mark.parametrize("scope", [Scope.CHANNEL, Scope.GROUP])


@EVERYWHERE
async def test_the_bot_introduces_itself_without_asking_anything(chat: Chat, scope: Scope) -> None:
    fatima = chat.person("Fatima")
    await fatima.does(Arrived(), scope=scope)
    fatima.sees("ik ben Laadmaat", "help")
    fatima.sees_not("Mogen wij uw antwoorden bewaren?")
    assert await rows(chat, person) == []


@EVERYWHERE
@pytest.mark.parametrize("words", ["start", "overzicht", "mijn gegevens", "toestemming", "verder", "ja"])
async def test_an_intake_belongs_in_a_chat_alone(chat: Chat, scope: Scope, words: str) -> None:
    fatima = await finish_short(chat)
    before = [await rows(chat, table) for table in (answer, intake)]
    await fatima.does(Said(words), scope=scope)
    fatima.sees("Open daarom een eigen chat met Laadmaat")
    fatima.sees_not("Jansen Transport", "Hessenpoort")
    assert [await rows(chat, table) for table in (answer, intake)] == before


@EVERYWHERE
async def test_a_card_that_was_passed_on_does_nothing_there(chat: Chat, scope: Scope) -> None:
    fatima = await finish_short(chat)
    before = await rows(chat, answer)
    await fatima.does(Pressed("say", {"text": "verwijder mijn gegevens"}), scope=scope)
    fatima.sees("Open daarom een eigen chat met Laadmaat")
    await fatima.does(Pressed("save", {"page": "company|company.name"}, {"company.name": "Kwaad"}), scope=scope)
    fatima.sees("Open daarom een eigen chat met Laadmaat")
    assert await rows(chat, answer) == before
