"""A text to copy or change, as a Word document."""

import io

from docx import Document

from cards.papers.contents import TextPaper
from cards.papers.look import QUIET
from cards.papers.run_sheet import legible, set_page, write


def make_text_document(paper: TextPaper) -> bytes:
    """Return the document as a .docx file."""
    document = Document()
    set_page(document, paper.title, paper.organisation, paper.dated)
    document.add_heading(legible(paper.title), 0)
    if paper.below:
        write(document.add_paragraph(), paper.below, colour=QUIET)
    for group in paper.groups:
        if group.title:
            document.add_heading(legible(group.title), 1)
        for chapter in group.chapters:
            if chapter.title:
                document.add_heading(legible(chapter.title), 2)
            for words in chapter.paragraphs:
                write(document.add_paragraph(), words, size=11)
            for words in chapter.small:
                write(document.add_paragraph(), words, size=8, colour=QUIET)
    if paper.contact:
        write(document.add_paragraph(), paper.contact, colour=QUIET)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()
