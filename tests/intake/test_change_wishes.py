"""Fatima says in her own words that an answer must change: its question opens, and nothing is stored before she answers it."""

import pytest

from storage.tables.people import answer
from tests.beginnings import finish_short
from tests.chat import Chat
from tests.intake.arranging import asked
from tests.tables import answers, rows


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("de netbeheerder heb ik verkeerd opgegeven, waar kan ik dat veranderen", "Wie is uw netbeheerder?"),
        ("Graag zou ik het gecontracteerd vermogen corrigeren.", "Hoeveel kW mag u volgens uw contract afnemen?"),
        ("de aankomsttijd van de bestelwagens moet anders", "Hoe laat komen de meeste bestelwagens terug op uw terrein?"),
        ("kan ik de vertrektijd nog aanpassen?", "Hoe laat vertrekken de meeste bestelwagens weer?"),
        ("ons mailadres klopt niet meer", "Op welk e-mailadres bereiken wij u?"),
        ("het terrein staat verkeerd", "Op welk bedrijventerrein zit u?"),
        ("dat van die zonnepanelen kan nog aangepast worden?", "Hoeveel zonnepanelen heeft u, in kWp?"),
        ("het aantal elektrische busjes in 2030 klopt niet", "Hoeveel elektrische bestelwagens verwacht u in 2030?"),
        ("de trekkers kloppen niet", "Hoeveel trekkers (met oplegger) staan er nu bij u?"),
    ],
)
async def test_the_question_that_is_meant_opens(chat: Chat, words: str, question: str) -> None:
    fatima = await finish_short(chat)
    before = await rows(chat, answer)
    await fatima.says(words)
    fatima.sees(question)
    assert await rows(chat, answer) == before


async def test_what_is_answered_then_is_kept(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.says("ik wil het aantal busjes nog aanpassen")
    await fatima.fills_in({"van.total": "9"}, "Opslaan en verder")
    assert (await answers(chat, "van.total"))[-1] == (9, "sure")


@pytest.mark.parametrize(
    "words", ["ik wil mijn toestemming wijzigen", "hoe kan ik mijn wachtwoord veranderen", "dat klopt niet"]
)  # fmt: skip
async def test_what_is_about_no_answer_opens_none(chat: Chat, words: str) -> None:
    fatima = await finish_short(chat)
    await fatima.says(words)
    fatima.sees_not("Opslaan en verder", "Welk antwoord wilt u wijzigen?")


async def test_in_the_middle_of_a_question_it_is_no_answer_to_it(chat: Chat) -> None:
    fatima = await asked(chat, "company.name")
    await fatima.says("de naam klopt niet")
    fatima.sees("Hoe heet uw bedrijf?")
    assert await answers(chat, "company.name") == []


async def test_where_any_text_is_an_answer_it_is_one(chat: Chat) -> None:
    fatima = await asked(chat, "together.explanation")
    await fatima.says("het contract met de netbeheerder klopt niet")
    assert await answers(chat, "together.explanation") == [("het contract met de netbeheerder klopt niet", "sure")]
