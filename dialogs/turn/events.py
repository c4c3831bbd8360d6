"""What can happen in a chat, in our own words: the edge translates Teams into these, dialogs read nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from domain.access.roles import TeamMember


class Scope(StrEnum):
    """Where it happened. Answers and other personal matters only live in PERSONAL."""

    PERSONAL = "personal"
    GROUP = "groupChat"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Sender:
    """The person who did it. `object_id` is the Entra object id: the only key; names and MRIs may change.

    `through_door` says that they came in without Teams, where nobody holds a role, whoever they are.
    """

    tenant: str
    object_id: str
    teams_id: str
    name: str
    through_door: bool = False


@dataclass(frozen=True, slots=True)
class Arrived:
    """The bot was installed, added, or met this person for the first time; perhaps with the `code` of an invitation."""

    code: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """The bot was removed here."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody else who is mentioned in a message: the words that are in the text, and Teams' own id of the person.

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
class SentFile:
    """A file that can be fetched. `address` is a secret of this one person: it is not kept and not shown."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class SentFiles:
    """One or more attachments that are no text: files, stickers, pictures. `names` only for the reply.

    `files` are those among them that can be fetched (see dialogs/files.py).
    """

    names: tuple[str, ...] = ()
    text: str = ""
    files: tuple[SentFile, ...] = ()


@dataclass(frozen=True, slots=True)
class FileCame:
    """A file that was fetched for this person; hostile until read."""

    name: str
    content: bytes


class Failure(StrEnum):
    """Why a file was not fetched."""

    LARGE = "large"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class FileFailed:
    """A file that could not be fetched."""

    name: str
    why: Failure


@dataclass(frozen=True, slots=True)
class Upload:
    """Where Teams lets a paper be saved; `address` is a secret, the rest is how the saved file is shown."""

    address: str
    shown_at: str
    name: str
    unique_id: str
    file_type: str


@dataclass(frozen=True, slots=True)
class PaperAnswered:
    """A person was asked whether a paper may be saved. `paper` is hostile until checked; `upload` comes with a yes."""

    paper: str
    upload: Upload | None = None
    card: str | None = None


@dataclass(frozen=True, slots=True)
class PaperSaved:
    """A paper is among the person's files."""

    paper: UUID
    upload: Upload
    card: str | None = None


@dataclass(frozen=True, slots=True)
class PaperNotSaved:
    """A paper could not be saved."""

    paper: UUID
    card: str | None = None


@dataclass(frozen=True, slots=True)
class TeamRead:
    """The members of a Teams team; `members` is None when Teams does not show them, `many` when there are too many.
    `link`, `named` and `guest` are those of the errand.
    """

    team: str
    name: str = ""
    members: tuple[TeamMember, ...] | None = None
    many: bool = False
    link: bool = False
    named: str = ""
    guest: str = ""


@dataclass(frozen=True, slots=True)
class GuestsRead:
    """What Teams told of people: whether each is a guest. Those it told nothing of are left out."""

    guests: tuple[tuple[UUID, bool], ...]


@dataclass(frozen=True, slots=True)
class MembersChanged:
    """People came into the team of this channel, or left it: their Entra object ids where Teams tells them, or Teams' own."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChannelChanged:
    """A channel of a team got another name, is gone, or is back. `conversation` is Teams' id of it."""

    conversation: str
    name: str
    gone: bool = False
    back: bool = False


@dataclass(frozen=True, slots=True)
class TeamChanged:
    """A team was archived or deleted, is back, or got another name."""

    name: str = ""
    gone: bool = False
    back: bool = False


@dataclass(frozen=True, slots=True)
class Feedback:
    """What somebody thinks of a message of ours: a thumb up or down, perhaps with words."""

    liked: bool
    text: str = ""


@dataclass(frozen=True, slots=True)
class Ignored:
    """Something that asks for no reply: a reaction, an edited or deleted message, a rename. `kind` for the log."""

    kind: str


# What an errand (dialogs/turn/errands.py) comes back with.
Returned = FileCame | FileFailed | PaperSaved | PaperNotSaved | TeamRead | GuestsRead
Event = (
    Arrived
    | Left
    | Said
    | Pressed
    | SentFiles
    | PaperAnswered
    | Returned
    | MembersChanged
    | ChannelChanged
    | TeamChanged
    | Feedback
    | Ignored
)
