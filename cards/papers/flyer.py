"""A flyer of a terrain: one page to hang in a canteen, with the question, when one can come, and a square to scan."""

import io
from collections.abc import Sequence

from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure
from matplotlib.image import imread
from matplotlib.patches import FancyBboxPatch

from cards.papers.contents import FlyerDate, FlyerPaper
from cards.papers.factsheet import BOLD, HIGH, LEADING, LEFT, RIGHT, WIDE, DrawnPage
from cards.papers.look import DEEP, FRESH, INK, LINES, PALE, PAPER, QUIET
from cards.papers.spoken import spoken
from cards.papers.square import make_square

TOP = 0.615  # where the coloured head ends
SIDE = 0.30  # of the square with its border, of the width
SIZES = ((42, 3), (36, 4), (30, 4), (24, 5), (18, 7))  # of the question in points, and the most lines of it


def make_flyer(paper: FlyerPaper) -> bytes:
    """Return the flyer as a PDF of one page."""
    page = DrawnPage(Figure(figsize=(WIDE, HIGH), facecolor=f"#{PAPER}"))
    FigureCanvasPdf(page.figure)
    draw_head(page, paper)
    draw_date(page, paper.date, paper.invites)
    draw_points(page, paper.points, RIGHT - SIDE - 0.03 if paper.address else RIGHT)
    if paper.address:
        draw_square(page, paper)
    draw_foot(page, paper)
    made = io.BytesIO()
    facts = {"Title": paper.title, "Author": paper.organisation, "Subject": paper.question, "CreationDate": paper.at}
    page.figure.savefig(made, format="pdf", metadata=facts)
    return spoken(made.getvalue())


def draw_head(page: DrawnPage, paper: FlyerPaper) -> None:
    """Draw the coloured head: whom it is for, the question as large as it can be, and what is so of the grid."""
    page.paint(0, TOP, 1, 1 - TOP, DEEP)
    page.paint(0, TOP - 0.008, 1, 0.008, FRESH)
    page.say(LEFT, 0.935, page.shortened(paper.whom, RIGHT - LEFT, 14, 1)[0], 14, colour=PALE)
    size, most = next(
        ((size, most) for size, most in SIZES if len(page.wrap(paper.question, RIGHT - LEFT, size * BOLD)) <= most), SIZES[-1]
    )
    y = 0.905 - size * LEADING * 0.8
    for line in page.shortened(paper.question, RIGHT - LEFT, size * BOLD, most):
        page.say(LEFT, y, line, size, bold=True, colour=PAPER)
        y -= size * LEADING * 0.93
    page.paragraph(LEFT, min(y, TOP + 0.075), page.shortened(paper.fact, RIGHT - LEFT, 15, 3) if paper.fact else (), 15,
                   colour=PALE)  # fmt: skip


def draw_date(page: DrawnPage, date: FlyerDate | None, invites: str) -> None:
    """Draw when and where one can come; without a date what one can do now."""
    bottom, height = 0.445, 0.135
    page.figure.add_artist(
        FancyBboxPatch(
            (LEFT, bottom), RIGHT - LEFT, height, boxstyle="round,pad=0,rounding_size=0.01", facecolor=f"#{PALE}",
            edgecolor="none", transform=page.figure.transFigure, mutation_aspect=WIDE / HIGH,
        )
    )  # fmt: skip
    left, width = LEFT + 0.03, RIGHT - LEFT - 0.06
    if date is None:
        lines = page.shortened(invites, width, 19 * BOLD, 3)
        middle = bottom + height / 2 + (len(lines) - 1) * 19 * LEADING / 2 - 0.0075
        for place, line in enumerate(lines):
            page.say(left, middle - place * 19 * LEADING, line, 19, bold=True, colour=DEEP)
        return
    page.say(left, bottom + 0.104, date.title, 13, colour=DEEP)
    page.say(left, bottom + 0.066, date.day, 24, bold=True, colour=DEEP)
    where = f"{date.time}  ·  {date.place}" if date.place else date.time
    size, most = (14, 1) if len(page.wrap(where, width, 14)) == 1 else (12, 2)
    page.paragraph(left, bottom + (0.030 if most == 1 else 0.034), page.shortened(where, width, size, most), size, colour=INK)


def draw_points(page: DrawnPage, points: Sequence[str], right: float) -> None:
    """Write what is so for whoever takes part, each behind a mark."""
    y = 0.395
    for point in points:
        lines = page.shortened(point, right - LEFT - 0.035, 14.5, 3)
        page.paint(LEFT, y - 0.001, 0.016, 0.016 * WIDE / HIGH, FRESH)
        y = page.paragraph(LEFT + 0.035, y, lines, 14.5) - 0.012


def draw_square(page: DrawnPage, paper: FlyerPaper) -> None:
    """Draw the square with what it is above it, and its address below: who cannot scan it types that."""
    left, height = RIGHT - SIDE, SIDE * WIDE / HIGH
    page.say(left + SIDE / 2, 0.398, paper.scan, 15, bold=True, colour=DEEP, align="center")
    axes = page.figure.add_axes((left, 0.388 - height, SIDE, height))
    axes.imshow(imread(io.BytesIO(make_square(paper.address))), cmap="gray", interpolation="none")
    axes.axis("off")
    size = 9.0
    for place, line in enumerate(page.wrap(paper.address, SIDE + 0.02, size)[:3]):
        page.say(left + SIDE / 2, 0.376 - height - place * size * LEADING, line, size, colour=QUIET, align="center")


def draw_foot(page: DrawnPage, paper: FlyerPaper) -> None:
    """Write whom one can ask, who sends this, and what becomes of what one tells."""
    y = 0.118
    page.paint(LEFT, y + 0.022, RIGHT - LEFT, 0.0008, LINES)
    for words, size, bold in ((paper.contact, 12.5, True), (paper.sender, 10.5, False)):
        lines = page.shortened(words, RIGHT - LEFT, size * (BOLD if bold else 1), 2)
        for line in lines:
            page.say(LEFT, y, line, size, bold=bold, colour=DEEP if bold else INK)
            y -= size * LEADING
        y -= 0.003
    for words in paper.privacy:
        y = page.paragraph(LEFT, y, page.shortened(words, RIGHT - LEFT, 9, 2), 9, colour=QUIET)
