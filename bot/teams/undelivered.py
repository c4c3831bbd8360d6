"""Why something did not reach a conversation: each reason asks for something else."""


class NotDelivered(Exception):  # noqa: N818 - named for the state it tells
    """Teams did not take it; the text is a status or a word, never an answer of Teams with names in it."""


class Unreachable(NotDelivered):
    """Not now: Teams is down or too busy. Worth trying again later."""


class Blocked(NotDelivered):
    """The person blocked or removed the bot: do not write there again until they come back."""


class Gone(NotDelivered):
    """The conversation or the card does not exist any more."""


class Rejected(NotDelivered):
    """Teams finds it wrong. Trying again would not help; somebody has to look."""
