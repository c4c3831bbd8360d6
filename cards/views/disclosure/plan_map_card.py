"""The plan map of a terrain beside what companies answered, for governments: totals, difference, and each company."""

from typing import Self

from cards.colours import Colour
from cards.formats import plural
from cards.verbs import Verb
from cards.views.card import Button, Card, Fact, FactGroup, Frozen
from cards.views.chart import Bar, BarChart
from cards.views.plain import read_buttons, read_groups, read_lines


class CompanyEntry(Frozen):
    """One company: its name, what it will ask in sentences, and for the project team what it agreed to."""

    name: str
    lines: tuple[str, ...]
    consents: str = ""


class PlanMapCard(Card):
    """Figures per year, a chart of the year that counts, the difference in words, and companies; `more` are not on the card.

    `scope` says for whom it is, `about` what it is about. Without a plan map it is the card of the grid operator.
    """

    wide = True

    terrain: str
    scope: str
    about: str = "Plankaart"
    words: tuple[str, ...] = ()
    chart: BarChart | None = None
    groups: tuple[FactGroup, ...] = ()
    companies: tuple[CompanyEntry, ...] = ()
    more: int = 0
    remarks: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return f"{self.about} van {self.terrain}"

    @property
    def rest(self) -> str:
        """Return how many companies are not on the card; an empty text when all are."""
        return f"Er {'is' if self.more == 1 else 'zijn'} nog {plural(self.more, 'bedrijf', 'bedrijven')}." if self.more else ""

    def plain(self) -> str:
        """Return the card as text; the chart as its table."""
        chart = read_lines(self.chart.caption, *(f"{name}: {value}" for name, value in self.chart.rows)) if self.chart else ""
        companies = (read_lines(one.name, *one.lines, one.consents) for one in self.companies)
        heading = "De bedrijven" if self.companies else ""
        return read_lines(
            self.scope, self.title, *self.words, chart, read_groups(self.groups), heading, *companies, self.rest,
            *self.remarks, read_buttons(self.buttons),
        )  # fmt: skip

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return a plan map beside answers as the project team sees it, and one without figures and companies."""
        chart = BarChart(title="Vermogen om te laden in 2030", unit="kW", bars=(
            Bar(name="Plankaart", colour=Colour.BESIDE, value=2400),
            Bar(name="Meteen", colour=Colour.AT_ONCE, value=1100),
            Bar(name="Gespreid", colour=Colour.SPREAD, value=380),
        ))  # fmt: skip
        groups = (FactGroup(title="2030", facts=(
            Fact(label="Plankaart", value="2.400 kW", remark="60 voertuigen"),
            Fact(label="Antwoorden, meteen", value="1.100 kW", remark="8 bedrijven, 22 voertuigen"),
            Fact(label="Antwoorden, gespreid", value="380 kW"),
            Fact(label="Ruimte op het net", value="900 kW"),
        )),)  # fmt: skip
        companies = (
            CompanyEntry(
                name="Jansen Transport", lines=("2030: 4 elektrisch, meteen 200 kW, gespreid 60 kW.", "Aansluiting: past."),
                consents="Akkoord met: totaal, gemeente.",
            ),
            CompanyEntry(name="Bakker Logistiek", lines=("2030: 8 elektrisch, meteen 400 kW, gespreid 120 kW.",)),
        )  # fmt: skip
        again = Button(title="Volgende bedrijven", verb=Verb.SAY, data={"text": "plankaart demo-01 2"})
        full = cls(
            terrain="Hessenpoort (Zwolle)", scope="Indicatie. Vertrouwelijk: alleen voor overheden.",
            words=("De plankaart rekent in 2030 met 1.300 kW meer dan deze bedrijven meteen vragen.",), chart=chart,
            groups=groups, companies=companies, more=3, remarks=("Deel deze kaart niet met bedrijven.",), buttons=(again,),
        )  # fmt: skip
        empty = cls(terrain="Marslanden (Zwolle)", scope="Indicatie.", words=("De plankaart heeft hier nog geen cijfers.",))
        line = "Aansluiting: groot. Contract: 400 kW. Hoogste gebruik nu: 150 kW."
        seen = CompanyEntry(name="Jansen Transport", lines=(*companies[0].lines, line))
        operator = cls(
            terrain="Hessenpoort (Zwolle)", about="Laadvraag", scope="Indicatie. Vertrouwelijk: alleen voor de netbeheerder.",
            words=("1 bedrijf deelt dit met de netbeheerder.",),
            groups=(FactGroup(title="2030", facts=(Fact(label="Meteen", value="200 kW", remark="1 bedrijf, 4 voertuigen"),)),),
            companies=(seen,),
        )  # fmt: skip
        return (full, empty, operator)
