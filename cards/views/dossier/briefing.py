"""The briefing for an individual talk: its points in order, each with what is known about this company."""

from typing import Self

from cards.verbs import Verb
from cards.views.card import Button, Card, Fact, Frozen
from cards.views.overview import ROOMY
from cards.views.plain import read_buttons, read_facts, read_lines


class BriefingPoint(Frozen):
    """One point of the talk: what to do there, facts, and sentences of what is known."""

    title: str
    advice: str
    facts: tuple[Fact, ...] = ()
    items: tuple[str, ...] = ()


class Briefing(Card):
    """All points of the talk, also those about which nothing is known. `closing`: how to talk, and where figures come from."""

    wide = True

    title: str
    lines: tuple[str, ...] = ()
    points: tuple[BriefingPoint, ...]
    closing: tuple[str, ...] = ()

    @property
    def dense(self) -> bool:
        """Say whether there are too many facts for two columns."""
        return sum(len(point.facts) for point in self.points) > ROOMY

    def plain(self) -> str:
        points = (
            read_lines(f"{place}. {point.title}", point.advice, read_facts(point.facts), *point.items)
            for place, point in enumerate(self.points, start=1)
        )
        return read_lines(self.title, *self.lines, *points, *self.closing, read_buttons(self.buttons))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return a talk with a company of which much is known."""
        points = (
            BriefingPoint(
                title="Koffie",
                advice="Maak kennis. Vraag hoe het met het bedrijf gaat.",
                facts=(Fact(label="Contact", value="Fatima Jansen", remark="Eigenaar of directeur"),),
                items=("Laatste contact: 20 november 2026, telefoon.",),
            ),
            BriefingPoint(
                title="De laadvraag van dit bedrijf",
                advice="Vraag door en toon begrip. Geef nog geen oplossing.",
                facts=(
                    Fact(label="Trekkers (met oplegger)", value="12 stuks"),
                    Fact(label="Grootste probleem", value="Geen stroom"),
                ),
            ),
        )
        note = Button(title="Gesprek vastleggen", verb=Verb.ENTRY_NEW, data={"kind": "contact", "about": "i:1"}, primary=True)
        talk = cls(
            title="Gesprek met Jansen Transport",
            lines=("Hessenpoort (Zwolle). Reken op 30 minuten.",),
            points=points,
            closing=("Luister. Spreek een probleem niet tegen.",),
            buttons=(note,),
        )
        return (talk,)
