"""Who could help whom: pairs of companies, what it solves, and why."""

from typing import Self

from cards.formats import plural
from cards.verbs import Verb
from cards.views.card import Button, Card, Frozen
from cards.views.plain import read_buttons, read_lines


class Pair(Frozen):
    """Two companies: who helps whom, what that solves, and the reasons."""

    title: str
    solves: str
    reasons: tuple[str, ...]


class ChanceCard(Card):
    """Pairs, what solves most first; `more` pairs are not on the card. `scope` says who may see this."""

    wide = True

    terrain: str
    scope: str
    lines: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    more: int = 0
    remarks: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return f"Kansen op {self.terrain}"

    @property
    def rest(self) -> str:
        """Return how many pairs are not on the card; an empty text when all are."""
        return f"Er {'is' if self.more == 1 else 'zijn'} nog {plural(self.more, 'kans', 'kansen')}." if self.more else ""

    def plain(self) -> str:
        pairs = (read_lines(pair.title, pair.solves, *pair.reasons) for pair in self.pairs)
        return read_lines(self.scope, self.title, *self.lines, *pairs, self.rest, *self.remarks, read_buttons(self.buttons))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return a few pairs, and a terrain without any."""
        pairs = (
            Pair(
                title="Bakker Logistiek kan Jansen Transport helpen", solves="Dit lost 60 kW tekort op.",
                reasons=(
                    "Jansen Transport komt stroom tekort van 18:00 tot 23:00. Bakker Logistiek heeft dan over.",
                    "Bakker Logistiek heeft 4 vrije plekken. Jansen Transport komt plekken tekort.",
                ),
            ),
            Pair(
                title="De Boer Opslag kan Bakker Logistiek helpen", solves="Goed voor 20 kW zonnestroom.",
                reasons=("De Boer Opslag heeft overdag zonnestroom over.",),
            ),
        )  # fmt: skip
        sheet = Button(title="Factsheet", verb=Verb.SAY, data={"text": "factsheet demo-01"})
        full = cls(
            terrain="Hessenpoort (Zwolle)", scope="Indicatie. Alleen van bedrijven die dit met elkaar willen delen.",
            pairs=pairs, more=2, remarks=("Zonnestroom is een eigen aanname.",), buttons=(sheet,),
        )  # fmt: skip
        none = cls(terrain="Marslanden (Zwolle)", scope="Indicatie.", lines=("Wij zien nu nog geen kansen.",))
        return (full, none)
