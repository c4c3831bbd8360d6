"""What waits for the project team: questions, requests to be called back, unknown terrains, people who want to join."""

from typing import Self

from cards.formats import plural
from cards.verbs import Verb
from cards.views.card import Button, Card, Choice, Frozen
from cards.views.plain import read_buttons, read_choices, read_lines

# A longer text is cut on the card, so that many requests fit on one.
LONGEST = 600


class InboxItem(Frozen):
    """One request with its number, what it is, who asked, when, and the text; or all of one person, without a number."""

    number: str
    kind: str
    who: str
    when: str
    text: str

    @property
    def heading(self) -> str:
        """Return what it is, with the number by which it is answered."""
        return f"{self.kind} {self.number}".rstrip()

    @property
    def origin(self) -> str:
        return f"{self.who}, {self.when}"

    @property
    def words(self) -> str:
        return self.text if len(self.text) <= LONGEST else f"{self.text[:LONGEST]}…"


class Inbox(Card):
    """Open requests, newest last. With items that can be answered: a compact ChoiceSet ("request"), a text field
    ("answer") and a button "Verstuur antwoord" (ANSWER).
    """

    wide = True

    items: tuple[InboxItem, ...]
    answerable: tuple[Choice, ...] = ()
    more: int = 0
    alarm: str = ""

    @property
    def title(self) -> str:
        return "Vragen en verzoeken"

    @property
    def lines(self) -> tuple[str, ...]:
        """Return what to look at first, and what to say when there is nothing."""
        return (*filter(None, (self.alarm,)), *(() if self.items else ("Er is nu niets open.",)))

    @property
    def rest(self) -> str:
        """Return how many requests are not on the card; an empty text when all are."""
        return f"Er {'is' if self.more == 1 else 'zijn'} nog {plural(self.more, 'ander', 'andere')}." if self.more else ""

    @property
    def request_label(self) -> str:
        return "Op welke vraag geeft u antwoord?"

    @property
    def answer_label(self) -> str:
        return "Uw antwoord"

    @property
    def actions(self) -> tuple[Button, ...]:
        """Return the button that sends the answer, when there is something to answer."""
        return (Button(title="Verstuur antwoord", verb=Verb.ANSWER, primary=True),) if self.answerable else ()

    def plain(self) -> str:
        items = (read_lines(item.heading, item.origin, item.words) for item in self.items)
        labels = (self.request_label, read_choices("Kies", self.answerable), self.answer_label) if self.answerable else ()
        return read_lines(self.title, *self.lines, *items, self.rest, *labels, read_buttons(self.actions))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return a full inbox, one without anything to answer, and an empty one."""
        items = (
            InboxItem(
                number="12", kind="Vraag", who="Fatima Jansen, Jansen Transport", when="23 november 2026, 14:05",
                text="Moet ik zelf een laadpaal kopen?",
            ),
            InboxItem(
                number="13", kind="Terugbellen", who="Piet de Boer, De Boer Logistiek", when="23 november 2026, 15:40",
                text="Bel mij liever na vier uur.",
            ),
        )  # fmt: skip
        many = InboxItem(
            number="", kind="3 vragen en verzoeken", who="Ans Bakker, Bakkerij Ans", when="23 november 2026, 16:00",
            text="Vraag 14: Wat kost het?\n\nVraag 15: Wanneer begint het?\n\nEn nog 1. Typ 'vragen 14' voor alles.",
        )  # fmt: skip
        answerable = (Choice(value="12", title="12: Moet ik zelf een laadpaal kopen?"),)
        alarm = "Let op: 6 verkeerde codes van 1 persoon, in de laatste zeven dagen."
        return (
            cls(items=(*items, many), answerable=answerable, more=3, alarm=alarm),
            cls(items=items[1:], more=1),
            cls(items=()),
        )
