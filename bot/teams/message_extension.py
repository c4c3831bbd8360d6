"""The search beside the box where somebody writes a message: reading what Teams asks, and the bodies it expects."""

import html
from collections.abc import Iterable, Mapping
from typing import Any

from bot.teams.invokes import Body
from cards.rendering import attachment
from dialogs.terrains.message_extension import BROKEN, MOST, NOTHING, TERRAIN, Shared

QUERY = "composeExtension/query"
PREVIEW = "application/vnd.microsoft.card.thumbnail"
LONGEST = 100  # characters; no name of a terrain is longer


def typed_in(value: Any) -> str | None:  # noqa: ANN401 - JSON of any shape
    """Return what was typed, an empty text at first; None when it is no search of ours, or asks for more than the first page."""
    asked = value if isinstance(value, Mapping) else {}
    options = asked.get("queryOptions")
    if asked.get("commandId") != TERRAIN.id or (isinstance(options, Mapping) and options.get("skip")):
        return None
    parameters = asked.get("parameters")
    for one in parameters if isinstance(parameters, list) else ():
        if isinstance(one, Mapping) and one.get("name") == TERRAIN.field and isinstance(one.get("value"), str):
            return str(one["value"])[:LONGEST]
    return ""


def results(shared: Iterable[Shared]) -> Body:
    """Answer with cards to choose from; the whole card comes along, for phones do not ask for the chosen one."""
    attachments = [{**attachment(one.card), "preview": preview(one)} for one in shared]
    return extension({"type": "result", "attachmentLayout": "list", "attachments": attachments[:MOST]})


def preview(shared: Shared) -> dict[str, Any]:
    """Return the two lines in the list; Teams reads the second as HTML."""
    return {"contentType": PREVIEW, "content": {"title": shared.title, "text": html.escape(shared.text, quote=False)}}


def found_nothing() -> Body:
    """Answer that there is no such terrain, or none that this person may see."""
    return extension({"type": "message", "text": NOTHING})


def broke() -> Body:
    """Answer that searching does not work now."""
    return extension({"type": "message", "text": BROKEN})


def extension(content: dict[str, Any]) -> Body:
    return {"composeExtension": content}
