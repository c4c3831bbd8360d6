"""The project team: invitations, questions and answers, and commands that exist for nobody else."""

import pytest

from dialogs.commands import COMMANDS
from dialogs.turn.command import Users
from storage.tables.inbox import invitation, request
from storage.tables.people import answer, consent_event
from tests.beginnings import SHORT, agree, finish_short, talk
from tests.chat import Chat
from tests.person import Person
from tests.tables import answers, rows
from tests.without import whatever_the_turn, without


def team(chat: Chat) -> Person:
    """Return Noor of the project team."""
    return chat.person("Noor", team=True)


async def test_a_team_member_is_met_with_help_of_their_own(chat: Chat) -> None:
    noor = team(chat)
    await noor.opens()
    noor.sees("Wat u hier kunt doen", "uitnodigen", "intake namens", "vragen", "antwoord")
    noor.sees_not("Mogen wij uw antwoorden bewaren?", "wijzig", "toestemming")
    for words in ("hallo", "goedemorgen"):
        await noor.says(words)
        noor.sees("Dit eerst", "Wat kan ik hier?")
        noor.sees_not("Mogen wij uw antwoorden bewaren?")
    await noor.clicks("Wat kan ik hier?")
    noor.sees("Wat u hier kunt doen", "uitnodigen")
    await noor.says("help")
    noor.sees("Wat u hier kunt doen", "uitnodigen")


@pytest.mark.parametrize("words", ["verder", "blabla", "ja", "12", "toestemming", "wijzig naam", "bel mij"])
async def test_what_a_team_member_cannot_do_gets_a_pointer_to_help(chat: Chat, words: str) -> None:
    noor = team(chat)
    for _ in range(4):
        await noor.says(words)
        assert {"Help", "Wat u hier kunt doen"} & set(noor.text().splitlines())
        noor.sees_not("Bel mij", "verder' om door te gaan")
    assert await rows(chat, answer) == []


async def test_an_invitation_for_a_company_fills_in_terrain_and_name(chat: Chat) -> None:
    noor, fatima = team(chat), chat.person("Fatima")
    await noor.says("uitnodigen hessenpoort Jansen Transport")
    noor.sees("Uitnodiging voor Jansen Transport op Hessenpoort (Zwolle).", "De code werkt één keer, tot 23 december 2026.")
    await fatima.opens()
    await talk(fatima, f"code {noor.code()}", "ja")
    fatima.sees("Uw code klopt. Hij is voor Jansen Transport op Hessenpoort (Zwolle).", "Hoeveel tijd heeft u?")
    await fatima.says("kort")
    fatima.sees("Stap 2 van 6")
    await fatima.says("overzicht")
    fatima.sees("Jansen Transport", "Hessenpoort")


async def test_an_invitation_for_a_terrain_alone(chat: Chat) -> None:
    noor, fatima = team(chat), chat.person("Fatima")
    await noor.says("Uitnodigen: hessenpoort iii")
    noor.sees("Uitnodiging voor een bedrijf op Hessenpoort III (Zwolle).")
    await fatima.opens()
    await talk(fatima, "ja", "kort", f"code {noor.code()}")
    fatima.sees("Uw code klopt.", "Hoe heet uw bedrijf?")
    assert await answers(chat, "company.terrain") == [({"id": "t-2", "name": "Hessenpoort III"}, "sure")]


async def test_an_invitation_does_not_overwrite_what_was_answered(chat: Chat) -> None:
    noor, fatima = team(chat), chat.person("Fatima")
    await noor.says("uitnodigen hessenpoort Jansen Transport")
    await agree(fatima)
    await talk(fatima, "Jansen Logistiek", "Broeklanden", f"code {noor.code()}")
    fatima.sees("Uw code klopt.", "Hoeveel bestelwagens")
    assert await answers(chat, "company.name") == [("Jansen Logistiek", "sure")]


@pytest.mark.parametrize(
    ("words", "sees"),
    [
        ("uitnodigen", "Welk terrein bedoelt u?"),
        ("uitnodigen atlantis", "Dit terrein ken ik niet."),
        ("uitnodigen hessenport", "Hessenpoort (Zwolle)"),
        ("uitnodigen de mars", "De Mars (Zutphen)"),
        ("antwoord", "Typ het nummer en uw antwoord"),
        ("antwoord 12", "Typ het nummer en uw antwoord"),
        ("antwoord twaalf Dat kan", "Typ het nummer en uw antwoord"),
        ("antwoord 99 Dat kan", "Er is geen open vraag met nummer 99."),
        ("toelaten 99", "Dit verzoek is er niet meer."),
        ("klaar", "U vult nu geen intake in voor een bedrijf."),
        ("vragen", "Er zijn geen open vragen."),
        ("intake namens", "Typ de naam van het bedrijf"),
    ],
)
async def test_a_command_that_lacks_something_says_what(chat: Chat, words: str, sees: str) -> None:
    noor = team(chat)
    await noor.says(words)
    noor.sees(sees)
    assert await rows(chat, invitation) == []


async def test_a_question_reaches_the_team_and_its_answer_the_asker(chat: Chat) -> None:
    noor, fatima = team(chat), chat.person("Fatima")
    await noor.opens()
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Hessenpoort", "vraag Wat kost het?")
    fatima.sees("Uw vraag is bewaard (nummer 1).", "De vraag was: Hoeveel bestelwagens")
    await noor.says("vragen")
    noor.sees("Vraag 1", "Fatima, Jansen Transport", "Wat kost het?", "Verstuur antwoord")
    await noor.says("antwoord 1 Meedoen is gratis.")
    noor.sees("Uw antwoord op vraag 1 is verstuurd.")
    await chat.delivers()
    fatima.sees("Antwoord op uw vraag “Wat kost het?”", "Meedoen is gratis.")
    await noor.says("antwoord 1 Nog een keer.")
    noor.sees("Er is geen open vraag met nummer 1.")
    await fatima.says("12")
    fatima.sees("Genoteerd: 12.")
    await fatima.says("mijn gegevens alles")
    fatima.sees("Uw vragen aan het team", "Wat kost het?", "Meedoen is gratis.")


async def test_the_team_answers_from_the_card(chat_either_way: Chat) -> None:
    chat = chat_either_way
    noor, fatima = team(chat), chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "vraag Wat kost het?", "vraag Wanneer begint het?")
    await noor.says("vragen")
    await noor.clicks("Verstuur antwoord", {"request": "", "answer": "In maart."})
    noor.sees("Typ het nummer en uw antwoord")
    await noor.clicks("Verstuur antwoord", {"request": "2", "answer": ""})
    noor.sees("Typ het nummer en uw antwoord")
    await noor.clicks("Verstuur antwoord", {"request": "2", "answer": "In maart."})
    noor.sees("Uw antwoord op vraag 2 is verstuurd.")
    await chat.delivers()
    fatima.sees("Antwoord op uw vraag “Wanneer begint het?”", "In maart.")
    assert [row["answer"] for row in await rows(chat, request)] == [None, "In maart."]


async def test_an_answer_to_who_removed_the_bot_waits_for_them(chat: Chat) -> None:
    noor, fatima = team(chat), chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "vraag Wat kost het?")
    await fatima.leaves()
    await noor.says("antwoord 1 Meedoen is gratis.")
    noor.sees("Uw antwoord is bewaard, maar niet verstuurd", "Bel of mail dit bedrijf.")
    await chat.delivers()
    await fatima.says("mijn gegevens alles")
    fatima.sees("Wat kost het?", "Meedoen is gratis.")


async def test_an_unknown_terrain_and_a_wish_to_be_called_wait_for_the_team(chat: Chat) -> None:
    noor, fatima = team(chat), chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, "Jansen Transport", "Atlantis")
    fatima.sees("Atlantis", "Wij kennen dit terrein nog niet.")
    await fatima.says("bel mij")
    fatima.sees("Het projectteam belt u zo snel mogelijk", "bel mij morgen")
    await fatima.says("bel mij morgen na tien uur")
    fatima.sees("Het projectteam belt u. Uw wens geven wij door: “morgen na tien uur”")
    fatima.sees_not("zo snel mogelijk")
    await noor.says("vragen")
    noor.sees("Onbekend terrein 1", "Atlantis", "Terugbellen 2", "Terugbellen 3", "morgen na tien uur")
    await noor.says("antwoord 3 Wij bellen u om half elf.")
    await chat.delivers()
    fatima.sees("Wij bellen u om half elf.")


async def test_a_wish_to_join_is_granted_and_a_question_is_answered(chat: Chat) -> None:
    noor, fatima = team(chat), chat.person("Fatima")
    await agree(fatima)
    await talk(fatima, *SHORT[:2], "vraag Wat kost het?")
    piet = chat.person("Piet")
    await piet.opens()
    await talk(piet, "ja", "collega begon al", "Jansen Transport")
    await noor.says("antwoord 2 Ja hoor")
    noor.sees("Er is geen open vraag met nummer 2.")
    await noor.says("toelaten 1")
    noor.sees("Dit verzoek is er niet meer.")
    await noor.says("vragen")
    noor.sees("Wat kost het?", "toelaten 2")


async def test_a_wish_to_join_an_unknown_company_can_be_answered(chat: Chat) -> None:
    noor, piet = team(chat), chat.person("Piet")
    await piet.opens()
    await talk(piet, "ja", "collega begon al", "Bestaat Niet")
    await noor.says("vragen")
    noor.sees("Wil meedoen 1", "geen of meer dan één bedrijf met deze naam")
    await noor.says("antwoord 1 Vraag uw collega om een code.")
    await chat.delivers()
    piet.sees("Vraag uw collega om een code.")


@pytest.mark.parametrize("words", ["ok", "prima", "ja hoor", "nee"])
async def test_after_the_end_a_plain_word_is_fine(chat: Chat, words: str) -> None:
    fatima = await finish_short(chat)
    await fatima.says(words)
    fatima.sees("Goed.", "U bent klaar.")
    fatima.sees_not("begrijp")


async def test_sixteen_people_fit_on_the_list_and_the_rest_is_counted(chat: Chat) -> None:
    noor = team(chat)
    for number in range(17):
        person = chat.person(f"Ans {number}")
        await agree(person)
        await talk(person, "Jansen Transport", f"vraag Dit is vraag {number}. {'Hij is lang. ' * 20}")
    await noor.says("vragen")
    noor.sees("Vraag 15", "nog 2 andere")


TEAM_ONLY = ("uitnodigen hessenpoort", "vragen", "antwoord 1 hoi", "intake namens Bakker", "klaar")


@pytest.mark.parametrize("words", TEAM_ONLY)
async def test_to_entrepreneurs_the_commands_of_the_team_do_not_exist(chat: Chat, words: str) -> None:
    fatima = await finish_short(chat)
    await fatima.says("help")
    fatima.sees_not("uitnodigen", "antwoord <nummer>", "intake namens", "klaar")
    await fatima.says(words)
    heard = whatever_the_turn(fatima.text())
    assert await rows(chat, request) == []
    with without([one for one in COMMANDS if one.audience == Users.TEAM]):
        await fatima.says(words)
    assert heard == whatever_the_turn(fatima.text())
    fatima.sees_not("De code is", "open vragen", "Uw antwoord op vraag", "U vult nu", "De intake van")
    assert await rows(chat, invitation) == []
    assert len(await rows(chat, consent_event)) == 6


async def test_an_unknown_sentence_brings_help_and_the_third_an_offer_to_call(chat: Chat) -> None:
    fatima = await finish_short(chat)
    for said in ("Ik weet niet zeker wat u bedoelt.", "Sorry, dit begrijp ik nog niet goed."):
        await fatima.says("blabla xqzv")
        fatima.sees(said, "Help")
        fatima.sees_not("Bel mij")
    await fatima.says("blabla xqzv")
    fatima.sees("Ook dit snap ik niet.", "Bel mij", "Help")
    await fatima.clicks("Bel mij")
    fatima.sees("Het projectteam belt u")
    await fatima.says("blabla xqzv")
    fatima.sees("Ik weet niet zeker wat u bedoelt.")
    assert [row["kind"] for row in await rows(chat, request)] == ["call_back"]


@pytest.mark.parametrize("words", ["ovrezicht", "hellp", "toestemmming", "mijn gegeven", "Verwijder mijn gegevns"])
async def test_a_typing_error_in_a_command_is_understood(chat: Chat, words: str) -> None:
    fatima = await finish_short(chat)
    await fatima.says(words)
    fatima.sees_not("Dat begrijp ik niet.")
