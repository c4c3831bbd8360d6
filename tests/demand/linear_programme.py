"""The checker: the same problem as a linear programme for HiGHS, written by itself, quarter by quarter."""

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array

from domain.demand.cuts import Load


def least_peak(load: Load) -> float:
    """Return the least possible peak in kW according to HiGHS."""
    company, group, quarter = np.nonzero(load.most > 0)
    count = len(company)
    needs = np.argwhere(load.energy > 0)
    place = {(c, k): row for row, (c, k) in enumerate(needs.tolist())}
    used = [row for row, (c, k) in enumerate(zip(company.tolist(), group.tolist(), strict=True)) if (c, k) in place]
    rows = [place[int(company[row]), int(group[row])] for row in used]
    exactly = coo_array((np.ones(len(used)), (rows, used)), shape=(len(needs), count + 1))
    above = [(int(quarter[row]), row, 1.0) for row in range(count)] + [(t, count, -1.0) for t in range(96)]
    least: list[float] = (-load.base).tolist()
    if load.limit is not None:
        above += [(96 + 96 * int(company[row]) + int(quarter[row]), row, 1.0) for row in range(count)]
        least += load.limit.ravel().tolist()
    lines, columns, values = zip(*above, strict=True)
    bounds: list[tuple[float | None, float | None]] = [(0.0, kw) for kw in load.most[company, group, quarter].tolist()]
    within = coo_array((values, (lines, columns)), shape=(len(least), count + 1))
    solved = linprog(
        np.append(np.zeros(count), 1.0),
        A_ub=within.toarray(),
        b_ub=np.array(least),
        A_eq=exactly.toarray(),
        b_eq=load.energy[needs[:, 0], needs[:, 1]],
        bounds=[*bounds, (None, None)],
        method="highs",
    )
    assert solved.fun is not None, solved.message
    return solved.fun
