"""One thing that a company hears by itself; what is due on one day is told in one message."""

from dataclasses import dataclass

from cards.papers.session import Appointment
from cards.views.card import Button
from domain.papers.papers import Paper


@dataclass(frozen=True, slots=True)
class NewsLine:
    """One thing as a company reads it."""

    title: str
    lines: tuple[str, ...]
    buttons: tuple[Button, ...] = ()
    papers: tuple[Paper, ...] = ()
    appointments: tuple[Appointment, ...] = ()
