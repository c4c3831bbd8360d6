"""What else helps, as people read it: only what was reckoned."""

from collections.abc import Callable, Iterable

from cards.formats import number
from cards.views.demand.outlook_words import about
from domain.demand.verdicts.alternatives import Alternative, FoundAlternative
from domain.intake.vehicles import WORDS


def alternative_words(found: Iterable[FoundAlternative]) -> tuple[str, ...]:
    """Return what else makes it fit, a line each: only what was reckoned."""
    return tuple(HELPS[one.kind](one) for one in found)


def fewer_points(one: FoundAlternative) -> str:
    many = WORDS[one.vehicle].many if one.vehicle else "voertuigen"
    return f"Met {number(one.amount)} laadpunten voor uw {number(one.now)} {many} past het ook zonder spreiden. U wisselt dan af."


def weaker_points(one: FoundAlternative) -> str:
    return f"Met laadpunten van {about(one.amount, 'kW')} in plaats van {about(one.now, 'kW')} past het ook zonder spreiden."


def more_at_night(one: FoundAlternative) -> str:
    return f"Met {about(one.amount, 'kW')} extra van 18:00 tot 6:00 uur past het wel. Vraag uw netbeheerder naar blokstroom."


def own_battery(one: FoundAlternative) -> str:
    return f"U komt {about(one.amount, 'kWh')} per dag tekort. Dat past in uw batterij, als u die op een ander moment vult."


HELPS: dict[Alternative, Callable[[FoundAlternative], str]] = {
    Alternative.FEWER_POINTS: fewer_points,
    Alternative.WEAKER_POINTS: weaker_points,
    Alternative.HOURS: more_at_night,
    Alternative.BATTERY: own_battery,
}
