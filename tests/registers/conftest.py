"""What the tests of registers share: two terrains, and Noor at the command line."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.registers.importing.command import Operator, run_import
from storage.tables.registers import company, company_contact, import_run
from storage.tables.terrain import terrain
from tests.chat import Chat
from tests.person import Person
from tests.registers import files

NOW = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
PLACES = (("9001", "Zilverhoek"), ("9002", "De Wilgenkamp"))


@pytest.fixture
async def register(database: AsyncEngine) -> AsyncEngine:
    """Two terrains without companies."""
    async with database.begin() as connection:
        rows = [{"id": id_, "name": name, "invented": False, "origin_file": "x", "origin_at": NOW} for id_, name in PLACES]
        await connection.execute(terrain.insert(), rows)
    return database


@dataclass
class Noor:
    """Somebody at the command line, who remembers what was said and answers what is asked."""

    engine: AsyncEngine
    folder: Path
    heard: list[str] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def imports(self, content: str | bytes, *, name: str = "", told: bool = True, dry_run: bool = False) -> int:
        """Import a file with this content; `told` says where contacts come from."""
        self.heard, self.asked = [], []
        path = self.folder / (name or ("lijst.csv" if isinstance(content, str) else "lijst.xlsx"))
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        operator = Operator(self.heard.append, self.answer if self.answers else None)
        source, ground = ("Handelsregister", "gerechtvaardigd belang") if told else ("", "")
        return await run_import(path, self.engine, operator, dry_run=dry_run, source=source, ground=ground)

    async def imports_companies(self, *rows: str, told: bool = True) -> int:
        """Import rows of companies."""
        return await self.imports(files.companies(*rows), told=told)

    def answer(self, question: str) -> str:
        """Answer a question at the prompt."""
        self.asked.append(question)
        return next(answer for words, answer in self.answers.items() if words in question)

    @property
    def counted(self) -> str:
        """Return the counts that were heard."""
        return next(line for line in self.heard if line.startswith("Nieuw: "))

    @property
    def refusals(self) -> list[str]:
        """Return the refused and passed over rows that were heard."""
        return [line for line in self.heard if line.startswith("Regel ")]

    async def companies(self) -> list[tuple[str, str, str]]:
        """Return terrain, name and KvK number of every company."""
        columns = (company.c.terrain_id, company.c.name, company.c.kvk)
        return await self.rows(select(*columns).order_by(company.c.name, company.c.terrain_id))

    async def contacts(self) -> list[tuple[str, str, str, str]]:
        """Return company, name, address and number of every contact."""
        columns = (company.c.name, company_contact.c.name, company_contact.c.email, company_contact.c.phone)
        joined = select(*columns).join(company, company.c.id == company_contact.c.company_id)
        return await self.rows(joined.order_by(company.c.name, company_contact.c.key))

    async def runs(self) -> list[tuple[str, str, str]]:
        """Return kind, source and ground of every import."""
        return await self.rows(select(import_run.c.kind, import_run.c.source, import_run.c.ground).order_by(import_run.c.id))

    async def rows(self, statement: Select[Any]) -> list[Any]:
        """Return rows as tuples."""
        async with self.engine.connect() as connection:
            found: Sequence[Any] = (await connection.execute(statement)).all()
        return [tuple(row) for row in found]


@pytest.fixture
def noor(register: AsyncEngine, tmp_path: Path) -> Noor:
    return Noor(register, tmp_path)


@pytest.fixture
def chat(register: AsyncEngine) -> Chat:
    return Chat(register, public_url="https://laadmaat.voorbeeld.example")


@pytest.fixture
def anouk(chat: Chat) -> Person:
    """An administrator."""
    return chat.person("Anouk", admin=True)
