"""Filling in the fields of a card by their labels, as a person with a mouse and a keyboard does."""

import re
from collections.abc import Sequence

from playwright.async_api import Locator, expect

Answer = str | Sequence[str]
_TIME = re.compile(r"\d\d:\d\d")  # a time can be picked from a list as well, and is typed here
expect.set_options(timeout=20_000)


async def fill_in(card: Locator, label: str, answer: Answer) -> None:
    """Fill in the one field with these words in its label: with text, or with the words of the choice or choices."""
    caption = card.locator("label.ac-richTextBlock", has_text=label)
    await expect(caption, f"one field about {label!r}").to_have_count(1)
    name = await caption.get_attribute("for")
    field = card.locator(f'[id="{name}"]')
    answers = [answer] if isinstance(answer, str) else list(answer)
    role = await field.get_attribute("role")
    if role == "radiogroup" or await field.evaluate("e => e.tagName === 'DIV'"):
        for words in answers:
            await field.locator("label", has_text=_exactly(words)).click()
    elif role == "combobox" and not _TIME.fullmatch(answers[0]):
        await _choose(field, answers)
    else:
        await field.fill(answers[0])
        await field.press("Tab")


async def _choose(field: Locator, answers: list[str]) -> None:
    """Open a list and pick from it; a list for several stays open until it is left."""
    await field.click()
    entries = field.page.locator("[role=option], [role=menuitemcheckbox]")
    for words in answers:
        await entries.filter(has_text=_exactly(words)).click()
    await field.press("Escape")


def _exactly(words: str) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(words)}$")
