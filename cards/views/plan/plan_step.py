"""One step of the plan on a terrain: what it is for, its list to tick, and completing it or taking up the next."""

from typing import Self

from cards.verbs import Verb
from cards.views.card import Button, Card, Choice, Fact
from cards.views.plain import read_buttons, read_choices, read_facts, read_lines


class PlanStepCard(Card):
    """A step with its list. `items` become open choices ("items"), those in `ticked` ticked; `proven` are done by
    themselves. A `why`, even an empty one, is a field for a reason ("why"); `alarm` stands out.
    """

    wide = True

    title: str
    lines: tuple[str, ...] = ()
    alarm: str = ""
    facts: tuple[Fact, ...] = ()
    items: tuple[Choice, ...] = ()
    ticked: tuple[str, ...] = ()
    proven: tuple[str, ...] = ()
    why: str | None = None

    @property
    def items_label(self) -> str:
        return "Wat is klaar?"

    @property
    def why_label(self) -> str:
        return "Reden"

    @property
    def chosen(self) -> str:
        """Return what is ticked, as Teams wants it."""
        return ",".join(self.ticked)

    def plain(self) -> str:
        items = (self.items_label, read_choices("Kies", self.items)) if self.items else ()
        why = () if self.why is None else (self.why_label, self.why)
        alarm = (self.alarm,) if self.alarm else ()
        facts = read_facts(self.facts)
        return read_lines(self.title, *self.lines, *alarm, facts, *self.proven, *items, *why, read_buttons(self.buttons))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return a step that runs, the same when its completion wants a reason, and one that is complete."""
        data = {"terrain": "3456", "revision": "7"}
        save = Button(title="Bewaar de lijst", verb=Verb.STEP, data={**data, "do": "save"})
        done = Button(title="Rond stap 1 af", verb=Verb.STEP, data={**data, "do": "complete"}, primary=True)
        runs = cls(
            title="Stap 1: Voorbereiding",
            lines=(
                "Hessenpoort (Zwolle)",
                "De laadbehoefte, betrokkenen en ruimte kennen. Samen met de gemeente een route kiezen.",
            ),
            facts=(
                Fact(label="Norm", value="klaar op 3 december 2026"),
                Fact(label="Resultaat", value="overzicht van betrokkenen en gekozen route"),
            ),
            items=(
                Choice(value="municipality", title="Oriëntatiegesprek met de gemeente gevoerd (moet)"),
                Choice(value="operator", title="Netbeheerder gesproken, als die tijd heeft"),
            ),
            ticked=("municipality",),
            proven=("✓ Route gekozen",),
            buttons=(save, done),
        )
        again = runs.model_copy(update={"why": "Volgt", "alarm": "Nog open: wie erbij hoort. Waarom rondt u dan af?"})
        begin = Button(title="Begin stap 2", verb=Verb.STEP, data={**data, "do": "enter", "step": "2"}, primary=True)
        return (runs, again, cls(title="Stap 1 is afgerond", lines=("Dat was op 2 april 2026.",), buttons=(begin,)))
