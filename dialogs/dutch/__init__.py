"""Reading typed Dutch: pure functions from what a person typed to a value, a question back, or nothing understood."""

from dialogs.dutch.choices import read_choice, read_choices
from dialogs.dutch.clocks import Around, read_clock
from dialogs.dutch.dates import read_date
from dialogs.dutch.doubt import read_skip, read_unknown
from dialogs.dutch.numbers import read_number
from dialogs.dutch.options import Choice
from dialogs.dutch.percentages import read_percentage
from dialogs.dutch.reading import Ambiguous, Read, Reading
from dialogs.dutch.yes_no import read_yes_no

__all__ = [
    "Ambiguous", "Around", "Choice", "Read", "Reading", "read_choice", "read_choices", "read_clock", "read_date",
    "read_number", "read_percentage", "read_skip", "read_unknown", "read_yes_no",
]  # fmt: skip
