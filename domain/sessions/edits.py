"""Changing a plan: each change returns the next version, or says why it cannot be."""

import datetime
from dataclasses import replace

from domain.calendar.here import HERE
from domain.sessions.blocks import Adjustment, Block, BlockKind
from domain.sessions.plan import Dropped, Plan, PlanRefused

LONGEST_BLOCK = 240  # minutes; above it somebody made a typing error
MOST_BLOCKS = 20


class NeedsReason(PlanRefused):
    """A block that should stay is only dropped with a reason."""


def move_start(plan: Plan, start: datetime.datetime) -> Plan:
    """Begin at another moment; all times follow."""
    return replace(plan, start=start.astimezone(HERE), version=plan.version + 1)


def set_minutes(plan: Plan, key: str, minutes: int) -> Plan:
    """Make a block longer or shorter."""
    if not 1 <= minutes <= LONGEST_BLOCK:
        raise PlanRefused(f"Een onderdeel duurt 1 tot {LONGEST_BLOCK} minuten.")
    return with_blocks(plan, replaced(plan, key, replace(plan.block(key), minutes=minutes)))


def drop(plan: Plan, key: str, reason: str = "") -> Plan:
    """Take a block out; raises NeedsReason for one that should stay, when no reason is given."""
    block = plan.block(key)
    if block.must and not reason.strip():
        raise NeedsReason(f"{block.must} Waarom wilt u dit toch schrappen?")
    if len(plan.blocks) == 1:
        raise PlanRefused("Een sessie heeft minstens één onderdeel.")
    left = tuple(other for other in plan.blocks if other.key != key)
    return replace(with_blocks(plan, left), dropped=(*plan.dropped, Dropped(key, block.title, reason.strip())))


def add(plan: Plan, title: str, minutes: int, after: str = "") -> Plan:
    """Put in a block of one's own, after another one or at the end."""
    if not title.strip():
        raise PlanRefused("Geef het onderdeel een naam.")
    if not 1 <= minutes <= LONGEST_BLOCK:
        raise PlanRefused(f"Een onderdeel duurt 1 tot {LONGEST_BLOCK} minuten.")
    if len(plan.blocks) >= MOST_BLOCKS:
        raise PlanRefused(f"Een plan heeft ten hoogste {MOST_BLOCKS} onderdelen.")
    place = [block.key for block in plan.blocks].index(plan.block(after).key) + 1 if after else len(plan.blocks)
    part = plan.blocks[place - 1].part
    fresh = Block(new_key(plan), title.strip()[:80], minutes, "", "", part=part)
    return with_blocks(plan, (*plan.blocks[:place], fresh, *plan.blocks[place:]))


def bring_back(plan: Plan, key: str) -> Plan:
    """Put a block back that was dropped, where the format has it."""
    order = [block.key for block in plan.kind.blocks]
    fresh = next((block for block in plan.kind.blocks if block.key == key), None)
    if fresh is None or any(block.key == key for block in plan.blocks):
        raise PlanRefused("Dit onderdeel staat al in het plan.")
    before = [place for place, block in enumerate(plan.blocks) if block.key in order[: order.index(key)]]
    place = before[-1] + 1 if before else 0
    changed = with_blocks(plan, (*plan.blocks[:place], fresh, *plan.blocks[place:]))
    return replace(changed, dropped=tuple(one for one in plan.dropped if one.key != key))


def swap(plan: Plan, key: str, other: str) -> Plan:
    """Let two blocks change places."""
    one, two = plan.block(key), plan.block(other)
    if one.key == two.key:
        raise PlanRefused("Kies twee verschillende onderdelen.")
    turned = {one.key: replace(two, part=one.part), two.key: replace(one, part=two.part)}
    return with_blocks(plan, tuple(turned.get(block.key, block) for block in plan.blocks))


def fit(plan: Plan, chosen: Adjustment) -> Plan:
    """Make the plan as long as its title says, in one of the ways that the format offers."""
    for key in chosen.drop:
        plan = drop(plan, key, chosen.words)
    for key, minutes in chosen.shorten:
        plan = set_minutes(plan, key, max(1, plan.block(key).minutes - minutes))
    return plan


def with_blocks(plan: Plan, blocks: tuple[Block, ...]) -> Plan:
    return replace(plan, blocks=blocks, version=plan.version + 1)


def replaced(plan: Plan, key: str, fresh: Block) -> tuple[Block, ...]:
    return tuple(fresh if block.key == key else block for block in plan.blocks)


def new_key(plan: Plan) -> str:
    """Return a key for a block of one's own."""
    taken = {block.key for block in plan.blocks} | {one.key for one in plan.dropped}
    return next(key for key in (f"extra_{number}" for number in range(1, 1000)) if key not in taken)


def breaks_kept(plan: Plan) -> bool:
    """Say whether a break of the format is still there, or the format has none."""
    wanted = any(block.kind is BlockKind.BREAK for block in plan.kind.blocks)
    return not wanted or any(block.kind is BlockKind.BREAK for block in plan.blocks)
