"""What a company's vehicles will ask of its connection: the card it gets right after the intake."""

from collections.abc import Iterator, Sequence
from typing import Literal, Self

from cards.colours import Colour
from cards.verbs import Verb
from cards.views.card import BUTTON, ROW, Button, Card, Fact, FactGroup, Frozen
from cards.views.chart import Bar, BarChart
from cards.views.plain import read_buttons, read_groups, read_lines

Tone = Literal["good", "accent", "warning", "emphasis"]  # not red: a verdict is nobody's mistake

# The examples: an invented company that grows out of its connection, and one that said little.
CHART = BarChart(
    title="Hoogste vermogen om te laden", unit="kW",
    bars=(
        Bar(name="2030 meteen", colour=Colour.AT_ONCE, value=600),
        Bar(name="2030 gespreid", colour=Colour.SPREAD, value=182),
        Bar(name="Uw ruimte", colour=Colour.BESIDE, value=250),
    ),
)  # fmt: skip
GROUPS = (
    FactGroup(title="Nu", facts=(Fact(label="Stroom om te laden", value="Geen"),)),
    FactGroup(title="In 2030", facts=(
        Fact(label="Stroom per dag", value="2.190 kWh", remark="1.500 tot 3.200"),
        Fact(label="Meteen laden", value="600 kW", remark="340 tot 800"),
        Fact(label="Gespreid laden", value="182 kW", remark="120 tot 270"),
        Fact(label="Past het?", value="Alleen gespreid", remark="waarschijnlijk"),
    )),
)  # fmt: skip
TAPS = (
    Button(title="Minder voertuigen", verb=Verb.OUTLOOK, data={"intake": "6f1c", "side": "result", "turn": "fewer"}),
    Button(title="Gespreid", verb=Verb.OUTLOOK, data={"intake": "6f1c", "side": "result", "turn": "spread"}),
    Button(title="Met mijn buren", verb=Verb.OUTLOOK, data={"intake": "6f1c", "side": "result", "turn": "neighbours"}),
)
DECIDE = Button(title="Beantwoord dit", verb=Verb.OUTLOOK, data={"intake": "6f1c", "side": "decide"}, primary=True)
BUTTONS = (
    Button(title="Waar wij mee rekenen", verb=Verb.OUTLOOK, data={"intake": "6f1c", "side": "basis"}),
    Button(title="Op papier", verb=Verb.SAY, data={"text": "mijn laadvraag op papier"}),
)


class FirstThing(Frozen):
    """The first useful step: a title and what to do."""

    title: str
    text: str


class CompanyOutlook(Card):
    """One sentence in a coloured box, what decides it, one chart with the taps that redraw it, and one step; the rest may wait.

    `decides` names the questions whose answers could change the sentence, which `decide` asks; `changed` says what a tap
    changed, beside what it was.
    """

    wide = True

    label: str
    title: str
    verdict: str
    tone: Tone
    decides: tuple[str, ...] = ()
    decide: Button | None = None
    changed: tuple[str, ...] = ()
    chart: BarChart | None = None
    taps: tuple[Button, ...] = ()
    first: FirstThing
    explained: tuple[str, ...] = ()
    groups: tuple[FactGroup, ...] = ()
    lines: tuple[str, ...] = ()
    sharpen_title: str = ""
    sharpen: tuple[str, ...] = ()
    costs: FactGroup | None = None
    cost_lines: tuple[str, ...] = ()
    note: str = ""

    @property
    def tap_rows(self) -> tuple[tuple[Button, ...], ...]:
        """Return the taps in as few rows as a phone has room for."""
        return tuple(in_rows(self.taps))

    @property
    def decides_title(self) -> str:
        return "Dit beslist nog:" if self.decides else ""

    def plain(self) -> str:
        """Return the outlook as text; the chart as its table."""
        chart = read_lines(self.chart.caption, *(f"{name}: {value}" for name, value in self.chart.rows)) if self.chart else ""
        decide = (self.decide,) if self.decide else ()
        return read_lines(
            self.label, self.title, self.verdict, self.decides_title, *self.decides, *self.changed, chart,
            self.first.title, self.first.text, *self.explained, read_groups(self.groups), *self.lines,
            self.sharpen_title, *self.sharpen, read_groups((self.costs,) if self.costs else ()), *self.cost_lines,
            self.note, read_buttons((*decide, *self.taps, *self.buttons)),
        )  # fmt: skip

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return an outlook with everything on it, and one that is not possible yet."""
        full = cls(
            label="Indicatie op basis van uw antwoorden", title="Uw laadvraag",
            verdict="Spreiden scheelt u 418 kW. Dan past 2030 waarschijnlijk.", tone="accent",
            decides=("Trekkers: kilometers per werkdag", "Hoogste gebruik 's nachts"), decide=DECIDE,
            changed=("In 2030 vraagt gespreid laden 182 kW. Meteen laden vroeg 600 kW.",),
            chart=CHART, taps=TAPS, groups=GROUPS,
            explained=("kWh is hoeveel stroom u laadt. kW is hoeveel stroom u op één moment nodig heeft.",),
            lines=("Uw ruimte is 250 kW: wat u mag gebruiken min uw hoogste gebruik nu.",),
            first=FirstThing(title="Uw eerste stap: zelf spreiden", text="Kies laadpunten die de stroom zelf verdelen."),
            sharpen_title="Dit maakt uw indicatie scherper", sharpen=("Trekkers: kilometers per werkdag",),
            costs=FactGroup(title="Wat het kost in 2030", facts=(
                Fact(label="10 laadpunten van 100 kW", value="250.000 tot 500.000 euro", remark="eenmalig"),)),
            cost_lines=("Dit is een orde van grootte, zonder btw.",),
            note="Wij rekenen met een gewone werkdag in de winter. Zonnestroom telt niet mee.",
            buttons=BUTTONS,
        )  # fmt: skip
        none = cls(
            label="Indicatie op basis van uw antwoorden", title="Uw laadvraag", verdict="Geen schatting mogelijk.",
            tone="emphasis", first=FirstThing(title="Uw eerste stap: vul aan", text="Vertel ons hoeveel voertuigen u heeft."),
        )  # fmt: skip
        return full, none


def in_rows(buttons: Sequence[Button]) -> Iterator[tuple[Button, ...]]:
    """Yield buttons beside each other as far as a phone shows their words whole."""
    row: tuple[Button, ...] = ()
    for button in buttons:
        if row and sum(len(one.title) + BUTTON for one in (*row, button)) > ROW:
            yield row
            row = ()
        row = (*row, button)
    if row:
        yield row
