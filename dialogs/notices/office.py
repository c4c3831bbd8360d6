"""A step that nobody took: what makes cards for people also makes what the bot says by itself."""

from uuid import UUID, uuid4

from dialogs.notices.kind import Telling
from dialogs.stores.stores import Stores
from dialogs.turn.events import Ignored, Scope, Sender
from dialogs.turn.known import House, Known
from dialogs.turn.place import Place
from dialogs.turn.step import Step
from domain.access.roles import Grant, Right, Role, Roles
from domain.intake.intake import Intake

NOBODY = UUID(int=0)
TEAM = Roles.of([Grant(Role.TEAM)])


def step_of(telling: Telling, roles: Roles | None = None) -> Step:
    """Return a step at which something is told: to a person with these roles, or in a channel; a linked one is the team."""
    channel = telling.channel
    scope = Scope.PERSONAL if channel is None else Scope.GROUP if channel.is_group else Scope.CHANNEL
    known = Known(
        uuid4(), telling.person or NOBODY, Sender("", "", "", ""), Place(), Intake(uuid4()), telling.now, telling.house,
        roles=roles or (TEAM if telling.may_name else Roles()), linked=telling.may_name,
    )  # fmt: skip
    return Step.start(known, Ignored("round"), telling.stores, scope)


async def official_step(telling: Telling) -> Step | None:
    """Return a step of somebody of the project team; None when they do not belong to it (any more)."""
    roles = await roles_of(telling.stores, telling.house, telling.person or NOBODY)
    return step_of(telling, roles) if roles.may(Right.WORK) else None


async def roles_of(stores: Stores, house: House, person: UUID) -> Roles:
    """Return the roles that somebody holds now; none when they are gone."""
    found = await stores.rounds.official(person)
    if found is None:
        return Roles()
    tenant, object_id, grants = found
    return house.roles_of(Sender(tenant, object_id, "", ""), grants)
