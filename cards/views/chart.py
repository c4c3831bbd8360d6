"""A chart as data: bars under each other, each with its name and its value in words above it.

We draw them ourselves. Teams' own chart writes a number of its own beside each bar, without our thousands point and cut off
behind the longest one; on some phones it is not drawn at all.
"""

from cards.colours import Colour
from cards.formats import number
from cards.pixels import rectangle
from cards.views.card import Frozen

LONGEST, THICK = 240, 12  # of a bar, in pixels: this fits a phone


class Bar(Frozen):
    """One bar, with its name above it."""

    name: str
    colour: Colour
    value: float


class DrawnBar(Frozen):
    """A bar as it stands on a card: its name, its value, and how long it is drawn."""

    name: str
    value: str
    length: int
    colour: Colour

    @property
    def picture(self) -> str:
        return rectangle(self.length, THICK, self.colour)

    @property
    def size(self) -> tuple[str, str]:
        """Return its width and its height, as a card wants them."""
        return f"{self.length}px", f"{THICK}px"

    @property
    def told(self) -> str:
        """Return what is read aloud in the place of the picture."""
        return f"{self.name}: {self.value}"


class BarChart(Frozen):
    """Bars of one unit, "" where the title says what is counted."""

    title: str
    unit: str
    bars: tuple[Bar, ...]

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Return what each bar is called, and its value."""
        return tuple((bar.name, number(bar.value, self.unit)) for bar in self.bars)

    @property
    def drawn(self) -> tuple[DrawnBar, ...]:
        """Return the bars as they are drawn; of nothing there is no bar."""
        most = max((bar.value for bar in self.bars), default=0.0) or 1.0
        return tuple(
            DrawnBar(name=name, value=value, colour=bar.colour, length=length_of(bar.value / most))
            for bar, (name, value) in zip(self.bars, self.rows, strict=True)
        )

    @property
    def caption(self) -> str:
        """Return the title, with the unit if there is one."""
        return f"{self.title}, in {self.unit}" if self.unit else self.title


def length_of(share: float) -> int:
    """Return how long a bar is; what is there can be seen, however little."""
    return max(2, round(share * LONGEST)) if share > 0 else 0
