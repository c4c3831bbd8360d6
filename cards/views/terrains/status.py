"""How a terrain is doing: its step against the norm, what is late, its companies, and what is sensible to do next."""

from typing import Self

from pydantic import Field

from cards.verbs import Verb
from cards.views.card import Button, Card, Fact, FactGroup, Frozen
from cards.views.plain import read_buttons, read_groups, read_lines

# The examples.
PLAN = FactGroup(
    title="Stappenplan",
    facts=(
        Fact(label="Stap", value="2, Startbijeenkomst", remark="sinds 3 november 2026"),
        Fact(label="Norm", value="klaar tussen 3 december 2026 en 3 januari 2027"),
        Fact(label="Lijst", value="3 van 5 gedaan"),
        Fact(label="Route", value="Warm contact met het terrein"),
        Fact(label="Regisseur", value="Noor de Wit"),
    ),
)
COMPANIES = FactGroup(
    title="Bedrijven",
    facts=(
        Fact(label="Benaderd", value="40", remark="van 52 bekende bedrijven"),
        Fact(label="Intake", value="14 begonnen, 9 kort klaar, 4 helemaal klaar"),
    ),
)
CONTACT = FactGroup(title="Uw terrein", facts=(Fact(label="Volgende sessie", value="1 december 2026, 10:00"),))


class Todo(Frozen):
    """Something sensible to do, and why."""

    text: str
    hint: str = ""


class Status(Card):
    """A terrain at one moment. `late` stands out; `todo` is what to do next, most pressing first; `closing` says what the
    figures are, and `shared` what the card carries when it was dropped in a chat of others.
    """

    wide = True

    title: str
    lines: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    groups: tuple[FactGroup, ...] = ()
    todo: tuple[Todo, ...] = ()
    closing: tuple[str, ...] = ()
    shared: dict[str, str] = Field(default_factory=dict)

    @property
    def again(self) -> dict[str, str]:
        """Return what it carries to be asked for anew."""
        return self.shared

    @property
    def todo_title(self) -> str:
        return "Nu te doen"

    def plain(self) -> str:
        todo = (read_lines(f"{place}. {one.text}", one.hint) for place, one in enumerate(self.todo, start=1))
        return read_lines(
            self.title,
            *self.lines,
            *self.late,
            *((self.todo_title, *todo) if self.todo else ()),
            read_groups(self.groups),
            *self.closing,
            read_buttons(self.buttons),
        )

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return a terrain that is late, and one as a company sees it."""
        late = cls(
            title="Hessenpoort (Zwolle)",
            lines=("Wij werken hier actief aan.",),
            late=("Te laat: stap 2 had klaar moeten zijn op 3 januari 2027.",),
            groups=(PLAN, COMPANIES),
            todo=(
                Todo(text="Plan de startsessie.", hint="Er staat nog geen sessie gepland."),
                Todo(text="Nodig meer bedrijven uit."),
            ),
            closing=("Bijgewerkt op 23 november 2026, 14:05.",),
            buttons=(
                Button(title="Plan de sessie", verb=Verb.SAY, data={"text": "sessie 3456"}, primary=True),
                Button(title="Stappenplan", verb=Verb.VIEW, data={"terrain": "3456", "view": "step"}),
            ),
        )
        ours = cls(title="Hessenpoort (Zwolle)", lines=("Op dit terrein loopt het onderzoek.",), groups=(CONTACT,))
        return (
            late,
            ours,
            cls(title="Hessenpoort (Zwolle)", groups=(CONTACT,), shared={"terrain": "3456", "seen": "1f0c", "seal": "9d2e"}),
        )
