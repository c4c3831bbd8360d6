"""What the plan map expects of a terrain, as everybody may read it: rounded, with what it is and of when."""

from cards.colours import Colour
from cards.formats import number, plural
from cards.views.card import Fact, FactGroup, Frozen
from cards.views.chart import Bar, BarChart

MAIN = "2030"


class PlannedYear(Frozen):
    """One year: charging power in kW and electric vehicles; None is not on the plan map."""

    label: str
    kw: float | None = None
    vehicles: float | None = None

    @property
    def power(self) -> str:
        return "niet bekend" if self.kw is None else f"ongeveer {number(self.kw, 'kW')}"

    @property
    def counted(self) -> str:
        """Return the vehicles in words; an empty text when the plan map names none."""
        return "" if self.vehicles is None else f"ongeveer {plural(self.vehicles, 'voertuig', 'voertuigen')}"


class Planned(Frozen):
    """The years of the plan map; `dated` is when it was read in, as people read it."""

    years: tuple[PlannedYear, ...]
    dated: str = ""

    @property
    def main(self) -> PlannedYear:
        """Return the year that is told in words: 2030, or else the last one there is."""
        return next((year for year in self.years if year.label == MAIN), self.years[-1])

    @property
    def story(self) -> str:
        """Return the main year as sentences."""
        year = self.main
        if year.kw is None:
            return f"De plankaart verwacht in {year.label} {year.counted} die stroom vragen."
        whom = f" Dat is voor {year.counted}." if year.counted else ""
        return f"De plankaart verwacht dat laden hier in {year.label} {year.power} vraagt.{whom}"

    @property
    def chart(self) -> BarChart | None:
        """Return the power of each year; None when the plan map names none."""
        bars = tuple(Bar(name=year.label, colour=Colour.BESIDE, value=year.kw) for year in self.years if year.kw is not None)
        return BarChart(title="Vermogen om te laden volgens de plankaart", unit="kW", bars=bars) if bars else None

    @property
    def group(self) -> FactGroup:
        facts = tuple(Fact(label=year.label, value=year.power, remark=year.counted) for year in self.years)
        return FactGroup(title="Volgens de plankaart", facts=facts)

    @property
    def about(self) -> tuple[str, ...]:
        """Return what the plan map is."""
        when = f", ingelezen op {self.dated}" if self.dated else ""
        return (
            f"De plankaart is een berekening vooraf met een model{when}. Er is niets gemeten.",
            "De cijfers zijn afgerond en gelden voor alle bedrijven op het terrein samen.",
        )


PLANNED = Planned(
    years=(
        PlannedYear(label="2025", kw=300, vehicles=20), PlannedYear(label="2030", kw=4500, vehicles=360),
        PlannedYear(label="2035", kw=9000, vehicles=700),
    ),
    dated="1 november 2026",
)  # fmt: skip
