"""A role is given to a person and never to a name: everybody chooses what they are called."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncEngine

from dialogs.access.candidates import LOOK, UNKNOWN
from dialogs.turn.events import Mention, Pressed, Said, Scope
from domain.access.roles import POINTED_AT, ROLES, Reach, Right, Role
from domain.intake.acceptance import clean_name
from storage.tables.access import role_grant, team_member
from tests.access.arranging import TEAM, links
from tests.access.test_giving_roles import ada, held, meets
from tests.access.test_linking import member, reads, says
from tests.chat import TENANT, Chat
from tests.person import Person
from tests.postgres import Emptier
from tests.tables import rows

DECISION = Path(__file__).parents[2] / "docs/decisions/0007-roles.md"
HOME = "22222222-2222-4222-8222-222222222222"


async def called(chat: Chat, name: str, known_as: str) -> Person:
    """Return somebody who chose this name for themselves."""
    someone = chat.person(known_as)
    someone.sender = replace(someone.sender, name=name)
    await someone.opens()
    await someone.clicks("Ja, dat mag")
    return someone


@pytest.mark.parametrize("role", ["beheerder", "projectteam", "admin", "team", "regisseur"])
@pytest.mark.parametrize("typed", ["Yarah Petersen", "Yara Peters", "yara", "petersen"])
async def test_whoever_chose_the_name_of_another_does_not_become_project_team(chat: Chat, role: str, typed: str) -> None:
    mallory = await called(chat, "Yara Peters", "mallory")
    boss = await ada(chat)
    await boss.says(f"rol {typed} {role}")
    boss.sees("geef ik niet op een naam.", "Zoek in Teams")
    boss.sees_not("Ja, Yara Peters")
    assert await held(chat) == []
    await mallory.says("vragen")
    mallory.sees_not("Er zijn geen open vragen.")


async def test_a_card_that_asked_about_a_name_gives_nobody_the_project_team(chat: Chat) -> None:
    mallory = await called(chat, "Yara Peters", "mallory")
    boss = await ada(chat)
    await boss.presses_raw("role", {"person": mallory.sender.object_id, "words": "projectteam", "take": "no"})
    boss.sees("De rol projectteam geef ik niet op een naam.")
    assert await held(chat) == []


async def test_who_is_picked_in_teams_gets_the_role(chat: Chat) -> None:
    yara = await meets(chat, "Yara Peters")
    boss = await ada(chat)
    await boss.says("rol yara peters projectteam")
    await boss.clicks("Geef de rol", {"person": ""})
    boss.sees("Zoek eerst de persoon.")
    await boss.clicks("Geef de rol", {"person": yara.sender.object_id.upper()})
    boss.sees("Yara Peters heeft nu de rol projectteam.")
    assert await held(chat) == [("team", "", "")]


@pytest.mark.parametrize("person", ["Yara Peters", "29:1", "x" * 36, "00000000-0000-4000-8000-000000000001,x"])
async def test_nothing_but_an_object_id_is_picked(chat: Chat, person: str) -> None:
    await meets(chat, "Yara Peters")
    boss = await ada(chat)
    await boss.presses_raw("role_pick", {"words": "beheerder"}, {"person": person})
    boss.sees("Zoek eerst de persoon.")
    assert await held(chat) == []


async def test_only_an_administrator_picks(chat: Chat) -> None:
    mallory = chat.person("Mallory", team=True)
    await mallory.opens()
    await mallory.presses_raw("role_pick", {"words": "beheerder"}, {"person": mallory.sender.object_id})
    mallory.sees("Deze knop werkt niet meer.")
    assert await held(chat) == []


async def test_a_name_shows_who_it_may_be_and_asks_yes(chat: Chat) -> None:
    gijs, yara = await called(chat, "Yara Peters", "gijs"), await called(chat, "Yara Peters", "yara")
    boss = await ada(chat)
    await says(boss, "koppel projectteam")
    guest = replace(member(gijs, guest=True), tenant=HOME)
    await reads(boss, member(boss), guest, replace(member(yara), tenant=TENANT))
    await boss.says("rol Yara Peters gemeente Zwolle")
    boss.sees("Wie krijgt de rol gemeente Zwolle?", LOOK)
    boss.sees("Gast.", f"Tenant: {HOME}.", f"Object ID: {gijs.sender.object_id}.")
    boss.sees("Lid van de organisatie.", f"Tenant: {TENANT}.", f"Object ID: {yara.sender.object_id}.", "Rol nu: projectteam.")
    assert await held(chat) == []
    await boss.presses_raw("role", {"person": gijs.sender.object_id, "words": "gemeente Zwolle", "take": "no"})
    boss.sees("Yara Peters heeft nu de rol gemeente voor Zwolle.", "Let op: dit is een gast.")
    assert [row["object_id"] for row in await rows(chat, role_grant)] == [gijs.sender.object_id]


async def test_where_others_read_along_nobody_is_named(chat: Chat) -> None:
    await called(chat, "Yara Peters", "yara")
    boss = await ada(chat)
    for scope, team in ((Scope.CHANNEL, "19:elsewhere@thread.tacv2"), (Scope.GROUP, "")):
        await boss.does(Said("rol yara gemeente Zwolle"), scope=scope, team=team)
        boss.sees("Wie is “yara”?", "Noem de persoon met @")
        boss.sees_not("Yara Peters")
    assert await held(chat) == []


async def test_one_name_for_two_mentions_is_nobody(chat: Chat) -> None:
    one, two = await called(chat, "Jan de Wit", "een"), await called(chat, "Jan de Wit", "twee")
    boss = await ada(chat)
    said = Said("rol Jan de Wit beheerder Jan de Wit", tuple(Mention("Jan de Wit", p.sender.teams_id) for p in (one, two)))
    await boss.does(said, scope=Scope.CHANNEL)
    boss.sees("Ik ken “Jan de Wit” niet.", UNKNOWN[0])
    assert await held(chat) == []


async def test_a_mention_gives_the_project_team(chat: Chat) -> None:
    yara = await called(chat, "Yara Peters", "yara")
    boss = await ada(chat)
    await boss.does(Said("rol Yara Peters projectteam", (Mention("Yara Peters", yara.sender.teams_id),)), scope=Scope.CHANNEL)
    boss.sees("Yara Peters heeft nu de rol projectteam.")
    assert await held(chat) == [("team", "", "")]


async def test_who_bears_the_name_of_a_mention_by_its_first_letter_gets_nothing(chat: Chat) -> None:
    mallory = await called(chat, "Y", "mallory")
    boss = await ada(chat)
    await boss.does(Said("rol Yara projectteam", (Mention("Y", mallory.sender.teams_id),)), scope=Scope.CHANNEL)
    assert await held(chat) == []


@pytest.mark.parametrize("named", ["met Gijs van Dijk", "Gijs van Dijk", "met gijs"])
async def test_a_guest_is_not_admitted_by_name(chat: Chat, named: str) -> None:
    gijs, spoof = chat.person("Gijs van Dijk"), chat.person("spoof")
    spoof.sender = replace(spoof.sender, name="Gijs van Dijk")
    boss = await ada(chat)
    await says(boss, f"koppel projectteam {named}")
    await reads(boss, member(boss), member(spoof, guest=True))
    boss.sees("Kies uit de lijst.", f"Gijs van Dijk (gast, Object ID {spoof.sender.object_id})")
    assert not any(row["counts"] for row in await rows(chat, team_member) if row["guest"])
    await says(boss, f"koppel projectteam met {gijs.sender.object_id}")
    await reads(boss, member(boss), member(spoof, guest=True), member(gijs, guest=True))
    assert [row["object_id"] for row in await rows(chat, team_member) if row["guest"] and row["counts"]] == [
        gijs.sender.object_id
    ]


async def test_a_mentioned_guest_is_admitted(chat: Chat) -> None:
    gijs, spoof = chat.person("Gijs"), chat.person("spoof")
    spoof.sender = replace(spoof.sender, name="Gijs")
    boss = await ada(chat)
    said = Said("koppel projectteam met Gijs", (Mention("Gijs", gijs.sender.teams_id),))
    await boss.does(said, scope=Scope.CHANNEL, team=TEAM)
    await reads(boss, member(boss), member(spoof, guest=True), member(gijs, guest=True))
    assert [row["object_id"] for row in await rows(chat, team_member) if row["guest"] and row["counts"]] == [
        gijs.sender.object_id
    ]


async def test_a_member_who_becomes_a_guest_is_chosen_again(chat: Chat) -> None:
    gijs = chat.person("Gijs")
    boss = await ada(chat)
    for guest in (False, True):
        await says(boss, "koppel projectteam")
        await reads(boss, member(boss), member(gijs, guest=guest))
    assert {row["name"]: row["counts"] for row in await rows(chat, team_member)} == {"Ada": True, "Gijs": False}


def test_the_decision_says_which_roles_go_by_a_name() -> None:
    table = re.findall(r"^  \| (\w+) \| at once \| (\w+) \|$", DECISION.read_text(encoding="utf-8"), re.MULTILINE)
    assert table == [(rule.title, "never" if role in POINTED_AT else "asked") for role, rule in ROLES.items()]
    assert {role for role, rule in ROLES.items() if Right.SEE_COMPANIES in rule.rights} == POINTED_AT


@pytest.mark.parametrize("role", Role)
async def test_every_role_is_asked_or_refused_as_the_decision_says(chat: Chat, role: Role) -> None:
    yara = await called(chat, "Yara Peters", "yara")
    boss = await ada(chat)
    place = "" if Reach.REGION in ROLES[role].reaches else " Zwolle"
    await boss.says(f"rol Yara Peters {ROLES[role].title}{place}")
    assert boss.fresh[-1].has_button(f"Ja, Yara Peters ({yara.sender.object_id[:8]})") is (role not in POINTED_AT)
    assert await held(chat) == []
    await boss.says(f"rol {yara.sender.object_id} {ROLES[role].title}{place}")
    assert [row[0] for row in await held(chat)] == [role.value]


NAMES = st.one_of(
    st.sampled_from(["Ada", "Noor", "beheerder", "projectteam", "rol Mallory beheerder", "<at>Ada</at>", "\u3164", "ADA\u00ad"]),
    st.text(max_size=40),
)
WORDS = st.sampled_from(["", "ja", "start", "mijn rol", "rol Ada beheerder", "koppel projectteam met Mallory", "ik ben Ada"])
NEXT = st.tuples(st.sampled_from(["says", "channel", "press", "pick", "guest"]), NAMES | WORDS)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking takes minutes
)
@given(name=NAMES, words=st.lists(NEXT, max_size=4), role=st.sampled_from(["beheerder", "projectteam", "netbeheerder"]))
async def test_no_display_name_gives_a_right(
    database: AsyncEngine, emptier: Emptier, name: str, words: list[tuple[str, str]], role: str
) -> None:
    """Whatever a stranger is called and does, and whatever an administrator types by name: nobody holds a role by it."""
    emptier.empty()
    chat = Chat(database)
    name = clean_name(name)  # as the bot hears every name of Teams
    chat.said += [name, *(text for _, text in words)]
    mallory, gijs = chat.person("mallory"), chat.person("gijs")
    for someone in (mallory, gijs):
        someone.sender = replace(someone.sender, name=name)
    boss = chat.person("Ada", admin=True)
    await links(chat, guests=(gijs,))
    for someone in (mallory, gijs):
        for way, text in words:
            await tries(someone, way, text)
    for wanted in (name, " ".join(name.split()[:1]) or "x"):
        await boss.does(Said(f"rol {wanted} {role}"))
        await boss.does(Said(f"koppel projectteam met {wanted}"), scope=Scope.CHANNEL, team=TEAM)
        await reads(boss, member(gijs, guest=True)) if boss.errands else None
    assert await held(chat) == []
    assert [row["counts"] for row in await rows(chat, team_member)] == [False]


async def tries(someone: Person, way: str, text: str) -> None:
    """Let a stranger do one thing, with a text they chose."""
    own = someone.sender.object_id
    if way == "says":
        await someone.does(Said(text))
    elif way == "channel":
        await someone.does(Said(text, (Mention(text, someone.sender.teams_id),)), scope=Scope.CHANNEL, team=TEAM)
    elif way == "press":
        data = {"person": own, "words": text or "beheerder", "take": "no", "pointed": "yes"}
        await someone.does(Pressed("role", data), scope=Scope.CHANNEL, team=TEAM)
    elif way == "pick":
        await someone.does(Pressed("role_pick", {"words": text or "beheerder"}, {"person": own}))
    else:
        await someone.does(Pressed("guests", {"team": TEAM}, {"guests": own}), scope=Scope.CHANNEL, team=TEAM)
