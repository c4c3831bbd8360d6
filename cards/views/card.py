"""What every card is: frozen data with a template of its name, has a plain-text form and an example of itself."""

import re
from abc import ABC, abstractmethod
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field

from cards.verbs import AGAIN, Verb

CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")

# Teams shows no more than six actions on one card.
MOST_BUTTONS = 6

# A phone has room for about this many characters of buttons beside each other; a button costs some itself.
ROW = 38
BUTTON = 5

# What a button carries as "part" when it asks for the fields of a card as a card of their own.
BOX = "box"

# These buttons send what was filled in; the others leave the fields alone, so that an empty or wrong field never
# keeps anybody from going back.
SENDING = frozenset({
    Verb.SAVE, Verb.CHANGE, Verb.ADJUST, Verb.DECIDE, Verb.ANSWER, Verb.FIND,
    Verb.ENTRY_SAVE, Verb.ENTRY_OPEN, Verb.ENTRY_END,
    Verb.GUESTS, Verb.ROLE_PICK, Verb.FOLLOW,
    Verb.SESSION_DO, Verb.DRAFT_DO, Verb.MESSAGE_DO,
    Verb.STEP, Verb.ROUTE, Verb.OUTCOME, Verb.LETTERS,
    Verb.PARKS_PICK, Verb.PICK,
    Verb.IMPORT, Verb.ITEM, Verb.CALL,
})  # fmt: skip


class Frozen(BaseModel):
    """Immutable data with no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Button(Frozen):
    """One action. `data` holds plain texts only; `primary` is the one most people want, at most one per card."""

    title: str
    verb: Verb
    data: dict[str, str] = {}
    primary: bool = False

    @property
    def sends_inputs(self) -> bool:
        """Say whether the fields of the card come along."""
        return self.verb in SENDING

    @property
    def payload(self) -> dict[str, str | dict[str, str]]:
        """Return what the press carries; the fields come beside it."""
        return {"verb": self.verb.value, "data": self.data}


Buttons = Annotated[tuple[Button, ...], Field(max_length=MOST_BUTTONS)]


class Fact(Frozen):
    """A label with its value, and a remark such as "schatting"."""

    label: str
    value: str
    remark: str = ""


class FactGroup(Frozen):
    """Facts under a heading."""

    title: str
    facts: tuple[Fact, ...]


class Choice(Frozen):
    """One entry of a list to choose from. Teams joins several chosen values by commas, so a value holds none."""

    value: Annotated[str, Field(pattern=r"^[^,]+$")]
    title: str


class Card(Frozen, ABC):
    """A card. Its template has its name and lies in the same wing: `views/plan/plan_step.py` has `PlanStep`, drawn by
    `templates/plan/plan_step.json.j2`. `wide` cards use the width of the chat where there is room.
    """

    wide: ClassVar[bool] = False

    buttons: Buttons = ()

    @classmethod
    def template(cls) -> str:
        """Return the path of the template in cards/templates, without ".json.j2"."""
        wing = cls.__module__.split(".")[2:-1]
        return "/".join([*wing, CAPITAL.sub("_", cls.__name__).lower()])

    @property
    def actions(self) -> tuple[Button, ...]:
        """Return the buttons at the bottom of the card; a card that makes them from what it shows overrides this."""
        return self.buttons

    @property
    def stacked(self) -> bool:
        """Say whether the buttons are under each other, because a phone would cut their words."""
        return sum(len(button.title) + BUTTON for button in self.actions) > ROW

    @property
    def again(self) -> dict[str, str]:
        """Return what this card carries to be asked for anew by whoever sees it; empty when it stays as it is."""
        return {}

    @property
    def refresh(self) -> dict[str, str | dict[str, str]]:
        """Return what asking for it anew carries, like a button."""
        return {"verb": AGAIN, "data": self.again} if self.again else {}

    @abstractmethod
    def plain(self) -> str:
        """Return the card as text: fallback, notification and what tests read. Never empty, every word on the card."""

    @classmethod
    @abstractmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return examples that together use every part of the template; invented names only."""
