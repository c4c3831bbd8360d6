"""One page of the intake as a card to fill in."""

from enum import StrEnum

from cards.views.card import Card, Choice, Fact, Frozen


class InputKind(StrEnum):
    """Which Adaptive Card input a field becomes: Input.Text, Number, Time, or a compact ChoiceSet (one or several)."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    CLOCK = "clock"
    CHOICE = "choice"
    CHOICES = "choices"


class Field(Frozen):
    """One question on the card.

    `name` is the input id (the question's name); `value` what is filled in now, as the input wants it ("12", "18:30",
    "van", "hydrogen,hvo"); `help` is one short line under the label; `error` says what is wrong with what was entered;
    `searchable` marks the terrain field (a typeahead on the dataset "terrains").
    """

    name: str
    label: str
    kind: InputKind
    value: str = ""
    unit: str = ""
    help: str = ""
    error: str = ""
    example: str = ""
    required: bool = False
    minimum: float | None = None
    maximum: float | None = None
    max_length: int = 300
    pattern: str | None = None
    options: tuple[Choice, ...] = ()
    searchable: bool = False


class Form(Card):
    """A page of questions.

    `progress` is "Stap 2 van 7, nog ongeveer 8 minuten"; `message` a line above the fields (what is still wrong);
    `doubt` the fields of which one may say "weet ik niet" or "schatting" in two extra lists at the bottom, whose input ids
    are "_unknown" and "_estimate" and whose values are names joined by commas; `unknown` and `estimated` are chosen
    beforehand there. Buttons: "Opslaan en verder" (SAVE with page, intake, revision, primary) and "Terug" (SAY "terug").
    """

    template = "form"

    page: str
    intake: str
    revision: int
    title: str
    intro: str = ""
    progress: str = ""
    message: str = ""
    fields: tuple[Field, ...]
    doubt: tuple[Choice, ...] = ()
    unknown: tuple[str, ...] = ()
    estimated: tuple[str, ...] = ()
    typing_hint: str = ""


class Answered(Card):
    """The same page once answered: read-only facts with a button "Wijzig" (EDIT with page)."""

    template = "answered"

    page: str
    title: str
    facts: tuple[Fact, ...]
    note: str = ""
