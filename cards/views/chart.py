"""A chart as data: bars under each other, with the same numbers as a table where charts are not shown."""

from typing import Literal

from cards.formats import number
from cards.views.card import Frozen

# The names of colours that Teams knows for charts; they follow the light and the dark theme by themselves.
Colour = Literal["categoricalMarigold", "categoricalTeal", "categoricalBlue", "categoricalPurple", "neutral"]


class Bar(Frozen):
    """One bar, with its name in front of it."""

    name: str
    colour: Colour
    value: float


class BarChart(Frozen):
    """Bars of one unit, "" where the title says what is counted. They lie, so that on a phone there is room for their names."""

    title: str
    unit: str
    bars: tuple[Bar, ...]

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Return the rows of the table: what each bar is called, and its value."""
        return tuple((bar.name, number(bar.value, self.unit)) for bar in self.bars)

    @property
    def drawn(self) -> tuple[Bar, ...]:
        """Return the bars with their values in their names: clients cut a long number off at the end of the longest bar."""
        return tuple(bar.model_copy(update={"name": f"{bar.name}: {number(bar.value, self.unit)}"}) for bar in self.bars)

    @property
    def caption(self) -> str:
        """Return the title, with the unit if there is one."""
        return f"{self.title}, in {self.unit}" if self.unit else self.title
