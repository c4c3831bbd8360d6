"""What was read of a meter, before anything is kept; and what is kept of it afterwards."""

from typing import Self

from cards.verbs import Verb
from cards.views.card import Button, Card, Fact
from cards.views.plain import read_buttons, read_facts, read_lines


class MeterCard(Card):
    """A conclusion with the figures it rests on. `wrong` are values that do not count, by line; `closing` says what is kept."""

    title: str
    lines: tuple[str, ...]
    facts: tuple[Fact, ...]
    remarks: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()

    def plain(self) -> str:
        told = (*self.remarks, *self.wrong, *self.closing)
        return read_lines(self.title, *self.lines, read_facts(self.facts), *told, read_buttons(self.buttons))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return a year that can be used, one day with faults, and one whose peak is not known."""
        data = {"intake": "5b0c", "file": "6f1c"}
        facts = tuple(
            Fact(label=label, value=value)
            for label, value in (
                ("Meter", "Eindigt op 0127"),
                ("Periode", "1 januari 2025 tot en met 31 december 2025"),
                ("Afgenomen", "369.311 kWh"),
                ("Teruggeleverd", "12.044 kWh, op zijn hoogst 66 kW"),
                ("Hoogste gebruik", "80 kW op 12 maart 2025, 21:15"),
                ("Ontbreekt", "Niets"),
            )
        )
        keep = (
            Button(title="Klopt, gebruik dit", verb=Verb.METER, data={**data, "do": "keep"}, primary=True),
            Button(title="Nee", verb=Verb.METER, data={**data, "do": "drop"}),
        )
        kept = (
            "Ik bewaar alleen twee dagen: een gewone winterdag en de dag met uw hoogste gebruik.",
            "Dat zijn 3 november 2025 en 12 maart 2025.",
            "Die tellen 2 jaar. Het bestand bewaar ik niet.",
        )
        year = cls(
            title="Dit las ik", lines=("Er is nog niets bewaard. Klopt dit?",), facts=facts, closing=kept, buttons=keep,
            remarks=("U typte eerder 120 kW als hoogste gebruik. Dat blijft staan, maar de meting telt.",),
        )  # fmt: skip
        faults = cls(
            title="Dit las ik", lines=("Er is nog niets bewaard. Klopt dit?",), facts=facts[:5], closing=kept, buttons=keep,
            remarks=("In de winter kan uw gebruik hoger zijn.",),
            wrong=("Regel 12: tekst in plaats van een getal.", "Regel 68: een lege waarde."),
        )  # fmt: skip
        flat = cls(
            title="Dit las ik",
            lines=("Ik kan dit bestand niet gebruiken. Elke dag is gelijk over de kwartieren verdeeld.",),
            facts=(*facts[:3], Fact(label="Hoogste gebruik", value="Onbekend")),
        )
        return year, faults, flat
