"""One person, two doors: by a code they type, never by a name; nothing is asked twice, and no answer is lost unasked."""

from uuid import uuid4

import pytest

from domain.door.entering import DoorWay
from domain.door.sessions import TENANT as DOOR
from storage.door.messages import put_message
from storage.tables.door import door_message, door_session
from storage.tables.inbox import request
from storage.tables.people import answer, intake, person
from tests.access.arranging import ZWOLLE, gives
from tests.beginnings import agree, meet, start, talk
from tests.chat import TENANT, Chat
from tests.door.arranging import asks_code, behind, comes_in, give_email, goes_on, known
from tests.tables import answers, decisions, rows

ANYTHING = {"text": "Jansen Transport"}
pytestmark = pytest.mark.usefixtures("registered")


async def test_who_types_the_code_in_teams_is_the_same_person_there(chat: Chat) -> None:
    fatima = await comes_in(chat)
    code, asked = await asks_code(fatima), fatima.screen
    teams = chat.person("Fatima in Teams")
    await teams.opens()
    await teams.says(f"koppel {code}")
    teams.sees("Gelukt. U doet nu mee in Teams", "met dezelfde antwoorden")
    await teams.says("overzicht")
    teams.sees("Jansen Transport", "Hessenpoort", "12")
    await teams.says("verder")
    teams.sees_not("Mogen wij", "Hoe heet uw bedrijf?")
    row = await known(chat, fatima)
    assert (row["tenant"], row["object_id"]) == (TENANT, teams.sender.object_id)
    assert (len(await rows(chat, person)), len(await rows(chat, intake))) == (1, 1)
    assert await decisions(chat, "keep") == ["given"]
    assert len(asked) == len(fatima.screen)


async def test_devices_go_on_and_what_we_say_ourselves_comes_in_teams(chat: Chat) -> None:
    fatima = await comes_in(chat)
    code = await asks_code(fatima)
    teams = await meet(chat, "Fatima in Teams")
    await teams.says(f"koppel {code}")
    assert await behind(chat, fatima) == teams.sender.object_id
    await goes_on(chat, fatima, teams)
    await fatima.says("overzicht")
    fatima.sees("Jansen Transport")
    assert (await known(chat, fatima))["reference"]["channelId"] == "msteams"
    await fatima.says("vraag wat kost het?")
    noor, [asked] = chat.person("Noor", team=True), await rows(chat, request)
    await noor.says(f"antwoord {asked['number']} Dat kost niets.")
    teams.fresh = []
    await chat.delivers()
    teams.sees("Dat kost niets.")


async def test_what_was_on_its_way_with_the_old_key_makes_nobody_new(chat: Chat) -> None:
    fatima = await comes_in(chat)
    teams = await meet(chat, "Fatima in Teams")
    await teams.says(f"koppel {await asks_code(fatima)}")
    await fatima.says("overzicht")
    fatima.sees_nothing()
    assert len(await rows(chat, person)) == 1


async def test_who_removed_the_bot_from_teams_is_reached_at_the_door(chat: Chat) -> None:
    fatima = await comes_in(chat)
    code = await asks_code(fatima)
    teams = await meet(chat, "Fatima in Teams")
    await teams.says(f"koppel {code}")
    await goes_on(chat, fatima, teams)
    await teams.leaves()
    await fatima.says("overzicht")
    assert (await known(chat, fatima))["reference"]["channelId"] == "webchat"


async def test_what_somebody_asked_in_teams_before_goes_along(chat: Chat) -> None:
    fatima = await comes_in(chat)
    code = await asks_code(fatima)
    teams = await meet(chat, "Fatima in Teams")
    await teams.says("vraag wat kost het?")
    await teams.says(code)
    teams.sees("Gelukt.")
    [asked] = await rows(chat, request)
    assert asked["person_id"] == (await known(chat, fatima))["id"]
    assert await decisions(chat, "keep") == ["given", "given"]


@pytest.mark.parametrize(
    ("chosen", "company", "gone"),
    [("Die van Teams", "Bakkerij Piet", "Jansen Transport"), ("Die van zonder Teams", "Jansen Transport", "Bakkerij Piet")],
)
async def test_with_answers_on_both_sides_one_chooses(chat: Chat, chosen: str, company: str, gone: str) -> None:
    fatima = await comes_in(chat)
    code = await asks_code(fatima)
    await put_message(chat.database, (await known(chat, fatima))["id"], uuid4(), ANYTHING, chat.now)
    teams = await start(chat, "Fatima in Teams", "Bakkerij Piet", "Hessenpoort", "3")
    await teams.says(f"koppel {code}")
    teams.sees("Welke houden wij? De andere wissen wij.", "In Teams: “Bakkerij Piet”.", "Zonder Teams: “Jansen Transport”.")
    await teams.clicks(chosen)
    teams.sees("Gelukt.")
    await teams.says("overzicht")
    teams.sees(company)
    teams.sees_not(gone)
    assert [value for value, _ in await answers(chat, "company.name")] == [company]
    [row] = await rows(chat, intake)
    assert (row["contacts"], (await known(chat, fatima))["intake_id"]) == (1, row["id"])
    assert await behind(chat, fatima) == teams.sender.object_id
    assert [one["activity"] for one in await rows(chat, door_message)] == ([] if gone.startswith("Jansen") else [ANYTHING])
    await goes_on(chat, fatima, teams)
    await fatima.says("overzicht")
    fatima.sees(company)


async def test_who_answered_in_teams_alone_keeps_that(chat: Chat) -> None:
    fatima = await chat.enters("Fatima", DoorWay.TERRAIN, "t-1")
    await talk(fatima, "ja", "koppel teams")
    teams = await start(chat, "Fatima in Teams", "Bakkerij Piet", "Hessenpoort", "3")
    await give_email(chat, teams)
    await teams.says(f"koppel {fatima.code()}")
    await teams.says("overzicht")
    teams.sees("Bakkerij Piet")
    hers = (await known(chat, fatima))["id"].hex
    [row] = await rows(chat, intake)
    assert row["current"]["answers"][f"contact.email@{hers}"]["value"] == "piet@voorbeeld.example"
    assert f"contact.email@{hers}" in {one["name"] for one in await rows(chat, answer)}


@pytest.mark.parametrize("said", ["Niet koppelen", "ja", "overzicht"])
async def test_without_a_choice_nothing_is_joined(chat: Chat, said: str) -> None:
    fatima = await comes_in(chat)
    code = await asks_code(fatima)
    teams = await start(chat, "Fatima in Teams", "Bakkerij Piet", "Hessenpoort", "3")
    await talk(teams, f"koppel {code}", said)
    teams.sees("Er is niets gekoppeld.")
    assert sorted(value for value, _ in await answers(chat, "company.name")) == ["Bakkerij Piet", "Jansen Transport"]
    assert (await known(chat, fatima))["tenant"] == DOOR


async def test_who_is_in_the_same_intake_already_keeps_it(chat: Chat) -> None:
    teams = await start(chat, "Fatima in Teams")
    await teams.says("collega")
    fatima = await chat.enters("Fatima", DoorWay.CODE, teams.code())
    await talk(fatima, "ja", "ja")
    fatima.sees("U werkt nu samen aan de antwoorden van Jansen Transport.")
    await teams.says(f"koppel {await asks_code(fatima)}")
    teams.sees("Gelukt.")
    [row] = await rows(chat, intake)
    assert (row["company"], row["contacts"]) == ("Jansen Transport", 1)
    assert await behind(chat, fatima) == teams.sender.object_id


async def test_who_holds_a_role_joins_nobody(chat: Chat) -> None:
    fatima = await comes_in(chat)
    code = await asks_code(fatima)
    noor = chat.person("Noor", team=True)
    await noor.opens()
    await noor.says(f"code {code}")
    noor.sees_not("Gelukt")
    both = await meet(chat, "Both")
    await gives(chat, both, ZWOLLE)
    await both.says(f"koppel {code}")
    both.sees("Met een rol in de aanpak doet u alleen in Teams mee.")
    assert (await known(chat, fatima))["tenant"] == DOOR


async def test_a_code_works_once_for_an_hour_and_not_at_the_door(chat: Chat) -> None:
    fatima = await comes_in(chat)
    first, code = await asks_code(fatima), await asks_code(fatima)
    piet = await chat.enters("Piet", DoorWay.TERRAIN, "t-1")
    await talk(piet, "ja", f"koppel {code}")
    piet.sees("Deze code werkt alleen in Teams.")
    assert await chat.presses_the_door(DoorWay.CODE, code) == "unknown"
    teams = await meet(chat, "Fatima in Teams")
    await teams.says(f"koppel {first}")
    teams.sees("Deze code ken ik niet")
    await teams.says(f"koppel {code}")
    teams.sees("Gelukt.")
    ans = await meet(chat, "Ans")
    await ans.says(f"koppel {code}")
    ans.sees("Deze code ken ik niet, of hij is al gebruikt.")


async def test_a_code_to_take_part_joins_no_doors_and_wrong_ones_are_counted(chat: Chat) -> None:
    noor, teams = chat.person("Noor", team=True), chat.person("Fatima in Teams")
    await noor.says("uitnodigen hessenpoort Jansen Transport")
    await teams.opens()
    await teams.says(f"koppel {noor.code()}")
    teams.sees("Dit is een code om mee te doen.")
    for number in range(2, 7):
        await teams.says(f"koppel ZZZZ-999{number}")
    await teams.says(f"koppel {noor.code()}")
    teams.sees("U typte te vaak een verkeerde code.")


async def test_in_teams_one_hears_how(chat: Chat) -> None:
    teams = await meet(chat, "Fatima in Teams")
    await teams.says("koppel teams")
    teams.sees("Deed u al mee zonder Teams? Typ daar 'koppel teams'.")


async def test_erasing_everything_ends_the_devices_too(chat: Chat) -> None:
    fatima = await comes_in(chat)
    code = await asks_code(fatima)
    teams = await meet(chat, "Fatima in Teams")
    await talk(teams, f"koppel {code}", "verwijder mijn gegevens", "ja")
    assert await rows(chat, door_session) == []
    assert await behind(chat, fatima) == ""
    await agree(teams)
