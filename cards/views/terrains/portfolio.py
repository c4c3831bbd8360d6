"""The portfolio: a page of terrains with how far they are, one to open, and the way to the next page."""

from typing import Self

from cards.verbs import Verb
from cards.views.card import Button, Card, Choice, Frozen
from cards.views.plain import read_buttons, read_choices, read_lines


class PortfolioLine(Frozen):
    """One terrain: its name, how far it is, and what is late."""

    title: str
    text: str
    late: str = ""


class Portfolio(Card):
    """A page of the list; `pick` becomes a compact list ("terrain") of those on the page."""

    wide = True

    title: str
    lines: tuple[str, ...] = ()
    rows: tuple[PortfolioLine, ...] = ()
    pick: tuple[Choice, ...] = ()
    closing: tuple[str, ...] = ()

    @property
    def pick_label(self) -> str:
        return "Welk terrein wilt u openen?"

    def plain(self) -> str:
        rows = (read_lines(row.title, row.text, row.late) for row in self.rows)
        pick = (self.pick_label, read_choices("Kies", self.pick)) if self.pick else ()
        return read_lines(self.title, *self.lines, *rows, *pick, *self.closing, read_buttons(self.buttons))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return a page in the middle, and an empty one."""
        data = {"query": "{}", "page": "2"}
        page = cls(
            title="Terreinen",
            lines=("23 terreinen: te laat, gemeente Zwolle.", "U ziet 9 tot en met 10."),
            rows=(
                PortfolioLine(
                    title="Hessenpoort (Zwolle)",
                    text="Stap 2, Startbijeenkomst, sinds 3 november 2026. Warm terrein. Noor de Wit.",
                    late="Te laat sinds 3 januari 2027",
                ),
                PortfolioLine(title="Marslanden (Zwolle)", text="Nog niet begonnen."),
            ),
            pick=(Choice(value="3456", title="Hessenpoort (Zwolle)"), Choice(value="3457", title="Marslanden (Zwolle)")),
            closing=("Bijgewerkt op 23 november 2026, 14:05.",),
            buttons=(
                Button(title="Open", verb=Verb.PARKS_PICK, data={"do": "open"}, primary=True),
                Button(title="Volgende", verb=Verb.PARKS, data={**data, "do": "list"}),
            ),
        )
        return (page, cls(title="Mijn terreinen", lines=("Er is geen terrein dat hieraan voldoet.",)))
