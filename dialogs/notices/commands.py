"""The commands about channels, in the order of the help, and their button."""

from collections.abc import Awaitable, Callable

from cards.verbs import Verb
from dialogs.commanding import Command
from dialogs.events import Pressed
from dialogs.notices.delivering import SEND_NOW, UNDELIVERED
from dialogs.notices.following import FOLLOW, FOLLOWED, UNFOLLOW, press_follow
from dialogs.step import Step

NOTICES: tuple[Command, ...] = (FOLLOW, FOLLOWED, UNFOLLOW, SEND_NOW, UNDELIVERED)
NOTICES_PRESSED: dict[Verb, Callable[[Step, Pressed], Awaitable[None]]] = {Verb.FOLLOW: press_follow}
