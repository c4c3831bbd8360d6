"""The plan of a session as a Word document: one sheet to run it by, and one for groups that lead themselves."""

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell

from cards.formats import clock, day
from cards.papers.look import ALARM, DEEP, INK, LINES, PALE, QUIET, TYPEFACE
from cards.papers.session import BlockLine, GroupLine, SessionPaper

MARGIN = Cm(1.8)
Paper = Any  # python-docx makes documents by a function; their class is private


def make_run_sheet(session: SessionPaper) -> bytes:
    """Return the run sheet as a .docx file."""
    document = Document()
    set_page(document, session.heading, session.organisation, f"versie {session.version}")
    document.add_heading(legible(session.heading), 0)
    fill_table(document, [(label, value) for label, value in session.facts], (3.2, 14.2), bold_first=True)
    add_lines(document, "Let op", session.remarks, colour=ALARM)
    document.add_heading("Draaiboek", 1)
    add_timetable(document, session.blocks)
    add_checklist(document, session)
    document.add_heading("Per onderdeel", 1)
    for block in session.blocks:
        add_block(document, block)
    add_groups(document, session.groups)
    if session.self_guided and session.steps:
        add_self_guide(document, session)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def set_page(document: Paper, title: str, organisation: str, version: str) -> None:
    """Set paper, margins, typeface, and a footer with what it is, whose, and which version."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    for name, size, colour in (("Normal", 10, INK), ("Title", 22, DEEP), ("Heading 1", 14, DEEP), ("Heading 2", 11, DEEP)):
        font = document.styles[name].font
        font.name, font.size, font.color.rgb = TYPEFACE, Pt(size), RGBColor.from_string(colour)
        fonts = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    document.core_properties.title, document.core_properties.author = title, organisation
    write(section.footer.paragraphs[0], f"{organisation} - {title} - {version}", size=8, colour=QUIET)


def add_timetable(document: Paper, blocks: Sequence[BlockLine]) -> None:
    """Write the clock: when, how long, what, who, and what to bring."""
    rows = [
        (block.times, f"{block.minutes} min", block.title, ", ".join(block.leads), "\n".join(block.bring)) for block in blocks
    ]
    fill_table(document, rows, (2.8, 1.6, 5.0, 3.4, 4.6), head=("Tijd", "Duur", "Wat", "Wie", "Meenemen"))


def add_checklist(document: Paper, session: SessionPaper) -> None:
    """Write what must be ready, with a box to tick."""
    if not session.checklist:
        return
    document.add_heading("Vooraf klaar", 1)
    rows = [("klaar" if one.done else "", one.text, one.owner, day(one.due)) for one in session.checklist]
    fill_table(document, rows, (1.6, 8.6, 3.2, 4.0), head=("Klaar?", "Wat", "Wie", "Op tijd voor"))


def add_block(document: Paper, block: BlockLine) -> None:
    """Write one block: goal, form, what to say, steps and facts."""
    heading = document.add_heading(legible(f"{block.times}  {block.title}"), 2)
    heading.paragraph_format.keep_with_next = True
    for label, words in (("Doel", block.goal), ("Hoe", block.form)):
        if words:
            line = document.add_paragraph()
            write(line, f"{label}: ", bold=True)
            write(line, words)
    add_lines(document, "Zeg", tuple(f"“{sentence}”" for sentence in block.say))
    add_lines(document, "Stappen", tuple(f"{minutes} min: {words}" for minutes, words in block.steps))
    add_lines(document, "Van dit terrein", block.facts)


def add_groups(document: Paper, groups: Sequence[GroupLine]) -> None:
    """Write who sits where, and why."""
    if not groups:
        return
    document.add_heading("Groepen", 1)
    for group in groups:
        issue = f": {group.issue}" if group.issue else ": gemengd"
        heading = document.add_heading(legible(f"Groep {group.label}{issue}"), 2)
        heading.paragraph_format.keep_with_next = True
        line = document.add_paragraph()
        write(line, f"Begeleiding: {group.leader}" if group.leader else "Werkt met het stappenplan.", colour=QUIET)
        if group.members:
            rows = [(member.name, member.company, member.why) for member in group.members]
            fill_table(document, rows, (4.6, 5.0, 7.8), head=("Wie", "Bedrijf", "Waarom hier"))


def add_self_guide(document: Paper, session: SessionPaper) -> None:
    """Write the sheet with which a group leads itself, on a page of its own."""
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_heading("Stappenplan voor uw groep", 0)
    start = next(block.start for block in session.blocks if block.steps)
    write(
        document.add_paragraph(),
        f"Wij beginnen om {clock(start.timetz().replace(tzinfo=None))}. Kies eerst iemand die op de klok let.",
    )
    for number, (minutes, words) in enumerate(session.steps, 1):
        line = document.add_paragraph()
        write(line, f"{number}.  {minutes} minuten  ", bold=True, size=14, colour=DEEP)
        write(line, words, size=14)
    write(document.add_paragraph(), "Vastgelopen? Steek uw hand op. Er loopt iemand rond.", colour=QUIET)


def add_lines(document: Paper, label: str, lines: Sequence[str], *, colour: str = INK) -> None:
    """Write lines under a bold word; nothing for no lines."""
    if not lines:
        return
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    write(paragraph, label, bold=True, colour=colour)
    for line in lines:
        write(document.add_paragraph(style="List Bullet"), line, colour=colour)


def fill_table(
    document: Paper,
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    head: Sequence[str] = (),
    bold_first: bool = False,
) -> Table:
    """Write a table with columns of these widths (cm); the head comes back on every page."""
    every = [head, *rows] if head else list(rows)
    table: Table = document.add_table(rows=len(every), cols=len(widths))
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.LEFT, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    lighten(table)
    for at, (row, texts) in enumerate(zip(table.rows, every, strict=True)):
        mark_row(row, is_head=bool(head) and at == 0)
        for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            cell.width = Cm(widths[place])
            title = bool(head) and at == 0
            write(cell.paragraphs[0], text, bold=title or (bold_first and place == 0), colour=DEEP if title else INK)
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
            if title or (bold_first and place == 0):
                shade(cell, PALE)
    document.add_paragraph().paragraph_format.space_after = Pt(0)
    return table


def lighten(table: Table) -> None:
    """Draw the lines of a table thin and grey."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("w:val", "single"), ("w:sz", "4"), ("w:color", LINES)):
            line.set(qn(name), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)  # noqa: SLF001 - python-docx has no other way


def mark_row(row: Any, *, is_head: bool) -> None:  # noqa: ANN401 - python-docx's row
    """Keep a row on one page; the head is on every page."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other way
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))


def shade(cell: _Cell, colour: str) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)):
        shading.set(qn(name), value)
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001 - python-docx has no other way


def write(paragraph: Any, text: str, *, bold: bool = False, size: float | None = None, colour: str = INK) -> None:  # noqa: ANN401
    """Add words to a paragraph; characters that XML forbids are left out."""
    run = paragraph.add_run(legible(text))
    run.bold, run.font.color.rgb = bold, RGBColor.from_string(colour)
    if size is not None:
        run.font.size = Pt(size)


def legible(text: str) -> str:
    """Return a text without control characters, which no document may hold."""
    return "".join(letter for letter in text if letter in "\n\t" or (letter.isprintable() and not "\ud800" <= letter <= "\udfff"))
