"""Every button there is, pressed by somebody it is not for: whatever is answered, nothing says that it was done."""

import re
from uuid import uuid4

import pytest

from bot.sentences import ANSWERED, UNCHANGED
from bot.teams.presses import press_of_execute
from cards.verbs import Verb
from dialogs.turn.events import Scope
from tests.beginnings import agree
from tests.chat import Chat
from tests.person import Person

SUCCESS = re.compile(r"gelukt|gedaan|klaar|opgeslagen|verwerkt|in orde|bewaard\.$", re.IGNORECASE)
OURS = {
    "terrain": "t-1",
    "intake": str(uuid4()),
    "session": str(uuid4()),
    "draft": str(uuid4()),
    "work": str(uuid4()),
    "file": str(uuid4()),
    "revision": "0",
    "page": "company",
    "purpose": "total",
    "request": "1",
    "number": "1",
    "do": "save",
    "kind": "note",
    "person": str(uuid4()),
    "company": str(uuid4()),
    "team": "19:team@thread.tacv2",
    "words": "beheerder",
    "allow": "yes",
    "choice": "0",
    "token": "x",
    "take": "",
}


async def toast(person: Person, verb: str, data: dict[str, str], scope: Scope = Scope.PERSONAL) -> tuple[str, str]:
    """Press a button of no card that this person has; return what Teams shows beside it, and what was said."""
    found: list[dict[str, object]] = []
    takes = person.chat.takes

    async def watched(arrival: object) -> object:
        turned = await takes(arrival)  # type: ignore[arg-type]  # the same
        found.append(turned.body or {})
        return turned

    person.chat.takes = watched  # type: ignore[method-assign,assignment]  # to see the answer of the invoke
    try:
        press = press_of_execute({"action": {"verb": verb, "data": {"data": data}}}, None)
        await person.does(press, invoke=True, scope=scope)
    finally:
        person.chat.takes = takes  # type: ignore[method-assign]  # as it was
    (body,) = found
    value = body["value"]
    return value if isinstance(value, str) else "", person.text()  # a card in the place of its own is a word of its own


@pytest.mark.parametrize("scope", [Scope.PERSONAL, Scope.CHANNEL, Scope.GROUP])
@pytest.mark.parametrize("data", [{}, OURS], ids=["nothing", "ids"])
async def test_no_button_says_to_a_stranger_that_it_was_done(chat: Chat, scope: Scope, data: dict[str, str]) -> None:
    for verb in (*Verb, "gone", ""):
        stranger = chat.person(f"Vreemd {verb}")
        shown, _ = await toast(stranger, verb, data, scope)
        assert not SUCCESS.search(shown), (verb, shown)


@pytest.mark.parametrize("data", [{}, OURS], ids=["nothing", "ids"])
async def test_no_button_of_the_team_says_to_a_company_that_it_was_done(chat: Chat, data: dict[str, str]) -> None:
    piet = chat.person("Piet")
    await agree(piet)
    for verb in Verb:
        shown, said = await toast(piet, verb, data)
        assert shown in (ANSWERED, UNCHANGED, ""), (verb, shown)
        assert said or shown != ANSWERED, verb
        assert not SUCCESS.search(shown), (verb, shown)


async def test_words_beside_a_button_promise_nothing() -> None:
    for words in (ANSWERED, UNCHANGED):
        assert not SUCCESS.search(words)
