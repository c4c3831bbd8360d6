"""What one should know about a plan: too long, no break, at night, on a holiday, too few facilitators, at the same time."""

import datetime
from collections.abc import Iterable, Iterator

from domain.calendar.here import HERE, date_here
from domain.calendar.workdays import holiday, is_weekend
from domain.sessions.edits import breaks_kept
from domain.sessions.plan import SELF_GUIDED, Plan, PlanRefused

# Own assumptions: companies come between eight in the morning and ten at night, and two hours is long without a break.
EARLIEST = datetime.time(8, 0)
LATEST = datetime.time(22, 0)
LONG_WITHOUT_BREAK = 90
SOON_DAYS = 14


def check_start(start: datetime.datetime, now: datetime.datetime) -> None:
    """Raise Refused for a session that would begin in the past, or more than two years from now."""
    if start <= now:
        raise PlanRefused("Dit moment is al voorbij. Kies een moment dat nog komt.")
    if start > now + datetime.timedelta(days=730):
        raise PlanRefused("Dat is meer dan twee jaar vooruit. Kijk het jaar nog even na.")


def remarks(plan: Plan, now: datetime.datetime, others: Iterable[Plan] = (), coming: Iterable[str] = ()) -> tuple[str, ...]:
    """Return what people should know, as sentences. `others` are planned sessions, `coming` the names of participants."""
    return (
        *about_length(plan),
        *about_moment(plan, now),
        *about_facilitators(plan, {name.casefold() for name in coming}),
        *about_others(plan, others),
    )


def about_length(plan: Plan) -> Iterator[str]:
    """Yield what is odd about the length and the breaks."""
    titled = plan.kind.titled
    if titled is not None and plan.minutes != titled:
        more = "langer" if plan.minutes > titled else "korter"
        yield f"De onderdelen duren samen {plan.minutes} minuten. Dat is {abs(plan.minutes - titled)} minuten {more} dan bedoeld."
    if not breaks_kept(plan):
        yield "Er is geen pauze meer."
    elif longest_stretch(plan) > LONG_WITHOUT_BREAK:
        yield f"Mensen zitten {longest_stretch(plan)} minuten zonder pauze."


def longest_stretch(plan: Plan) -> int:
    """Return the most minutes in a row without a break."""
    longest = stretch = 0
    for block in plan.blocks:
        stretch = 0 if block.kind == "break" else stretch + block.minutes
        longest = max(longest, stretch)
    return longest


def about_moment(plan: Plan, now: datetime.datetime) -> Iterator[str]:
    """Yield what is odd about the day and the hour."""
    start, end = plan.start.astimezone(HERE), plan.end
    name = holiday(start.date())
    if start <= now:
        yield "Deze sessie is al begonnen of voorbij."
    elif (start - now).days < SOON_DAYS:
        yield f"Deze sessie is al over {max(1, (start.date() - date_here(now)).days)} dagen."
    if name:
        yield f"Die dag is een feestdag: {name}."
    elif is_weekend(start.date()):
        yield "Die dag valt in het weekend."
    if start.time() < EARLIEST or end.time() > LATEST or end.date() != start.date():
        yield "De sessie valt buiten de uren van 8 tot 22 uur."


def about_facilitators(plan: Plan, coming: set[str]) -> Iterator[str]:
    """Yield what is odd about who leads the groups."""
    if plan.is_self_guided:
        there = len(plan.facilitators)
        leading = "1 facilitator" if there == 1 else f"{there} facilitators"
        yield f"Er zijn {plan.groups} groepen en {leading}. De groepen werken met het stappenplan."
        if there < SELF_GUIDED:
            yield f"Ook dan zijn er minstens {SELF_GUIDED} facilitators nodig."
    both = [name for name in plan.facilitators if name.casefold() in coming]
    if both:
        yield f"Deze facilitators staan ook bij de deelnemers: {', '.join(both)}."


def about_others(plan: Plan, others: Iterable[Plan]) -> Iterator[str]:
    """Yield which sessions happen at the same time on this terrain, or need the same facilitators."""
    mine = {name.casefold() for name in plan.facilitators}
    then = [other for other in others if other.id != plan.id and plan.start < other.end and other.start < plan.end]
    here = dict.fromkeys(other.kind.title.lower() for other in then if other.terrain == plan.terrain)
    if here:
        yield f"Op dit terrein is dan ook: {', '.join(here)}."
    shared = sorted({name for other in then for name in other.facilitators if name.casefold() in mine})
    if shared:
        yield f"{', '.join(shared)}: dan ook facilitator bij een andere sessie."
