"""A session on a card: its plan, who comes, or its groups, with a box to change something in place."""

from typing import Self

from pydantic import Field as PydanticField

from cards.verbs import Verb
from cards.views.card import BOX, Button, Card, Choice, Fact, FactGroup
from cards.views.intake.field import Field, InputKind
from cards.views.plain import read_buttons, read_groups, read_lines


class SessionCard(Card):
    """Lines, what was done (`said`), what is wrong (`alarms`), facts in groups, a box of fields with
    buttons of its own, and the way on. `side` says
    which side of the session this is, so that its box can be asked for alone.
    """

    wide = True

    title: str
    lines: tuple[str, ...] = ()
    alarms: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    groups: tuple[FactGroup, ...] = ()
    box_title: str = ""
    fields: tuple[Field, ...] = ()
    box_buttons: tuple[Button, ...] = ()
    side: dict[str, str] = PydanticField(default_factory=dict)

    @property
    def opens(self) -> Button | None:
        """Return the button that asks for the box as a card of its own, where it has no room here; None without fields."""
        if not (self.side and self.fields):
            return None
        return Button(title=self.box_title, verb=Verb.SESSION, data={**self.side, "part": BOX})

    @property
    def asking(self) -> Self:
        """Return the box alone, with what to mind."""
        return self.model_copy(update={"lines": (), "groups": (), "side": {}})

    def plain(self) -> str:
        fields = (field.plain(helped=True) for field in self.fields)
        buttons = (*self.box_buttons, *self.buttons)
        return read_lines(
            self.title,
            *self.lines,
            *self.said,
            *self.alarms,
            read_groups(self.groups),
            self.box_title,
            *fields,
            read_buttons(buttons),
        )

    @classmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return a plan with a box to change it, and the smallest one."""
        data = {"session": "6f1c", "revision": "3"}
        blocks = (Choice(value="break", title="Pauze"), Choice(value="status", title="Waar staan we nu"))
        what = tuple(
            Choice(value=value, title=title)
            for value, title in (("minutes", "Andere duur"), ("drop", "Schrappen"), ("swap", "Ruilen"), ("add", "Iets toevoegen"))
        )
        times = (
            Fact(label="19:30 - 19:50", value="Waar staan we nu", remark="netbeheerder"),
            Fact(label="19:50 - 20:05", value="Pauze"),
        )
        plan = cls(
            title="Startsessie Hessenpoort",
            lines=("14 januari 2027, 19:30 - 20:05",),
            said=("Het plan is bewaard.",),
            alarms=("Die dag valt in het weekend.",),
            groups=(
                FactGroup(title="Draaiboek", facts=times),
                FactGroup(title="Vooraf klaar", facts=(Fact(label="Zaal", value="klaar"),)),
            ),
            box_title="Wilt u iets veranderen?",
            side={**data, "do": "plan"},
            fields=(
                Field(name="block", label="Welk onderdeel?", kind=InputKind.CHOICE, options=blocks),
                Field(name="what", label="Wat wilt u doen?", kind=InputKind.CHOICE, options=what),
                Field(name="minutes", label="Hoeveel minuten?", kind=InputKind.NUMBER, minimum=1, maximum=240),
                Field(name="words", label="Waarom?", kind=InputKind.TEXT, help="Alleen nodig bij schrappen."),
            ),
            box_buttons=(Button(title="Pas aan", verb=Verb.SESSION_DO, data={**data, "do": "change"}),),
            buttons=(
                Button(title="Wie komt er", verb=Verb.SESSION, data={**data, "do": "visitors"}),
                Button(title="Groepen", verb=Verb.SESSION, data={**data, "do": "groups"}),
            ),
        )
        return (plan, cls(title="Sessies Hessenpoort", lines=("Er is nog geen sessie.",)))
