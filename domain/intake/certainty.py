"""How sure somebody is of an answer; "weet ik niet" and "schatting" are answers too."""

from enum import StrEnum


class Certainty(StrEnum):
    """The four ways an asked question can end; an open question has no answer at all."""

    SURE = "sure"
    ESTIMATE = "estimate"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"


WITHOUT_VALUE = (Certainty.UNKNOWN, Certainty.SKIPPED)
