"""The slides of a session (.pptx): agenda, a slide per company, the factsheet, issues, groups and what comes next."""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Cm, Pt

from cards.colours import CHARGING, Colour
from cards.papers.look import DEEP, FRESH, INK, PALE, PAPER, QUIET, TYPEFACE
from cards.papers.run_sheet import legible
from cards.papers.session import Figures, GroupLine, SessionPaper

WIDTH, HEIGHT = Cm(33.867), Cm(19.05)
LEFT, INNER = Cm(1.8), Cm(30.2)
LINES_PER_SLIDE = 8
GROUPS_PER_SLIDE = 4
# With our point between the thousands, whatever the language of the machine that shows it.
THOUSANDS = '[>=1000000]0"."000"."000;[>=1000]0"."000;0'
Deck = Any  # python-pptx makes presentations by a function
Slide = Any


def make_slides(session: SessionPaper) -> bytes:
    """Return the slides as a .pptx file of 16 by 9."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    deck.core_properties.title, deck.core_properties.author = session.heading, session.organisation
    add_cover(deck, session)
    for title, draw in pages(session):
        draw(add_page(deck, title, session))
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()


def pages(session: SessionPaper) -> Iterator[tuple[str, Callable[[Slide], None]]]:
    """Yield the pages after the cover, in order: a title, and what draws the rest."""
    agenda = [f"{block.times}   {block.title}" for block in session.blocks]
    yield from listed("Programma", agenda)
    for company in session.companies:
        yield company, add_company
    if session.planned is not None:
        yield "Wat de plankaart verwacht", partial(add_chart, figures=session.planned, colours=(Colour.BESIDE,))
    if session.figures is not None:
        yield "Wat het terrein nodig heeft", partial(add_chart, figures=session.figures, colours=CHARGING)
    yield from listed("Zo kan het ook", [session.example] if session.example else [])
    yield from listed("Wat houdt ons tegen?", list(session.issues))
    for at in range(0, len(session.groups), GROUPS_PER_SLIDE):
        some = session.groups[at : at + GROUPS_PER_SLIDE]
        yield "Uw groep", partial(add_groups, groups=some)
    yield from listed("Zo werkt uw groep", [f"{minutes} minuten: {words}" for minutes, words in session.steps])
    if session.homework:
        yield from listed("Huiswerk", [session.homework])
    yield from listed("Wat er nu gebeurt", list(session.next_steps))


def listed(title: str, lines: Sequence[str]) -> Iterator[tuple[str, Callable[[Slide], None]]]:
    """Yield a page per so many lines, none for no lines."""
    for at in range(0, len(lines), LINES_PER_SLIDE):
        some = lines[at : at + LINES_PER_SLIDE]
        yield title, partial(add_lines, lines=some)


def add_cover(deck: Deck, session: SessionPaper) -> None:
    """Draw the first slide."""
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    fill(slide, 0, 0, WIDTH, HEIGHT, DEEP)
    fill(slide, 0, HEIGHT - Cm(1), WIDTH, Cm(1), FRESH)
    write(slide, Box(LEFT, Cm(5.5), INNER, Cm(4), 48, colour=PAPER, bold=True), [session.heading])
    write(slide, Box(LEFT, Cm(10), INNER, Cm(3), 22, colour=PALE), [session.when, session.place])
    write(slide, Box(LEFT, Cm(15), INNER, Cm(1.5), 16, colour=PALE), [session.organisation])


def add_page(deck: Deck, title: str, session: SessionPaper) -> Slide:
    """Return a fresh page with its title and footer."""
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    fill(slide, 0, 0, Cm(0.6), HEIGHT, FRESH)
    write(slide, Box(LEFT, Cm(1), INNER, Cm(2), 34, colour=DEEP, bold=True), [title])
    write(slide, Box(LEFT, HEIGHT - Cm(1.4), INNER, Cm(1), 11, colour=QUIET), [f"{session.organisation} - {session.heading}"])
    return slide


def add_lines(slide: Slide, lines: Sequence[str]) -> None:
    """Draw lines, larger when there are few."""
    size = 30 if len(lines) <= 3 else 24
    write(slide, Box(LEFT, Cm(3.8), INNER, Cm(13), size, space=14), lines)


def add_company(slide: Slide) -> None:
    """Draw room for the picture and the logo of a company."""
    frame(slide, LEFT, Cm(4), Cm(19), Cm(12.5), "Plaats hier een foto van het pand")
    frame(slide, Cm(22), Cm(4), Cm(10), Cm(5), "Plaats hier het logo")
    write(slide, Box(Cm(22), Cm(10), Cm(10), Cm(5), 22, colour=QUIET), ["Wie zijn er?", "Stelt u zich even voor."])


def add_chart(slide: Slide, figures: Figures, colours: Sequence[Colour]) -> None:
    """Draw figures of the factsheet as bars that can be changed in PowerPoint."""
    data: Any = CategoryChartData(number_format=THOUSANDS)  # type: ignore[no-untyped-call]  # comes without types
    data.categories = figures.years
    for name, values in figures.series:
        data.add_series(name, values)
    chart = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, LEFT, Cm(3.4), INNER, Cm(12.2), data).chart
    chart.has_legend, chart.legend.position, chart.legend.include_in_layout = True, XL_LEGEND_POSITION.TOP, False
    chart.font.size, chart.font.name = Pt(16), TYPEFACE
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE  # every bar has its number above it
    chart.value_axis.has_title = True
    chart.value_axis.axis_title.text_frame.text = "kW"
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 60, True
    plot.data_labels.font.size = Pt(14)
    for series, colour in zip(plot.series, colours, strict=False):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour_of(colour)
    write(slide, Box(LEFT, Cm(15.7), INNER, Cm(1.4), 14, colour=QUIET), [figures.note])


def add_groups(slide: Slide, groups: Sequence[GroupLine]) -> None:
    """Draw up to four groups beside each other."""
    room = INNER // max(1, len(groups))
    for at, group in enumerate(groups):
        left = LEFT + at * room
        fill(slide, left, Cm(3.6), room - Cm(0.5), Cm(2.2), PALE)
        head = [f"Groep {group.label}", group.issue or "gemengd"]
        write(slide, Box(left + Cm(0.3), Cm(3.7), room - Cm(1), Cm(2), 18, colour=DEEP, bold=True), head)
        names = [f"{one.name}, {one.company}" if one.company else one.name for one in group.members]
        led = [f"Begeleiding: {group.leader}"] if group.leader else []
        write(slide, Box(left + Cm(0.3), Cm(6.2), room - Cm(1), Cm(10), 16, space=6), [*names, *led])


def colour_of(name: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(name))  # type: ignore[no-untyped-call]  # comes without types


def fill(slide: Slide, left: int, top: int, width: int, height: int, colour: str) -> Any:  # noqa: ANN401 - python-pptx's shape
    """Draw a plain coloured area."""
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, left, top, width, height)
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour_of(colour)
    shape.line.fill.background()
    shape.shadow.inherit = False
    return shape


def frame(slide: Slide, left: int, top: int, width: int, height: int, words: str) -> None:
    """Draw a place for a picture, with what belongs there."""
    shape = fill(slide, left, top, width, height, PALE)
    text = shape.text_frame
    text.text = words
    text.vertical_anchor = MSO_ANCHOR.MIDDLE
    text.paragraphs[0].alignment = PP_ALIGN.CENTER
    font = text.paragraphs[0].runs[0].font
    font.size, font.name, font.color.rgb = Pt(16), TYPEFACE, colour_of(QUIET)


@dataclass(frozen=True, slots=True)
class Box:
    """Where words are, and how they look: sizes in points, places in python-pptx's units."""

    left: int
    top: int
    width: int
    height: int
    size: int
    colour: str = INK
    bold: bool = False
    space: int = 0


def write(slide: Slide, box: Box, lines: Sequence[str]) -> None:
    """Write lines in a box; empty ones are left out."""
    text = slide.shapes.add_textbox(box.left, box.top, box.width, box.height).text_frame
    text.word_wrap = True
    for at, line in enumerate(line for line in lines if line):
        paragraph = text.paragraphs[0] if at == 0 else text.add_paragraph()
        run = paragraph.add_run()
        run.text = legible(line)
        run.font.size, run.font.bold, run.font.name = Pt(box.size), box.bold, TYPEFACE
        run.font.color.rgb = colour_of(box.colour)
        paragraph.space_after = Pt(box.space)
