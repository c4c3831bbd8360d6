"""Somebody leaves and comes back in their own words: greeted with where they were, and never with an error."""

import pytest

from tests.beginnings import CONSENTS, SHORT, agree, finish_short, talk
from tests.chat import Chat

BACK = ("hallo, ben er weer", "waar waren we", "Waar was ik gebleven")


@pytest.mark.parametrize("words", BACK)
async def test_in_the_middle_of_the_questions(chat: Chat, words: str) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "hessenpoort", "ik moet nu weg", words)
    fatima.sees("Welkom terug. U heeft al 2 vragen beantwoord.", "Stap 2 van 6", "Hoeveel bestelwagens")
    await fatima.says("12")
    fatima.sees("Genoteerd: 12")


async def test_whoever_fills_in_cards_gets_the_card_again(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.fills_in({"company.name": "Jansen Transport", "company.terrain": "Hessenpoort"})
    await talk(fatima, "waar waren we")
    fatima.sees("Welkom terug.", "U was hier gebleven.", "Uw voertuigen nu")
    assert fatima.fresh[-1].has_button("De rest is 0")


async def test_what_waited_for_a_choice_stands_there_again(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "hessenpoort", "400", "ik ben er weer")
    fatima.sees("Welkom terug.", "400", "Klopt dit?")
    assert fatima.fresh[-1].has_button("Ja, dat klopt")


async def test_before_anything_after_everything_and_at_the_consents(chat: Chat) -> None:
    piet = chat.person("Piet")
    await piet.opens()
    await piet.says("waar waren we")
    piet.sees("Welkom terug.", "Mogen wij uw antwoorden bewaren?")
    await talk(piet, "ja", "waar waren we")
    piet.sees("Welkom terug.", "Hoeveel tijd heeft u?")
    await talk(piet, "kort", *SHORT, CONSENTS[0], "waar waren we")
    piet.sees("Welkom terug.", "Mogen bedrijven op uw terrein zien")
    fatima = await finish_short(chat)
    await fatima.says("waar waren we")
    fatima.sees("Welkom terug.", "U bent klaar.")
