"""A text to read as pages of A4: chapters under the titles of their groups, each with what it rests on in small print."""

import datetime
import io
from collections.abc import Iterator

from matplotlib.backends.backend_pdf import FigureCanvasPdf, PdfPages
from matplotlib.figure import Figure

from cards.papers.contents import TextChapter, TextPaper
from cards.papers.factsheet import BOLD, HIGH, LEADING, LEFT, RIGHT, WIDE, DrawnPage
from cards.papers.look import DEEP, INK, PAPER, QUIET
from cards.papers.spoken import spoken

FIRST, NEXT, LOWEST = 0.855, 0.935, 0.085  # where the words begin on the first page and the others, and where they end
READ, SMALL, HEAD, GROUP = 10.5, 7.5, 11.5, 15.0  # points
Line = tuple[str, float, bool, str]  # words, points, bold, colour; no words are room


def make_text_pages(paper: TextPaper, at: datetime.datetime) -> bytes:
    """Return the pages as PDF."""
    made = io.BytesIO()
    facts = {"Title": paper.title, "Author": paper.organisation, "CreationDate": at}
    with PdfPages(made, metadata=facts) as pages:
        for number, lines in enumerate(laid_out(paper), 1):
            page = new_page()
            if number == 1:
                page.band(paper.title, paper.below)
            write(page, lines, FIRST if number == 1 else NEXT)
            page.foot(f"{paper.dated} Bladzijde {number}.", paper.organisation, paper.contact)
            pages.savefig(page.figure)
    return spoken(made.getvalue())


def new_page() -> DrawnPage:
    """Return an empty sheet."""
    page = DrawnPage(Figure(figsize=(WIDE, HIGH), facecolor=f"#{PAPER}"))
    FigureCanvasPdf(page.figure)
    return page


def laid_out(paper: TextPaper) -> Iterator[list[Line]]:
    """Yield the lines of each page; a chapter goes to the next page whole where it does not fit."""
    ruler, lines, left = new_page(), list[Line](), FIRST - LOWEST
    for group in paper.groups:
        for place, chapter in enumerate(group.chapters):
            block = lines_of(ruler, chapter, group.title if place == 0 else "")
            tall = sum(map(height, block))
            if lines and tall > left:
                yield lines
                lines, left = [], NEXT - LOWEST
            lines, left = [*lines, *block], left - tall
    yield lines


def lines_of(ruler: DrawnPage, chapter: TextChapter, group: str) -> list[Line]:
    """Return a chapter as lines that fit the width of the page."""
    wide, found = RIGHT - LEFT, list[Line]()
    if group:
        found += [("", 5, False, INK), *((line, GROUP, True, DEEP) for line in ruler.wrap(group, wide, GROUP * BOLD))]
    found += [("", 4, False, INK), *((line, HEAD, True, INK) for line in ruler.wrap(chapter.title, wide, HEAD * BOLD))]
    for words in chapter.paragraphs:
        found += [(line, READ, False, INK) for line in ruler.wrap(words, wide, READ)] + [("", 2, False, INK)]
    for words in chapter.small:
        found += [(line, SMALL, False, QUIET) for line in ruler.wrap(words, wide, SMALL)]
    return [*found, ("", 4, False, INK)]


def height(line: Line) -> float:
    return line[1] * LEADING


def write(page: DrawnPage, lines: list[Line], top: float) -> None:
    """Write the lines of a page under each other."""
    y = top
    for words, size, bold, colour in lines:
        if words:
            page.say(LEFT, y - size * LEADING * 0.72, words, size, bold=bold, colour=colour)
        y -= size * LEADING
