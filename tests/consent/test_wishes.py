"""Fatima says in her own words who may see her answers and who may not: it is asked once, and only then done."""

import pytest

from dialogs.consent.wish_words import read_consent_wish
from domain.consent.consents import Purpose
from storage.tables.people import consent_event
from tests.beginnings import SHORT, agree, finish_short, talk
from tests.chat import Chat
from tests.tables import answers, rows


async def decided(chat: Chat, purpose: str) -> list[str]:
    """Return every decision about a purpose, oldest first."""
    return [row["state"] for row in await rows(chat, consent_event) if row["purpose"] == purpose]


async def test_a_purpose_is_withdrawn_after_one_yes(chat_either_way: Chat) -> None:
    fatima = await finish_short(chat_either_way)
    await fatima.says("ik wil niet meer dat de netbeheerder het ziet")
    fatima.sees("Dit mag nu: delen met de netbeheerder. Wilt u dat intrekken?")
    assert await decided(chat_either_way, "operator") == ["given"]
    await fatima.clicks("Ja, trek in")
    fatima.sees("Genoteerd: dit mag niet meer, delen met de netbeheerder.", "Vanaf nu delen wij dit niet meer.")
    assert await decided(chat_either_way, "operator") == ["given", "withdrawn"]


@pytest.mark.parametrize(("said", "left"), [("nee", ["given"]), ("ja", ["given", "withdrawn"]), ("verder", ["given"])])
async def test_yes_and_no_may_be_typed_and_going_on_changes_nothing(chat: Chat, said: str, left: list[str]) -> None:
    fatima = await finish_short(chat)
    await talk(fatima, "Liander mag dit niet meer zien", said)
    assert await decided(chat, "operator") == left


async def test_a_purpose_is_given_with_its_own_text_before_it(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.says("de gemeente mag het toch wel zien")
    fatima.sees("Mag uw gemeente uw antwoorden zien?", "De gemeente waarin uw terrein ligt", "Geldig tot: 23 november 2028")
    assert await decided(chat, "municipality") == ["refused"]
    await fatima.clicks("Ja, dat mag")
    fatima.sees("Genoteerd: dit mag, delen met de gemeente.")
    assert await decided(chat, "municipality") == ["refused", "given"]


async def test_nobody_asks_all_or_which(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.says("niemand mag het meer zien")
    fatima.sees("meetellen zonder naam en delen met de netbeheerder", "'verwijder mijn gegevens'")
    await fatima.clicks("Kies per onderdeel")
    fatima.sees("Uw toestemming")
    assert await decided(chat, "total") == ["given"]
    await talk(fatima, "niemand mag het meer zien", "Ja, trek alles in")
    assert await decided(chat, "total") == ["given", "withdrawn"]
    assert await decided(chat, "operator") == ["given", "withdrawn"]
    assert await decided(chat, "approach") == ["given"]
    await fatima.says("niemand mag het meer zien")
    fatima.sees("U deelt nu niets met anderen.")


async def test_what_holds_already_is_said(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.says("de gemeente mag het niet zien")
    fatima.sees("Dat mag nu al niet: delen met de gemeente.")
    await fatima.says("de netbeheerder mag het best zien")
    fatima.sees("Dat mag al: delen met de netbeheerder. Dit geldt tot 23 november 2028.")


@pytest.mark.parametrize("words", ["ik wil alles weg hebben", "gooi alles maar weg", "wis al mijn gegevens"])
async def test_everything_gone_is_asked_once(chat: Chat, words: str) -> None:
    fatima = await finish_short(chat)
    await fatima.says(words)
    fatima.sees("Weet u het zeker? Wij wissen al uw antwoorden en vragen.")
    await fatima.clicks("Nee, bewaar ze")
    fatima.sees("Er is niets gewist.")


async def test_a_wish_in_the_middle_of_a_question_is_no_answer_to_it(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "niemand mag het zien")
    fatima.sees("U deelt nu niets met anderen. Alleen het projectteam ziet uw antwoorden.")
    await fatima.says("12")
    fatima.sees("Genoteerd: 12")
    assert await answers(chat, "van.total") == [(12, "sure")]


async def test_the_question_that_is_asked_takes_such_a_sentence_as_its_answer(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, *SHORT, "ja", "nee", "de gemeente mag het niet zien")
    fatima.sees("Genoteerd: nee.", "Mag de netbeheerder")
    await fatima.says("de netbeheerder mag het wel zien")
    fatima.sees("Genoteerd: ja.")
    assert (await decided(chat, "municipality"), await decided(chat, "operator")) == (["refused"], ["given"])


async def test_a_wish_lets_go_of_what_waited_for_a_yes(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await talk(fatima, "verwijder mijn gegevens", "de gemeente mag het niet zien")
    fatima.sees("Er is niets gewist.")
    await fatima.says("ja")
    assert await decided(chat, "keep") == ["given"]


@pytest.mark.parametrize(
    "words",
    ["ziet de gemeente dit", "mag de gemeente het zien", "de gemeente heeft een vergunning gegeven", "netbeheerder weet ik niet",
     "de netbeheerder zei dat het niet mag", "wij krijgen van de netbeheerder geen stroom",
     "wij willen stroom delen met de buren", "huurwagens tellen niet mee", "ik heb geen e-mail", "niemand weet dat"],
)  # fmt: skip
def test_a_sentence_about_something_else_is_no_wish(words: str) -> None:
    assert read_consent_wish(words) is None


@pytest.mark.parametrize(
    ("words", "purpose", "give"),
    [
        ("deel het niet meer met de buren", Purpose.COMPANIES, False),
        ("ik wil niet meer uitgenodigd worden", Purpose.APPROACH, False),
        ("mijn aantallen mogen wel meetellen", Purpose.TOTAL, True),
        ("trek de toestemming voor de gemeente in", Purpose.MUNICIPALITY, False),
        ("ik geef toestemming aan Enexis", Purpose.OPERATOR, True),
    ],
)  # fmt: skip
def test_wishes_in_other_words(words: str, purpose: Purpose, *, give: bool) -> None:
    wish = read_consent_wish(words)
    assert wish is not None
    assert (wish.purposes, wish.give) == ((purpose,), give)


@pytest.mark.parametrize(
    "words", ["joa hoor bewaar maar", "prima, bewaar ze maar gerust", "ja jullie mogen het bewaren", "doe maar bewaren"]
)  # fmt: skip
async def test_a_yes_to_the_first_question_may_repeat_its_words(chat: Chat, words: str) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says(words)
    fatima.sees("Hoeveel tijd heeft u?")
    assert await decided(chat, "keep") == ["given"]


@pytest.mark.parametrize(
    "words", ["bewaar je mijn gegevens goed", "mogen jullie dat bewaren", "alles wordt bewaard", "ik bewaar alles zelf"]
)  # fmt: skip
async def test_a_question_about_keeping_is_no_yes(chat: Chat, words: str) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says(words)
    assert await decided(chat, "keep") == []


async def test_a_no_to_keeping_in_words_is_a_no(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says("nee bewaar maar niks")
    assert await decided(chat, "keep") == ["refused"]


@pytest.mark.parametrize(
    ("words", "purpose", "give"),
    [
        ("niks meer naar de netbeheerder doorgeven van ons", Purpose.OPERATOR, False),
        ("haal mijn bedrijf uit wat je de andere bedrijven laat zien", Purpose.COMPANIES, False),
        ("Liander mag er niet meer bij", Purpose.OPERATOR, False),
        ("laat de bedrijven op het terrein het maar zien, ik heb niks te verbergen", Purpose.COMPANIES, True),
        ("Voor de gemeente geef ik bij deze akkoord.", Purpose.MUNICIPALITY, True),
        ("geen bezwaar als de gemeente het ziet", Purpose.MUNICIPALITY, True),
        ("wat mij betreft deel je het met de netbeheerder", Purpose.OPERATOR, True),
        ("mijn antwoorden mogen op de startbijeenkomst op tafel", Purpose.COMPANIES, True),
    ],
)
def test_other_words_for_a_yes_and_a_no(words: str, purpose: Purpose, give: bool) -> None:
    wish = read_consent_wish(words)
    assert wish is not None
    assert (wish.purposes, wish.give) == ((purpose,), give)


async def test_the_team_sees_what_is_kept_so_not_seeing_is_erasing(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.says("het projectteam mag mijn antwoorden niet langer gebruiken")
    fatima.sees("Het projectteam ziet alles wat wij bewaren.", "Weet u het zeker?")
    await fatima.clicks("Nee, bewaar ze")
    assert await decided(chat, "keep") == ["given"]
