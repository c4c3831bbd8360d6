"""The form that CONTRIBUTING.md shows: declared in forty lines, filled in by companies, and its result."""

import datetime
from pathlib import Path

from domain.forms.results import FieldResult, FormResult
from storage.tables.forms import form_response, form_version
from tests.chat import Chat
from tests.forms import example
from tests.forms.asking import held, opens, result
from tests.sessions.beginnings import company
from tests.tables import rows

SOURCE = Path(example.__file__).read_text(encoding="utf-8")
PAGE = Path(__file__).parents[2] / "CONTRIBUTING.md"


def test_the_page_shows_it_whole_in_forty_lines() -> None:
    assert f"```python\n{SOURCE}```" in PAGE.read_text(encoding="utf-8")
    assert len(SOURCE.splitlines()) <= 40


async def test_companies_fill_it_in_change_their_mind_and_are_counted_once(chat_either_way: Chat) -> None:
    chat = chat_either_way
    fatima, piet = await company(chat, "Fatima", "Jansen Transport"), await company(chat, "Piet", "Bakkerij Piet")
    await held(chat)
    await opens(chat, fatima)
    fatima.sees("Doet u mee?", "Jansen Transport", "Hoeveel plekken brengt u in?")
    await fatima.fills_in({"Hoeveel plekken brengt u in?": "900"}, "Opslaan")
    fatima.sees("Er is nog niets bewaard.", "Vul dit in.", "Vul een getal in van 0 tot 500.")
    await fatima.fills_in({"willing": "yes", "bays": "4", "why": "Er is ruimte achter de hal."}, "Opslaan")
    fatima.sees("Bewaard.", "Ja", "Er is ruimte achter de hal.")
    await opens(chat, piet)
    await piet.fills_in({"willing": "no"}, "Opslaan")
    assert await result(chat) == FormResult(2, {
        "willing": FieldResult({"yes": 1, "maybe": 0, "no": 1}),
        "bays": FieldResult(total=4),
        "why": FieldResult(texts=("Er is ruimte achter de hal.",)),
    })  # fmt: skip
    await fatima.clicks("Wijzig")
    await fatima.fills_in({"willing": "maybe", "bays": "2"}, "Opslaan")
    changed = (await result(chat)).fields
    assert (changed["willing"].counts, changed["bays"].total) == ({"yes": 0, "maybe": 1, "no": 1}, 2)
    assert [(row["number"], row["revision"]) for row in await rows(chat, form_version)] == [(1, 1), (1, 2), (2, 1)]


async def test_what_comes_after_the_end_is_not_kept_and_not_lost(chat: Chat) -> None:
    fatima = await company(chat, "Fatima", "Jansen Transport")
    await held(chat)
    await opens(chat, fatima)
    chat.now += datetime.timedelta(days=14)
    await fatima.fills_in({"willing": "yes", "why": "Er is ruimte achter de hal."}, "Opslaan")
    fatima.sees("Invullen kan nu niet. Er is niets bewaard.", "Er is ruimte achter de hal.")
    await opens(chat, fatima)
    fatima.sees("Invullen kan nu niet.")
    assert await rows(chat, form_response) == []


async def test_before_the_session_is_over_it_is_not_open_yet(chat: Chat) -> None:
    fatima = await company(chat, "Fatima", "Jansen Transport")
    await held(chat)
    chat.now -= datetime.timedelta(hours=1)
    await opens(chat, fatima)
    fatima.sees("Invullen kan nu niet.")
