"""What the Playground can do beside chatting: sending a file in the shape that Teams gives it, and posting in a channel."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.async_api import expect

from bot.teams.inbound import FILE
from tests.e2e.window import Window

_PASTE = """(area, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    area.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true}));
}"""
_EDITOR = "[data-lexical-editor=true]:visible"


@contextmanager
def file_host(folder: Path) -> Iterator[str]:
    """Serve the files of a folder on this machine, as OneDrive does; gives the address."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


async def send_file(window: Window, address: str) -> None:
    """Send the file at this address. The Playground has no button for that, but lets one write what Teams would send."""
    await window.remembers()
    page = window.page
    await page.get_by_role("button", name="Mock an Activity").click()
    await page.get_by_text("Custom activity", exact=True).click()
    lines = page.get_by_role("dialog").locator(".view-lines")
    await lines.get_by_text('"type"').wait_for()
    words = (await lines.inner_text()).replace("\N{NO-BREAK SPACE}", " ")
    activity: dict[str, Any] = json.loads(words[: words.rindex(',\n  "type"')] + "}")
    file = {"contentType": FILE, "name": address.rsplit("/", 1)[1], "content": {"downloadUrl": address, "fileType": "csv"}}
    await lines.click()
    await page.keyboard.press("Control+A")
    written = json.dumps({**activity, "type": "message", "attachments": [file]})
    await page.get_by_role("dialog").locator("textarea").evaluate(_PASTE, written)  # what is typed, the editor completes
    await page.get_by_role("button", name="Send activity").click()
    await window.hears()


async def post(window: Window, channel: str, text: str, *hears: str) -> None:
    """Mention the bot in a new post in a channel, and wait until all of this is in the newest thread."""
    page = window.page
    await page.get_by_text(channel, exact=True).first.click()
    await page.locator(_EDITOR).first.click()
    await page.keyboard.type("@Laad", delay=30)
    await page.locator("[role=option], [role=menuitem], li").get_by_text("Laadmaat", exact=True).last.click()
    await page.keyboard.insert_text(f" {text}")
    await page.get_by_role("button", name="Post").click()
    thread = page.get_by_role("group").filter(has_text=text).first
    for words in hears[:1]:
        await expect(thread).to_contain_text(words)
    more = thread.get_by_role("button", name="Meer", exact=True)
    if await more.count():  # what is behind it is not on the page before
        await more.last.click()
    for words in hears[1:]:
        await expect(thread).to_contain_text(words)
