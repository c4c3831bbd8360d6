"""Answering with an item: whoever asks reads it with what is so of them, and is asked again what they were asked."""

import datetime
from collections.abc import Callable

import pytest

from cards.verbs import Verb
from dialogs.turn.events import Said, Scope
from domain.access.roles import Grant, Role
from storage.tables.people import answer
from tests.access.arranging import TEAM, gives, links
from tests.beginnings import CONSENTS, SHORT, agree, finish_short, meet, talk
from tests.chat import Chat
from tests.intake.arranging import asked
from tests.knowledge.conftest import item
from tests.person import Person
from tests.sessions.beginnings import FACTS, MAKE
from tests.tables import rows

WELCOME = "Welkom bij Laadmaat"
KEEP = "Mogen wij uw antwoorden bewaren?"
MINE = item(
    "van-mij", title="Wat weet u van mij?", tap="mijn gegevens",
    text="Dit weten wij.\nUw terrein is {terrein}, in {gemeente}.\nU heeft {voertuigen}.\nNog {vragen}.\nWij zijn {contact}.",
)  # fmt: skip


def offered(someone: Person) -> list[str]:
    """Return the answers that can be tapped under the newest reply."""
    return [one["title"] for one in someone.fresh[-1].activity.get("suggestedActions", {}).get("actions", [])]


async def test_whoever_asks_first_is_answered_and_welcomed(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.says("kennis laadpas")
    fatima.sees("Met een laadpas betaalt u", "Bron: Voorbeeld, 2026. Geldig tot en met 31 december 2027.", WELCOME, KEEP)
    await fatima.says("ja")
    fatima.sees("Hoeveel tijd heeft u?")


async def test_before_the_first_consent_its_question_stands_there_again(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says("kennis laadpas")
    fatima.sees("Met een laadpas betaalt u", KEEP)
    fatima.sees_not(WELCOME)
    assert offered(fatima) == ["Ja", "Nee"]
    await fatima.says("ja")
    fatima.sees("Hoeveel tijd heeft u?")


async def test_the_depth_is_asked_again(chat: Chat) -> None:
    piet = await meet(chat)
    await piet.says("kennis laadpas")
    piet.sees("Met een laadpas betaalt u", "Hoeveel tijd heeft u? Typ 'kort' of 'volledig'.")
    assert offered(piet) == ["Kort", "Volledig"]
    await piet.says("kort")
    piet.sees("Hoe heet uw bedrijf?")


async def test_with_whom_one_answers_is_asked_again(chat: Chat) -> None:
    piet = await meet(chat)
    await piet.says("collega begon al")
    await piet.says("kennis laadpas")
    piet.sees("Met een laadpas betaalt u", "Typ de code van uw collega.")


@pytest.mark.parametrize(
    ("name", "said", "taps", "noted"),
    [
        ("site.bays", "12", ["Weet ik niet"], "12"),
        ("site.landlord", "ja", ["Ja", "Nee", "Weet ik niet", "Overslaan"], "Ja"),
        (
            "connection.operator",
            "Enexis",
            ["Liander", "Enexis", "Coteq", "Rendo", "Een ander", "Weet ik niet"],
            "Enexis",
        ),
    ],
)
async def test_the_question_stays_the_one_that_is_asked(chat: Chat, name: str, said: str, taps: list[str], noted: str) -> None:
    fatima = await asked(chat, name)
    before = await rows(chat, answer)
    question = fatima.text().splitlines()
    await fatima.says("kennis laadpas")
    fatima.sees("Met een laadpas betaalt u", "De vraag was: ")
    assert offered(fatima) == taps
    assert any(line in fatima.text() for line in question if line.endswith("?"))
    assert await rows(chat, answer) == before
    await fatima.says(said)
    fatima.sees(f"Genoteerd: {noted}")


async def test_more_options_than_taps_are_listed(chat: Chat) -> None:
    fatima = await asked(chat, "grid.fuse")
    await fatima.says("kennis laadpas")
    assert offered(fatima) == ["1x25A", "1x35A", "1x40A", "1x50A", "3x25A", "Weet ik niet"]
    fatima.sees("1. 1x25A", "9. 3x80A")


async def test_what_waits_for_a_choice_waits_on(chat: Chat) -> None:
    fatima = await asked(chat, "van.total")
    await fatima.says("400")
    fatima.sees("Klopt dit?")
    await fatima.says("kennis laadpas")
    fatima.sees("Met een laadpas betaalt u", "400", "Klopt dit?")
    await fatima.clicks("Ja, dat klopt")
    fatima.sees("Genoteerd: 400")


async def test_consents_and_summary_are_asked_again_and_after_the_end_nothing_is(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, *SHORT, CONSENTS[0])
    await fatima.says("kennis laadpas")
    fatima.sees("De vraag was: Mogen bedrijven op uw terrein zien")
    assert offered(fatima) == ["Ja", "Nee", "Overslaan"]
    await talk(fatima, *CONSENTS[1:])
    await fatima.says("kennis laadpas")
    fatima.sees("De vraag was: klopt uw overzicht?")
    await fatima.says("ja")
    fatima.sees("Dank u wel")
    await fatima.says("kennis laadpas")
    assert len(fatima.fresh) == 1


async def test_a_card_that_is_open_can_still_be_filled_in(chat: Chat) -> None:
    piet = await meet(chat)
    await piet.clicks("Kort: 2 minuten")
    await piet.says("kennis laadpas")
    piet.sees("De vraag was: Hoe heet uw bedrijf?")
    await piet.fills_in({"company.name": "Jansen Transport", "company.terrain": "Hessenpoort"})
    piet.sees("Hoeveel bestelwagens")


async def test_it_says_what_is_so_of_whoever_asks(knowing: Callable[..., Chat]) -> None:
    chat = knowing(MINE)
    fatima = chat.person("Fatima")
    await agree(fatima)
    await fatima.says("kennis van-mij")
    fatima.sees("Dit weten wij.", "Wij zijn laadmaat@voorbeeld.nl.")
    fatima.sees_not("Uw terrein is", "U heeft 12")
    await talk(fatima, *SHORT[:6])
    await fatima.says("kennis van-mij")
    fatima.sees("Uw terrein is Hessenpoort, in Zwolle.", "U heeft 12 bestelwagens en 3 trekkers.", "Nog 6 vragen.")
    await fatima.clicks("Bekijk mijn gegevens")
    fatima.sees("Dit bewaren wij van u.")


async def test_nothing_personal_is_said_before_a_yes_or_where_others_read(knowing: Callable[..., Chat]) -> None:
    chat = knowing(MINE)
    fatima, gijs = await finish_short(chat), chat.person("Gijs")
    await links(chat, fatima)
    await fatima.does(Said("kennis van-mij"), scope=Scope.CHANNEL, team="19:other@thread.tacv2")
    fatima.sees("Dit weten wij.", "Wij zijn laadmaat@voorbeeld.nl.")
    fatima.sees_not("Hessenpoort", "bestelwagens", "Bekijk mijn gegevens", "De vraag was")
    await gijs.opens()
    await gijs.says("kennis van-mij")
    gijs.sees("Dit weten wij.")
    gijs.sees_not("Uw terrein", "Bekijk mijn gegevens")


async def test_a_partner_is_answered_and_asked_nothing(knowing: Callable[..., Chat]) -> None:
    chat = knowing(MINE)
    gijs = chat.person("Gijs")
    await gives(chat, gijs, Grant(Role.GRID_OPERATOR))
    await gijs.opens()
    await gijs.says("kennis van-mij")
    gijs.sees("Dit weten wij.")
    gijs.sees_not(KEEP, "Bekijk mijn gegevens", "Uw terrein")
    assert len(gijs.fresh) == 1


async def test_in_a_call_the_question_of_the_company_stands_there_again(chat: Chat, anouk: Person) -> None:
    await anouk.says("intake namens Jansen Transport")
    await anouk.says("kennis laadpas")
    anouk.sees("Met een laadpas betaalt u", KEEP)


async def test_the_team_sees_what_is_filled_in_for_whom(knowing: Callable[..., Chat]) -> None:
    chat = knowing(MINE)
    anouk = chat.person("Anouk", team=True)
    chat.said += [f"{{{name}}}" for name in (*MINE.own_facts, "schoenmaat")]
    await anouk.opens()
    await anouk.says("kennis van-mij")
    anouk.sees("Uw terrein is [terrein], in [gemeente].", "Welke knop hoort erbij?: Bekijk mijn gegevens")
    await anouk.clicks("Wijzig")
    await anouk.fills_in({"text": "Uw schoenmaat is {schoenmaat}."}, "Stel voor")
    anouk.sees("Tussen accolades vullen wij zelf iets in.", "Kijk dit nog even na.")
    await anouk.fills_in({"text": "Uw terrein is {terrein}."}, "Stel voor")
    anouk.sees("Uw voorstel is bewaard.", "Tekst: Uw terrein is [terrein].")


async def test_what_is_not_for_somebody_is_no_answer(knowing: Callable[..., Chat]) -> None:
    chat = knowing(item("intern", title="Wat zeggen wij?", audience="team"))
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.presses_raw(Verb.ITEM, {"do": "open", "key": "intern"})
    fatima.sees("Dat onderwerp is er niet")


async def test_the_team_where_others_read_along_answers_as_everybody(chat: Chat, anouk: Person) -> None:
    await links(chat, anouk)
    for team, sees in (("19:other@thread.tacv2", False), (TEAM, True)):
        await anouk.does(Said("kennis laadpas"), scope=Scope.CHANNEL, team=team)
        anouk.sees("Met een laadpas betaalt u")
        assert ("Wijzig" in anouk.text()) == sees


async def test_how_far_ones_terrain_and_ones_questions_are(chat: Chat, anouk: Person) -> None:
    await anouk.says("stap hessenpoort begin")
    fatima = chat.person("Fatima")
    await agree(fatima)
    for key, later in (("stappen", "Uw terrein is nu in"), ("volgende-bijeenkomst", "De volgende sessie op uw terrein")):
        await fatima.says(f"kennis {key}")
        fatima.sees_not(later)
    await talk(fatima, *SHORT)
    fatima.sees("Mogen uw aantallen meetellen")
    await fatima.says("kennis hoe-lang-duurt-het")
    fatima.sees("De korte versie duurt 2 minuten.", "Herinner mij later")
    fatima.sees_not("U heeft nog")
    await fatima.says("kennis stappen")
    fatima.sees("Uw terrein is nu in stap 0, Inventarisatie.")
    await anouk.says("sessieplan hessenpoort startsessie")
    await anouk.fills_in(FACTS, MAKE)
    await fatima.says("kennis volgende-bijeenkomst")
    fatima.sees("De volgende sessie op uw terrein: 14 januari 2027, 19:30.")
    await fatima.clicks("Hoe staat mijn terrein ervoor?")
    fatima.sees("Uw terrein is in stap 0, Inventarisatie")


async def test_who_sees_what_says_what_oneself_allowed(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.says("kennis wie-ziet-dit")
    fatima.sees("U zei ja tegen: meetellen zonder naam", "Bekijk wat wij mogen delen")
    await fatima.clicks("Bekijk wat wij mogen delen")
    fatima.sees("Trek in")
    await fatima.says("kennis privacy")
    fatima.sees("Dat is nu tot 23 november 2028.")
    chat.now += datetime.timedelta(days=740)
    await fatima.says("kennis kw-en-kwh")
    fatima.sees("Voor de batterij telt de kWh.", KEEP)
