"""Answers one can choose from: a stored value, the label people see, and other words they may type for it."""

from enum import StrEnum
from typing import Self


class Option(StrEnum):
    """An enumeration whose members are declared as `NAME = value, label, *other words`."""

    label: str
    also: tuple[str, ...]

    def __new__(cls, value: str, label: str = "", *also: str) -> Self:
        """Make a member that is its stored value and carries its words."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.also = also
        return member
