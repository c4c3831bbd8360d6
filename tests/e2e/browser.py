"""Chromium, seeing nothing but this machine."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from playwright.async_api import Browser, Page, Route, ViewportSize, async_playwright

WIDE = ViewportSize(width=1280, height=900)
TALL = ViewportSize(width=1280, height=2000)
PHONE = ViewportSize(width=390, height=844)
TALL_PHONE = ViewportSize(width=390, height=2000)
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome")


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Start the machine's Chromium, or else the one Playwright brought."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield browser
        await browser.close()


@asynccontextmanager
async def page_of(browser: Browser) -> AsyncIterator[Page]:
    """Open a page with a Dutch visitor; what it wants from elsewhere (fonts, icons) it does not get."""
    context = await browser.new_context(viewport=WIDE, locale="nl-NL", timezone_id="Europe/Amsterdam")
    await context.route("**/*", _only_here)
    yield await context.new_page()
    await context.close()


async def _only_here(route: Route) -> None:
    if urlsplit(route.request.url).hostname in ("localhost", "127.0.0.1", None):
        await route.continue_()
    else:
        await route.abort()
