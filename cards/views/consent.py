"""Consent: deciding per purpose, and seeing later what was decided."""

from cards.views.card import Button, Card, Frozen


class ConsentQuestion(Frozen):
    """One decision: an expanded ChoiceSet ja/nee with input id `purpose`, values "yes"/"no", nothing chosen beforehand
    (`chosen` only when the person decided before)."""

    purpose: str
    title: str
    question: str
    recipient: str
    until: str
    chosen: str = ""


class ConsentForm(Card):
    """The five sharing purposes on one card; button "Opslaan" (DECIDE with intake, revision). Unanswered is nee for now,
    and refusing costs nothing: the card says both."""

    template = "consent_form"

    intake: str
    revision: int
    progress: str = ""
    questions: tuple[ConsentQuestion, ...]


class ConsentRow(Frozen):
    """One decision as it stands: `state` "Ja", "Nee" or "Nog niet gekozen", `details` when and for which text, and at
    most one button that gives or withdraws."""

    title: str
    question: str
    recipient: str
    state: str
    details: str
    button: Button | None = None


class ConsentOverview(Card):
    """All decisions of a company; a button in each row, six at most."""

    template = "consent_overview"

    rows: tuple[ConsentRow, ...]
    note: str = ""
