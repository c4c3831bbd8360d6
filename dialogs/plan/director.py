"""`regisseur`: who of the project team leads a terrain."""

from uuid import UUID

from dialogs.lookup.team_names import one_called
from dialogs.plan.record import OVERTAKEN, event, pressed_revision, record
from dialogs.terrains.status import status_card
from dialogs.terrains.terrain_choice import with_terrain_first
from dialogs.terrains.view import look
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Pressed, Scope
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step, quoted
from domain.plan.events import PlanKind
from domain.terrains.terrains import TerrainName

NOBODY = ("niemand", "geen")


async def name_director(step: Step, text: str) -> None:
    """Name who leads a terrain: "ik", somebody of the team, or nobody; without a name say who it is."""
    found = await with_terrain_first(step, text, DIRECTOR)
    if found is None:
        return
    terrain, rest = found
    name = rest.strip().removeprefix("is ").strip(" .!") or ("ik" if text.casefold().endswith(" ik") else "")
    if not name:
        seen = await look(step, terrain)
        who = (
            f"De regisseur van {terrain.label} is {seen.director}." if seen.director else f"{terrain.label} heeft geen regisseur."
        )
        step.say(who, f"Wijzigen? Typ 'regisseur {terrain.name} ik', of een naam van het team.")
    elif name.casefold() in NOBODY:
        await appoint(step, terrain, None, "niemand", seen=None)
    elif name.casefold() == "ik":
        await appoint(step, terrain, step.known.person, "u", seen=None)
    else:
        await appoint_named(step, terrain, name)


async def appoint_named(step: Step, terrain: TerrainName, name: str) -> None:
    """Appoint somebody of the team by name or first name; a name that is not clear is asked back."""
    house = step.known.house
    team = await step.stores.responses.members(step.known.sender.tenant, house.team | house.admins)
    member = one_called(name, team)
    if member is None:
        known = ", ".join(one.name for one in team[:10])
        step.say(f"Wie is {quoted(name, 40)}? Kies iemand van het projectteam.", f"Ik ken: {known}." if known else "")
        return
    await appoint(step, terrain, member.person, member.name, seen=None)


async def press_director(step: Step, pressed: Pressed, terrain: TerrainName) -> None:
    """Make whoever pressed the director, and show the status anew."""
    new = event(step, terrain, PlanKind.DIRECTOR, {"person": str(step.known.person)})
    done = await record(step, new, seen=pressed_revision(pressed))
    card = await status_card(step, await look(step, terrain))
    step.show(ReplaceCard(card if done else card.model_copy(update={"late": (OVERTAKEN, *card.late)})))


async def appoint(step: Step, terrain: TerrainName, person: UUID | None, name: str, *, seen: int | None) -> None:
    """Record who leads, say so, and show its status."""
    await record(step, event(step, terrain, PlanKind.DIRECTOR, {"person": str(person) if person else None}), seen=seen)
    step.show(ShowCard(await status_card(step, await look(step, terrain)), f"De regisseur van {terrain.label} is nu {name}."))


DIRECTOR = Command(
    ("regisseur",), "zien of kiezen wie een terrein leidt", name_director, Users.TEAM, Takes.MAYBE,
    argument="<terrein> [naam of ik]", example="regisseur hessenpoort ik",
    scopes=(Scope.PERSONAL, Scope.CHANNEL, Scope.GROUP), group="Terreinen",
)  # fmt: skip
