"""Every form for every role: who may fill it in gets it, to everybody else its button does nothing."""

import pytest

from cards.verbs import Verb
from dialogs.turn.command import Users
from domain.access.roles import ROLES, Right
from domain.forms.declaration import AboutCompany, Form
from storage.tables.people import intake
from storage.tables.session import session
from tests.access.test_permission_matrix import EVERYBODY, Kind, calm, meet, nothing_changes
from tests.chat import Chat
from tests.forms.asking import held
from tests.forms.test_contract import ALL
from tests.sessions.beginnings import company
from tests.tables import rows


def may(kind: Kind, form: type[Form]) -> bool:
    """Say what the declaration promises to somebody whose company is not the one that it is about."""
    given = {right for grant in kind.grants for right in ROLES[grant.role].rights}
    rights = set(Right) if kind.audience & (Users.TEAM | Users.ADMIN) else given
    return form.filled_by in rights or (form.filled_by == "company" and Right.WORK in rights)


@EVERYBODY
async def test_only_who_may_gets_an_empty_card(chat: Chat, kind: Kind) -> None:
    await company(chat, "Fatima", "Jansen Transport")
    await held(chat)
    someone = await meet(chat, kind)
    await calm(chat, someone)
    [about] = [f"i:{row['id']}" for row in await rows(chat, intake) if row["company"] == "Jansen Transport"]
    [meeting] = await rows(chat, session)
    async with nothing_changes(chat):
        for form in ALL:
            called = about if form.about.company is not AboutCompany.NEVER else ""
            data = {"kind": form.key, "terrain": "t-1", "about": called, "session": str(meeting["id"]), "step": "2"}
            await someone.presses_raw(Verb.ENTRY_NEW, data)
            there = form.answers is None  # nobody fills in an answer to what was not asked
            assert bool(someone.fresh[-1].card) == (may(kind, form) and there), f"{form.key}: {someone.text()}"
            if not may(kind, form):
                someone.sees_not("Jansen")


@pytest.mark.parametrize("form", ALL, ids=lambda form: form.key)
async def test_a_forged_card_of_nobodys_keeps_nothing(chat: Chat, form: type[Form]) -> None:
    stranger = chat.person("Iemand")
    await stranger.opens()
    filled = {one.name: one.options[0].value if one.options else "1" for one in form.fields}
    async with nothing_changes(chat):
        for verb in (Verb.ENTRY_NEW, Verb.ENTRY_SAVE, Verb.ENTRY_OPEN, Verb.ENTRY_SET, Verb.ENTRY_END):
            for number in ({}, {"number": "1", "revision": "1"}):
                await stranger.presses_raw(verb, {"kind": form.key, "terrain": "t-1", **number}, filled)
                assert stranger.text()
