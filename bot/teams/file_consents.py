"""Reading the answer on a file consent card: hostile until it is cut down to a paper and a place to save it."""

from collections.abc import Mapping
from typing import Any

from dialogs.turn.events import PaperAnswered, Upload

LONGEST = 8000  # characters of an address


def read_consent(value: Any, card: str | None) -> PaperAnswered:  # noqa: ANN401 - JSON of any shape
    """Read the value of a fileConsent/invoke; a yes without a place to save is a no."""
    whole = _mapping(value)
    paper = str(_mapping(whole.get("context")).get("paper", ""))[:100]
    upload = read_upload(whole.get("uploadInfo")) if whole.get("action") == "accept" else None
    return PaperAnswered(paper, upload, card)


def read_upload(info: Any) -> Upload | None:  # noqa: ANN401 - JSON of any shape
    """Read where a file may be saved; None when that is not said."""
    said = _mapping(info)
    names = ("uploadUrl", "contentUrl", "name", "uniqueId", "fileType")
    address, shown_at, *rest = (str(said.get(name) or "")[:LONGEST] for name in names)
    if not address.startswith("https://") and not address.startswith("http://"):
        return None
    return Upload(address, shown_at if shown_at.startswith(("https://", "http://")) else "", *rest)


def _mapping(found: Any) -> Mapping[str, Any]:  # noqa: ANN401 - JSON of any shape
    return found if isinstance(found, Mapping) else {}
