"""A simulated depot: vehicles that return one after the other, as measured, and plug in at once."""

from dataclasses import dataclass

import numpy as np

from domain.demand.arrays import Numbers

# In the depots that were measured (NREL) vehicles of one depot return with a deviation of some hour and a half, from 1.2 h at
# the beverage fleet to more than two at the food fleet; what they drive on a day deviates by half of its mean.
RETURNS_DEVIATE_HOURS, ENERGY_DEVIATES = 1.6, 0.5
DAYS, QUARTER, LONGEST_STAY = 400, 0.25, 13.0


@dataclass(frozen=True, slots=True)
class Crowd:
    """Vehicles of one class: how many, the power of each charger in kW, and for how many hours each charges on average."""

    vehicles: int
    kw: float
    hours: float


def daily_peaks(
    *crowds: Crowd, returns_deviate: float = RETURNS_DEVIATE_HOURS, energy_deviates: float = ENERGY_DEVIATES
) -> Numbers:
    """Return the highest mean of a quarter on each of 400 days, in kW, of crowds that return around 18:00."""
    chance = np.random.default_rng(20)
    quarters = np.arange(8, 46, QUARTER)
    drawn = np.zeros((DAYS, len(quarters)))
    for crowd in crowds:
        back = chance.normal(18, returns_deviate, (DAYS, crowd.vehicles))
        shape = energy_deviates**-2 if energy_deviates else np.inf
        energy = chance.gamma(shape, crowd.hours / shape, back.shape) if energy_deviates else np.full(back.shape, crowd.hours)
        until = back + np.minimum(energy, LONGEST_STAY)
        for vehicle in range(crowd.vehicles):
            from_, to = back[:, vehicle, None], until[:, vehicle, None]
            drawn += crowd.kw * np.clip(np.minimum(to, quarters + QUARTER) - np.maximum(from_, quarters), 0, None) / QUARTER
    peaks: Numbers = drawn.max(axis=1)
    return peaks
