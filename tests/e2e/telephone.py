"""One person without Teams in a browser: what they do and see on our page, with Microsoft's Web Chat on it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Page, expect

from tests.e2e.browser import PHONE, WIDE, page_of
from tests.e2e.window import PICTURES, SAVE

AXE = Path("bot/door/client/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
MOST_TABS = 20
TALK = "Het gesprek. Ga met de pijltjes van bericht naar bericht."
NAMED = "document.activeElement.ariaLabel || document.activeElement.innerText"
DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
MESSAGES = ".webchat__basic-transcript__activity"
SAID_BY_US = ".webchat__bubble:not(.webchat__bubble--from-user)"


@dataclass
class Telephone:
    """A tab on our page. `complaints` is what broke on the way, and what our own rules of content refused."""

    page: Page
    bot: str
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Listen to complaints."""
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda line: self.complaints.append(line.text) if "Content Security" in line.text else None)

    async def scans(self, path: str) -> None:
        """Open what a square or a link says, and press the one button."""
        await self.page.goto(f"{self.bot}{path}")
        await self.page.get_by_role("button", name="Begin").click()
        await self.page.wait_for_url(f"{self.bot}/gesprek")

    async def says(self, text: str) -> None:
        """Type a message, send it, and wait until it is answered."""
        before = await self.heard()
        await self.types(text)
        await expect(self.page.locator(SAID_BY_US)).not_to_have_count(before)

    async def types(self, text: str) -> None:
        """Type a message and send it, whether or not anybody is there to answer."""
        await self.page.get_by_role("textbox", name="Uw bericht").fill(text)
        await self.page.keyboard.press("Enter")

    async def sends_a_file(self, file: Path) -> None:
        """Choose a file and send it."""
        await self.page.locator("input[type=file]").set_input_files(file)
        await self.page.get_by_role("button", name="Verzenden").click()

    async def clicks(self, title: str) -> None:
        """Press the newest button with these words."""
        await self.page.get_by_role("button", name=title, exact=True).last.click()

    async def downloads(self, title: str) -> bytes:
        """Press the newest button with these words, and return the file that comes of it."""
        async with self.page.context.expect_event("request", lambda sent: "/papers/" in sent.url) as asked:
            await self.clicks(title)
        answer = await self.page.request.get((await asked.value).url)
        return await answer.body()

    async def fills_in(self, answers: dict[str, str], button: str = SAVE) -> None:
        """Fill in the newest card that has this button, by words of its labels, and press it."""
        card = self.page.locator(".ac-adaptiveCard", has=self.page.get_by_role("button", name=button, exact=True)).last
        for label, answer in answers.items():
            await card.get_by_label(label).fill(answer)
        await card.get_by_role("button", name=button, exact=True).click()

    async def sees(self, *texts: str) -> None:
        """Wait until all of this is on the page."""
        for text in texts:
            await expect(self.page.locator(MESSAGES).filter(has_text=text).last).to_be_visible()

    async def tabs_to(self, name: str) -> None:
        """Press Tab until what has this name has the focus."""
        passed = []
        for _ in range(MOST_TABS):
            passed.append(await self.page.evaluate(NAMED))
            if passed[-1] == name:
                return
            await self.page.keyboard.press("Tab")
        raise AssertionError(f"{name!r} is not reached by Tab, but {[words[:60] for words in passed]}")

    async def enters(self, button: str) -> None:
        """Go to the newest message, into it, to a button, and press that: all by keys."""
        for name in (TALK, button):
            await self.tabs_to(name)
            await self.page.keyboard.press("Enter")

    async def heard(self) -> int:
        """Return how many messages of ours are on the page."""
        return await self.page.locator(SAID_BY_US).count()

    async def transcript(self) -> list[str]:
        """Return what stands in each message, oldest first."""
        return await self.page.locator(f"{MESSAGES} .webchat__bubble__content").all_inner_texts()

    async def picture(self, name: str) -> None:
        """Keep what is on the screen, as wide as a phone and wide."""
        for suffix, size in (("-phone", PHONE), ("", WIDE)):
            await self.page.set_viewport_size(size)
            await self.page.wait_for_function(DRAWN)
            await self.page.screenshot(path=PICTURES / f"{name}{suffix}.png")
        await self.page.set_viewport_size(PHONE)

    async def judged(self) -> list[str]:
        """Return what axe-core finds serious or critical on the page, as rule and place."""
        found: dict[str, Any] = await self.page.evaluate(f"() => {{ {AXE}; return axe.run(document) }}")
        grave = [one for one in found["violations"] if one["impact"] in ("serious", "critical")]
        return sorted({f"{one['id']}: {node['target'][-1]}" for one in grave for node in one["nodes"]})


@asynccontextmanager
async def telephone(browser: Browser, environment: dict[str, str]) -> AsyncIterator[Telephone]:
    """Open a browser of somebody new, at 390 pixels."""
    async with page_of(browser) as page:
        await page.set_viewport_size(PHONE)
        yield Telephone(page, f"http://127.0.0.1:{environment['PORT']}")
