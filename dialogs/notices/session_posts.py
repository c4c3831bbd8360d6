"""What channels hear of sessions: of each how it is now, however often that changed before they heard of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from cards.formats import moment
from domain.notices.notice import Notice
from domain.sessions.events import SessionKind
from domain.sessions.formats import BY_KEY


def as_it_is_now(these: Sequence[Notice]) -> list[Notice]:
    """Return one notice of each session; none of one that was planned and called off before anybody here heard of it."""
    by_session: dict[object, list[Notice]] = {}
    for one in these:
        by_session.setdefault(session_of(one.data).get("id", one.id), []).append(one)
    return [found for parts in by_session.values() if (found := newest(parts)) is not None]


def newest(parts: Sequence[Notice]) -> Notice | None:
    """Return what is left to tell of one session, of which nobody here heard any of these yet; None for nothing."""
    events, last = [one.data.get("event") for one in parts], parts[-1]
    was_off = [bool(session_of(one.data).get("again")) for one in parts]
    is_new = events[0] == SessionKind.PLANNED and not parts[0].data.get("changed") and not was_off[0]
    if is_new and events[-1] == SessionKind.CANCELLED:
        return None
    again = not is_new and any(was_off)
    return replace(last, data={**last.data, "changed": not is_new, "again": again})


def session_of(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a notice tells of a session; nothing once it arrived."""
    return data.get("session") or {}


def session_words(data: Mapping[str, Any]) -> str:
    session = session_of(data)
    form = BY_KEY.get(str(session.get("format", "")))
    title = form.title.lower() if form is not None else "sessie"
    if data.get("event") == SessionKind.CANCELLED:
        return f"de {title} gaat niet door"
    if data.get("event") == SessionKind.HELD:
        return f"de {title} is geweest"
    when = f" op {moment(datetime.fromisoformat(session['at']))}" if session.get("at") else ""
    if data.get("again"):
        return f"de {title} gaat door{when}"
    return f"de {title} is verplaatst. Die is nu{when}" if data.get("changed") else f"er is een {title} gepland{when}"
