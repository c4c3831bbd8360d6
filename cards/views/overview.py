"""Everything at a glance: the summary before confirming, "mijn gegevens", and other lists of facts."""

from typing import Self

from pydantic import model_validator

from cards.verbs import Verb
from cards.views.card import BOX, MOST_BUTTONS, Button, Card, Choice, Fact, FactGroup
from cards.views.plain import read_buttons, read_choices, read_groups, read_lines

CHOOSE_FIRST = "Kies eerst in de lijst wat u wilt wijzigen."

# Above this a card of two columns would not fit in 28 KB.
ROOMY = 40

# The examples: an invented company with few vehicles, and one with many.
COMPANY = (
    FactGroup(
        title="Uw bedrijf",
        facts=(
            Fact(label="Naam van uw bedrijf", value="Jansen Transport"),
            Fact(label="Bedrijventerrein", value="Hessenpoort"),
            Fact(label="KvK-nummer", value="Overgeslagen"),
        ),
    ),
    FactGroup(
        title="Uw trekkers: nu en straks",
        facts=(
            Fact(label="Trekkers (met oplegger)", value="12 stuks"),
            Fact(label="Elektrisch in 2030", value="4 stuks", remark="schatting"),
            Fact(label="Terug op het terrein", value="18:30"),
            Fact(label="Hoogste gebruik nu", value="Weet ik niet"),
        ),
    ),
)
FLEET = tuple(
    FactGroup(
        title=f"Laden van uw {vehicles}",
        facts=(
            Fact(label="Terug op het terrein", value="17:00", remark="schatting"),
            Fact(label="Weer weg", value="06:30"),
            Fact(label="Dagen per week", value="5 dagen"),
            Fact(label="Staat hier 's nachts", value="80%"),
            Fact(label="Overdag laden", value="Soms"),
            Fact(label="Meerdaagse ritten", value="10%", remark="schatting"),
            Fact(label="Laadpunten nu", value="2 stuks"),
            Fact(label="Vermogen per laadpunt", value="22 kW"),
        ),
    )
    for vehicles in ("bestelwagens", "lichte vrachtwagens", "bakwagens", "trekkers")
)
SITE = FactGroup(
    title="Ruimte op uw terrein",
    facts=(
        Fact(label="Vrije laadplekken", value="6 plekken", remark="schatting"),
        Fact(label="Eigendom of huur", value="Huur"),
    ),
)
PICK = (
    Choice(value="company.name", title="Naam van uw bedrijf"),
    Choice(value="company.terrain", title="Bedrijventerrein"),
    Choice(value="tractor.total", title="Trekkers (met oplegger)"),
    Choice(value="tractor.electric_2030", title="Uw trekkers: Elektrisch in 2030"),
)


class Overview(Card):
    """Groups of facts, optionally a list to pick a question to change from, and buttons (at most five with `pick`).

    `pick` becomes a compact ChoiceSet with input id "question" and a button "Wijzig dit" (CHANGE).
    """

    wide = True

    title: str
    lines: tuple[str, ...] = ()
    groups: tuple[FactGroup, ...] = ()
    pick: tuple[Choice, ...] = ()
    pick_label: str = "Wilt u iets wijzigen?"
    closing: tuple[str, ...] = ()

    @model_validator(mode="after")
    def leave_room_for_change(self) -> Self:
        """Refuse a sixth button beside "Wijzig dit"."""
        if self.pick and len(self.buttons) == MOST_BUTTONS:
            raise ValueError("with a list to pick from there is room for five buttons")
        return self

    @property
    def change(self) -> Button:
        return Button(title="Wijzig dit", verb=Verb.CHANGE)

    @property
    def opens(self) -> Button:
        """Return the button that asks for the list as a card of its own, where it has no room here."""
        return Button(title=self.pick_label, verb=Verb.CHANGE, data={"part": BOX})

    @property
    def asking(self) -> Self:
        """Return the list alone."""
        return type(self)(title=self.title, pick=self.pick, pick_label=CHOOSE_FIRST)

    @property
    def dense(self) -> bool:
        """Say whether there are too many facts for two columns."""
        return sum(len(group.facts) for group in self.groups) > ROOMY

    def plain(self) -> str:
        pick = (self.pick_label, read_choices("Kies", self.pick)) if self.pick else ()
        buttons = (*((self.change,) if self.pick else ()), *self.buttons)
        return read_lines(self.title, *self.lines, read_groups(self.groups), *self.closing, *pick, read_buttons(buttons))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return the summary of a short intake, that of a long one, and the last card of the intake."""
        confirm = Button(title="Ja, dit klopt", verb=Verb.CONFIRM, data={"revision": "7"}, primary=True)
        consents = Button(title="Toestemming", verb=Verb.SAY, data={"text": "toestemming"})
        own = Button(title="Mijn antwoorden", verb=Verb.SAY, data={"text": "overzicht"})
        lines = ("Kijk het even na. Klopt het? Bevestig het dan.",)
        summary = cls(
            title="Uw antwoorden", lines=lines, groups=COMPANY, pick=PICK, buttons=(confirm, consents),
            closing=("Uw antwoorden zijn al bewaard.",),
        )  # fmt: skip
        last = cls(title="Dank u wel", lines=("Uw antwoorden zijn bewaard.", "U hoort van ons."), buttons=(own,))
        return (summary, summary.model_copy(update={"groups": (*COMPANY, *FLEET, SITE)}), last)
