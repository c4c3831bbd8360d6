"""What the model needs of one company: read from its answers, each value certain, an estimate, or named as unknown."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.demand.measured import MeasuredDays
from domain.demand.parameters import STANDARD, Parameter, Parameters
from domain.demand.quantities import Basis, Quantity, Year
from domain.demand.windows import Window, windows_between
from domain.intake.answers import Answers
from domain.intake.certainty import Certainty
from domain.intake.vehicles import VehicleClass

# Phases times ampere times 230 volt, in kW; the largest small connection is 3x80A.
FUSE_KW = {
    "1x25A": 5.75, "1x35A": 8.05, "1x40A": 9.2, "1x50A": 11.5,
    "3x25A": 17.25, "3x35A": 24.15, "3x50A": 34.5, "3x63A": 43.47, "3x80A": 55.2,
}  # fmt: skip
SMALLEST_KW, LARGEST_SMALL_KW = FUSE_KW["1x25A"], FUSE_KW["3x80A"]


@dataclass(frozen=True, slots=True)
class Fleet:
    """The vehicles of one class. `electric` holds a number per year, None where no estimate is possible.

    `on_site` is the share of these vehicles that charges here; `windows` are the quarters they stand here, per case.
    """

    vehicle: VehicleClass
    electric: tuple[Quantity | None, Quantity | None, Quantity | None]
    km: Quantity
    kwh_per_km: Quantity
    on_site: Quantity
    charger_kw: Quantity
    windows: tuple[Window, Window, Window]
    windows_basis: Basis = Basis.SURE


@dataclass(frozen=True, slots=True)
class Site:
    """One company, as the model sees it.

    `connection_kw` is what it may draw (contract or fuse) and `peak_kw` its highest use now, None where nothing is known;
    `day_kw` is a measured day in 96 quarters, which then counts instead of the highest use; `at_once` is the company's own
    share of charger power at the busiest moment, instead of the measured simultaneity; `unknown` names the questions
    whose answers would make the result sharper, `uncounted` the classes of which nothing can be said.
    """

    fleets: tuple[Fleet, ...]
    efficiency: Quantity
    connection_kw: Quantity | None = None
    peak_kw: Quantity | None = None
    day_kw: tuple[float, ...] | None = None
    at_once: Quantity | None = None
    unknown: tuple[str, ...] = ()
    uncounted: tuple[VehicleClass, ...] = ()


def site_of(answers: Answers, parameters: Parameters = STANDARD, measured: MeasuredDays | Sequence[float] | None = None) -> Site:
    """Return what the answers of a company mean for the model; `measured` is what its meter says, where there is such."""
    return SiteReader(answers, parameters).site(measured.winter if isinstance(measured, MeasuredDays) else measured)


class SiteReader:
    """Reads one company's answers; remembers which ones were missing."""

    def __init__(self, answers: Answers, parameters: Parameters) -> None:
        """Keep what every reading needs."""
        self.answers, self.parameters = answers, parameters
        self.unknown: list[str] = []
        self.uncounted: list[VehicleClass] = []

    def site(self, day_kw: Sequence[float] | None) -> Site:
        fleets = tuple(fleet for vehicle in VehicleClass if (fleet := self.fleet(vehicle)) is not None)
        connection, peak = self.connection(), self.estimate("grid.peak_kw")
        if peak is None:
            self.unknown.append("grid.peak_kw")
        own, parameter = self.answers.number("model.efficiency"), self.parameters.efficiency
        at_once = self.answers.number("model.at_once")
        assumed = Quantity(parameter.high, parameter.default, parameter.low, Basis.ASSUMED)
        return Site(
            fleets=fleets,
            efficiency=assumed if own is None else Quantity.sure(own / 100),
            connection_kw=connection,
            peak_kw=peak,
            day_kw=None if day_kw is None else tuple(day_kw),
            at_once=None if at_once is None else Quantity.sure(at_once / 100),
            unknown=tuple(self.unknown),
            uncounted=tuple(self.uncounted),
        )

    def fleet(self, vehicle: VehicleClass) -> Fleet | None:
        """Return the vehicles of one class; None when there are none, none will be electric, or nothing can be said of them."""
        total = self.answers.number(f"{vehicle}.total")
        counts = self.counts(vehicle, total)
        if all(count is None for count in counts):
            self.unknown.append(f"{vehicle}.total")
            self.uncounted.append(vehicle)
        if all(count is None or count.high == 0 for count in counts):
            return None
        windows, basis = self.windows(vehicle)
        return Fleet(
            vehicle=vehicle,
            electric=counts,
            km=self.quantity(f"{vehicle}.km_per_day", self.parameters.km_per_day.of(vehicle)),
            kwh_per_km=self.own(f"{vehicle}.kwh_per_km", self.parameters.kwh_per_km.of(vehicle)),
            on_site=self.on_site(vehicle),
            charger_kw=self.charger(vehicle),
            windows=windows,
            windows_basis=basis,
        )

    def counts(self, vehicle: VehicleClass, total: float | None) -> tuple[Quantity | None, Quantity | None, Quantity | None]:
        """Return how many are electric in each year."""
        given = [self.estimate(f"{vehicle}.{year.question}") for year in Year]
        if total == 0:  # of none, none are electric, unless the company says so
            given = [count or Quantity.sure(0) for count in given]
        now, in_2030, in_2035 = (given[year.value] or self.between(vehicle, year, given, total) for year in Year)
        if any(given) or total is not None:
            self.unknown += [f"{vehicle}.{year.question}" for year in Year if given[year.value] is None]
        return now, in_2030, in_2035

    def between(
        self, vehicle: VehicleClass, year: Year, given: Sequence[Quantity | None], total: float | None
    ) -> Quantity | None:
        """Return a number that was not given: not less than earlier, not more than later or than there are vehicles.

        The middle is the share expected in the whole country, within those bounds. None when nothing sets an upper bound.
        """
        earlier = [count.middle for count in given[: year.value] if count is not None]
        later = [count.middle for count in given[year.value + 1 :] if count is not None]
        upper = min(later) if later else total
        if upper is None:
            return None
        low = min(max(earlier, default=0.0), upper) if later else max(earlier, default=0.0)
        high = max(low, upper)
        share = self.parameters.electric_share(year).of(vehicle).default
        middle = min(max(share * (high if total is None else total), low), high)
        return Quantity(low, middle, high, Basis.BETWEEN)

    def on_site(self, vehicle: VehicleClass) -> Quantity:
        """Return the share that charges here: what is here at night, less what is away for days."""
        at_night, away = self.estimate(f"{vehicle}.at_night"), self.answers.number(f"{vehicle}.long_trips")
        if at_night is None:
            self.unknown.append(f"{vehicle}.at_night")
            parameter = self.parameters.share_on_site.of(vehicle)
            at_night = Quantity(100 * parameter.low, 100 * parameter.default, 100 * parameter.high, Basis.ASSUMED)
        most = 100 - (away or 0)
        low, middle, high = (min(share, most, 100.0) / 100 for share in at_night.cases)
        return Quantity(low, middle, high, at_night.basis)

    def charger(self, vehicle: VehicleClass) -> Quantity:
        """Return the power of one charging point: what is planned, else what is there now, else the default."""
        parameter = self.parameters.charger_kw.of(vehicle)
        if f"{vehicle}.planned_kw" in self.answers or self.answers.number(f"{vehicle}.chargers") == 0:
            return self.own(f"{vehicle}.planned_kw", parameter)
        return self.quantity(f"{vehicle}.charger_kw", parameter)

    def windows(self, vehicle: VehicleClass) -> tuple[tuple[Window, Window, Window], Basis]:
        """Return the quarters in which these vehicles stand here: the longest, the likely and the shortest window."""
        back, first = self.clock(f"{vehicle}.back", self.parameters.back, later_is_less=True)
        out, second = self.clock(f"{vehicle}.out", self.parameters.out, later_is_less=False)
        surest_last = list(Basis)
        return windows_between(back, out), max(first, second, key=surest_last.index)

    def clock(self, name: str, parameter: Parameter, *, later_is_less: bool) -> tuple[tuple[float, float, float], Basis]:
        """Return a time in minutes after midnight in each case, and what it rests on."""
        answer = self.answers.get(name)
        if answer is None or not isinstance(answer.value, str):
            self.unknown.append(name)
            early, middle, late = 60 * parameter.low, 60 * parameter.default, 60 * parameter.high
            return ((early, middle, late) if later_is_less else (late, middle, early)), Basis.ASSUMED
        hours, minutes = answer.value.split(":")[:2]
        at = 60.0 * int(hours) + int(minutes)
        if answer.certainty is not Certainty.ESTIMATE:
            return (at, at, at), Basis.SURE
        off = 60 * self.parameters.estimate_hours.default
        return ((at - off, at, at + off) if later_is_less else (at + off, at, at - off)), Basis.ESTIMATE

    def quantity(self, name: str, parameter: Parameter) -> Quantity:
        """Return an answer, or the parameter when there is none; that is then named."""
        known = self.estimate(name)
        if known is None:
            self.unknown.append(name)
        return known or Quantity(parameter.low, parameter.default, parameter.high, Basis.ASSUMED)

    def own(self, name: str, parameter: Parameter) -> Quantity:
        """Return what the company put in the place of a parameter, or the parameter; nobody is asked for it."""
        return self.estimate(name) or Quantity(parameter.low, parameter.default, parameter.high, Basis.ASSUMED)

    def estimate(self, name: str) -> Quantity | None:
        """Return a numeric answer in three cases, None when there is none; an estimate has a margin on both sides."""
        answer, value = self.answers.get(name), self.answers.number(name)
        if answer is None or value is None:
            return None
        if answer.certainty is not Certainty.ESTIMATE:
            return Quantity.sure(value)
        margin = self.parameters.estimate_margin.default
        return Quantity(value * (1 - margin), value, value * (1 + margin), Basis.ESTIMATE)

    def connection(self) -> Quantity | None:
        """Return what the company may draw, in kW; bounds where only those are known, None where nothing is."""
        size, contracted = self.answers.known("connection.size"), self.estimate("grid.contracted_kw")
        fuse, physical = self.answers.known("grid.fuse"), self.answers.number("grid.physical_kw")
        if contracted is not None and size != "small":
            return Quantity(contracted.high, contracted.middle, contracted.low, contracted.basis)
        if isinstance(fuse, str) and fuse in FUSE_KW and size != "large":
            return Quantity.sure(FUSE_KW[fuse])
        self.unknown.append({"small": "grid.fuse", "large": "grid.contracted_kw"}.get(str(size), "connection.size"))
        if size == "small":
            return Quantity(LARGEST_SMALL_KW, LARGEST_SMALL_KW, SMALLEST_KW, Basis.BETWEEN)
        if size == "large" and physical is not None and physical >= LARGEST_SMALL_KW:
            return Quantity(physical, physical, LARGEST_SMALL_KW, Basis.BETWEEN)
        return None
