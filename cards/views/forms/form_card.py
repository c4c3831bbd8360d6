"""A card to fill something in, or to change what was."""

from typing import Self

from cards.verbs import Verb
from cards.views.card import Button, Card, Choice
from cards.views.forms.word_guard import WordGuard, WordHint
from cards.views.intake.field import Field, InputKind
from cards.views.plain import read_buttons, read_lines


class FormCard(Card):
    """The fields of a form. `lines` say what it is about, `message` what is wrong with what was filled in,
    `said` what was done, `guard` what to mind in the words that are filled in.
    """

    title: str
    lines: tuple[str, ...] = ()
    message: str = ""
    said: str = ""
    fields: tuple[Field, ...]
    guard: WordGuard | None = None

    def plain(self) -> str:
        fields = (field.plain(helped=True) for field in self.fields)
        guard = self.guard.plain() if self.guard is not None else ""
        return read_lines(self.title, *self.lines, self.message, self.said, guard, *fields, read_buttons(self.buttons))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return an action with a fault, an empty note, and a text with words to mind."""
        people = (Choice(value="a1", title="Noor de Wit"), Choice(value="a2", title="Bram Kok"))
        levels = tuple(Choice(value=value, title=title) for value, title in (("1", "Klein"), ("2", "Middel"), ("3", "Groot")))
        save = Button(title="Opslaan", verb=Verb.ENTRY_SAVE, data={"kind": "action", "number": "12"}, primary=True)
        done = Button(title="Klaar", verb=Verb.ENTRY_END, data={"number": "12", "revision": "2", "do": "close"})
        action = cls(
            title="Actie 12",
            lines=("Hessenpoort (Zwolle)", "Over: Jansen Transport"),
            message="Kijk dit nog even na.",
            fields=(
                Field(
                    name="text", label="Wat moet er gebeuren?", kind=InputKind.LONG_TEXT, value="Marieke bellen", max_length=500
                ),
                Field(name="owner", label="Wie doet het?", kind=InputKind.CHOICE, value="a1", options=people, folded=True),
                Field(name="level", label="Hoe groot is de kans?", kind=InputKind.CHOICE, value="2", options=levels),
                Field(name="due", label="Wanneer klaar?", kind=InputKind.DAY, value="2027-01-12", error="Klopt dit jaar wel?"),
            ),
            buttons=(save, done),
        )
        empty = Field(name="who", label="Met wie?", kind=InputKind.TEXT, example="Fatima Jansen", help="U mag dit overslaan.")
        note = cls(title="Nieuwe notitie", said="Bewaard.", fields=(empty,), buttons=(save,))
        return (action, note, *cls._guarded())

    @classmethod
    def _guarded(cls) -> tuple[Self, ...]:
        """Return a text with words to mind, and the same once the proposal was taken."""
        send = Button(title="Goedkeuren en versturen", verb=Verb.DRAFT_DO, data={"do": "send", "draft": "6f1c"}, primary=True)
        take, leave, back = (
            Button(title=title, verb=Verb.DRAFT_DO, data={"do": do, "draft": "6f1c"})
            for title, do in (("Neem over", "better"), ("Laat staan", "leave"), ("Mijn tekst terug", "back"))
        )
        hints = (
            WordHint(words=("U moet",), why=("Dit klinkt als druk.",), proposal="U kunt komen op 14 januari."),
            WordHint(words=("gratis laadpaal",), why=("Dit is nog geen vaste afspraak. Noem laden pas gratis als dat zo is.",)),
        )
        field = Field(
            name="text", label="De tekst", kind=InputKind.LONG_TEXT, value="U moet komen op 14 januari.", max_length=1200
        )
        guard = WordGuard(hints=hints, more="Verderop staat nog 1 zin om naar te kijken.", buttons=(take, leave))
        return (
            cls(title="Uitnodiging", lines=("Startsessie Hessenpoort",), fields=(field,), guard=guard, buttons=(send,)),
            cls(title="Uitnodiging", fields=(field,), guard=WordGuard(buttons=(back,)), buttons=(send,)),
        )
