"""From replies to Teams activities: what one step shows, as plain JSON that can be stored, sent, and sent again."""

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from bot.exchange import Outgoing
from bot.invokes import says
from cards.rendering import MARKS, attachment
from cards.views.card import Card
from dialogs.events import Event, Pressed
from dialogs.replies import ReplaceCard, Say, ShowCard

CARD = "application/vnd.microsoft.card.adaptive"
MOST_CHOICES = 6
NUMBERED = re.compile(r"\d+\. ")
DONE = "Gelukt."

Shown = Say | ShowCard | ReplaceCard


@dataclass(slots=True)
class Replying:
    """What a turn sends: `outgoing` in order, the answer of an invoke, and where the card stands that is remembered."""

    outgoing: list[Outgoing] = field(default_factory=list)
    body: dict[str, Any] | None = None
    card: int | None = None


def reply_to(
    event: Event, replies: Sequence[Shown], find_card: Callable[[UUID], str | None], *, invoke: bool, personal: bool
) -> Replying:
    """Return the activities for these replies. `find_card` knows the activity id of a card that was shown earlier."""
    pressed = event.card if isinstance(event, Pressed) else None
    built = Replying(body=says(DONE) if invoke else None)
    for reply in replies:
        if isinstance(reply, ReplaceCard):
            replace_card(built, reply, pressed, find_card, invoke=invoke)
        else:
            if isinstance(reply, ShowCard) and reply.remember:
                built.card = len(built.outgoing)
            built.outgoing.append(Outgoing("send", activity_of(reply, personal=personal)))
    return built


def replace_card(
    built: Replying, reply: ReplaceCard, pressed: str | None, find_card: Callable[[UUID], str | None], *, invoke: bool
) -> None:
    """Replace a card: the pressed one also in the answer of an invoke, because Teams shows that at once."""
    activity = card_activity(reply.card)
    if reply.of is None and invoke:
        built.body = {"statusCode": 200, "type": CARD, "value": activity["attachments"][0]["content"]}
    target = pressed if reply.of is None else find_card(reply.of)
    if target is not None:
        built.outgoing.append(Outgoing("update", activity, target))
    elif reply.of is None and not invoke:
        built.outgoing.append(Outgoing("send", activity))


def activity_of(reply: Say | ShowCard, *, personal: bool) -> dict[str, Any]:
    """Return a message; choices to tap only exist in a personal chat."""
    if isinstance(reply, ShowCard):
        return card_activity(reply.card, reply.text)
    activity: dict[str, Any] = {"type": "message", "text": spoken(reply.text), "textFormat": "markdown"}
    if reply.choices and personal:
        actions = [{"type": "imBack", "title": choice, "value": choice} for choice in reply.choices[:MOST_CHOICES]]
        activity["suggestedActions"] = {"actions": actions}
    return activity


def card_activity(card: Card, text: str = "") -> dict[str, Any]:
    """Return a message with a card; the summary is what a notification shows."""
    summary = (text or card.plain()).split("\n", 1)[0][:150]
    activity: dict[str, Any] = {"type": "message", "attachments": [attachment(card)], "summary": summary}
    return activity | ({"text": spoken(text), "textFormat": "markdown"} if text else {})


def spoken(text: str) -> str:
    """Return plain text as Teams' markdown that shows just that: every line on its own, numbered lines as a list.

    Plain text is no way out: clients run its lines together.
    """
    lines = [MARKS.sub(r"\\\g<0>", line.strip()) for line in text.split("\n") if line.strip()]
    pairs = itertools.pairwise(lines)
    breaks = ["\n" if NUMBERED.match(one) and NUMBERED.match(two) else "\n\n" for one, two in pairs]
    return "".join(part for pair in zip(lines, [*breaks, ""], strict=True) for part in pair)
