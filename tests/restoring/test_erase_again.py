"""Who took everything back after the back-up is erased again after it was put back; who did not, stays."""

import datetime
import json
from pathlib import Path

import pytest

from storage.database.migrate import all_tables
from storage.tables.people import answer, consent_event, intake, person
from storage.tables.registers import objection
from storage.tables.terrain import terrain
from storage.tables.turn import turn
from tests.beginnings import CONSENTS, SHORT, agree, talk
from tests.chat import Chat
from tests.person import Person
from tests.registers.conftest import Noor
from tests.registers.files import JANSEN
from tests.restoring.conftest import Operator
from tests.tables import rows

SINCE = ("erase", "--since", "2026-11-23T12:00")
EVENING = datetime.datetime(2026, 11, 23, 18, 0, tzinfo=datetime.UTC)


async def finish(chat: Chat, name: str, company_name: str) -> Person:
    """Return somebody who finished the short version for a company."""
    somebody = chat.person(name)
    await agree(somebody)
    await talk(somebody, company_name, *SHORT[1:], *CONSENTS, "ja")
    somebody.sees("Dank u wel")
    return somebody


async def take_back(somebody: Person, purpose: str) -> None:
    """Take one consent back by its button."""
    await somebody.says("toestemming")
    overview = somebody.newest("Trek in")
    button = next(node for node in overview.all_buttons() if node["data"]["data"].get("purpose") == purpose)
    await somebody.presses(button, {}, overview)


async def lose_the_evening(chat: Chat, operator: Operator) -> Person:
    """Let people talk, make a back-up, let one erase everything and one take something back, and put the back-up back."""
    fatima = await finish(chat, "Fatima Jansen", "Jansen Transport")
    bram = await finish(chat, "Bram Bakker", "Bakker Logistiek")
    noor = chat.person("Noor", team=True)
    await talk(noor, "intake namens De Boer Logistiek", "ja", "kort", *SHORT[1:4])
    await chat.turns.receipts.write()
    await operator.dumps()
    chat.now = EVENING
    await talk(fatima, "verwijder mijn gegevens", "ja")
    await take_back(bram, "total")
    await talk(noor, "verwijder mijn gegevens", "ja")
    noor.sees("gewist")
    await operator.restores()
    return noor


async def traces(operator: Operator, *words: str) -> list[str]:
    """Return which tables of the new database hold one of these words, in whatever column."""
    found = []
    for table in all_tables().sorted_tables:
        kept = json.dumps(await operator.rows(table), default=str, ensure_ascii=False).casefold()
        found += [f"{table.name}: {word}" for word in words if word.casefold() in kept]
    return found


async def test_a_restore_undoes_an_erasure_and_the_command_does_it_again(chat: Chat, operator: Operator) -> None:
    await lose_the_evening(chat, operator)
    told = ("Fatima Jansen", "Jansen Transport", chat.person("Fatima Jansen").sender.object_id, "De Boer Logistiek")
    assert await traces(operator, *told)  # the attack: what was promised to be gone is back
    code, said = await operator.types(*SINCE, "--from", operator.old, "--yes")

    assert (code, said.splitlines()[-1]) == (0, "Dit is opgeslagen.")
    assert "Gewist: 1 personen, 2 intakes en 0 contacten." in said
    assert await traces(operator, *told) == []
    assert {row["name"] for row in await operator.rows(person)} == {"Bram Bakker", "Noor"}
    assert all(row["person_id"] or row["outgoing"] == [] for row in await operator.rows(turn))


async def test_what_others_said_stays_and_what_they_took_back_goes_again(chat: Chat, operator: Operator) -> None:
    await lose_the_evening(chat, operator)
    await operator.types(*SINCE, "--from", operator.old, "--yes")

    [bram] = [row for row in await operator.rows(intake) if row["company"] == "Bakker Logistiek"]
    states = {purpose: decision["state"] for purpose, decision in bram["current"]["consents"].items()}
    assert (states["total"], states["operator"]) == ("withdrawn", "given")
    assert len([row for row in await operator.rows(answer) if row["intake_id"] == bram["id"]]) >= len(SHORT)
    kept = [{name: value for name, value in row.items() if name != "id"} for row in await operator.rows(consent_event)]
    assert kept == [{name: value for name, value in row.items() if name != "id"} for row in await rows(chat, consent_event)]


async def test_without_yes_it_only_says_what_it_would_do(chat: Chat, operator: Operator) -> None:
    await lose_the_evening(chat, operator)
    before = [await operator.rows(table) for table in all_tables().sorted_tables]
    code, said = await operator.types(*SINCE, "--from", operator.old)
    assert code == 0
    assert "Gewist: 1 personen, 2 intakes" in said
    assert said.splitlines()[-1] == "Dit was een proef. Er is niets veranderd. Met --yes gebeurt het echt."
    assert [await operator.rows(table) for table in all_tables().sorted_tables] == before


async def test_doing_it_again_changes_nothing_more(chat: Chat, operator: Operator) -> None:
    await lose_the_evening(chat, operator)
    await operator.types(*SINCE, "--from", operator.old, "--yes")
    before = [await operator.rows(table) for table in all_tables().sorted_tables]
    _, said = await operator.types(*SINCE, "--from", operator.old, "--yes")
    assert said.splitlines()[-1] == "Er is niets om opnieuw te wissen."
    assert [await operator.rows(table) for table in all_tables().sorted_tables] == before


async def test_a_file_does_when_the_old_database_is_lost(chat: Chat, operator: Operator) -> None:
    await lose_the_evening(chat, operator)
    file = operator.folder / "besluiten.jsonl"
    assert (await operator.types("consents", "--out", str(file), url=operator.old))[0] == 0
    assert file.stat().st_mode & 0o777 == 0o600
    assert [word for word in ("Fatima", "Jansen", "Bakker", "Hessenpoort") if word in file.read_text()] == []
    code, said = await operator.types(*SINCE, "--from", str(file), "--yes")
    assert (code, await traces(operator, "Fatima Jansen", "Jansen Transport")) == (0, [])
    assert "Gewist: 1 personen, 2 intakes en 0 contacten." in said


async def test_the_file_keeps_what_a_restored_database_no_longer_has(chat: Chat, operator: Operator) -> None:
    await lose_the_evening(chat, operator)
    file = operator.folder / "besluiten.jsonl"
    await operator.types("consents", "--out", str(file), url=operator.old)
    before = file.read_text()
    assert await operator.types("consents", "--out", str(file)) == (0, "besluiten.jsonl: 0 besluiten erbij.\n")
    assert file.read_text() == before


async def test_a_moment_after_the_backup_is_remarked_on(chat: Chat, operator: Operator) -> None:
    await lose_the_evening(chat, operator)
    _, said = await operator.types("erase", "--since", "2026-11-23T23:00", "--from", operator.old)
    assert "van daarvoor staan hier ook niet. Kies dan een vroeger moment." in said


async def test_who_came_back_after_the_erasure_is_left_alone(chat: Chat, operator: Operator) -> None:
    fatima = await finish(chat, "Fatima", "Jansen Transport")
    chat.now = EVENING
    await talk(fatima, "verwijder mijn gegevens", "ja")
    await agree(fatima)
    await talk(fatima, "Jansen Transport")
    await chat.turns.receipts.write()
    _, said = await operator.types(*SINCE, "--yes", url=operator.old)
    assert said.splitlines()[-1] == "Er is niets om opnieuw te wissen."
    assert [row["name"] for row in await rows(chat, person)] == ["Fatima"]


async def test_who_may_not_be_kept_is_erased_again(chat: Chat, operator: Operator) -> None:
    async with chat.database.begin() as connection:
        place = {"id": "9001", "name": "Zilverhoek", "invented": False, "origin_file": "x", "origin_at": EVENING}
        await connection.execute(terrain.insert().values(place))
    assert await Noor(chat.database, operator.folder).imports_companies(JANSEN) == 0
    await operator.dumps()
    noor = chat.person("Noor", team=True)
    await noor.says("wis contact fatima@jansen.example")
    await operator.restores()
    _, said = await operator.types(*SINCE, "--from", operator.old, "--yes")
    assert "0 intakes en 1 contacten" in said
    assert await traces(operator, "Fatima Jansen", "fatima@jansen.example") == []
    assert await operator.rows(objection)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (("--since", "gisteren"), "Dit is geen moment. Typ het zoals 2026-11-28T03:00."),
        (("--since", "9999-12-31T23:00"), "Dit moment moet nog komen. Typ het moment van de back-up."),
        (("--since", "0001-01-01"), "Dit is geen moment. Typ het zoals 2026-11-28T03:00."),
        (("--since", "2026-11-23", "--from", "weg.jsonl"), "Het bestand weg.jsonl is niet te lezen."),
        (("--since", "2026-11-23", "--from", "mysql://u:geheim@x/y"), "Dit adres van een database klopt niet."),
        (("--since", "2026-11-23", "--from", "postgresql://u:geheim@127.0.0.1:1/y"), "Uit deze database zijn geen"),
    ],
)  # fmt: skip
async def test_bad_input_gets_one_clear_line(operator: Operator, database: object, typed: tuple[str, ...], line: str) -> None:
    code, said = await operator.types("erase", *typed, "--yes", url=operator.old)
    assert (code, said.count("\n")) == (1, 1)
    assert said.startswith(line)
    assert "geheim" not in said


@pytest.mark.parametrize(
    "content",
    ["nee", "{}", '{"objection":"x"}', '{"intake_id":"1"}', "\ufeff[]", "PGDMP\x00\x01", '{"objection":"' + "a" * 65 + '"}'],
)
async def test_a_file_of_another_kind_is_refused_by_line(
    operator: Operator, database: object, tmp_path: Path, content: str
) -> None:
    file = tmp_path / "besluiten.jsonl"
    file.write_text(content)
    code, said = await operator.types("erase", "--since", "2026-11-23", "--from", str(file), "--yes", url=operator.old)
    assert (code, said) == (1, "Regel 1 van besluiten.jsonl is geen besluit van Laadmaat.\n")
    assert await operator.types("consents", "--out", str(file), url=operator.old) == (code, said)
    assert file.read_text() == content
