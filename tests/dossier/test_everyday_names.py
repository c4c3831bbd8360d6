"""Companies that are called like a word of everyday: a note that holds the word is not about them unless somebody says so."""

import pytest

from dialogs.dossier.mentions import Mentioned, mentioned
from domain.companies.companies import company_key
from domain.companies.company_file import NamedCompany
from storage.tables.forms import form_response
from tests.access.arranging import links
from tests.chat import Chat
from tests.dossier.arranging import in_channel, noor_of, registers
from tests.tables import rows

NAMES = (
    "Gebeld BV", "Morgen B.V.", "De Zaal", "Overleg", "Subsidie BV", "Nieuwe Zaal BV", "Visser", "Jan de Vries",
    "Jansen Transport", "Jansen Logistiek", "Hessenpoort Overleg", "3M", "Snel Laden B.V.", "Groene Stroom Van Dam",
)  # fmt: skip
KNOWN = tuple(NamedCompany(name, company_key(name), "t-1", None, None) for name in NAMES)


async def about(chat: Chat) -> list[bool]:
    """Return of every entry whether it is about a company."""
    return [row["company_id"] is not None for row in await rows(chat, form_response)]


@pytest.mark.parametrize(
    "words",
    [
        "Gebeld met de netbeheerder", "morgen gaat de gemeente langs", "De zaal is geregeld", "Overleg met de parkmanager",
        "subsidie aangevraagd", "de nieuwe zaal is klaar", "wij willen snel laden", "overleg hessenpoort", "30 kW en 3 m",
    ],
)  # fmt: skip
def test_everyday_words_name_nobody(words: str) -> None:
    found = mentioned(words, KNOWN, "Hessenpoort (Zwolle)")
    assert not found.sure
    assert not found.perhaps


@pytest.mark.parametrize(
    ("words", "perhaps"),
    [
        ("Visser wil meedoen", {"Visser"}), ("gesproken met Jansen", {"Jansen Transport", "Jansen Logistiek"}),
        ("de heer de Vries belde", {"Jan de Vries"}),
    ],
)  # fmt: skip
def test_one_word_alone_is_asked(words: str, perhaps: set[str]) -> None:
    found = mentioned(words, [NamedCompany(one.name, one.key, "t-1", None, None) for one in KNOWN])
    assert not found.sure
    assert {one.name for one in found.perhaps} <= perhaps
    assert found.perhaps


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Gemeente Zwolle", "samen verder praten met de gemeente Zwolle"),
        ("Laadplein Hessenpoort", "laadplein hessenpoort: schets"),
        ("Hessenpoort Zwolle BV", "hessenpoort zwolle krijgt een zaal"),
        ("Zwolle Transport", "beurs zwolle transport en logistiek"),
    ],
)  # fmt: skip
def test_the_words_of_the_place_make_no_name(name: str, words: str) -> None:
    found = mentioned(words, [NamedCompany(name, company_key(name), "t-1", None, None)], "Hessenpoort (Zwolle)")
    assert found == Mentioned()


def test_one_word_beside_the_place_is_asked() -> None:
    enexis = NamedCompany("Enexis Zwolle", company_key("Enexis Zwolle"), "t-1", None, None)
    assert mentioned("enexis zwolle belt", [enexis], "Hessenpoort (Zwolle)") == Mentioned(perhaps=(enexis,))


@pytest.mark.parametrize(
    ("words", "sure"),
    [
        ("Gebeld BV wil laden", "Gebeld BV"), ("gebeld met jansen transport over morgen", "Jansen Transport"),
        ("Jan de Vries komt morgen", "Jan de Vries"), ("Morgen b.v. belde", "Morgen B.V."),
        ("bezoek aan groene stroom van dam", "Groene Stroom Van Dam"),
    ],
)  # fmt: skip
def test_a_name_in_full_or_with_its_legal_form_is_sure(words: str, sure: str) -> None:
    assert [one.name for one in mentioned(words, KNOWN).sure] == [sure]


@pytest.mark.parametrize("place", ["personal", "channel"])
@pytest.mark.parametrize(
    "words",
    [
        "notitie hessenpoort Gebeld met de netbeheerder", "notitie hessenpoort overleg met de gemeente",
        "actie hessenpoort morgen de zaal regelen", "risico hessenpoort subsidie komt niet", "noteer hessenpoort: de zaal is vol",
    ],
)  # fmt: skip
async def test_a_note_about_the_terrain_stays_one(chat: Chat, words: str, place: str) -> None:
    noor = await noor_of(chat)
    await links(chat, noor)
    await registers(chat, *NAMES)
    await (noor.says(words) if place == "personal" else in_channel(noor, words))
    noor.sees("Bewaard.", "Hessenpoort (Zwolle)")
    noor.sees_not("Ik lees dat", "Gaat dit over", "Over welk bedrijf")
    assert await about(chat) == [False]


@pytest.mark.parametrize(
    "words", ["notitie gebeld met de netbeheerder", "notitie Visser: wil laden", "actie overleg voorbereiden"]
)
async def test_one_word_in_front_is_asked_before_anything_is_kept(chat_either_way: Chat, words: str) -> None:
    noor = await noor_of(chat_either_way)
    await registers(chat_either_way, *NAMES)
    await noor.says(words)
    noor.sees("Bedoelt u dit bedrijf? Typ anders eerst het terrein.")
    assert await about(chat_either_way) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Gemeente Zwolle", "notitie gemeente zwolle wil overleg"),
        ("Hessenpoort Zwolle BV", "notitie hessenpoort zwolle krijgt een laadplein"),
        ("Laadplein Hessenpoort", "notitie hessenpoort het laadplein hessenpoort komt er"),
        ("Hessenpoort Gemeente", "actie hessenpoort gemeente bellen"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ["personal", "channel"])
async def test_a_name_of_the_place_never_attaches_by_itself(chat: Chat, name: str, words: str, place: str) -> None:
    noor = await noor_of(chat)
    await links(chat, noor)
    await registers(chat, name)
    await (noor.says(words) if place == "personal" else in_channel(noor, words))
    assert True not in await about(chat), noor.text()


async def test_yes_to_the_company_in_front_keeps_the_words(chat_either_way: Chat) -> None:
    noor = await noor_of(chat_either_way)
    await registers(chat_either_way, *NAMES)
    await noor.says("notitie Visser: wil laden")
    await noor.clicks("Visser, Hessenpoort (Zwolle)")
    noor.sees("Bewaard.", "Visser, Hessenpoort (Zwolle)", "wil laden", "Niet over dit bedrijf")
    assert await about(chat_either_way) == [True]


async def test_one_word_is_the_terrains_until_somebody_says_otherwise(chat_either_way: Chat) -> None:
    noor = await noor_of(chat_either_way)
    await registers(chat_either_way, "Visser")
    await noor.says("notitie hessenpoort Visser wil meedoen")
    noor.sees("Bewaard.", "Gaat dit over dit bedrijf?", "Over het terrein zelf")
    assert await about(chat_either_way) == [False]
    await noor.clicks("Visser")
    noor.sees("Visser, Hessenpoort (Zwolle)")
    assert await about(chat_either_way) == [True]


async def test_a_no_to_one_word_changes_nothing(chat_either_way: Chat) -> None:
    noor = await noor_of(chat_either_way)
    await registers(chat_either_way, "Visser")
    await noor.says("notitie hessenpoort Visser wil meedoen")
    await noor.clicks("Over het terrein zelf")
    noor.sees("Bewaard.", "Hessenpoort (Zwolle)")
    assert [(row["revision"], row["company_id"]) for row in await rows(chat_either_way, form_response)] == [(1, None)]


async def test_what_was_attached_is_taken_off_by_a_tap_and_stays_off(chat_either_way: Chat) -> None:
    chat = chat_either_way
    noor = await noor_of(chat)
    await registers(chat, "Jansen Transport", "Bakker Bouw")
    await noor.says("notitie hessenpoort gebeld met Jansen Transport: laden kan bij de buren")
    noor.sees("Ik lees dat dit over Jansen Transport gaat.", "Druk dan op 'Niet over dit bedrijf'.")
    await noor.clicks("Niet over dit bedrijf")
    noor.sees("Bewaard.", "laden kan bij de buren")
    noor.sees_not("Jansen Transport, Hessenpoort", "Niet over dit bedrijf")
    assert await about(chat) == [False]
    await noor.clicks("Wijzig")
    await noor.fills_in({"Met wie?": "Anna"}, "Opslaan")
    assert await about(chat) == [False], "it is not read from the words again"
    await noor.says("dossier jansen transport")
    noor.sees("Over dit bedrijf is nog niets genoteerd.")
    await noor.says("dossier hessenpoort")
    noor.sees("Notitie 1 gewijzigd: over welk bedrijf het gaat")
    noor.sees_not("(Jansen Transport)")


async def test_a_tap_on_an_older_card_takes_nothing_else_off(chat: Chat) -> None:
    noor = await noor_of(chat)
    await registers(chat, "Jansen Transport", "Bakker Bouw")
    await noor.says("notitie hessenpoort gebeld met Jansen Transport")
    card = noor.newest("Niet over dit bedrijf")
    await noor.clicks("Wijzig")
    other = next(one["value"] for one in noor.newest("Opslaan").inputs()["about"]["choices"] if one["title"] == "Bakker Bouw")
    await noor.fills_in({"about": other}, "Opslaan")
    await noor.clicks("Niet over dit bedrijf", on=card)
    noor.sees("Dit is intussen gewijzigd.")
    assert await about(chat) == [True]


async def test_what_is_always_about_a_company_cannot_be_taken_off(chat: Chat) -> None:
    noor = await noor_of(chat)
    await registers(chat, "Bakker Bouw")
    await noor.says("behoefte bakker bouw")
    await noor.fills_in({"needs": "ruimte"}, "Opslaan")
    noor.sees("Bewaard.")
    noor.sees_not("Niet over dit bedrijf")
