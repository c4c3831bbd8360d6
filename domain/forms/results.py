"""What a form brought: a pure fold over the versions of its responses. Their order does not matter, and a change counts once."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from domain.forms.declaration import Form
from domain.forms.responses import ResponseVersion
from domain.intake.answers import Value
from domain.intake.question import AnswerKind, FormField


@dataclass(frozen=True, slots=True)
class FieldResult:
    """What was filled in in one field: how often each choice, the sum of numbers, and texts by number of their response."""

    counts: Mapping[str, int] = field(default_factory=dict)
    total: float = 0
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormResult:
    """How many responses count, and what they bring by field; nothing by field while there are too few to show."""

    responses: int
    fields: Mapping[str, FieldResult]


def result_of(form: type[Form], versions: Iterable[ResponseVersion], closes: datetime.datetime | None = None) -> FormResult:
    """Return the result of a form; what came at `closes` or later does not count."""
    counted = standing(versions, closes)
    shown = counted if len(counted) >= form.shown_from else ()
    values = {one.name: [version.data[one.name] for version in shown if one.name in version.data] for one in form.fields}
    return FormResult(len(counted), {one.name: fold(one, values[one.name]) for one in form.fields} if shown else {})


def result_by_group(
    form: type[Form], versions: Iterable[ResponseVersion], closes: datetime.datetime | None = None
) -> Mapping[str, FormResult]:
    """Return the result of each group that filled something in, by its label."""
    groups: dict[str, list[ResponseVersion]] = defaultdict(list)
    for version in standing(versions, closes):
        groups[version.group].append(version)
    return {label: result_of(form, groups[label], closes) for label in sorted(groups)}


def standing(versions: Iterable[ResponseVersion], closes: datetime.datetime | None) -> tuple[ResponseVersion, ...]:
    """Return of each response the newest version that counts, by number; none of what was taken back."""
    newest: dict[int, ResponseVersion] = {}
    for version in versions:
        late = closes is not None and version.at is not None and version.at >= closes
        if not late and (version.number not in newest or newest[version.number].revision < version.revision):
            newest[version.number] = version
    return tuple(newest[number] for number in sorted(newest) if not newest[number].ended)


def fold(one: FormField, values: list[Value]) -> FieldResult:
    """Return what one field brings; values of options that are no longer declared are left out."""
    match one.kind:
        case AnswerKind.NUMBER:
            return FieldResult(total=sum(value for value in values if isinstance(value, int | float)))
        case AnswerKind.YES_NO:
            return FieldResult({"yes": sum(value is True for value in values), "no": sum(value is False for value in values)})
        case AnswerKind.CHOICE | AnswerKind.CHOICES:
            chosen = Counter(each for value in values for each in (value if isinstance(value, list) else [str(value)]))
            known = [option.value for option in one.options] or sorted(chosen)
            return FieldResult({value: chosen[value] for value in known})
        case _:
            return FieldResult(texts=tuple(str(value) for value in values))
