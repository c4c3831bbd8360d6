"""The commands about channels, in the order of the help."""

from dialogs.notices.addresses import MAIL_ADDRESS
from dialogs.notices.subscriptions import FOLLOW, FOLLOWED, UNFOLLOW
from dialogs.notices.undelivered import SEND_NOW, FindKind, undelivered_command
from dialogs.turn.command import Command


def notice_commands(find_kind: FindKind) -> tuple[Command, ...]:
    """Return the commands; `find_kind` knows the kinds of notices of all wings."""
    return (FOLLOW, FOLLOWED, UNFOLLOW, SEND_NOW, undelivered_command(find_kind), MAIL_ADDRESS)
