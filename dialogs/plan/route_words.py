"""Reading a route as it is typed: "warm bedrijf", "koud", "uitgesteld tot 1 maart"."""

import datetime
import re
from dataclasses import dataclass

from dialogs.dutch.dates import read_date
from dialogs.dutch.reading import Read
from dialogs.dutch.typed import tidy
from domain.plan.routes import Route

WORDS: dict[Route, frozenset[str]] = {
    Route.BROAD: frozenset({"breed", "breed initiatief", "aansluiten", "smart energy hub", "backoffice"}),
    Route.LOOSE: frozenset({"los", "los initiatief", "losse initiatieven", "initiatief", "lola", "clean energy hub"}),
    Route.WARM_PARK: frozenset({"warm terrein", "warm", "terrein", "parkmanagement", "warm parkmanagement"}),
    Route.WARM_COMPANY: frozenset({"warm bedrijf", "bedrijf", "een bedrijf", "een warm bedrijf"}),
    Route.COLD: frozenset({"koud", "koude aanpak", "koud nu", "nu"}),
    Route.POSTPONED: frozenset({"uitgesteld", "uitstellen", "later", "koud uitgesteld", "koud later"}),
}
WAITING = re.compile(r"(?:koud )?(?:uitgesteld|uitstellen|later|wachten|stel uit)(?: tot)? (?P<until>.+)")


@dataclass(frozen=True, slots=True)
class Typed:
    """A route, with the day on which a postponed terrain returns; None when none was named."""

    route: Route
    until: datetime.date | None = None


def read_route(text: str, today: datetime.date) -> Typed | None:
    """Return the route that a text names; None when it names none, or a day that has passed or can be two."""
    line = tidy(text)
    waiting = WAITING.fullmatch(line)
    if waiting is not None:
        until = read_day(waiting["until"], today)
        return Typed(Route.POSTPONED, until) if until is not None and until > today else None
    return next((Typed(route) for route, words in WORDS.items() if line in words), None)


def read_day(text: str, today: datetime.date) -> datetime.date | None:
    """Return a day, or the first of a month; None when the text names none, or several."""
    reading = read_date(text, today=today)
    if not isinstance(reading, Read):
        return None
    return datetime.date.fromisoformat(reading.value if len(reading.value) > len("2027-03") else f"{reading.value}-01")
