"""Chats in which items of the tests' own are known, with a team of two that was named and spoke before."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

import tests.chat
from domain.knowledge.items import Item
from domain.knowledge.standard import STANDARD_ITEMS
from tests.chat import ADMIN, Chat
from tests.person import Person

TODAY = datetime.date(2026, 11, 23)  # of the chat


def item(key: str = "laadpas", **changed: object) -> Item:
    """Return an item that holds, with what is changed."""
    whole: dict[str, object] = {
        "key": key, "title": "Wat is een laadpas?", "text": "Met een laadpas betaalt u bij een laadpaal.",
        "source": "Voorbeeld, 2026", "owner": "Projectteam", "audience": "iedereen", "category": "laadinfra",
        "valid_from": datetime.date(2026, 1, 1),
        "valid_until": datetime.date(2027, 12, 31),
    }  # fmt: skip
    return Item.model_validate(whole | changed)


@pytest.fixture
def knowing(database: AsyncEngine, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Chat]:
    """Make a chat in which these items are known beside those of the program."""

    def make(*items: Item, admins: frozenset[str] = frozenset({ADMIN}), how: str = "execute") -> Chat:
        known = {**STANDARD_ITEMS, **{one.key: one for one in items}}
        monkeypatch.setattr(tests.chat, "HOUSE", replace(tests.chat.HOUSE, items=known, admins=admins))
        return Chat(database, how=how)

    return make


@pytest.fixture
def chat(knowing: Callable[..., Chat]) -> Chat:
    """A chat in which one item more is known."""
    return knowing(item())


@pytest.fixture
async def anouk(chat: Chat) -> Person:
    """Somebody of the project team."""
    someone = chat.person("Anouk", team=True)
    await someone.opens()
    return someone


@pytest.fixture
async def bram(chat: Chat) -> Person:
    """A colleague of hers."""
    someone = chat.person("Bram", admin=True)
    await someone.opens()
    return someone
