"""From declared fields to a card: what is filled in, what is wrong, and what one can choose from. The way back is the judge."""

from collections.abc import Mapping

from cards.views.card import Choice
from cards.views.intake.field import Field
from dialogs.questions.forms import input_kind, input_text, own_options
from domain.forms.declaration import Fields
from domain.intake.answers import Value
from domain.intake.question import AnswerKind, FormField

# What one can choose from, by field, where that is only known when it is asked: each value with its title.
Offers = Mapping[str, Mapping[str, str]]


def card_fields(
    declared: type[Fields],
    values: Mapping[str, Value],
    faults: Mapping[str, str] | None = None,
    offers: Offers | None = None,
) -> tuple[Field, ...]:
    """Return declared fields as those of a card, with what is filled in; a list with nothing to choose from is left out."""
    wrong, choices = faults or {}, offers or {}
    return tuple(
        card_field(one, input_text(values.get(one.name, "")), wrong.get(one.name, ""), choices.get(one.name, {}))
        for one in declared.fields
        if not one.is_offered or choices.get(one.name)
    )


def card_field(one: FormField, value: str, error: str, offered: Mapping[str, str]) -> Field:
    """Return one field."""
    options = tuple(Choice(value=key, title=title) for key, title in offered.items()) or own_options(one)
    return Field(
        name=one.name,
        label=one.text,
        kind=input_kind(one),
        value=value,
        unit=one.ask.unit,
        help=one.ask.why,
        error=error,
        wrong=one.ask.wrong,
        example=one.ask.example,
        options=options,
        required=one.ask.core is True,
        minimum=one.rule.ge,
        maximum=one.rule.le,
        max_length=one.rule.max_length,
        pattern=one.rule.pattern,
        folded=one.kind is AnswerKind.MEMBER,
    )
