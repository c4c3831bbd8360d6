"""The workbook of refused rows: it quotes what people typed, whatever that is."""

from io import BytesIO

from openpyxl import load_workbook

from cards.papers.refusals import refusals_book
from domain.registers.imports import Refusal


def test_what_excel_refuses_or_would_calculate_is_told_as_text() -> None:
    book = load_workbook(BytesIO(refusals_book([Refusal(2, "naam", "=1+1"), Refusal(3, "naam", "bel\x07 mij")])))
    _, formula, control = book["Geweigerd"].iter_rows()
    assert (formula[2].value, formula[2].data_type) == ("=1+1", "s")
    assert control[2].value == "bel mij"
