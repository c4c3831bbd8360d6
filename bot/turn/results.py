"""What becomes of a turn: the rows it is stored as, and what is left to be delivered."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from bot.exchange import Arrival, Outgoing
from bot.sentences import ANSWERED
from bot.teams.invokes import says
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.turn.errands import Errand
from dialogs.turn.replies import StartWork
from dialogs.turn.step import Step
from domain.consent.consents import Purpose
from domain.door.sessions import TENANT
from domain.intake.acceptance import clean_name
from domain.intake.stage import stage_of
from storage.intake.intakes import Changes
from storage.intake.snapshots import stored_name, write_snapshot
from storage.stores import Stores
from storage.turn.saving import NewTurn


@dataclass(slots=True)
class TurnResult:
    """What one turn leaves to be delivered: `outgoing` in order, and as `body` the answer of an invoke.

    `card` is the place in `outgoing` of the card that is remembered; `works` is what was started, each with the place of its
    card. `done` when an earlier delivery of the same activity was answered already. `missed` is a MissState when
    the sentence was not understood.
    """

    id: UUID
    reference: dict[str, Any]
    outgoing: list[Outgoing] = field(default_factory=list)
    body: dict[str, Any] | None = None
    card: int | None = None
    works: list[tuple[StartWork, int]] = field(default_factory=list)
    errands: tuple[Errand, ...] = ()
    done: bool = False
    missed: str = ""


def new_turn(step: Step, arrival: Arrival, result: TurnResult, person: UUID | None, intake: UUID | None) -> NewTurn:
    """Return the row of this turn. A discreet answer of an invoke is not kept: companies in it may be erased meanwhile."""
    return NewTurn(
        id=result.id,
        tenant=arrival.tenant,
        conversation=arrival.conversation,
        activity=arrival.activity,
        person=person,
        reference=arrival.reference,
        outgoing=result.outgoing,
        at=step.known.now,
        body=says(ANSWERED) if step.discreet and result.body is not None else result.body,
        card=result.card,
        intake=intake,
    )


def name_of(step: Step) -> str | None:
    """Return the name to keep of whoever did this: none without a right to it, and the one we have when Teams tells none."""
    if not (step.may_keep() or step.known.roles.held):
        return ""
    return clean_name(step.known.sender.name) or None


def changes_of(step: Step, stores: Stores[TerrainNames], arrival: Arrival, seen: tuple[str, str]) -> Changes:
    """Return what a step changed, as it is stored; it was decided on the versions that were `seen`."""
    known = step.known
    owner = None if known.acting else known.person
    given = {} if step.erase else {stored_name(name, owner): answer for name, answer in step.given.items()}
    decided = {purpose: step.decision(purpose, state) for purpose, state in step.decided.items()}
    shared = {purpose: decision for purpose, decision in decided.items() if known.acting or purpose is not Purpose.KEEP}
    return Changes(
        person=known.person,
        name=name_of(step),
        place=step.place.model_dump(mode="json"),
        reference=arrival.reference,
        intake=known.intake.id,
        revision=known.intake.revision + (1 if given or decided or step.remeasured else 0),
        current=write_snapshot(stores.current, given, shared),
        depth=step.depth,
        stage=stage_of(step.answers) if given else None,
        confirmed_at=known.now if step.confirmed else known.intake.confirmed_at,
        given=given,
        decided=decided,
        source=step.source,
        now=known.now,
        seen=seen,
        beside=known.sender.through_door and known.sender.tenant != TENANT,
    )


def nothing_of(arrival: Arrival) -> TurnResult:
    """Return what is left of an activity that asks for nothing, or not any more."""
    return TurnResult(uuid4(), arrival.reference, done=True)


def again(row: Any) -> TurnResult:  # noqa: ANN401 - a stored turn as a mapping
    """Return what a redelivery is answered with: the same body; nothing is sent twice, the sweep takes what was left."""
    return TurnResult(UUID(str(row["id"])), row["reference"], body=row["body"], done=True)


def remaining(row: dict[str, Any]) -> TurnResult:
    """Return what is still to be sent of a stored turn."""
    outgoing = [Outgoing(**one) for one in row["outgoing"][len(row["ids"]) :]]
    return TurnResult(row["id"], row["reference"], outgoing, row["body"])
