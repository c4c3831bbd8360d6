"""Verder, terug, overzicht, wijzig, stop, help and start work at every moment, and nothing is lost by them."""

import copy

import pytest

from storage.tables.people import answer, consent_event
from tests.beginnings import CONSENTS, SHORT, agree, start, talk
from tests.chat import Chat
from tests.person import Person
from tests.tables import answers, rows

# Where one can be: what was said before, and what "verder" shows there.
FULL_UNTIL_FUELS = (
    "Jansen Transport", "Hessenpoort", "12345678", "directie", "ja", "fatima@jansen.example", "12", "0", "0", "0",
    "1", "8", "12", "85",
)  # fmt: skip
MOMENTS: dict[str, tuple[tuple[str, ...], str]] = {
    "before the first consent": ((), "Mogen wij uw antwoorden bewaren?"),
    "choosing the depth": (("ja",), "Hoeveel tijd heeft u?"),
    "looking for a colleague": (("ja", "collega begon al"), "Hoeveel tijd heeft u?"),
    "a card": (("ja", "kort"), "Hoe heet uw bedrijf?"),
    "a text": (("ja", "volledig", *FULL_UNTIL_FUELS[:5]), "Op welk e-mailadres bereiken wij u?"),
    "a terrain": (("ja", "kort", SHORT[0]), "Op welk bedrijventerrein zit u?"),
    "a number": (("ja", "kort", *SHORT[:3]), "Hoeveel lichte vrachtwagens"),
    "a choice": (("ja", "volledig", *FULL_UNTIL_FUELS[:3]), "Wat doet u in het bedrijf?"),
    "yes or no": (("ja", "volledig", *FULL_UNTIL_FUELS[:4]), "Mag u tekenen voor het bedrijf?"),
    "several choices": (("ja", "volledig", *FULL_UNTIL_FUELS), "Denkt u ook aan een andere brandstof?"),
    "a clock": (("ja", "kort", *SHORT[:9]), "Hoe laat vertrekken de meeste bestelwagens weer?"),
    "something unlikely": (("ja", "kort", *SHORT[:2], "400"), "Klopt dit?"),
    "something unclear": (("ja", "kort", SHORT[0], "de mars"), "Welk bedrijventerrein bedoelt u?"),
    "the wish to erase": (("ja", "kort", *SHORT[:3], "verwijder mijn gegevens"), "Hoeveel lichte vrachtwagens"),
    "the first decision": (("ja", "kort", *SHORT), "Mogen uw aantallen meetellen"),
    "a later decision": (("ja", "kort", *SHORT, *CONSENTS[:3]), "Mag de netbeheerder"),
    "the summary": (("ja", "kort", *SHORT, *CONSENTS), "Klopt het?"),
    "the end": (("ja", "kort", *SHORT, *CONSENTS, "ja"), "U bent klaar."),
}
COMMANDS = (
    "help", "stop", "start", "overzicht", "opnieuw bekijken", "wijzig", "wijzig xyz", "toestemming", "mijn gegevens", "hallo",
    "bedankt", "kaart", "code",
)  # fmt: skip


async def go_to(person: Person, moment: str) -> str:
    """Go to one of the moments; return what "verder" shows there."""
    said, shows = MOMENTS[moment]
    await person.opens()
    await talk(person, *said)
    return shows


@pytest.mark.parametrize("moment", MOMENTS)
async def test_whatever_one_looks_at_aside_one_goes_on_where_one_was(chat: Chat, moment: str) -> None:
    fatima = chat.person("Fatima")
    shows = await go_to(fatima, moment)
    before = [await rows(chat, table) for table in (answer, consent_event)]
    for command in COMMANDS:
        await fatima.says(command)
        assert fatima.text().strip(), f"silence after {command!r}"
        fatima.sees_not("Dat begrijp ik niet")
        await fatima.says("verder")
        fatima.sees(shows)
    assert [await rows(chat, table) for table in (answer, consent_event)] == before


@pytest.mark.parametrize("moment", MOMENTS)
async def test_stopping_anywhere_and_coming_back_after_a_restart(chat: Chat, moment: str) -> None:
    fatima = chat.person("Fatima")
    shows = await go_to(fatima, moment)
    await fatima.says("stop")
    fatima.sees("Tot later." if moment != "before the first consent" else "Typ 'start'")
    await chat.restarts()
    await fatima.says("start")
    fatima.sees(shows)


@pytest.mark.parametrize(
    ("moment", "shows"),
    [
        ("before the first consent", "Mogen wij uw antwoorden bewaren?"),
        ("choosing the depth", "Hoeveel tijd heeft u?"),
        ("looking for a colleague", "Hoeveel tijd heeft u?"),
        ("a card", "Hoe heet uw bedrijf?"),
        ("a terrain", "Uw antwoord is nu: Jansen Transport"),
        ("a number", "Uw antwoord is nu: 12"),
        ("yes or no", "Uw antwoord is nu: Eigenaar of directeur"),
        ("a clock", "Uw antwoord is nu: 18:00"),
        ("something unlikely", "Hoeveel bestelwagens"),
        ("something unclear", "Op welk bedrijventerrein zit u?"),
        ("the first decision", "Uw antwoord is nu: Groot"),
        ("a later decision", "Mag uw gemeente uw antwoorden zien?"),
        ("the summary", "Mogen wij u uitnodigen voor bijeenkomsten"),
        ("the end", "U kunt alles nog wijzigen."),
    ],
)
async def test_back_shows_what_was_asked_before_with_what_was_answered(chat: Chat, moment: str, shows: str) -> None:
    fatima = chat.person("Fatima")
    forward = await go_to(fatima, moment)
    before = await rows(chat, answer)
    await fatima.says("terug")
    fatima.sees(shows)
    assert await rows(chat, answer) == before
    await fatima.says("verder")
    fatima.sees(forward if moment not in ("something unlikely", "something unclear", "the summary") else "")


async def test_back_and_back_again_to_the_very_first_question(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, *SHORT, *CONSENTS)
    for _ in range(len(SHORT) + len(CONSENTS)):
        await fatima.says("terug")
        fatima.sees_not("Verder terug kan niet")
    fatima.sees("Hoe heet uw bedrijf?", "Uw antwoord is nu: Jansen Transport")
    await fatima.says("terug")
    fatima.sees("Verder terug kan niet.", "Hoe heet uw bedrijf?")
    await fatima.says("Jansen Logistiek")
    fatima.sees("Genoteerd: Jansen Logistiek.", "Klopt het?")
    assert [value for value, _ in await answers(chat, "company.name")] == ["Jansen Transport", "Jansen Logistiek"]


async def test_back_by_card_goes_a_card_at_a_time(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await agree(fatima)
    await fatima.fills_in({"company.name": "Jansen Transport", "company.terrain": "Hessenpoort"})
    await fatima.fills_in({"van.total": "12", "light_truck.total": "0", "rigid.total": "0", "tractor.total": "3"})
    fatima.sees("Uw bestelwagens: nu en straks")
    await fatima.clicks("Terug")
    fatima.sees("Uw voertuigen nu")
    assert fatima.newest("Opslaan en verder").filled_in()["van.total"] == "12"
    await fatima.clicks("Terug")
    fatima.sees("Uw bedrijf", "Jansen Transport")
    await fatima.clicks("Terug")
    fatima.sees("Verder terug kan niet.")
    await fatima.fills_in({"company.name": "Jansen Logistiek"})
    fatima.sees("Uw bestelwagens: nu en straks")


SUBJECTS = {
    "terrein": "Op welk bedrijventerrein zit u?", "bedrijventerrein": "Op welk bedrijventerrein zit u?",
    "naam": "Hoe heet uw bedrijf?", "kvk": "Wat is uw KvK-nummer?", "kvk-nummer": "Wat is uw KvK-nummer?",
    "email": "e-mailadres", "e-mail": "e-mailadres", "mail": "e-mailadres", "functie": "Dat antwoord vind ik niet.",
    "werk": "Wat doet u in het bedrijf?", "bestelwagens": "Hoeveel bestelwagens", "trekkers": "Hoeveel trekkers",
    "2030": "elektrische bestelwagens verwacht u in 2030", "2035": "bestelwagens in 2035",
    "km": "Hoeveel kilometer rijdt een bestelwagen", "kilometers": "Hoeveel kilometer rijdt een bestelwagen",
    "brandstof": "andere brandstof", "rol": "Wat past het beste bij uw bedrijf?", "xyz": "Dat antwoord vind ik niet.",
}  # fmt: skip


async def test_one_answer_is_changed_by_naming_its_subject(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima, "volledig")
    await talk(fatima, *FULL_UNTIL_FUELS, "geen")
    for subject, shows in SUBJECTS.items():
        await fatima.says(f"wijzig {subject}")
        assert shows in fatima.text(), f"wijzig {subject}: {fatima.text()[:300]}"


async def test_changing_one_answer_goes_on_where_one_was(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, *SHORT[:5], "wijzig bestelwagens")
    fatima.sees("Hoeveel bestelwagens")
    await fatima.says("14")
    fatima.sees("Genoteerd: 14.", "Hoeveel trekkers")
    assert [value for value, _ in await answers(chat, "van.total")] == [12, 14]


async def test_after_a_no_to_the_summary_one_hears_how_to_change(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await go_to(fatima, "the summary")
    await fatima.says("nee")
    fatima.sees("Wat klopt er niet?", "wijzig terrein")
    await talk(fatima, "wijzig terrein", "Broeklanden")
    fatima.sees("Genoteerd: Broeklanden.", "Klopt het?")
    await fatima.says("ja")
    fatima.sees("Dank u wel")


async def test_the_overview_in_the_middle_says_how_much_is_left(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.says("overzicht")
    fatima.sees("U heeft nog niets ingevuld.", "verder")
    await talk(fatima, *SHORT[:-1], "overzicht")
    fatima.sees("Nog te gaan: 1 vraag.", "Verder")
    await fatima.says("groot")
    fatima.sees("Genoteerd: Groot", "Mogen uw aantallen meetellen")
    await fatima.says("overzicht")
    fatima.sees("Nog te gaan: wat wij mogen delen.")
    fatima.sees_not("Ja, dit klopt")
    await fatima.says("ja")
    fatima.sees("Genoteerd: ja.", "Mogen bedrijven op uw terrein")


async def test_a_button_is_a_command_where_the_same_words_could_be_an_answer(chat: Chat) -> None:
    fatima = await start(chat, "Fatima", "Jansen Transport", "Hessenpoort")
    await fatima.says("wijzig naam")
    await fatima.presses_raw("say", {"text": "factsheet t-1 pdf"})
    fatima.sees("te weinig bedrijven")
    fatima.sees_not("uw antwoord")


async def test_help_names_the_question_that_waits(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, *SHORT[:2], "help")
    fatima.sees("Zo werkt Laadmaat", "De vraag was: Hoeveel bestelwagens", "terug", "wijzig", "Bel mij")
    fatima.sees_not("uitnodigen", "open vragen", "intake namens", "toelaten")
    await fatima.clicks("Verder")
    fatima.sees("Hoeveel bestelwagens")


@pytest.mark.parametrize("words", ["collega", "code ABCD-2345"])
async def test_after_a_code_there_is_a_way_on(chat: Chat, words: str) -> None:
    fatima = chat.person("Fatima")
    await talk(fatima, "hallo", "ja", "kort", *SHORT[:2], words)
    fatima.sees("Typ 'verder'")
    await fatima.says("verder")
    fatima.sees("Hoeveel bestelwagens")


@pytest.mark.parametrize("words", ["mijn gegevens", "verwijder mijn gegevens"])
async def test_who_has_nothing_kept_hears_how_to_begin(chat: Chat, words: str) -> None:
    fatima = chat.person("Fatima")
    await fatima.says(words)
    fatima.sees("Wij bewaren geen antwoorden van u.", "Typ dan 'start'.")


async def test_a_choice_that_is_gone_shows_the_way_on(chat_either_way: Chat) -> None:
    fatima = chat_either_way.person("Fatima")
    await talk(fatima, "hallo", "ja", "kort", *SHORT[:2], "400")
    doubt = copy.deepcopy(fatima.newest("Ja, dat klopt"))
    await fatima.says("12")
    await fatima.presses(doubt.button("Ja, dat klopt"), {}, doubt)
    assert "vervallen. Typ 'verder' om door te gaan." in doubt.text() + fatima.text()
