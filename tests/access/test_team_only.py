"""A command of the project team is no answer: somebody without a role hears who it is for, and nothing is kept."""

import pytest

from dialogs.commands import COMMANDS
from dialogs.turn.command import Users
from dialogs.turn.step import quoted
from domain.access.roles import Grant, Role
from domain.intake.questionnaire import QUESTIONS
from storage.tables.people import answer
from tests.access.arranging import gives
from tests.beginnings import agree, talk
from tests.chat import Chat
from tests.intake.arranging import asked
from tests.tables import answers, rows

FOR_OTHERS = [command for command in COMMANDS if command.takes_terrain and not command.audience & Users.COMPANY]
IS_OR_SEEMS = {
    "tractor.total": "is", "tractor.back": "is", "company.name": "lijkt op", "company.kvk": "is", "company.terrain": "is",
}  # fmt: skip
ASKS = "vraag "  # a company that says so asks the team something, as with every "vraag ..."
BEHIND = ("2 hessenpoort", "de mars", "hessenpoort 12 januari")


async def test_a_number_in_a_command_is_no_number_of_vehicles(chat: Chat) -> None:
    fatima = await asked(chat, "tractor.total")
    await fatima.says("stap 2 hessenpoort")
    fatima.sees("“stap 2 hessenpoort” is een opdracht voor het projectteam.", "Vraag daar dan om een rol.")
    fatima.sees("De vraag was: Hoeveel trekkers")
    assert await rows(chat, answer) == []
    await fatima.says("3")
    assert await answers(chat, "tractor.total") == [(3, "sure")]


@pytest.mark.parametrize(
    "typed", ["stap 2 hessenport", "Stap 2 hesenpoort!", "stap hessenpoor 2", "notitie broekland 2 wagens", "route 2 de mras"]
)
@pytest.mark.parametrize("name", ["tractor.total", "tractor.back", "company.kvk", "company.terrain"])
async def test_a_misspelled_terrain_makes_it_no_answer_either(chat: Chat, typed: str, name: str) -> None:
    fatima = await asked(chat, name)
    await fatima.says(typed)
    fatima.sees("is een opdracht voor het projectteam.", QUESTIONS[name].text)
    assert await rows(chat, answer) == []


@pytest.mark.parametrize("typed", ["2 stappen", "stap 2", "stap 2 zwolle", "2 op hessenport"])
async def test_a_number_of_something_else_is_neither_a_command_nor_an_answer(chat: Chat, typed: str) -> None:
    fatima = await asked(chat, "tractor.total")
    await fatima.says(typed)
    fatima.sees("Dat begrijp ik niet.", "Typ een heel getal")
    fatima.sees_not("projectteam")
    assert await rows(chat, answer) == []
    await fatima.says("2")
    assert await answers(chat, "tractor.total") == [(2, "sure")]


async def test_a_number_beside_such_a_word_is_asked_and_kept_after_a_yes(chat: Chat) -> None:
    fatima = await asked(chat, "tractor.total")
    await fatima.says("een stuk of 3, groepen")
    fatima.sees("Trekkers (met oplegger): 3 (schatting)", "Klopt het?")
    fatima.sees_not("projectteam")
    assert await rows(chat, answer) == []
    await fatima.says("ja")
    assert await answers(chat, "tractor.total") == [(3, "estimate")]


async def test_a_command_is_no_name_of_a_company(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.says("dossier hessenpoort")
    fatima.sees("“dossier hessenpoort” lijkt op een opdracht voor het projectteam.", "om een rol", "Hoe heet uw bedrijf?")
    assert await rows(chat, answer) == []
    await fatima.says("Jansen Transport")
    fatima.sees("Genoteerd: Jansen Transport.", "Op welk bedrijventerrein")
    assert await answers(chat, "company.name") == [("Jansen Transport", "sure")]


async def test_a_company_with_such_a_name_says_so(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima)
    await fatima.says("Route Hessenpoort BV")
    await fatima.clicks("Dit is mijn antwoord")
    fatima.sees("U koos: Dit is mijn antwoord", "Genoteerd: Route Hessenpoort BV.")
    assert await answers(chat_either_way, "company.name") == [("Route Hessenpoort BV", "sure")]


@pytest.mark.parametrize("said", ["nee", "Nee, een ander antwoord"])
async def test_who_says_no_is_asked_again(chat: Chat, said: str) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "dossier hessenpoort", said)
    fatima.sees("Hoe heet uw bedrijf?")
    assert await rows(chat, answer) == []


@pytest.mark.parametrize(
    ("said", "kept"), [("1", [("Route Hessenpoort BV", "sure")]), ("2", []), ("2 Transport", [("2 Transport", "sure")])]
)
async def test_it_may_be_chosen_by_number(chat: Chat, said: str, kept: list[tuple[str, str]]) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Route Hessenpoort BV", said)
    assert await answers(chat, "company.name") == kept


@pytest.mark.parametrize("name", IS_OR_SEEMS)
async def test_no_command_of_the_team_is_kept_as_an_answer(chat: Chat, name: str) -> None:
    fatima = await asked(chat, name)
    for said in (
        f"{word} {behind}" for command in FOR_OTHERS for word in command.words if not word.startswith(ASKS) for behind in BEHIND
    ):
        await fatima.says(said)
        fatima.sees(f"{quoted(said, 40)} {IS_OR_SEEMS[name]} een opdracht voor het projectteam.", "om een rol")
        fatima.sees(QUESTIONS[name].text)
    assert await rows(chat, answer) == []


def test_it_is_about_what_only_others_may() -> None:
    names = {command.words[0] for command in FOR_OTHERS}
    assert names >= {"dossier", "stap", "route", "notitie", "uitnodigen", "plankaart", "sessieplan"}
    assert not names & {"status", "factsheet", "open", "gesprek", "terreinen"}


@pytest.mark.parametrize(
    "typed",
    ["STAP 2 HESSENPOORT", "Stap 2 Hessenpoort?", "  stap   2  hessenpoort ", "stap 2 Hèssenpóórt", "Stap: hessenpoort 2.",
     "!stap 2 hessenpoort", "... stap 2 hessenpoort", "stap 2: hessenpoort", "Stap 2. Hessenpoort"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["tractor.total", "company.name"])
async def test_however_it_is_typed(chat: Chat, typed: str, name: str) -> None:
    fatima = await asked(chat, name)
    await fatima.says(typed)
    fatima.sees(f"{IS_OR_SEEMS[name]} een opdracht voor het projectteam.")
    assert await rows(chat, answer) == []


@pytest.mark.parametrize(
    "name",
    [
        "Stap voor Stap BV", "Sessies", "Dossier", "Sessie Events", "Route 66 Hessenpoort", "Route t-1", "Open Hessenpoort",
        "Groepen Holland", "Actie Reclame", "Betrokkene", "Hessenpoort Dossier", "Volg", "Regisseur Piet",
    ],
)  # fmt: skip
async def test_a_name_that_resembles_a_command_is_a_name(chat: Chat, name: str) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.says(name)
    fatima.sees(f"Genoteerd: {name}.")
    assert await answers(chat, "company.name") == [(name, "sure")]


async def test_a_card_that_is_open_stays_open(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "kaart")
    await fatima.says("stap 2 hessenpoort")
    fatima.sees("is een opdracht voor het projectteam.", "De vraag was: Hoeveel bestelwagens")
    await fatima.fills_in({"van.total": "4", "light_truck.total": "0", "rigid.total": "0", "tractor.total": "0"})
    assert await answers(chat, "van.total") == [(4, "sure")]


async def test_on_a_card_it_is_what_was_filled_in(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.fills_in({"company.name": "Dossier Hessenpoort", "company.terrain": "Hessenpoort"})
    assert await answers(chat, "company.name") == [("Dossier Hessenpoort", "sure")]


@pytest.mark.parametrize("text", ["dossier 3456", "gesprek 3456", "aansluitingen t-1 2", "niet bezorgd opnieuw 12"])
async def test_a_button_from_when_somebody_had_a_role_is_no_answer(chat: Chat, text: str) -> None:
    fatima = await asked(chat, "grid.contracted_kw")
    await fatima.presses_raw("say", {"text": text})
    fatima.sees("Deze knop werkt niet meer.")
    assert await rows(chat, answer) == []


async def test_a_choice_that_waits_goes_on_waiting(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "hessenport", "dossier hessenpoort")
    fatima.sees("is een opdracht voor het projectteam.", "Welk bedrijventerrein bedoelt u?")
    assert await answers(chat, "company.terrain") == []
    await fatima.says("2")
    await talk(fatima, "400", "stap 2 hessenpoort")
    fatima.sees("is een opdracht voor het projectteam.", "400", "Klopt dit?")
    assert await answers(chat, "van.total") == []
    await fatima.says("ja")
    assert await answers(chat, "van.total") == [(400, "sure")]


async def test_nothing_is_erased_by_it(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "verwijder mijn gegevens", "dossier hessenpoort")
    fatima.sees("Er is niets gewist.", "is een opdracht voor het projectteam.")
    assert await answers(chat, "company.name") == [("Jansen Transport", "sure")]


async def test_a_park_manager_with_a_company_sees_the_status_not_the_dossier(chat: Chat) -> None:
    fatima = await asked(chat, "tractor.total")
    await gives(chat, fatima, Grant(Role.PARK_MANAGER, terrain="t-1"))
    await fatima.says("notitie hessenpoort 2")
    fatima.sees("is een opdracht voor het projectteam.", "De vraag was:")
    await fatima.says("status hessenpoort")
    fatima.sees_not("projectteam.")
    assert await rows(chat, answer) == []


async def test_to_the_team_on_the_telephone_it_is_a_command(chat: Chat) -> None:
    noor = chat.person("Noor", team=True)
    await talk(noor, "intake namens Jansen Transport", "ja", "kort", "dossier hessenpoort")
    noor.sees_not("is een opdracht voor het projectteam.")
    assert len(await rows(chat, answer)) == 1  # the name of the company that is called
