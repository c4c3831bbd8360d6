"""Asking who is meant by a name: a name is chosen by its bearer, so an administrator says yes to one exact person."""

from collections.abc import Sequence

from cards.views.access.person_choice import MOST_OFFERED, Candidate, PersonChoice
from dialogs.access.people import people_meant
from dialogs.access.places import grant_words
from dialogs.turn.events import Scope
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step, quoted
from domain.access.roles import POINTED_AT, ROLES, Role, Somebody

NOT_BY_NAME = "De rol {role} geef ik niet op een naam. Iedereen kiest zelf hoe hij heet."
POINT = "Noem de persoon met @, of typ het Object ID."
POINT_HERE = "Typ het Object ID, of zoek de persoon hieronder."
LOOK = "Een naam zegt niet wie iemand is. Kijk goed, en kies dan."
UNKNOWN = (
    "Laat deze persoon in de eigen chat met mij 'mijn rol' typen. Daar staat dan een Object ID.",
    "Typ dat Object ID in plaats van de naam.",
)
MORE = "Er zijn er nog meer. Typ dan meer van de naam."


async def ask_who(step: Step, name: str, role: Role, words: str) -> None:
    """Show who may be meant by a name, or only the people picker where a name never is enough."""
    if role in POINTED_AT:
        point_first(step, role, words)
        return
    # In other channels and in group chats companies read along: there nobody is named who was not named already.
    found = await people_meant(step, name) if step.may_name or step.scope is Scope.PERSONAL else ()
    if found:
        more = (MORE,) if len(found) > MOST_OFFERED else ()
        lines: tuple[str, ...] = (f"Wie krijgt de rol {words}?", f"U typte {quoted(name, 40)}. {LOOK}", *more)
    elif step.scope is Scope.PERSONAL:
        lines = (f"Ik ken {quoted(name, 40)} niet.", *UNKNOWN)
    else:
        lines = (f"Wie is {quoted(name, 40)}?", POINT)
    show(step, PersonChoice(lines=lines, words=words, offered=candidates(step, found[:MOST_OFFERED]), pick=True))


def point_first(step: Step, role: Role, words: str) -> None:
    """Say that this role is given to whoever is pointed at, and show the people picker."""
    how = POINT_HERE if step.scope is Scope.PERSONAL else POINT
    show(step, PersonChoice(lines=(NOT_BY_NAME.format(role=ROLES[role].title), how), words=words, pick=True))


def candidates(step: Step, people: Sequence[Somebody]) -> tuple[Candidate, ...]:
    """Return people with all that tells them from a namesake."""
    return tuple(
        Candidate(
            id=one.object_id,
            name=one.label,
            guest=one.guest,
            tenant=one.tenant,
            held=tuple(
                [grant_words(grant, step.stores.terrains) for grant in one.grants] + ["projectteam" for _ in one.teams[:1]]
            ),
        )
        for one in people
    )


def show(step: Step, card: PersonChoice) -> None:
    """Show the question, in place of the card that was pressed."""
    step.show(ReplaceCard(card) if step.pressed else ShowCard(card))
