"""A real dump of a database that people talked with, and the database that is made of it again."""

import asyncio
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, select
from sqlalchemy.ext.asyncio import AsyncEngine

from app import commands
from storage.database.engine import conninfo, create_engine
from storage.database.server import _programs


@dataclass
class Operator:
    """Whoever makes the dump, puts it back, and types commands at the new database."""

    capture: pytest.CaptureFixture[str]
    old: str
    new: str
    folder: Path
    engine: AsyncEngine

    async def dumps(self) -> None:
        """Make a back-up as the docs say."""
        await self.runs("pg_dump", "--format=custom", f"--file={self.dump}", conninfo(self.old))

    async def restores(self) -> None:
        """Make the new database of the back-up."""
        await self.runs("pg_restore", "--no-owner", f"--dbname={conninfo(self.new)}", str(self.dump))

    @property
    def dump(self) -> Path:
        """Return where the back-up is."""
        return self.folder / "laadmaat.dump"

    async def runs(self, program: str, *arguments: str) -> None:
        """Run a program of PostgreSQL."""
        process = await asyncio.create_subprocess_exec(
            _programs() / "bin" / program, *arguments, env={"PATH": os.environ["PATH"]}, stderr=asyncio.subprocess.PIPE
        )
        _, said = await process.communicate()
        assert process.returncode == 0, said.decode()

    async def types(self, *arguments: str, url: str = "") -> tuple[int, str]:
        """Run a command at the new database, or at another; return its exit code and what it said."""
        asked = commands().parse_args(arguments)
        self.capture.readouterr()
        code: int = await asyncio.to_thread(asked.run, None, url or self.new, asked)
        said = self.capture.readouterr()
        assert not said.err
        return code, said.out

    async def rows(self, table: Table) -> list[dict[str, Any]]:
        """Return the rows of a table in the new database."""
        async with self.engine.connect() as connection:
            return [dict(row._mapping) for row in await connection.execute(select(table))]


@pytest.fixture
async def operator(
    capsys: pytest.CaptureFixture[str], tableless_url: str, database_url: str, tmp_path: Path
) -> AsyncIterator[Operator]:
    """Whoever looks after both databases."""
    engine = create_engine(tableless_url)
    yield Operator(capsys, database_url, tableless_url, tmp_path, engine)
    await engine.dispose()
