"""Pictures of every example card, light and dark, wide and as on a phone: `python -m tests.cards.pictures FOLDER`."""

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from cards.rendering import render
from tests.cards.examples import EXAMPLES

LOOK = Path(__file__).parent / "judge" / "look.html"
CHROMIUM = "/usr/bin/chromium"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
SIZES = {"phone": (390, "dark"), "phone-light": (390, "light"), "wide": (900, "light")}


def photograph(page: Page, folder: Path, name: str, content: dict[str, object]) -> None:
    """Save one card in each size."""
    for size, (width, theme) in SIZES.items():
        page.set_viewport_size({"width": width, "height": 200})
        page.evaluate("([content, theme]) => show(content, theme)", [content, theme])
        page.screenshot(path=folder / f"{name}-{size}.png", full_page=True)


def main(folder: Path) -> None:
    """Save every example of every card in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page(device_scale_factor=2)
        page.goto(LOOK.as_uri())
        for name, card in EXAMPLES.items():
            photograph(page, folder, name, render(card))
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
