"""All kinds of attention: whatever wants to be seen is declared in its own wing and stands here once."""

from dialogs.companies.attention import CALLS, NOMINATED
from dialogs.dossier.attention import ACTIONS
from dialogs.inbox.attention import REQUESTS
from dialogs.knowledge.attention import ENDING, PROPOSALS
from dialogs.notices.attention import UNDELIVERED
from dialogs.rounds.attention import DRAFTS, ENDINGS, INVITATIONS, SILENCE
from dialogs.terrains.advice import SENSIBLE
from dialogs.terrains.lateness import LATENESS
from dialogs.turn.attention_kind import AttentionKind

# What several kinds say of one thing is read in the words of the last of them.
ATTENTION_KINDS: tuple[AttentionKind, ...] = (
    LATENESS, SILENCE, SENSIBLE, CALLS, ACTIONS, REQUESTS, DRAFTS, PROPOSALS, UNDELIVERED, NOMINATED, INVITATIONS, ENDINGS,
    ENDING,
)  # fmt: skip
