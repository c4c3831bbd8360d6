"""The commands about channels, in the order of the help, and their button."""

from collections.abc import Awaitable, Callable

from cards.verbs import Verb
from dialogs.notices.subscriptions import FOLLOW, FOLLOWED, UNFOLLOW, press_follow
from dialogs.notices.undelivered import SEND_NOW, FindKind, undelivered_command
from dialogs.turn.command import Command
from dialogs.turn.events import Pressed
from dialogs.turn.step import Step

NOTICES_PRESSED: dict[Verb, Callable[[Step, Pressed], Awaitable[None]]] = {Verb.FOLLOW: press_follow}


def notice_commands(find_kind: FindKind) -> tuple[Command, ...]:
    """Return the commands; `find_kind` knows the kinds of notices of all wings."""
    return (FOLLOW, FOLLOWED, UNFOLLOW, SEND_NOW, undelivered_command(find_kind))
