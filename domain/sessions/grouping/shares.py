"""The first step: how many groups each issue gets, so that the fewest people talk about another's issue."""

from collections.abc import Mapping

from domain.sessions.grouping.people import sizes

State = tuple[int, int]  # groups given away, and how many of them hold one more
Best = tuple[int, tuple[int, ...]]  # people who do not fit, and the groups per issue so far


def share_groups(counts: Mapping[str, int], people: int, groups: int) -> dict[str, int]:
    """Return groups per issue, "" for mixed ones; exact, by going through the issues one at a time.

    `counts` are people per issue; `people` counts everybody, also those who chose none. Of equal ways the one that gives most
    to the issue with the most people wins.
    """
    base, extra = sizes(people, groups)
    issues = sorted((issue for issue in counts if issue), key=lambda issue: (-counts[issue], issue))
    states: dict[State, Best] = {(0, 0): (0, ())}
    for issue in issues:
        states = hand_out(states, counts[issue], base, (groups, extra))
    ends = {state: best for state, best in states.items() if extra - state[1] <= groups - state[0]}
    (given, _), (_, shares) = min(ends.items(), key=lambda end: (end[1][0], groups - end[0][0], [-one for one in end[1][1]]))
    found = dict(zip(issues, shares, strict=True)) | ({"": groups - given} if given < groups else {})
    return {issue: share for issue, share in found.items() if share}


def hand_out(states: Mapping[State, Best], wanting: int, base: int, most: State) -> dict[State, Best]:
    """Return the best way to every state after one more issue, with `wanting` people."""
    found: dict[State, Best] = {}
    for (given, larger), (misfits, shares) in states.items():
        for share in range(min(most[0] - given, -(-wanting // max(base, 1))) + 1):
            for more in range(min(share, most[1] - larger) + 1):
                left = max(0, wanting - share * base - more)
                state, best = (given + share, larger + more), (misfits + left, (*shares, share))
                if state not in found or rank(best) < rank(found[state]):
                    found[state] = best
    return found


def rank(best: Best) -> tuple[int, list[int]]:
    """Return how good a way is: fewer misfits first, then more groups for the larger issues."""
    return best[0], [-share for share in best[1]]
