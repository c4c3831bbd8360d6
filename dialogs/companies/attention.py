"""What waits about companies: those to call again by now, and those that others named and the team has not decided about."""

from collections import defaultdict
from collections.abc import Sequence

from cards.formats import capital, day, plural, some
from dialogs.turn.attention_kind import AttentionKind, Scene
from domain.attention.attention import Attention, Tap, Weight, Whom
from domain.calendar.here import date_here
from domain.companies.calls import DueCalls
from domain.companies.nominations import Nomination

MOST = 200


async def find_calls(scene: Scene) -> Sequence[Attention]:
    """Return on which of these terrains companies wait for a call that was agreed."""
    due = await scene.stores.calls.due(tuple(scene.states), scene.today)
    return tuple(waiting(terrain, one) for terrain, one in due.items())


def waiting(terrain: str, due: DueCalls) -> Attention:
    """Return the calls of one terrain, under another key once one more became due."""
    one = due.companies == 1
    line = f"{capital(some(due.companies, 'bedrijf', 'bedrijven'))} {'wacht' if one else 'wachten'} op een telefoontje."
    tap = Tap.says("Bellijst", f"bellijst {terrain}")
    hint = f"{'Afgesproken voor' if one else 'De eerste was afgesproken voor'} {day(due.since)}."
    return Attention(f"calls:{terrain}:{due.newest}", line, tap, Weight.CALL, terrain, due.since, hint)


async def find_nominated(scene: Scene) -> Sequence[Attention]:
    """Return what waits, of each company together."""
    waiting = await scene.stores.nominations.waiting(limit=MOST)
    by_company: dict[tuple[str, object], list[Nomination]] = defaultdict(list)
    for one in waiting:
        by_company[one.terrain, one.of].append(one)
    names = await scene.stores.companies.names({one.of for one in waiting})
    return tuple(asked(scene, several, names.get(several[0].of, "Een bedrijf")) for several in by_company.values())


def asked(scene: Scene, several: Sequence[Nomination], who: str) -> Attention:
    """Return what one company named."""
    first, last = several[0], several[-1]
    there = scene.stores.terrains.named(first.terrain)
    line = f"{who} droeg {plural(len(several), 'bedrijf', 'bedrijven')} aan{f' op {there.name}' if there else ''}."
    tap = Tap.says("Bekijk", f"aandragen {first.terrain}")
    return Attention(f"nominated:{first.of}:{last.number}", line, tap, Weight.WAITS, first.terrain, date_here(first.at))


CALLS = AttentionKind("calls", Whom.DIRECTOR, find_calls, told=True)
NOMINATED = AttentionKind("nominated", Whom.TEAM, find_nominated, placed=True)
