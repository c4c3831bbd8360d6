"""What the model needs of one company: read from its answers, each value certain, an estimate, or named as unknown."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.demand.connections import cars_of, connection_of, estimate_of
from domain.demand.consumption import KINDS, day_kwh_per_km, efficiency_at, year_kwh_per_km
from domain.demand.measured import MeasuredDays
from domain.demand.parameters import STANDARD, Parameter, Parameters
from domain.demand.quantities import Basis, Quantity, Year
from domain.demand.windows import Window, by_day_too, windows_between
from domain.intake.answers import Answers
from domain.intake.certainty import Certainty
from domain.intake.vehicles import VehicleClass


@dataclass(frozen=True, slots=True)
class Fleet:
    """The vehicles of one class. `electric` holds a number per year, None where no estimate is possible.

    `on_site` is the share of these vehicles that charges here; `windows` are the quarters they stand here, per case.
    `kwh_per_km` is that of the heaviest day, `kwh_per_km_year` the mean of the year, both out of the battery; `efficiency` is
    that of their chargers. Without these two, those of the heaviest day and of the whole site count.
    """

    vehicle: VehicleClass
    electric: tuple[Quantity | None, Quantity | None, Quantity | None]
    km: Quantity
    kwh_per_km: Quantity
    on_site: Quantity
    charger_kw: Quantity
    windows: tuple[Window, Window, Window]
    windows_basis: Basis = Basis.SURE
    kwh_per_km_year: Quantity | None = None
    efficiency: Quantity | None = None
    days_per_week: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """One company, as the model sees it.

    `connection_kw` is what it may draw (contract or fuse) and `peak_kw` its highest use now, None where nothing is known;
    `night_kw` is the highest use between 18:00 and 6:00, `measured` what the meter says of both, which then counts instead
    (see `bases`); `cars_kw` is what passenger cars will take by day on top of it; `battery_kwh` is the company's own battery;
    `at_once` is the company's own share of charger power at the busiest moment, instead of the measured simultaneity;
    `unknown` names the questions whose answers would make the result sharper, `uncounted` the classes of which nothing can
    be said.
    """

    fleets: tuple[Fleet, ...]
    efficiency: Quantity
    connection_kw: Quantity | None = None
    peak_kw: Quantity | None = None
    night_kw: Quantity | None = None
    measured: MeasuredDays | None = None
    cars_kw: Quantity | None = None
    battery_kwh: float = 0.0
    at_once: Quantity | None = None
    unknown: tuple[str, ...] = ()
    uncounted: tuple[VehicleClass, ...] = ()


def site_of(answers: Answers, parameters: Parameters = STANDARD, measured: MeasuredDays | None = None) -> Site:
    """Return what the answers of a company mean for the model; `measured` is what its meter says, where there is such."""
    return SiteReader(answers, parameters).site(measured)


class SiteReader:
    """Reads one company's answers; remembers which ones were missing."""

    def __init__(self, answers: Answers, parameters: Parameters) -> None:
        """Keep what every reading needs."""
        self.answers, self.parameters = answers, parameters
        self.unknown: list[str] = []
        self.uncounted: list[VehicleClass] = []

    def site(self, measured: MeasuredDays | None) -> Site:
        fleets = tuple(fleet for vehicle in VehicleClass if (fleet := self.fleet(vehicle)) is not None)
        connection, missing = connection_of(self.answers, self.parameters)
        self.unknown += missing
        peak, night = self.estimate("grid.peak_kw"), self.estimate("grid.night_kw")
        if measured is None:
            self.unknown += [] if peak is not None else ["grid.peak_kw"]
            self.unknown += ["grid.night_kw"] if peak is not None and peak.high > 0 and night is None else []
        own, ac, dc = self.answers.number("model.efficiency"), self.parameters.efficiency.ac, self.parameters.efficiency.dc
        at_once = self.answers.number("model.at_once")
        assumed = Quantity(max(ac.high, dc.high), (ac.default + dc.default) / 2, min(ac.low, dc.low), Basis.ASSUMED)
        return Site(
            fleets=fleets,
            efficiency=assumed if own is None else Quantity.sure(own / 100),
            connection_kw=connection,
            peak_kw=peak,
            night_kw=night,
            measured=measured,
            cars_kw=cars_of(self.answers),
            battery_kwh=self.answers.number("own.battery_kwh") or 0.0,
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
        own, charger = self.estimate(f"{vehicle}.kwh_per_km"), self.charger(vehicle)
        kind = KINDS[vehicle][0] if vehicle in KINDS else ""
        if kind and kind not in self.answers and own is None:
            self.unknown.append(kind)
        return Fleet(
            vehicle=vehicle,
            electric=counts,
            km=self.quantity(f"{vehicle}.km_per_day", self.parameters.km_per_day.of(vehicle)),
            kwh_per_km=own or day_kwh_per_km(vehicle, self.answers, self.parameters),
            on_site=self.on_site(vehicle),
            charger_kw=charger,
            windows=windows,
            windows_basis=basis,
            kwh_per_km_year=own or year_kwh_per_km(vehicle, self.answers, self.parameters),
            efficiency=None if self.answers.number("model.efficiency") else efficiency_at(charger, self.parameters),
            days_per_week=self.own(f"{vehicle}.days", self.parameters.days_per_week),
        )

    def counts(self, vehicle: VehicleClass, total: float | None) -> tuple[Quantity | None, Quantity | None, Quantity | None]:
        """Return how many are electric in each year."""
        given: list[Quantity | None] = [self.estimate(f"{vehicle}.{year.question}") for year in Year]
        if total == 0:  # of none, none are electric: numbers given before the total became 0 are not shown any more either
            given = [Quantity.sure(0) for _ in Year]
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
        """Return the share that charges here: what is here at night, less what is away for days.

        What is away for days comes back on Friday: in the HIGH case that evening, with all of them, is the heaviest.
        """
        at_night, away = self.estimate(f"{vehicle}.at_night"), self.answers.number(f"{vehicle}.long_trips")
        if at_night is None:
            self.unknown.append(f"{vehicle}.at_night")
            parameter = self.parameters.share_on_site.of(vehicle)
            at_night = Quantity(100 * parameter.low, 100 * parameter.default, 100 * parameter.high, Basis.ASSUMED)
        usually = 100 - (away or 0)
        low, middle, _ = (min(share, usually, 100.0) / 100 for share in at_night.cases)
        return Quantity(low, middle, min(at_night.high, 100.0) / 100, at_night.basis)

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
        at_night = windows_between(back, out)
        return by_day_too(at_night, str(self.answers.known(f"{vehicle}.daytime"))), max(first, second, key=surest_last.index)

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
        return estimate_of(self.answers, name, self.parameters)
