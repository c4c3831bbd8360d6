"""A Teams team that is linked to the project team: who belongs now, and which guests could."""

from typing import Self

from cards.formats import listing, plural
from cards.verbs import Verb
from cards.views.card import Button, Card, Choice
from cards.views.plain import read_buttons, read_choices, read_lines

MOST_GUESTS = 60  # more do not fit on a card that stays readable
MOST_NAMES = 8


class TeamLink(Card):
    """What came of linking. With guests a list of several choices ("guests") and a button "Voeg gasten toe" (GUESTS)."""

    team: str
    name: str
    counting: int
    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    guests: tuple[Choice, ...] = ()

    @property
    def title(self) -> str:
        return f"Team {self.name or 'in Teams'} is gekoppeld"

    @property
    def lines(self) -> tuple[str, ...]:
        """Return who belongs to the project team now, and what changed."""
        lines = [f"{plural(self.counting, 'lid hoort', 'leden horen')} nu bij het projectteam."]
        if self.joined and len(self.joined) < self.counting:
            lines.append(f"Nieuw: {names(self.joined)}.")
        if self.left:
            lines.append(f"Niet meer: {names(self.left)}.")
        if self.guests:
            lines.append(f"{plural(len(self.guests), 'gast hoort', 'gasten horen')} er niet bij. Kies hieronder wie wel.")
        return (*lines, "Wie in het team komt of eruit gaat, volg ik vanzelf.")

    @property
    def offered(self) -> tuple[Choice, ...]:
        """Return the guests that fit on the card."""
        return self.guests[:MOST_GUESTS]

    @property
    def guests_label(self) -> str:
        return "Welke gasten horen bij het projectteam?"

    @property
    def actions(self) -> tuple[Button, ...]:
        """Return the button for guests, and the one that undoes it all."""
        add = (Button(title="Voeg gasten toe", verb=Verb.GUESTS, data={"team": self.team}),) if self.guests else ()
        return (*add, Button(title="Ontkoppel", verb=Verb.UNLINK, data={"team": self.team}))

    def plain(self) -> str:
        return read_lines(self.title, *self.lines, read_choices(self.guests_label, self.offered), read_buttons(self.actions))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return a fresh link with guests, and one that was read again."""
        guests = (
            Choice(value="3b1f6a52-8d07-4c1e-9a64-5d20c7e12006", title="Fatima Jansen"),
            Choice(value="3b1f6a52-8d07-4c1e-9a64-5d20c7e12007", title="Piet de Boer"),
        )
        fresh = cls(team="19:a@thread.tacv2", name="Regio Oost", counting=3, joined=("Noor Bakker", "Yara Peters"), guests=guests)
        again = cls(team="19:a@thread.tacv2", name="Regio Oost", counting=3, joined=("Bram Visser",), left=("Tess Dekker",))
        return (fresh, again)


def names(people: tuple[str, ...]) -> str:
    """Return names in a sentence, at most eight of them."""
    more = len(people) - MOST_NAMES
    return listing([*people[:MOST_NAMES], *([f"nog {more}"] if more > 0 else [])])
