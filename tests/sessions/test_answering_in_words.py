"""Fatima answers an invitation as she would a colleague: she hears what was noted, and nothing else is taken for an answer."""

import pytest

from dialogs.sessions.invitation_words import InWords, read_visit
from storage.tables.session import visitor
from tests.beginnings import agree, talk
from tests.chat import Chat
from tests.sessions.beginnings import invited, planned
from tests.tables import rows

YES, NO, MAYBE, UNSURE = InWords


async def visit(chat: Chat) -> tuple[str, int]:
    """Return what is kept of Fatima's answer."""
    [row] = await rows(chat, visitor)
    return row["coming"], row["people"]


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("Ja leuk, we komen met zn tweeën", 2), ("met 3 man", 3), ("ik kom alleen", 1), ("Wij komen graag met z’n vieren!", 4),
        ("ik neem een collega mee", 2), ("Zet ons maar op de lijst, met 2 personen", 2), ("ik en mijn collega komen graag", 2),
    ],
)  # fmt: skip
async def test_whoever_says_they_come_is_on_the_list(chat: Chat, words: str, people: int) -> None:
    _, fatima = await invited(chat)
    await fatima.says(words)
    shown = "1 persoon" if people == 1 else f"{people} personen"
    fatima.sees(f"Genoteerd: u komt met {shown}. Startsessie Hessenpoort, 14 januari 2027", "'ik kom niet'", "Fijn dat u komt.")
    assert await visit(chat) == ("yes", people)


async def test_without_a_number_one_is_noted_and_how_to_say_more(chat: Chat) -> None:
    _, fatima = await invited(chat)
    await fatima.says("Wij komen")
    fatima.sees("Genoteerd: u komt met 1 persoon.", "Typ bijvoorbeeld 'wij komen met 3'")
    await fatima.says("wij komen met 3")
    fatima.sees("Genoteerd: u komt met 3 personen.")
    assert await visit(chat) == ("yes", 3)
    await fatima.says("ik kom toch niet")
    fatima.sees("Genoteerd: u komt niet.", "Jammer.")
    assert (await visit(chat))[0] == "no"


@pytest.mark.parametrize("words", ["helaas, dan zit ik in Spanje", "Dan kan ik niet", "wij zijn verhinderd", "ik kom niet"])
async def test_whoever_says_they_stay_away_is_noted_so(chat: Chat, words: str) -> None:
    _, fatima = await invited(chat)
    await fatima.says(words)
    fatima.sees("Genoteerd: u komt niet.", "'wij komen met 2'")
    assert (await visit(chat))[0] == "no"


async def test_whoever_does_not_know_yet_is_noted_so_and_asked_again(chat: Chat) -> None:
    noor, fatima = await invited(chat)
    await fatima.says("misschien")
    fatima.sees("Genoteerd: u weet het nog niet.", "U hoeft nog niet te kiezen.", "Startsessie Hessenpoort")
    assert (await visit(chat))[0] == "maybe"
    await fatima.says("vandaag")
    fatima.sees("Komt u ook? Startsessie Hessenpoort")
    await noor.says("wie komt er op hessenpoort")
    noor.sees("Weten het nog niet: Jansen Transport.", "Stuur een herinnering")
    await noor.says("stuur iedereen een herinnering")
    noor.sees("Jansen Transport", "Goedkeuren en versturen")


async def test_not_knowing_yet_is_a_button_too(chat: Chat) -> None:
    _, fatima = await invited(chat)
    await fatima.clicks("Weet ik nog niet")
    fatima.sees("U hoeft nog niet te kiezen.")
    assert (await visit(chat))[0] == "maybe"
    await fatima.clicks("Ik kom")
    assert (await visit(chat))[0] == "yes"


async def test_who_said_yes_and_does_not_know_any_more_stays_on_the_list(chat: Chat) -> None:
    _, fatima = await invited(chat)
    await talk(fatima, "we komen met 2 man", "misschien kom ik toch niet")
    fatima.sees("U staat nog op de lijst, met 2 personen.")
    assert await visit(chat) == ("yes", 2)


@pytest.mark.parametrize("words", ["ja leuk", "nee", "ik kom niet alleen", "wij nemen twee collega's mee", "met 30 man"])
async def test_what_is_in_doubt_is_asked_on_the_card(chat: Chat, words: str) -> None:
    _, fatima = await invited(chat)
    await fatima.says(words)
    fatima.sees("Met hoeveel", "Startsessie Hessenpoort")
    assert fatima.fresh[-1].has_button("Ik kom")
    assert (await visit(chat))[0] == "invited"


@pytest.mark.parametrize(
    "words",
    ["hallo, ben er weer", "hoe laat begint het?", "kan ik met 3 man komen?", "wij hebben 12 chauffeurs", "met 12 trekkers",
     "ze komen rond half zeven terug", "we komen stroom tekort", "ik kom er niet uit"],
)  # fmt: skip
async def test_what_says_something_else_is_no_answer(chat: Chat, words: str) -> None:
    _, fatima = await invited(chat)
    await fatima.says(words)
    fatima.sees_not("Genoteerd")
    assert (await visit(chat))[0] == "invited"


async def test_a_yes_to_another_day_is_not_kept(chat: Chat) -> None:
    noor, fatima = await invited(chat)
    await noor.clicks("Plan")
    await noor.clicks("Gegevens")
    await noor.fills_in({"day": "2027-01-21"}, "Bewaar gegevens")
    await fatima.says("we komen met zijn drieën")
    fatima.sees("Deze sessie is verplaatst.", "21 januari 2027")
    assert (await visit(chat))[0] == "invited"


@pytest.mark.parametrize(
    ("words", "coming"),
    [("Ja, de 14e schikt. Ik neem mijn planner mee, dus twee personen.", "yes"), ("ben d'r bij", "yes"),
     ("prima die donderdagavond, reken op ons", "yes"), ("komt mij goed uit, ik ben er", "yes"),
     ("kan niet dan sta ik in de bakkerij", "no"), ("komt me helaas niet uit", "no"), ("reken maar niet op ons", "no"),
     ("leuk, maar dan lig ik al op bed, sla mij maar over", "no"), ("die avond heb ik al een ouderavond staan", "no"),
     ("hangt ervan af of ik op tijd terug ben", "maybe"), ("moet eerst even met mijn compagnon overleggen", "maybe")],
)  # fmt: skip
async def test_other_words_for_coming_staying_away_and_not_knowing(chat: Chat, words: str, coming: str) -> None:
    _, fatima = await invited(chat)
    await fatima.says(words)
    fatima.sees("Startsessie Hessenpoort", "Genoteerd: u weet het nog niet." if coming == "maybe" else "Genoteerd: u komt")
    assert (await visit(chat))[0] == coming


@pytest.mark.parametrize(
    "words",
    ["helaas heb ik geen contract", "helaas kan ik het niet vinden", "moet ik iets meenemen", "ik moet mijn contract navragen"],
)  # fmt: skip
async def test_pity_and_doubt_about_something_else_are_no_answer(chat: Chat, words: str) -> None:
    _, fatima = await invited(chat)
    await fatima.says(words)
    fatima.sees_not("Genoteerd", "U hoeft nog niet te kiezen.")
    assert (await visit(chat))[0] == "invited"


async def test_without_an_invitation_the_words_are_for_what_was_asked(chat: Chat) -> None:
    await planned(chat)
    fatima = chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "met 3 man")
    fatima.sees_not("u komt met")
    assert await rows(chat, visitor) == []


@pytest.mark.parametrize(
    ("words", "read"),
    [("ik kom wel maar mijn collega niet", UNSURE), ("ik ben erbij", YES), ("ik kom als het lukt", UNSURE),
     ("we zijn er niet bij", NO), ("wij weten nog niet of we komen", MAYBE), ("nee, wij komen met 2 man", UNSURE)],
)  # fmt: skip
def test_words_that_turn_are_read_whole(words: str, read: InWords) -> None:
    said = read_visit(words)
    assert said is not None
    assert said.answered is read
