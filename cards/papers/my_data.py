"""Everything that is kept about a person and their company, as a Word document to read; the same is in the file beside it."""

import io
from collections.abc import Sequence

from docx import Document

from cards.papers.contents import DataPaper
from cards.papers.look import QUIET
from cards.papers.run_sheet import fill_table, legible, set_page, write

WIDTHS = (5.4, 12.0)


def make_data_paper(paper: DataPaper, organisation: str, made_on: str) -> bytes:
    """Return the document as a .docx file; `made_on` is the moment, as people read it."""
    document = Document()
    set_page(document, paper.title, organisation, made_on)
    document.add_heading(legible(paper.title), 0)
    for line in paper.lines:
        write(document.add_paragraph(), line, colour=QUIET)
    for chapter in paper.chapters:
        document.add_heading(legible(chapter.title), 1)
        write(document.add_paragraph(), chapter.what, colour=QUIET)
        if chapter.rows:
            fill_table(document, readable(chapter.rows), WIDTHS, bold_first=True)
        else:
            write(document.add_paragraph(), "Hiervan bewaren wij niets.")
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def readable(rows: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return rows without characters that a document cannot hold."""
    return [(legible(label), legible(value)) for label, value in rows]
