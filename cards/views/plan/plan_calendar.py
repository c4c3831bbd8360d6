"""The whole step plan of a terrain as a calendar, and moving to another step."""

from typing import Self

from cards.verbs import Verb
from cards.views.card import Button, Card, Choice, Frozen
from cards.views.plain import read_buttons, read_choices, read_lines


class CalendarLine(Frozen):
    """One step with when it was, or is expected; `now` for the one the terrain is in."""

    title: str
    when: str
    now: bool = False

    @property
    def words(self) -> str:
        """Return the title, marked when it is the current one."""
        return f"▶ {self.title}" if self.now else self.title


class PlanCalendar(Card):
    """Every step with its dates; `pick` becomes a list ("step"), `why` a field for a reason ("why")."""

    wide = True

    title: str
    lines: tuple[str, ...] = ()
    alarm: str = ""
    steps: tuple[CalendarLine, ...]
    pick: tuple[Choice, ...] = ()
    chosen: str = ""
    why: str | None = None
    closing: tuple[str, ...] = ()

    @property
    def pick_label(self) -> str:
        return "Naar welke stap wilt u?"

    @property
    def why_label(self) -> str:
        return "Waarom?"

    def plain(self) -> str:
        steps = (f"{line.words}: {line.when}" for line in self.steps)
        pick = (self.pick_label, read_choices("Kies", self.pick)) if self.pick else ()
        why = () if self.why is None else (self.why_label, self.why)
        return read_lines(self.title, *self.lines, self.alarm, *steps, *self.closing, *pick, *why, read_buttons(self.buttons))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return the calendar of a terrain in its second step, and that of one that can go nowhere."""
        steps = (
            CalendarLine(title="0. Inventarisatie", when="klaar, 2 maart tot 20 maart 2026"),
            CalendarLine(title="1. Voorbereiding", when="verwacht klaar op 20 april 2026", now=True),
            CalendarLine(title="2. Startbijeenkomst", when="verwacht klaar tussen 20 mei en 20 juni 2026"),
            CalendarLine(title="7. Evaluatie", when="aan het einde, en kort na elke stap"),
        )
        data = {"terrain": "3456", "revision": "7"}
        buttons = (
            Button(title="Ga naar deze stap", verb=Verb.STEP, data={**data, "do": "go"}),
            Button(title="Doe deze stap opnieuw", verb=Verb.STEP, data={**data, "do": "repeat"}),
        )
        pick = (Choice(value="0", title="0. Inventarisatie"), Choice(value="1", title="1. Voorbereiding"))
        moving = cls(
            title="Stappenplan",
            lines=("Hessenpoort (Zwolle)",),
            alarm="Waarom gaat u terug?",
            steps=steps,
            pick=pick,
            chosen="0",
            why="Nieuw initiatief",
            closing=("Deze dagen zijn een indicatie.",),
            buttons=buttons,
        )
        return (moving, cls(title="Stappenplan", steps=steps[:2]))
