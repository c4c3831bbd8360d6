"""The checker: the least possible peak as a linear programme for HiGHS, written by itself, quarter by quarter."""

from typing import Any

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array

from domain.demand.cuts import Load
from domain.demand.quantities import QUARTERS


def least_peak(load: Load) -> float:
    """Return the least possible peak in kW, base included, according to HiGHS."""
    company, group, quarter = np.nonzero((load.most > 0) & (load.energy > 0)[:, :, None])
    count, needs = len(company), np.argwhere(load.energy > 0)
    place = np.zeros(load.energy.shape, dtype=np.intp)
    place[needs[:, 0], needs[:, 1]] = np.arange(len(needs))
    each = np.arange(count)
    exactly = matrix([(place[company, group], each, np.ones(count))], len(needs), count + 1)
    quarters = np.arange(QUARTERS)
    above = [(quarter, each, np.ones(count)), (quarters, np.full(QUARTERS, count), -np.ones(QUARTERS))]
    most = -load.base
    if load.limit is not None:
        above.append((QUARTERS * (company + 1) + quarter, each, np.ones(count)))
        most = np.concatenate((most, load.limit.ravel()))
    solved = linprog(
        np.append(np.zeros(count), 1.0),
        A_ub=matrix(above, len(most), count + 1),
        b_ub=most,
        A_eq=exactly,
        b_eq=load.energy[needs[:, 0], needs[:, 1]],
        bounds=[*((0.0, kw) for kw in load.most[company, group, quarter].tolist()), (None, None)],
        method="highs",
    )
    assert solved.fun is not None, solved.message  # noqa: S101
    return solved.fun


def matrix(parts: list[tuple[Any, Any, Any]], height: int, width: int) -> Any:  # noqa: ANN401 - scipy's types know no sparse matrix here
    """Return rows, columns and values of several parts as one sparse matrix."""
    rows, columns, values = (np.concatenate(one) for one in zip(*parts, strict=True))
    return coo_array((values, (rows, columns)), shape=(height, width)).tocsr()
