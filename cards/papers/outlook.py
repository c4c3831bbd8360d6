"""A company's outlook as one page, to lay on the table at home: it says all to somebody who never saw the chat."""

import io
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure

from cards.colours import Colour
from cards.formats import number
from cards.papers.contents import OutlookPaper, OutlookPeaks
from cards.papers.factsheet import HIGH, LEADING, LEFT, RIGHT, WIDE, DrawnPage, printable
from cards.papers.look import DEEP, INK, LINES, PAPER, QUIET
from cards.views.card import FactGroup

ROW = 0.0285  # of the table: a number, and under it how low and how high it can be
LABELS = 0.20  # what the names of the rows take of the width


def make_outlook_page(paper: OutlookPaper, organisation: str, contact: str) -> bytes:
    """Return the page as PDF; it stays one page, whatever is in it."""
    page = DrawnPage(Figure(figsize=(WIDE, HIGH), facecolor=f"#{PAPER}"))
    FigureCanvasPdf(page.figure)
    page.band(paper.title, paper.below)
    page.box(0.806, 0.076, paper.headline)
    if paper.peaks:
        page.say(LEFT, 0.785, paper.chart_title, 10.5, bold=True, colour=DEEP)
        draw_peaks(page.axes(0.618, 0.140), paper.peaks, paper.rooms)
    below = draw_table(page, 0.580, paper.years) - 0.030
    middle = 0.51
    page.column(LEFT, middle - 0.03, below, "Wat u kunt doen", paper.advice)
    page.column(middle, RIGHT, below, "Wat het kost", paper.costs)
    page.foot(paper.dated, organisation, contact)
    made = io.BytesIO()
    about = {"Title": printable(paper.title), "Author": printable(organisation), "CreationDate": paper.at}
    page.figure.savefig(made, format="pdf", metadata=about)
    return made.getvalue()


def draw_peaks(axes: Axes, peaks: Sequence[OutlookPeaks], rooms: Sequence[tuple[str, float]]) -> None:
    """Draw both ways to charge of each year beside each other, and the room as a line over all of them."""
    highest = max(*(max(one.at_once, one.spread) for one in peaks), *(kw for _, kw in rooms), 1.0)
    width = 0.32
    for place, (name, colour) in enumerate((("Meteen laden", Colour.AT_ONCE), ("Gespreid laden", Colour.SPREAD))):
        left = [column + (place - 0.5) * (width + 0.02) for column in range(len(peaks))]
        values = [(one.at_once, one.spread)[place] for one in peaks]
        axes.bar(left, values, width, color=f"#{colour}", label=name)
        for x, value in zip(left, values, strict=True):
            axes.text(x, value + highest * 0.02, number(value, "kW"), ha="center", va="bottom", fontsize=9, color=f"#{INK}")
    for (name, kw), style in zip(rooms, ("--", ":"), strict=False):
        axes.axhline(kw, color=f"#{INK}", linewidth=1.2, linestyle=style, label=f"{name}: {number(kw, 'kW')}")
    axes.set_xticks(range(len(peaks)), [one.label for one in peaks], fontsize=10.5, fontweight="bold", color=f"#{INK}")
    aside = 0.5 if len(peaks) > 1 else 1.0  # one year alone stands in the middle
    axes.set_xlim(-aside, len(peaks) - 1 + aside)
    axes.set_ylim(0, highest * 1.15)
    axes.set_yticks([])
    axes.tick_params(axis="x", length=0, pad=6)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(f"#{QUIET}")
    axes.legend(loc="lower right", bbox_to_anchor=(1, 1.0), ncols=4, frameon=False, fontsize=9, handlelength=1.4, borderpad=0)


def draw_table(page: DrawnPage, top: float, years: Sequence[FactGroup]) -> float:
    """Write the numbers of each year, and under each how low and how high it can be; return where the table ends."""
    fullest_first = sorted(years, key=lambda year: len(year.facts), reverse=True)
    labels = list(dict.fromkeys(fact.label for year in fullest_first for fact in year.facts))
    step = (RIGHT - LEFT - LABELS) / max(1, len(years))
    for place, year in enumerate(years):
        page.say(LEFT + LABELS + (place + 1) * step, top, year.title, 9.5, bold=True, colour=DEEP, align="right")
        for fact in year.facts:
            y = top - 0.022 - labels.index(fact.label) * ROW
            page.say(LEFT + LABELS + (place + 1) * step, y, fact.value, 9.5, align="right")
            if fact.remark:
                page.say(LEFT + LABELS + (place + 1) * step, y - 6.5 * LEADING, fact.remark, 7, colour=QUIET, align="right")
    for line, label in enumerate(labels):
        y = top - 0.022 - line * ROW
        page.paint(LEFT, y + 0.0145, RIGHT - LEFT, 0.0006, LINES)
        page.say(LEFT, y, label, 9.5)
    return top - 0.022 - len(labels) * ROW
