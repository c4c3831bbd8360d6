"""How many companies of a terrain take part, and how far they are: numbers for the project team."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of companies: `known` from the register; the others each include those that are further.

    `approached`: a first message or an invitation, or they began. `short`: every core question has an answer;
    `complete`: every question. `consented`: they may be counted in the total of the terrain. `mandated`: their mandate
    for metering data is signed.
    """

    known: int = 0
    approached: int = 0
    started: int = 0
    short: int = 0
    complete: int = 0
    consented: int = 0
    mandated: int = 0
