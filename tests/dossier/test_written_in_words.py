"""What the team writes down in its own words: about what stands before a colon, or is named in it; a number opens and closes."""

import pytest

from tests.beginnings import talk
from tests.chat import Chat
from tests.dossier.arranging import data, noor_of, registers


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Onthoud voor hessenpoort: sleutel ligt bij de buren", "sleutel ligt bij de buren"),
        ("noteer bij hessenpoort dat het hek stuk is", "het hek stuk is"),
        ("kun je even noteren bij Hessenpoort: zaal is geboekt", "zaal is geboekt"),
        ("schrijf op bij hessenpoort dat de zaal geen beamer heeft", "de zaal geen beamer heeft"),
        ("notitie bouwbedrijf veldhuis: gebeld, komt woensdag", "gebeld, komt woensdag"),
        ("noteer dat bouwbedrijf veldhuis een bus koopt", "bouwbedrijf veldhuis een bus koopt"),
        ("nieuwe actie voor hessenpoort: catering regelen", "catering regelen"),
    ],
)
async def test_what_is_said_is_kept_where_it_belongs_and_whole(chat: Chat, words: str, kept: str) -> None:
    await registers(chat, "Bouwbedrijf Veldhuis")
    noor = await noor_of(chat)
    await noor.says(words)
    noor.sees("Bewaard.", "Hessenpoort (Zwolle)")
    assert [row["text"] for row in await data(chat)] == [kept]


async def test_a_company_by_one_word_is_asked_and_the_words_are_kept(chat: Chat) -> None:
    await registers(chat, "Bouwbedrijf Veldhuis")
    noor = await noor_of(chat)
    await noor.says("notitie veldhuis: gebeld, komt woensdag")
    assert await data(chat) == []
    await noor.clicks("Bouwbedrijf Veldhuis, Hessenpoort (Zwolle)")
    noor.sees("Bewaard.", "Bouwbedrijf Veldhuis")
    assert [row["text"] for row in await data(chat)] == ["gebeld, komt woensdag"]


@pytest.mark.parametrize(
    "words",
    ["actie 1 is klaar", "ik heb actie 1 afgerond", "vink actie 1 maar af", "actie 1 is geregeld hoor", "actie 1 mag dicht"],
)
async def test_an_action_that_is_done_is_closed_by_saying_so(chat: Chat, words: str) -> None:
    noor = await noor_of(chat)
    await talk(noor, "actie hessenpoort zaal regelen", words)
    await noor.says("acties hessenpoort")
    noor.sees("Acties Hessenpoort (Zwolle)", "Hier zijn geen open acties.")


@pytest.mark.parametrize("words", ["is actie 1 al klaar?", "actie 1 is nog niet klaar", "actie 1"])
async def test_asking_about_an_action_opens_it_and_leaves_it_open(chat: Chat, words: str) -> None:
    noor = await noor_of(chat)
    await talk(noor, "actie hessenpoort zaal regelen", words)
    noor.sees("Actie")
    await noor.says("acties van hessenpoort graag")
    noor.sees("Hier is 1 open actie.", "zaal regelen")


async def test_the_actions_of_a_terrain_are_those_of_everybody(chat: Chat) -> None:
    noor = await noor_of(chat)
    await talk(noor, "actie hessenpoort zaal regelen", "actie broeklanden koffie kopen", "acties hessenpoort")
    noor.sees("Acties Hessenpoort (Zwolle)", "zaal regelen")
    noor.sees_not("koffie kopen")
    await noor.says("acties")
    noor.sees("Mijn acties", "zaal regelen", "koffie kopen", "U heeft 2 open acties.")
