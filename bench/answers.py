"""An answer to every question of the intake, as people type it and as a card sends it: from the declarations themselves."""

from domain.intake.question import AnswerKind, Question

# Valid together, and such that no page leaves a single question over: that one would be asked in text.
NUMBERS = {
    "total": 12,
    "electric_now": 2,
    "electric_2030": 8,
    "electric_2035": 12,
    "km_per_day": 120,
    "days": 5,
    "at_night": 100,
    "contracted_kw": 250,
    "physical_kw": 630,
    "peak_kw": 180,
}
TEXTS = {"kvk": "12345678", "email": "fatima@jansen.example", "name": "Jansen Transport", "others": "niemand"}
OTHERS = {
    AnswerKind.YES_NO: "no",
    AnswerKind.MONTH: "maart 2026",
    AnswerKind.TERRAIN: "Marslanden",  # in demo/terreinen.csv, and like no other name there
}


def last_part(question: Question) -> str:
    """Return the name without its section or vehicle class."""
    return question.name.rpartition(".")[2]


def typed(question: Question) -> str:
    """Return the answer as somebody types it."""
    match question.kind:
        case AnswerKind.YES_NO:
            return "nee"
        case AnswerKind.CHOICE | AnswerKind.CHOICES:
            return question.options[-1].label
        case _:
            return entered(question)


def entered(question: Question) -> str:
    """Return the answer as the input of a card sends it."""
    match question.kind:
        case AnswerKind.NUMBER:
            value = str(NUMBERS.get(last_part(question), int(question.rule.ge or 0)))
        case AnswerKind.CHOICE | AnswerKind.CHOICES:
            value = question.options[-1].value
        case AnswerKind.CLOCK:
            value = "06:30" if last_part(question) == "out" else "18:15"
        case AnswerKind.TEXT:
            value = TEXTS.get(last_part(question), "Zo gaat het bij ons.")
        case kind:
            value = OTHERS[kind]
    return value
