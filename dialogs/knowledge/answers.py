"""Answering a question with an item."""

from dialogs.intake.typed_answers import reminder
from dialogs.turn.step import Step
from domain.knowledge.items import Item


async def answer_with(step: Step, item: Item) -> None:
    """Say what an item says."""
    step.say(item.title, item.text, f"Bron: {item.source}.", reminder(step))
