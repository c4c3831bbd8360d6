"""Naming a terrain: exact names go on at once, anything else is asked, and a press carries out what was typed."""

import pytest

from dialogs.lookup.terrain_names import TerrainNames
from dialogs.terrains.terrain_choice import begins_with_terrain, split_terrain
from domain.terrains.terrains import TerrainName
from storage.tables.inbox import invitation
from tests.chat import TERRAINS, Chat
from tests.tables import rows

NAMES = TerrainNames(TERRAINS)


@pytest.mark.parametrize(
    ("typed", "terrain", "rest"),
    [
        ("hessenpoort Jansen Transport", "t-1", "Jansen Transport"),
        ("hessenpoort iii Jansen", "t-2", "Jansen"),
        ("Hessenpoort Zwolle Jansen", "t-1", "Jansen"),
        ("hessenpoort De Vries Transport", "t-1", "De Vries Transport"),
        ("hessenpoort", "t-1", ""),
        ("de mars zutphen De Mars BV", "t-4", "De Mars BV"),
        ("t-2 Hessenpoort Transport", "t-2", "Hessenpoort Transport"),
        ("broeklanden startsessie", "t-3", "startsessie"),
    ],
)
def test_the_longest_name_at_the_front_is_the_terrain(typed: str, terrain: str, rest: str) -> None:
    split = split_terrain(NAMES, typed)
    assert split.found.exact is not None
    assert (split.found.exact.id, split.rest) == (terrain, rest)


@pytest.mark.parametrize(
    ("typed", "first", "rest"),
    [("hessenport Jansen Transport", "t-1", "Jansen Transport"), ("broekl Bakker BV", "t-3", "Bakker BV")],
)
def test_a_typing_error_leaves_the_rest_alone(typed: str, first: str, rest: str) -> None:
    split = split_terrain(NAMES, typed)
    assert split.found.exact is None
    assert (split.found.matches[0].id, split.rest) == (first, rest)


@pytest.mark.parametrize("typed", ["", "atlantis", "atlantis Jansen Transport", "x" * 3000, "a " * 3000])
def test_nothing_is_made_of_what_looks_like_nothing(typed: str) -> None:
    assert split_terrain(NAMES, typed).found.exact is None


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("het bedrijventerrein is vol", False), ("industrieterrein moet zwaarder", False), ("Bedrijventerrein", False),
        ("bedrijventerrein noord is vol", True), ("bedrijventerrein 2", True), ("de mars is vol", True),
    ],
)  # fmt: skip
def test_a_park_that_is_called_nothing_but_park_is_not_named_by_that_word(text: str, begins: bool) -> None:
    names = ("Bedrijventerreinen", "Bedrijventerrein Noord", "Industrieterrein II")
    parks = TerrainNames([*TERRAINS, *(TerrainName(f"p-{place}", name, "Laren") for place, name in enumerate(names))])
    assert begins_with_terrain(parks, text) is begins


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("hessenport naar 2", True), ("de mras", True), ("broekland 12 januari", True), ("zwolle", False), ("2", False),
        ("het bedrijventerrein is vol", False), ("gebeld met Jansen", False),
    ],
)  # fmt: skip
def test_a_misspelled_name_is_one_where_that_may_be(text: str, begins: bool) -> None:
    assert begins_with_terrain(NAMES, text, misspelled=True) is begins
    assert not begins_with_terrain(NAMES, text)


async def test_namesakes_are_asked_and_the_press_does_what_was_typed(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    await noor.says("uitnodigen de mars Jansen Transport")
    noor.sees("Er zijn 2 terreinen met deze naam.", "De Mars (Deventer)", "De Mars (Zutphen)")
    assert await rows(chat, invitation) == []
    await noor.clicks("De Mars (Zutphen)")
    noor.sees("U koos: De Mars (Zutphen)", "Uitnodiging voor Jansen Transport op De Mars (Zutphen).")
    assert [(row["terrain_id"], row["company"]) for row in await rows(chat, invitation)] == [("t-4", "Jansen Transport")]


async def test_a_button_of_an_older_client_does_the_same(chat: Chat) -> None:
    chat.how = "submit"
    noor = chat.person("Noor", team=True)
    await noor.says("uitnodigen hessenport")
    noor.sees("“hessenport” ken ik niet. Bedoelt u een van deze terreinen?")
    await noor.clicks("Hessenpoort (Zwolle)")
    noor.sees("Uitnodiging voor een bedrijf op Hessenpoort (Zwolle).")


async def test_nobody_uses_the_choice_of_a_command_that_is_not_theirs(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    for command in ("uitnodigen", "vragen", "", "bestaat niet"):
        await fatima.presses_raw("terrain", {"command": command, "terrain": "t-1", "rest": ""})
        fatima.sees("Deze knop werkt niet meer.")
    assert await rows(chat, invitation) == []


async def test_a_forged_terrain_is_no_terrain(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    for terrain in ("t-99", "", "' or 1=1 --"):
        await noor.presses_raw("terrain", {"command": "uitnodigen", "terrain": terrain, "rest": "x"})
        noor.sees("Kies eerst een terrein uit de lijst.")
    assert await rows(chat, invitation) == []


async def test_who_may_see_no_terrain_at_all_is_not_pointed_at_a_list(chat: Chat) -> None:
    yara = chat.person("Yara")
    for words in ("status hessenpoort", "status", "factsheet hessenpoort"):
        await yara.says(words)
        yara.sees("U ziet een terrein als u daar een rol heeft, of als uw bedrijf daar zit.")
        yara.sees_not("lijst", "Hessenpoort (Zwolle)")


async def test_another_number_is_asked_in_a_chat(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    for words in ("status hessenpoort ii", "factsheet hessenpoort 4"):
        await noor.says(words)
        noor.sees("ken ik niet. Bedoelt u", "Hessenpoort III (Zwolle)")
        noor.sees_not("Ik lees")
