"""The words of headers: what a column is of, told by its name, in Dutch and English."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class MeterFlow(StrEnum):
    """Which way energy went."""

    USE = "use"  # from the grid
    BACK = "back"  # to the grid
    MADE = "made"  # by own panels, behind the meter
    NET = "net"  # use less what was fed back


_SKIPPED = re.compile(
    r"kvar|\bkva\b|blind|reacti|\bm3\b|\bgas\b|gasverbr|\bgj\b|warmte|\bwater|prijs|price|kosten|\bcosts?\b|\btax\b|epex|tempera|"
    r"tariefcode|euro|max w\b|\bcos\b|\bvolt|amp[eè]re|\bl[123]\b|\bco2\b|factor"
)
_NET = re.compile(r"\bnetto\b|\bnet\b|saldo|minus|balans")
_BACK = re.compile(r"terug|invoed|injec|export|return|gelvr|feed ?in|\b2\.8\.|\b28[012]\b|\b270\b|16280|\bodn\b")
_MADE = re.compile(r"opwek|opgewek|produc|generat|yield|\bpv\b|\bzon\b|zonne|solar")
_USE = re.compile(
    r"afname|verbr|levering|import|consum|offtake|usage|gebruik|belasting|vermogen|energ|ele[ck]tri|stroom|volume|waarde|value|"
    r"stand|reading|\bk?wh?\b|\bmwh?\b|piek|demand|power|\b1\.8\.|\b18[012]\b|\b170\b|16180|\bodn?\b|totaal|total"
)
_BEST_USE = re.compile(r"afname|import|grid|offtake|levering|1\.8\.|16180")
_REGISTER = re.compile(r"stand|reading|cumul|teller|\bregister\b")
_POWER = re.compile(r"vermogen|belasting|power|demand|\b[km]?w\b")
_OBIS = re.compile(r"\b[12]\.8\.[0-9]\b")
_TARIFF = re.compile(
    r"\bt ?[12]\b|laag|hoog|normaal|\bdal\b|\bdag\b|nacht|\bday\b|night|\blow\b|\bhigh\b|tar\w* ?[12]\b|[12]\.8\.[12]|"
    r"\b[12]8[12]\b|\b[12]\b"
)
_UNIT = re.compile(r"\b(mwh|kwh|wh|mw|kw|w)\b")
_TIME = re.compile(
    r"datum|\bdate|\btijd|tijdstip|\btime|timestamp|\buur\b|\bhour\b|moment|periode|kwartier|\bvan\b|vanaf|\btot\b|begin|eind|"
    r"\bstart|\bend\b|from|until|\bto\b|\bdag\b|\bday\b|interval|meettijd|opname"
)
_BEGIN = re.compile(r"\bvan\b|vanaf|begin|\bstart|\bfrom\b")
_END = re.compile(r"\btot\b|eind|\bend\b|until|\bto\b|t m\b")
TOTALS = re.compile(r"\s*(tota+l|sum\b|som\b|subtot|maxim|minim|gemid|average|mean\b|max\b|min\b|grand)", re.IGNORECASE)

# How many kWh (or kW) one of a unit is.
UNITS = {"mwh": 1000.0, "kwh": 1.0, "wh": 0.001, "mw": 1000.0, "kw": 1.0, "w": 0.001}


@dataclass(frozen=True, slots=True)
class Heading:
    """What the name of a column (or the name of a register in a row) says. `unit` is empty when it does not say."""

    words: str
    flow: MeterFlow | None
    skipped: bool
    unit: str
    tariff: bool
    register: bool
    power: bool
    best: bool

    @property
    def is_obis(self) -> bool:
        """Say whether it is a register by its number, which is always in kWh."""
        return bool(_OBIS.search(self.words))

    @property
    def is_total(self) -> bool:
        return bool(re.search(r"totaal|total|[12]\.8\.0", self.words))

    @property
    def generic(self) -> bool:
        """Say whether it names no more than that there is a value: other cells tell of what."""
        return bool(re.fullmatch(r"(?:value|waarde|volume|hoeveelheid|aantal|verbruik|usage|k?wh|kw| )+", self.words))


def spelled(name: str) -> str:
    """Return a name in lower case without accents, with spaces for everything between words."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.sub(r"([kM])W", lambda found: f" {found[1].lower()}w", name[:200]))
    plain = unicodedata.normalize("NFKD", parted.replace("³", "3")).encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"[^a-z0-9.]+", " ", plain).split())


def heading_of(name: str) -> Heading:
    """Return what a name says."""
    words = spelled(name)
    unit = _UNIT.search(words)
    power = bool(_POWER.search(words)) if unit is None else unit[1] in ("w", "kw", "mw")
    return Heading(
        words,
        _flow(words),
        bool(_SKIPPED.search(words)),
        unit[1] if unit else "",
        bool(_TARIFF.search(words)),
        bool(_REGISTER.search(words)),
        power,
        bool(_BEST_USE.search(words)),
    )


def _flow(words: str) -> MeterFlow | None:
    for flow, pattern in (
        (MeterFlow.NET, _NET), (MeterFlow.BACK, _BACK), (MeterFlow.MADE, _MADE), (MeterFlow.USE, _USE),
    ):  # fmt: skip
        if pattern.search(words):
            return flow
    return None


def is_time(name: str) -> bool:
    """Say whether a column may hold times, by its name."""
    return bool(_TIME.search(spelled(name)))


def side_of(name: str) -> str:
    """Return "begin" or "end" when a name says which end of the interval it is, else nothing."""
    words = spelled(name)
    begins, ends = bool(_BEGIN.search(words)), bool(_END.search(words))
    return "" if begins == ends else "begin" if begins else "end"
