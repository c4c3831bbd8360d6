"""One person at the Agents Playground in a browser: what they do and what they see."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Locator, Page
from playwright.async_api import TimeoutError as TookTooLong

from tests.e2e.browser import PHONE, TALL, TALL_PHONE, WIDE
from tests.e2e.fields import Answer, fill_in

PATIENCE_S = 20
SAVE = "Opslaan en verder"
PICTURES = Path(os.environ.get("PICTURES") or "var/pictures")  # `make pictures` renews those of the docs

_HEADER = '[aria-label="Message header"]'
_EDITOR = "[data-lexical-editor=true]"
_MESSAGES = f"""Array.from(document.querySelectorAll('{_HEADER} [aria-label="Message author"]'))
    .map(author => author.closest('{_HEADER}').nextElementSibling)"""
_POSTS = "[...document.querySelectorAll('[role=group].fui-Card')].slice(1).reverse()"
_MORE = """.filter((_, number) => numbers.includes(number)).flatMap(part => [...part.querySelectorAll('button, [role=button]')])
    .filter(button => button.innerText.trim() === 'Meer' && button.offsetParent !== null).forEach(button => button.click())"""
# The Playground's page is never narrower than 600 pixels. This leaves the chat alone of it, as wide as the window; the
# cards are drawn as ever. Undone by removing the marks.
_NARROW = f"""() => {{
    let chat = document.querySelector('{_EDITOR}');
    while (!chat.querySelector('{_HEADER}')) chat = chat.parentElement;
    for (let e = chat; e !== document.body; e = e.parentElement) {{
        e.dataset.phone = 'whole';
        for (const other of e.parentElement.children) if (other !== e) other.dataset.phone = 'away';
    }}
    for (const header of document.querySelectorAll('{_HEADER}')) header.parentElement.dataset.phone = 'message';
    for (const card of document.querySelectorAll('.ac-adaptiveCard'))
        for (let e = card; e.dataset.phone !== 'message'; e = e.parentElement) e.dataset.phone = 'card';
}}"""
_WIDEN = "() => document.querySelectorAll('[data-phone]').forEach(e => delete e.dataset.phone)"
_STYLE = """
    [data-phone=away] { display: none !important; }
    [data-phone=whole] { min-width: 0 !important; width: 100vw !important; height: 100vh !important; }
    [data-phone=message] { margin: 0 12px !important; max-width: calc(100% - 24px) !important; }
    [data-phone=card] { min-width: 0 !important; width: auto !important; }
"""


@dataclass
class Window:
    """A browser window with the chat of one person."""

    page: Page
    address: str
    before: list[str] = field(default_factory=list)
    in_channel: bool = False

    async def opens(self) -> None:
        """Go to the chat for the first time; the Playground then installs the bot for this person."""
        await self.page.goto(self.address)
        await self.page.add_style_tag(content=_STYLE)
        await self.page.get_by_title("Hide log panel").click()
        await self.page.locator(_HEADER).first.wait_for()

    async def says(self, text: str) -> None:
        """Type a message and send it."""
        await self.types(text)
        await self.hears()

    async def types(self, text: str) -> None:
        """Type a message and send it, whether or not anybody is there to answer."""
        await self.remembers()
        await self.page.locator(_EDITOR).click()
        await self.page.keyboard.insert_text(text)
        await self.page.keyboard.press("Enter")

    async def opens_channel(self, name: str) -> None:
        """Go to a channel of the team; from then on its threads are what is seen, oldest first."""
        await self.page.get_by_text(name, exact=True).first.click()
        await self.page.get_by_role("button", name="Post", exact=True).wait_for()
        self.in_channel = True

    async def posts(self, text: str) -> None:
        """Begin a thread in the channel in which the bot is mentioned; without that neither Teams nor the Playground tells it."""
        await self.remembers()
        await self.page.locator(_EDITOR).first.click()
        await self.page.keyboard.type("@")
        await self.page.get_by_role("menuitem").filter(has_text="Laadmaat").click()
        await self.page.keyboard.insert_text(f" {text}")
        await self.page.get_by_role("button", name="Post", exact=True).click()
        await self.hears()

    async def downloads(self, name: str) -> bytes:
        """Follow the link on the newest card that offers this paper."""
        card = self.page.locator(".ac-adaptiveCard", has_text=name).last
        async with self.page.context.expect_event("request", lambda sent: not sent.url.startswith(self.address)) as asked:
            await card.locator("button, a, [role=link], [role=button]").last.click()
        answer = await self.page.request.get((await asked.value).url)
        assert answer.ok
        return await answer.body()

    async def card_picture(self, name: str, words: str, *, phone: bool = False) -> None:
        """Keep the newest card with these words as a picture, whole; as wide as a phone as well if asked."""
        card = self.page.locator(".ac-adaptiveCard", has_text=words).last
        await self.page.set_viewport_size(TALL)  # a thread scrolls within the window
        await card.screenshot(path=PICTURES / f"{name}.png")
        if phone:
            await self.page.set_viewport_size(TALL_PHONE)
            await self.page.evaluate(_NARROW)
            await card.screenshot(path=PICTURES / f"{name}-phone.png")
            await self.page.evaluate(_WIDEN)
        await self.page.set_viewport_size(WIDE)

    async def clicks(self, title: str) -> None:
        """Press a button on the newest card that has it."""
        await self.remembers()
        try:
            await self.card_with(title).get_by_role("button", name=title, exact=True).click()
        except TookTooLong as error:
            raise AssertionError(f"no button {title!r} on:\n" + "\n---\n".join(await self.words())) from error
        await self.hears()

    async def fills_in(self, answers: Mapping[str, Answer], button: str = SAVE, picture: str = "") -> None:
        """Fill in the newest card that has this button, by words of its labels, and press it."""

        async def fill() -> None:
            await fill_in(self.card_with(button), answers)

        if picture:
            await self.picture(picture, fill)
        await fill()
        await self.clicks(button)

    async def opens_fields(self, title: str) -> None:
        """Ask for the fields as a card of their own, where the newest card has no room for them and has this button instead."""
        newest = self.page.locator(".ac-adaptiveCard").last
        if await newest.get_by_role("button", name=title, exact=True).count():
            await self.clicks(title)

    def card_with(self, button: str) -> Locator:
        """Return the newest card with this button."""
        wanted = self.page.get_by_role("button", name=button, exact=True)
        return self.page.locator(".ac-adaptiveCard", has=wanted).last

    async def sees(self, *texts: str) -> None:
        """Wait until everything here stands in what is new since this person last did something."""
        for text in texts:
            await self._until(text)

    async def hears(self) -> None:
        """Wait for any reply."""
        await self._until("")

    async def remembers(self) -> None:
        """Count what is on the screen now as seen."""
        self.before = await self.words()

    async def picture(self, name: str, fill: Callable[[], Awaitable[None]] | None = None, *, dark: bool = False) -> None:
        """Keep what is on the screen as a picture, wide and as wide as a phone; in the dark as well if asked.

        The Playground empties a card's fields when its window changes: `fill` is called for each picture.
        """
        log = self.page.get_by_title("Hide log panel")
        if await log.is_visible():
            await log.click()
        await self._keep(name, fill, dark=dark)
        await self.page.set_viewport_size(PHONE)
        await self.page.evaluate(_NARROW)
        await self._keep(f"{name}-phone", fill, dark=dark)
        await self.page.evaluate(_WIDEN)
        await self.page.set_viewport_size(WIDE)

    async def _keep(self, name: str, fill: Callable[[], Awaitable[None]] | None, *, dark: bool) -> None:
        """Keep a picture in which the newest message begins at the top, or the end is in view when it is short."""
        if fill is not None:
            await fill()
        await self.page.locator(_HEADER).last.evaluate("header => header.parentElement.scrollIntoView({block: 'start'})")
        await self.page.screenshot(path=PICTURES / f"{name}.png")
        if dark:
            await self._keep_dark(f"{name}-dark.png")

    async def _keep_dark(self, file: str) -> None:
        """Let Chromium turn the page dark: the Playground is light alone. Teams' own dark is judged in tests/cards."""
        session = await self.page.context.new_cdp_session(self.page)  # what it sets ends with it
        await session.send("Emulation.setAutoDarkModeOverride", {"enabled": True})
        await self.page.screenshot(path=PICTURES / file)
        await session.detach()

    async def words(self) -> list[str]:
        """Return what the bot's messages say now, oldest first."""
        return [str(words) for words in await self.page.evaluate(f"() => {self._parts()}.map(part => part.innerText)")]

    def _parts(self) -> str:
        """Return how a browser finds the bot's messages, oldest first."""
        return _POSTS if self.in_channel else _MESSAGES

    async def _until(self, text: str) -> None:
        """Wait for a new or changed message with this text; what does not stand there is looked for behind Meer."""
        end = asyncio.get_running_loop().time() + PATIENCE_S
        while True:
            now = await self.words()
            seen = {*enumerate(self.before)}
            new = [words for words in enumerate(now) if words not in seen]
            if any(text in words for _, words in new):
                return
            await self.page.evaluate(f"numbers => {self._parts()}{_MORE}", [number for number, _ in new])
            if asyncio.get_running_loop().time() > end:
                raise AssertionError(f"{text!r} not in:\n" + "\n---\n".join(words for _, words in new))
            await asyncio.sleep(0.05)
