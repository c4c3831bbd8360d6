"""All kinds of notices, by name: the names are with the notices that wait."""

from dialogs.companies.message_sending import OWN_MESSAGE
from dialogs.dossier.partner_questions import ASKED
from dialogs.notices.kind import NoticeKind
from dialogs.notices.reports import CHANNEL_OFF, TEAM_UNREAD
from dialogs.notices.words import TOPIC_KINDS, WITHDRAWN_NAME
from dialogs.rounds.kinds import ROUND_KINDS
from dialogs.sessions.invited.partner_replies import TOLD_PARTNER
from dialogs.sessions.invited.places import HAS_PLACE
from dialogs.sessions.sent import ABOUT_SESSION

KINDS: tuple[NoticeKind, ...] = (
    *TOPIC_KINDS,
    WITHDRAWN_NAME,
    CHANNEL_OFF,
    TEAM_UNREAD,
    ABOUT_SESSION,
    OWN_MESSAGE,
    HAS_PLACE,
    TOLD_PARTNER,
    ASKED,
    *ROUND_KINDS,
)


def find_kind(name: str) -> NoticeKind | None:
    """Return a kind by its name; None when it is not declared (any more)."""
    return next((kind for kind in KINDS if kind.name == name), None)
