"""The command about papers."""

from dialogs.turn.command import Command, Users
from dialogs.turn.replies import LinkPaper
from dialogs.turn.step import Step

NONE = "Er staat geen bestand voor u klaar."


async def send_link(step: Step, _: str) -> None:
    """Give the last paper behind a link."""
    paper = await step.stores.papers.newest()
    if paper is None:
        step.say(NONE)
    else:
        step.show(LinkPaper(paper))


PAPERS: tuple[Command, ...] = (
    Command(("stuur link", "stuur een link"), "het laatste bestand als link", send_link, Users.ANYONE, in_help=False),
)
