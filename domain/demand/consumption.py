"""What a vehicle uses per kilometre: on the heaviest day, which makes the peak, and over the year, which makes kWh a year."""

from collections.abc import Sequence

from domain.demand.parameters import Parameter, Parameters
from domain.demand.quantities import Basis, Quantity
from domain.intake.answers import Answers
from domain.intake.vehicles import VehicleClass

# The question whose answer says which kind of a class it is, and the parameter of the kind that uses more.
KINDS = {
    VehicleClass.RIGID: ("rigid.cooled", "rigid_cooled"),
    VehicleClass.LIGHT_TRUCK: ("light_truck.heavy", "light_truck_heavy"),
}


def year_kwh_per_km(vehicle: VehicleClass, answers: Answers, parameters: Parameters) -> Quantity:
    """Return the kWh per km out of the battery, the mean of the year, of the kind of vehicle that was answered."""
    kinds = [assumed(one) for one in kinds_of(vehicle, answers, parameters)]
    return one_of(kinds, has_both=has_both(vehicle, answers))


def day_kwh_per_km(vehicle: VehicleClass, answers: Answers, parameters: Parameters) -> Quantity:
    """Return the kWh per km out of the battery on the heaviest day: a working day in the winter."""
    winter = parameters.winter_factor.of(vehicle)
    kinds = [in_winter(one, winter) for one in kinds_of(vehicle, answers, parameters)]
    return one_of(kinds, has_both=has_both(vehicle, answers))


def kinds_of(vehicle: VehicleClass, answers: Answers, parameters: Parameters) -> Sequence[Parameter]:
    """Return the consumption of the kinds that these vehicles may be of, the one that uses less first."""
    found: list[Parameter] = [getattr(parameters.kwh_per_km, name) for name in kind_names(vehicle, answers)]
    return found


def kind_names(vehicle: VehicleClass, answers: Answers) -> Sequence[str]:
    """Return how the parameters of these kinds are called."""
    usual = vehicle.value
    if vehicle not in KINDS:
        return (usual,)
    question, more = KINDS[vehicle]
    return {"yes": (more,), True: (more,), "no": (usual,), False: (usual,)}.get(said(question, answers), (usual, more))


def has_both(vehicle: VehicleClass, answers: Answers) -> bool:
    """Say whether the company answered that it has vehicles of both kinds."""
    return vehicle in KINDS and said(KINDS[vehicle][0], answers) is not None


def said(question: str, answers: Answers) -> str | bool | None:
    """Return whether vehicles are of the kind that uses more: yes, no, or another word for some of both; None when not known."""
    value = answers.known(question)
    return value if isinstance(value, str | bool) else None


def one_of(kinds: Sequence[Quantity], *, has_both: bool) -> Quantity:
    """Return the consumption of vehicles of one of these kinds, or of some of each.

    Of some of each it is the mean; where it is not known the kind that uses less, and up to what the other uses.
    """
    middles = [one.middle for one in kinds]
    middle = sum(middles) / len(middles) if has_both else middles[0]
    return Quantity(min(one.low for one in kinds), middle, max(one.high for one in kinds), Basis.ASSUMED)


def in_winter(year: Parameter, winter: Parameter) -> Quantity:
    """Return the consumption on a working day in the winter.

    High is the mean in the hardest winter, or the thirstiest vehicle where that is more: not both at once.
    """
    return Quantity(
        year.low * winter.low, year.default * winter.default, max(year.high, year.default * winter.high), Basis.ASSUMED
    )


def efficiency_at(charger_kw: Quantity, parameters: Parameters) -> Quantity:
    """Return what part of the power at the meter reaches the battery, in each case at the charger of that case."""
    low, middle, high = (parameters.efficiency.of(kw) for kw in charger_kw.cases)
    return Quantity(low.high, middle.default, high.low, Basis.ASSUMED)


def assumed(parameter: Parameter) -> Quantity:
    return Quantity(parameter.low, parameter.default, parameter.high, Basis.ASSUMED)
