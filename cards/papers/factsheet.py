"""The factsheet of a terrain as one page to print: what the card says, with charts, sources and date."""

import io
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.patches import FancyBboxPatch, Rectangle

from cards.colours import CHARGING, Colour
from cards.formats import day_of, number, plural
from cards.papers.look import DEEP, FRESH, INK, LINES, PALE, PAPER, QUIET
from cards.views.disclosure.factsheet import Factsheet, FactsheetYear
from cards.views.disclosure.planned import Planned

WIDE, HIGH = 8.27, 11.69  # A4 in inches
LEFT, RIGHT = 0.08, 0.92  # of the page
MISSING = "?"
LOWEST = 0.065  # where the foot begins
# Of small print: its size in points, and the most lines of a paragraph. First it becomes smaller, then it is cut short.
TIGHTER = (*((size, 99) for size in (8.5, 8.0, 7.5, 7.0, 6.5, 6.0)), *((6.0, most) for most in (4, 3, 2, 1)))
GAP = 0.0045  # between paragraphs
SIGN = 0.54  # the width of an average letter, in its own size
BOLD = 1.2  # how much wider it is in bold
LEADING = 1.4 / 72 / HIGH  # from one line to the next, of the page per point

mpl.rcParams["pdf.fonttype"] = 42  # letters stay letters: they can be searched and copied


def make_factsheet(card: Factsheet, organisation: str, contact: str, sources: Sequence[str] = ()) -> bytes:
    """Return the page as PDF: the plan map, the answers, or both beside each other. ValueError when there is no year to show."""
    if card.main is None and card.planned is None:
        raise ValueError("a factsheet needs a year")
    page = DrawnPage(Figure(figsize=(WIDE, HIGH), facecolor=f"#{PAPER}"))
    FigureCanvasPdf(page.figure)
    page.band(card.title, "Factsheet: laden van elektrische bestelwagens en vrachtwagens")
    both = bool(card.years) and card.planned is not None
    page.box(0.790, 0.080, " ".join(card.stories[:2]), 11 if both else 13)
    page.tiles(0.708, tiles_of(card))
    draw_charts(page, card)
    if card.years:
        page.table(0.432 if both else 0.400, card.years)
    top, middle = (0.257 if both else 0.225) if card.years else 0.400, 0.52
    meanings = [f"{one.label}: {one.value}" for one in card.meanings] or card.lines
    page.column(LEFT, middle - 0.04, top, "Wat de woorden betekenen" if card.meanings else "Wat er nog bijkomt", meanings)
    told = (card.apart, *card.closing[:1], card.completeness) if both else (card.completeness, *card.closing)
    page.column(middle, RIGHT, top, "Hoe wij rekenen", tuple(filter(None, (*told, *sources))))
    newest = max((year.at for year in card.years), default=None)
    page.foot(f"Indicatie. Stand van {day_of(newest)}." if newest else "Indicatie volgens de plankaart.", organisation, contact)
    made = io.BytesIO()
    page.figure.savefig(made, format="pdf", metadata={"Title": card.title, "Author": organisation, "CreationDate": newest})
    return made.getvalue()


def tiles_of(card: Factsheet) -> Sequence[tuple[str, str]]:
    """Return the large numbers: of the plan map its main year, of the answers how many there are and what they come to."""
    tiles: list[tuple[str, str]] = []
    if card.planned is not None:
        year = card.planned.main
        tiles += [(number(year.kw, "kW"), f"verwacht de plankaart in {year.label}")] if year.kw is not None else []
        tiles += [(number(year.vehicles), f"voertuigen verwacht in {year.label}")] if year.vehicles is not None else []
    main = card.main
    if main is not None:
        when = main.label if main.label != "Nu" else "nu"
        counted = f"tellen mee in {when}" if when != "nu" else "tellen nu mee"
        tiles += [(plural(main.companies, "bedrijf", "bedrijven"), counted)]
        if card.planned is None:
            tiles += [
                (number(main.kwh, "kWh"), f"per werkdag, {when}"),
                (number(main.saved, "kW"), f"scheelt samen laden, {when}"),
            ]
    return tiles


def draw_charts(page: "DrawnPage", card: Factsheet) -> None:
    """Draw the plan map and the answers, beside each other where both are there."""
    both = bool(card.years) and card.planned is not None
    left, (bottom, height) = 0.47 if both else LEFT, (0.475, 0.158) if both else (0.445, 0.21)
    if card.planned is not None:
        page.say(LEFT, 0.667, "Plankaart, in kW", 12, bold=True, colour=DEEP)
        draw_planned(page.axes(bottom, height, LEFT, 0.42 if both else RIGHT), card.planned)
    if card.years:
        page.say(left, 0.667, "Antwoorden, in kW" if both else "Hoogste vermogen om te laden, in kW", 12, bold=True, colour=DEEP)
        draw_bars(page.axes(bottom, height, left, RIGHT), card.years)


def draw_planned(axes: Axes, planned: Planned) -> None:
    """Draw one bar for each year of the plan map, with the number above it and the vehicles below."""
    highest = max((year.kw or 0.0 for year in planned.years), default=0.0) or 1.0
    for x, year in enumerate(planned.years):
        if year.kw is not None:
            axes.bar([x], [year.kw], 0.5, color=f"#{Colour.BESIDE}")
            axes.text(x, year.kw + highest * 0.02, number(year.kw), ha="center", va="bottom", fontsize=9, color=f"#{INK}")
    vehicles = [None if year.vehicles is None else plural(year.vehicles, "voertuig", "voertuigen") for year in planned.years]
    labels = [f"{year.label}\n{many}" if many else year.label for year, many in zip(planned.years, vehicles, strict=True)]
    axes.set_xticks(range(len(labels)), labels, fontsize=7.5, color=f"#{INK}")
    bare(axes, len(labels), highest)


def bare(axes: Axes, columns: int, highest: float) -> None:
    """Leave of the frame of a chart only the line it stands on."""
    axes.set_xlim(-0.5, max(columns, 2) - 0.5)
    axes.set_ylim(0, highest * 1.1)
    axes.set_yticks([])
    axes.tick_params(axis="x", length=0, pad=6)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(f"#{QUIET}")


def printable(words: str) -> str:
    """Return words with a mark for each letter that our typeface does not have."""
    font = get_font(findfont(FontProperties(family="DejaVu Sans")))
    return "".join(letter if font.get_char_index(ord(letter)) else MISSING for letter in words)


def draw_bars(axes: Axes, years: Sequence[FactsheetYear]) -> None:
    """Draw the three peaks of each year beside each other, with their numbers above them instead of an axis."""
    width, highest = 0.26, max(max(year.peaks) for year in years) or 1.0
    for place, name in enumerate(("Meteen", "Gespreid", "Samen")):
        left = [column + (place - 1) * (width + 0.02) for column in range(len(years))]
        values = [year.peaks[place] for year in years]
        axes.bar(left, values, width, color=f"#{CHARGING[place]}", label=name)
        for x, value in zip(left, values, strict=True):
            axes.text(x, value + highest * 0.02, number(value), ha="center", va="bottom", fontsize=9, color=f"#{INK}")
    axes.set_xticks(range(len(years)), [year.label for year in years], fontsize=10.5, fontweight="bold", color=f"#{INK}")
    bare(axes, len(years), highest)
    axes.legend(loc="lower right", bbox_to_anchor=(1, 1.01), ncols=3, frameon=False, fontsize=9.5, handlelength=1, borderpad=0)


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """One sheet of A4 to write and draw on; places are shares of the page, from the lower left corner."""

    figure: Figure

    def axes(self, bottom: float, height: float, left: float = LEFT, right: float = RIGHT) -> Axes:
        """Return room for a chart, over the whole width unless said otherwise."""
        axes: Axes = self.figure.add_axes((left, bottom, right - left, height))
        return axes

    def say(
        self, x: float, y: float, words: str, size: float, *, bold: bool = False, colour: str = INK, align: str = "left"
    ) -> None:
        """Write words on a line. Nothing in them is read as mathematics."""
        weight = "bold" if bold else "normal"
        self.figure.text(
            x,
            y,
            printable(words),
            fontsize=size,
            fontweight=weight,
            color=f"#{colour}",
            ha=align,
            va="baseline",
            parse_math=False,
        )

    def paragraph(self, x: float, y: float, lines: Sequence[str], size: float, *, colour: str = INK) -> float:
        """Write lines under each other, the first one on `y`; return where the next one would be."""
        for line in lines:
            self.say(x, y, line, size, colour=colour)
            y -= size * LEADING
        return y

    def wrap(self, words: str, width: float, size: float) -> list[str]:
        """Return words as lines that fit in a share of the page."""
        return textwrap.wrap(words, max(10, int(width * WIDE * 72 / (size * SIGN))))

    def paint(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a part of the page."""
        shape = Rectangle((x, y), width, height, facecolor=f"#{colour}", edgecolor="none", transform=self.figure.transFigure)
        self.figure.add_artist(shape)

    def band(self, title: str, below: str) -> None:
        """Draw the head of the page; a long title becomes smaller, and then two lines."""
        self.paint(0, 0.895, 1, 0.105, DEEP)
        size = next((size for size in (24, 20, 17) if len(self.wrap(title, RIGHT - LEFT, size * BOLD)) == 1), 14)
        lines = self.shortened(title, RIGHT - LEFT, size * BOLD, 2)
        for place, line in enumerate(reversed(lines)):
            self.say(LEFT, 0.940 + place * size * LEADING, line, size, bold=True, colour=PAPER)
        self.say(LEFT, 0.917, below, 10.5, colour=PAPER)

    def box(self, bottom: float, height: float, words: str, size: float = 13) -> None:
        """Draw a soft box with the story in it."""
        shape = FancyBboxPatch(
            (LEFT, bottom), RIGHT - LEFT, height, boxstyle="round,pad=0,rounding_size=0.008", facecolor=f"#{PALE}",
            edgecolor="none", transform=self.figure.transFigure, mutation_aspect=WIDE / HIGH,
        )  # fmt: skip
        self.figure.add_artist(shape)
        lines = self.wrap(words, RIGHT - LEFT - 0.06, size)
        middle = bottom + height / 2 + (len(lines) - 1) * size * LEADING / 2 - 0.0055
        self.paragraph(LEFT + 0.025, middle, lines, size)

    def tiles(self, bottom: float, facts: Sequence[tuple[str, str]]) -> None:
        """Write large numbers beside each other."""
        step = (RIGHT - LEFT) / len(facts)
        for place, (value, words) in enumerate(facts):
            left = LEFT + place * step
            self.paint(left, bottom, 0.004, 0.058, FRESH)
            self.say(left + 0.018, bottom + 0.034, value, 19, bold=True, colour=DEEP)
            self.say(left + 0.018, bottom + 0.007, words, 9.5, colour=QUIET)

    def table(self, top: float, years: Sequence[FactsheetYear]) -> None:
        labels = list(dict.fromkeys(fact.label for year in years for fact in year.facts))
        columns = [{fact.label: fact.value for fact in year.facts} for year in years]
        first, step, row = LEFT + 0.30, (RIGHT - LEFT - 0.30) / len(years), 0.0215
        for place, year in enumerate(years):
            self.say(first + (place + 1) * step, top, year.label, 9.5, bold=True, colour=DEEP, align="right")
        for line, label in enumerate(labels, start=1):
            y = top - line * row
            self.paint(LEFT, y + 0.0145, RIGHT - LEFT, 0.0006, LINES)
            self.say(LEFT, y, label, 9.5)
            for place, column in enumerate(columns):
                self.say(first + (place + 1) * step, y, column.get(label, "-"), 9.5, align="right")

    def column(self, left: float, right: float, top: float, title: str, paragraphs: Sequence[str]) -> None:
        """Write paragraphs under a heading, smaller where there are many; what then still does not fit is cut short."""
        self.say(left, top, title, 11, bold=True, colour=DEEP)
        y = top - 0.0225
        size, most = next(
            (size, most) for size, most in TIGHTER if y - self.height(paragraphs, right - left, size, most) > LOWEST or most == 1
        )
        for words in paragraphs:
            y = self.paragraph(left, y, self.shortened(words, right - left, size, most), size) - GAP

    def shortened(self, words: str, width: float, size: float, most: int) -> list[str]:
        """Return words as lines, at most so many; a mark says that there were more."""
        lines = self.wrap(words, width, size)
        return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1][:-3].rstrip()} ..."]

    def height(self, paragraphs: Sequence[str], width: float, size: float, most: int) -> float:
        """Return how far below the first line the last one of these paragraphs would be."""
        whole = sum(size * LEADING * len(self.shortened(words, width, size, most)) + GAP for words in paragraphs)
        return whole - size * LEADING - GAP

    def foot(self, date: str, organisation: str, contact: str) -> None:
        """Write who made this and when."""
        self.paint(LEFT, 0.052, RIGHT - LEFT, 0.0008, LINES)
        self.say(LEFT, 0.0365, date, 8.5, bold=True, colour=QUIET)
        self.say(LEFT, 0.0225, " · ".join(filter(None, (organisation, contact))), 8, colour=QUIET)
