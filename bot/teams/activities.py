"""Building what goes out: plain activity JSON, addressed, and never larger than Teams takes."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic_core import PydanticSerializationError, to_json

LARGEST = 80_000  # bytes in UTF-16, as Teams counts; it refuses at about 100 KB
LONGEST_PART = 9_000  # characters of text per message when one message has to become several


def message(text: str) -> dict[str, Any]:
    return {"type": "message", "text": text}


def addressed(activity: Mapping[str, Any], reference: Mapping[str, Any]) -> dict[str, Any]:
    """Return the activity with who says it, to whom, and where."""
    user = reference.get("user")  # a post in a channel is for nobody in particular
    return {
        **activity,
        "from": reference.get("bot"),
        **({"recipient": user} if user else {}),
        "conversation": reference["conversation"],
        "channelId": reference.get("channelId"),
        "serviceUrl": reference["serviceUrl"],
    }


def encoded(activity: Mapping[str, Any], reference: Mapping[str, Any]) -> list[bytes]:
    """Return what to send, addressed, in as many parts as Teams takes."""
    raw = as_json(addressed(activity, reference))
    if 2 * len(raw) <= LARGEST:  # UTF-16 is at most twice as long: nearly every message needs no second look
        return [raw]
    return [as_json(addressed(part, reference)) for part in fitting(activity)]


def as_json(found: object) -> bytes:
    """Return JSON in UTF-8; half a character, which that cannot hold, becomes a question mark."""
    try:
        return to_json(found)
    except PydanticSerializationError:
        return json.dumps(found, ensure_ascii=False).encode(errors="replace")


def size(activity: Mapping[str, Any]) -> int:
    """Return what an activity weighs in bytes, as Teams counts."""
    return len(json.dumps(activity, ensure_ascii=False).encode("utf-16-le", "surrogatepass"))


def fitting(activity: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the activity in as many parts as Teams takes; a card that is too large becomes its own plain text."""
    if size(activity) <= LARGEST:
        return [dict(activity)]
    bare = {key: value for key, value in activity.items() if key not in ("attachments", "text", "summary")}
    text = str(activity.get("text") or activity.get("summary") or "")
    cards = "\n\n".join(_fallbacks(activity))
    whole = "\n\n".join(filter(None, (text, cards if cards != text else "")))
    if size(bare) > LARGEST // 2:  # nothing of ours grows so large besides text and cards
        bare = {"type": activity.get("type", "message")}
    return [{**bare, "text": part} for part in split(whole or "Dit bericht is te lang voor Teams.")]


def _fallbacks(activity: Mapping[str, Any]) -> Iterator[str]:
    for attachment in activity.get("attachments") or ():
        content = attachment.get("content")
        if isinstance(content, Mapping) and content.get("fallbackText"):
            yield str(content["fallbackText"])


def split(text: str, longest: int = LONGEST_PART) -> list[str]:
    """Return the text in parts of at most `longest` characters, broken at a line or a word where there is one."""
    parts: list[str] = []
    while len(text) > longest:
        window = text[:longest]
        cut = max(window.rfind("\n"), 0) or max(window.rfind(" "), 0) or longest
        parts.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [part for part in (*parts, text) if part]
