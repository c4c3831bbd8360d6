"""One limit on length wherever somebody types, and no reader that looks more often at a longer text."""

import datetime

import pytest

from bot.teams.presses import press_of_submit
from dialogs.dossier.subjects import name_length
from dialogs.lookup.due import Due, read_due
from dialogs.lookup.terrain_names import Among, Found, TerrainNames
from dialogs.terrains.terrain_choice import split_terrain
from dialogs.turn.events import Said, Scope, SentFiles
from domain.intake.acceptance import LONGEST_TYPED
from domain.terrains.terrains import TerrainName
from storage.tables.inbox import request
from tests.chat import TERRAINS, Chat
from tests.dossier.arranging import data, in_channel, noor_of, registers
from tests.person import Person
from tests.tables import rows

TODAY = datetime.date(2026, 11, 23)
TOO_LONG = "Dat is te lang. Houd het bij 5.000 tekens."
LONG = "notitie hessenpoort " + "9" * LONGEST_TYPED


class Counting(TerrainNames):
    """Counts how often a name is looked for."""

    asked = 0

    def find(self, text: str, limit: int = 5, among: Among = None) -> Found:
        """Count, then find."""
        self.asked += 1
        return super().find(text, limit, among)


@pytest.mark.parametrize("scope", [Scope.PERSONAL, Scope.CHANNEL, Scope.GROUP])
@pytest.mark.parametrize("words", [LONG, "status " + "x" * LONGEST_TYPED, "x " * 4000])
async def test_a_message_has_one_limit_wherever_it_is_typed(chat: Chat, scope: Scope, words: str) -> None:
    noor = await noor_of(chat)
    await says(noor, words, scope)
    noor.sees(TOO_LONG)
    assert await data(chat) == []


async def says(person: Person, words: str, scope: Scope) -> None:
    if scope is Scope.PERSONAL:
        await person.says(words)
    else:
        await in_channel(person, Said(words), scope=scope)


async def test_words_beside_a_file_have_the_same_limit(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.does(SentFiles(("foto.png",), "vraag " + "x" * LONGEST_TYPED))
    fatima.sees(TOO_LONG)
    assert await rows(chat, request) == []


async def test_a_message_of_just_that_length_is_read(chat: Chat) -> None:
    noor = await noor_of(chat)
    await noor.says("risico hessenpoort ".ljust(LONGEST_TYPED, "x"))
    noor.sees("Gebruik ten hoogste")
    noor.sees_not(TOO_LONG)


def test_a_field_of_a_card_has_the_same_limit() -> None:
    pressed = press_of_submit({"verb": "entry_save", "text": "x" * 20_000, "data": {"rest": "y" * 20_000}}, None)
    assert {len(pressed.inputs["text"]), len(str(pressed.data["rest"]))} == {LONGEST_TYPED}


@pytest.mark.parametrize(
    "sentence",
    [
        "bellen " + "1" * 4900,
        "1" * 4900 + " bellen",
        "bellen om " + "x" * 4900,
        "a b c d e f " + "9/" * 2400,
        "voor " + "1 " * 2400,
    ],
)
def test_what_is_too_long_for_a_day_is_none(sentence: str) -> None:
    assert read_due(sentence, TODAY) == Due(sentence) or not read_due(sentence, TODAY).day


@pytest.mark.parametrize("front", ["", "hessenpoort ", "de mars ", "hessenport ", "t-1 "])
def test_a_longer_text_is_not_looked_up_more_often(front: str) -> None:
    asked = []
    for count in (50, 2400):
        names = Counting(TERRAINS)
        split_terrain(names, f"{front}{'a ' * count}")
        name_length(names, f"{front}{'a ' * count}".split(), TerrainName("t-9", "Elders", "Elders"))
        asked.append(names.asked)
    assert asked[0] == asked[1] <= 25


async def test_a_company_in_many_words_is_not_looked_up_more_often(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    noor = await noor_of(chat)
    await registers(chat, "Bakker Bouw")
    asked: list[str] = []
    find = TerrainNames.find

    def counted(self: TerrainNames, text: str, limit: int = 5, among: Among = None) -> Found:
        asked.append(text)
        return find(self, text, limit, among)

    monkeypatch.setattr(TerrainNames, "find", counted)
    counts = []
    for count in (20, 480):
        asked.clear()
        await noor.says("machtiging " + "nietsgeks " * count)
        noor.sees("Ik ken geen bedrijf")
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 25


@pytest.mark.parametrize("command", ["machtiging", "notitie", "gesprek", "dossier", "uitkomst hessenpoort getekend:"])
async def test_a_word_without_an_end_is_no_company(chat: Chat, command: str) -> None:
    noor = await noor_of(chat)
    await registers(chat, "Bakker Bouw")
    await noor.says(f"{command} {'a' * 4900}")
    noor.sees_not("Er ging iets mis")


async def test_letters_of_too_many_companies_are_refused(chat: Chat) -> None:
    noor = await noor_of(chat)
    await registers(chat, "Bakker Bouw")
    await noor.says("uitkomst hessenpoort getekend: " + ",".join(["Bakker Bouw"] * 150))
    noor.sees("Noem ten hoogste 100 bedrijven in één bericht.")


@pytest.mark.parametrize("name", ["x" * 5000, "\ufdfa" * 5000, "½" * 5000])
def test_no_letter_that_stands_for_many_makes_a_name_long(name: str) -> None:
    assert TerrainNames(TERRAINS).find(name).exact is None
