"""What came out of the start session, and the letters of intent that follow when companies go on together."""

from typing import Self

from cards.verbs import Verb
from cards.views.card import Button, Card, Choice
from cards.views.plain import read_buttons, read_choices, read_lines


class OutcomeCard(Card):
    """Either the outcomes to choose from ("outcome"), or companies whose letter to note ("companies" and "state").

    `known` says what holds now, `letters` who signed and who was asked, one company on each line.
    """

    title: str
    lines: tuple[str, ...] = ()
    alarm: str = ""
    known: tuple[str, ...] = ()
    options: tuple[Choice, ...] = ()
    chosen: str = ""
    letters: tuple[str, ...] = ()
    companies: tuple[Choice, ...] = ()
    states: tuple[Choice, ...] = ()

    @property
    def options_label(self) -> str:
        return "Wat kwam eruit?"

    @property
    def letters_title(self) -> str:
        return "Intentieverklaringen"

    @property
    def companies_label(self) -> str:
        return "Welke bedrijven?"

    @property
    def state_label(self) -> str:
        return "Wat is er gebeurd?"

    def plain(self) -> str:
        options = (self.options_label, read_choices("Kies", self.options)) if self.options else ()
        letters = (self.letters_title, *self.letters) if self.letters else ()
        lists = (read_choices("Kies", self.companies), self.state_label, read_choices("Kies", self.states))
        asked = (self.companies_label, *lists) if self.companies else ()
        shown = (*self.known, *options, *letters, *asked)
        return read_lines(self.title, *self.lines, self.alarm, *shown, read_buttons(self.buttons))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return the outcomes to choose from, and the letters."""
        data = {"terrain": "3456", "revision": "9"}
        choosing = cls(
            title="Uitkomst van de startsessie",
            lines=("Hessenpoort (Zwolle)",),
            alarm="Kies eerst een uitkomst.",
            options=(
                Choice(value="alone", title="De bedrijven lossen het zelf op"),
                Choice(value="together", title="Samen verder onderzoeken"),
            ),
            chosen="together",
            buttons=(Button(title="Bewaar", verb=Verb.OUTCOME, data=data, primary=True),),
        )
        letters = cls(
            title="Samen verder onderzoeken",
            lines=("Hessenpoort (Zwolle)",),
            known=("Elk bedrijf tekent een intentieverklaring.",),
            letters=("Jansen Transport: getekend op 20 november 2026", "De Boer Logistiek: gevraagd"),
            companies=(Choice(value="a1", title="Jansen Transport"), Choice(value="b2", title="De Boer Logistiek")),
            states=(Choice(value="asked", title="Gevraagd"), Choice(value="signed", title="Getekend")),
            buttons=(Button(title="Bewaar", verb=Verb.LETTERS, data=data, primary=True),),
        )
        return (choosing, letters)
