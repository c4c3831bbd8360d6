"""Numbers that a workbook holds as numbers."""


class Figure(str):
    """A number that a workbook holds as a number: its point is a decimal point, whatever the texts beside it mean."""

    __slots__ = ()
