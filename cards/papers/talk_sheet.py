"""The briefing for an individual talk as a Word document: the same points as on the card, with room to write."""

import io
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from cards.papers.look import DEEP, LINES, QUIET
from cards.papers.run_sheet import fill_table, legible, set_page, write
from cards.views.dossier.briefing import Briefing, BriefingPoint

LINES_TO_WRITE = 2
LINES_FOR_MANDATE = ("Naam van wie tekent", "Datum", "EAN-code (18 cijfers)", "EAN-code (18 cijfers)", "Handtekening")


def make_talk_sheet(briefing: Briefing, organisation: str, printed_on: str) -> bytes:
    """Return the briefing as a .docx file; `printed_on` is the day, as people read it."""
    document = Document()
    set_page(document, briefing.title, organisation, printed_on)
    document.add_heading(legible(briefing.title), 0)
    for line in (*briefing.lines, *briefing.closing[:-1]):
        write(document.add_paragraph(), line, colour=QUIET)
    for number, point in enumerate(briefing.points, start=1):
        add_point(document, number, point)
    fill_table(document, [(label, "") for label in LINES_FOR_MANDATE], (5.4, 12.0), bold_first=True)
    write(document.add_paragraph(), briefing.closing[-1] if briefing.closing else "", size=8, colour=QUIET)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def add_point(document: Any, number: int, point: BriefingPoint) -> None:  # noqa: ANN401 - python-docx's documents are private
    """Write one point: what to do, what is known, and lines to write on."""
    heading = document.add_heading(legible(f"{number}. {point.title}"), 1)
    heading.paragraph_format.keep_with_next = True
    advice = document.add_paragraph()
    advice.paragraph_format.keep_with_next = True
    write(advice, point.advice, colour=DEEP)
    if point.facts:
        rows = [(one.label, f"{one.value} ({one.remark})" if one.remark else one.value) for one in point.facts]
        fill_table(document, rows, (5.4, 12.0), bold_first=True)
    for item in point.items:
        write(document.add_paragraph(style="List Bullet"), item)
    for _ in range(LINES_TO_WRITE):
        add_line_to_write(document)


def add_line_to_write(document: Any) -> None:  # noqa: ANN401 - python-docx's documents are private
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(24)
    borders = OxmlElement("w:pBdr")
    for side in ("bottom", "between"):  # without "between" two lines below each other are drawn as one
        line = OxmlElement(f"w:{side}")
        for name, value in (("w:val", "single"), ("w:sz", "4"), ("w:space", "1"), ("w:color", LINES)):
            line.set(qn(name), value)
        borders.append(line)
    paragraph._p.get_or_add_pPr().append(borders)  # noqa: SLF001 - python-docx has no other way
