"""One page of the intake as a card to fill in."""

from typing import Self

from pydantic import model_validator

from cards.verbs import Verb
from cards.views.card import Button, Card, Choice, Fact
from cards.views.intake.field import Field, InputKind
from cards.views.plain import read_buttons, read_facts, read_lines

__all__ = ["Answered", "Field", "InputKind", "PageForm"]

UNKNOWN = "_unknown"
ESTIMATE = "_estimate"

# Ids that inputs cannot have: they would overwrite what the buttons carry, or the lists of doubt.
RESERVED = frozenset({"verb", "data", UNKNOWN, ESTIMATE})

# The examples: a page of an invented company, with every kind of field.
YES_NO = (Choice(value="yes", title="Ja"), Choice(value="no", title="Nee"), Choice(value=UNKNOWN, title="Weet ik niet"))
FUSES = tuple(Choice(value=size, title=size) for size in ("1x25A", "3x25A", "3x63A", "3x80A"))
FUELS = (Choice(value="hydrogen", title="Waterstof"), Choice(value="hvo", title="HVO-diesel"))
FIELDS = (
    Field(name="company.name", label="Hoe heet uw bedrijf?", kind=InputKind.TEXT, example="Jansen Transport", required=True),
    Field(
        name="company.kvk", label="Wat is uw KvK-nummer?", kind=InputKind.TEXT, example="12345678", value="1234", max_length=8,
        pattern="[0-9]{8}", help="Zo halen wij bedrijven met dezelfde naam niet door elkaar.",
        error="Een KvK-nummer heeft 8 cijfers.", wrong="Een KvK-nummer heeft 8 cijfers.",
    ),
    Field(
        name="tractor.km_per_day", label="Hoeveel kilometer rijdt een trekker op een werkdag?", kind=InputKind.NUMBER, unit="km",
        value="294", minimum=0, maximum=1500, help="Gemiddeld: 294 km (CBS 2021, trekkers).",
    ),
    Field(name="tractor.back", label="Hoe laat komen de meeste trekkers terug?", kind=InputKind.CLOCK, value="18:30"),
    Field(name="site.landlord", label="Staat de aansluiting op naam van de verhuurder?", kind=InputKind.CHOICE, options=YES_NO),
    Field(name="grid.fuse", label="Welke hoofdzekering heeft u?", kind=InputKind.CHOICE, options=FUSES, value="3x63A"),
    Field(name="fleet.other_fuels", label="Denkt u ook aan een andere brandstof?", kind=InputKind.CHOICES, options=FUELS),
    Field(name="ideas.own", label="Welke oplossing past het beste?", kind=InputKind.LONG_TEXT, max_length=1000),
)  # fmt: skip
FLEET = tuple(
    Field(
        name=f"{name}.total", label=label, kind=InputKind.NUMBER, unit="stuks", minimum=0, maximum=5000, required=True,
        help="Tel de voertuigen die vanaf dit terrein rijden.",
    )
    for name, label in (("van", "Bestelwagens (tot 3.500 kg)"), ("tractor", "Trekkers (met oplegger)"))
)  # fmt: skip


class PageForm(Card):
    """A page of questions.

    `progress` is "Stap 2 van 7, nog ongeveer 8 minuten"; `message` a line above the fields (what is still wrong), `note` one
    about what is merely open. Of `doubtable` fields one button says of all that are empty that they are not known, of
    `zeroable` ones another that there is nothing of it; where fields are `guessable` one tick says that what is filled in is
    a guess, `guessed` when it is there beforehand; its input id is "_estimate". `then` is what saving leads to instead of the
    next question. Buttons: "Opslaan en verder" (SAVE with page, intake, revision, primary) and "Terug" (SAY "terug").
    """

    page: str
    intake: str
    revision: int
    title: str
    intro: str = ""
    progress: str = ""
    message: str = ""
    fields: tuple[Field, ...]
    note: str = ""
    doubtable: bool = False
    zeroable: bool = False
    guessable: bool = False
    guessed: bool = False
    typing_hint: str = ""
    then: str = ""

    @model_validator(mode="after")
    def keep_ids_apart(self) -> Self:
        """Refuse two inputs with one id, or one that would overwrite what the buttons carry."""
        names = [field.name for field in self.fields]
        if len(set(names)) < len(names) or RESERVED.intersection(names):
            raise ValueError("every field needs an id of its own")
        return self

    @property
    def actions(self) -> tuple[Button, ...]:
        data = self.carried
        if self.then:
            back = Button(title="Terug", verb=Verb.OUTLOOK, data={"intake": self.intake, "side": "result"})
            return (Button(title="Opslaan", verb=Verb.SAVE, data=data, primary=True), back)
        return (
            Button(title="Opslaan en verder", verb=Verb.SAVE, data=data, primary=True),
            Button(title="Terug", verb=Verb.SAY, data={"text": "terug"}),
        )

    @property
    def shared_help(self) -> str:
        """Return the line that all fields share: shown once, above them."""
        helps = {field.help for field in self.fields}
        return helps.pop() if len(self.fields) > 1 and len(helps) == 1 else ""

    @property
    def carried(self) -> dict[str, str]:
        """Return what every button that saves carries."""
        then = {"then": self.then} if self.then else {}
        return {"page": self.page, "intake": self.intake, "revision": str(self.revision), **then}

    @property
    def rests(self) -> tuple[Button, ...]:
        """Return the buttons that save with an answer for every field that is empty."""
        unknown = "De rest weet ik niet" if len(self.fields) > 1 else "Weet ik niet"
        titles = (*((("0", "De rest is 0"),) if self.zeroable else ()), *(((UNKNOWN, unknown),) if self.doubtable else ()))
        return tuple(Button(title=title, verb=Verb.SAVE, data={**self.carried, "rest": rest}) for rest, title in titles)

    @property
    def guess_title(self) -> str:
        """Return the words of the tick; empty where nothing can be a guess."""
        return "Dit is een schatting" if self.guessable else ""

    def plain(self) -> str:
        shared = self.shared_help
        fields = (field.plain(helped=not shared) for field in self.fields)
        return read_lines(
            self.progress, self.title, self.intro, shared, self.message, self.note, *fields, self.guess_title, self.typing_hint,
            read_buttons((*self.rests, *self.actions)),
        )  # fmt: skip

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return a page with every kind of field and a mistake, a usual one, and the smallest one."""
        every = cls(
            page="example|company.name,company.kvk", intake="6f1c", revision=3, title="Uw bedrijf",
            intro="Vul in wat u weet. De rest mag leeg blijven.", progress="Stap 1 van 7, nog ongeveer 9 minuten",
            message="Kijk nog even naar 1 antwoord.", fields=FIELDS, doubtable=True, guessable=True, guessed=True,
            typing_hint="U kunt uw antwoorden ook typen.",
        )  # fmt: skip
        usual = cls(
            page="vehicles|van.total,tractor.total", intake="6f1c", revision=3, title="Uw voertuigen nu",
            intro="Vul een 0 in als u ze niet heeft.", progress="Stap 2 van 7, nog ongeveer 8 minuten", fields=FLEET,
            doubtable=True, zeroable=True, guessable=True, note="Nog open: bestelwagens (tot 3.500 kg).",
        )  # fmt: skip
        smallest = cls(page="p|a", intake="6f1c", revision=0, title="Uw stroom", fields=FIELDS[:1], then="outlook")
        return every, usual, smallest


class Answered(Card):
    """The same page once answered: read-only facts with a button "Wijzig" (EDIT with page)."""

    page: str
    title: str
    facts: tuple[Fact, ...]
    note: str = ""

    @property
    def actions(self) -> tuple[Button, ...]:
        return (Button(title="Wijzig", verb=Verb.EDIT, data={"page": self.page}),)

    def plain(self) -> str:
        return read_lines(self.title, self.note, read_facts(self.facts), read_buttons(self.actions))

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return a page with a guess and an unknown answer, and one with a remark above it."""
        facts = (
            Fact(label="Elektrisch nu", value="2 stuks"),
            Fact(label="Elektrisch in 2030", value="4 stuks", remark="schatting"),
            Fact(label="Kilometers per werkdag", value="Weet ik niet"),
        )
        title = "Uw trekkers: nu en straks"
        note = "Dit was al opgeslagen. Er is niets veranderd."
        return (cls(page="electric.tractor", title=title, facts=facts), cls(page="x", title=title, facts=facts[:1], note=note))
