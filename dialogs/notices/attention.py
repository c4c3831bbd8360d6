"""What did not arrive, as one thing to look at."""

from collections.abc import Sequence

from cards.formats import plural
from dialogs.turn.attention_kind import AttentionKind, Scene
from domain.attention.attention import Attention, Tap, Weight, Whom

MOST = 100


async def find_undelivered(scene: Scene) -> Sequence[Attention]:
    """Return that messages did not arrive, and how many."""
    count = len(await scene.stores.notices.undelivered(MOST))
    line = f"{plural(count, 'bericht kwam', 'berichten kwamen')} niet aan."
    return (Attention("undelivered", line, Tap.says("Bekijk", "niet bezorgd"), Weight.WAITS),) if count else ()


UNDELIVERED = AttentionKind("undelivered", Whom.TEAM, find_undelivered)
