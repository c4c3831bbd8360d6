"""Run sheet, slides and appointment: read back as other programs read them."""

import datetime
import io
from zoneinfo import ZoneInfo

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

from cards.papers.run_sheet import make_run_sheet
from cards.papers.session import Figures, GroupLine, MemberLine, SessionPaper
from cards.papers.slides import make_slides

HERE = ZoneInfo("Europe/Amsterdam")
NOW = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
PAPER = SessionPaper.example_paper()


def words_of_document(made: bytes) -> str:
    """Return every word in a Word document."""
    document = Document(io.BytesIO(made))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def words_of_slides(made: bytes) -> list[str]:
    """Return every word of each slide."""
    deck = Presentation(io.BytesIO(made))
    texts = ([shape.text_frame.text for shape in slide.shapes if shape.has_text_frame] for slide in deck.slides)
    return ["\n".join(text for text in some if text) for some in texts]


def test_the_run_sheet_has_everything_one_needs_to_run_it() -> None:
    words = words_of_document(make_run_sheet(PAPER))
    for expected in (
        "Startsessie Hessenpoort", "14 januari 2027, 19:30 - 20:40", "Zaal 2, Voorbeeldweg 1", "24 deelnemers", "Noor, Bram",
        "De groepen werken met het stappenplan.", "19:30 - 19:40", "10 min", "De netbeheerder komt", "24 december 2026",
        "Groep A: Te weinig stroom", "Ans de Boer", "Koos dit vraagstuk.", "Groep B: gemengd", "Stappenplan voor uw groep",
    ):  # fmt: skip
        assert expected in words


def test_without_groups_and_steps_there_is_no_empty_heading() -> None:
    bare = PAPER.model_copy(update={"groups": (), "self_guided": False, "checklist": (), "remarks": ()})
    words = words_of_document(make_run_sheet(bare))
    assert not any(heading in words for heading in ("Groepen", "Stappenplan voor uw groep", "Vooraf klaar", "Let op"))


def test_the_slides_follow_the_plan() -> None:
    slides = words_of_slides(make_slides(PAPER))
    assert "Startsessie Hessenpoort" in slides[0]
    assert "19:30 - 19:40   Voorstelronde met beeld" in slides[1]
    assert [slide.split("\n")[0] for slide in slides[2:4]] == ["Jansen Transport", "Bakkerij De Boer"]
    assert any("Te weinig stroom (7)" in slide for slide in slides)
    assert "Over een week krijgt u de uitwerking." in slides[-1]


def test_the_chart_holds_the_figures_of_the_factsheet() -> None:
    deck = Presentation(io.BytesIO(make_slides(PAPER)))
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert [{series.name: tuple(series.values) for series in chart.plots[0].series} for chart in charts] == [
        {"vermogen om te laden": (900, 4500, 9000)},
        {"meteen laden": (400, 2100, 4300), "gespreid laden": (150, 800, 1600)},
    ]


def test_without_a_factsheet_there_is_no_chart() -> None:
    deck = Presentation(io.BytesIO(make_slides(PAPER.model_copy(update={"figures": None, "planned": None}))))
    assert not any(shape.has_chart for slide in deck.slides for shape in slide.shapes)


def test_many_groups_take_more_slides_and_nobody_is_left_out() -> None:
    groups = tuple(
        GroupLine(label=str(number), issue="Te weinig stroom", members=(MemberLine(name=f"Persoon {number}"),))
        for number in range(9)
    )
    slides = words_of_slides(make_slides(PAPER.model_copy(update={"groups": groups})))
    assert sum(slide.startswith("Uw groep") for slide in slides) == 3
    assert all(any(f"Persoon {number}" in slide for slide in slides) for number in range(9))


@settings(max_examples=15, deadline=None)
@given(text=st.text(max_size=60))
def test_any_words_make_papers_that_open(text: str) -> None:
    paper = PAPER.model_copy(
        update={
            "place": text, "issues": (text,), "companies": (text,), "remarks": (text,),
            "figures": Figures(years=("nu",), series=(("meteen laden", (1.0,)),), note=text),
            "groups": (GroupLine(label="A", issue=text, members=(MemberLine(name=text, company=text),)),),
        }
    )  # fmt: skip
    assert words_of_document(make_run_sheet(paper))
    assert words_of_slides(make_slides(paper))
