"""A few questions about a terrain that lead to a route, and the route that followed with its reason."""

from typing import Self

from cards.verbs import Verb
from cards.views.card import Button, Card, Choice
from cards.views.plain import read_buttons, read_choices, read_lines


class RouteCard(Card):
    """Questions as open choices ("found": what holds here) and how long to wait when nothing does ("until").

    `known` is the route that holds now, as sentences; without questions only that is shown.
    """

    title: str
    lines: tuple[str, ...] = ()
    alarm: str = ""
    known: tuple[str, ...] = ()
    found: tuple[Choice, ...] = ()
    chosen: tuple[str, ...] = ()
    until: tuple[Choice, ...] = ()
    waits: str = ""

    @property
    def found_label(self) -> str:
        return "Wat geldt hier? Kies alles wat klopt."

    @property
    def until_label(self) -> str:
        return "Klopt niets? Kies dan wanneer wij opnieuw kijken."

    @property
    def ticked(self) -> str:
        """Return what is ticked, as Teams wants it."""
        return ",".join(self.chosen)

    def plain(self) -> str:
        asked = (
            (self.found_label, read_choices("Kies", self.found), self.until_label, read_choices("Kies", self.until))
            if self.found
            else ()
        )
        return read_lines(self.title, *self.lines, self.alarm, *self.known, *asked, read_buttons(self.buttons))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return the questions, and a route that was chosen."""
        asking = cls(
            title="Route",
            lines=("Hessenpoort (Zwolle)",),
            alarm="Dit terrein was uitgesteld tot 1 september 2026.",
            known=("Nu: koude aanpak, uitgesteld.",),
            found=(
                Choice(value="broad", title="Er loopt een breed initiatief. Zoals een Smart Energy Hub."),
                Choice(value="company", title="Er is warm contact met één bedrijf."),
            ),
            chosen=("company",),
            until=(Choice(value="3", title="Over 3 maanden"), Choice(value="6", title="Over 6 maanden")),
            waits="6",
            buttons=(Button(title="Bewaar", verb=Verb.ROUTE, data={"terrain": "3456", "revision": "3"}, primary=True),),
        )
        chosen = cls(
            title="Route: warm contact met één bedrijf",
            lines=("Hessenpoort (Zwolle)",),
            known=("Er is warm contact met één logistiek bedrijf.", "Dat bedrijf helpt de aanpak te introduceren."),
            buttons=(Button(title="Status", verb=Verb.VIEW, data={"terrain": "3456", "view": "status"}),),
        )
        return (asking, chosen)
