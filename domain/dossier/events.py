"""What the log of a terrain says about entries: which one, what happened, and never a word of what it says."""

import datetime
from enum import StrEnum
from typing import Any

from domain.dossier.forms import UNSPOKEN, ActionForm, ContactForm, ContactSort
from domain.forms.responses import Response
from domain.plan.events import NewEvent


class EntryEvent(StrEnum):
    """What can happen to an entry."""

    ADDED = "entry_added"
    CHANGED = "entry_changed"
    CLOSED = "entry_closed"
    REOPENED = "entry_reopened"


def promise_of(entry: Response) -> str:
    """Return the id of the promise that an action is."""
    return f"entry:{entry.number}"


def is_contact(entry: Response) -> bool:
    """Say whether an entry tells that somebody was spoken to: no mere note, and no call that nobody took."""
    spoken = entry.text("form") not in ("", ContactSort.NOTE) and entry.text("outcome") not in UNSPOKEN
    return entry.form is ContactForm and spoken


def event_for(entry: Response, what: EntryEvent, at: datetime.datetime) -> NewEvent:
    """Return the event for the log. A company's words stay out of it, so that erasing the company erases them.

    A contact counts as contact with the terrain; an open action with a day is a promise, until it is done.
    """
    data: dict[str, Any] = {"entry": entry.number, "of": entry.form.key, "entry_revision": entry.revision}
    if is_contact(entry) and what is not EntryEvent.CLOSED:
        data["contact_on"] = entry.text("day") or at.date().isoformat()
    if entry.form is ActionForm:
        by = entry.due if entry.closed_at is None else None
        data["promise"] = {"id": promise_of(entry), "by": by.isoformat() if by else None}
    return NewEvent(entry.terrain, what, at, data, company=entry.intake)
