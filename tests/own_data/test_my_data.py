"""Mijn gegevens shows everything that is kept: answers, earlier answers, decisions, questions, and who else may see."""

import json
from typing import Any

from domain.consent.own_data import OwnKind
from storage.tables.paper import paper
from storage.tables.people import person
from tests.beginnings import CONSENTS, SHORT, agree, finish_short, talk
from tests.chat import Chat
from tests.dossier.arranging import noor_of, registers
from tests.papers.test_session_papers import words_of_document
from tests.person import Person
from tests.tables import rows


async def test_everything_that_is_kept_is_shown(chat: Chat) -> None:
    fatima = chat.person("Fatima Jansen")
    await agree(fatima, "volledig")
    told = ("Jansen Transport", "Hessenpoort", "12345678", "directie", "ja", "fatima@jansen.example", "twaalf", "geen")
    await talk(
        fatima, *told, "weet ik niet", "ongeveer drie", "vraag Wat kost het?", "bel mij morgen", "wijzig bestelwagens", "14"
    )
    await fatima.says("mijn gegevens alles")
    fatima.sees(
        "Dit bewaren wij van u.", "Het projectteam ziet uw antwoorden.", "2 jaar na uw laatste antwoord", "adres van deze chat"
    )
    fatima.sees("Fatima Jansen", fatima.sender.object_id, "Mensen van uw bedrijf met toegang")
    fatima.sees(
        "Jansen Transport", "Hessenpoort", "12345678", "Eigenaar of directeur", "fatima@jansen.example", "14", "schatting"
    )
    fatima.sees("Wat u over toestemming besloot", "Antwoorden bewaren", "23 november 2026, 10:00, tekst 2026-11")
    fatima.sees("Uw vragen aan het team", "Wat kost het?", "morgen")
    fatima.sees("Wat u eerder antwoordde", "23 november 2026, 10:00, getypt")
    fatima.sees("Verwijder mijn gegevens", "Toestemming")


async def test_every_decision_is_shown_also_the_ones_that_were_changed(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await fatima.says("toestemming")
    total = next(node for node in fatima.screen[-1].all_buttons() if node["data"]["data"].get("purpose") == "total")
    await fatima.presses(total, {}, fatima.screen[-1])
    await fatima.says("mijn gegevens alles")
    decided = fatima.text().split("Wat u over toestemming besloot")[1]
    assert decided.count("Meetellen zonder naam") == 2
    assert "Ingetrokken" in decided


async def test_before_the_first_consent_and_after_erasing_there_is_nothing(chat: Chat) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await fatima.says("mijn gegevens")
    fatima.sees("Wij bewaren geen antwoorden van u.")
    await talk(fatima, "ja", "kort", *SHORT, *CONSENTS, "ja", "verwijder mijn gegevens", "ja", "mijn gegevens")
    fatima.sees("Wij bewaren geen antwoorden van u.")


async def test_the_buttons_on_it_work(chat_either_way: Chat) -> None:
    fatima = await finish_short(chat_either_way)
    await fatima.says("mijn gegevens")
    await fatima.clicks("Verwijder mijn gegevens")
    fatima.sees("Weet u het zeker?")
    await fatima.clicks("Nee, bewaar ze")
    fatima.sees("Er is niets gewist.")
    await fatima.clicks("Toestemming")
    fatima.sees("Uw toestemming")


async def test_of_a_colleague_only_that_there_is_one_is_shown(chat: Chat) -> None:
    fatima, piet = await finish_short(chat), chat.person("Piet Pietersen")
    await fatima.says("collega")
    await piet.opens()
    await talk(
        piet,
        "ja",
        f"code {fatima.code()}",
        "ja",
        "volledig",
        "12345678",
        "planner",
        "ja",
        "piet@jansen.example",
        "wijzig kvk",
        "87654321",
    )
    await fatima.says("mijn gegevens alles")
    fatima.sees("87654321", "12345678")
    fatima.sees_not("piet@jansen.example", "Piet Pietersen")


async def test_after_many_changes_the_card_still_fits(chat: Chat) -> None:
    fatima = await finish_short(chat)
    for number in range(35):
        await talk(fatima, "wijzig vrije laadplekken", str(number + 5))
    await fatima.says("mijn gegevens alles")
    fatima.sees("Wat u eerder antwoordde", "38", "39")


async def test_the_card_is_short_and_counts_every_kind(chat: Chat) -> None:
    fatima = await finish_short(chat)
    await talk(fatima, "wijzig bestelwagens", "14", "vraag Wat kost het?", "mijn gegevens")
    fatima.sees(
        "Over u", "Jansen Transport", "12 antwoorden, 1 keer veranderd", "6 besluiten, nu 4 keer ja", "1 regel", "Download"
    )
    [card] = fatima.fresh
    assert card.text().count("\n") < 45
    await fatima.clicks("Alles bekijken")
    fatima.sees("Wat kost het?", "Bestelwagens")


async def saves_files(chat: Chat) -> None:
    """Let Teams offer to save files."""
    chat.saves = True
    await chat.restarts()


def documents(found: list[dict[str, Any]]) -> tuple[dict[str, Any], str]:
    """Return what was offered last: the file for machines, and the words of the one to read."""
    machine = next(row for row in reversed(found) if row["name"].endswith(".json"))
    readable = next(row for row in reversed(found) if row["name"].endswith(".docx"))
    return json.loads(machine["content"]), words_of_document(readable["content"])


async def test_download_holds_everything_for_machines_and_to_read(chat: Chat) -> None:
    await saves_files(chat)
    noor, fatima = await noor_of(chat), await finish_short(chat)
    await noor.says("notitie jansen transport Wil graag in maart beginnen")
    await talk(fatima, "vraag Wat kost het?", "mijn gegevens")
    await fatima.clicks("Download")
    data, words = documents(await rows(chat, paper))
    assert (data["schema"], data["versie"]) == ("laadmaat.mijn-gegevens", 1)
    assert {kind.value for kind in OwnKind} <= set(data)
    assert data["persoon"][0]["object_id"] == fatima.sender.object_id
    assert {"company.name", "van.total", "connection.size"} <= {row["name"] for row in data["antwoorden"]}
    assert data["toestemming"][0]["until"].startswith("2028-11-23")
    assert any("Wil graag in maart" in json.dumps(row) for row in data["dossier"])
    for text in ("Jansen Transport", "Wat kost het?", "Wil graag in maart beginnen", "Meetellen zonder naam", "18:00"):
        assert text in words, text
    assert "Terrein: Hessenpoort" in words
    assert {row["person_id"] for row in await rows(chat, paper)} == {await id_of(chat, fatima)}


async def test_nothing_of_colleagues_or_of_another_company_of_that_name_is_in_it(chat: Chat) -> None:
    await saves_files(chat)
    noor = await noor_of(chat)
    (bakker,) = await registers(chat, "Bakker Bouw")
    await noor.says("notitie bakker bouw Directeur is ziek")
    eve = chat.person("Eve")
    await agree(eve)
    await talk(eve, "Bakker Bouw", *SHORT[1:], *CONSENTS, "ja", "collega")
    code, piet = eve.code(), chat.person("Piet Pietersen")
    await piet.opens()
    await talk(piet, "ja", f"code {code}", "volledig", "12345678", "planner", "ja", "piet@bakker.example")
    await eve.says("download")
    data, words = documents(await rows(chat, paper))
    whole = json.dumps(data) + words
    for hidden in ("Directeur is ziek", "piet@bakker.example", "Piet Pietersen", str(bakker), code, code.replace("-", "")):
        assert hidden not in whole, hidden
    assert data["register"] == []


async def test_the_team_cannot_download_during_a_call(chat: Chat) -> None:
    await saves_files(chat)
    noor = chat.person("Noor", team=True)
    await talk(noor, "namens Bakker Bouw", "ja", "download")
    assert not await rows(chat, paper)


async def id_of(chat: Chat, someone: Person) -> object:
    """Return our own id of somebody."""
    return next(row["id"] for row in await rows(chat, person) if row["object_id"] == someone.sender.object_id)
