"""Readings in one line, so that a table of typed texts reads as a table."""

from dialogs.dutch.reading import Ambiguous, Reading, T
from domain.intake.certainty import Certainty


def shown(reading: Reading[T]) -> object:
    """Return the value when sure, ("ongeveer", value) for an estimate, a set of labels when asked back, else None."""
    if reading is None:
        return None
    if isinstance(reading, Ambiguous):
        return {label for label, _ in reading.options}
    return ("ongeveer", reading.value) if reading.certainty is Certainty.ESTIMATE else reading.value
