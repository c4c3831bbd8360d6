"""What erases is heard in plain words only: no half of a word, no permission that must go, no word that looks like it."""

import pytest

from dialogs.lookup.wordings import Wordings
from tests.chat import Chat
from tests.hearing.places import at_the_end

SURE = "Weet u het zeker?"


def test_half_of_a_long_word_can_be_left_out() -> None:
    wordings = Wordings([("erase", "mijn account opheffen"), ("other", "mijn laadvraag")])
    assert [one.key for one in wordings.find("accountopheffen")] == ["erase"]
    assert wordings.find("accountopheffen", halves=False) == ()


@pytest.mark.parametrize(
    "said",
    [
        "heffing",
        "accountopheffing",
        "ik wil niet dat de gemeente onze gegevens ziet dus haal die toestemming weg",
        "doe het akkoord voor de netbeheerder maar weg, ik wil dat niet meer voor mijn gegevens",
    ],
)
async def test_other_wishes_are_not_asked_as_erasing(chat: Chat, said: str) -> None:
    someone = await at_the_end(chat)
    await someone.says(said)
    assert SURE not in someone.text()


@pytest.mark.parametrize("said", ["haal al mijn gegevens weg", "ik wil dat alles van ons gewist wordt, en die toestemming ook"])
async def test_who_wants_all_of_it_gone_is_asked_once(chat: Chat, said: str) -> None:
    someone = await at_the_end(chat)
    await someone.says(said)
    assert SURE in someone.text()
