"""Who asks for their data reads how long each kind is kept, and what stays of it after erasing: as the tables declare."""

import io
import json

import pytest
from docx import Document
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.database.transactions import transaction
from storage.tables.base import retention_of
from storage.tables.paper import paper
from storage.tables.people import answer, consent_event, intake
from tests.chat import Chat
from tests.person import Person


@pytest.fixture
def chat(database: AsyncEngine) -> Chat:
    return Chat(database, saves=True)


async def begins(chat: Chat) -> Person:
    """Let Fatima say yes and name her company."""
    fatima = chat.person("Fatima Jansen")
    await fatima.opens()
    for said in ("ja", "kort", "Jansen Transport"):
        await fatima.says(said)
    return fatima


async def test_the_short_card_says_how_long_each_kind_is_kept(chat: Chat) -> None:
    fatima = await begins(chat)
    await fatima.says("mijn gegevens")
    fatima.sees(
        "Over uw bedrijf\nJansen Transport\n (2 jaar na uw laatste antwoord)",
        "Uw antwoorden\n1 antwoord\n (zolang uw intake bestaat)",
        "Toestemming\n1 besluit, nu 1 keer ja\n (zolang de aanpak duurt)",
    )


async def test_the_download_says_it_for_machines_and_to_read(chat: Chat) -> None:
    fatima = await begins(chat)
    await fatima.says("download")
    async with transaction(chat.database) as connection:
        contents = {row.media_type: row.content for row in await connection.execute(select(paper))}
    data = json.loads(contents["application/json"])
    assert {row["bewaard"] for row in data["antwoorden"]} == {retention_of(answer).how_long}
    assert {row["blijft"] for row in data["toestemming"]} == {retention_of(consent_event).left}
    [readable] = (content for kind, content in contents.items() if "word" in kind)
    words = " ".join(line.text for line in Document(io.BytesIO(readable)).paragraphs)
    assert f"Hoe lang: {retention_of(intake).how_long}." in words
    assert f"Hoe lang: zolang de aanpak duurt. Laat u alles wissen? {retention_of(consent_event).left}" in words
