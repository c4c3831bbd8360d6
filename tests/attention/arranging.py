"""For every kind of attention: how it comes to ask for somebody, and what makes an end to that."""

import datetime
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from uuid import uuid4

from domain.knowledge.items import Category, Item, ItemAudience
from domain.knowledge.versions import VersionState
from domain.notices.sending import Sending, SendingState
from domain.plan.events import NewEvent
from domain.rounds.follow_ups import FollowUp
from storage.database.transactions import transaction
from storage.knowledge.knowledge import Knowledge
from storage.notices.sendings import Sendings
from storage.plan.events import Dossiers
from storage.tables.companies import company_nomination
from storage.tables.notice import notice
from storage.tables.people import person
from storage.tables.session import session
from tests.beginnings import finish_short, start, talk
from tests.chat import Chat
from tests.companies.calling import listed
from tests.person import Person
from tests.plan.plans import made, through
from tests.rounds.going import at
from tests.sessions.beginnings import invited, planned
from tests.tables import rows
from tests.terrains.arranging import register

SHORT_LIVED = Item(
    key="kort", title="Wat geldt kort?", text="Dit geldt maar even.", source="Voorbeeld, 2026", owner="Projectteam",
    audience=ItemAudience.EVERYBODY, category=Category.CHARGING,
    valid_from=datetime.date(2026, 1, 1), valid_until=datetime.date(2026, 12, 10),
)  # fmt: skip


@dataclass(frozen=True)
class Asking:
    """One kind at work: who is asked, the key, and what is done about it."""

    who: Person
    key: str
    done: Callable[[], Awaitable[None]]


async def leads(chat: Chat, *sentences: str) -> Person:
    """Return Noor, who leads Hessenpoort in step 0."""
    noor = chat.person("Noor", team=True)
    await noor.opens()
    await talk(noor, "stap hessenpoort begin", "regisseur hessenpoort ik", *sentences)
    return noor


async def records(chat: Chat, *events: NewEvent) -> None:
    """Let these things have happened on Hessenpoort."""
    async with transaction(chat.database) as connection:
        await Dossiers(connection, None).record(*events)


async def late(chat: Chat) -> Asking:
    """Step 0 of Hessenpoort was to be ready on 23 December."""
    noor = await leads(chat)
    chat.now += datetime.timedelta(days=31)
    return Asking(noor, "late:t-1:step:2026-12-23", lambda: noor.says("stap hessenpoort af want dit gebeurt later"))


async def silent(chat: Chat) -> Asking:
    """The last session on Hessenpoort was in March, and none is planned."""
    noor = await leads(chat)
    held = made("session_held", 9, session={"id": "s", "at": None, "held": "2026-03-11"})
    await records(chat, *through(2), held)

    async def plan_one() -> None:
        when = (chat.now + datetime.timedelta(days=9)).isoformat()
        await records(chat, made("session_planned", 9, session={"id": "next", "at": when}))

    return Asking(noor, "silent:t-1:2026-03-11", plan_one)


async def advice(chat: Chat) -> Asking:
    """Nothing was begun on Hessenpoort."""
    noor = chat.person("Noor", team=True)
    await noor.opens()
    return Asking(noor, "advice:t-1:begin", lambda: noor.says("stap hessenpoort begin"))


async def action(chat: Chat) -> Asking:
    """Noor was to see to the hall."""
    noor = chat.person("Noor", team=True)
    await noor.opens()
    await noor.says("actie hessenpoort zaal regelen voor 2 december")
    chat.now += datetime.timedelta(days=10)
    return Asking(noor, "late:t-1:promise:entry:1:2026-12-02", lambda: noor.says("afgerond 1"))


async def calls(chat: Chat) -> Asking:
    """Adelaar Bouw was to be called again on Thursday."""
    await listed(chat, "Adelaar Bouw")
    noor = await leads(chat)
    await noor.says("bellijst hessenpoort")
    await noor.clicks("Bel later")
    await noor.fills_in({"day": "donderdag"}, "Op deze dag")
    chat.now += datetime.timedelta(days=3)

    async def calls_them() -> None:
        await noor.says("bellijst hessenpoort")
        await noor.clicks("Gesproken")
        await noor.clicks("Bewaar")

    return Asking(noor, "calls:t-1:2026-11-26", calls_them)


async def request(chat: Chat) -> Asking:
    """Fatima wants to be called."""
    noor, fatima = chat.person("Noor", team=True), await start(chat)
    await noor.opens()
    await fatima.says("bel mij")
    return Asking(noor, "request:1", lambda: noor.says("antwoord 1 Ik bel u om drie uur."))


async def draft(chat: Chat) -> Asking:
    """A text after a session waits for a yes."""
    noor = await planned(chat)
    [about] = await rows(chat, session)
    async with transaction(chat.database) as connection:
        new = Sending(uuid4(), FollowUp.THANKS, "t-1", "Dank u wel.", SendingState.OPEN, chat.now, about["id"])
        await Sendings(connection, None).make(new)

    async def drop() -> None:
        await talk(noor, "concepten")
        await noor.clicks("1. Bedankt voor uw komst")
        await noor.clicks("Niet versturen")

    return Asking(noor, new.key, drop)


async def undelivered(chat: Chat) -> Asking:
    """Something did not arrive."""
    noor = chat.person("Noor", team=True)
    await noor.opens()
    [row] = await rows(chat, person)
    values = {"kind": "morning", "person_id": row["id"], "at": chat.now, "due_at": chat.now, "failing": "refused"}
    async with transaction(chat.database) as connection:
        await connection.execute(notice.insert().values(values))
    return Asking(noor, "undelivered", lambda: noor.says("niet bezorgd opnieuw"))


async def invitation(chat: Chat) -> Asking:
    """Fatima was invited to a session, and did not answer."""
    _, fatima = await invited(chat)
    [about] = await rows(chat, session)
    return Asking(fatima, f"invited:{about['id']}", lambda: fatima.clicks("Ik kom niet"))


async def consent(chat: Chat) -> Asking:
    """What Fatima agreed to ends soon."""
    fatima = await finish_short(chat)
    [kept] = {one["place"]["kept"]["until"] for one in await rows(chat, person)}
    until = datetime.datetime.fromisoformat(kept)
    await at(chat, until.date() - datetime.timedelta(days=29))
    return Asking(fatima, f"consent:keep:{until.isoformat()}", lambda: fatima.clicks("Ja, ga door"))


async def writes(chat: Chat, item: Item, *, approved: bool) -> None:
    """Let a version of an item be proposed, and perhaps approved."""
    async with transaction(chat.database) as connection:
        knowledge = Knowledge(connection, uuid4())
        version = await knowledge.propose(item, chat.now)
        if approved and version is not None:
            await knowledge.decide(version.number, VersionState.APPROVED, chat.now)


async def item(chat: Chat) -> Asking:
    """Noor wrote an item anew."""
    noor = chat.person("Noor", team=True)
    await noor.opens()
    await writes(chat, SHORT_LIVED, approved=False)

    async def drop() -> None:
        await noor.says("kennis kort")
        await noor.clicks("Keur af")

    return Asking(noor, "item:kort:1", drop)


async def item_ends(chat: Chat) -> Asking:
    """An item ends within a month, as the first of all."""
    noor = chat.person("Noor", team=True)
    await noor.opens()
    first = chat.now.date() + datetime.timedelta(days=3)
    await writes(chat, SHORT_LIVED.model_copy(update={"valid_until": first}), approved=True)
    later = SHORT_LIVED.model_copy(update={"version": 2, "valid_until": datetime.date(2028, 1, 1)})
    return Asking(noor, f"item_ends:{first}", lambda: writes(chat, later, approved=True))


async def nominated(chat: Chat) -> Asking:
    """Fatima named another company."""
    noor, fatima = chat.person("Noor", team=True), await finish_short(chat)
    await noor.opens()
    await register(chat.database)
    await talk(fatima, "aandragen Bakkerij Smit", "ja")
    [kept] = await rows(chat, company_nomination)
    return Asking(noor, f"nominated:{kept['intake_id']}:{kept['number']}", lambda: noor.says(f"aandragen niet {kept['number']}"))


ASKINGS: dict[str, Callable[[Chat], Awaitable[Asking]]] = {
    one.__name__: one
    for one in (
        late,
        silent,
        advice,
        calls,
        action,
        request,
        draft,
        undelivered,
        invitation,
        consent,
        item,
        item_ends,
        nominated,
    )
}
