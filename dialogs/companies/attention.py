"""What companies named and the team has not decided about: who named how many, on which terrain."""

from collections import defaultdict
from collections.abc import Sequence

from cards.formats import plural
from dialogs.turn.attention_kind import AttentionKind, Scene
from domain.attention.attention import Attention, Tap, Weight, Whom
from domain.calendar.here import date_here
from domain.companies.nominations import Nomination

MOST = 200


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


NOMINATED = AttentionKind("nominated", Whom.TEAM, find_nominated, placed=True)
