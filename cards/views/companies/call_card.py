"""One company to call, on a phone between two cars: whom, the number, what is new, what to ask, and one tap for what came."""

from typing import Self

from cards.verbs import Verb
from cards.views.card import Button, Card, Fact
from cards.views.plain import read_buttons, read_facts, read_lines

NEW, ASKS, DIAL = "Nieuw voor dit bedrijf", "Vraag", "Bel dit nummer"


class CallCard(Card):
    """`said` is what was just kept; `why` this company comes now; `source` what must be said at the first contact; `rest` may
    wait.
    """

    said: tuple[str, ...] = ()
    title: str
    why: str
    who: str = ""
    number: str
    source: str = ""
    news: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    rest: tuple[Fact, ...] = ()

    @property
    def link(self) -> str:
        """Return what a telephone dials, empty for what is no number. Teams on a desktop takes no such link: there one copies."""
        digits = "".join(letter for letter in self.number if letter in "+0123456789")
        return f"tel:{digits}" if digits else ""

    def plain(self) -> str:
        news = (f"{NEW}:", *self.news) if self.news else ()
        asks = (f"{ASKS}:", *self.asks) if self.asks else ()
        dial = DIAL if self.link else ""
        return read_lines(
            " ".join(self.said), self.title, self.why, self.who, self.number, dial, self.source, *news, *asks,
            read_facts(self.rest), read_buttons(self.buttons),
        )  # fmt: skip

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return a first call to a company of the register, and one to a company that is on its way."""
        first = cls(
            title="De Vries Koeltransport",
            why="Genoemd door Jansen Transport. Dat mag u zeggen. Nog nooit gesproken.",
            who="Piet de Vries, bedrijfsleider",
            number="06 12345678",
            source="Zeg eerst hoe u aan het nummer komt: Handelsregister. Grond: gerechtvaardigd belang.",
            news=("12 november 2026: Startsessie gepland op 14 januari 2027, 19:30.",),
            asks=("Wilt u meedoen? Wij vullen de korte vragen nu samen in, in 2 minuten.",),
            buttons=taps("Intake nu", "intake"),
        )
        later = cls(
            said=("Bewaard. De Vries Koeltransport: niet bereikt.", "Bellijst Hessenpoort (Zwolle). Hierna nog 3 bedrijven."),
            title="Jansen Transport",
            why="Afgesproken: bel weer op 23 november 2026.",
            who="Fatima Jansen, eigenaar of directeur",
            number="038 1234567",
            news=("20 november 2026: Begonnen met stap 2, verkennen.",),
            asks=("Komt u? Startsessie, 14 januari 2027, 19:30.",),
            rest=(
                Fact(label="Laatste contact", value="2 november 2026, telefoon", remark="Wil eerst met de chauffeurs praten."),
                Fact(label="Ook nieuw", value="18 november 2026: er zijn cijfers op de factsheet."),
                Fact(label="Ook vragen", value="Hoeveel trekkers staan er nu bij u?"),
                Fact(label="Ook vragen", value="Welk bedrijf moet volgens u ook meedoen?"),
                Fact(label="Wacht op antwoord", value="gevraagd op 19 november 2026, 10:12"),
            ),
            buttons=taps("Gesprek", "talk"),
        )
        return (first, later)


def taps(title: str, do: str) -> tuple[Button, ...]:
    """Return the buttons of an example."""
    given = {"Gesproken": "talked", "Niet bereikt": "missed", "Bel later": "later", "Wil niet": "refuses", title: do}
    data = {"terrain": "t-1", "company": "r:1"}
    return tuple(
        Button(title=one, verb=Verb.CALL, data={**data, "do": what}, primary=what == "talked") for one, what in given.items()
    )
