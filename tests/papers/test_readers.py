"""Figures of the plan map are for governments: every paper says who reads it, and none for companies holds them."""

import ast
import io
import zipfile
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from cards.papers.contents import OutlookPaper
from dialogs.demand import paper as outlook_page
from dialogs.terrains.advice import ADVICE
from domain.papers.papers import Readers
from domain.plan.advice import Advice
from domain.plan.routes import ROUTES, Route
from storage.database.transactions import transaction
from storage.tables.paper import paper
from storage.tables.registers import plan_map
from tests.beginnings import finish_short, talk
from tests.chat import Chat
from tests.dossier.arranging import noor_of
from tests.papers.test_factsheet_paper import streams
from tests.tables import rows
from tests.terrains.arranging import register

ROOT = Path(__file__).parents[2]
FIGURES = (7654.0, 3217.0)  # of no answer, and of nothing that is calculated
SIGNS = ("7.654", "7654", "3.217", "3217", "7,654", "3,217", "volledige congestie", "lankaart")
# Every place where a paper is made, with who reads it. A new one fails until it says so here, and is asked for below.
MAKERS = {
    "dialogs/companies/sheet.py": {Readers.TEAM},
    "dialogs/demand/paper.py": {Readers.COMPANIES},
    "dialogs/door/ways.py": {Readers.COMPANIES},
    "dialogs/dossier/talks.py": {Readers.COMPANIES},
    "dialogs/disclosure/exports.py": {Readers.TEAM},
    "dialogs/disclosure/factsheets.py": {Readers.COMPANIES},
    "dialogs/notices/sending.py": {Readers.COMPANIES},
    "dialogs/own_data/paper.py": {Readers.COMPANIES},
    "dialogs/papers/pack_contents.py": {Readers.COMPANIES},
    "dialogs/registers/imports.py": {Readers.TEAM},
    "dialogs/rounds/session_news.py": {Readers.COMPANIES},
    "dialogs/sessions/calendar.py": {Readers.COMPANIES},
    "dialogs/sessions/papers.py": {Readers.COMPANIES},
    "dialogs/terrains/portfolio_sheet.py": {Readers.COMPANIES, Readers.GOVERNMENT},
}


def makers() -> dict[str, set[Readers]]:
    """Return which modules make a paper, and for whom they say it is."""
    found: dict[str, set[Readers]] = {}
    for path in sorted(path for room in ("dialogs", "bot", "cards", "storage") for path in (ROOT / room).rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        nodes = list(ast.walk(ast.parse(source))) if "Paper(" in source else []
        makes = any(isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Paper" for node in nodes)
        if makes and path != ROOT / "storage/papers/papers.py":  # that one reads what was made before
            said = (node for node in nodes if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "Readers")
            found[str(path.relative_to(ROOT))] = {Readers[node.attr] for node in said} or {Readers.COMPANIES}
    return found


def test_every_paper_says_who_reads_it() -> None:
    assert makers() == MAKERS


@pytest.fixture
async def chat(database: AsyncEngine) -> Chat:
    """A chat on a terrain whose plan map has figures that nothing else has."""
    await register(database)
    chat = Chat(database, saves=True)
    values = {"terrain_id": "t-1", "charging_kw": FIGURES[0], "grid_kw": FIGURES[1], "congestion": "volledige congestie"}
    async with transaction(database) as connection:
        for year in (2030, 2035):
            await connection.execute(plan_map.insert().values(**values, year=year, origin_file="x", origin_at=chat.now))
    return chat


def words_in(content: bytes) -> str:
    """Return all text of a paper, whatever it is: the parts of an office file, or what a PDF draws."""
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist() if name.endswith(".xml"))
    if content[:4] == b"%PDF":
        return streams(content)
    return content.decode("utf-8", "replace")


async def test_the_sheet_that_goes_along_to_a_company_has_no_plan_map(chat: Chat) -> None:
    noor = await noor_of(chat)
    await finish_short(chat)
    await noor.says("gesprek jansen transport")
    noor.sees("7.654 kW", "De plankaart gaat over het hele terrein.")  # the team sees it, and why the two differ
    await noor.says("gespreksblad jansen transport")
    [row] = await rows(chat, paper)
    found = words_in(row["content"])
    assert "Jansen Transport" in found
    assert [sign for sign in SIGNS[:-1] if sign in found] == []


async def test_the_page_of_an_own_outlook_has_no_plan_map(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = list[str]()

    def kept(page: OutlookPaper, *_: str) -> bytes:
        """Return nothing of the page, and keep its words: those in a PDF are numbers of a font."""
        pages.append(page.model_dump_json())
        return b"%PDF-"

    monkeypatch.setattr(outlook_page, "make_outlook_page", kept)
    fatima = await finish_short(chat)
    await fatima.says("mijn laadvraag op papier")
    [found] = pages
    assert "Laadvraag van Jansen Transport" in found
    assert [sign for sign in SIGNS if sign in found] == []


async def test_the_list_for_governments_has_it_and_says_so(chat: Chat) -> None:
    noor = await noor_of(chat)
    await talk(noor, "terreinen")
    await noor.clicks("Excel")
    [row] = await rows(chat, paper)
    assert "7654" in words_in(row["content"])
    assert "niet voor bedrijven" in words_in(row["content"])


def test_a_broad_initiative_hears_what_may_be_shared() -> None:
    assert "alleen met een overheid" in ROUTES[Route.BROAD].then
    assert "overheid" in ADVICE[Advice.FOLLOW].text
    assert "alleen de factsheet" in ADVICE[Advice.FOLLOW].hint
