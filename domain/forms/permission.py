"""Who may fill in a form and who may see what was filled in, and when: all of it follows from the declaration."""

import datetime
from dataclasses import dataclass

from domain.access.roles import Right
from domain.forms.declaration import Form, Who


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, as far as forms do: what they may on its terrain, and whether it is about the company they answer for."""

    rights: frozenset[Right]
    own: bool = False

    def is_one(self, who: Who) -> bool:
        """Say whether somebody is among these."""
        return self.own if who == "company" else who in self.rights


def may_fill(form: type[Form], asker: Asker) -> bool:
    """Say whether somebody may fill in a form; what a company fills in, the team may type for it."""
    return asker.is_one(form.filled_by) or (form.filled_by == "company" and Right.WORK in asker.rights)


def may_see(form: type[Form], asker: Asker) -> bool:
    """Say whether somebody may see what was filled in."""
    return any(asker.is_one(who) for who in form.seen_by)


def is_open(form: type[Form], now: datetime.datetime, session: tuple[datetime.datetime, datetime.datetime] | None) -> bool:
    """Say whether a form can be filled in now, about a session with this start and end."""
    if session is None:
        return True
    began = form.opens is None or form.opens.at(*session) <= now
    return began and (form.closes is None or now < form.closes.at(*session))
