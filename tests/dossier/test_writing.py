"""Writing something down: notes, actions, parties and risks, in one sentence or on a card, changed and closed."""

import pytest

from storage.tables.entries import dossier_entry
from tests.chat import Chat
from tests.conversations.tables import rows
from tests.dossier.arranging import colleague_of, noor_of, registers


async def data(chat: Chat) -> list[dict[str, str]]:
    """Return what is kept, oldest first."""
    return [row["data"] for row in await rows(chat, dossier_entry)]


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


async def test_an_action_with_its_day(chat: Chat) -> None:
    noor = await noor_of(chat)
    await noor.says("actie hessenpoort zaal regelen voor 12 januari")
    noor.sees("Actie 1", "zaal regelen", "Noor Bos", "12 januari 2027")
    await noor.says("acties")
    noor.sees(
        "Mijn acties",
        "U heeft 1 open actie.",
        "Later",
        "Actie 1: zaal regelen",
        "Hessenpoort (Zwolle)",
        "klaar op 12 januari 2027",
    )


async def test_a_day_that_can_be_two_is_asked_back(chat_either_way: Chat) -> None:
    noor = await noor_of(chat_either_way)
    await noor.says("actie hessenpoort zaal regelen voor 12-03")
    noor.sees("Bewaard.", "Welke dag bedoelt u met “voor 12-03”?", "3 december 2026", "12 maart 2027")
    await noor.clicks("12 maart 2027")
    noor.sees("Bewaard.", "12 maart 2027")
    assert [one["due"] for one in await data(chat_either_way)] == ["2027-03-12"]


async def test_who_does_it_is_asked_back_and_they_are_told(chat: Chat) -> None:
    noor, marieke = await noor_of(chat), await colleague_of(chat, "Marieke de Wit")
    await noor.says("actie hessenpoort Marieke bellen voor 12 januari")
    noor.sees("Marieke bellen", "Noor Bos", "12 januari 2027", "Wie doet dit: u, of Marieke de Wit?")
    await noor.clicks("Marieke de Wit doet dit")
    noor.sees("Marieke de Wit")
    assert [(one["text"], one["due"]) for one in await data(chat)] == [("bellen", "2027-01-12")]
    marieke.fresh = []
    await chat.delivers()
    marieke.sees("Noor Bos gaf u een actie.", "bellen", "Hessenpoort (Zwolle)", "12 januari 2027")
    await marieke.says("acties")
    marieke.sees("U heeft 1 open actie.")
    await noor.says("acties")
    noor.sees("U heeft geen open acties.")


async def test_an_answer_to_a_question_that_was_overtaken_changes_nothing(chat: Chat) -> None:
    noor = await noor_of(chat)
    await noor.says("actie hessenpoort zaal regelen voor 12-03")
    await noor.clicks("Wijzig")
    await noor.fills_in({"Wanneer klaar?": "2027-01-05"}, "Opslaan")
    await noor.clicks("12 maart 2027")
    noor.sees("Dit is intussen gewijzigd.", "5 januari 2027")
    assert [one["due"] for one in await data(chat)] == ["2027-01-05"]


async def test_late_actions_come_first_and_can_be_closed_from_the_list(chat_either_way: Chat) -> None:
    noor = await noor_of(chat_either_way)
    await noor.says("actie hessenpoort zaal regelen voor 12 januari")
    await noor.says("actie broeklanden cijfers sturen voor 1 november 2026")
    await noor.says("actie de mars zutphen bellen vrijdag")
    await noor.says("actie hessenpoort ooit eens lunchen")
    await noor.says("acties")
    text = noor.text()
    order = ["Te laat", "cijfers sturen", "Deze week", "bellen", "Later", "zaal regelen", "Zonder datum", "ooit eens lunchen"]
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)
    await noor.clicks("Klaar", {"entry": "2:1"}, on=noor.fresh[-1])
    noor.sees("Actie 2 is klaar.", "U heeft 3 open acties.")
    noor.sees_not("cijfers sturen")
    await noor.says("dossier broeklanden")
    noor.sees("Actie 2 klaar: cijfers sturen")


async def test_choosing_nothing_from_the_list_says_so(chat: Chat) -> None:
    noor = await noor_of(chat)
    await noor.says("actie hessenpoort zaal regelen")
    await noor.says("acties")
    for button in ("Open", "Klaar"):
        await noor.clicks(button, {"entry": ""}, on=noor.screen[-1] if button == "Open" else noor.newest("Open"))
        noor.sees("Kies eerst iets uit de lijst.")


async def test_closing_and_opening_again(chat_either_way: Chat) -> None:
    noor = await noor_of(chat_either_way)
    await noor.says("risico hessenpoort Het net is vol tot 2030")
    await noor.says("afgerond 1")
    noor.sees("Risico 1 is afgesloten")
    await noor.says("open 1")
    noor.sees("Risico 1 is afgesloten", "Weer openen")
    await noor.clicks("Weer openen")
    noor.sees("Risico 1", "Het net is vol tot 2030")
    noor.sees_not("afgesloten")
    await noor.says("dossier hessenpoort")
    noor.sees("Risico 1 afgesloten: Het net is vol", "Risico 1 weer geopend", "Risico 1: Het net is vol")


async def test_what_was_filled_in_is_saved_when_it_is_closed(chat: Chat) -> None:
    noor = await noor_of(chat)
    await noor.says("actie hessenpoort zaal regelen")
    await noor.says("open 1")
    await noor.clicks("Klaar", {"text": "zaal geregeld, kost niets"})
    noor.sees("Actie 1 is klaar", "zaal geregeld, kost niets")
    assert [one["text"] for one in await data(chat)] == ["zaal geregeld, kost niets"]


async def test_two_people_do_not_overwrite_each_other(chat: Chat) -> None:
    noor, bram = await noor_of(chat), await colleague_of(chat, "Bram Kok")
    await noor.says("risico hessenpoort Het net is vol")
    for person in (noor, bram):
        await person.says("open 1")
    await bram.fills_in({"Wat kan er misgaan?": "Het net is vol tot 2030"}, "Opslaan")
    bram.sees("Bewaard.")
    await noor.fills_in({"Wat kan er misgaan?": "Het net is overvol"}, "Opslaan")
    noor.sees("Dit is intussen gewijzigd. Uw tekst staat hieronder.", "Het net is overvol")
    noor.sees("Nu staat er: Risico 1: Het net is vol tot 2030")
    assert [one["text"] for one in await data(chat)] == ["Het net is vol tot 2030"]
    await noor.clicks("Opslaan")
    noor.sees("Bewaard.", "Het net is overvol")
    await bram.says("dossier hessenpoort")
    bram.sees("Wat kan er misgaan: Het net is overvol (was Het net is vol tot 2030)", "Noor Bos", "Bram Kok")


async def test_a_party_with_its_interest_and_what_was_agreed(chat: Chat) -> None:
    noor = await noor_of(chat)
    await noor.says("betrokkene hessenpoort Gemeente Zwolle")
    noor.sees("Nieuwe betrokkene", "Gemeente Zwolle", "Belang", "Ambitie", "Wat is er afgesproken?")
    filled = {"Groep": "municipality", "Belang": "Bedrijven houden", "Wat is er afgesproken?": "Zij zoekt een plek"}
    await noor.fills_in(filled, "Opslaan")
    noor.sees("Betrokkene 1", "Bewaard.", "Gemeente", "Bedrijven houden")
    await noor.says("dossier hessenpoort")
    noor.sees("Betrokkenen", "Betrokkene 1: Gemeente Zwolle", "afgesproken: Zij zoekt een plek")


async def test_the_company_in_the_words_is_read_and_can_be_changed(chat: Chat) -> None:
    noor = await noor_of(chat)
    await registers(chat, "Jansen Transport B.V.", "Bakker Bouw")
    await noor.says("notitie hessenpoort Gebeld met Jansen: wil graag laden bij de buren")
    noor.sees("Ik lees dat dit over Jansen Transport B.V. gaat.", "Jansen Transport B.V., Hessenpoort (Zwolle)")
    await noor.clicks("Wijzig")
    card = noor.newest("Opslaan")
    bakker = next(one["value"] for one in card.inputs()["about"]["choices"] if one["title"] == "Bakker Bouw")
    await noor.fills_in({"about": bakker}, "Opslaan")
    noor.sees("Bakker Bouw, Hessenpoort (Zwolle)")
    await noor.says("dossier bakker bouw")
    noor.sees("Dossier Bakker Bouw", "Notitie 1: Gebeld met Jansen")
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
