"""The bodies that Teams expects as the answer of an invoke, each well-formed whatever happens."""

from collections.abc import Iterable
from typing import Any

from bot.sentences import NOT_HERE, ONE_MOMENT, went_wrong

CARD = "application/vnd.microsoft.card.adaptive"
MESSAGE = "application/vnd.microsoft.activity.message"
ERROR = "application/vnd.microsoft.error"

Body = dict[str, Any]


def says(text: str) -> Body:
    """Answer an Action.Execute with a sentence."""
    return {"statusCode": 200, "type": MESSAGE, "value": text}


def shows(content: dict[str, Any]) -> Body:
    """Answer an Action.Execute with a card in the place of its own."""
    return {"statusCode": 200, "type": CARD, "value": content}


def moment() -> Body:
    """Answer an Action.Execute whose work takes longer than Teams waits."""
    return says(ONE_MOMENT)


def failed(code: str) -> Body:
    """Answer an Action.Execute that raised an error."""
    return {"statusCode": 500, "type": ERROR, "value": {"code": code, "message": went_wrong(code)}}


def malformed() -> Body:
    """Answer an Action.Execute without an action in it."""
    return {"statusCode": 400, "type": ERROR, "value": {"code": "BadRequest", "message": NOT_HERE}}


def found(choices: Iterable[tuple[str, str]]) -> Body:
    """Answer a typeahead with at most fifteen (title, value) pairs, as many as Teams shows."""
    results = [{"title": title, "value": value} for title, value in list(choices)[:15]]
    return {
        "statusCode": 200,
        "type": "application/vnd.microsoft.search.searchResponse",
        "value": {"results": results},
    }


def not_here(name: str) -> Body | None:
    """Answer the invokes that this bot does not use but a client may send; None for what nobody knows."""
    if name in ("task/fetch", "task/submit"):
        return {"task": {"type": "message", "value": NOT_HERE}}
    if name.startswith("composeExtension/"):
        return {"composeExtension": {"type": "message", "text": NOT_HERE}}
    if name == "actionableMessage/executeAction":
        return {}
    return None
