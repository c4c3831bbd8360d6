"""From what a page posts to an event. Who it is comes from the session alone: whatever the page says of that is not read."""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from pydantic import Field

from bot.door.outlet import CARD, id_of, message_of
from bot.exchange import WINDOW, Arrival
from bot.teams.envelope import TeamsShape
from bot.teams.inbound import LONGEST_TEXT
from bot.teams.presses import press_of_submit
from dialogs.turn.events import Event, Ignored, Said, Scope, Sender, SentFile, SentFiles
from domain.door.sessions import DoorPerson

OWN_ID = re.compile(r"[A-Za-z0-9_-]{1,100}", re.ASCII)  # no key of ours, such as of an errand, looks like it
LONGEST_FILE_NAME = 200
BOT = {"id": "laadmaat", "name": "Laadmaat"}


class PostedData(TeamsShape):
    """What Web Chat adds: its own id, with which the same message can be known when it is sent again."""

    own_id: str | None = Field(None, alias="clientActivityID", max_length=500)


class Posted(TeamsShape):
    """An activity as a page posts it; `value` is whatever it made of it: hostile until read."""

    type: str = Field(min_length=1, max_length=50)
    text: str | None = None
    value: Any = None
    data: PostedData | None = Field(None, alias="channelData")


def arrival_of(who: DoorPerson, posted: Posted, files: Sequence[SentFile] = ()) -> Arrival:
    """Return what somebody did in their window; the same for the same message that is posted again."""
    own_id = (posted.data.own_id if posted.data else None) or ""
    return arrived(who, event_of(posted, files), own_id if OWN_ID.fullmatch(own_id) else uuid4().hex)


def arrived(who: DoorPerson, event: Event, activity: str) -> Arrival:
    """Return an event in somebody's window as an arrival."""
    reference = reference_of(who)
    return Arrival(
        tenant=who.tenant,
        conversation=reference["conversation"]["id"],
        activity=activity,
        sender=Sender(who.tenant, who.object_id, "", "", through_door=True),
        scope=Scope.PERSONAL,
        event=event,
        reference=reference,
        invoke=False,
    )


def event_of(posted: Posted, files: Sequence[SentFile] = ()) -> Event:
    if posted.type != "message":
        return Ignored(posted.type)
    text = " ".join((posted.text or "").split())[:LONGEST_TEXT]
    if files:
        return SentFiles(tuple(file.name for file in files), text, tuple(files))
    if text:
        return Said(text)
    if posted.value is None:
        return Ignored("empty")
    fields = dict(posted.value) if isinstance(posted.value, Mapping) else {}
    card = message_of(fields.pop(CARD, None))
    return press_of_submit(fields, id_of(card) if card else None)


def reference_of(who: DoorPerson) -> dict[str, Any]:
    """Return all that is needed to reach a window again, as plain JSON."""
    return {
        "channelId": WINDOW,
        "serviceUrl": "door:",
        "tenant": who.tenant,
        "locale": "nl-NL",
        "conversation": {"id": f"door:{who.person}", "conversationType": Scope.PERSONAL.value, "isGroup": False},
        "bot": BOT,
        "user": {"id": str(who.person)},
        "person": str(who.person),
    }
