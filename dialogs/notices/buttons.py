"""The button about channels."""

from cards.verbs import Verb
from dialogs.notices.subscriptions import press_follow
from dialogs.turn.command import Press

NOTICES_PRESSED: dict[Verb, Press] = {Verb.FOLLOW: press_follow}
