"""What a company's vehicles will ask of its connection: the card it gets right after the intake."""

from typing import Literal, Self

from cards.colours import Colour
from cards.verbs import Verb
from cards.views.card import Button, Card, Fact, FactGroup, Frozen
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
BUTTONS = (
    Button(title="Maak het scherper", verb=Verb.OUTLOOK, data={"intake": "6f1c", "side": "sharpen"}, primary=True),
    Button(title="Waar wij mee rekenen", verb=Verb.OUTLOOK, data={"intake": "6f1c", "side": "basis"}),
    Button(title="Mijn antwoorden", verb=Verb.SAY, data={"text": "overzicht"}),
)


class FirstThing(Frozen):
    """The first useful step: a title and what to do."""

    title: str
    text: str


class CompanyOutlook(Card):
    """The verdict in a coloured box, the chart, the numbers as text, the room, the first step, and what would sharpen it."""

    wide = True

    label: str
    title: str
    verdict: str
    tone: Tone
    chart: BarChart | None = None
    explained: tuple[str, ...] = ()
    groups: tuple[FactGroup, ...] = ()
    lines: tuple[str, ...] = ()
    first: FirstThing
    sharpen_title: str = ""
    sharpen: tuple[str, ...] = ()
    note: str = ""

    def plain(self) -> str:
        """Return the outlook as text; the chart as its table."""
        chart = read_lines(self.chart.caption, *(f"{name}: {value}" for name, value in self.chart.rows)) if self.chart else ""
        return read_lines(
            self.label, self.title, self.verdict, chart, *self.explained,
            read_groups(self.groups), *self.lines, self.first.title, self.first.text, self.sharpen_title, *self.sharpen,
            self.note, read_buttons(self.buttons),
        )  # fmt: skip

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return an outlook with everything on it, and one that is not possible yet."""
        full = cls(
            label="Indicatie op basis van uw antwoorden", title="Uw laadvraag",
            verdict="In 2035 past laden waarschijnlijk niet in uw aansluiting, ook niet als u het spreidt.", tone="warning",
            chart=CHART, groups=GROUPS,
            explained=("kWh is hoeveel stroom u laadt. kW is hoeveel stroom u op één moment nodig heeft.",),
            lines=("Uw ruimte is 250 kW: wat u mag gebruiken min uw hoogste gebruik nu.",),
            first=FirstThing(title="Uw eerste stap: praat met uw buren", text="Samen heeft u vaak minder vermogen nodig."),
            sharpen_title="Dit maakt het scherper", sharpen=("Trekkers: kilometers per werkdag",),
            note="Wij rekenen met een gewone werkdag in de winter. Zonnestroom telt niet mee.",
            buttons=BUTTONS,
        )  # fmt: skip
        none = cls(
            label="Indicatie op basis van uw antwoorden", title="Uw laadvraag", verdict="Geen schatting mogelijk.",
            tone="emphasis", first=FirstThing(title="Uw eerste stap: vul aan", text="Vertel ons hoeveel voertuigen u heeft."),
        )  # fmt: skip
        return full, none
