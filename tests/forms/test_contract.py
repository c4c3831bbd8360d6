"""What holds for every form there is, made from the declarations: also for those that are still to come."""

import datetime
from itertools import product

import pytest

import dialogs.commands  # noqa: F401 - every form is declared once all that uses one is there
from domain.access.roles import Right
from domain.forms.declaration import FORMS, AboutCompany, Form, OncePer
from domain.forms.judging import judge
from domain.forms.permission import Asker, is_open, may_fill, may_see
from domain.forms.responses import NewResponse
from domain.intake.question import AnswerKind
from storage.tables.forms import form_response, form_version
from tests.forms.example import JoiningForm

# Beside the fields a button or a card carries these.
CARRIED = {
    "kind", "terrain", "about", "key", "session", "step", "of_group", "number", "revision", "do", "back", "entry", "source",
    "verb", "data",
}  # fmt: skip
TODAY = datetime.date(2026, 11, 23)
ALL: list[type[Form]] = [*(form for form in FORMS.values() if form.__module__.startswith("domain.")), JoiningForm]
EVERY = pytest.mark.parametrize("form", ALL, ids=lambda form: form.key)


def test_there_are_forms() -> None:
    assert {form.key for form in ALL} >= {"contact", "action", "stakeholder", "risk", "offer", "mandate"}


@EVERY
def test_it_can_be_drawn_stored_and_read(form: type[Form]) -> None:
    assert form.fields
    assert FORMS[form.key] is form
    assert not CARRIED & {one.name for one in form.fields}
    for words in (form.one, form.many, form.new, form.end, form.ended, *(one.text for one in form.fields)):
        assert words
        assert words == words.strip()
    assert all(form.field(name) is not None for name, _ in form.start)


@EVERY
def test_nonsense_is_refused_with_a_sentence_and_so_is_emptiness(form: type[Form]) -> None:
    texts = {one.name: "?" * (one.rule.max_length + 1) for one in form.fields}
    judged = judge(form, texts, TODAY)
    assert set(judged.faults) >= set(texts)
    assert all(sentence.endswith((".", "?")) for sentence in judged.faults.values())
    empty = judge(form, {}, TODAY)
    assert empty.data == {}
    assert set(empty.faults) >= {one.name for one in form.fields if one.ask.core is True}


@EVERY
def test_columns_follow_from_fields_of_the_right_kind(form: type[Form]) -> None:
    owner, due = form.field("owner"), form.field("due")
    assert owner is None or owner.kind is AnswerKind.MEMBER
    assert due is None or due.kind is AnswerKind.DAY


@EVERY
def test_who_may_fill_it_in_and_who_may_see_it(form: type[Form]) -> None:
    assert form.seen_by
    for rights, own in product(
        ({}, {Right.SEE_TERRAIN}, {Right.SEE_TERRAIN, Right.SEE_COMPANIES, Right.WORK}, set(Right)), (False, True)
    ):
        asker = Asker(frozenset(rights), own)
        by_company = form.filled_by == "company" and own
        by_right = form.filled_by in rights or (form.filled_by == "company" and Right.WORK in rights)
        assert may_fill(form, asker) == (by_company or by_right)
        assert may_see(form, asker) == ((own and "company" in form.seen_by) or any(who in rights for who in form.seen_by))
        assert not may_fill(form, asker) or may_see(form, asker), "who fills it in sees what stands there"


@EVERY
def test_what_a_company_says_goes_with_it_or_names_nobody(form: type[Form]) -> None:
    if form.filled_by == "company":
        assert form.about.company is AboutCompany.ALWAYS or not form.named
    assert form.named or form.once_per is None, "who is not kept cannot be known again"
    assert form.once_per is not OncePer.COMPANY or form.about.company is AboutCompany.ALWAYS
    assert not (form.opens or form.closes) or form.about.session
    assert is_open(form, datetime.datetime.now(datetime.UTC), None)
    tied = {key.parent.name: key.ondelete for key in form_response.foreign_keys}
    assert tied == {"intake_id": "cascade", "company_id": "cascade", "session_id": "cascade", "respondent": "set null"}
    assert [key.ondelete for key in form_version.foreign_keys] == ["cascade"]


@EVERY
def test_a_second_one_shares_its_mark_only_where_there_may_be_one(form: type[Form]) -> None:
    assert (NewResponse(form, "t-1", {}).once is None) == (form.once_per is None)
