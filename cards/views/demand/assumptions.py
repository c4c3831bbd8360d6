"""Everything the charging model works with for one company: each number with where it comes from, and a way to change it."""

from typing import Annotated, Self

from pydantic import Field

from cards.verbs import Verb
from cards.views.card import BOX, Button, Card, Choice, Frozen
from cards.views.overview import CHOOSE_FIRST
from cards.views.plain import read_buttons, read_choices, read_lines


class Assumption(Frozen):
    """One number: what it is, its value, and where it comes from."""

    label: str
    value: str
    source: str

    def plain(self) -> str:
        """Return the number and its source, each on a line."""
        return f"{self.label}: {self.value}\n{self.source}"


class Assumed(Frozen):
    """The numbers of one group, such as a vehicle class."""

    title: str
    numbers: tuple[Assumption, ...]


class Assumptions(Card):
    """Groups of numbers with their sources, rules in words, and a list to pick what to change (ADJUST, input "question")."""

    wide = True

    intake: str
    title: str
    lines: tuple[str, ...] = ()
    groups: tuple[Assumed, ...] = ()
    rules_title: str = ""
    rules: tuple[str, ...] = ()
    pick: Annotated[tuple[Choice, ...], Field(min_length=1)]
    pick_label: str = "Rekent u liever met iets anders?"

    @property
    def change(self) -> Button:
        return Button(title="Wijzig dit", verb=Verb.ADJUST, data={"intake": self.intake})

    @property
    def opens(self) -> Button:
        """Return the button that asks for the list as a card of its own, where it has no room here."""
        return Button(title=self.pick_label, verb=Verb.ADJUST, data={"intake": self.intake, "part": BOX})

    @property
    def asking(self) -> Self:
        """Return the list alone."""
        return type(self)(title=self.title, intake=self.intake, pick=self.pick, pick_label=CHOOSE_FIRST)

    @property
    def actions(self) -> tuple[Button, ...]:
        return (
            Button(title="Terug naar mijn laadvraag", verb=Verb.OUTLOOK, data={"intake": self.intake, "side": "result"}),
            Button(title="Mijn antwoorden", verb=Verb.SAY, data={"text": "overzicht"}),
        )

    def plain(self) -> str:
        numbers = (
            read_lines(group.title, *(f"{one.label}: {one.value}\n{one.source}" for one in group.numbers))
            for group in self.groups
        )
        return read_lines(
            self.title, *self.lines, *numbers, self.rules_title, *self.rules, self.pick_label, read_choices("Kies", self.pick),
            read_buttons((self.change, *self.actions)),
        )  # fmt: skip

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return the numbers of an invented company."""
        numbers = (
            Assumption(
                label="Verbruik per km", value="1,3 kWh (0,92 tot 1,7)", source="Aanname. ICCT 2025, 91 e-trekkers in gebruik."
            ),
            Assumption(label="Kilometers per werkdag", value="160 km", source="Uw antwoord."),
        )
        whole = cls(
            intake="6f1c", title="Waar wij mee rekenen", lines=("Tussen haakjes staat hoe laag en hoe hoog het kan zijn.",),
            groups=(Assumed(title="Uw trekkers", numbers=numbers),), rules_title="Zo rekenen wij",
            rules=("Elk elektrisch voertuig dat hier laadt, heeft een eigen laadpunt.",),
            pick=(Choice(value="tractor.kwh_per_km", title="Trekkers: verbruik per km"),),
        )  # fmt: skip
        return (whole,)
