"""Reading what tests write, as the bot does."""

import datetime
from collections.abc import Mapping

from domain.meter.outcomes import MeterOutcome, MeterQuestion, MeterReading, MeterRefusal
from domain.meter.reader import read_meter
from domain.meter.texts import lines_of

TODAY = datetime.date(2026, 11, 30)


def looked_at(text: str, answers: Mapping[str, str] | None = None, name: str = "") -> MeterOutcome:
    return read_meter(lines_of(text), answers or {}, TODAY, name)


def read(text: str, answers: Mapping[str, str] | None = None, name: str = "") -> MeterReading:
    """Return what a text says of a meter, where it must say so."""
    found = looked_at(text, answers, name)
    assert isinstance(found, MeterReading), found
    return found


def asked(text: str, answers: Mapping[str, str] | None = None) -> MeterQuestion:
    """Return what must be asked about a text."""
    found = looked_at(text, answers)
    assert isinstance(found, MeterQuestion), found
    return found


def refused(text: str, answers: Mapping[str, str] | None = None) -> str:
    """Return why a text is not read."""
    found = looked_at(text, answers)
    assert isinstance(found, MeterRefusal), found
    return found.why
