"""`rol`, `rol weg` and `rollen`: an administrator says who is what; mentions and ids lead to one person, a name is asked."""

import pytest

from dialogs.access.grants import RoleWish, read_wish
from dialogs.turn.events import Mention, Said, Scope
from domain.access.roles import Grant, Role
from storage.tables.access import role_event, role_grant
from tests.access.arranging import ZWOLLE, gives, links
from tests.beginnings import agree
from tests.chat import ADMIN, Chat
from tests.person import Person
from tests.tables import rows


async def ada(chat: Chat) -> Person:
    """Return Ada, who administers, with her chat open."""
    ada = chat.person("Ada", admin=True)
    await ada.opens()
    return ada


async def meets(chat: Chat, name: str) -> Person:
    """Return somebody whose name we know."""
    someone = chat.person(name)
    await agree(someone)
    return someone


async def held(chat: Chat) -> list[tuple[str, str, str]]:
    """Return every role that was given."""
    return [(row["role"], row["terrain_id"], row["municipality_code"]) for row in await rows(chat, role_grant)]


@pytest.mark.parametrize(
    ("typed", "wish"),
    [
        ("Yara Peters gemeente Zwolle", RoleWish("Yara Peters", Role.MUNICIPALITY, "Zwolle")),
        ("Yara park manager De Mars Zutphen", RoleWish("Yara", Role.PARK_MANAGER, "De Mars Zutphen")),
        ("Yara Beheerder", RoleWish("Yara", Role.ADMIN)),
        ("gemeente Zwolle", RoleWish("gemeente Zwolle", None)),
        ("Yara", RoleWish("Yara", None)),
        ("", RoleWish("", None)),
    ],
)
def test_a_wish_is_cut_at_the_role(typed: str, wish: RoleWish) -> None:
    assert read_wish(typed) == wish


def test_a_mention_is_the_name_even_when_it_holds_the_word_of_a_role() -> None:
    assert read_wish("Team Oost gemeente Zwolle", ["Team Oost"]) == RoleWish("Team Oost", Role.MUNICIPALITY, "Zwolle")


def test_a_mention_that_is_only_the_beginning_of_a_word_is_not_meant() -> None:
    assert read_wish("Yara projectteam", ["Y"]) == RoleWish("Yara", Role.TEAM)
    assert read_wish("Yara projectteam", [""]) == RoleWish("Yara", Role.TEAM)


@pytest.mark.parametrize(
    ("typed", "role", "says"),
    [
        ("gemeente Zwolle", ("municipality", "", "GM0193"), "gemeente voor Zwolle"),
        ("gemeente gm0193", ("municipality", "", "GM0193"), "gemeente voor Zwolle"),
        ("Gemeente gemeente zwolle", ("municipality", "", "GM0193"), "gemeente voor Zwolle"),
        ("parkmanager hessenpoort", ("park_manager", "t-1", ""), "parkmanager voor Hessenpoort (Zwolle)"),
        ("parkmanager gemeente Zutphen", ("park_manager", "", "GM0301"), "parkmanager voor Zutphen"),
        ("netbeheerder", ("grid_operator", "", ""), "de rol netbeheerder."),
        ("netbeheerder Hardenberg", ("grid_operator", "", "GM0160"), "netbeheerder voor Hardenberg"),
        ("projectteam", ("team", "", ""), "de rol projectteam."),
        ("beheerder", ("admin", "", ""), "de rol beheerder."),
        ("ondernemer", ("entrepreneur", "", ""), "de rol ondernemer."),
    ],
)
async def test_a_role_is_given_to_an_object_id(chat: Chat, typed: str, role: tuple[str, str, str], says: str) -> None:
    yara = await meets(chat, "Yara Peters")
    boss = await ada(chat)
    await boss.says(f"rol {yara.sender.object_id} {typed}")
    boss.sees("Yara Peters heeft nu", says)
    assert await held(chat) == [role]
    await chat.delivers()
    yara.sees("U heeft nu de rol")
    await boss.says(f"rol {yara.sender.object_id.upper()} {typed}")
    boss.sees("al.")
    assert await held(chat) == [role]


async def test_the_role_works_at_once_and_is_gone_at_once(chat: Chat) -> None:
    yara = await meets(chat, "Yara Peters")
    boss = await ada(chat)
    await yara.says("vragen")
    yara.sees_not("Er zijn geen open vragen.")
    await boss.says(f"rol {yara.sender.object_id} projectteam")
    await yara.says("vragen")
    yara.sees("Er zijn geen open vragen.")
    await boss.clicks("Maak ongedaan")
    boss.sees("Yara Peters heeft de rol projectteam niet meer.")
    await yara.says("vragen")
    yara.sees_not("Er zijn geen open vragen.")
    assert [(row["kind"], row["by"]) for row in await rows(chat, role_event)] == [("given", ADMIN), ("taken", ADMIN)]


async def test_namesakes_are_asked(chat: Chat) -> None:
    for number in (1, 2):
        person = chat.person(f"dubbel {number}")
        person.sender = type(person.sender)(person.sender.tenant, person.sender.object_id, person.sender.teams_id, "Jan de Wit")
        await agree(person)
    await gives(chat, chat.person("dubbel 2"), ZWOLLE)
    boss = await ada(chat)
    one, two = chat.person("dubbel 1").sender.object_id, chat.person("dubbel 2").sender.object_id
    await boss.says("rol jan de wit netbeheerder")
    boss.sees("Wie krijgt de rol netbeheerder?", f"Object ID: {one}.", f"Object ID: {two}.", "Rol nu: gemeente voor Zwolle.")
    assert len(await held(chat)) == 1
    await boss.presses_raw("role", {"person": two, "words": "netbeheerder", "take": "no"})
    boss.sees("Jan de Wit heeft nu de rol netbeheerder.")
    assert {row["object_id"] for row in await rows(chat, role_grant)} == {two}


@pytest.mark.parametrize("typed", ["yara petres", "andre", "ANDRÉ", "peters", "Yara"])
async def test_names_are_found_with_errors_without_accents_and_in_part(chat: Chat, typed: str) -> None:
    await meets(chat, "Yara Peters" if typed[-1].lower() == "a" or "et" in typed else "André van Dijk")
    boss = await ada(chat)
    await boss.says(f"rol {typed} netbeheerder")
    assert await held(chat) == []
    (yes,) = [title for title in boss.fresh[-1].actions() if title.startswith("Ja, ")]
    await boss.clicks(yes)
    boss.sees("heeft nu de rol netbeheerder.")


async def test_a_mention_leads_to_who_is_mentioned_whatever_the_name(chat: Chat) -> None:
    piet = await meets(chat, "Piet")
    await meets(chat, "Piet Puk")
    boss = await ada(chat)
    said = Said("rol Piet Puk gemeente Zwolle", (Mention("Piet Puk", piet.sender.teams_id),))
    await boss.does(said, scope=Scope.CHANNEL)
    boss.sees("Piet heeft nu de rol gemeente voor Zwolle.")
    assert [row["object_id"] for row in await rows(chat, role_grant)] == [piet.sender.object_id]


async def test_a_mention_of_somebody_unknown_gives_nobody_anything(chat: Chat) -> None:
    await meets(chat, "Piet")
    boss = await ada(chat)
    await boss.does(Said("rol Piet gemeente Zwolle", (Mention("Piet", "29:unknown"),)), scope=Scope.CHANNEL)
    boss.sees("Ik ken “Piet” niet.")
    assert await held(chat) == []


async def test_somebody_never_met_gets_a_role_by_entra_id(chat: Chat) -> None:
    boss = await ada(chat)
    nina = chat.person("Nina")
    await boss.says(f"rol {nina.sender.object_id} gemeente Zwolle")
    boss.sees("De rol geldt vanaf het eerste bericht van deze persoon.")
    await nina.opens()
    nina.sees("Wat u hier kunt doen")
    await nina.says("mijn rol")
    nina.sees("Uw rol is: gemeente voor Zwolle.", nina.sender.object_id)
    await boss.says("rollen")
    boss.sees("Wie heeft welke rol", "Nina", "Zwolle", "Ada", "instellingen")


async def test_an_ambiguous_place_is_asked(chat: Chat) -> None:
    await meets(chat, "Yara")
    boss = await ada(chat)
    await boss.says(f"rol {chat.person('Yara').sender.object_id} parkmanager de mars")
    boss.sees("Waar geldt de rol van Yara?", "parkmanager voor De Mars (Zutphen)")
    await boss.clicks("parkmanager voor De Mars (Zutphen)")
    boss.sees("Yara heeft nu de rol parkmanager voor De Mars (Zutphen).")
    assert await held(chat) == [("park_manager", "t-4", "")]


@pytest.mark.parametrize(
    ("typed", "sees"),
    [
        ("rol", "Typ wie, welke rol en waar."),
        ("rol yara", "De rollen zijn: ondernemer"),
        ("rol gemeente zwolle", "Typ wie, welke rol en waar."),
        ("rol yara gemeente", "Typ de gemeente of het terrein achter de rol"),
        ("rol yara gemeente atlantis", "Die plaats ken ik niet."),
        ("rol yara projectteam zwolle", "geldt overal"),
        ("rol bestaatniet gemeente zwolle", "Ik ken “bestaatniet” niet."),
        ("rol weg", "Typ wie en welke rol."),
        ("rol weg yara", "Yara heeft geen rol."),
        ("rol weg yara gemeente", "Yara heeft deze rol niet."),
        ("rollen bestaatniet", "Ik ken “bestaatniet” niet."),
        ("rollen yara", "Yara: geen bijzondere rol."),
    ],
)
async def test_what_lacks_something_gets_a_clear_sentence(chat: Chat, typed: str, sees: str) -> None:
    await meets(chat, "Yara")
    boss = await ada(chat)
    await boss.says(typed)
    boss.sees(sees)
    assert await held(chat) == []


async def test_taking_asks_which_role_and_says_where_others_come_from(chat: Chat) -> None:
    yara, bram = await meets(chat, "Yara"), chat.person("Bram")
    await gives(chat, yara, ZWOLLE, Grant(Role.GRID_OPERATOR))
    await links(chat, bram)
    boss = await ada(chat)
    await boss.says("rol weg yara")
    boss.sees("Welke rol van Yara vervalt?")
    await boss.clicks("netbeheerder")
    boss.sees("Yara heeft de rol netbeheerder niet meer.")
    await boss.says("rol weg yara gemeente zwolle")
    assert await held(chat) == []
    await boss.says("rol weg bram projectteam")
    boss.sees("via het team Projectteam")
    await boss.says(f"rol weg {ADMIN} beheerder")
    boss.sees("staat in de instellingen")


@pytest.mark.parametrize("team", [True, False])
async def test_who_is_no_administrator_gains_nothing_from_the_card(chat: Chat, team: bool) -> None:
    mallory = chat.person("Mallory", team=team)
    await mallory.opens()
    data = {"person": mallory.sender.object_id, "words": "beheerder", "take": "no"}
    await mallory.presses_raw("role", data)
    mallory.sees("Deze knop werkt niet meer.")
    await mallory.says("help")
    mallory.sees_not("een rol geven")
    assert await held(chat) == []


@pytest.mark.parametrize("words", ["koning", "", "beheerder " * 300, "gemeente ' or 1=1 --", "gemeente Zwolle<b>"])
async def test_a_forged_card_of_an_administrator_gives_nothing_odd(chat: Chat, words: str) -> None:
    boss = await ada(chat)
    for person in (boss.sender.object_id, "x", ""):
        await boss.presses_raw("role", {"person": person, "words": words, "take": "no"})
        assert boss.text()
    assert await held(chat) == []
