"""Making groups out of those who come, changing them by hand, and saying what is odd about them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from domain.intake.sections.company import CompanyPart
from domain.sessions.grouping.people import (
    HELPERS,
    HOLDERS,
    NO_WISHES,
    SMALLEST,
    Group,
    Grouping,
    Guest,
    SeatingWishes,
    by_id,
    labels,
)
from domain.sessions.grouping.seating import seat
from domain.sessions.grouping.shares import share_groups
from domain.sessions.plan import PlanRefused, number_of_groups


def make_groups(guests: Sequence[Guest], size: int, wishes: SeatingWishes = NO_WISHES, earlier: Sequence[Group] = ()) -> Grouping:
    """Return groups of about `size` people. `earlier` groups are kept where enough of their people come again.

    The same guests always give the same groups. Raises Impossible for wishes that contradict each other.
    """
    if not guests:
        return Grouping(())
    people = sorted(by_id(guests).values(), key=lambda guest: guest.id)
    kept = keep_groups(people, earlier, number_of_groups(len(people), size))
    seated = seat(people, (*kept, *fresh_groups(people, size, kept)), wishes)
    return explain(people, Grouping(seated), wishes)


def keep_groups(guests: Sequence[Guest], earlier: Sequence[Group], most: int) -> tuple[Group, ...]:
    """Return the earlier groups that go on: those with the most people back, in their own order."""
    back = Counter(guest.earlier for guest in guests)
    coming = sorted((group for group in earlier if back[group.label]), key=lambda group: (-back[group.label], group.label))
    chosen = {group.label for group in coming[:most]}
    return tuple(replace(group, members=()) for group in earlier if group.label in chosen)


def fresh_groups(guests: Sequence[Guest], size: int, kept: Sequence[Group]) -> tuple[Group, ...]:
    """Return the new groups beside those that are kept, by the issues of people without a group."""
    groups = number_of_groups(len(guests), size) - len(kept)
    if groups <= 0:
        return ()
    there = {group.label for group in kept}
    free = [guest for guest in guests if guest.earlier not in there]
    shares = share_groups(Counter(guest.issue for guest in free if guest.issue), max(len(free), groups), groups)
    issues = [issue for issue, number in shares.items() for _ in range(number)]
    names = (label for label in labels() if label not in there)
    return tuple(Group(label, issue) for issue, label in zip(issues, names, strict=False))


def explain(guests: Sequence[Guest], grouping: Grouping, wishes: SeatingWishes) -> Grouping:
    """Return the groups with a line for everybody that says why they sit there."""
    groups = {member: group for group in grouping.groups for member in group.members}
    asked = {one for pair in (*wishes.together, *wishes.apart) for one in pair}
    return replace(grouping, why={guest.id: reason(guest, groups[guest.id], wished=guest.id in asked) for guest in guests})


def reason(guest: Guest, group: Group, *, wished: bool) -> str:
    """Say why somebody sits in a group."""
    if guest.earlier and guest.earlier == group.label:
        return "Koos zelf voor deze groep." if guest.chose else "Zelfde groep als de vorige keer."
    if guest.issue and guest.issue == group.issue:
        return "Koos dit vraagstuk." if not guest.earlier else "Koos dit vraagstuk. De vorige groep gaat niet door of is vol."
    if wished:
        return "Zit hier vanwege een wens van het team."
    if guest.issue:
        return "Voor het eigen vraagstuk was geen plaats meer. Deze groep had nog een plek."
    return "Koos nog geen vraagstuk. Deze groep had nog een plek."


def move(grouping: Grouping, guest: str, label: str) -> Grouping:
    """Put somebody in another group by hand; raises Refused when there is no such person or group."""
    if label not in {group.label for group in grouping.groups}:
        raise PlanRefused("Deze groep is er niet.")
    if not any(guest in group.members for group in grouping.groups):
        raise PlanRefused("Deze persoon staat in geen groep.")
    left = tuple(replace(group, members=tuple(one for one in group.members if one != guest)) for group in grouping.groups)
    moved = tuple(
        replace(group, members=tuple(sorted((*group.members, guest)))) if group.label == label else group for group in left
    )
    return Grouping(moved, {**grouping.why, guest: "Door het team in deze groep gezet."})


def oddities(grouping: Grouping, guests: Sequence[Guest], wishes: SeatingWishes = NO_WISHES) -> tuple[str, ...]:
    """Return what is odd about groups as they are now, as sentences about groups; for after a change by hand."""
    known = by_id(guests)
    members = {group.label: [known[one] for one in group.members] for group in grouping.groups}
    lengths = [len(some) for some in members.values()]
    uneven = ("De groepen verschillen meer dan één persoon.",) if lengths and max(lengths) - min(lengths) > 1 else ()
    small = such(members, lambda some: len(some) < SMALLEST, f"minder dan {SMALLEST} mensen")
    crowded = such(
        members, lambda some: max(Counter(one.company for one in some).values(), default=0) > 1, "twee mensen van één bedrijf"
    )
    return (*uneven, *small, *crowded, *unmixed(members), *broken(grouping, wishes))


def such(members: Mapping[str, Sequence[Guest]], odd: Callable[[Sequence[Guest]], bool], words: str) -> Iterator[str]:
    """Yield one sentence about all groups that are odd in one way."""
    labels = [label for label, some in members.items() if some and odd(some)]
    if labels:
        yield f"Groep {' en '.join(labels)}: {words}."


def unmixed(members: Mapping[str, Sequence[Guest]]) -> Iterator[str]:
    """Yield in which groups a part is missing that others play; nothing when nobody plays it or parts are not known."""
    for parts, name in ((HOLDERS, "probleemhouder"), (HELPERS, "oplosser")):
        if any(guest.part in parts for some in members.values() for guest in some):
            yield from such(members, partial(lacks, parts), f"geen {name}")


def lacks(parts: frozenset[CompanyPart], some: Sequence[Guest]) -> bool:
    """Say whether none of these people plays one of these parts."""
    return not any(guest.part in parts for guest in some)


def broken(grouping: Grouping, wishes: SeatingWishes) -> Iterator[str]:
    """Yield which kinds of wishes are not met."""
    at = {member: group.label for group in grouping.groups for member in group.members}
    if any(at.get(one) != at.get(two) for one, two in wishes.together if one in at and two in at):
        yield "Twee mensen die bij elkaar horen, zitten apart."
    if any(at.get(one) == at.get(two) for one, two in wishes.apart if one in at and two in at):
        yield "Twee mensen die apart horen, zitten bij elkaar."


def lead_groups(grouping: Grouping, facilitators: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return who leads each group; with too few, nobody leads one group and all go round (at least two are needed)."""
    if len(facilitators) >= len(grouping.groups):
        return {group.label: (name,) for group, name in zip(grouping.groups, facilitators, strict=False)}
    return {group.label: () for group in grouping.groups}
