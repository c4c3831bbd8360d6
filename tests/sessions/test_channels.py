"""Sessions in a channel: all of it in one of the project team, and no company is named in another."""

import pytest

from bot.teams.presses import press_of_execute
from dialogs.turn.events import Scope
from tests.access.arranging import TEAM, links
from tests.chat import Chat
from tests.dossier.arranging import in_channel
from tests.person import Person
from tests.replies import Shown
from tests.sessions.beginnings import FACTS, MAKE, noor, planned

ELSEWHERE = "Hier noem ik geen bedrijven."


async def presses_in_channel(person: Person, shown: Shown, title: str, inputs: dict[str, str], team: str = TEAM) -> None:
    """Press a button on a card in a channel."""
    button = shown.button(title)
    fields = {} if button.get("associatedInputs") == "none" else shown.filled_in() | shown.named(inputs)
    value = {"action": {"type": "Action.Execute", "verb": button["verb"], "data": {**button["data"], **fields}}}
    await in_channel(person, press_of_execute(value, shown.id), team=team)


async def test_a_session_is_planned_and_changed_in_the_channel_of_the_team(chat: Chat) -> None:
    person = noor(chat)
    await person.says("help")
    await links(chat, person)
    await in_channel(person, "sessieplan hessenpoort startsessie")
    shown = person.fresh[-1]
    await presses_in_channel(person, shown, MAKE, FACTS)
    person.sees("14 januari 2027, 19:30 - 21:25", "Draaiboek")
    await presses_in_channel(person, person.fresh[-1], "Wilt u iets veranderen?", {})
    await presses_in_channel(person, person.fresh[-1], "Pas aan", {"block": "status", "what": "minutes", "minutes": "30"})
    person.sees("19:50 - 20:20")
    await presses_in_channel(person, person.fresh[-1], "Wie komt er", {})
    person.sees("0 aanmeldingen van 24")


@pytest.mark.parametrize("scope", [Scope.CHANNEL, Scope.GROUP])
@pytest.mark.parametrize("words", ["sessieplan hessenpoort startsessie", "sessies hessenpoort", "groepen hessenpoort"])
async def test_in_another_channel_no_session_is_shown(chat: Chat, words: str, scope: Scope) -> None:
    person = await planned(chat)
    await in_channel(person, words, team="19:other@thread.tacv2", scope=scope)
    person.sees(ELSEWHERE) if scope is Scope.CHANNEL else person.sees("eigen chat")
    person.sees_not("Startsessie, 14 januari")


async def test_a_button_pressed_in_another_channel_names_nobody(chat: Chat) -> None:
    person = await planned(chat)
    shown = person.newest("Wie komt er")
    for title in ("Wie komt er", "Groepen", "Op papier", "Wilt u iets veranderen?"):
        await presses_in_channel(person, shown, title, {}, team="19:other@thread.tacv2")
        person.sees(ELSEWHERE)
    await person.opens_fields("Pas aan")
    await presses_in_channel(person, person.newest("Pas aan"), "Pas aan", {}, team="19:other@thread.tacv2")
    person.sees(ELSEWHERE)
