"""Every button that somebody gets to see, as a press that another can send."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import uuid4

from bot.exchange import Arrival
from bot.teams.presses import press_of_execute
from bot.turn.results import TurnResult
from dialogs.turn.events import Event, Pressed, Scope
from tests.person import Person
from tests.replies import Shown

# What tells buttons of one verb apart; the rest of what they carry are ids, names and revisions.
TELLING = frozenset({"do", "view", "kind", "side", "command", "allow", "depth", "take", "choice", "purpose", "page", "form"})
# Whose or which: what somebody who forges a press would change.
IDS = frozenset({
    "intake", "terrain", "number", "session", "person", "company", "about", "draft", "file", "token", "team", "text", "words",
})  # fmt: skip
BLANK = {"Input.Number": "3", "Input.Time": "18:00", "Input.Date": "2027-01-14"}


@dataclass(frozen=True)
class Place:
    """Where something is pressed; `team` is that of a channel."""

    scope: Scope = Scope.PERSONAL
    team: str = ""

    def conversation(self, someone: Person) -> str:
        """Return Teams' id of it."""
        return someone.conversation if self.scope is Scope.PERSONAL else f"19:{self.scope.value}{self.team}@thread.tacv2"


OWN = Place()


@dataclass(frozen=True)
class Caught:
    """A press of somebody who may."""

    owner: Person
    place: Place
    verb: str
    data: Mapping[str, Any]
    inputs: Mapping[str, str]

    @property
    def shape(self) -> tuple[str, ...]:
        """Return what makes it another kind of press: of two with the same shape the newest is kept."""
        said = str(self.data.get("text", "")).split()[:1] if self.verb == "say" else []
        told = sorted(f"{key}={value}" for key, value in self.data.items() if key in TELLING)
        return (self.verb, *sorted(self.data), *told, *said)

    def swapped(self, others: Mapping[str, Sequence[str]]) -> "Caught":
        """Return it about somebody else: every id on it that another press has otherwise."""
        ids = [key for key in self.data if key in IDS]
        other = {key: next((one for one in others.get(key, ()) if one != self.data[key]), self.data[key]) for key in ids}
        return replace(self, data={**self.data, **other})

    async def pressed_by(self, someone: Person, place: Place) -> TurnResult:
        """Let somebody send it, as Teams would bring it."""
        carried = {"verb": self.verb, "data": dict(self.data), **self.inputs}
        event = press_of_execute({"action": {"type": "Action.Execute", "verb": self.verb, "data": carried}}, None)
        return await happens(someone, event, place)


async def happens(someone: Person, event: Event, place: Place = OWN) -> TurnResult:
    """Let something happen, and return what comes of it unread."""
    where, sender = place.conversation(someone), someone.sender
    reference, invoke = someone.reference(where, place.scope), isinstance(event, Pressed)
    return await someone.chat.takes(
        Arrival(sender.tenant, where, uuid4().hex, sender, place.scope, event, reference, invoke, place.team)
    )


@dataclass
class Net:
    """What was caught, by shape."""

    caught: dict[tuple[str, ...], Caught] = field(default_factory=dict)

    def looks(self, someone: Person, place: Place = OWN) -> list[Caught]:
        """Catch every button on what somebody sees now; return those of a shape that is new."""
        new = []
        for shown in someone.fresh:
            for node in shown.all_buttons():
                if "data" in node and "verb" in node:
                    one = Caught(someone, place, node["verb"], node["data"]["data"], fields_of(shown, node))
                    new += [one] if one.shape not in self.caught else []
                    self.caught[one.shape] = one
        return new

    def ids(self) -> dict[str, list[str]]:
        """Return every value that stands on a press, by its key."""
        found: dict[str, list[str]] = {}
        for one in self.caught.values():
            for key, value in one.data.items():
                if key not in TELLING and value not in found.setdefault(key, []):
                    found[key].append(value)
        return found


def fields_of(shown: Shown, button: Mapping[str, Any]) -> dict[str, str]:
    """Return the fields as they were shown, and something in those that were empty."""
    if button.get("associatedInputs") == "none":
        return {}
    nodes = shown.inputs()
    return {name: value or blank(nodes[name]) for name, value in shown.filled_in().items()}


def blank(node: Mapping[str, Any]) -> str:
    """Return something to fill in."""
    choices = node.get("choices") or []
    return str(choices[0]["value"]) if choices else BLANK.get(str(node["type"]), "iets")
