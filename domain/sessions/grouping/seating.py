"""The second step: who sits in which labelled group, solved exactly as whole numbers of people who are alike."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import coo_array

from domain.sessions.grouping.people import HELPERS, HOLDERS, Group, Guest, Impossible, SeatingWishes, sizes

CONFLICT = "De wensen spreken elkaar tegen. Haal er een weg: wie moet bij elkaar, of wie juist niet?"
Kin = tuple[str, str, str, str, str]  # issue, company, part, earlier group, and an id of one's own where wishes need it


@dataclass(slots=True)
class Model:
    """A linear model in the making: rows of coefficients with their bounds, over columns that grow."""

    upper: list[float] = field(default_factory=list)
    rows: list[tuple[Mapping[int, float], float, float]] = field(default_factory=list)

    def column(self, most: float) -> int:
        """Add a variable between zero and `most`; return its place."""
        self.upper.append(most)
        return len(self.upper) - 1

    def row(self, terms: Mapping[int, float], low: float, high: float) -> None:
        """Ask that low <= sum of terms <= high."""
        self.rows.append((terms, low, high))

    def solve(self, cost: dict[int, float]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """Return the whole numbers of least cost. Raises Impossible when there are none."""
        from scipy.optimize import Bounds, LinearConstraint, milp

        objective = np.zeros(len(self.upper))
        for place, price in cost.items():
            objective[place] = price
        entries = [(number, place, value) for number, (terms, _, _) in enumerate(self.rows) for place, value in terms.items()]
        numbers, places, values = zip(*entries, strict=True)
        matrix = coo_array((values, (numbers, places)), shape=(len(self.rows), len(self.upper))).tocsr()
        limits = LinearConstraint(matrix, [low for _, low, _ in self.rows], [high for _, _, high in self.rows])
        solved = milp(
            objective, integrality=np.ones(len(self.upper), dtype=np.int64), bounds=Bounds(0, self.upper), constraints=limits,
            options={"mip_rel_gap": 0},
        )  # fmt: skip
        if solved.x is None:
            raise Impossible(CONFLICT)
        return np.rint(solved.x)


def seat(guests: Sequence[Guest], groups: Sequence[Group], wishes: SeatingWishes) -> tuple[Group, ...]:
    """Return the groups with their members: everybody sits in one, and sizes differ by at most one.

    In this order as few as possible: people away from their earlier group, people at another's issue, people of one
    company together, groups without a problem owner or without a solver. Raises Impossible for wishes that contradict.
    """
    kin = Counter(kin_of(guest, guests, wishes) for guest in guests)
    model = Model()
    seats = {(one, at): model.column(kin[one]) for one in sorted(kin) for at in range(len(groups))}
    base, extra = sizes(len(guests), len(groups))
    for one in sorted(kin):
        model.row({seats[one, at]: 1 for at in range(len(groups))}, kin[one], kin[one])
    for at in range(len(groups)):
        model.row({seats[one, at]: 1 for one in kin}, base, base + bool(extra))
    wish(model, seats, wishes, len(groups))
    answer = np.zeros(0)
    for goal in (away(kin, groups), misplaced(kin, groups), crowded(model, kin, seats), lacking(model, kin, seats)):
        cost = goal(seats)
        answer = model.solve(cost)
        model.row(cost or {0: 0}, -np.inf, float(sum(price * answer[place] for place, price in cost.items())))
    return fill(guests, groups, wishes, {key: int(answer[place]) for key, place in seats.items()})


Seats = dict[tuple[Kin, int], int]
Goal = Callable[[Seats], dict[int, float]]


def kin_of(guest: Guest, guests: Sequence[Guest], wishes: SeatingWishes) -> Kin:
    """Return what makes a guest like others: guests who are alike can change seats, so only their number counts."""
    alone = sum(other.company == guest.company for other in guests) == 1
    named = any(guest.id in pair for pair in (*wishes.together, *wishes.apart))
    return guest.issue, "" if alone else guest.company, guest.part.value, guest.earlier, guest.id if named else ""


def wish(model: Model, seats: Seats, wishes: SeatingWishes, groups: int) -> None:
    """Ask that pairs sit together or apart. Their members are kin of nobody else."""
    own = {one[4]: one for one, _ in seats if one[4]}
    for pairs, sign, low, high in ((wishes.together, -1, 0, 0), (wishes.apart, 1, 0, 1)):
        for one, two in pairs:
            if one in own and two in own:
                for at in range(groups):
                    model.row({seats[own[one], at]: 1, seats[own[two], at]: sign}, low, high)


def away(kin: Counter[Kin], groups: Sequence[Group]) -> Goal:
    """Count people away from the group they were in before, where that group is still there."""
    there = {group.label for group in groups}
    return lambda seats: {
        place: 1 for (one, at), place in seats.items() if one[3] in there and one in kin and groups[at].label != one[3]
    }


def misplaced(kin: Counter[Kin], groups: Sequence[Group]) -> Goal:
    """Count people who named an issue and sit at another one."""
    return lambda seats: {place: 1 for (one, at), place in seats.items() if one[0] and one in kin and groups[at].issue != one[0]}


def crowded(model: Model, kin: Counter[Kin], seats: Seats) -> Goal:
    """Count people beyond the first of their company in a group."""
    companies = sorted({one[1] for one in kin if one[1]})
    cost: dict[int, float] = {}
    for company in companies:
        those = [one for one in kin if one[1] == company]
        for at in sorted({at for _, at in seats}):
            excess = model.column(len(kin) + sum(kin[one] for one in those))
            model.row({seats[one, at]: 1 for one in those} | {excess: -1}, -np.inf, 1)
            cost[excess] = 1
    return lambda _: cost


def lacking(model: Model, kin: Counter[Kin], seats: Seats) -> Goal:
    """Count groups without anybody who has the problem, and groups without anybody who can help."""
    cost: dict[int, float] = {}
    for parts in (HOLDERS, HELPERS):
        those = [one for one in kin if one[2] in parts]
        for at in sorted({at for _, at in seats}):
            lack = model.column(1)
            model.row({seats[one, at]: 1 for one in those} | {lack: 1}, 1, np.inf)
            cost[lack] = 1
    return lambda _: cost


def fill(guests: Sequence[Guest], groups: Sequence[Group], wishes: SeatingWishes, numbers: Seats) -> tuple[Group, ...]:
    """Return the groups with people in the seats of their kin (`numbers` of them each), in the order of their ids."""
    waiting: dict[Kin, list[str]] = {}
    for guest in sorted(guests, key=lambda guest: guest.id):
        waiting.setdefault(kin_of(guest, guests, wishes), []).append(guest.id)
    members: list[list[str]] = [[] for _ in groups]
    for (one, at), number in sorted(numbers.items()):
        taken, waiting[one] = waiting[one][:number], waiting[one][number:]
        members[at] += taken
    return tuple(Group(group.label, group.issue, tuple(sorted(some))) for group, some in zip(groups, members, strict=True))
