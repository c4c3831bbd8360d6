"""How often somebody tried what never works by accident; whoever goes on is not listened to for a while."""

import datetime
from collections import OrderedDict, deque

MOST = 20
WINDOW = datetime.timedelta(hours=1)
PERSONS = 1000  # that are remembered; each process counts for itself


class Tries:
    """The wrong tries of the last hour of each person, in memory."""

    def __init__(self) -> None:
        """Start with nobody."""
        self._of: OrderedDict[tuple[str, str], deque[datetime.datetime]] = OrderedDict()

    def note(self, who: tuple[str, str], now: datetime.datetime) -> None:
        """Note a wrong try."""
        self._of.setdefault(who, deque(maxlen=MOST)).append(now)
        self._of.move_to_end(who)
        if len(self._of) > PERSONS:
            self._of.popitem(last=False)

    def are_too_many(self, who: tuple[str, str], now: datetime.datetime) -> bool:
        """Say whether somebody tried wrongly so often in the last hour that they have to wait."""
        tried = self._of.get(who, ())
        return sum(at > now - WINDOW for at in tried) >= MOST
