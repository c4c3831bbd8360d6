"""What a dialog may answer with: values, never sends. The edge turns them into Teams activities."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from cards.papers.session import Appointment
from cards.views.card import Card
from dialogs.turn.events import Upload
from domain.papers.papers import Paper


@dataclass(frozen=True, slots=True)
class Say:
    """Plain text. `choices` are answers one can tap instead of typing (Teams shows at most six, in personal chat)."""

    text: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowCard:
    """A new card, with an optional line of text above it. `remember` keeps its place, so that it can be replaced.

    `mark` stands on it above everything else, whatever the card is.
    """

    card: Card
    text: str = ""
    remember: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class ReplaceCard:
    """The card that was pressed, or the remembered card of an earlier turn, becomes this one in place.

    `of` is the turn that showed it; None means the card that was just pressed. A card that cannot be found is left as it
    is: an old card that is submitted later changes nothing.
    """

    card: Card
    of: UUID | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class OfferPaper:
    """A paper, offered as this place allows: saved with the person's files after a yes, elsewhere behind a link."""

    paper: Paper


@dataclass(frozen=True, slots=True)
class Enclose:
    """An appointment that goes along where this is told by mail; elsewhere it is on a button."""

    appointment: Appointment


@dataclass(frozen=True, slots=True)
class LinkPaper:
    """A paper that was offered to this person before, once more behind a link."""

    paper: UUID


@dataclass(frozen=True, slots=True)
class ShowSaved:
    """A paper that was saved among the person's files, to open."""

    upload: Upload


@dataclass(frozen=True, slots=True)
class RemoveCard:
    """The card that was pressed disappears."""


@dataclass(frozen=True, slots=True)
class StartWork:
    """Work (by its name) that a worker does from now on, shown as a card with this title and how far it is; its result follows
    by itself.

    `ids` say what it is about and are in the queue: ids only, nothing of people.
    """

    work: str
    title: str
    ids: Mapping[str, str] = field(default_factory=dict)


Reply = Say | ShowCard | ReplaceCard | OfferPaper | Enclose | LinkPaper | ShowSaved | RemoveCard | StartWork
