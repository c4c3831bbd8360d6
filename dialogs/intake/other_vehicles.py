"""Answers that name other vehicles than are asked about: "3 trekkers" is no number of vans, however well it reads."""

import re

from dialogs.dutch.typed import tidy
from domain.intake.question import AnswerKind, Question
from domain.intake.vehicles import WORDS, VehicleClass

# Only names that can be no other class: of "vrachtwagens" nobody knows which are meant.
NAMES = {
    VehicleClass.VAN: re.compile(r"\b(?:bestel(?:wagen|bus|auto)|busje)"),
    VehicleClass.LIGHT_TRUCK: re.compile(r"\b(?:lichte|kleine) (?:vrachtwagen|vrachtauto|truck)"),
    VehicleClass.RIGID: re.compile(r"\b(?:bakwagen|zware vrachtwagen)"),
    VehicleClass.TRACTOR: re.compile(r"\btrekker"),
}
CLASSES = {vehicles.value: vehicles for vehicles in VehicleClass}


def about_others(question: Question, text: str) -> str:
    """Say what the question is about, when the text names other vehicles; else nothing."""
    asked = CLASSES.get(question.name.split(".", 1)[0])
    if asked is None or question.kind is AnswerKind.TEXT or text.isdecimal():
        return ""
    typed = tidy(text)
    others = any(name.search(typed) for vehicles, name in NAMES.items() if vehicles is not asked)
    return f"Deze vraag gaat alleen over {WORDS[asked].many}." if others else ""
