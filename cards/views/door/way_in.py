"""A way in for one more device: a link, and the square of it for the telephone that is at hand."""

from typing import Self

from pydantic import model_validator

from cards.pixels import rectangle
from cards.views.card import Card
from cards.views.plain import read_lines

SHAPE = "data:image/png;base64,"


class WayIn(Card):
    """What the link does and how long it works. `url` is an address of ours, `picture` the square of it."""

    title: str
    lines: tuple[str, ...]
    url: str
    picture: str

    @model_validator(mode="after")
    def draw_only_ours(self) -> Self:
        """Refuse a picture from elsewhere."""
        if not self.picture.startswith(SHAPE):
            raise ValueError("a square is in the card itself")
        return self

    @property
    def words(self) -> str:
        """Return what whoever does not see the square reads."""
        return "Een vierkant met deze link, om te scannen met uw telefoon."

    @property
    def opens(self) -> str:
        return "Open de link"

    def plain(self) -> str:
        return read_lines(self.title, *self.lines, f"{self.opens}: {self.url}")

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return the link of somebody who goes on with their telephone."""
        return (
            cls(
                title="Verder op een ander apparaat",
                lines=("Scan het vierkant, of open de link op dat apparaat.", "De link werkt één keer, tot 30 november 2026."),
                url="https://laadmaat.voorbeeld.example/gesprek/l/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                picture=rectangle(180, 180, "000000"),
            ),
        )
