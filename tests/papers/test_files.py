"""Files that people send: fetched for who may send them; everybody else hears what they always heard."""

import datetime

import pytest

import dialogs.files
from dialogs.files import Taker
from dialogs.turn.events import Failure, FileCame, FileFailed, SentFile, SentFiles
from dialogs.turn.step import Step
from storage.tables.turn import turn
from tests.chat import Chat
from tests.person import Person
from tests.tables import rows

CONTENT = b"rin;naam\n1;Hessenpoort\n"


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the files of the team."""

    async def count(step: Step, file: FileCame) -> None:
        step.say(f"Het bestand {file.name} is {len(file.content)} tekens lang.")

    monkeypatch.setattr(dialogs.files, "TAKERS", (Taker(lambda step: step.known.is_team, count),))


def noor(chat: Chat) -> Person:
    """Return somebody who may send files."""
    return chat.person("Noor", team=True)


async def test_a_file_is_fetched_and_read(chat: Chat) -> None:
    await noor(chat).sends_a_file("terreinen.csv", CONTENT)
    noor(chat).sees("Ik haal “terreinen.csv” op.", "Het bestand terreinen.csv is 23 tekens lang.")


async def test_a_company_hears_that_files_are_not_read(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.sends_a_file("foto.csv", CONTENT)
    fatima.sees("Bestanden en plaatjes kan ik niet lezen.")
    assert fatima.errands == ()


async def test_a_picture_of_the_team_is_no_file(chat: Chat) -> None:
    await noor(chat).sends_a_file("foto.png")
    noor(chat).sees("Bestanden en plaatjes kan ik niet lezen.")


async def test_of_several_files_the_first_is_read(chat: Chat) -> None:
    files = tuple(SentFile(f"{name}.csv", f"https://voorbeeld.sharepoint.com/{name}") for name in "ab")
    await noor(chat).does(SentFiles(("a.csv", "b.csv"), files=files))
    noor(chat).sees("Ik haal “a.csv” op.", "Ik lees één bestand tegelijk.")
    assert len(noor(chat).errands) == 1


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (Failure.LARGE, "Het bestand “groot.csv” is groter dan 20 MB. Deel het op en stuur het opnieuw."),
        (Failure.UNREACHABLE, "Het bestand “groot.csv” kon ik niet ophalen. Stuur het nog een keer."),
    ],
)
async def test_a_file_that_does_not_come_is_told(chat: Chat, why: Failure, words: str) -> None:
    await noor(chat).does(SentFiles(("groot.csv",), files=(SentFile("groot.csv", "https://voorbeeld.sharepoint.com/g"),)))
    await noor(chat).returns(FileFailed("groot.csv", why))
    noor(chat).sees(words)


async def test_a_file_of_who_may_not_send_it_any_more_is_dropped(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    await noor(chat).does(SentFiles(("a.csv",), files=(SentFile("a.csv", "https://voorbeeld.sharepoint.com/a"),)))
    monkeypatch.setattr(dialogs.files, "TAKERS", ())
    noor(chat).fresh = []
    await noor(chat).returns(FileCame("a.csv", CONTENT))
    noor(chat).sees_nothing()


async def test_neither_the_file_nor_its_address_is_written_down(chat: Chat) -> None:
    await noor(chat).sends_a_file("terreinen.csv", CONTENT)
    stored = str(await rows(chat, turn))
    assert "sharepoint" not in stored
    assert "Hessenpoort" not in stored


async def test_when_the_process_dies_the_person_is_asked_once_to_send_it_again(chat: Chat) -> None:
    await noor(chat).does(SentFiles(("a.csv",), files=(SentFile("a.csv", "https://voorbeeld.sharepoint.com/a"),)))
    chat.now += datetime.timedelta(minutes=3)
    await chat.delivers()
    noor(chat).sees_not("Het is niet gelukt")
    chat.now += datetime.timedelta(minutes=2)
    await chat.restarts()
    for _ in range(2):
        await chat.delivers()
    assert noor(chat).transcript().count("Het is niet gelukt om uw bestand op te halen. Stuur het nog een keer.") == 1


async def test_a_repeated_delivery_fetches_nothing_again(chat: Chat) -> None:
    await noor(chat).sends_a_file("terreinen.csv", CONTENT)
    assert (await noor(chat).repeats()).errands == ()
