"""What a file of quarter-hours must be at least: quarters or hours, not for longer than three years, and not of the future."""

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence

from domain.meter.clock import date_of, local_day
from domain.meter.outcomes import NoMeterFile

STEPS = (15, 30, 60)
LONGEST = 1100  # days: three years and a month
FIRST_YEAR = 2005  # nothing here was measured by the quarter before
LEAST = 4
OFF_GRID = 0.01


def check_step(step: int, count: int) -> int:
    """Return the length of an interval in minutes. Raises NoMeterFile for what is no quarter or hour."""
    if count < LEAST or step == 0:
        raise NoMeterFile("In dit bestand staan te weinig getallen. Stuur minstens één hele dag.")
    if step in STEPS:
        return step
    if step >= 1380:
        raise NoMeterFile("Dit bestand heeft één getal per dag of langer. Ik heb een getal per kwartier of per uur nodig.")
    if step < 15:
        raise NoMeterFile(f"Dit bestand heeft een getal per {step_words(step)}. Vraag om een getal per kwartier.")
    raise NoMeterFile("De tijden in dit bestand zijn geen kwartieren of uren.")


def step_words(step: int) -> str:
    return "minuut" if step == 1 else f"{step} minuten"


def check_span(moments: Collection[int], today: datetime.date) -> None:
    """Raise NoMeterFile for a file of too many years, or of times that cannot be."""
    first, last = date_of(local_day(min(moments))[0]), date_of(local_day(max(moments))[0])
    if (last - first).days > LONGEST:
        raise NoMeterFile(f"Dit bestand gaat over {(last - first).days // 365} jaar. Stuur ten hoogste drie jaar.")
    if last > today + datetime.timedelta(days=1) or first.year < FIRST_YEAR:
        raise NoMeterFile(f"In dit bestand staat de datum {(last if last > today else first):%d-%m-%Y}. Dat kan niet kloppen.")
    if sum(one % 15 != 0 for one in moments) > OFF_GRID * len(moments):
        raise NoMeterFile("De tijden in dit bestand vallen niet op hele kwartieren.")


def flat_days(use: Mapping[int, float], step: int) -> frozenset[datetime.date]:
    """Return the days on which every interval is exactly the same and not zero: a day's total that somebody spread evenly."""
    seen: dict[int, tuple[float, int, bool]] = {}
    for at, kwh in use.items():
        day = local_day(at)[0]
        first, count, same = seen.get(day, (kwh, 0, True))
        seen[day] = (first, count + 1, same and kwh == first)
    enough = 0.75 * 1440 / step
    return frozenset(date_of(day) for day, (kwh, count, same) in seen.items() if same and kwh > 0 and count >= enough)


def remarks_on(*, fixed: bool, untimed: Sequence[int]) -> Iterator[str]:
    """Yield what was assumed about the times of a file."""
    if fixed:
        yield "De klok in dit bestand blijft op wintertijd. Daar reken ik mee."
    if untimed:
        yield f"Ik sloeg {len(untimed)} regels zonder tijd over. De eerste is regel {untimed[0]}."
