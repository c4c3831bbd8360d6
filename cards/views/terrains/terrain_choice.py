"""Which terrain was meant: the names that look most like what was typed, and a list to search in."""

from typing import Self

from cards.verbs import Verb
from cards.views.card import MOST_BUTTONS, Button, Card, Choice
from cards.views.plain import read_buttons, read_choices, read_lines

MOST_OFFERED = MOST_BUTTONS - 1  # one button is for the list


class TerrainChoice(Card):
    """A choice whose press carries out `command` for the terrain chosen, with `rest` behind it.

    `offered` become buttons (TERRAIN); `listed` begins a list ("terrain") with
    a button of its own (FIND); Teams searches further in it while one types.
    """

    lines: tuple[str, ...]
    command: str
    rest: str = ""
    offered: tuple[Choice, ...] = ()
    listed: tuple[Choice, ...] = ()

    @property
    def search_label(self) -> str:
        return "Of zoek een ander terrein" if self.offered else "Zoek het terrein"

    @property
    def search_hint(self) -> str:
        return "Typ een deel van de naam"

    @property
    def actions(self) -> tuple[Button, ...]:
        """Return a button per terrain, and one for the list."""
        carried = {"command": self.command, "rest": self.rest}
        chosen = (
            Button(title=one.title, verb=Verb.TERRAIN, data={**carried, "terrain": one.value})
            for one in self.offered[:MOST_OFFERED]
        )
        search = (Button(title="Kies dit terrein", verb=Verb.FIND, data=carried),) if self.listed else ()
        return (*chosen, *search)

    def plain(self) -> str:
        listed = (self.search_label, read_choices(self.search_hint, self.listed)) if self.listed else ()
        return read_lines(*self.lines, *listed, read_buttons(self.actions))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return two namesakes with a list, a name that looks like one, and a list alone."""
        offered = (Choice(value="9004", title="De Wilgenkamp (Apeldoorn)"), Choice(value="9005", title="De Wilgenkamp (Almelo)"))
        return (
            cls(
                lines=("Er zijn meer terreinen met deze naam.", "Welk terrein bedoelt u?"),
                command="uitnodigen",
                rest="Jansen Transport",
                offered=offered,
                listed=(Choice(value="9001", title="Zilverhoek (Zwolle)"),),
            ),
            cls(lines=("Ik ken “wilgekamp” niet. Bedoelt u dit terrein?",), command="status", offered=offered[:1]),
            cls(lines=("Welk terrein bedoelt u?",), command="status", listed=offered),
        )
