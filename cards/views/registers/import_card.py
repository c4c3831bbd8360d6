"""What an import would do: counts, what was assumed, the first refused rows, and for contacts where they come from."""

from typing import Self

from cards.verbs import Verb
from cards.views.card import Button, Card, Choice, Fact
from cards.views.plain import read_buttons, read_choices, read_facts, read_lines


class ImportCard(Card):
    """A dry run. With `grounds` it asks where the contacts come from ("source") and why they may be used ("ground").

    `more` is a sentence about rows that are not on the card.
    """

    title: str
    lines: tuple[str, ...] = ()
    facts: tuple[Fact, ...]
    remarks: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    more: str = ""
    grounds: tuple[Choice, ...] = ()

    @property
    def source_label(self) -> str:
        return "Waar komen deze contacten vandaan?"

    @property
    def source_example(self) -> str:
        return "Bijvoorbeeld: Handelsregister"

    @property
    def ground_label(self) -> str:
        return "Op welke grond mogen wij ze gebruiken?"

    def plain(self) -> str:
        asked = (self.source_label, self.source_example, self.ground_label, read_choices("Kies", self.grounds))
        told = (*self.remarks, *self.refusals, self.more, *(asked if self.grounds else ()))
        return read_lines(self.title, *self.lines, read_facts(self.facts), *told, read_buttons(self.buttons))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return one that can be carried out and asks, and one with refused rows."""
        facts = tuple(
            Fact(label=label, value=value)
            for label, value in (("Nieuw", "120"), ("Gewijzigd", "3"), ("Ongewijzigd", "1.045"), ("Geweigerd", "0"))
        )
        data = {"file": "6f1c", "digest": "9a3e"}
        ready = cls(
            title="Proef: bedrijven uit lijst.xlsx",
            lines=("Er is nog niets opgeslagen.",),
            facts=facts,
            remarks=("Let op: bij 4 KvK-nummers ontbrak de 0 vooraan. Wij zetten die ervoor.",),
            grounds=(
                Choice(value="gerechtvaardigd belang", title="Gerechtvaardigd belang"),
                Choice(value="toestemming", title="Toestemming"),
            ),
            buttons=(
                Button(title="Voer uit", verb=Verb.IMPORT, data=data, primary=True),
                Button(title="Niet uitvoeren", verb=Verb.IMPORT_NOT, data=data),
            ),
        )
        refused = cls(
            title="Proef: terreinen uit terreinen.csv",
            lines=("Er is niets opgeslagen. Verbeter deze regels en stuur het bestand opnieuw.",),
            facts=(*facts[:3], Fact(label="Geweigerd", value="12")),
            refusals=("Regel 2, kolom ha_netto: '-1' is negatief. Gebruik een getal van 0 of meer.",),
            more="Alle 12 fouten staan in het bestand hieronder.",
        )
        return (ready, refused)
