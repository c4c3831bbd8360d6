"""What asks for the team's attention among the items: proposals that wait for a yes, and what ends within thirty days."""

from collections.abc import Sequence

from cards.formats import day, plural
from dialogs.knowledge.cards import ENDING_SOON
from dialogs.turn.attention_kind import AttentionKind, Scene
from domain.attention.attention import Attention, Tap, Weight, Whom
from domain.knowledge.items import Item, expiring, laid_over
from domain.knowledge.versions import VersionState


async def find_proposals(scene: Scene) -> Sequence[Attention]:
    """Return the proposals that wait for a yes, the oldest first."""
    return tuple(
        Attention(f"item:{one.item.key}:{one.item.version}", f"Wacht op een ja: {one.item.title}", opens(one.item),
                  Weight.WAITS, rank=one.number)
        for one in await scene.stores.knowledge.newest()
        if one.state is VersionState.PROPOSED
    )  # fmt: skip


async def find_ending(scene: Scene) -> Sequence[Attention]:
    """Return the items that end soon, as one thing to do: after that day nobody is told what they say."""
    approved = (one.item for one in await scene.stores.knowledge.newest() if one.state is VersionState.APPROVED)
    ending = expiring(laid_over(scene.items, approved).values(), scene.today)
    if not ending:
        return ()
    first = min(item.valid_until for item in ending)
    line = f"{plural(len(ending), 'antwoord verloopt', 'antwoorden verlopen')} binnenkort, vanaf {day(first)}"
    return (Attention(f"item_ends:{first}", line, Tap.says("Bekijk", f"kennis {ENDING_SOON}"), Weight.ENDS, due=first),)


def opens(item: Item) -> Tap:
    """Return the tap that shows an item with what can be done about it."""
    return Tap.says("Bekijk", f"kennis {item.key}")


PROPOSALS = AttentionKind("item", Whom.TEAM, find_proposals)
ENDING = AttentionKind("item_ends", Whom.TEAM, find_ending)
