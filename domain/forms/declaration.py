"""How a form is declared, once: its fields as questions are, what it is about, who fills it in and sees it, when, how often."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Literal

from domain.access.roles import Right
from domain.intake.answers import Value
from domain.intake.binding import annotated, bound
from domain.intake.question import FormField

TODAY, ME = "{today}", "{me}"
Who = Right | Literal["company"]  # whoever has this right, or the company that it is about


class AboutCompany(StrEnum):
    """Whether a response is about a company."""

    NEVER = "never"
    MAYBE = "maybe"
    ALWAYS = "always"


class OncePer(StrEnum):
    """Of whom there is one response at most, about the same terrain, session and step."""

    COMPANY = "company"
    PERSON = "person"
    GROUP = "group"
    TERRAIN = "terrain"


@dataclass(frozen=True, slots=True)
class FormAbout:
    """What a response is about beside its terrain."""

    company: AboutCompany = AboutCompany.NEVER
    session: bool = False
    step: bool = False


@dataclass(frozen=True, slots=True)
class SessionMoment:
    """A moment that follows from the session that a form is about: so long after its end, or its start."""

    later: datetime.timedelta = datetime.timedelta()
    of_start: bool = False

    def at(self, start: datetime.datetime, end: datetime.datetime) -> datetime.datetime:
        """Return the moment for a session with this start and end."""
        return (start if self.of_start else end) + self.later


class Fields:
    """Things to fill in together; the annotated fields of a class are them, in order."""

    fields: ClassVar[tuple[FormField, ...]] = ()

    def __init_subclass__(cls) -> None:
        """Bind the fields, once."""
        cls.fields = tuple(FormField(name=name, **bound(annotation, {})) for name, annotation in annotated(cls))

    @classmethod
    def field(cls, name: str) -> FormField | None:
        """Return a field by its name."""
        return next((one for one in cls.fields if one.name == name), None)

    @classmethod
    def faults(cls, data: Mapping[str, Value]) -> Mapping[str, str]:  # noqa: ARG003 - most forms ask no more
        """Return what is wrong with accepted values taken together, by field."""
        return {}


class Form(Fields):
    """Something to fill in that is kept: one response for each who does, with every version of it.

    `key` is stored and never changes; `version` counts changes of the fields. Whatever a company fills in, the team may
    type for it. Who filled in a form that is not `named` is nowhere kept, and its result is `shown_from` so many responses.
    A response to a form that `answers` another has the number of what it answers as its group: it closes that, and its owner
    reads it. `start` is what an empty one begins with, TODAY and ME filled in. A Member called `owner` has to do it, by a day
    called `due`.
    """

    key: ClassVar[str]
    version: ClassVar[int] = 1
    one: ClassVar[str]
    many: ClassVar[str]
    new: ClassVar[str]
    about: ClassVar[FormAbout] = FormAbout()
    filled_by: ClassVar[Who] = Right.WORK
    seen_by: ClassVar[frozenset[Who]] = frozenset({Right.SEE_COMPANIES})
    once_per: ClassVar[OncePer | None] = None
    opens: ClassVar[SessionMoment | None] = None
    closes: ClassVar[SessionMoment | None] = None
    end: ClassVar[str] = "Afsluiten"
    ended: ClassVar[str] = "afgesloten"
    named: ClassVar[bool] = True
    shown_from: ClassVar[int] = 1
    answers: ClassVar[type[Fields] | None] = None
    start: ClassVar[tuple[tuple[str, str], ...]] = ()

    def __init_subclass__(cls) -> None:
        """Bind the fields and let the form be found by its key."""
        super().__init_subclass__()
        FORMS[cls.key] = cls


FORMS: dict[str, type[Form]] = {}
