"""Filling in the fields of a card by their labels, as a person with a mouse and a keyboard does."""

import datetime
import re
from collections.abc import Mapping, Sequence

from playwright.async_api import Locator, expect
from playwright.async_api import TimeoutError as TookTooLong

Answer = str | Sequence[str]

_TIME = re.compile(r"\d\d:\d\d")  # a time can be picked from a list as well, and is typed here
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTHS = 24  # as far ahead as a day is looked for
_HELD = """field => field.tagName === 'DIV'
    ? [...field.querySelectorAll('input:checked')].map(input => field.querySelector(`label[for="${input.id}"]`).innerText)
    : field.value.split(', ')"""
_STEP_MS = 5000
_ATTEMPTS = 6
expect.set_options(timeout=20_000)


async def fill_in(card: Locator, answers: Mapping[str, Answer]) -> None:
    """Fill in the fields whose labels have these words: with text, or with the words of the choice or choices.

    The Playground empties a card's fields whenever anything new comes in: what did not stay is filled in again.
    """
    for attempt in range(_ATTEMPTS):
        try:
            for label, answer in answers.items():
                await _fill(await _labelled(card, label), _listed(answer))
            if all([await _holds(await _labelled(card, label), _listed(answer)) for label, answer in answers.items()]):
                return
        except TookTooLong:
            if attempt == _ATTEMPTS - 1:
                raise
    raise AssertionError(f"the card does not keep {answers}")


def _listed(answer: Answer) -> list[str]:
    return [answer] if isinstance(answer, str) else list(answer)


async def _labelled(card: Locator, label: str) -> Locator:
    """Return the one field with these words in its label."""
    caption = card.locator("label.ac-richTextBlock", has_text=label)
    await expect(caption, f"one field about {label!r}").to_have_count(1)
    return card.locator(f'[id="{await caption.get_attribute("for", timeout=_STEP_MS)}"]')


async def _holds(field: Locator, answers: list[str]) -> bool:
    held = await field.evaluate(_HELD, timeout=_STEP_MS)
    if _DAY.fullmatch(answers[0]):  # shown in the client's own way; the bot's reply tells which day it was
        return bool(held[0])
    return set(held) == set(answers)


async def _fill(field: Locator, answers: list[str]) -> None:
    """Put these answers in a field, which may be of any kind."""
    if await _holds(field, answers):
        return
    if await field.evaluate("e => e.tagName === 'DIV'", timeout=_STEP_MS):
        for words in answers:
            await field.locator("label", has_text=_exactly(words)).click(timeout=_STEP_MS)
    elif _DAY.fullmatch(answers[0]):
        await _pick(field, datetime.date.fromisoformat(answers[0]))
    elif await field.get_attribute("role") == "combobox" and not _TIME.fullmatch(answers[0]):
        await _choose(field, answers)
    else:
        await field.fill(answers[0], timeout=_STEP_MS)
        await field.press("Tab")


async def _pick(field: Locator, day: datetime.date) -> None:
    """Pick a day in the calendar of the client, which speaks English and shows one month at a time."""
    await field.click(timeout=_STEP_MS)
    calendar = field.page.locator(".fui-Calendar, [role=dialog]").last
    for _ in range(_MONTHS):
        if await calendar.get_by_label(day.strftime("%B %Y")).count():
            break
        await calendar.get_by_title("Next month", exact=False).click(timeout=_STEP_MS)
    await calendar.get_by_label(f"{day.day}, {day.strftime('%B, %Y')}", exact=True).first.click(timeout=_STEP_MS)


async def _choose(field: Locator, answers: list[str]) -> None:
    """Open a list and pick from it; a list for several stays open until it is left."""
    await field.click(timeout=_STEP_MS)
    entries = field.page.locator("[role=option], [role=menuitemcheckbox]")
    for words in answers:
        await entries.filter(has_text=_exactly(words)).click(timeout=_STEP_MS)
    await field.press("Escape")


def _exactly(words: str) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(words)}$")
