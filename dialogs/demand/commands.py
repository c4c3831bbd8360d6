"""The command about a company's own outlook."""

from dialogs.consent.welcome import show_welcome
from dialogs.demand.comparison import compared_card
from dialogs.demand.supposing import what_if
from dialogs.turn.command import Command, Takes
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
    Command(("wat als", "stel dat"), "rekenen met andere getallen", what_if, takes=Takes.MAYBE, argument="<getal>",
            example="wat als we maar 2 trekkers doen?"),
)  # fmt: skip
