"""From replies to Teams activities: what one step shows, as plain JSON that can be stored, sent, and sent again."""

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bot.exchange import Arrival, Outgoing
from bot.sentences import ANSWERED, UNCHANGED
from bot.teams.invokes import says
from bot.turn.results import TurnResult
from cards.capabilities import TEAMS, Capabilities
from cards.formats import number, percentage
from cards.rendering import MARKS, attachment
from cards.views.card import Card
from cards.views.notice import NoticeCard
from dialogs.turn.events import PaperAnswered, PaperNotSaved, PaperSaved, Pressed, Scope, Upload
from dialogs.turn.replies import RemoveCard, ReplaceCard, Say, ShowCard, ShowSaved, StartWork

CARD = "application/vnd.microsoft.card.adaptive"
MOST_CHOICES = 6
NUMBERED = re.compile(r"\d+\. ")
BEGUN = "Ik ben ermee bezig. U hoort hier wanneer het klaar is."

CONSENT = "application/vnd.microsoft.teams.card.file.consent"
SAVED = "application/vnd.microsoft.teams.card.file.info"


@dataclass(frozen=True, slots=True)
class AskToSave:
    """May a paper be saved among the person's files? Teams asks, and comes back with a place for it."""

    paper: UUID
    name: str
    description: str
    size: int


Shown = Say | ShowCard | ReplaceCard | ShowSaved | RemoveCard | AskToSave | StartWork


def add_replies(
    result: TurnResult,
    arrival: Arrival,
    replies: Sequence[Shown],
    find_card: Callable[[UUID], str | None],
    door: Capabilities = TEAMS,
) -> None:
    """Add the activities for these replies, as the client behind this door draws them.

    `find_card` knows the activity id of a card that was shown earlier.
    """
    event, personal = arrival.event, arrival.scope is Scope.PERSONAL
    pressed = event.card if isinstance(event, Pressed | PaperAnswered | PaperSaved | PaperNotSaved) else None
    for reply in replies:
        if isinstance(reply, ReplaceCard):
            target = pressed if reply.of is None else find_card(reply.of)
            replace_card(result, reply, target, card_activity(reply.card, door=door, mark=reply.mark), invoke=arrival.invoke)
        elif isinstance(reply, RemoveCard):
            result.outgoing += [Outgoing("delete", {}, pressed)] if pressed else []
        else:
            if isinstance(reply, ShowCard) and reply.remember:
                result.card = len(result.outgoing)
            if isinstance(reply, StartWork):
                result.works.append((reply, len(result.outgoing)))
            result.outgoing.append(Outgoing("send", activity_of(reply, personal=personal, door=door)))
    if arrival.invoke and result.body is None:
        result.body = says(ANSWERED if result.outgoing else UNCHANGED)


def unasked(replies: Sequence[Shown], *, personal: bool, door: Capabilities = TEAMS) -> list[Outgoing]:
    """Return the activities for what we say by ourselves: there is no card that could be replaced or removed."""
    new = [ShowCard(reply.card) if isinstance(reply, ReplaceCard) and reply.of is None else reply for reply in replies]
    shown = (reply for reply in new if not isinstance(reply, ReplaceCard | RemoveCard))
    return [Outgoing("send", activity_of(reply, personal=personal, door=door)) for reply in shown]


def replace_card(result: TurnResult, reply: ReplaceCard, target: str | None, activity: dict[str, Any], *, invoke: bool) -> None:
    """Replace a card: the pressed one also in the answer of an invoke, because Teams shows that at once."""
    if reply.of is None and invoke:
        result.body = {"statusCode": 200, "type": CARD, "value": activity["attachments"][0]["content"]}
    if target is not None:
        result.outgoing.append(Outgoing("update", activity, target))
    elif reply.of is None and not invoke:
        result.outgoing.append(Outgoing("send", activity))


def activity_of(
    reply: Say | ShowCard | ShowSaved | AskToSave | StartWork, *, personal: bool, door: Capabilities
) -> dict[str, Any]:
    """Return a message; choices to tap only exist in a personal chat."""
    if isinstance(reply, ShowCard):
        return card_activity(reply.card, reply.text, door, reply.mark)
    if isinstance(reply, StartWork):
        return card_activity(progress_card(reply.title))
    if isinstance(reply, AskToSave):
        return consent_activity(reply)
    if isinstance(reply, ShowSaved):
        return saved_activity(reply.upload)
    activity: dict[str, Any] = {"type": "message", "text": spoken(reply.text), "textFormat": "markdown"}
    if reply.choices and personal:
        actions = [{"type": "imBack", "title": choice, "value": choice} for choice in reply.choices[:MOST_CHOICES]]
        activity["suggestedActions"] = {"actions": actions}
    return activity


def progress_card(title: str, done: int = 0, of: int = 0) -> NoticeCard:
    """Return how far some work is; at the beginning that it began."""
    if not of:
        return NoticeCard(title=title, lines=(BEGUN,))
    return NoticeCard(title=title, lines=(f"{number(done)} van {number(of)} gedaan ({percentage(100 * done // of)}).", BEGUN))


def consent_activity(asked: AskToSave) -> dict[str, Any]:
    """Return Teams' own card that asks whether a file may be saved; it carries the id of the paper and nothing else."""
    paper = {"paper": str(asked.paper)}
    content = {"description": asked.description, "sizeInBytes": asked.size, "acceptContext": paper, "declineContext": paper}
    attached = {"contentType": CONSENT, "name": asked.name, "content": content}
    return {"type": "message", "attachments": [attached], "summary": f"Mag ik {asked.name} bij u bewaren?"}


def saved_activity(upload: Upload) -> dict[str, Any]:
    """Return Teams' own card of a file that was saved."""
    content = {"uniqueId": upload.unique_id, "fileType": upload.file_type}
    attached = {"contentType": SAVED, "contentUrl": upload.shown_at, "name": upload.name, "content": content}
    return {"type": "message", "text": "Het bestand staat bij uw bestanden.", "attachments": [attached]}


def card_activity(card: Card, text: str = "", door: Capabilities = TEAMS, mark: str = "") -> dict[str, Any]:
    """Return a message with a card; the summary is what a notification shows."""
    summary = (text or card.plain()).split("\n", 1)[0][:150]
    activity: dict[str, Any] = {"type": "message", "attachments": [attachment(card, door, mark)], "summary": summary}
    return activity | ({"text": spoken(text), "textFormat": "markdown"} if text else {})


def spoken(text: str) -> str:
    """Return plain text as Teams' markdown that shows just that: every line on its own, numbered lines as a list.

    Plain text is no way out: clients run its lines together.
    """
    lines = [MARKS.sub(r"\\\g<0>", line.strip()) for line in text.split("\n") if line.strip()]
    pairs = itertools.pairwise(lines)
    breaks = ["\n" if NUMBERED.match(one) and NUMBERED.match(two) else "\n\n" for one, two in pairs]
    return "".join(part for pair in zip(lines, [*breaks, ""], strict=True) for part in pair)
