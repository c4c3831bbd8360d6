"""Whom an administrator means: somebody who is pointed at, by a mention or the id that Entra gives, or whose name it may be."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from rapidfuzz import fuzz, process

from dialogs.lookup.spelling import plain
from dialogs.turn.events import Mention, Said
from dialogs.turn.step import Step
from domain.access.roles import Somebody

CLOSE_ENOUGH = 80  # of 100; below it names look alike by chance
MOST_ALIKE = 5


@dataclass(frozen=True, slots=True)
class Pointed:
    """Words that point at somebody: `who` is None when we never met them, or when the words mention two people."""

    who: Somebody | None


def object_id_in(text: str) -> str | None:
    """Return the Entra object id that a text is, in lower case; None when it is none."""
    try:
        return str(UUID(text)) if len(text) == 36 else None
    except ValueError:
        return None


def mentions_of(step: Step) -> tuple[Mention, ...]:
    """Return who is mentioned in what was said."""
    return step.event.mentions if isinstance(step.event, Said) else ()


async def pointed_at(step: Step, words: str) -> Pointed | None:
    """Return whom these words point at for sure; None when they are only a name, which everybody chooses for themselves."""
    book = step.stores.roles
    if object_id := object_id_in(words):
        return Pointed(await book.somebody(object_id))
    mentioned = {(one.object_id, one.teams_id) for one in mentions_of(step) if one.words == words}
    if not mentioned:
        return None
    if len(mentioned) > 1:
        return Pointed(None)
    ((object_id, teams_id),) = mentioned
    return Pointed(await book.somebody(object_id) if object_id else await book.mentioned(teams_id))


async def people_meant(step: Step, words: str) -> Sequence[Somebody]:
    """Return whom these words can mean: who is pointed at, or everybody whose name it may be. To show, never to give."""
    if pointed := await pointed_at(step, words):
        return (pointed.who,) if pointed.who else ()
    return await step.stores.roles.named(" ".join(plain(words))) or await people_alike(step, words)


async def people_alike(step: Step, words: str) -> Sequence[Somebody]:
    """Return people whose names look like these words."""
    names = {object_id: " ".join(plain(name)) for object_id, name in await step.stores.roles.names()}
    near = process.extract(
        " ".join(plain(words)), names, scorer=fuzz.token_sort_ratio, score_cutoff=CLOSE_ENOUGH, limit=MOST_ALIKE
    )
    return [await step.stores.roles.somebody(object_id) for _, _, object_id in near]
