"""A company's outlook as a page: one page whatever is in it, hers alone, in words for somebody who never saw the chat."""

import datetime
import re
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cards.papers.contents import OutlookPaper, OutlookPeaks
from cards.papers.outlook import make_outlook_page
from cards.views.card import Fact, FactGroup
from domain.knowledge.standard import STANDARD_ITEMS
from storage.tables.paper import paper
from tests.beginnings import agree, talk
from tests.chat import Chat
from tests.demand.test_outlook import GRID, known_company
from tests.language import faults
from tests.papers.test_links import link
from tests.tables import rows

MOMENT = datetime.datetime(2026, 11, 23, 10, tzinfo=datetime.UTC)
FACTS = tuple(
    Fact(label=label, value="1.234.567 kWh", remark="900.000 tot 2.000.000")
    for label in ("Stroom per dag", "Meteen laden", "Gespreid laden", "Past het?", "Stroom per jaar", "CO2 per jaar")
)
FULL = OutlookPaper(
    title="Laadvraag van Jansen Transport",
    below="Wat elektrisch laden vraagt van uw aansluiting. Indicatie van 23 november 2026.",
    headline="Spreiden scheelt u 418 kW. Dan past 2030 waarschijnlijk. In 2035 past het niet, ook niet gespreid.",
    chart_title="Hoogste vermogen om te laden",
    peaks=tuple(OutlookPeaks(label=label, at_once=600, spread=182) for label in ("Nu", "2030", "2035")),
    rooms=(("Uw ruimte overdag", 90), ("Uw ruimte 's nachts", 250)),
    years=tuple(FactGroup(title=title, facts=FACTS) for title in ("Nu", "In 2030", "In 2035")),
    advice=("Uw eerste stap: zelf spreiden. Kies laadpunten die de stroom zelf verdelen.",) * 8,
    costs=("10 laadpunten van 100 kW: 250.000 tot 500.000 euro eenmalig.",) * 9,
    dated="Indicatie op basis van de antwoorden van 23 november 2026.",
    at=MOMENT,
)


def pages_of(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(re.findall(rb"/Type /Page[\s/>]", pdf))


def drawn_words(pdf: bytes) -> str:
    """Return what the page draws, unpacked."""
    streams = []
    for part in pdf.split(b"stream\n")[1:]:
        try:
            streams.append(zlib.decompress(part.split(b"\nendstream")[0]))
        except zlib.error:
            continue
    return b"".join(streams).decode("latin-1")


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"title": "Laadvraag van " + "Van den Boogaard en Zonen Internationaal Transport " * 6},
        {"title": "Laadvraag van $a$ {\\frac} & <b> 包装"},
        {"peaks": (), "rooms": (), "years": FULL.years[:1]},
        {"peaks": FULL.peaks[:1], "rooms": ()},
        {"advice": FULL.advice * 10, "costs": FULL.costs * 10, "headline": FULL.headline * 4},
        {"years": ()},
    ],
)
def test_it_stays_one_page(changes: dict[str, object]) -> None:
    pdf = make_outlook_page(FULL.model_copy(update=changes), "NAL-regio Oost", "laadmaat@voorbeeld.nl")
    assert pdf.startswith(b"%PDF-")
    assert pages_of(pdf) == 1


@settings(max_examples=8)  # each draws a whole page
@given(st.text(max_size=300), st.lists(st.text(max_size=400), max_size=12))
def test_no_words_break_it(title: str, lines: list[str]) -> None:
    wild = FULL.model_copy(update={"title": title, "headline": title, "advice": tuple(lines), "costs": tuple(lines)})
    assert pages_of(make_outlook_page(wild, title, title)) == 1


def test_the_same_outlook_makes_the_same_page() -> None:
    one, other = (make_outlook_page(FULL, "NAL-regio Oost", "laadmaat@voorbeeld.nl") for _ in range(2))
    assert one == other
    assert drawn_words(one)


async def test_the_whole_on_paper_is_hers_alone(chat: Chat) -> None:
    fatima = await known_company(chat)
    await fatima.clicks("Op papier")
    fatima.sees("Mijn laadvraag 2026-11-23.pdf", "Uw laadvraag op één pagina.")
    found = await chat.turns.linked_paper(link(fatima))
    assert found is not None
    assert pages_of(found.content) == 1
    for words in ("heb je dat op papier", "mijn laadvraag op papier"):
        await fatima.says(words)
        fatima.sees("Mijn laadvraag 2026-11-23.pdf")
    kept = await rows(chat, paper)
    assert [len(one["about"]) for one in kept] == [1, 1, 1]
    await fatima.says("verwijder mijn gegevens")
    await fatima.clicks("Ja, wis alles")
    assert await rows(chat, paper) == []


async def test_nothing_known_is_nothing_on_paper(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "mijn laadvraag op papier")
    fatima.sees("Wij kunnen nog niets op papier zetten.")
    assert await rows(chat, paper) == []


async def test_before_the_first_consent_there_is_no_paper(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says("mijn laadvraag op papier")
    fatima.sees("Mogen wij uw antwoorden bewaren?")
    assert await rows(chat, paper) == []


async def test_its_words_need_no_chat_and_no_subsidy_outlives_its_day(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[OutlookPaper] = []

    def keep(page: OutlookPaper, *_: str) -> bytes:
        seen.append(page)
        return b"%PDF-1.7"

    monkeypatch.setattr("dialogs.demand.paper.make_outlook_page", keep)
    fatima = await known_company(chat)
    await fatima.clicks("Maak het scherper")
    await fatima.fills_in(GRID, "Opslaan")
    await fatima.says("mijn laadvraag op papier")
    chat.now = datetime.datetime.combine(STANDARD_ITEMS["subsidies"].valid_until, datetime.time(12), datetime.UTC)
    await fatima.says("mijn laadvraag op papier")
    chat.now += datetime.timedelta(days=1)
    await fatima.says("mijn laadvraag op papier")
    first, last_day, after = seen
    words = "\n".join((first.title, first.below, first.headline, *first.advice, *first.costs, first.dated))
    assert faults(words) == []
    assert "Jansen Transport" in first.title
    assert "23 november 2026" in first.below
    for never in ("Typ ", "knop", "kaart", "hieronder", "chat"):
        assert never not in words
    assert any("Of een regeling nu open is, weten wij niet." in line for line in last_day.costs)
    assert not any("regeling" in line for line in after.costs)
