"""What becomes of a turn: the rows it is stored as, and what is left to be delivered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from bot.exchange import Arrival, Outgoing
from bot.sentences import ANSWERED
from bot.teams.invokes import says
from bot.turn.replies import Replying
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.turn.errands import Errand
from dialogs.turn.known import Known
from dialogs.turn.step import Step
from domain.consent.consents import Purpose
from domain.intake.acceptance import clean_name
from domain.intake.stage import stage_of
from domain.notices.notice import Wake
from storage.intake.intakes import Changes
from storage.intake.snapshots import stored_name, write_snapshot
from storage.stores import Stores
from storage.turn.loading import Keys
from storage.turn.saving import NewTurn


@dataclass(frozen=True, slots=True)
class TurnResult:
    """What one turn leaves to be delivered; `done` when an earlier delivery of the same activity was answered already."""

    id: UUID
    outgoing: tuple[Outgoing, ...]
    body: dict[str, Any] | None
    reference: dict[str, Any]
    done: bool = False
    errands: tuple[Errand, ...] = ()


@dataclass(frozen=True, slots=True)
class DecidedTurn:
    """A turn as it was decided: what is stored of it, and what is shown."""

    step: Step
    changes: Changes
    new: NewTurn
    built: Replying
    outbox: Sequence[Wake] = ()


def keys_of(arrival: Arrival) -> Keys:
    """Return by what is found who this is, and whether the activity was handled before."""
    return {
        "tenant": arrival.tenant,
        "object_id": arrival.sender.object_id,
        "conversation": arrival.conversation,
        "activity": arrival.activity,
    }


def new_turn(arrival: Arrival, known: Known, built: Replying, person: UUID | None) -> NewTurn:
    """Return the row of this turn."""
    return NewTurn(
        known.turn,
        arrival.tenant,
        arrival.conversation,
        arrival.activity,
        person,
        arrival.reference,
        built.outgoing,
        known.now,
        built.body,
        built.card,
    )


def kept_body(step: Step, built: Replying) -> dict[str, Any] | None:
    """Return the answer of an invoke as it is kept for a second delivery: without companies that may be erased meanwhile."""
    return says(ANSWERED) if step.discreet and built.body is not None else built.body


def name_of(step: Step) -> str | None:
    """Return the name to keep of who did this: none without a right to it, and the one we have when Teams tells none."""
    if not (step.may_keep() or step.known.roles.held):
        return ""
    return clean_name(step.known.sender.name) or None


def changes_of(step: Step, stores: Stores[TerrainNames], arrival: Arrival) -> Changes:
    """Return what a step changed, as it is stored."""
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
        revision=known.intake.revision + (1 if given or decided else 0),
        current=write_snapshot(stores.current, given, shared),
        depth=step.depth,
        stage=stage_of(step.answers) if given else None,
        confirmed_at=known.now if step.confirmed else known.intake.confirmed_at,
        given=given,
        decided=decided,
        source=step.source,
        now=known.now,
    )


def nothing_of(arrival: Arrival) -> TurnResult:
    """Return what is left of an activity that asks for nothing, or not any more."""
    return TurnResult(uuid4(), (), None, arrival.reference, done=True)


def again(row: Any) -> TurnResult:  # noqa: ANN401 - a stored turn as a mapping
    """Return what a redelivery is answered with: the same body; nothing is sent twice, the sweep takes what was left."""
    return TurnResult(UUID(str(row["id"])), (), row["body"], row["reference"], done=True)


def remaining(row: dict[str, Any]) -> TurnResult:
    """Return what is still to be sent of a stored turn."""
    outgoing = tuple(Outgoing(**one) for one in row["outgoing"][len(row["ids"]) :])
    return TurnResult(row["id"], outgoing, row["body"], row["reference"])
