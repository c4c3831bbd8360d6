"""What waits for the project team: questions, requests to be called back, unknown terrains, people who want to join."""

from cards.views.card import Card, Choice, Frozen


class InboxItem(Frozen):
    """One request with its number, what it is, who asked, when, and the text."""

    number: str
    kind: str
    who: str
    when: str
    text: str


class Inbox(Card):
    """Open requests, newest last. With items that can be answered: a compact ChoiceSet ("request"), a text field
    ("answer") and a button "Verstuur antwoord" (ANSWER)."""

    template = "inbox"

    items: tuple[InboxItem, ...]
    answerable: tuple[Choice, ...] = ()
    more: int = 0
