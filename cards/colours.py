"""One colour for each way to charge, the same on cards, slides and factsheets, and for what a bar can be about beside those."""

from enum import StrEnum


class Colour(StrEnum):
    """The colour of a bar. They differ in light and dark too, so that a black and white print can be read, and none is red:
    red is late or wrong.
    """

    AT_ONCE = "E9A23B"
    SPREAD = "2A9D8F"
    TOGETHER = "2F5D9B"
    BESIDE = "8A949E"  # what the ways to charge are laid beside: the room there is, the plan map
    COUNTED = "7A6FAC"  # how many there are of something


CHARGING = (Colour.AT_ONCE, Colour.SPREAD, Colour.TOGETHER)
