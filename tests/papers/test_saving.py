"""In the personal chat Teams asks whether a paper may be saved; only its own person can answer, and a no is fine."""

import datetime
from uuid import UUID

import pytest

from dialogs.turn.events import PaperAnswered, PaperNotSaved, PaperSaved, Said, Scope, Upload
from storage.tables.paper import paper
from storage.tables.turn import turn
from tests.chat import Chat
from tests.person import Person
from tests.tables import rows

UPLOAD = Upload("https://voorbeeld.sharepoint.com/up", "https://voorbeeld.sharepoint.com/f", "Factsheet.pdf", "u-1", "pdf")


@pytest.fixture(autouse=True)
async def saving(chat: Chat) -> None:
    """Talk in a Teams that saves files."""
    chat.saves = True
    await chat.restarts()


async def offered(chat: Chat, name: str = "Noor", *, team: bool = True) -> tuple[Person, str]:
    """Return somebody who was offered the factsheet, and what its card carries."""
    person = chat.person(name, team=team)
    await person.says("papier")
    [shown] = [shown for shown in person.fresh if shown.file]
    assert shown.file
    return person, shown.file["content"]["acceptContext"]["paper"]


async def test_teams_asks_and_the_card_carries_nothing_but_an_id(chat: Chat) -> None:
    noor, kept = await offered(chat)
    [shown] = [shown for shown in noor.fresh if shown.file]
    assert shown.file == {
        "contentType": "application/vnd.microsoft.teams.card.file.consent",
        "name": "Factsheet Hessenpoort.pdf",
        "content": {
            "description": "De laadvraag van Hessenpoort.",
            "sizeInBytes": 12,
            "acceptContext": {"paper": kept},
            "declineContext": {"paper": kept},
        },
    }
    assert UUID(kept) == (await rows(chat, paper))[0]["id"]


async def test_a_yes_saves_it_and_shows_it_where_the_question_was(chat: Chat) -> None:
    noor, _ = await offered(chat)
    await noor.allows()
    noor.sees("Het bestand staat bij uw bestanden.", "Factsheet Hessenpoort.pdf")
    assert [shown.file["contentType"].rsplit(".", 1)[1] for shown in noor.screen if shown.file] == ["info"]
    assert await rows(chat, paper) == []


async def test_a_no_is_fine_and_a_link_can_still_be_had(chat: Chat) -> None:
    noor, _ = await offered(chat)
    await noor.allows(save=False)
    noor.sees("Dat is goed. Ik bewaar het bestand niet bij u.")
    assert not [shown for shown in noor.screen if shown.file]
    await noor.says("stuur link")
    noor.sees("Factsheet Hessenpoort.pdf", "De link werkt tot 24 november 2026, 10:00.")


async def test_what_cannot_be_saved_becomes_a_link(chat: Chat) -> None:
    noor, _ = await offered(chat)
    await noor.allows(comes=False)
    noor.sees("Het is niet gelukt om het bestand bij u te bewaren. Hier is een link.", "De link werkt tot")


async def test_without_a_paper_there_is_no_link(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    await noor.says("stuur link")
    noor.sees("Er staat geen bestand voor u klaar.")


@pytest.mark.parametrize("upload", [UPLOAD, None])
async def test_somebody_elses_paper_is_not_there(chat: Chat, upload: Upload | None) -> None:
    _, kept = await offered(chat)
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.does(PaperAnswered(kept, upload, "card"))
    fatima.sees("Dit bestand staat niet meer klaar. Vraag het nog een keer.")
    assert fatima.errands == ()
    assert (await rows(chat, paper))[0]["answered_at"] is None
    await fatima.says("stuur link")
    fatima.sees("Er staat geen bestand voor u klaar.")


@pytest.mark.parametrize(
    "made_up", ["", "x", "12345678-1234-4234-8234-123456789012", "../../etc/passwd", "00000000-0000-0000-0000-000000000000"]
)
async def test_an_id_that_was_made_up_is_no_paper(chat: Chat, made_up: str) -> None:
    noor, _ = await offered(chat)
    await noor.does(PaperAnswered(made_up, UPLOAD, "card"))
    noor.sees("Dit bestand staat niet meer klaar.")
    assert noor.errands == ()


async def test_a_yes_of_yesterday_is_too_late(chat: Chat) -> None:
    noor, _ = await offered(chat)
    chat.now += datetime.timedelta(hours=25)
    await noor.allows()
    noor.sees("Dit bestand staat niet meer klaar. Vraag het nog een keer.")


async def test_pressing_yes_twice_saves_once(chat: Chat) -> None:
    noor, kept = await offered(chat)
    await noor.does(PaperAnswered(kept, UPLOAD, "card"))
    assert [type(errand).__name__ for errand in noor.errands] == ["SavePaper"]
    await noor.does(PaperAnswered(kept, UPLOAD, "card"))
    noor.sees("Ik ben al met dit bestand bezig.")
    assert not noor.errands


async def test_where_it_is_saved_is_written_down_nowhere(chat: Chat) -> None:
    noor, kept = await offered(chat)
    await noor.does(PaperAnswered(kept, UPLOAD, "card"))
    assert UPLOAD.address not in str([await rows(chat, table) for table in (paper, turn)])


async def test_when_the_process_dies_meanwhile_the_person_hears_it_once(chat: Chat) -> None:
    noor, kept = await offered(chat)
    await noor.does(PaperAnswered(kept, UPLOAD, "card"))
    chat.now += datetime.timedelta(minutes=5)
    await chat.restarts()
    await chat.delivers()
    noor.sees("Het is niet gelukt om het bestand bij u te bewaren. Typ 'stuur link' voor een link.")
    await noor.returns(PaperSaved(UUID(kept), UPLOAD, "card"))  # it lived after all, but too late: nothing is said twice
    noor.sees_not("Het bestand staat bij uw bestanden.")


async def test_an_errand_comes_back_once(chat: Chat) -> None:
    noor, kept = await offered(chat)
    await noor.allows()
    noor.fresh = []
    await noor.returns(PaperNotSaved(UUID(kept), "card"))
    noor.sees_nothing()
    chat.now += datetime.timedelta(minutes=5)
    await chat.delivers()
    noor.sees_nothing()


async def test_in_a_channel_it_is_a_link_all_the_same(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    await noor.does(Said("papier"), scope=Scope.CHANNEL)
    noor.sees("De link werkt tot")
