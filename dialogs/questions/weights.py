"""Vehicles with their weight beside them: "4 bakwagens van 7,5 ton" and "twee twaalftonners" are of the class of that weight."""

import re

from dialogs.dutch.quantities import written_out
from dialogs.dutch.typed import tidy
from domain.intake.vehicles import HEAVIEST, MANY_CLASSES, NAMES, WORDS, VehicleClass, class_of_weight

TONNE = 1000
# Makes and words that name no class by themselves, and do with a weight.
OF_ANY_WEIGHT = ("bakkie", "atego", "actros", "canter", "eurocargo", "iveco", "scania", "daf", "volvo", "renault", "tgl", "tgm")
NAMED = sorted({*(name for names in NAMES.values() for name in names), *MANY_CLASSES, *OF_ANY_WEIGHT}, key=len, reverse=True)
ONE = r"(?:\b(?P<number>een|1) )?"
NAME = rf"(?P<name>(?:(?:kleine|lichte|grote|zware|middelgrote) )?(?:{'|'.join(NAMED)})(?:s|'s|en|sen|n|je|jes|tje|tjes)?)"
KILOS, TONNES = r"(?:kg|kilo|kilogram)", r"(?:ton|tons|t)"
UNTIL = r"(?:tot|tot en met|t/m|onder|beneden|minder dan|lichter dan|hooguit|maximaal|max|niet zwaarder dan|<=?)"
ABOVE = r"(?:boven|over|meer dan|zwaarder dan|vanaf|>=?)"
AMOUNT = r"\d{1,3}(?:[.,]\d{3}|[.,]\d)?|\d{4,5}"
WEIGHT = (
    rf"(?:(?:de |a |allemaal |allen |elk |die |zijn |ze |wegen |max(?:imaal)? |zo'n |ongeveer )*)"
    rf"(?P<side>{UNTIL}|{ABOVE})?(?: de)? ?"
    rf"(?:(?P<least>{AMOUNT}) ?(?:{KILOS}|{TONNES})? ?(?:tot|a|-|en) ?)?(?P<most>{AMOUNT}) ?(?P<unit>{KILOS}|{TONNES})\b"
    r"(?! (?:per|lading|vracht|laadvermogen|goederen|brood|co2|meel|stroom|euro|aan|op een dag))"
)
# A name with its weight behind it; a number with one, where the name is left out; "7,5-tonners"; "een 12 tons bakwagen".
BEHIND = re.compile(rf"{ONE}\b{NAME},?(?: (?:van|met|tussen))? {WEIGHT}")
ALONE = re.compile(rf"(?P<number>\b\d{{1,4}}|\been|\b1) (?:stuks )?(?:van|onder|boven)(?= ?(?:de )?\d) ?{WEIGHT}")
TONNER = re.compile(rf"{ONE}(?P<most>{AMOUNT}) ?-? ?tonn?ers?(?:tje|tjes)?\b")
TONS = re.compile(rf"{ONE}(?P<most>{AMOUNT}) ?-? ?(?:ton|tons|t) {NAME}\b")
JOINED = re.compile(r"\b(?P<number>[a-z]{3,24}?)(?=-?ton(?:ner|s\b))")
WEIGHED = re.compile(r"ton|\d ?t\b|kilo|kg")


def by_weight(text: str) -> str:
    """Return a text in which vehicles with a weight are called as the class of that weight is; any other as it was.

    What is drawn by a tractor stays one, whatever it weighs. A weight on both sides of a boundary says nothing.
    """
    typed = tidy(text)
    if not typed or not WEIGHED.search(typed):
        return text
    said = written_out(JOINED.sub(lambda found: f"{written_out(found['number'])} ", typed))
    told = said
    for pattern in (BEHIND, TONS, TONNER, ALONE):
        told = pattern.sub(called_by_weight, told)
    return text if told == said else told


def called_by_weight(found: re.Match[str]) -> str:
    """Return the words for one class, in the place of a name and a weight."""
    parts = found.groupdict()
    name, number = parts.get("name") or "", f"{parts['number']} ".replace("een ", "1 ") if parts.get("number") else ""
    if name and any(name.startswith(one) for one in NAMES[VehicleClass.TRACTOR]):
        return f"{number}{name}"
    least, most = kilos(parts.get("least"), parts.get("unit")), kilos(parts["most"], parts.get("unit"))
    classes = {class_of_weight(one) for one in (least, most) if one}
    if re.fullmatch(ABOVE, parts.get("side") or ""):
        classes = {class_of_weight(most + 1), VehicleClass.RIGID}
    if len(classes) > 1 and least and least in HEAVIEST.values():
        classes = {class_of_weight(least + 1), class_of_weight(most)}
    return f"{number}{WORDS[classes.pop()].many}" if len(classes) == 1 else found[0]


def kilos(said: str | None, unit: str | None) -> float:
    """Return a weight in kilograms; without a unit it is in tonnes. 0 for none."""
    if not said:
        return 0
    if re.fullmatch(KILOS, unit or ""):
        return float(re.sub(r"[.,](?=\d{3})", "", said).replace(",", "."))
    return float(said.replace(",", ".")) * TONNE
