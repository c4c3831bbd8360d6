"""A flyer of a terrain: one page to hang in a canteen, with the question, when one can come, and a square to scan."""

import io
from collections.abc import Sequence

from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure
from matplotlib.image import imread
from matplotlib.patches import FancyBboxPatch, Polygon

from cards.papers.contents import FlyerDate, FlyerPaper
from cards.papers.factsheet import BOLD, HIGH, LEADING, LEFT, RIGHT, WIDE, DrawnPage
from cards.papers.look import DEEP, FRESH, INK, LINES, PALE, PAPER, QUIET
from cards.papers.spoken import spoken
from cards.papers.square import make_square

TOP = 0.615  # where the coloured head ends
SIDE = 0.34  # of the square with its border, of the width
SIZES = (50, 42, 36, 30, 24, 18)  # of the question, in points
BOLT = (
    (0.90, 0.985),
    (0.70, 0.79),
    (0.80, 0.79),
    (0.74, 0.635),
    (0.965, 0.845),
    (0.855, 0.845),
)  # a spark, as places on the page
FAINT = 0.28
TIGHT = 0.88 * LEADING  # from one line of the question to the next, of the page per point


def make_flyer(paper: FlyerPaper) -> bytes:
    """Return the flyer as a PDF of one page."""
    page = DrawnPage(Figure(figsize=(WIDE, HIGH), facecolor=f"#{PAPER}"))
    FigureCanvasPdf(page.figure)
    draw_head(page, paper)
    draw_date(page, paper.date, paper.invites)
    if paper.address:
        draw_points(page, paper.points, RIGHT - SIDE - 0.03, 15.5)
        draw_square(page, paper)
    else:
        draw_points(page, paper.points, RIGHT, 19)
    draw_foot(page, paper)
    made = io.BytesIO()
    facts = {"Title": paper.title, "Author": paper.organisation, "Subject": paper.question, "CreationDate": paper.at}
    page.figure.savefig(made, format="pdf", metadata=facts)
    return spoken(made.getvalue())


def draw_head(page: DrawnPage, paper: FlyerPaper) -> None:
    """Draw the coloured head: whom it is for, the question as large as it can be, and what is so of the grid."""
    page.paint(0, TOP, 1, 1 - TOP, DEEP)
    page.figure.add_artist(
        Polygon(BOLT, closed=True, facecolor=f"#{FRESH}", edgecolor="none", alpha=FAINT, transform=page.figure.transFigure)
    )
    page.paint(0, TOP - 0.008, 1, 0.008, FRESH)
    size = next((one for one in (14, 12, 10, 8.5) if len(page.wrap(paper.whom, RIGHT - LEFT, one)) == 1), 8)
    page.say(LEFT, 0.940, page.shortened(paper.whom, RIGHT - LEFT, size, 1)[0], size, colour=PALE)
    fact = page.shortened(paper.fact, RIGHT - LEFT, 15, 3) if paper.fact else []
    room = 0.908 - TOP - 0.04 - 15 * LEADING * len(fact)
    size = next((one for one in SIZES if fits(page, paper.question, one, room)), SIZES[-1])
    y = 0.908 - size * LEADING * 0.8
    for line in page.shortened(paper.question, RIGHT - LEFT, size * BOLD, max(1, int(room / (size * TIGHT)))):
        page.say(LEFT, y, line, size, bold=True, colour=PAPER)
        y -= size * TIGHT
    page.paragraph(LEFT, TOP + 0.022 + 15 * LEADING * (len(fact) - 1), fact, 15, colour=PALE)


def fits(page: DrawnPage, question: str, size: float, room: float) -> bool:
    """Say whether the question fits in a height, a share of the page, without a word that is cut in two."""
    lines = page.wrap(question, RIGHT - LEFT, size * BOLD)
    return len(lines) * size * TIGHT <= room and " ".join(lines) == " ".join(question.split())


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
    page.say(left, bottom + 0.104, date.title, 15, colour=DEEP)
    page.say(left, bottom + 0.065, date.day, 25, bold=True, colour=DEEP)
    where = f"{date.time}  ·  {date.place}" if date.place else date.time
    size, most = (14, 1) if len(page.wrap(where, width, 14)) == 1 else (12, 2)
    page.paragraph(left, bottom + (0.030 if most == 1 else 0.034), page.shortened(where, width, size, most), size, colour=INK)


def draw_points(page: DrawnPage, points: Sequence[str], right: float, size: float) -> None:
    """Write what is so for whoever takes part, each behind a mark."""
    y = 0.395
    for point in points:
        lines = page.shortened(point, right - LEFT - 0.035, size, 3)
        page.paint(LEFT, y - 0.001, 0.016, 0.016 * WIDE / HIGH, FRESH)
        y = page.paragraph(LEFT + 0.035, y, lines, size) - 0.012


def draw_square(page: DrawnPage, paper: FlyerPaper) -> None:
    """Draw the square with what it is above it, and its address below: who cannot scan it types that."""
    left, height = RIGHT - SIDE, SIDE * WIDE / HIGH
    page.say(left + SIDE / 2, 0.400, paper.scan, 17, bold=True, colour=DEEP, align="center")
    axes = page.figure.add_axes((left, 0.395 - height, SIDE, height))
    axes.imshow(imread(io.BytesIO(make_square(paper.address))), cmap="gray", interpolation="none")
    axes.axis("off")
    for place, line in enumerate(typed_lines(paper.address)):
        page.say(left + SIDE / 2, 0.389 - height - place * 9 * LEADING, line, 9, colour=QUIET, align="center")


def typed_lines(address: str) -> tuple[str, ...]:
    """Return an address as it is typed, on two lines."""
    host, slash, path = address.partition("://")[2].partition("/")
    return (f"{host}{slash}", path) if path else (host,)


def draw_foot(page: DrawnPage, paper: FlyerPaper) -> None:
    """Write whom one can ask, who sends this, and what becomes of what one tells."""
    y = 0.088
    page.paint(LEFT, y + 0.024, RIGHT - LEFT, 0.0008, LINES)
    for words, size, bold in ((paper.contact, 14, True), (paper.sender, 10.5, False)):
        for line in page.shortened(words, RIGHT - LEFT, size * (BOLD if bold else 1), 1):
            page.say(LEFT, y, line, size, bold=bold, colour=DEEP if bold else INK)
        y -= size * LEADING + 0.001
    for words in paper.privacy:
        y = page.paragraph(LEFT, y, page.shortened(words, RIGHT - LEFT, 9, 1), 9, colour=QUIET)
