"""The papers of a session, converted to PDF by LibreOffice: the pages people will print, with their words."""

import os
import subprocess
from pathlib import Path

import pytest

from cards.papers.run_sheet import make_run_sheet
from cards.papers.session import SessionPaper
from cards.papers.slides import make_slides

PAPER = SessionPaper.example_paper()


@pytest.mark.parametrize(
    ("name", "made", "pages", "first", "last"),
    [
        ("run-sheet.docx", make_run_sheet, 3, "Startsessie Hessenpoort", "Stappenplan voor uw groep"),
        ("slides.pptx", make_slides, 11, "Startsessie Hessenpoort", "Wat er nu gebeurt"),
    ],
)
def test_it_prints_as_it_should(name: str, made: object, pages: int, first: str, last: str, tmp_path: Path) -> None:
    assert callable(made)
    (tmp_path / name).write_bytes(made(PAPER))
    run("soffice", f"-env:UserInstallation={tmp_path.as_uri()}/office", "--headless", "--convert-to", "pdf", name, at=tmp_path)
    pdf = Path(name).with_suffix(".pdf").name
    assert f"Pages:           {pages}\n" in run("pdfinfo", pdf, at=tmp_path)
    words = run("pdftotext", "-layout", pdf, "-", at=tmp_path).split("\f")
    assert first in words[0]
    assert last in words[pages - 1]
    pictures = os.environ.get("PICTURES")
    if pictures:
        shot = Path(pictures).resolve() / Path(name).stem
        run("pdftoppm", "-r", "60" if name.endswith("docx") else "36", "-png", pdf, str(shot), at=tmp_path)


def run(*command: str, at: Path) -> str:
    """Run a program and return what it prints."""
    return subprocess.run(command, cwd=at, check=True, capture_output=True, text=True, timeout=120).stdout
