"""The companies of a terrain: one under the other with what is known of each, and a list to see some of them alone."""

from typing import Self

from pydantic import model_validator

from cards.verbs import Verb
from cards.views.card import MOST_BUTTONS, Button, Card, Choice, Frozen
from cards.views.plain import read_buttons, read_choices, read_lines


class ListedCompany(Frozen):
    """One company: the button with its name opens it, the text says how far it is."""

    button: Button
    text: str


class CompanyList(Card):
    """A page of the list; `pick` becomes a compact list of what else can be shown, for a button with the verb PICK."""

    wide = True

    title: str
    lines: tuple[str, ...] = ()
    rows: tuple[ListedCompany, ...] = ()
    pick: tuple[Choice, ...] = ()

    @model_validator(mode="after")
    def leave_room_for_the_rows(self) -> Self:
        """Refuse more to press than Teams shows on one card."""
        if len(self.rows) + len(self.buttons) > MOST_BUTTONS:
            raise ValueError("more rows and buttons than a card can have")
        return self

    @property
    def pick_label(self) -> str:
        return "Wie wilt u zien?"

    def plain(self) -> str:
        rows = (f"{row.button.title}: {row.text}" for row in self.rows)
        pick = (self.pick_label, read_choices("Kies", self.pick)) if self.pick else ()
        return read_lines(self.title, *self.lines, *rows, *pick, read_buttons(self.buttons))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return a first page with more to see, and a list with nobody on it."""
        here = "bedrijven 3456"
        page = cls(
            title="Bedrijven Hessenpoort (Zwolle)",
            lines=("7 bedrijven. Alles bevestigd: 3.",),
            rows=(
                ListedCompany(
                    button=Button(title="Jansen Transport", verb=Verb.SAY, data={"text": "bedrijven i:1"}),
                    text="Alles bevestigd. Oplosser, geen machtiging. Bezoek op 3 mei 2026.",
                ),
                ListedCompany(
                    button=Button(title="Klaver Koeriers", verb=Verb.SAY, data={"text": "bedrijven r:2"}),
                    text="Nog geen antwoorden. Nog geen contact. Genoemd door Jansen.",
                ),
            ),
            pick=(
                Choice(value=f"{here} niet gereageerd", title="Nog niet gereageerd: 4"),
                Choice(value=f"{here} excel", title="Deze lijst als Excel"),
            ),
            buttons=(
                Button(title="Nog 2", verb=Verb.SAY, data={"text": f"{here} bladzijde 2"}),
                Button(title="Toon", verb=Verb.PICK),
            ),
        )
        return (page, cls(title="Oplossers Hessenpoort (Zwolle)", lines=("Geen bedrijven.",)))
