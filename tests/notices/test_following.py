"""`volg`: a channel hears what happens on the terrains it follows, by name only in a team that is linked."""

import datetime

from dialogs.turn.events import Left, Scope
from domain.access.roles import Grant, Role
from domain.notices.notice import Happening
from domain.notices.topics import TOPICS, Topic
from domain.plan.events import NewEvent
from storage.database.transactions import transaction
from storage.tables.access import role_grant
from storage.tables.channel import channel
from storage.tables.notice import notice, subscription
from storage.tables.people import person
from tests.access.arranging import gives
from tests.chat import Chat
from tests.notices.arranging import TEAM, company, happened, happens, links, noor, own, says, stepped
from tests.tables import rows


async def test_a_channel_follows_a_terrain_and_hears_of_it_in_one_thread(chat: Chat) -> None:
    await says(noor(chat), "volg hessenpoort")
    noor(chat).sees(
        "Dit kanaal volgt Hessenpoort (Zwolle)", "Het hoort: alles, meteen.", "Daarom noem ik hier geen bedrijven bij naam."
    )
    await happens(chat, stepped(chat, 1), stepped(chat, 1, "t-4"))
    await chat.notices()
    chat.now += datetime.timedelta(hours=1)
    await happens(chat, stepped(chat, 2))
    await chat.notices()
    assert [len(thread) for thread in chat.posts.texts()] == [2]
    assert "stap 1" in chat.posts.texts()[0][0]
    assert "stap 2" in chat.posts.texts()[0][1]


async def test_what_is_wanted_can_be_said_and_changed_on_the_card(chat: Chat) -> None:
    await says(noor(chat), "volg hessenpoort sessies en stappen per dag")
    noor(chat).sees("Het hoort: sessie en stap, één keer per dag.")
    await says(noor(chat), "volg hessenpoort koffie")
    noor(chat).sees("“koffie” ken ik niet. Kies uit: intake klaar")
    [known] = await rows(chat, subscription)
    assert (known["topics"], known["gathered"]) == (["session", "step"], True)


async def test_all_terrains_and_then_no_more(chat: Chat) -> None:
    await says(noor(chat), "volg alle stappen")
    await says(noor(chat), "volgt")
    noor(chat).sees("Dit kanaal volgt:", "alle terreinen: stap, meteen")
    await happens(chat, stepped(chat, 1), stepped(chat, 1, "t-4"))
    await chat.notices()
    assert [len(thread) for thread in chat.posts.texts()] == [1, 1]
    await says(noor(chat), "ontvolg")
    noor(chat).sees("Dit kanaal volgt alle terreinen niet meer.")
    await says(noor(chat), "volgt")
    noor(chat).sees("Dit kanaal volgt nog niets.")
    await happens(chat, stepped(chat, 2))
    await chat.notices()
    assert sum(map(len, chat.posts.texts())) == 2


async def test_a_terrain_by_name_goes_before_all_terrains(chat: Chat) -> None:
    await says(noor(chat), "volg alle")
    await says(noor(chat), "volg hessenpoort sessies")
    await happens(chat, stepped(chat, 1))
    await chat.notices()
    assert chat.posts.texts() == []


async def test_what_is_gathered_comes_once_a_day(chat: Chat) -> None:
    await says(noor(chat), "volg hessenpoort per dag")
    await happens(chat, stepped(chat, 1), stepped(chat, 2))
    await chat.notices()
    assert chat.posts.texts() == []
    chat.now = chat.now.replace(hour=15, minute=1)  # sixteen hours here
    await chat.notices()
    [[text]] = chat.posts.texts()
    assert text.startswith("Dit gebeurde er vandaag:")
    assert "2 veranderingen in het stappenplan" in text


async def test_companies_are_named_in_a_linked_team_alone(chat: Chat) -> None:
    fatima = await company(chat)
    await says(noor(chat), "volg hessenpoort vragen")
    await fatima.says("vraag Wat kost een laadpaal?")
    await chat.notices()
    assert chat.posts.texts() == []  # too few companies: the factsheet shows nothing either
    await links(chat)
    await fatima.says("vraag Wat kost een laadpaal nu?")
    await chat.notices()
    assert chat.posts.texts() == [["Jansen Transport stelde een vraag op Hessenpoort (Zwolle). Typ 'vragen' in uw eigen chat."]]


async def test_a_withdrawal_is_a_count_in_the_channel_a_name_to_the_director(chat: Chat) -> None:
    await noor(chat).opens()
    fatima = await company(chat)
    await links(chat)
    await says(noor(chat), "volg hessenpoort ingetrokken")
    director = next(row["id"] for row in await rows(chat, person) if row["object_id"] == noor(chat).sender.object_id)
    await happens(chat, NewEvent("t-1", "director_named", chat.now, {"person": str(director), "on": "2026-11-23"}))
    await fatima.says("verwijder mijn gegevens")
    await fatima.clicks("Ja, wis alles")
    noor(chat).fresh.clear()
    await chat.notices()
    assert chat.posts.texts() == [["1 bedrijf trok toestemming in op Hessenpoort (Zwolle)."]]
    noor(chat).sees("Jansen Transport trok toestemming in op Hessenpoort (Zwolle).")
    assert all(row["data"] == {} for row in await rows(chat, notice))


async def test_a_director_who_lost_the_role_does_not_hear_which_company_withdrew(chat: Chat) -> None:
    yara, fatima = chat.person("Yara"), await company(chat)
    await gives(chat, yara, Grant(Role.TEAM))
    await yara.opens()
    director = next(row["id"] for row in await rows(chat, person) if row["object_id"] == yara.sender.object_id)
    await happens(chat, NewEvent("t-1", "director_named", chat.now, {"person": str(director), "on": "2026-11-23"}))
    await fatima.says("verwijder mijn gegevens")
    await fatima.clicks("Ja, wis alles")
    async with transaction(chat.database) as connection:
        await connection.execute(role_grant.delete())
    yara.fresh.clear()
    await chat.notices()
    yara.sees_nothing()
    assert await rows(chat, notice) == []


async def test_what_was_to_be_told_of_a_company_goes_with_it(chat: Chat) -> None:
    fatima = await company(chat)
    await links(chat)
    await says(noor(chat), "volg hessenpoort vragen per dag")
    await fatima.says("vraag Wat kost een laadpaal?")
    await fatima.says("verwijder mijn gegevens")
    await fatima.clicks("Ja, wis alles")
    assert await rows(chat, notice) == []


async def test_volg_is_for_the_project_team(chat: Chat) -> None:
    fatima = await company(chat)
    await says(fatima, "volg hessenpoort")
    fatima.sees_not("volgt")
    await noor(chat).says("volg hessenpoort")
    noor(chat).sees("Typ dit in het kanaal dat moet volgen.")
    assert await rows(chat, subscription) == []


async def test_the_team_need_not_wait_for_the_morning(chat: Chat) -> None:
    await says(noor(chat), "volg hessenpoort")
    chat.now = datetime.datetime(2026, 11, 27, 20, tzinfo=datetime.UTC)
    await happens(chat, stepped(chat, 1))
    await chat.notices()
    assert chat.posts.texts() == []
    await says(noor(chat), "nu versturen")
    noor(chat).sees("1 bericht gaat nu op weg.")
    await chat.notices()
    assert [len(thread) for thread in chat.posts.texts()] == [1]
    await says(noor(chat), "nu versturen")
    noor(chat).sees("Er wacht niets.")


async def test_a_channel_that_is_gone_is_reported_and_what_it_missed_sent_again(chat: Chat) -> None:
    await noor(chat).opens()
    await says(noor(chat), "volg hessenpoort")
    await happens(chat, stepped(chat, 1))
    await noor(chat).does(Left(), scope=Scope.CHANNEL, team=TEAM)
    noor(chat).fresh.clear()
    await chat.notices()
    await chat.notices()
    noor(chat).sees("kan ik niets meer plaatsen", "niet bezorgd")
    await noor(chat).says("niet bezorgd")
    noor(chat).sees("Stap over Hessenpoort (Zwolle)", "Reden: Laadmaat is daar weggehaald of geblokkeerd.")
    await says(noor(chat), "help")
    await noor(chat).says("niet bezorgd opnieuw")
    noor(chat).sees("1 bericht gaat nu opnieuw op weg.")
    await chat.notices()
    assert [len(thread) for thread in chat.posts.texts()] == [1]
    await noor(chat).says("niet bezorgd")
    noor(chat).sees("Alles is bezorgd.")


async def test_what_teams_refuses_is_found_back(chat: Chat) -> None:
    await noor(chat).opens()
    await says(noor(chat), "volg hessenpoort")
    await happens(chat, stepped(chat, 1))
    for wake in chat.wakes:
        await chat.notifier.notify(wake.to)
    chat.now += datetime.timedelta(seconds=40)
    [refused] = await chat.turns.unsent(5)
    chat.turns.note_sent(refused, [None])
    await chat.turns.receipts.write()
    await chat.notifier.look_after()
    assert [row["failing"] for row in await rows(chat, notice)] == ["refused"]
    assert [row["active"] for row in await rows(chat, channel)] == [True]


def test_every_topic_has_words_of_its_own() -> None:
    words = [word for rule in TOPICS.values() for word in (rule.label, *rule.words)]
    assert len(words) == len(set(words))


async def test_what_a_company_allows_one_by_one_is_told_together(chat: Chat) -> None:
    fatima = await company(chat)
    await links(chat)
    await says(noor(chat), "volg hessenpoort toestemming")
    await fatima.says("vraag Wat kost een laadpaal?")
    theirs = await own(chat, fatima)
    for part in ("total", "approach"):
        await happened(chat, Happening(Topic.CONSENT, "t-1", theirs, {"purposes": [part]}))
        chat.now += datetime.timedelta(seconds=45)
        await chat.notices()
    assert chat.posts.texts() == []
    chat.now += datetime.timedelta(seconds=45)
    await chat.notices()
    together = "meetellen zonder naam en uitnodigen"
    assert chat.posts.texts() == [[f"Jansen Transport gaf toestemming op Hessenpoort (Zwolle): {together}."]]
