"""Fatima, on her phone and in a hurry, says what was misunderstood before."""

import pytest

from domain.inbox.requests import RequestKind
from storage.tables.inbox import request
from tests.beginnings import agree, finish_short, talk
from tests.chat import Chat
from tests.hearing.places import at_a_decision, at_a_number, before_the_first_consent
from tests.tables import answers, decisions, mentions, rows

TOLD = "12 bussen, 3 trekkers en de koelunit vreet stroom"
CALLED = "Op welk nummer kunnen wij u bellen?"


async def asked_to_call(chat: Chat) -> list[str]:
    return [row["text"] for row in await rows(chat, request) if row["kind"] == RequestKind.CALL_BACK]


async def kept_of(chat: Chat, word: str) -> list[str]:
    """Return where a word is kept, but for the reply itself, which may have to be delivered twice."""
    return [one for one in await mentions(chat, word) if not one.startswith("turn:")]


async def test_what_was_not_understood_is_shown_and_the_rest_kept_after_a_yes(chat: Chat) -> None:
    fatima = await at_a_number(chat)
    await fatima.says(TOLD)
    fatima.sees("Dit heb ik niet begrepen: “de koelunit vreet stroom”.", "Ik begreep:", "Bestelwagens (tot 3.500 kg): 12")
    assert await kept_of(chat, "koelunit") == []
    await fatima.clicks("Stuur dit naar het team")
    fatima.sees("Uw vraag is bewaard")
    await fatima.says("ja")
    assert await answers(chat, "van.total") == [(12, "sure")]
    assert await answers(chat, "tractor.total") == [(3, "sure")]


async def test_a_number_beside_the_answer_is_not_dropped_in_silence(chat: Chat) -> None:
    fatima = await at_a_number(chat)
    await fatima.says("12 bussen, en nog 2 heftrucks")
    fatima.sees("Dit heb ik niet begrepen: “nog 2 heftrucks”.", "Genoteerd: 12.")


@pytest.mark.parametrize(
    "said", ["ja prima, stuur maar door", "van mij mag het", "daar heb ik geen bezwaar tegen", "tuurlijk, als het helpt"]
)
async def test_a_yes_with_more_words_is_a_yes(chat: Chat, said: str) -> None:
    fatima = await at_a_decision(chat)
    await fatima.says(said)
    fatima.sees("Genoteerd: ja.")


@pytest.mark.parametrize(
    "said", ["nee, dat wil ik niet", "nou nee, dat gaat niemand wat aan", "dat moeten ze niet te weten komen"]
)
async def test_a_no_with_more_words_is_a_no(chat: Chat, said: str) -> None:
    fatima = await at_a_decision(chat)
    await fatima.says(said)
    fatima.sees("Genoteerd: nee.")


@pytest.mark.parametrize(
    "said",
    [
        "ja maar",
        "ja, maar alleen de totalen",
        "ja mits anoniem",
        "goed, ik kijk er straks naar",
        "ja, wie zijn dat?",
        "nee, of toch wel",
    ],
)
async def test_a_condition_or_a_doubt_decides_nothing(chat: Chat, said: str) -> None:
    fatima = await at_a_decision(chat)
    before = await decisions(chat, "total")
    await fatima.says(said)
    fatima.sees_not("Genoteerd")
    assert await decisions(chat, "total") == before


async def test_behind_the_first_yes_nothing_is_stored_as_a_name_unseen(chat: Chat) -> None:
    fatima = await before_the_first_consent(chat)
    await fatima.says("ja hoor ga je gang, wij zijn Jansen Transport en hebben 3 trekkers")
    fatima.sees("Dank u.", "Ik begreep:", "Naam van uw bedrijf: Jansen Transport", "Trekkers (met oplegger): 3")
    assert await answers(chat, "company.name") == []
    await fatima.says("ja")
    assert await answers(chat, "company.name") == [("Jansen Transport", "sure")]


async def test_the_short_way_and_the_consent_in_one_breath(chat: Chat) -> None:
    fatima = await before_the_first_consent(chat)
    await fatima.says("doe maar kort, ik heb weinig tijd")
    fatima.sees("Goed: kort, 2 minuten.", "Mogen wij uw antwoorden bewaren?")
    await fatima.says("ja")
    fatima.sees("Dank u.", "Hoe heet uw bedrijf?")
    fatima.sees_not("Hoeveel tijd heeft u?")


async def test_what_was_told_before_the_consent_is_asked_again_not_kept(chat: Chat) -> None:
    fatima = await before_the_first_consent(chat)
    await fatima.says("ik heb 3 trekkers en 5 bestelbussen, rijden 200 km")
    fatima.sees("Ik mag dit nog niet bewaren.", "Mogen wij uw antwoorden bewaren?")
    assert await mentions(chat, "trekkers en 5") == []
    await fatima.says("ja")
    fatima.sees("U vertelde net al iets. Wilt u dat nog eens sturen?", "Hoeveel tijd heeft u?")
    await fatima.says("ik heb 3 trekkers en 5 bestelbussen")
    fatima.sees("Ik begreep:", "Bestelwagens (tot 3.500 kg): 5", "Trekkers (met oplegger): 3")


async def test_the_number_to_call_is_asked_shown_back_and_kept_after_a_yes(chat: Chat) -> None:
    fatima = await at_a_number(chat)
    await fatima.says("bel mij maar gewoon")
    fatima.sees("Het projectteam belt u zo snel mogelijk.", CALLED)
    await fatima.says("06-1234 5678")
    fatima.sees("06 12345678. Klopt dit nummer?")
    assert await asked_to_call(chat) == ["Bel mij terug"]
    await fatima.says("ja")
    fatima.sees("Het projectteam belt u.", "De vraag was: Hoeveel bestelwagens")
    fatima.sees_not(CALLED)
    assert await asked_to_call(chat) == ["Bel mij terug", "op 06 12345678"]
    assert await answers(chat, "van.total") == []


@pytest.mark.parametrize("said", ["nee", "Nee, dit klopt niet"])
async def test_a_number_that_is_wrong_is_not_kept(chat: Chat, said: str) -> None:
    fatima = await finish_short(chat)
    await talk(fatima, "bel me op 06-12345678", said)
    fatima.sees("Typ het juiste nummer")
    assert await asked_to_call(chat) == await kept_of(chat, "12345678") == []


async def test_a_number_that_is_not_whole_is_asked_again(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.says("bel me op 06-1234")
    fatima.sees("Dit nummer is niet heel.")
    assert await asked_to_call(chat) == []


async def test_before_the_first_consent_no_number_is_kept(chat: Chat) -> None:
    fatima = await before_the_first_consent(chat)
    await fatima.says("bel me op 06-12345678")
    fatima.sees("Dat vraag ik na uw ja", "Mogen wij uw antwoorden bewaren?")
    assert await mentions(chat, "12345678") == []


@pytest.mark.parametrize("said", ["bel mijn maar op", "deeg moet eruit, tot zo", "ik wil dit morgen verder doen hoor"])
async def test_what_somebody_says_is_no_name_of_a_company(chat: Chat, said: str) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.says(said)
    assert await answers(chat, "company.name") == []
