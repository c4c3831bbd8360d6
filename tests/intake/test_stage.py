"""How far a company is stands with its intake, after every answer, whoever gave it."""

from storage.tables.people import intake
from tests.beginnings import SHORT, agree, talk
from tests.chat import Chat
from tests.tables import rows


async def stages(chat: Chat) -> list[str]:
    """Return how far each intake is."""
    return [row["stage"] for row in await rows(chat, intake)]


async def test_a_company_is_short_when_every_core_question_has_an_answer(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, *SHORT[:-1])
    assert await stages(chat) == ["started"]
    await fatima.says(SHORT[-1])
    assert await stages(chat) == ["short"]


async def test_a_question_that_opens_again_takes_it_back(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, *SHORT)
    await talk(fatima, "wijzig bakwagens", "4")
    assert await stages(chat) == ["started"]


async def test_all_questions_make_it_complete(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    for _ in range(140):
        await fatima.says("weet ik niet" if "Dat kan hier niet" not in fatima.text() else "overslaan")
        if await stages(chat) == ["complete"]:
            break
    assert await stages(chat) == ["complete"]
