"""What a company hears from us by itself: each thing once, and only with something in it that is new for that company.

What one of its people was told, the company was told. That it hears at most one message a day, with all of that day in it,
follows from the kind of notice (`daily`).
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Moment = datetime.datetime


@dataclass(frozen=True, slots=True)
class News:
    """One thing to tell a company. `key` says what it is: the same key is never told twice.

    With `needs_fact` it says nothing new by itself: it is told only when `newest`, the moment of the newest fact that comes
    along in it, lies after everything that the company was told.
    """

    key: str
    needs_fact: bool = False
    newest: Moment | None = None

    def is_new(self, told: Mapping[str, Moment]) -> bool:
        """Say whether this says something new; `told` are the keys of everything the company was told, and when."""
        if self.key in told:
            return False
        last = max(told.values(), default=None)
        return not self.needs_fact or (self.newest is not None and (last is None or self.newest > last))


def choose_news(offered: Iterable[News], told: Mapping[str, Moment]) -> tuple[News, ...]:
    """Return what is worth telling, in the order offered, each once."""
    return tuple({news.key: news for news in offered if news.is_new(told)}.values())
