"""Several people for one company: by a code, or after a yes; before that nobody sees anything, and nothing is lost."""

import asyncio

import pytest

from storage.tables.inbox import request
from storage.tables.people import answer, intake
from tests.beginnings import CONSENTS, SHORT, agree, come_in, meet, start, start_invited, talk
from tests.chat import Chat
from tests.tables import answers, rows


async def test_the_first_contact_says_yes_and_the_colleague_joins(chat_either_way: Chat) -> None:
    chat = chat_either_way
    fatima, piet = await start_invited(chat), await meet(chat)
    await piet.clicks("Mijn collega begon al")
    piet.sees("Typ dan de naam van uw bedrijf.")
    await piet.says("jansen transport b.v.")
    piet.sees("Wij vragen na of u mag meedoen", "Wilt u niet wachten?")
    await piet.says("overzicht")
    piet.sees_not("Hessenpoort")
    await chat.delivers()
    fatima.sees("Piet wil meedoen met de antwoorden van uw bedrijf.", "Kent u deze persoon?")
    await fatima.clicks("Ja, laat toe")
    fatima.sees("Deze persoon mag nu meedoen.")
    with pytest.raises(AssertionError, match="no button"):
        await fatima.clicks("Ja, laat toe")
    await chat.delivers()
    piet.sees("U mag meedoen. Kijk eerst wie er al meedoen.")
    await piet.says("overzicht")
    piet.sees_not("Hessenpoort")
    await piet.clicks("Kijk wie er meedoen")
    piet.sees("Fatima:", "Kent u hen, en doet u mee?")
    await piet.clicks("Ja, ik doe mee")
    piet.sees("U werkt nu samen aan de antwoorden van Jansen Transport.")
    await piet.says("overzicht")
    piet.sees("Jansen Transport", "Hessenpoort")
    await piet.says("verder")
    piet.sees("lichte vrachtwagens")


async def test_the_first_contact_says_no_and_nothing_is_seen(chat: Chat) -> None:
    fatima, piet = await start_invited(chat), await meet(chat)
    await talk(piet, "collega begon al", "Jansen Transport")
    await chat.delivers()
    await fatima.clicks("Nee, niet doen")
    fatima.sees("Deze persoon ziet niets van de antwoorden.")
    await chat.delivers()
    piet.sees("U kunt niet meedoen met dit bedrijf.")
    await piet.says("overzicht")
    piet.sees_not("Jansen Transport")
    await talk(piet, "kort", "Bakkerij Piet")
    piet.sees("Genoteerd: Bakkerij Piet.")


async def test_the_team_may_say_yes_instead(chat: Chat) -> None:
    await start(chat)
    piet, noor = await meet(chat), chat.person("Noor", team=True)
    await talk(piet, "collega begon al", "Jansen Transport")
    await noor.says("vragen")
    noor.sees("Wil meedoen", "Piet", "Daar zijn nu:", "Fatima:", "Typ 'toelaten 1' of 'weigeren 1'")
    await noor.says("toelaten 1")
    noor.sees("Deze persoon mag nu meedoen.")
    await chat.delivers()
    piet.sees("U mag meedoen.")
    await noor.says("toelaten 1")
    noor.sees("Dit verzoek is er niet meer.")


async def test_somebody_of_another_company_lets_nobody_in(chat: Chat) -> None:
    await start(chat)
    ans, piet = await start(chat, "Ans", "Bakkerij Ans"), await meet(chat)
    await talk(piet, "collega begon al", "Jansen Transport")
    await ans.says("toelaten 1")
    ans.sees("Dit verzoek is er niet meer.")
    await piet.says("overzicht")
    piet.sees_not("Hessenpoort")


async def test_whether_a_company_is_known_is_told_to_nobody(chat: Chat) -> None:
    await start(chat)
    heard = []
    for name, company in (("Piet", "Jansen Transport"), ("Ans", "Bestaat Niet")):
        person = await meet(chat, name)
        await talk(person, "collega begon al", company)
        heard.append(person.text().replace(company, "…"))
    assert heard[0] == heard[1]


async def test_after_asking_to_join_the_next_words_are_no_other_company(chat: Chat) -> None:
    await start(chat)
    piet, noor = await meet(chat), chat.person("Noor", team=True)
    await talk(piet, "collega begon al", "Jansen Transport", "oké", "bedankt")
    await noor.says("vragen")
    noor.sees("Jansen Transport")
    noor.sees_not("oké", "Wil meedoen 2")


@pytest.mark.parametrize("words", ["weet ik niet", "nee", "terug"])
async def test_who_has_no_code_and_no_company_may_begin_alone(chat: Chat, words: str) -> None:
    piet = await meet(chat)
    await talk(piet, "collega begon al", words)
    piet.sees("Hoeveel tijd heeft u?")


@pytest.mark.parametrize("words", ["dossier hessenpoort", "Stap 2 hessenport!", "Route Hessenpoort BV"])
async def test_what_resembles_a_command_of_the_team_is_asked_back(chat_either_way: Chat, words: str) -> None:
    piet = await meet(chat_either_way)
    await talk(piet, "collega begon al", words)
    piet.sees(f"“{words}” lijkt op een opdracht voor het projectteam.", "Typ de code van uw collega")
    assert await rows(chat_either_way, request) == []
    await piet.clicks("Zo heet mijn bedrijf")
    piet.sees(f"Wij vragen na of u mag meedoen met “{words}”.")
    assert [row["text"] for row in await rows(chat_either_way, request)] == [words]


async def test_after_such_a_command_the_name_may_be_typed(chat: Chat) -> None:
    piet = await meet(chat)
    await talk(piet, "collega begon al", "dossier hessenpoort", "Jansen Transport")
    piet.sees("Wij vragen na of u mag meedoen met “Jansen Transport”.")
    await piet.clicks("Zo heet mijn bedrijf")
    piet.sees_not("dossier hessenpoort")
    assert [row["text"] for row in await rows(chat, request)] == ["Jansen Transport"]


@pytest.mark.parametrize("words", ["ja", "Ja hoor!", "welke code bedoelt u?"])
async def test_a_yes_or_a_question_is_no_company(chat: Chat, words: str) -> None:
    piet = await meet(chat)
    await talk(piet, "collega begon al", words)
    piet.sees("Typ de code van uw collega", "de naam van uw bedrijf")
    assert await rows(chat, request) == []


async def test_what_was_asked_about_ones_own_intake_is_not_answered_in_another(chat: Chat) -> None:
    fatima, piet = await start_invited(chat), await meet(chat)
    await talk(piet, "collega begon al", "Jansen Transport", "kort")
    piet.sees("Hoe heet uw bedrijf?")
    await chat.delivers()
    await fatima.clicks("Ja, laat toe")
    await talk(piet, "meedoen", "ja", "Bakkerij Piet")
    assert await answers(chat, "company.name") == [("Jansen Transport", "sure")]
    await piet.says("verder")
    piet.sees("Hoeveel lichte vrachtwagens")


async def test_letting_in_somebody_who_began_alone_meanwhile_loses_nothing(chat: Chat) -> None:
    fatima, piet = await start_invited(chat), await meet(chat)
    await talk(piet, "collega begon al", "Jansen Transport", "kort", "Bakkerij Piet", "Broeklanden")
    await chat.delivers()
    await fatima.clicks("Ja, laat toe")
    fatima.sees("Meedoen lukt niet. Deze persoon gaf zelf al antwoorden.")
    await chat.delivers()
    piet.sees("U heeft zelf al antwoorden gegeven.")
    await piet.says("overzicht")
    piet.sees("Bakkerij Piet")


async def test_who_answered_already_hears_how_to_join_after_all(chat: Chat) -> None:
    fatima = await start(chat)
    await fatima.says("collega begon al")
    fatima.sees("U heeft zelf al antwoorden gegeven.", "verwijder mijn gegevens")


async def test_personal_answers_are_of_each_contact_alone(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    await talk(fatima, "Jansen Transport", "Hessenpoort", "overslaan", "directie", "ja", "fatima@jansen.example", "collega")
    piet = await meet(chat)
    await come_in(piet, fatima.code())
    piet.sees("Wat doet u in het bedrijf?")
    await talk(piet, "planner", "nee", "piet@jansen.example", "overzicht")
    piet.sees("piet@jansen.example", "Wagenpark of planning")
    piet.sees_not("fatima@jansen.example")
    await fatima.says("overzicht")
    fatima.sees("fatima@jansen.example", "Eigenaar of directeur")
    fatima.sees_not("piet@jansen.example")


async def test_two_colleagues_answer_at_once_and_nothing_is_lost(chat: Chat) -> None:
    fatima, piet = await start(chat, "Fatima", *SHORT[:2], "collega"), await meet(chat)
    await come_in(piet, fatima.code())
    await talk(fatima, "kaart")
    await talk(piet, "kaart")
    mine = {"van.total": "12", "light_truck.total": "0"}
    theirs = {"rigid.total": "0", "tractor.total": "3"}
    empty = dict.fromkeys((*mine, *theirs), "")
    await asyncio.gather(fatima.fills_in(empty | mine), piet.fills_in(empty | theirs))
    kept = {row["name"]: row["value"] for row in await rows(chat, answer) if row["name"].endswith(".total")}
    assert kept == {"van.total": 12, "light_truck.total": 0, "rigid.total": 0, "tractor.total": 3}
    await asyncio.gather(*(person.says(words) for person, words in ((fatima, "wijzig naam"), (piet, "wijzig terrein"))))
    await asyncio.gather(fatima.says("Jansen Logistiek"), piet.says("Broeklanden"))
    assert (await answers(chat, "company.name"))[-1] == ("Jansen Logistiek", "sure")
    assert (await answers(chat, "company.terrain"))[-1][0] == {"id": "t-3", "name": "Broeklanden"}
    [row] = await rows(chat, intake)
    assert row["current"]["answers"]["company.name"]["value"] == "Jansen Logistiek"
    assert row["current"]["answers"]["company.terrain"]["value"]["id"] == "t-3"
    assert row["current"]["answers"]["tractor.total"]["value"] == 3


async def test_a_colleague_who_joins_after_confirming_sees_the_summary(chat: Chat) -> None:
    fatima = await start(chat, "Fatima", *SHORT, *CONSENTS, "ja", "collega")
    piet = await meet(chat)
    await come_in(piet, fatima.code())
    piet.sees("U werkt nu samen", "Uw antwoorden", "U kunt alles nog wijzigen.")
    await talk(piet, "wijzig bestelwagens", "14")
    await fatima.says("overzicht")
    fatima.sees("14")


@pytest.mark.parametrize("words", ["Mijn collega begon al", "mijn collega begon al."])
async def test_the_words_of_the_button_may_be_typed(chat: Chat, words: str) -> None:
    piet = await meet(chat)
    await piet.says(words)
    piet.sees("Typ de code van uw collega.")


async def test_who_hands_over_gets_a_code_for_the_colleague(chat: Chat) -> None:
    fatima = await start(chat)
    await fatima.says("Mijn collega neemt het over")
    fatima.sees("Geef deze code aan uw collega:", "Typ 'verder'")


@pytest.mark.parametrize("words", ["ik heb nog een bedrijf", "Ik heb twee bedrijven!"])
async def test_who_has_a_second_company_hears_how_it_comes_in(chat: Chat, words: str) -> None:
    fatima = await start(chat)
    before = await rows(chat, answer)
    await fatima.says(words)
    fatima.sees("één bedrijf", "'bel mij'", "De vraag was: Hoeveel lichte vrachtwagens")
    assert await rows(chat, answer) == before
