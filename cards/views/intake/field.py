"""One question on a card: what it shows, and which input it becomes."""

import math
import re
from datetime import date, time
from enum import StrEnum

from cards.formats import day, number
from cards.views.card import Choice, Fact, Frozen
from cards.views.plain import read_choices, read_facts, read_lines

# Up to this many choices are open on the card: one tap instead of two.
OPEN_CHOICES = 3
OPEN_SEVERAL = 5


class InputKind(StrEnum):
    """Which Adaptive Card input a field becomes: Input.Text, Number, Time, Date, or a ChoiceSet (one or several)."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    CLOCK = "clock"
    DAY = "day"
    CHOICE = "choice"
    CHOICES = "choices"


def read_number(text: str) -> int | float | None:
    """Return a typed or stored number as JSON wants it, whole where it is whole; None when it is no number."""
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    if not math.isfinite(value):
        return None
    return int(value) if value.is_integer() else value


class Field(Frozen):
    """One question on the card.

    `name` is the input id (the question's name); `value` what is filled in now, as the input wants it ("12", "18:30",
    "2027-03-12", "van", "hydrogen,hvo"); `help` is one short line under the field; `error` says what is wrong with what
    was entered; `wrong` is what the client says when it refuses an entry itself. No client insists on a `required` field: what is
    filled in is stored, and the bot asks for the rest. `searchable` marks the terrain field;
    `folded` keeps even a few choices in a list to open: names of people, which clients would read as markdown elsewhere.
    """

    name: str
    label: str
    kind: InputKind
    value: str = ""
    unit: str = ""
    help: str = ""
    error: str = ""
    wrong: str = ""
    example: str = ""
    required: bool = False
    minimum: float | None = None
    maximum: float | None = None
    max_length: int = 300
    pattern: str | None = None
    options: tuple[Choice, ...] = ()
    searchable: bool = False
    folded: bool = False

    @property
    def caption(self) -> str:
        """Return the label with its unit; words such as "stuks" are already clear from the question."""
        shown = 0 < len(self.unit) <= 3 and self.unit not in re.findall(r"\w+|%", self.label)
        return f"{self.label} ({self.unit})" if shown else self.label

    @property
    def placeholder(self) -> str:
        return f"Bijvoorbeeld {self.example}" if self.example else ""

    @property
    def number(self) -> int | float | None:
        """Return the value for a number input; None leaves it empty."""
        return read_number(self.value)

    @property
    def moment(self) -> str:
        """Return the value for an input of a day or a time; empty when it is none: not every client insists on one."""
        try:
            if self.kind is InputKind.DAY:
                return date.fromisoformat(self.value).isoformat()
            return time.fromisoformat(self.value).strftime("%H:%M")
        except ValueError:
            return ""

    @property
    def least(self) -> int | float | None:
        """Return the lower bound, whole where it is whole."""
        return None if self.minimum is None else read_number(str(self.minimum))

    @property
    def most(self) -> int | float | None:
        """Return the upper bound, whole where it is whole."""
        return None if self.maximum is None else read_number(str(self.maximum))

    @property
    def regex(self) -> str:
        """Return the pattern for the whole text; clients search, so it is anchored here."""
        return rf"^\s*(?:{self.pattern})\s*$" if self.pattern else ""

    @property
    def refusal(self) -> str:
        """Return what the client says when the entry is outside the bounds or the pattern; else an empty text."""
        if self.kind is InputKind.NUMBER and (self.minimum is not None or self.maximum is not None):
            return self.wrong or refusal_of(self.minimum, self.maximum)
        return (self.wrong or "Dit lijkt niet te kloppen. Kijk het nog even na.") if self.pattern else ""

    @property
    def is_open(self) -> bool:
        """Say whether all choices are on the card, instead of in a list to open."""
        if self.folded:
            return False
        return len(self.options) <= (OPEN_SEVERAL if self.kind is InputKind.CHOICES else OPEN_CHOICES)

    @property
    def chosen(self) -> str:
        """Return the values that are chosen now, joined by commas; values that are no option are left out."""
        values = {choice.value for choice in self.options}
        return ",".join(one for one in self.value.split(",") if one in values)

    def plain(self, *, helped: bool) -> str:
        """Return the field as text, with or without its line of help."""
        titles = {choice.value: choice.title for choice in self.options}
        shown = ", ".join(titles[one] for one in self.chosen.split(",") if one) if titles else self.value
        if self.kind in (InputKind.DAY, InputKind.CLOCK):
            shown = day(date.fromisoformat(self.moment)) if self.moment and self.kind is InputKind.DAY else self.moment
        filled = read_facts((Fact(label="Ingevuld", value=shown),)) if shown else ""
        example = f"{self.placeholder}." if self.placeholder else ""
        return read_lines(
            self.caption, filled, example, read_choices("Kies", self.options), self.error, self.help if helped else ""
        )


def refusal_of(minimum: float | None, maximum: float | None) -> str:
    """Return what to say about a number outside its bounds."""
    if minimum is None:
        return f"Vul een getal in tot en met {number(maximum or 0)}."
    if maximum is None:
        return f"Vul een getal in vanaf {number(minimum)}."
    return f"Vul een getal in van {number(minimum)} tot {number(maximum)}."
