"""Actions: their day and who does them, in one sentence; the late ones first; closed, opened again, and overwritten by nobody."""

from tests.chat import Chat
from tests.dossier.arranging import colleague_of, data, noor_of


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
