"""The buttons below a dry run: they work once, for who sent the file, and for the file that was checked."""

import pytest
from sqlalchemy import text, update

from dialogs.turn.refusals import OLD_BUTTON
from storage.tables.registers import import_file
from tests.chat import Chat
from tests.person import Person
from tests.registers import files
from tests.registers.conftest import Noor
from tests.registers.files import BAKKER
from tests.registers.sending import COMPANIES, TOLD, carries_out, sends
from tests.tables import rows


async def test_a_button_works_once(chat: Chat, anouk: Person, noor: Noor) -> None:
    await sends(chat, anouk, COMPANIES)
    card = anouk.newest("Voer uit")
    action = card.button("Voer uit")
    await anouk.presses(action, TOLD, card)
    await anouk.presses(action, TOLD, card)
    anouk.sees("Dit bestand is er niet meer, of het is al uitgevoerd.")
    await chat.works()
    await anouk.presses(action, TOLD, card)
    anouk.sees("Dit bestand is er niet meer, of het is al uitgevoerd.")
    assert len(await noor.runs()) == 1


async def test_what_is_not_carried_out_is_forgotten(chat: Chat, anouk: Person, noor: Noor) -> None:
    await sends(chat, anouk, COMPANIES)
    card = anouk.newest("Voer uit")
    action = card.button("Voer uit")
    await anouk.clicks("Niet uitvoeren")
    anouk.sees("Niet uitgevoerd. Het bestand is gewist.")
    assert await rows(chat, import_file) == []
    await anouk.presses(action, TOLD, card)
    anouk.sees("Dit bestand is er niet meer")
    assert await noor.companies() == []


async def test_a_newer_file_takes_the_place_of_one_that_waited(chat: Chat, anouk: Person, noor: Noor) -> None:
    await sends(chat, anouk, COMPANIES)
    card = anouk.newest("Voer uit")
    await sends(chat, anouk, files.companies(BAKKER))
    await anouk.presses(card.button("Voer uit"), TOLD, card)
    anouk.sees("Dit bestand is er niet meer")
    await carries_out(chat, anouk)
    assert [name for _, name, _ in await noor.companies()] == ["Bakker Bouw"]


@pytest.mark.parametrize("change", [{"digest": "0" * 64}, {"file": "nergens"}, {"file": "6f1c6f1c-6f1c-46f1-8f1c-6f1c6f1c6f1c"}])
async def test_only_the_file_that_was_checked_is_carried_out(
    chat: Chat, anouk: Person, noor: Noor, change: dict[str, str]
) -> None:
    await sends(chat, anouk, COMPANIES)
    data = anouk.newest("Voer uit").button("Voer uit")["data"]["data"]
    await anouk.presses_raw("import", {**data, **change}, TOLD)
    anouk.sees("Dit bestand is er niet meer")
    assert chat.queue == []


@pytest.mark.parametrize("team", [True, False])
async def test_nobody_else_can_send_or_press(chat: Chat, anouk: Person, noor: Noor, team: bool) -> None:
    await sends(chat, anouk, COMPANIES)
    data = anouk.newest("Voer uit").button("Voer uit")["data"]["data"]
    piet = chat.person("Piet", team=team)
    await piet.opens()
    await piet.sends_a_file("lijst.csv", COMPANIES.encode())
    piet.sees("Bestanden en plaatjes kan ik niet lezen.")
    for verb in ("import", "import_not"):
        await piet.presses_raw(verb, data, TOLD)
        piet.sees(OLD_BUTTON)
    await piet.says("importeren")
    piet.sees_not("Stuur mij hier een bestand")
    assert len(await rows(chat, import_file)) == 1
    assert await noor.companies() == []


async def test_another_administrator_cannot_press_either(chat: Chat, anouk: Person) -> None:
    await sends(chat, anouk, COMPANIES)
    data = anouk.newest("Voer uit").button("Voer uit")["data"]["data"]
    async with chat.database.begin() as connection:
        other = "insert into intake (id) values (gen_random_uuid()) returning id"
        own = (await connection.execute(text(other))).scalar_one()
        made = "insert into person (id, tenant, object_id, intake_id) values (gen_random_uuid(), 't', 'o', :own) returning id"
        somebody = (await connection.execute(text(made), {"own": own})).scalar_one()
        await connection.execute(update(import_file).values(person_id=somebody))
    await anouk.presses_raw("import", data, TOLD)
    anouk.sees("Dit bestand is er niet meer")
