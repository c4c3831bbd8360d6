"""The buttons of a draft."""

from cards.verbs import Verb
from dialogs.rounds.drafts import press_draft
from dialogs.turn.command import Press

DRAFT_PRESSED: dict[Verb, Press] = {Verb.DRAFT: press_draft, Verb.DRAFT_DO: press_draft}
