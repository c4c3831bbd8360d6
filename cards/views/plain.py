"""How the parts of a card read as plain text, so that every card is also a message."""

from collections.abc import Iterable

from cards.views.card import Button, Choice, Fact, FactGroup


def read_lines(*lines: str) -> str:
    """Return the lines that are not empty, under each other."""
    return "\n".join(line for line in lines if line.strip())


def read_facts(facts: Iterable[Fact]) -> str:
    """Return facts as "Label: waarde (schatting)", one on each line."""
    return read_lines(*(f"{fact.label}: {fact.value}{f' ({fact.remark})' if fact.remark else ''}" for fact in facts))


def read_groups(groups: Iterable[FactGroup]) -> str:
    """Return each group as its title with its facts below."""
    return read_lines(*(read_lines(group.title, read_facts(group.facts)) for group in groups))


def read_choices(lead: str, choices: Iterable[Choice]) -> str:
    """Return what one can choose from, on one line; an empty text when there is nothing to choose."""
    titles = ", ".join(choice.title for choice in choices)
    return f"{lead}: {titles}" if titles else ""


def read_buttons(buttons: Iterable[Button]) -> str:
    """Return the buttons on one line; an empty text when there are none."""
    titles = ", ".join(button.title for button in buttons)
    return f"Knoppen: {titles}" if titles else ""
