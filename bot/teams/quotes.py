"""Taking out of a reply what it replies to: Teams puts a marker, or the quoted words themselves, before what was typed.

Only what Teams made goes. Somebody who types such a marker is told so by Teams with `&lt;`, and is heard word for word.
"""

import html
import re
from collections.abc import Iterable, Mapping

from bot.teams.envelope import Attachment, Entity

MOST = 20  # markers and attachments that are looked at
MARKER = re.compile(r"""<quoted\s+messageId\s*=\s*["']([\w:.@-]{1,200})["']\s*(?:/>|>(?:\s*</quoted\s*>)?)""", re.IGNORECASE)
TAGS = re.compile(r"<[^<>]*>")
REPLY, BLOCK, END = "schema.skype.com/reply", "<blockquote", "</blockquote>"


def without_markers(text: str, entities: Iterable[Entity]) -> str:
    """Return a raw text without the markers of quoted messages: those in front, and those that Teams tells of anywhere.

    A blank takes the place of each, so that the ends around one never become a tag together.
    """
    if "<quoted" not in text.casefold():
        return text
    known = frozenset(id_of(one) for one in list(entities)[:MOST]) - {""}
    text = MARKER.sub(lambda marker: " " if marker[1] in known else marker[0], text)
    rest = text.lstrip()
    for _ in range(MOST):
        marker = MARKER.match(rest)
        if marker is None:
            break
        rest = rest[marker.end() :].lstrip()
    return rest


def id_of(entity: Entity) -> str:
    """Return which message an entity says was quoted; empty when it says nothing of the kind."""
    told = entity.quoted if entity.type == "quotedReply" else None
    named = told.get("messageId") if isinstance(told, Mapping) else None
    return named if isinstance(named, str) else ""


def without_block(text: str) -> str:
    """Return a raw text without the quoted message in front of it, as older clients write one; unclosed it stays."""
    rest = text.lstrip()
    for _ in range(MOST):
        behind = behind_block(rest)
        if behind is None:
            break
        rest = behind.lstrip()
    return rest


def behind_block(text: str) -> str | None:
    """Return what follows the quoted message that a text begins with; None when it begins with none, or it never ends."""
    opening, closed, _ = text.partition(">") if text[: len(BLOCK)].casefold() == BLOCK else ("", "", "")
    if not closed or REPLY not in opening.casefold():
        return None
    lower, depth, at = text.casefold(), 1, len(opening)
    if len(lower) != len(text):  # a letter that folds into two: places would not be the same
        lower = text.lower() if len(text.lower()) == len(text) else text
    while depth:
        end, inner = lower.find(END, at), lower.find(BLOCK, at)
        if end < 0 or depth > MOST:
            return None
        nested = 0 <= inner < end
        depth, at = (depth + 1, inner + len(BLOCK)) if nested else (depth - 1, end + len(END))
    return text[at:]


def typed_behind(text: str, attachments: Iterable[Attachment], own: frozenset[str]) -> str:
    """Return the end of a text that was typed, when the same message as HTML says that the rest was quoted.

    Nothing comes in from the HTML: it only tells where, in the text, the quote ends.
    """
    for one in list(attachments)[:MOST]:
        if one.content_type != "text/html" or not isinstance(one.content, str):
            continue
        behind = behind_block(one.content.lstrip())
        typed = " ".join(html.unescape(TAGS.sub(" ", behind)).split()) if behind is not None else ""
        name = next((name for name in own if typed.casefold().startswith(f"{name} ")), "")
        for tail in (typed, typed[len(name) :].strip()):
            if tail and text.endswith(tail):
                return tail
    return text
