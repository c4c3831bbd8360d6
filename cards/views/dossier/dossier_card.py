"""What was written down: the dossier of a terrain, of a company, or one's own actions, with a list to open one."""

from typing import Self

from pydantic import model_validator

from cards.verbs import Verb
from cards.views.card import MOST_BUTTONS, Button, Card, Choice, Frozen
from cards.views.plain import read_buttons, read_choices, read_lines


class DossierItem(Frozen):
    """One entry or event on a line, with a remark below it; `late` stands out."""

    text: str
    remark: str = ""
    late: bool = False


class DossierSection(Frozen):
    """Items under a heading."""

    title: str
    items: tuple[DossierItem, ...]


class DossierCard(Card):
    """Sections of items, a list to choose one of them from ("entry": number and revision), and at most four buttons.

    Beside the list are "Open", and the button that closes what was chosen, called by `end`; `back` says
    which list this is, so that it can be shown anew.
    """

    wide = True

    title: str
    lines: tuple[str, ...] = ()
    sections: tuple[DossierSection, ...] = ()
    pick: tuple[Choice, ...] = ()
    end: str = "Afsluiten"
    back: str = ""

    @model_validator(mode="after")
    def leave_room_for_the_list(self) -> Self:
        """Refuse more buttons than fit beside those of the list."""
        if self.pick and len(self.buttons) > MOST_BUTTONS - len(self.choosing):
            raise ValueError("with a list to pick from there is room for four buttons")
        return self

    @property
    def pick_label(self) -> str:
        return "Kies wat u wilt openen of afsluiten."

    @property
    def choosing(self) -> tuple[Button, ...]:
        return (
            Button(title="Open", verb=Verb.ENTRY_OPEN),
            Button(title=self.end, verb=Verb.ENTRY_END, data={"do": "close", "back": self.back}),
        )

    def plain(self) -> str:
        sections = (
            read_lines(section.title, *(read_lines(item.text, item.remark) for item in section.items))
            for section in self.sections
        )
        pick = (self.pick_label, read_choices("Kies", self.pick)) if self.pick else ()
        buttons = (*(self.choosing if self.pick else ()), *self.buttons)
        return read_lines(self.title, *self.lines, *sections, *pick, read_buttons(buttons))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return the dossier of a terrain, and one with nothing in it yet."""
        note = Button(title="Notitie", verb=Verb.ENTRY_NEW, data={"kind": "contact", "terrain": "3456", "about": ""})
        older = Button(title="Ouder", verb=Verb.HISTORY, data={"terrain": "3456", "before": "12"})
        full = cls(
            title="Dossier Hessenpoort (Zwolle)",
            lines=("Laatste contact: 20 november 2026.",),
            sections=(
                DossierSection(
                    title="Open acties",
                    items=(
                        DossierItem(text="12. Marieke bellen", remark="Noor de Wit, klaar op 20 november 2026", late=True),
                        DossierItem(text="14. Zaal regelen", remark="Bram Kok"),
                    ),
                ),
                DossierSection(
                    title="Wat er gebeurde",
                    items=(DossierItem(text="Notitie 11 toegevoegd", remark="23 november 2026, Noor de Wit"),),
                ),
            ),
            pick=(Choice(value="12:1", title="Actie 12: Marieke bellen"), Choice(value="11:2", title="Notitie 11: Gebeld")),
            back="dossier 3456",
            buttons=(note, older),
        )
        return (full, cls(title="Dossier Broeklanden (Hardenberg)", lines=("Hier staat nog niets in.",), buttons=(note,)))
