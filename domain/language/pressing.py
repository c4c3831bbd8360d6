"""Words that press: companies are asked, never pushed. What the law says may be said, and so may that something is not needed."""

import re
from collections.abc import Iterator

from domain.language.fault import FaultKind, WordFault

YOU = "u|je|jij|jullie|iedereen|elk bedrijf|ieder bedrijf|elke ondernemer|bedrijven|ondernemers"
THREATS = (
    "bent|blijft|gaat|heeft|kan|kunt|krijgt|komt|loopt|mist|mag|moet|raakt|staat|valt|verliest|vist|wordt|zit|zult|is|zijn|hebben|"
    "kunnen|krijgen|missen|lopen|staan|ben|heb|kun|krijg|loop|mis|sta|zal"
)
SHOUT = re.compile(r"[!?]{2,}|!")
MUST = re.compile(rf"\b(?:(?:{YOU}) (?:moet|moeten)|(?:moet|moeten) (?:{YOU}))\b")
OBLIGED = re.compile(r"\b(?:verplicht|verplichte|verplichten|verplichting|verplichtingen)\b")
OR_ELSE = re.compile(rf"(?:^|[,;] ?| want | of )(?:want |of )?anders (?:{THREATS})\b")
LAST = re.compile(
    r"\b(?:laatste (?:kans|mogelijkheid|oproep)|nu of nooit|op is op|op=op|vol is vol|vol=vol|wees er snel bij|dringend"
    r"|wacht niet|mis (?:het|dit|deze|de|uw|geen)|(?:u|je|jij|jullie) (?:mist|missen)|(?:mist|missen|mis) (?:u|je|jij|jullie)"
    r"|loopt u (?:het|dit|deze) mis|(?:het|is) te laat|achter het net|nog maar \d+ plek|haast u|zonder uw?\b[^.]{0,30} lukt)"
)
DENIED = re.compile(r"\b(?:niet|niets|geen|nooit|niemand|nergens|hoeft|hoeven|zonder|vrijwillig)\b")
LAW = re.compile(
    r"\b(?:wet|wetten|wettelijk|wettelijke|avg|europese|eu|regeling|verordening|vergunning|besluit|artikel|rechter)\b"
)

NOT_SHOUTED = "Met een uitroepteken klinkt het alsof u roept. Een punt is genoeg."
NOT_MUST = "Dit klinkt als druk. Een bedrijf kiest zelf of het meedoet."
NOT_OBLIGED = "Meedoen is vrij. Zeg alleen dat iets verplicht is als dat in de wet staat."
NOT_ELSE = "Dit klinkt als een dreigement. Vertel liever wat meedoen brengt."
NOT_LAST = "Dit jaagt op. Geef een bedrijf de tijd om te kiezen."


def presses(piece: str, start: int) -> Iterator[WordFault]:
    """Yield where a sentence presses; `piece` is in small letters, `start` where it begins in the text."""

    def fault(kind: FaultKind, found: re.Match[str], why: str) -> WordFault:
        return WordFault(kind, start + found.start(), start + found.end(), why)

    denied, law, asks = DENIED.search(piece) is not None, LAW.search(piece) is not None, piece.rstrip("\"')").endswith("?")
    for found in SHOUT.finditer(piece):
        if "!" in found[0]:
            yield fault(FaultKind.SHOUTED, found, NOT_SHOUTED)
    rules = (
        (MUST, NOT_MUST, denied or law or asks),
        (OBLIGED, NOT_OBLIGED, denied or law or asks),
        (OR_ELSE, NOT_ELSE, False),
        (LAST, NOT_LAST, False),
    )
    for pattern, why, allowed in rules:
        for found in () if allowed else pattern.finditer(piece):
            if not is_denied_just_before(piece, found.start()):
                yield fault(FaultKind.PRESSURE, found, why)


def is_denied_just_before(piece: str, place: int) -> bool:
    """Say whether "geen" or "niet" stands right before a place, perhaps with one short word between: "niet uw laatste kans"."""
    return any(word in {"niet", "geen", "nooit"} for word in piece[max(0, place - 14) : place].split()[-2:])
