"""What is unclear or hard to believe is asked back, and nothing that waits for a choice ever lands somewhere else."""

import pytest

from tests.beginnings import agree, talk
from tests.chat import Chat
from tests.intake.arranging import asked, only_open
from tests.tables import answers

NAME_AND_MISSPELT_TERRAIN = {"company.name": "Jansen Transport", "company.terrain": "hessenport"}


async def test_another_terrain_than_the_ones_offered_is_no_company_name(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.fills_in(NAME_AND_MISSPELT_TERRAIN)
    fatima.sees("Welk bedrijventerrein bedoelt u?", "Hessenpoort III (Zwolle)")
    await fatima.says("Broeklanden")
    fatima.sees("Genoteerd: Broeklanden.", "Uw voertuigen nu")
    assert await answers(chat, "company.name") == [("Jansen Transport", "sure")]
    assert await answers(chat, "company.terrain") == [({"id": "t-3", "name": "Broeklanden"}, "sure")]


async def test_the_choice_may_be_typed_by_number_by_name_or_denied(chat: Chat) -> None:
    kept = {}
    for who, choice in (("Fatima", "2"), ("Piet", "hessenpoort iii"), ("Ans", "staat er niet bij"), ("Kees", "geen van deze")):
        person = chat.person(who)
        await agree(person)
        await person.fills_in(NAME_AND_MISSPELT_TERRAIN)
        await person.says(choice)
        person.sees("Genoteerd: Hess" if who in ("Fatima", "Piet") else "Genoteerd: hessenport", "Uw voertuigen nu")
        kept[who] = (await answers(chat, "company.terrain"))[-1][0]
    third, typed = {"id": "t-2", "name": "Hessenpoort III"}, {"typed": "hessenport"}
    assert kept == {"Fatima": third, "Piet": third, "Ans": typed, "Kees": typed}


async def test_a_new_number_takes_the_place_of_the_one_that_was_hard_to_believe(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "400")
    fatima.sees("400", "Klopt dit?")
    await fatima.says("500")
    fatima.sees("500", "Klopt dit?")
    fatima.sees_not("400")
    await fatima.says("40")
    fatima.sees("Genoteerd: 40.", "Hoeveel lichte vrachtwagens")
    fatima.sees_not("Klopt dit?")
    assert await answers(chat, "van.total") == [(40, "sure")]


@pytest.mark.parametrize("said", ["zoals ik al zei", "hoezo dat dan?", "🚚", "de grootste"])
async def test_what_waits_is_not_lost_over_words_that_mean_nothing(chat: Chat, said: str) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "400", said)
    fatima.sees("Dat begrijp ik niet.", "400", "Klopt dit?")
    await fatima.says("ja")
    fatima.sees("Genoteerd: 400.")
    assert await answers(chat, "van.total") == [(400, "sure")]


async def test_neither_is_one_of_two_readings(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "3 à 4", "blauw")
    fatima.sees("Dat begrijp ik niet.", "Wat bedoelt u met “3 à 4”?")
    await fatima.clicks("4")
    assert await answers(chat, "van.total") == [(4, "sure")]


async def test_one_is_a_number_of_vehicles_here_and_not_the_first_choice(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "400", "1")
    fatima.sees("Genoteerd: 1.")
    assert await answers(chat, "van.total") == [(1, "sure")]


async def test_an_unlikely_number_is_kept_when_it_is_right(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "400")
    await fatima.clicks("Ja, dat klopt")
    fatima.sees("U koos: Ja, dat klopt", "Genoteerd: 400.", "Hoeveel lichte vrachtwagens")
    await fatima.says("ongeveer 350")
    await fatima.says("ja hoor")
    fatima.sees("Genoteerd, als schatting: 350.")
    assert await answers(chat_either_way, "light_truck.total") == [(350, "estimate")]


async def test_an_unlikely_number_that_is_wrong_is_asked_again(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "400")
    await fatima.clicks("Nee, ik pas het aan")
    fatima.sees("Hoeveel bestelwagens")
    await fatima.says("900")
    await fatima.says("nee")
    fatima.sees("Hoeveel bestelwagens")
    assert await answers(chat_either_way, "van.total") == []


async def test_a_card_saved_twice_asks_back_once(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "kaart")
    card = fatima.newest("Opslaan en verder")
    action = dict(card.button("Opslaan en verder"))
    fields = card.filled_in() | {"van.total": "400", "light_truck.total": "0", "rigid.total": "0", "tractor.total": "600"}
    await fatima.presses(action, fields, card)
    await fatima.presses(action, fields, card)
    await fatima.clicks("Ja, dat klopt")
    fatima.sees("600", "Klopt dit?")
    await fatima.clicks("Ja, dat klopt")
    fatima.sees("Uw bestelwagens: nu en straks")
    assert await answers(chat, "van.total") == [(400, "sure")]
    assert await answers(chat, "tractor.total") == [(600, "sure")]


async def test_a_choice_that_was_made_changes_nothing_when_it_is_pressed_again(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "400")
    card = fatima.newest("Ja, dat klopt")
    action = dict(card.button("Nee, ik pas het aan"))
    await fatima.clicks("Ja, dat klopt")
    await fatima.presses(action, {}, card)
    fatima.sees("Deze keuze is al gemaakt")
    assert await answers(chat_either_way, "van.total") == [(400, "sure")]


async def test_what_was_not_chosen_yet_waits_while_something_else_is_done(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "400", "stop")
    await chat.restarts()
    await fatima.says("verder")
    fatima.sees("400", "Klopt dit?")
    await fatima.clicks("Ja, dat klopt")
    assert await answers(chat, "van.total") == [(400, "sure")]


@pytest.mark.parametrize("typed", ["Route Hessenpoort BV", "vraag aan de buren BV"])
async def test_what_a_card_answers_meanwhile_is_not_asked_back_any_more(chat: Chat, typed: str) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.says(typed)
    fatima.sees("Dit is mijn antwoord")
    await fatima.fills_in({"company.name": "Jansen Transport", "company.terrain": "Hessenpoort"})
    fatima.sees("Uw voertuigen nu")
    fatima.sees_not("Dit is mijn antwoord")
    assert await answers(chat, "company.name") == [("Jansen Transport", "sure")]


async def test_what_a_card_leaves_empty_goes_on_waiting(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    await only_open(chat, fatima, "ideas.conditions")
    await talk(fatima, "verder", "vraag eerst de buren")
    fatima.sees("Dit is mijn antwoord")
    await fatima.fills_in({})
    await fatima.clicks("Dit is mijn antwoord")
    assert ("vraag eerst de buren", "sure") in await answers(chat, "ideas.conditions")


async def test_an_unclear_date_is_asked_back_and_never_guessed(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    await fatima.clicks("Opslaan en verder", {"company.name": "Jansen", "company.terrain": "de mars"})
    fatima.sees("De Mars (Zutphen)", "De Mars (Deventer)")
    await fatima.says("terug")
    fatima.sees("Op welk bedrijventerrein zit u?")
    fatima.sees_not("De Mars (Zutphen)")
    assert await answers(chat, "company.terrain") == []


@pytest.mark.parametrize(
    ("said", "kept"), [("ongeveer 8", [(8, "estimate")]), ("8 denk ik", [(8, "estimate")]), ("8", [(8, "sure")]), ("7 à 8", [])]
)
async def test_doubt_after_a_question_stays_doubt(chat: Chat, said: str, kept: list[tuple[int, str]]) -> None:
    fatima = await asked(chat, "tractor.total")
    await talk(fatima, "7 of 8", said)
    assert await answers(chat, "tractor.total") == kept


async def test_far_less_than_usual_is_asked_once(chat: Chat) -> None:
    fatima = await asked(chat, "tractor.km_per_day")
    await fatima.says("9")
    fatima.sees("Dat is minder dan wij meestal zien. Klopt dit?")
    await fatima.says("ja")
    assert await answers(chat, "tractor.km_per_day") == [(9, "sure")]


async def test_an_answer_with_a_question_behind_it_is_still_one(chat: Chat) -> None:
    fatima = await asked(chat, "tractor.total")
    await fatima.says("12, maar waarom wil je dat weten?")
    fatima.sees("Genoteerd: 12.")


@pytest.mark.parametrize("said", ["mailto:fatima@jansen.example", "[fatima@jansen.example](mailto:fatima@jansen.example)"])
async def test_an_address_is_kept_without_what_a_link_puts_before_it(chat: Chat, said: str) -> None:
    fatima = await asked(chat, "contact.email")
    await fatima.says(said)
    assert await answers(chat, "contact.email") == [("fatima@jansen.example", "sure")]
