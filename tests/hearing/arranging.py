"""Everybody the corpus is about, each where a sentence is typed."""

from dialogs.lookup.terrain_names import TerrainNames
from tests.beginnings import SHORT, meet, talk
from tests.chat import Chat, Names
from tests.hearing.listening import MONDAY, PARKS, Listener
from tests.sessions.beginnings import SEND, company, noor, planned


async def everybody(chat: Chat) -> Listener:
    """Return a listener with somebody in each state."""
    chat.now, chat.names = MONDAY, Names(TerrainNames(PARKS))
    chat.start()
    invited = await company(chat, "Ingrid", "Jansen Transport")
    team = await planned(chat, day="2026-12-10")
    await team.clicks("Wie komt er")
    await team.clicks("Uitnodigen")
    await team.clicks(SEND)
    await chat.notices()
    done = await company(chat, "Dirk", "De Wit Koeriers")
    for name, called in (("Vera", "Bouwbedrijf Veldkamp"), ("Rosa", "Bakkerij Ros")):
        await company(chat, name, called)
    new = chat.person("Nadia")
    await new.opens()
    begun = await meet(chat, "Bram")
    await talk(begun, "kort", "Jansen Transport", "Hessenpoort")
    nameless = await meet(chat, "Nico")
    await talk(nameless, "kort", "waarom")
    unsure = await meet(chat, "Olga")
    await talk(unsure, "kort", "Jansen Transport", "Hessenpoort", "400")
    deciding = await meet(chat, "Daan")
    await talk(deciding, "kort", *SHORT)
    chat.now = MONDAY
    people = {"depth": await meet(chat, "Dora"), "offered": unsure, "deciding": deciding}
    return Listener(
        chat, people | {"new": new, "name": nameless, "asked": begun, "done": done, "invited": invited, "team": noor(chat)}
    )
