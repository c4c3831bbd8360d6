"""Marking every card about a company that was made to try things, whoever made the card."""

from dataclasses import replace

from cards.views.card import Card
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.companies.company_row import TEST
from domain.companies.trials import MARK


def mark_trial(step: Step) -> None:
    """Say on cards that they are about such a company: while somebody answers as it, and where its name is the heading."""
    if not step.known.is_team:
        return
    trying = step.known.acting and step.known.intake.test
    for place, reply in enumerate(step.replies):
        if isinstance(reply, ShowCard | ReplaceCard) and (trying or is_about_trial(reply.card)):
            step.replies[place] = replace(reply, mark=MARK)


def is_about_trial(card: Card) -> bool:
    """Say whether the first line of a card names such a company."""
    return TEST in card.plain().partition("\n")[0]
