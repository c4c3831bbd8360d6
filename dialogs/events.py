"""What can happen in a chat, in our own words: the edge translates Teams into these, dialogs read nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Scope(StrEnum):
    """Where it happened. Answers and other personal matters only live in PERSONAL."""

    PERSONAL = "personal"
    GROUP = "groupChat"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who did it. `object_id` is the Entra object id: the only key; names and MRIs may change."""

    tenant: str
    object_id: str
    teams_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Arrived:
    """The bot was installed, added, or met this person for the first time."""


@dataclass(frozen=True, slots=True)
class Left:
    """The bot was removed here."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody else who is mentioned in a message: the words that stand in the text, and Teams' own id of the person.

    `object_id` is the Entra object id where Teams tells it, which it seldom does.
    """

    words: str
    teams_id: str
    object_id: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A typed message, own mention stripped, white space folded; may be empty. `mentions` are those of other people."""

    text: str
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button on a card.

    `verb` and `data` are what our card carried (hostile until checked), `inputs` the fields that came with it (text to
    text), `card` the activity id of the card that was pressed, None when Teams does not say.
    """

    verb: str
    data: Mapping[str, object] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)
    card: str | None = None


@dataclass(frozen=True, slots=True)
class SentFiles:
    """One or more attachments that are no text: files, stickers, pictures. `names` only for the reply."""

    names: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Ignored:
    """Something that asks for no reply: a reaction, an edited or deleted message, a rename. `kind` for the log."""

    kind: str


Event = Arrived | Left | Said | Pressed | SentFiles | Ignored
