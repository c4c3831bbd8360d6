"""Consent: deciding per purpose, and seeing later what was decided."""

from typing import Self

from pydantic import model_validator

from cards.verbs import Verb
from cards.views.card import MOST_BUTTONS, Button, Card, Choice, Frozen
from cards.views.plain import read_buttons, read_choices, read_lines

YES_OR_NO = (Choice(value="yes", title="Ja"), Choice(value="no", title="Nee"))


class ConsentQuestion(Frozen):
    """One decision: an expanded ChoiceSet ja/nee with input id `purpose`, values "yes"/"no", nothing chosen beforehand
    (`chosen` only when the person decided before).
    """

    purpose: str
    title: str
    question: str
    recipient: str
    until: str
    chosen: str = ""

    @property
    def terms(self) -> str:
        """Return who sees it and until when."""
        return f"Wie ziet dit: {self.recipient}. Geldig tot: {self.until}."


class ConsentForm(Card):
    """The five sharing purposes on one card; button "Opslaan" (DECIDE with intake, revision). Unanswered is nee for now,
    and refusing costs nothing: the card says both.
    """

    wide = True

    intake: str
    revision: int
    progress: str = ""
    questions: tuple[ConsentQuestion, ...]

    @property
    def title(self) -> str:
        return "Wat mogen wij delen?"

    @property
    def lines(self) -> tuple[str, ...]:
        return (
            "U kiest zelf, per onderwerp. Nee zeggen kost u niets.",
            "Kiest u nog niet? Dan is het voorlopig nee. U kunt dit altijd wijzigen.",
        )

    @property
    def choices(self) -> tuple[Choice, ...]:
        return YES_OR_NO

    @property
    def actions(self) -> tuple[Button, ...]:
        data = {"intake": self.intake, "revision": str(self.revision)}
        return (Button(title="Opslaan", verb=Verb.DECIDE, data=data, primary=True),)

    def plain(self) -> str:
        titles = {choice.value: choice.title for choice in YES_OR_NO}
        asked = (
            read_lines(
                question.title, question.terms, question.question, read_choices("Kies", YES_OR_NO),
                f"Gekozen: {titles[question.chosen]}" if question.chosen in titles else "",
            )
            for question in self.questions
        )  # fmt: skip
        return read_lines(self.progress, self.title, *self.lines, *asked, read_buttons(self.actions))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return the card as it is first shown, and with a decision of before."""
        asked = tuple(
            ConsentQuestion(purpose=purpose, title=title, question=question, recipient=recipient, until="23 november 2028")
            for purpose, title, question, recipient in PURPOSES
        )
        first = cls(intake="6f1c", revision=4, progress="Stap 7 van 7, nog ongeveer 1 minuut", questions=asked)
        again = (asked[0].model_copy(update={"chosen": "yes"}), asked[1])
        return (first, cls(intake="6f1c", revision=9, questions=again))


class ConsentRow(Frozen):
    """One decision as it holds now: `state` "Ja", "Nee" or "Nee (niet gekozen)", `details` when and for which text, and at
    most one button that gives or withdraws.
    """

    title: str
    question: str
    recipient: str
    state: str
    details: str
    button: Button | None = None

    @property
    def audience(self) -> str:
        return f"Wie ziet dit: {self.recipient}."


class ConsentOverview(Card):
    """All decisions of a company; a button in each row, six at most."""

    wide = True

    rows: tuple[ConsentRow, ...]
    note: str = ""

    @model_validator(mode="after")
    def stay_below_six_buttons(self) -> Self:
        """Refuse more buttons than Teams shows."""
        if sum(row.button is not None for row in self.rows) > MOST_BUTTONS:
            raise ValueError("a card has room for six buttons")
        return self

    @property
    def title(self) -> str:
        return "Uw toestemming"

    def plain(self) -> str:
        rows = (
            read_lines(
                f"{row.title}: {row.state}", row.question, row.audience, row.details,
                read_buttons((row.button,) if row.button else ()),
            )
            for row in self.rows
        )  # fmt: skip
        return read_lines(self.title, self.note, *rows)

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return every state, and an overview with a remark."""
        states = (
            ("Ja", "Gekozen op 23 november 2026, tekst 2026-11. Geldig tot 23 november 2028.", Verb.WITHDRAW),
            ("Nee", "Gekozen op 23 november 2026, tekst 2026-11.", Verb.GRANT),
            ("Nee (niet gekozen)", "", Verb.GRANT),
            ("Ja, via de telefoon", "Dit telt pas als u het bevestigt.", Verb.GRANT),
            ("Nee", "Ingetrokken op 24 november 2026, tekst 2026-11.", None),
        )
        titles = {Verb.WITHDRAW: "Trek in", Verb.GRANT: "Geef toestemming"}
        rows = tuple(
            ConsentRow(
                title=title, question=question, recipient=recipient, state=state, details=details,
                button=Button(title=titles[verb], verb=verb, data={"purpose": purpose}) if verb else None,
            )
            for (purpose, title, question, recipient), (state, details, verb) in zip(PURPOSES, states, strict=True)
        )  # fmt: skip
        return (cls(rows=rows), cls(rows=rows[:1], note="Uw keuze is bewaard."))


# What the examples ask; the real words, with their versions, are declared in domain/consent/consents.py.
PURPOSES = (
    ("total", "Meetellen zonder naam", "Mogen uw aantallen meetellen, zonder uw naam?", "Iedereen op uw terrein"),
    ("companies", "Delen op uw terrein", "Mogen bedrijven op uw terrein uw plan zien?", "Bedrijven die meedoen"),
    ("municipality", "Delen met de gemeente", "Mag uw gemeente uw antwoorden zien?", "De gemeente van uw terrein"),
    ("operator", "Delen met de netbeheerder", "Mag de netbeheerder uw antwoorden zien?", "De netbeheerder"),
    ("approach", "Uitnodigen", "Mogen wij u uitnodigen voor een bijeenkomst?", "Het projectteam"),
)
