"""Taking the bot's own mention out of a text: exactly that, and nothing a person typed."""

import html
import re
from collections.abc import Iterable

from bot.teams.envelope import Entity, Envelope
from bot.teams.quotes import typed_behind, without_block, without_markers
from dialogs.turn.events import Mention
from domain.intake.acceptance import clean_name

LONGEST_NAME = 1000
MOST = 20  # mentions that are looked at
TAG = re.compile(r"<at(?:\s[^<>]*)?>([^<]*)</at>", re.IGNORECASE)


def plain_text(activity: Envelope) -> str:
    """Return what was typed, without own mentions and quoted messages, other mentions as names, white space folded."""
    own = own_names(activity)

    def keep(tag: re.Match[str]) -> str:
        return " " if html.unescape(tag[1]).strip().casefold() in own else tag[1]

    text = activity.text or ""
    if "<" in text:  # the quote once more behind the mention: in a channel that can be in front of it
        text = TAG.sub(keep, without_block(without_markers(text, activity.entities or ())))
        text = without_block(without_markers(text, ()))
    return typed_behind(" ".join(html.unescape(text).split()), activity.attachments or (), own)


def mentions_in(activity: Envelope) -> tuple[Mention, ...]:
    """Return whom else this text mentions, with the words that `plain_text` leaves of it."""
    own = activity.bot.id if activity.bot else None
    found = []
    for entity in (activity.entities or ())[:MOST]:
        who, tag = entity.mentioned, TAG.fullmatch((entity.text or "").strip())
        if entity.type == "mention" and who and who.id and who.id != own and tag:
            words = clean_name(html.unescape(tag[1]), LONGEST_NAME)
            found.append(Mention(words, who.id[:300], (who.object_id or "").lower()))
    return tuple(found)


def own_names(activity: Envelope) -> frozenset[str]:
    """Return the names by which this text mentions the bot."""
    if not activity.bot:
        return frozenset()
    names = [activity.bot.name or "", *_mentions_of(activity.bot.id, activity.entities or ())]
    return frozenset(html.unescape(name).strip().casefold() for name in names if name.strip())


def _mentions_of(account: str, entities: Iterable[Entity]) -> Iterable[str]:
    for entity in entities:
        if entity.type == "mention" and entity.mentioned and entity.mentioned.id == account:
            tag = TAG.fullmatch((entity.text or "").strip())
            yield tag[1] if tag else ""
            yield entity.mentioned.name or ""
