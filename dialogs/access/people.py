"""Whom an administrator means: by mention, by name, or by the id that Entra gives."""

from collections.abc import Sequence
from uuid import UUID

from rapidfuzz import fuzz, process

from dialogs.events import Said
from dialogs.names import plain
from dialogs.step import Step
from domain.access import Somebody

CLOSE_ENOUGH = 80  # of 100; below it names look alike by chance
MOST_ALIKE = 5


def object_id_in(text: str) -> str | None:
    """Return the Entra object id that a text is, in lower case; None when it is none."""
    try:
        return str(UUID(text)) if len(text) == 36 else None
    except ValueError:
        return None


async def people_meant(step: Step, words: str) -> Sequence[Somebody]:
    """Return whom these words can mean: one when there is no doubt, several to choose from, nobody when they are unknown."""
    book = step.stores.roles
    if object_id := object_id_in(words):
        return (await book.somebody(object_id),)
    if isinstance(step.event, Said):
        for mention in step.event.mentions:
            if mention.words == words:
                found = await book.somebody(mention.object_id) if mention.object_id else await book.mentioned(mention.teams_id)
                return (found,) if found else ()
    found_by_name = await book.named(" ".join(plain(words)))
    return found_by_name or await people_alike(step, words)


async def people_alike(step: Step, words: str) -> Sequence[Somebody]:
    """Return people whose names look like these words."""
    names = {object_id: " ".join(plain(name)) for object_id, name in await step.stores.roles.names()}
    near = process.extract(
        " ".join(plain(words)), names, scorer=fuzz.token_sort_ratio, score_cutoff=CLOSE_ENOUGH, limit=MOST_ALIKE
    )
    return [await step.stores.roles.somebody(object_id) for _, _, object_id in near]
