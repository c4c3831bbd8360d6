"""What passes for one activity: every shape on its way is a line of the table in docs/architecture.md."""

import dataclasses
import importlib
import inspect
import re
from pathlib import Path
from types import ModuleType
from typing import is_typeddict

from pydantic import BaseModel

PAGE = Path(__file__).parents[2] / "docs" / "architecture.md"
LANE = (
    "bot.teams.envelope", "bot.teams.adapter", "bot.teams.laadmaat", "bot.teams.inbound", "bot.exchange", "bot.turn.reception",
    "bot.turn.turns", "bot.turn.deliveries", "bot.turn.replies", "bot.turn.results", "dialogs.conversation", "dialogs.turn.known",
    "dialogs.turn.step", "storage.intake.intakes", "storage.turn.loading", "storage.turn.saving", "storage.turn.transaction",
)  # fmt: skip
PARTS = {
    "bot.teams.envelope": {"TeamsShape", "Account", "ConversationPlace", "MentionedAccount", "Entity", "Attachment", "Named",
                           "Team", "ChannelData"},
    "bot.exchange": {"Outgoing"},
    "bot.turn.replies": {"AskToSave"},
    "dialogs.turn.known": {"House"},
    "dialogs.turn.step": {"Tell"},
}  # fmt: skip
ROW = re.compile(r"^\| `(\w+)` \| .* \| `([\w/]+)\.py` \|$", re.MULTILINE)


def shapes_in(module: ModuleType) -> set[str]:
    """Return the classes of a module that hold values; parts of another shape are left out."""
    own = [one for _, one in inspect.getmembers(module, inspect.isclass) if one.__module__ == module.__name__]
    hold = {
        one.__name__ for one in own if dataclasses.is_dataclass(one) or is_typeddict(one) or issubclass(one, BaseModel | tuple)
    }
    return hold - PARTS.get(module.__name__, set())


def test_every_shape_of_an_activity_is_in_the_table_and_nine_pass() -> None:
    table = PAGE.read_text().partition("What one activity is on its way")[2].partition("- **A turn is one row**")[0]
    told = {(place.replace("/", "."), name) for name, place in ROW.findall(table)}
    assert told == {(name, shape) for name in LANE for shape in shapes_in(importlib.import_module(name))}
    assert len(told) <= 9
