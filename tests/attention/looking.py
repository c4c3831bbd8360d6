"""What asks somebody's attention now, gathered as `status` and the morning message do, over everything there is."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from uuid import uuid4

from dialogs.attention_kinds import ATTENTION_KINDS
from dialogs.notices.office import roles_of
from dialogs.turn.attention import gather
from dialogs.turn.attention_kind import AttentionKind
from dialogs.turn.events import Ignored, Scope
from dialogs.turn.known import Known
from dialogs.turn.place import Place
from dialogs.turn.step import Step
from domain.attention.attention import Attention
from storage.database.transactions import transaction
from storage.stores import Stores
from storage.tables.people import person
from tests.chat import HOUSE, TENANT, TERRAINS, Chat
from tests.person import Person
from tests.tables import rows

EVERYWHERE = tuple(terrain.id for terrain in TERRAINS)


@asynccontextmanager
async def step_of(chat: Chat, who: Person, scope: Scope = Scope.PERSONAL, *, linked: bool = False) -> AsyncIterator[Step]:
    """Give a step of somebody who is known already, at this moment."""
    [row] = [one for one in await rows(chat, person) if one["object_id"] == who.sender.object_id]
    async with transaction(chat.database) as connection:
        stores = Stores(connection, row["id"], row["intake_id"], chat.names.names, tenant=TENANT, now=chat.now, quiet=HOUSE.quiet)
        found = await stores.rounds.company_of(row["id"])
        assert found is not None
        place, intake = Place.model_validate(found[0]), found[1]
        roles = await roles_of(stores, HOUSE, row["id"])
        known = Known(uuid4(), row["id"], who.sender, place, intake, chat.now, HOUSE, roles=roles, linked=linked)
        yield Step.start(known, Ignored("look"), stores, scope)


async def seen_by(
    chat: Chat,
    who: Person,
    kinds: Iterable[AttentionKind] = ATTENTION_KINDS,
    scope: Scope = Scope.PERSONAL,
    *,
    linked: bool = False,
) -> tuple[Attention, ...]:
    """Return what asks somebody's attention, on every terrain."""
    async with step_of(chat, who, scope, linked=linked) as step:
        return await gather(step, kinds, await step.stores.dossiers.states(EVERYWHERE))
