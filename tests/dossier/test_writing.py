"""Writing something down: notes, actions, parties and risks, in one sentence or on a card, changed and closed."""

import pytest

from tests.chat import Chat
from tests.dossier.arranging import data, noor_of, registers


async def test_a_note_in_one_sentence(chat: Chat) -> None:
    noor = await noor_of(chat)
    await noor.says("notitie hessenpoort Gebeld met de parkmanager: wil graag laden bij de buren")
    noor.sees("Notitie 1", "Bewaard.", "Hessenpoort (Zwolle)", "wil graag laden bij de buren", "Telefoon", "23 november 2026")
    await noor.says("dossier hessenpoort")
    noor.sees("Dossier Hessenpoort (Zwolle)", "Laatste contact: 23 november 2026.", "Notitie 1: Gebeld met de parkmanager")
    noor.sees("23 november 2026, 10:00, Noor Bos")


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("Jansen belde terug", "phone"),
        ("Gemaild met de gemeente", "mail"),
        ("Op bezoek geweest bij de parkmanager", "visit"),
        ("Het net is vol", "note"),
        ("Nog niet gebeld met de gemeente", "note"),
        ("Morgen wordt er gebeld", "note"),
        ("De gemeente moet gebeld worden", "note"),
    ],
)
async def test_a_contact_is_read_from_the_words_and_only_what_took_place(chat: Chat, words: str, form: str) -> None:
    noor = await noor_of(chat)
    await noor.says(f"notitie hessenpoort {words}")
    assert [one["form"] for one in await data(chat)] == [form]
    await noor.says("dossier hessenpoort")
    noor.sees("Er is nog geen contact genoteerd." if form == "note" else "Laatste contact: 23 november 2026.")


async def test_a_note_on_a_card_is_saved_in_the_second_step(chat_either_way: Chat) -> None:
    noor = await noor_of(chat_either_way)
    await noor.says("notitie hessenpoort")
    noor.sees("Nieuwe notitie", "Hessenpoort (Zwolle)", "Wat is er besproken?", "Opslaan")
    await noor.fills_in({"Wat is er besproken?": "De gemeente wil helpen.", "Soort": "visit", "Met wie?": "Anna"}, "Opslaan")
    noor.sees("Notitie 1", "Bewaard.", "De gemeente wil helpen.", "Bezoek", "Anna")
    await noor.clicks("Wijzig")
    await noor.fills_in({"Wat is nieuw voor hen?": "Er komt ruimte op het net."}, "Opslaan")
    noor.sees("Bewaard.", "Er komt ruimte op het net.")
    assert len(await data(chat_either_way)) == 1
    await noor.says("dossier hessenpoort")
    noor.sees("Notitie 1 gewijzigd: Wat is nieuw voor hen: Er komt ruimte op het net.")


async def test_pressing_save_twice_keeps_one(chat_either_way: Chat) -> None:
    noor = await noor_of(chat_either_way)
    await noor.says("risico hessenpoort")
    card = noor.newest("Opslaan")
    save = card.button("Opslaan")
    for _ in range(2):
        await noor.presses(save, {"text": "Het net is vol", "level": "high", "measure": ""}, card)
        noor.sees("Risico 1", "Het net is vol")
    assert await data(chat_either_way) == [{"text": "Het net is vol", "level": "high"}]


async def test_what_is_missing_is_said_and_nothing_is_lost(chat: Chat) -> None:
    noor = await noor_of(chat)
    await noor.says("actie hessenpoort")
    await noor.fills_in({"Wat moet er gebeuren?": "", "Doet iemand anders het? Vul de naam in.": "Gemeente"}, "Opslaan")
    noor.sees("Kijk dit nog even na. Er is nog niets bewaard.", "Vul dit in.", "Gemeente")
    assert await data(chat) == []
    await noor.fills_in({"Wat moet er gebeuren?": "Zaal regelen"}, "Opslaan")
    noor.sees("Kies iemand van het team, of vul een naam in.", "Zaal regelen")
    await noor.fills_in({"Wie doet het?": ""}, "Opslaan")
    noor.sees("Actie 1", "Zaal regelen", "Gemeente")


async def test_a_party_with_its_interest_and_what_was_agreed(chat: Chat) -> None:
    noor = await noor_of(chat)
    await noor.says("betrokkene hessenpoort Gemeente Zwolle")
    noor.sees("Nieuwe betrokkene", "Gemeente Zwolle", "Belang", "Ambitie", "Wat is er afgesproken?")
    filled = {"Groep": "municipality", "Belang": "Bedrijven houden", "Wat is er afgesproken?": "Zij zoekt een plek"}
    await noor.fills_in(filled, "Opslaan")
    noor.sees("Betrokkene 1", "Bewaard.", "Gemeente", "Bedrijven houden")
    await noor.says("dossier hessenpoort")
    noor.sees("Betrokkenen", "Betrokkene 1: Gemeente Zwolle", "afgesproken: Zij zoekt een plek")


async def test_a_long_note_is_never_cut_in_silence(chat: Chat) -> None:
    noor = await noor_of(chat)
    await noor.says(f"notitie hessenpoort {'Dit is een zin. ' * 200}")
    noor.sees("Kijk dit nog even na. Er is nog niets bewaard.", "Gebruik ten hoogste 2000 tekens.", "Dit is een zin.")
    await noor.says(f"notitie de mars {'Dit is een zin. ' * 60}")
    noor.sees("Welk terrein bedoelt u?", "Uw tekst is lang.")
    assert await data(chat) == []


async def test_older_events_come_page_by_page(chat_either_way: Chat) -> None:
    noor = await noor_of(chat_either_way)
    for number in range(1, 31):
        await noor.says(f"risico hessenpoort Gevaar {number}.")
    await noor.says("dossier hessenpoort")
    noor.sees("Risico 30: Gevaar 30.", "En nog 24. Kies ze hieronder uit de lijst.", "Ouder")
    await noor.clicks("Ouder")
    noor.sees("Wat er eerder gebeurde", "Risico 22: Gevaar 22.", "Risico 8: Gevaar 8.")
    noor.sees_not("Risico 7: ")
    await noor.clicks("Ouder")
    noor.sees("Risico 7: Gevaar 7.", "Risico 1: Gevaar 1.", "Naar het begin")
    noor.sees_not("Ouder")
    await noor.clicks("Naar het begin")
    noor.sees("Risico 30: Gevaar 30.")


async def test_anything_can_be_added_from_the_dossier(chat_either_way: Chat) -> None:
    noor = await noor_of(chat_either_way)
    await registers(chat_either_way, "Bakker Bouw")
    await noor.says("dossier hessenpoort")
    await noor.clicks("Iets anders")
    noor.sees("Wat wilt u toevoegen?", "Betrokkene", "Risico")
    noor.sees_not("Machtiging")
    await noor.clicks("Risico")
    noor.sees("Nieuw risico")
    await noor.says("dossier bakker bouw")
    noor.sees("Over dit bedrijf is nog niets genoteerd.")
    await noor.clicks("Iets anders")
    noor.sees("Machtiging", "Nodig en te bieden")
    noor.sees_not("Betrokkene")


@pytest.mark.parametrize("typed", ["vrijdag", "31-12-2026", "2026-02-31", "x" * 200])
async def test_a_client_that_sends_no_day_is_told_so_beside_the_field(chat_either_way: Chat, typed: str) -> None:
    noor = await noor_of(chat_either_way)
    await noor.says("actie hessenpoort zaal regelen")
    await noor.clicks("Wijzig")
    await noor.fills_in({"due": typed}, "Opslaan")
    noor.sees("Kies een dag", "zaal regelen")
    noor.sees_not(typed)
    assert "due" not in (await data(chat_either_way))[0]
