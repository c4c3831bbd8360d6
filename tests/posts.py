"""Channels in a chat without Teams: what the bot posts there by itself, thread by thread."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.turn.results import TurnResult
from tests.replies import Shown, check_reply


@dataclass
class Posts:
    """`threads` by conversation, oldest first; a group chat is one thread."""

    threads: dict[str, list[Shown]] = field(default_factory=dict)

    def takes(self, turned: TurnResult, said: Iterable[str] = ()) -> list[str | None]:
        """Take in what a turn posts, and check every word of it; return the ids that Teams gives."""
        place, ids = str(turned.reference["conversation"]["id"]), list[str | None]()
        for outgoing in turned.outgoing:
            activity = json.loads(json.dumps(outgoing.activity))
            check_reply(activity, said)
            number = sum(map(len, self.threads.values())) + 1
            if outgoing.kind == "open":
                place = f"{place};messageid={number}"
                ids.append(place)
            else:
                ids.append(f"post-{number}")
            self.threads.setdefault(place, []).append(Shown(f"post-{number}", activity))
        return ids

    def texts(self) -> list[list[str]]:
        """Return the words of every thread."""
        return [[shown.text() for shown in thread] for thread in self.threads.values()]
