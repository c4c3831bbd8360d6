"""The team changes what is known: one proposes, another approves, and every version stays."""

import asyncio

import pytest

from cards.verbs import Verb
from storage.tables.knowledge import item_version
from tests.chat import Chat
from tests.knowledge.proposing import BETTER, proposes, states
from tests.person import Person
from tests.tables import rows


async def test_two_who_propose_at_once_keep_one(chat: Chat, anouk: Person, bram: Person) -> None:
    for someone in (anouk, bram):
        await someone.says("kennis laadpas")
        await someone.clicks("Wijzig")
    await asyncio.gather(anouk.fills_in({"text": BETTER}, "Stel voor"), bram.fills_in({"text": "Iets anders."}, "Stel voor"))
    assert await states(chat) == [(2, "proposed")]
    assert "Dit is intussen gewijzigd." in anouk.text() + bram.text()


async def test_a_form_over_what_changed_meanwhile_is_shown_again(chat: Chat, anouk: Person, bram: Person) -> None:
    await bram.says("kennis laadpas")
    await bram.clicks("Wijzig")
    await proposes(anouk)
    await bram.fills_in({"text": "Een pas om te laden."}, "Stel voor")
    bram.sees("Dit is intussen gewijzigd. Uw tekst staat hieronder.")
    assert [row["whole"]["text"] for row in await rows(chat, item_version)] == [BETTER]
    await bram.fills_in({}, "Stel voor")
    bram.sees("Uw voorstel is bewaard.", "Tekst: Een pas om te laden.")
    assert await states(chat) == [(2, "dropped"), (2, "proposed")]


async def test_a_proposal_is_refused_by_anybody_of_the_team(chat: Chat, anouk: Person, bram: Person) -> None:
    await proposes(anouk)
    await anouk.clicks("Keur af")
    anouk.sees("Afgekeurd. Er verandert niets.", "Met een laadpas betaalt u")
    assert await states(chat) == [(2, "dropped")]
    await proposes(bram, "Nog een keer.")
    assert await states(chat) == [(2, "dropped"), (2, "proposed")]


async def test_it_ends_when_another_says_yes(chat: Chat, anouk: Person, bram: Person) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await anouk.says("kennis laadpas")
    await anouk.clicks("Laat vervallen")
    anouk.sees("Geldig tot en met: 22 november 2026", "Dat was: 31 december 2027")
    await fatima.says("kennis laadpas")
    fatima.sees("Met een laadpas")
    await bram.says("kennis laadpas")
    await bram.clicks("Keur goed")
    bram.sees("Verlopen op 22 november 2026.")
    await fatima.says("kennis laadpas")
    fatima.sees("weet ik niets")


async def test_an_earlier_version_comes_back_as_a_new_one(chat: Chat, anouk: Person, bram: Person) -> None:
    await proposes(anouk)
    await bram.says("kennis laadpas")
    await bram.clicks("Keur goed")
    bram.sees("Versie 1, uit een bestand")
    await bram.fills_in({}, "Zet terug")
    bram.sees("Kies eerst een versie uit de lijst.")
    await bram.fills_in({"version": "0"}, "Zet terug")
    bram.sees("Uw voorstel is bewaard.", f"Dat was: {BETTER}")
    await anouk.says("kennis laadpas")
    await anouk.clicks("Keur goed")
    anouk.sees("Met een laadpas betaalt u", "Versie: 3, van Bram, goedgekeurd door Anouk", "Versie 2, 23 november 2026")
    assert await states(chat) == [(2, "approved"), (3, "approved")]


async def test_something_new_is_written_and_approved(chat: Chat, anouk: Person, bram: Person) -> None:
    await anouk.says("kennis")
    await anouk.clicks("Nieuw")
    anouk.sees("Zet er geen namen, e-mailadressen of telefoonnummers in.")
    new = {
        "title": "Wat is een laadplein?", "text": "Op een laadplein staan veel laders bij elkaar.", "source": "Voorbeeld, 2026",
        "owner": "Projectteam", "audience": "iedereen", "category": "laadinfra", "valid_from": "2026-11-23",
        "valid_until": "2027-11-23", "questions": "Wat is een laadplein?\nWaar staat het?", "steps": "3,4",
        "directions": "plein, collectief", "roles": "park_manager",
    }  # fmt: skip
    await anouk.fills_in(new | {"source": "Dat weet ik gewoon"}, "Stel voor")
    anouk.sees("Kijk dit nog even na.", "Typ waar het staat, met het jaar.")
    await anouk.fills_in(new, "Stel voor")
    anouk.sees("Uw voorstel is bewaard.", "Bij welke stappen past het?: Onderzoek en Bepalen oplossingsrichting")
    await bram.says("kennis")
    await bram.fills_in({"item": "wat-is-een-laadplein"}, "Open")
    await bram.clicks("Keur goed")
    bram.sees("Goedgekeurd.", "Versie: 1, van Anouk, goedgekeurd door Bram", "Voor welke rollen is het?: Parkmanager")
    await bram.says("kennis")
    await bram.clicks("Nieuw")
    await bram.fills_in(new, "Stel voor")
    bram.sees("Er is al een onderwerp met deze titel.")


@pytest.mark.parametrize(
    "text",
    [
        "<script>x</script>",
        "[klik](https://a.example)",
        "http://a.example",
        "Bel Fatima op 06-12345678",
        "a@b.example",
        "",
        "x" * 1501,
        "Nog een regel.\n" * 21,
    ],
)
async def test_hostile_words_are_not_kept(chat: Chat, anouk: Person, text: str) -> None:
    chat.said.append(text)
    await proposes(anouk, text)
    anouk.sees("Kijk dit nog even na.")
    assert await states(chat) == []


async def test_the_same_again_is_no_version(chat: Chat, anouk: Person) -> None:
    await anouk.says("kennis laadpas")
    await anouk.clicks("Wijzig")
    await anouk.fills_in({}, "Stel voor")
    anouk.sees("Er is niets veranderd.")
    assert await states(chat) == []


@pytest.mark.parametrize("number", ["", "0", "x", "999999999", "-1", "9" * 30, "²"])
async def test_odd_numbers_on_a_button_change_nothing(chat: Chat, anouk: Person, bram: Person, number: str) -> None:
    await proposes(anouk)
    for do in ("approve", "drop", "back", "end", "save"):
        await bram.presses_raw(Verb.ITEM, {"do": do, "key": "laadpas", "number": number, "version": number}, {"version": number})
        assert bram.text()
    assert await states(chat) == [(2, "proposed")]
