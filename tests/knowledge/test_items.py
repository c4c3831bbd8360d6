"""Every item that comes with the program, and what no item may be."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dialogs.knowledge.forms import FIELDS, changes, filled_with, key_of, read_item
from domain.knowledge.items import Item, ItemAudience, ItemStanding, ItemWrong, expiring, find_items, laid_over, read_files
from domain.knowledge.standard import STANDARD_ITEMS
from tests.knowledge.conftest import TODAY, item
from tests.language import faults

EVERY = pytest.mark.parametrize("one", STANDARD_ITEMS.values(), ids=STANDARD_ITEMS.keys())
OUTSIDE = frozenset({ItemAudience.COMPANIES, ItemAudience.EVERYBODY})
MOST_QUESTIONS = 40  # beyond that it is two subjects
SCHEMES = ("SPRILA", "SPULA", "AanZET", "Flex-e", "Vamil")
DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2035, 1, 1))


@EVERY
def test_an_item_reads_as_simple_dutch(one: Item) -> None:
    for text in (one.title, f"Bron: {one.source}. Geldig tot en met 31 december 2027."):
        assert faults(text) == []


@EVERY
def test_an_item_ends_names_who_looks_after_it_and_is_asked_for(one: Item) -> None:
    assert one.valid_from <= one.valid_until <= one.valid_from + datetime.timedelta(days=5 * 366)
    assert one.source
    assert one.owner
    assert 8 <= len(one.questions) <= MOST_QUESTIONS


@EVERY
def test_no_scheme_is_called_open_without_saying_where_to_look(one: Item) -> None:
    if any(scheme in one.text for scheme in SCHEMES):
        assert "weten wij niet" in one.text
        assert one.link == "https://www.rvo.nl"
        assert one.valid_until <= datetime.date(2026, 12, 31)
    assert re.search(r"\b(?:is|zijn|staat|blijft) (?:nu |nog |weer )*open\b", one.text) is None


@EVERY
def test_an_item_comes_back_from_its_form_as_it_was(one: Item) -> None:
    assert read_item(filled_with(one), one.key, one.version) == one
    assert list(changes(one, one)) == []


def test_there_are_at_least_seventy_five_for_the_team_and_for_others() -> None:
    assert len(STANDARD_ITEMS) >= 75
    assert {one.audience for one in STANDARD_ITEMS.values()} == set(ItemAudience)


def test_every_field_of_an_item_can_be_changed_but_its_key_and_version() -> None:
    assert {field.name for field in FIELDS} == set(Item.model_fields) - {"key", "version"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("key", "Met Hoofdletters"), ("key", "a--b"), ("title", ""), ("title", "x" * 81), ("text", "x" * 1501),
        ("text", "<b>vet</b>"), ("text", "[klik](https://a.example)"), ("text", "Kijk op http://a.example"),
        ("text", "ftp://a.example"), ("text", "javascript:alert(1)"), ("text", "**let op**"), ("text", "`code`"),
        ("text", "Mail fatima@jansen.example"), ("text", "Bel 06-12345678"), ("text", "Bel +31 6 1234 5678"),
        ("link", "http://a.example"), ("link", "https://a"), ("link", "https://u:p@a.example"), ("link", "https://a.example:99/"),
        ("link", "javascript:alert(1)"), ("link", "https://a.example/ b"), ("link", "https://а.example"),
        ("source", "Iemand zei het"), ("source", ""), ("owner", "noor@provincie.example"), ("audience", "niemand"),
        ("category", "overig"), ("version", 0), ("valid_until", "2025-12-31"), ("valid_until", ""), ("valid_from", "gisteren"),
        ("questions", ("a",)), ("questions", ("ja?",) * 21), ("steps", (8,)), ("steps", (-1,)), ("roles", ("baas",)),
        ("directions", ("x" * 41,)), ("other", "x"),
    ],
)  # fmt: skip
def test_what_no_item_may_be(field: str, value: object) -> None:
    with pytest.raises(ValidationError):
        Item.model_validate(item().model_dump() | {field: value})


def test_an_item_says_something_or_points_somewhere() -> None:
    with pytest.raises(ValidationError):
        item(text="")
    assert item(text="", link="https://www.rvo.nl/subsidies").link


@pytest.mark.parametrize(
    "number", ["25.000 euro", "1.440 kW", "166 miljoen", "3x80 ampère", "van 07.00 tot 10.00 uur", "1 januari 2027"]
)
def test_an_ordinary_number_is_nobodys_telephone(number: str) -> None:
    assert number in item(text=f"Dat is {number}.").text


@given(start=DAYS, end=DAYS, today=DAYS)
def test_on_every_day_an_item_stands_in_one_way(start: datetime.date, end: datetime.date, today: datetime.date) -> None:
    if end < start:
        with pytest.raises(ValidationError):
            item(valid_from=start, valid_until=end)
        return
    one = item(valid_from=start, valid_until=end)
    standing = one.standing(today)
    assert (standing is ItemStanding.EXPIRED) == (today > end)
    assert (standing is ItemStanding.COMING) == (today < start)
    assert (standing is ItemStanding.ENDING) == (start <= today <= end and (end - today).days <= 30)
    assert one.may_be_read(OUTSIDE, today) == (start <= today <= end)
    assert one.may_be_read(frozenset(ItemAudience), today)
    assert (one in expiring([one], today)) == (standing is ItemStanding.ENDING)
    assert not one.ended_on(today - datetime.timedelta(days=1)).may_be_read(OUTSIDE, today)


@given(audience=st.sampled_from(ItemAudience), by=st.frozensets(st.sampled_from(ItemAudience)))
def test_others_than_the_team_read_what_is_for_them_alone(audience: ItemAudience, by: frozenset[ItemAudience]) -> None:
    assert item(audience=audience).may_be_read(by, TODAY) == (audience in by or ItemAudience.TEAM in by)


def test_what_the_team_approved_holds_until_a_file_has_a_later_version() -> None:
    file, chat = item(version=2), item(version=3, text="Nieuw.")
    assert laid_over({"laadpas": file}, [chat]) == {"laadpas": chat}
    assert laid_over({"laadpas": file}, [item(version=2, text="Even oud.")])["laadpas"].text == "Even oud."
    assert laid_over({"laadpas": item(version=4)}, [chat])["laadpas"].version == 4
    assert laid_over({}, [chat]) == {"laadpas": chat}


def test_it_is_found_by_its_key_its_title_or_words_in_it() -> None:
    pas, paal = item(), item("paal", title="Wat is een laadpaal?", questions=("Waar betaal ik?", "Hoe heet zo'n ding?"))
    assert find_items((pas, paal), "LAADPAS") == (pas,)
    assert find_items((pas, paal), "wat is een laadpaal?") == (paal,)
    assert find_items((pas, paal), "waar betaal") == (paal,)
    assert find_items((paal, pas), "een laadpaal") == (paal, pas)
    assert find_items((pas, paal), "fiets") == ()


@pytest.mark.parametrize(
    ("title", "key"), [("Wat is GTV?", "wat-is-gtv"), ("Één café's", "een-cafe-s"), ("???", ""), ("x " * 60, "x-" * 29 + "x")]
)
def test_a_title_gives_a_key(title: str, key: str) -> None:
    assert key_of(title) == key


@pytest.mark.parametrize(
    ("files", "line"),
    [
        ({"a.toml": "[x"}, "a.toml is geen leesbaar TOML-bestand"),
        ({"a.toml": "x = 1"}, "a.toml: x is geen tabel"),
        ({"a.toml": "[x]\ntitle = 'Wat?'"}, "a.toml: x.link klopt niet"),
        ({"a.toml": "[x]\nzomaar = 1"}, "a.toml: x."),
    ],
)
def test_a_bad_file_is_one_line_that_says_where(files: dict[str, str], line: str) -> None:
    with pytest.raises(ItemWrong) as wrong:
        read_files(files)
    assert str(wrong.value).startswith(line)
    assert "\n" not in str(wrong.value)
