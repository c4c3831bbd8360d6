"""Questions of the project team in their own words: answered as a short list, over what whoever asks may see."""

import datetime

import pytest

from dialogs.meanings import LATER
from domain.access.roles import Grant, Role
from tests.access.arranging import ZWOLLE, gives
from tests.beginnings import talk
from tests.chat import Chat
from tests.dossier.arranging import in_channel, noor_of, registers
from tests.sessions.beginnings import company, invited, planned

pytestmark = pytest.mark.usefixtures("registered")


async def test_who_did_not_answer_who_takes_part_and_whom_to_call(chat: Chat) -> None:
    await registers(chat, "Klaver Koeriers", "Hamer Bouw BV")
    await company(chat, "Fatima", "Jansen Transport")
    noor = await noor_of(chat)
    await noor.says("wie heeft nog niet gereageerd op hessenpoort?")
    noor.sees("Nog niet gereageerd Hessenpoort (Zwolle)", "2 bedrijven.", "Klaver Koeriers\nNog geen antwoorden.")
    noor.sees_not("Jansen Transport")
    await noor.clicks("Hamer Bouw BV")
    noor.sees("Hamer Bouw BV", "Nog geen contact.")
    await noor.clicks("Gesprek")
    noor.sees("Gesprek met Hamer Bouw BV")
    await noor.says("geef me de bellijst van hessenpoort")
    noor.sees("Bellijst Hessenpoort (Zwolle)", "Hamer Bouw BV")
    await noor.says("wie doet er mee op hessenpoort")
    noor.sees("Deelnemers Hessenpoort (Zwolle)", "1 bedrijf.", "Jansen Transport\nAlles bevestigd.")
    await noor.says("bedrijven hessenpoort")
    noor.sees("3 bedrijven.")


async def test_a_long_list_goes_on_with_a_tap(chat: Chat) -> None:
    await registers(chat, *(f"Bedrijf {letter} Metaal" for letter in "ABCDEFG"))
    noor = await noor_of(chat)
    await noor.says("welke bedrijven zitten er op hessenpoort")
    noor.sees("7 bedrijven.", "Bedrijf A Metaal", "Nog 3")
    await noor.clicks("Nog 3")
    noor.sees("Bedrijf E Metaal", "Bedrijf G Metaal")
    noor.sees_not("Bedrijf A Metaal")


async def test_who_has_no_mandate_is_asked_per_terrain(chat: Chat) -> None:
    await company(chat, "Fatima", "Jansen Transport")
    noor = await noor_of(chat)
    await noor.says("wie heeft er geen machtiging?")
    noor.sees("Welk terrein bedoelt u?")
    await noor.clicks("Kies dit terrein", {"terrain": "t-1"})
    noor.sees("Zonder machtiging Hessenpoort (Zwolle)", "Jansen Transport")
    await noor.says("machtiging jansen transport")
    await noor.fills_in({"asked": "2026-11-02", "signed": "2026-11-09", "signer": "Fatima Aydin"}, "Opslaan")
    await noor.says("wie heeft geen machtiging op hessenpoort")
    noor.sees("Geen bedrijven.")


async def test_who_comes_to_the_session_of_a_day(chat: Chat) -> None:
    noor, fatima = await invited(chat)
    await noor.says("wie komt er op 14 januari?")
    noor.sees("Wie komt er: startsessie Hessenpoort", "14 januari 2027, 19:30", "Nog geen antwoord: Jansen Transport.")
    await fatima.clicks("Ik kom")
    await noor.says("wie komt er op hessenpoort")
    noor.sees("Komen: Jansen Transport.")
    await noor.says("wie komt er op 15 januari")
    noor.sees("Op 15 januari 2027 is er geen sessie.")
    await noor.says("wie komt er op broeklanden")
    noor.sees("Op Broeklanden (Hardenberg) komt er nog geen sessie.")


async def test_of_several_sessions_one_is_asked_for(chat: Chat) -> None:
    noor = await planned(chat)
    await planned(chat, "broeklanden startsessie", day="2027-01-15")
    await noor.says("wie komt er")
    noor.sees("Welke sessie bedoelt u?", "Startsessie Hessenpoort", "Startsessie Broeklanden")
    await noor.clicks("Startsessie Broeklanden")
    noor.sees("Wie komt er: startsessie Broeklanden")


async def test_the_name_of_a_company_opens_its_talk(chat: Chat) -> None:
    await registers(chat, "Jansen Transport", "Jansen Metaal", "Klaver Koeriers BV")
    noor = await noor_of(chat)
    for words in ("klaver koeriers", "wat zei klaver koeriers?", "wat weten we van klaver koeriers op hessenpoort"):
        await noor.says(words)
        noor.sees("Gesprek met Klaver Koeriers BV")
    await noor.says("wat zei jansen?")
    noor.sees("Welk bedrijf bedoelt u?", "Jansen Transport, Hessenpoort", "Jansen Metaal, Hessenpoort")


async def test_a_terrain_in_a_sentence_is_what_the_command_is_about(chat: Chat) -> None:
    noor = await noor_of(chat)
    await noor.says("hoe staat het ervoor op broeklanden?")
    noor.sees("Broeklanden (Hardenberg)")
    await noor.says("wat is er genoteerd over broeklanden")
    noor.sees("Dossier Broeklanden (Hardenberg)")
    await noor.says("wat moet er nog in stap op broeklanden")
    noor.sees("Broeklanden (Hardenberg)")


async def test_how_many_there_are(chat: Chat) -> None:
    await registers(chat, "Klaver Koeriers")
    await company(chat, "Fatima", "Jansen Transport")
    noor = await noor_of(chat)
    await noor.says("hoeveel trucks in 2030 in totaal")
    noor.sees("Cijfers van alle terreinen", "5 terreinen.", "1 bedrijf doet mee van 1 in het register.")
    noor.sees("Elektrische voertuigen in 2030: 9.", "alleen voor het team")
    await noor.says("hoeveel bedrijven doen er mee in overijssel?")
    noor.sees("Cijfers: Overijssel")
    await talk(noor, "stap hessenpoort begin", "hoeveel terreinen zitten in stap 0?")
    noor.sees("1 terrein: stap 0.")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("welke terreinen eerst?", "5 terreinen."),
        ("welke terreinen zijn te laat?", "te laat."),
        ("laat alle terreinen zien", "5 terreinen."),
        ("terreinen veel logistiek", "5 terreinen."),
        ("welke terreinen hebben geen regisseur", "zonder regisseur."),
        ("terreinen met parkmanagement", "met parkmanagement."),
        ("welke terreinen in de gemeente zutphen zitten in stap 2", "gemeente Zutphen, stap 2."),
        ("welke terreinen in overijssel lopen achter", "te laat, Overijssel."),
    ],
)
async def test_terrains_by_what_is_so_of_them(chat: Chat, words: str, shown: str) -> None:
    noor = await noor_of(chat)
    await noor.says(words)
    noor.sees("Terreinen", shown)


async def test_who_has_a_role_sees_no_more_by_asking_in_words(chat: Chat) -> None:
    await registers(chat, "Klaver Koeriers")
    await company(chat, "Fatima", "Jansen Transport")
    for name, grant in (
        ("Gert", ZWOLLE), ("Pim", Grant(Role.PARK_MANAGER, terrain="t-1")), ("Nel", Grant(Role.GRID_OPERATOR)),
    ):  # fmt: skip
        partner = chat.person(name)
        await gives(chat, partner, grant)
        for words in (
            "wie heeft nog niet gereageerd op hessenpoort", "bedrijven hessenpoort", "wat zei jansen transport",
            "klaver koeriers", "bellijst hessenpoort", "hoeveel trucks in 2030 in totaal", "wie komt er op hessenpoort",
        ):  # fmt: skip
            await partner.says(words)
            partner.sees_not("Klaver", "Jansen", "Elektrische voertuigen in 2030: 9", "Nog niet gereageerd")
    gert = chat.people["Gert"]
    await gert.says("hoeveel terreinen zitten er in totaal")
    gert.sees("2 terreinen.")


async def test_where_others_read_along_nobody_is_named(chat: Chat) -> None:
    await registers(chat, "Klaver Koeriers")
    noor = await noor_of(chat)
    await in_channel(noor, "bedrijven hessenpoort")
    noor.sees_not("Klaver")


async def test_to_a_company_none_of_this_exists(chat: Chat) -> None:
    await registers(chat, "Klaver Koeriers")
    fatima = await company(chat, "Fatima", "Jansen Transport")
    for words in ("bedrijven hessenpoort", "wie heeft nog niet gereageerd op hessenpoort", "klaver koeriers", "bellijst"):
        await fatima.says(words)
        fatima.sees_not("Klaver Koeriers", "Gesprek met")


async def test_what_comes_later_has_its_nearest_tap_now(chat: Chat) -> None:
    noor = await noor_of(chat)
    for words, tap in {
        "toolbox stap 3": "Kennis stap 3", "criteria": "Kennis selectie",
        "maak een samenvatting voor de gedeputeerde": "Cijfers", "tips en tops hessenpoort": "Sessies hessenpoort",
        "flyer hessenpoort": "Factsheet hessenpoort", "penvoerder hessenpoort": "Betrokkene hessenpoort",
        "begin op hessenpoort": "Stap hessenpoort",
    }.items():  # fmt: skip
        await noor.says(words)
        noor.sees(tap)
        assert noor.text().splitlines()[0] in LATER
    await noor.clicks("Stap hessenpoort")
    noor.sees("Hessenpoort (Zwolle)")


async def test_a_day_is_no_part_of_the_question(chat: Chat) -> None:
    chat.now = datetime.datetime(2026, 12, 1, 9, 0, tzinfo=datetime.UTC)
    noor = await planned(chat)
    await noor.says("wie komt er 2e donderdag van januari")
    noor.sees("Wie komt er: startsessie Hessenpoort")
