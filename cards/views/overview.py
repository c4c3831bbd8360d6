"""Everything at a glance: the summary before confirming, "mijn gegevens", and other lists of facts."""

from cards.views.card import Button, Card, Choice, Group


class Overview(Card):
    """Groups of facts, optionally a list to pick a question to change from, and buttons (at most five with `pick`).

    `pick` becomes a compact ChoiceSet with input id "question" and a button "Wijzig dit" (CHANGE).
    """

    template = "overview"

    title: str
    lines: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    pick: tuple[Choice, ...] = ()
    pick_label: str = "Wilt u iets wijzigen?"
    closing: tuple[str, ...] = ()
    buttons: tuple[Button, ...] = ()
