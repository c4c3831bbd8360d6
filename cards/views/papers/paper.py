"""A paper behind a link that expires."""

from typing import Self

from cards.views.card import Card
from cards.views.plain import read_lines


class PaperLink(Card):
    """What the paper is, how long its link works, and who can open it. `url` is an address of ours."""

    name: str
    description: str = ""
    until: str
    url: str

    @property
    def title(self) -> str:
        return "Bestand openen"

    @property
    def remark(self) -> str:
        """Return how long it can be opened, and by whom."""
        return f"De link werkt tot {self.until}. Iedereen met deze link kan het bestand openen."

    def plain(self) -> str:
        return read_lines(self.name, self.description, self.remark, f"{self.title}: {self.url}")

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return one with, and one without a description."""
        link = cls(
            name="Factsheet Hessenpoort.pdf",
            description="De laadvraag van Hessenpoort op één bladzijde.",
            until="24 november 2026, 10:00",
            url="https://laadmaat.voorbeeld.example/papers/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        )
        return (link, link.model_copy(update={"description": ""}))
