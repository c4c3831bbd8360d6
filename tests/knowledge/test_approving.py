"""What somebody of the team proposes holds when another says yes to exactly that, once."""

import asyncio
import datetime
from collections.abc import Callable

from sqlalchemy import delete, select

from domain.knowledge.versions import VersionState
from storage.database.transactions import transaction
from storage.tables.access import role_grant
from storage.tables.knowledge import item_version
from storage.tables.people import person
from tests.access.arranging import links
from tests.chat import Chat
from tests.knowledge.conftest import item
from tests.knowledge.proposing import BETTER, proposes, states
from tests.person import Person
from tests.replies import walk
from tests.tables import rows


async def test_what_one_proposes_another_approves(chat: Chat, anouk: Person, bram: Person) -> None:
    fatima = chat.person("Fatima")
    await fatima.opens()
    await proposes(anouk)
    anouk.sees("Uw voorstel is bewaard. Een ander teamlid kan het nu goedkeuren.", f"Tekst: {BETTER}", "Dat was: Met een laadpas")
    await fatima.says("kennis laadpas")
    fatima.sees("Met een laadpas betaalt u")
    await bram.says("kennis")
    bram.sees("Wacht op een ja: Wat is een laadpas?")
    await bram.says("kennis laadpas")
    bram.sees("Het is van Anouk, 23 november 2026.")
    await bram.clicks("Keur goed")
    bram.sees("Goedgekeurd. Deze versie geldt nu.", BETTER, "Versie: 2, van Anouk, goedgekeurd door Bram")
    await fatima.says("kennis laadpas")
    fatima.sees(BETTER)
    fatima.sees_not("Met een laadpas betaalt u", "Anouk")


async def test_what_went_well_is_not_in_the_colour_of_what_is_wrong(anouk: Person, bram: Person) -> None:
    await proposes(anouk)
    anouk.sees("Uw voorstel is bewaard.")
    assert alarms(anouk) == []
    await anouk.clicks("Keur goed")
    assert alarms(anouk) == ["Dit moet een ander teamlid goedkeuren dan wie het schreef. Is die weg? Wijzig het dan zelf."]
    await bram.says("kennis laadpas")
    await bram.clicks("Keur goed")
    bram.sees("Goedgekeurd.")
    assert alarms(bram) == []


def alarms(someone: Person) -> list[str]:
    """Return what the newest card says in red."""
    return [str(node["text"]) for node in walk(someone.screen[-1].card or {}) if node.get("color") == "Attention"]


async def test_nobody_approves_their_own(chat: Chat, anouk: Person, bram: Person) -> None:
    await proposes(anouk)
    await anouk.clicks("Keur goed")
    anouk.sees("Dit moet een ander teamlid goedkeuren dan wie het schreef.")
    assert await states(chat) == [(2, "proposed")]


async def test_a_colleague_who_never_spoke_is_a_colleague(chat: Chat, anouk: Person) -> None:
    await proposes(anouk)
    await anouk.clicks("Keur goed")
    anouk.sees("Dit moet een ander teamlid goedkeuren")


async def test_who_is_alone_in_the_team_approves_it(knowing: Callable[..., Chat]) -> None:
    chat = knowing(item(), admins=frozenset())
    anouk = chat.person("Anouk", team=True)
    await anouk.opens()
    await proposes(anouk)
    anouk.sees("U bent alleen in het team, dus keur het zelf goed.")
    assert await states(chat) == [(2, "proposed")]
    await anouk.clicks("Keur goed")
    anouk.sees("Goedgekeurd. Deze versie geldt nu.")


async def test_whoever_is_in_a_linked_team_makes_it_two(knowing: Callable[..., Chat]) -> None:
    chat = knowing(item(), admins=frozenset())
    anouk, cas = chat.person("Anouk", team=True), chat.person("Cas")
    await anouk.opens()
    await proposes(anouk)
    await links(chat, cas)
    await anouk.clicks("Keur goed")
    anouk.sees("Dit moet een ander teamlid goedkeuren")
    await cas.opens()
    await cas.says("kennis laadpas")
    await cas.clicks("Keur goed")
    cas.sees("Goedgekeurd.")


async def test_two_who_approve_at_once_approve_once(chat: Chat, anouk: Person, bram: Person) -> None:
    cas = chat.person("Cas")
    await links(chat, cas)
    await cas.opens()
    await proposes(anouk)
    for someone in (bram, cas):
        await someone.says("kennis laadpas")
    await asyncio.gather(bram.clicks("Keur goed"), cas.clicks("Keur goed"))
    said = ["Goedgekeurd. Deze versie geldt nu." in someone.text() for someone in (bram, cas)]
    assert sorted(said) == [False, True]
    assert "Dit is intussen gewijzigd." in bram.text() + cas.text()
    assert await states(chat) == [(2, "approved")]


async def test_a_yes_is_to_what_was_seen(chat: Chat, anouk: Person, bram: Person) -> None:
    await proposes(anouk)
    await bram.says("kennis laadpas")
    old = bram.newest("Keur goed")
    await proposes(anouk, "Heel iets anders.")
    await bram.clicks("Keur goed", on=old)
    bram.sees("Dit is intussen gewijzigd.", "Heel iets anders.")
    assert await states(chat) == [(2, "dropped"), (2, "proposed")]


async def test_a_file_that_came_meanwhile_is_not_undone(
    chat: Chat, knowing: Callable[..., Chat], anouk: Person, bram: Person
) -> None:
    await proposes(anouk)
    newer = knowing(item(version=2, text="Uit een nieuw bestand."))
    dirk = newer.person("Dirk", admin=True)
    await dirk.says("kennis laadpas")
    dirk.sees("Uit een nieuw bestand.")
    await dirk.clicks("Keur goed")
    dirk.sees("Dit is intussen gewijzigd.", "Uit een nieuw bestand.")
    assert await states(newer) == [(2, "proposed")]


async def test_what_whoever_left_proposed_is_nobodys(chat: Chat, anouk: Person, bram: Person) -> None:
    await proposes(anouk)
    async with transaction(chat.database) as connection:
        gone = person.c.object_id == anouk.sender.object_id
        await connection.execute(delete(person).where(gone))
    await bram.says("kennis laadpas")
    bram.sees("Het is van iemand die er niet meer is")
    await bram.clicks("Keur goed")
    bram.sees("Is die weg? Wijzig het dan zelf.")
    await anouk.opens()  # the same colleague comes back, as a new person to us
    await anouk.says("kennis laadpas")
    await anouk.clicks("Keur goed")
    anouk.sees("Is die weg? Wijzig het dan zelf.")


async def test_who_left_the_team_approves_nothing(knowing: Callable[..., Chat]) -> None:
    chat = knowing(item(), admins=frozenset())
    anouk, cas = chat.person("Anouk", team=True), chat.person("Cas")
    await anouk.opens()
    async with transaction(chat.database) as connection:
        team = {"tenant": cas.sender.tenant, "object_id": cas.sender.object_id, "role": "team", "given_by": "test"}
        await connection.execute(role_grant.insert().values(**team, terrain_id="", municipality_code=""))
    await cas.opens()
    await proposes(anouk)
    await cas.says("kennis laadpas")
    cas.sees("Keur goed")
    async with transaction(chat.database) as connection:
        await connection.execute(delete(role_grant))
    await cas.clicks("Keur goed")
    cas.sees("Deze knop werkt niet meer.")
    assert await states(chat) == [(2, "proposed")]


async def test_who_and_when_are_kept(chat: Chat, anouk: Person, bram: Person) -> None:
    await proposes(anouk)
    chat.now += datetime.timedelta(hours=1)
    await bram.says("kennis laadpas")
    await bram.clicks("Keur goed")
    async with transaction(chat.database) as connection:
        ids = {row.name: row.id for row in await connection.execute(select(person.c.name, person.c.id))}
    [row] = await rows(chat, item_version)
    assert (row["person_id"], row["decided_by"], row["state"]) == (ids["Anouk"], ids["Bram"], VersionState.APPROVED)
    assert row["decided_at"] - row["at"] == datetime.timedelta(hours=1)
