"""Typed Dutch in the conversation: understood as people mean it, asked back when it can mean two things, never guessed."""

import pytest

from storage.tables.inbox import request
from tests.chat import Chat
from tests.intake.arranging import asked, only_open
from tests.tables import answers, rows


async def hears(chat: Chat, name: str, said: dict[str, object]) -> None:
    """Check what is kept of each thing said; a value with a tilde before it is an estimate."""
    fatima = await asked(chat, name)
    for words, value in said.items():
        await only_open(chat, fatima, name, typing=True)
        await fatima.says("verder")
        await fatima.says(words)
        kept = await answers(chat, name)
        expected = [(value[1], "estimate")] if isinstance(value, tuple) else [] if value is None else [(value, "sure")]
        assert kept == expected, f"{words!r}: {kept}\n{fatima.text()}"


async def test_numbers(chat: Chat) -> None:
    await hears(chat, "tractor.total", {
        "12": 12, "twaalf": 12, "Twaalf!": 12, "geen": 0, "geen enkele": 0, "nul": 0, "wij hebben er 12": 12, "12 stuks": 12,
        "12 trekkers": 12, "een stuk of tien": ("~", 10), "ongeveer 12": ("~", 12), "12 denk ik": ("~", 12), "±12": ("~", 12),
        "vijfentwintig": 25, "1.250": None, "12,5": None, "-3": None, "abc": None, "ja": None, "🚚": None, "": None,
    })  # fmt: skip


async def test_amounts_of_power_with_and_without_unit(chat: Chat) -> None:
    await hears(chat, "grid.contracted_kw", {
        "12,5": 12.5, "1.250": 1250, "1.250 kW": 1250, "250kw": 250, "1,2 MW": 1200, "ongeveer 250 kW": ("~", 250),
        "tweehonderdvijftig": 250, "250 ampère": None, "0": None,
    })  # fmt: skip


async def test_shares(chat: Chat) -> None:
    await hears(chat, "tractor.at_night", {
        "80": 80, "80%": 80, "80 procent": 80, "alle": 100, "allemaal": 100, "geen": 0, "de helft": 50,
        "ongeveer de helft": ("~", 50), "een kwart": 25, "120": None,
    })  # fmt: skip


async def test_times_in_the_evening(chat: Chat) -> None:
    await hears(chat, "tractor.back", {
        "half zeven": "18:30", "18.30": "18:30", "18:30": "18:30", "18u30": "18:30", "1830": "18:30", "18 uur": "18:00",
        "kwart over zes": "18:15", "zes uur": "18:00", "rond zes uur": ("~", "18:00"), "6 uur 's avonds": "18:00", "25:00": None,
        "morgen": None,
    })  # fmt: skip


async def test_times_in_the_morning(chat: Chat) -> None:
    await hears(chat, "tractor.out", {
        "half zeven": "06:30", "6 uur": "06:00", "zes uur": "06:00", "06:00": "06:00", "kwart voor zes": "05:45", "5.30": "05:30",
    })  # fmt: skip


async def test_months(chat: Chat) -> None:
    await hears(chat, "upgrade.since", {
        "maart 2026": "2026-03", "mrt 2026": "2026-03", "maart": None, "03-2026": "2026-03", "12 maart 2026": "2026-03",
        "2026-03": "2026-03", "vorige maand": "2026-10", "12-03": None, "vroeger": None,
    })  # fmt: skip


async def test_yes_and_no(chat: Chat) -> None:
    await hears(chat, "contact.may_sign", {
        "ja": True, "ja hoor": True, "Jazeker.": True, "nee": False, "nee hoor": False, "neen": False,
        "ik denk het wel": ("~", True), "ja en nee": None, "soms": None,
    })  # fmt: skip


async def test_choices(chat: Chat) -> None:
    await hears(chat, "contact.role", {
        "1": "owner", "directeur": "owner", "eigenaar": "owner", "planner": "fleet", "de tweede": "fleet",
        "fleetmanager": "fleet", "iets anders": "other", "directuer": "owner", "9": None, "blabla": None,
    })  # fmt: skip


async def test_words_that_are_commands_elsewhere_are_options_here(chat: Chat) -> None:
    await hears(chat, "site.budget", {"later": "not_yet", "nog niet": "not_yet", "ja": "yes", "nee": "no"})


async def test_several_choices(chat: Chat) -> None:
    await hears(chat, "fleet.other_fuels", {
        "waterstof": ["hydrogen"], "waterstof en hvo": ["hydrogen", "hvo"], "1 en 3": ["hydrogen", "hvo"], "geen": ["none"],
        "nee": ["none"], "lng, waterstof": ["hydrogen", "bio_lng"], "waterstof of hvo": None,
    })  # fmt: skip


async def test_terrains(chat: Chat) -> None:
    third = {"id": "t-2", "name": "Hessenpoort III"}
    await hears(chat, "company.terrain", {
        "Hessenpoort": {"id": "t-1", "name": "Hessenpoort"}, "hessenpoort 3": third, "HESSENPOORT III": third,
        "bedrijventerrein broeklanden": {"id": "t-3", "name": "Broeklanden"}, "de mars zutphen": {"id": "t-4", "name": "De Mars"},
        "de mars": None, "hessenport": None, "zwolle": None, "Atlantis": {"typed": "Atlantis"}, "ja": None, "nee": None,
        "12": None, "!!": None, "x": None,
    })  # fmt: skip


async def test_short_texts_with_a_shape(chat: Chat) -> None:
    await hears(chat, "company.kvk", {
        "12345678": "12345678", "12 34 56 78": "12345678", "kvk 12345678": "12345678", "ons nummer is 12345678.": "12345678",
        "1234567": None, "123456789": None, "abcdefgh": None,
    })  # fmt: skip
    await hears(chat, "contact.email", {
        "fatima@jansen.example": "fatima@jansen.example", "mijn mail is fatima@jansen.example.": "fatima@jansen.example",
        "fatima": None, "a@b": None,
    })  # fmt: skip


@pytest.mark.parametrize("name", ["contact.email", "company.kvk", "together.explanation", "ideas.others"])
@pytest.mark.parametrize("words", ["nee", "nee hoor", "nee dank u"])
async def test_a_no_to_an_open_question_that_is_not_needed_is_skipping(chat: Chat, name: str, words: str) -> None:
    fatima = await asked(chat, name)
    await fatima.says(words)
    fatima.sees("Overgeslagen.")
    assert await answers(chat, name) == [(None, "skipped")]


async def test_what_can_mean_two_things_is_asked_back_with_both(chat: Chat) -> None:
    for name, words, choices, kept in (
        ("upgrade.since", "12-03", ("Wat bedoelt u met “12-03”?",), None),
        ("tractor.total", "tien of twaalf", ("10", "12"), 12),
        ("grid.contracted_kw", "1,250", ("1,25 kW", "1.250 kW"), 1250),
        ("contact.may_sign", "ja en nee", ("Ja", "Nee"), False),
    ):
        fatima = await asked(chat, name)
        await fatima.says(words)
        fatima.sees(*choices)
        assert await answers(chat, name) == []
        labels = list(fatima.fresh[-1].actions())
        assert len(labels) >= 2
        await fatima.clicks(labels[1])
        [(value, certainty)] = await answers(chat, name)
        assert certainty == "sure"
        assert kept in (None, value)


async def test_only_readings_that_can_be_an_answer_are_offered(chat: Chat) -> None:
    fatima = await asked(chat, "tractor.total")
    await fatima.says("1,250")
    fatima.sees("1.250", "Klopt dit?")
    fatima.sees_not("1,25 ")


async def test_the_average_may_be_kept(chat: Chat) -> None:
    for words in ("ok", "gemiddelde", "houd zo"):
        fatima = await asked(chat, "tractor.km_per_day")
        fatima.sees("Het gemiddelde is 294 km (CBS 2021, trekkers).")
        await fatima.says(words)
        assert await answers(chat, "tractor.km_per_day") == [(294, "estimate")]


async def test_a_sentence_that_asks_something_is_no_answer(chat: Chat) -> None:
    fatima = await asked(chat, "company.name")
    await fatima.says("Waarom wilt u dat weten?")
    fatima.sees("Met uw antwoord rekenen wij uit wat laden bij u vraagt.", "Hoe heet uw bedrijf?")
    assert await answers(chat, "company.name") == []
    await fatima.says("Rijdt de koning ook elektrisch?")
    fatima.sees("Is “Rijdt de koning ook elektrisch?” uw antwoord, of een vraag aan het team?", "Dit is mijn antwoord")
    await fatima.clicks("Dit is een vraag aan het team")
    fatima.sees("Uw vraag is bewaard", "Hoe heet uw bedrijf?")
    assert await answers(chat, "company.name") == []
    await fatima.says("Wie? Wat! Transport")
    fatima.sees("Genoteerd: Wie? Wat! Transport.")


async def test_a_question_among_numbers_gets_a_pointer(chat: Chat) -> None:
    fatima = await asked(chat, "tractor.total")
    await fatima.says("tellen huurtrekkers ook mee?")
    fatima.sees("aan het team", "Vraag het team", "Hoeveel trekkers")


async def test_marks_before_a_command_take_nothing_of_what_follows(chat: Chat) -> None:
    fatima = await asked(chat, "tractor.total")
    await fatima.says("... vraag kost het iets?")
    assert [row["text"] for row in await rows(chat, request)] == ["kost het iets?"]


async def test_a_command_in_a_text_is_asked_back(chat: Chat) -> None:
    fatima = await asked(chat, "ideas.conditions")
    await fatima.says("vraag eerst de buren of zij mee willen doen")
    fatima.sees("uw antwoord, of wilt u iets anders doen?")
    await fatima.clicks("Dit is mijn antwoord")
    assert await answers(chat, "ideas.conditions") == [("vraag eerst de buren of zij mee willen doen", "sure")]


async def test_the_third_sentence_that_is_not_understood_brings_an_offer_to_call(chat: Chat) -> None:
    fatima = await asked(chat, "tractor.total")
    for words, said in (("blauw", "Dat begrijp ik niet."), ("groen", "Ik kan dit nog niet als antwoord lezen.")):
        await fatima.says(words)
        fatima.sees(said, "Typ een heel getal")
    for words, said in (("geel", "Dat lukt zo niet goed."), ("ja", "Dat begrijp ik niet."), ("beige", "Ik kan dit nog niet")):
        await fatima.says(words)
        fatima.sees(said, "Typ een heel getal", "'bel mij'", "'weet ik niet'")
        assert [line for line in fatima.text().splitlines() if line.endswith("?")] == []  # nothing that a yes would answer
    await fatima.says("mag dat met een zeilboot?")
    fatima.sees("aan het team", "Vraag het team")
    await fatima.says("3")
    fatima.sees("Genoteerd: 3.")


async def test_what_was_noted_is_repeated_as_a_proper_sentence(chat: Chat) -> None:
    for words, echo in (
        ("Een goede prijs.", "Genoteerd: Een goede prijs.\n"),
        ("Een goede prijs", "Genoteerd: Een goede prijs.\n"),
    ):
        fatima = await asked(chat, "ideas.conditions")
        await fatima.says(words)
        fatima.sees(echo)
        fatima.sees_not("..")
    fatima = await asked(chat, "ideas.conditions")
    await fatima.says("Wij doen mee als de prijs goed is, en als de plek vlak bij ons ligt, en als het snel kan.")
    fatima.sees("Genoteerd.\n")
