"""What was not known: counted, shown to the team, answered once, and known to whoever asks next."""

import pytest

from domain.knowledge.misses import without_names
from storage.tables.knowledge import miss, missed_words
from tests.beginnings import agree, meet, talk
from tests.chat import Chat
from tests.person import Person
from tests.tables import mentions, rows

QUESTION = "Mag een oldtimer ook in de loods overnachten?"
ANSWER = "Ja, een oldtimer mag in de loods staan. Laat het ons wel weten."


async def words(chat: Chat) -> list[str]:
    """Return every sentence of which the words are kept."""
    return [row["text"] for row in await rows(chat, missed_words)]


async def states(chat: Chat) -> list[str]:
    """Return where people were whose sentence was not understood."""
    return [row["state"] for row in await rows(chat, miss)]


async def test_the_answer_of_the_team_is_there_for_the_next_person(chat: Chat, anouk: Person, bram: Person) -> None:
    fatima = await meet(chat, "Fatima Jansen")
    await talk(fatima, "kort", "Jansen Transport", "Hessenpoort", QUESTION)
    fatima.sees("Vraag het team", "Hoeveel bestelwagens")
    await fatima.clicks("Vraag het team")
    await anouk.says(f"antwoord 1 {ANSWER}")
    anouk.sees("Uw antwoord op vraag 1 is verstuurd.", "Dan krijgt de volgende het meteen.")
    await chat.delivers()
    fatima.sees(ANSWER)
    await anouk.clicks("Bewaar dit antwoord")
    anouk.sees("Nieuw onderwerp", QUESTION, ANSWER)
    await anouk.clicks("Stel voor")
    anouk.sees("Uw voorstel is bewaard.")
    piet = await meet(chat, "Piet")
    await talk(piet, "kort", "Pietersen BV", "Hessenpoort", "mag een oldtimer in de loods overnachten")
    piet.sees_not(ANSWER)
    await bram.says(f"kennis {QUESTION}")
    await bram.clicks("Keur goed")
    await piet.says("mag een oldtimer in de loods overnachten")
    piet.sees(ANSWER)


async def test_the_team_sees_what_was_asked_the_newest_first_and_makes_an_answer(chat: Chat, anouk: Person) -> None:
    fatima, piet = await meet(chat, "Fatima Jansen"), await meet(chat, "Piet Pietersen")
    await talk(fatima, "kort", "Jansen Transport", "Hessenpoort", "hoe zit het met mijn vuilnisbakken van Jansen Transport?")
    await talk(piet, "kort", "Pietersen BV", "Hessenpoort", QUESTION, QUESTION)
    await anouk.says("kennis")
    anouk.sees("Niet begrepen in de laatste 30 dagen: 3 zinnen.", "vuilnisbakken", "(2 keer)", "Maak een antwoord")
    assert anouk.text().index("oldtimer") < anouk.text().index("vuilnisbakken")
    anouk.sees_not("Jansen", "Pietersen", "Fatima")
    await anouk.clicks("Maak een antwoord")
    anouk.sees("Kies eerst een vraag uit de lijst.")
    choices = anouk.newest("Maak een antwoord").inputs()["miss"]["choices"]
    await anouk.clicks("Maak een antwoord", {"miss": choices[0]["value"]})
    anouk.sees("Nieuw onderwerp", QUESTION)


async def test_what_has_an_answer_by_now_is_not_listed(chat: Chat, anouk: Person) -> None:
    fatima = await meet(chat, "Fatima")
    await talk(fatima, "kort", "Jansen Transport", "Hessenpoort", "xqzv wrtp", "wat is toch een laadpasje xqzv wrtp")
    await anouk.says("kennis")
    anouk.sees("xqzv wrtp")
    await anouk.says("kennis laadpas")
    await anouk.clicks("Wijzig")
    await anouk.fills_in({"questions": "xqzv wrtp"}, "Stel voor")
    bram = chat.person("Bram", admin=True)
    await talk(bram, "hallo", "kennis laadpas")
    await bram.clicks("Keur goed")
    await anouk.says("kennis")
    anouk.sees_not("“xqzv wrtp”")


async def test_a_miss_is_counted_and_its_words_are_kept_only_after_a_yes(chat: Chat, anouk: Person) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says("xqzv aap")
    assert await words(chat) == []
    await talk(fatima, "ja", "xqzv noot", "kort", "Jansen Transport", "Hessenpoort", "xqzv mies")
    await talk(anouk, "xqzv wim", "intake namens Pietersen", "ja", "kort", "Hessenpoort", "xqzv zus")
    assert await states(chat) == ["new", "nothing", "question", "office", "question"]
    assert await words(chat) == ["xqzv noot", "xqzv mies"]
    assert await mentions(chat, "xqzv aap", "xqzv wim") == []


async def test_erasing_takes_the_words_along_and_the_numbers_stay(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "xqzv mies", "mijn gegevens", "verwijder mijn gegevens", "ja")
    assert await words(chat) == []
    assert await states(chat) == ["question"]
    await chat.turns.receipts.write()
    assert await mentions(chat, "xqzv mies") == []


async def test_after_the_first_consent_ended_the_team_reads_the_words_no_longer(chat: Chat, anouk: Person) -> None:
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "xqzv mies")
    chat.now = chat.now.replace(year=chat.now.year + 2, month=12)
    await anouk.says("xqzv")
    await anouk.says("kennis")
    anouk.sees("Gevraagd, en niet geweten")
    anouk.sees_not("xqzv mies")


async def test_whoever_is_no_team_sees_none_of_it(chat: Chat) -> None:
    fatima, piet = chat.person("Fatima"), chat.person("Piet")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "xqzv mies")
    await agree(piet)
    await piet.says("kennis")
    piet.sees_not("xqzv", "Niet begrepen")
    await piet.presses_raw("item", {"do": "make"}, {"miss": "1"})
    piet.sees_not("xqzv")
    await piet.presses_raw("item", {"do": "keep", "request": "1"})
    piet.sees_not("Nieuw onderwerp")


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Kan Fatima Jansen van Jansen Transport ook komen?", "Kan van ook komen?"),
        ("kan ons transport ook elektrisch? bel jansen", "kan ons transport ook elektrisch? bel jansen"),
        ("mail mij op f@jansen.example of bel 06-12345678", "mail mij op of bel"),
        ("<b>wat</b> kost {het}?", "b wat /b kost het ?"),
        ("", ""),
    ],
)
def test_names_and_addresses_go_from_what_the_team_reads(said: str, left: str) -> None:
    assert without_names(said, ("Fatima Jansen", "Jansen Transport", "")) == left
