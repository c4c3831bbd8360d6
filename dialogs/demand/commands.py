"""The commands about a company's own outlook."""

from collections.abc import Sequence

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.consent.welcome import show_welcome
from dialogs.demand.asked import COSTS, PAPER, YEARLY, aside_in, hear_side, turns_said
from dialogs.demand.cards import SUBSIDY, costs_for
from dialogs.demand.comparison import compared_card
from dialogs.demand.paper import FindItem, print_outlook
from dialogs.demand.supposing import what_if
from dialogs.demand.turning import draw
from dialogs.turn.command import Command, Takes
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step

NOT_YET = "Wat laden u kost, reken ik uit zodra ik uw voertuigen ken."
JOINING = "wat-kost-meedoen"  # the item that says what taking part costs
BACK = Button(title="Mijn laadvraag", verb=Verb.SAY, data={"text": "mijn laadvraag"})


def outlook_commands(find_item: FindItem) -> tuple[Command, ...]:
    """Return the commands; `find_item` gives what is known about something, as far as it holds now."""

    async def show_outlook(step: Step, text: str) -> None:
        """Show the outlook, as it was asked for: turned, on paper, or what it costs."""
        aside = aside_in(text)
        item = await find_item(step, JOINING) if aside == COSTS else None
        joining = item.lines_with({}) if item is not None else ()
        if not step.may_keep():  # nobody has an outlook yet
            if joining:
                step.say(*joining)
            show_welcome(step)
        elif aside == PAPER:
            await print_outlook(step, find_item)
        elif aside == COSTS:
            step.show(ShowCard(costs_card(step, joining)))
        else:
            step.show(ShowCard(await compared_card(step, turns_said(text), yearly=aside == YEARLY)))

    return (
        Command(("mijn laadvraag",), "wat laden van uw aansluiting vraagt", show_outlook, takes=Takes.MAYBE,
                argument="[gespreid, kosten, op papier]", example="mijn laadvraag op papier", menu=True, hears=hear_side),
        # Whatever follows these words is no part of the command: "berekening klopt niet" is something else.
        Command(("laadvraag", "mijn indicatie", "berekening"), "wat laden van uw aansluiting vraagt", show_outlook,
                in_help=False),
        Command(("wat als", "stel dat"), "rekenen met andere getallen", what_if, takes=Takes.MAYBE, argument="<getal>",
                example="wat als we maar 2 trekkers doen?"),
    )  # fmt: skip


def costs_card(step: Step, joining: Sequence[str]) -> NoticeCard:
    """Return what the outlook costs as an order of size; as long as no vehicles are known, what taking part costs."""
    group, about = costs_for(step, draw(step), step.answers)
    if group is None:
        return NoticeCard(title="Wat het kost", lines=(*joining, NOT_YET, SUBSIDY), buttons=(BACK,))
    facts = (f"{fact.label}: {fact.value}{f' ({fact.remark})' if fact.remark else ''}" for fact in group.facts)
    return NoticeCard(title=group.title, lines=(*facts, *about, SUBSIDY), buttons=(BACK,))
