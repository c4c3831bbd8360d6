"""What something is written about: a terrain, a company in the words or in front of them, and what is asked back."""

import pytest

from tests.chat import Chat
from tests.dossier.arranging import data, noor_of, registers


async def test_the_company_in_the_words_is_read_and_can_be_changed(chat: Chat) -> None:
    noor = await noor_of(chat)
    await registers(chat, "Jansen Transport B.V.", "Bakker Bouw")
    await noor.says("notitie hessenpoort Gebeld met Jansen Transport: wil graag laden bij de buren")
    noor.sees("Ik lees dat dit over Jansen Transport B.V. gaat.", "Jansen Transport B.V., Hessenpoort (Zwolle)")
    await noor.clicks("Wijzig")
    card = noor.newest("Opslaan")
    bakker = next(one["value"] for one in card.inputs()["about"]["choices"] if one["title"] == "Bakker Bouw")
    await noor.fills_in({"about": bakker}, "Opslaan")
    noor.sees("Bakker Bouw, Hessenpoort (Zwolle)")
    await noor.says("dossier bakker bouw")
    noor.sees("Dossier Bakker Bouw", "Notitie 1: Gebeld met Jansen Transport")
    await noor.says("dossier hessenpoort")
    noor.sees("Notitie 1 (Bakker Bouw) gewijzigd: over welk bedrijf het gaat")


async def test_two_companies_in_the_words_are_asked_back(chat_either_way: Chat) -> None:
    noor = await noor_of(chat_either_way)
    await registers(chat_either_way, "Jansen Transport", "Jansen Logistiek", "Bakker Bouw")
    await noor.says("notitie hessenpoort Jansen wil meedoen")
    noor.sees("Bewaard.", "Over welk bedrijf gaat dit?", "Jansen Logistiek", "Jansen Transport", "Over het terrein zelf")
    noor.sees_not("Bakker Bouw")
    await noor.clicks("Jansen Transport")
    noor.sees("Jansen Transport, Hessenpoort (Zwolle)")


async def test_a_company_can_stand_in_front_instead_of_its_terrain(chat: Chat) -> None:
    noor = await noor_of(chat)
    await registers(chat, "Hessenpoort Koeriers", "Bakker Bouw")
    await registers(chat, "Bakker Bouw", on="t-3")
    await noor.says("notitie hessenpoort koeriers: belde terug")
    noor.sees("Hessenpoort Koeriers, Hessenpoort (Zwolle)", "belde terug")
    await noor.says("notitie bakker bouw wil een offerte")
    noor.sees("Welk bedrijf bedoelt u?", "Bakker Bouw, Hessenpoort (Zwolle)", "Bakker Bouw, Broeklanden (Hardenberg)")
    await noor.clicks("Bakker Bouw, Broeklanden (Hardenberg)")
    noor.sees("Bakker Bouw, Broeklanden (Hardenberg)", "wil een offerte", "Bewaard.")
    await noor.says("notitie bakker bouw broeklanden belt later")
    noor.sees("Bakker Bouw, Broeklanden (Hardenberg)", "belt later")
    await noor.says("notitie bakkr bouw")
    noor.sees("ken ik niet. Bedoelt u een van deze bedrijven?")


@pytest.mark.parametrize(
    ("words", "sees"),
    [
        ("notitie", "Welk terrein bedoelt u?"),
        ("notitie atlantis Gebeld", "Dit terrein ken ik niet."),
        ("notitie de mars Gebeld", "Welk terrein bedoelt u?"),
        ("actie hessenport bellen", "Bedoelt u"),
        ("open", "Typ het nummer erachter"),
        ("open twaalf", "Typ het nummer erachter"),
        ("open 99", "Dit staat niet meer in het dossier."),
        ("afgerond 99", "Dit staat niet meer in het dossier."),
        ("dossier", "Welk terrein bedoelt u?"),
        ("dossier hessenpoort", "Hier staat nog niets in."),
        ("acties", "U heeft geen open acties."),
        ("behoefte", "Welk bedrijf bedoelt u?"),
        ("machtiging xylofoon", "Ik ken geen bedrijf dat op “xylofoon” lijkt."),
    ],
)
async def test_a_command_that_lacks_something_says_what(chat: Chat, words: str, sees: str) -> None:
    noor = await noor_of(chat)
    await noor.says(words)
    noor.sees(sees)
    assert await data(chat) == []


async def test_an_ambiguous_terrain_keeps_the_words(chat_either_way: Chat) -> None:
    noor = await noor_of(chat_either_way)
    await noor.says("notitie de mars Gebeld met de gemeente")
    await noor.clicks("De Mars (Deventer)")
    noor.sees("Notitie 1", "De Mars (Deventer)", "Gebeld met de gemeente")
