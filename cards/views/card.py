"""What every card is: frozen data that names its template, has a plain-text form and an example of itself."""

from abc import ABC, abstractmethod
from typing import ClassVar, Self

from pydantic import BaseModel, ConfigDict

from cards.verbs import Verb


class Frozen(BaseModel):
    """Immutable data with no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Button(Frozen):
    """One action. `data` holds plain texts only; `primary` is the one most people want, at most one per card."""

    title: str
    verb: Verb
    data: dict[str, str] = {}
    primary: bool = False


class Fact(Frozen):
    """A label with its value, and a remark such as "schatting"."""

    label: str
    value: str
    remark: str = ""


class Group(Frozen):
    """Facts under a heading."""

    title: str
    facts: tuple[Fact, ...]


class Choice(Frozen):
    """One entry of a list to choose from."""

    value: str
    title: str


class Card(Frozen, ABC):
    """A card. Subclasses set `template`, the file in cards/templates without ".json.j2"."""

    template: ClassVar[str]

    @abstractmethod
    def plain(self) -> str:
        """Return the card as text: fallback, notification and what tests read. Never empty, every word on the card."""

    @classmethod
    @abstractmethod
    def examples(cls) -> tuple[Self, ...]:
        """Return examples that together use every part of the template; invented names only."""
