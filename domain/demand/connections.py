"""What a company may draw from the grid, and what it uses of that besides charging: read from its answers."""

from domain.demand.parameters import Parameters
from domain.demand.quantities import Basis, Quantity
from domain.intake.answers import Answers
from domain.intake.certainty import Certainty

# Phases times ampere times 230 volt, in kW; the largest small connection is 3x80A.
FUSE_KW = {
    "1x25A": 5.75, "1x35A": 8.05, "1x40A": 9.2, "1x50A": 11.5,
    "3x25A": 17.25, "3x35A": 24.15, "3x50A": 34.5, "3x63A": 43.47, "3x80A": 55.2,
}  # fmt: skip
SMALLEST_KW, LARGEST_SMALL_KW = FUSE_KW["1x25A"], FUSE_KW["3x80A"]
# What one passenger car takes by day: spread over the day, on one phase, or at the power of its charging point. Our own choice.
CAR_KW = (2.0, 3.7, 11.0)


def estimate_of(answers: Answers, name: str, parameters: Parameters) -> Quantity | None:
    """Return a numeric answer in three cases, None when there is none; an estimate has a margin on both sides."""
    answer, value = answers.get(name), answers.number(name)
    if answer is None or value is None:
        return None
    if answer.certainty is not Certainty.ESTIMATE:
        return Quantity.sure(value)
    margin = parameters.estimate_margin.default
    return Quantity(value * (1 - margin), value, value * (1 + margin), Basis.ESTIMATE)


def connection_of(answers: Answers, parameters: Parameters) -> tuple[Quantity | None, list[str]]:
    """Return what the company may draw, in kW, and the question that would tell it better, if any.

    Bounds where only those are known, None where nothing is.
    """
    size, contracted = answers.known("connection.size"), estimate_of(answers, "grid.contracted_kw", parameters)
    fuse, physical = answers.known("grid.fuse"), answers.number("grid.physical_kw")
    if contracted is not None and size != "small":
        return Quantity(contracted.high, contracted.middle, contracted.low, contracted.basis), []
    if isinstance(fuse, str) and fuse in FUSE_KW and size != "large":
        return Quantity.sure(FUSE_KW[fuse]), []
    missing = [{"small": "grid.fuse", "large": "grid.contracted_kw"}.get(str(size), "connection.size")]
    if size == "small":
        return Quantity(LARGEST_SMALL_KW, LARGEST_SMALL_KW, SMALLEST_KW, Basis.BETWEEN), missing
    if size == "large" and physical is not None and physical >= LARGEST_SMALL_KW:
        return Quantity(physical, physical, LARGEST_SMALL_KW, Basis.BETWEEN), missing
    return None, missing


def cars_of(answers: Answers) -> Quantity | None:
    """Return what passenger cars will take by day, in kW, on top of what is used now; None when there are none."""
    cars = answers.number("own.cars")
    low, middle, high = CAR_KW
    return Quantity(cars * low, cars * middle, cars * high, Basis.ASSUMED) if cars else None
