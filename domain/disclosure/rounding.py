"""How exactly an amount may be published."""

import math

STEPS_IN_TOTAL = 10  # a step is at most a tenth of the total: half an average share in the smallest one; own choice


def rounded(amount: float) -> int:
    """Return an amount of kW or kWh as it may be published.

    The step is 1, 2 or 5 times a power of ten, at most a tenth of the amount. A larger amount never rounds to a smaller one.
    """
    if amount <= STEPS_IN_TOTAL:
        return math.floor(amount + 0.5)
    tenth = amount / STEPS_IN_TOTAL
    power: int = 10 ** (len(str(math.floor(tenth))) - 1)
    step = next(factor * power for factor in (5, 2, 1) if factor * power <= tenth)
    return step * math.floor(amount / step + 0.5)
