"""The command about a company's own outlook."""

from dialogs.consent.welcome import show_welcome
from dialogs.demand.comparison import compared_card
from dialogs.turn.command import Command
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step


async def show_outlook(step: Step, _: str) -> None:
    if step.may_keep():
        step.show(ShowCard(await compared_card(step)))
    else:
        show_welcome(step)


OUTLOOKS = (
    Command(("mijn laadvraag", "laadvraag", "mijn indicatie", "berekening"), "wat laden van uw aansluiting vraagt", show_outlook,
            menu=True),
)  # fmt: skip
