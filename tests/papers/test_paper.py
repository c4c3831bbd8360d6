"""A paper can be saved by who gets it: its name is a file name everywhere, it holds something, and not too much."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.papers.papers import LONGEST_NAME, MOST_BYTES, Paper, file_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Factsheet De Mars / Noord.pdf", "Factsheet De Mars Noord.pdf"),
        ("..\\..\\geheim.pdf", "geheim.pdf"),
        ("plan\r\nSet-Cookie: x.docx", "plan Set-Cookie x.docx"),
        ("fdp.\u202eexe.pdf", "fdp. exe.pdf"),
        (f"{'lang ' * 60}.pptx", f"{('lang ' * 60)[: LONGEST_NAME - 6].strip()}.pptx"),
    ],
)
def test_a_name_becomes_a_file_name(text: str, name: str) -> None:
    assert file_name(text) == name


@given(st.text(max_size=300))
def test_any_name_is_harmless_and_stays_as_it_is(text: str) -> None:
    name = file_name(f"{text}.pdf")
    assert name == file_name(name)
    assert len(name) <= LONGEST_NAME
    assert not set(name) & set('<>:"/\\|?*\r\n\x00')
    assert not name.startswith(".")


@pytest.mark.parametrize("name", ["", "zonder ending", "a/b.pdf", " a.pdf", "a.pdf\n"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        Paper(name, "application/pdf", b"x")


@pytest.mark.parametrize("size", [0, MOST_BYTES + 1])
def test_nothing_and_too_much_are_refused(size: int) -> None:
    with pytest.raises(ValueError, match="bytes"):
        Paper("a.pdf", "application/pdf", b"x" * size)
