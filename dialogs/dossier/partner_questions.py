"""What a municipality says of its terrains: its own goal, and answers to what the team asks it, in its own chat."""

from collections.abc import Sequence
from uuid import UUID

from cards.formats import listing
from dialogs.forms.buttons import open_response
from dialogs.forms.cards import look_around, new_slip, offers_of, show_kept
from dialogs.forms.occasions import Occasion
from dialogs.forms.submissions import KEPT, new_response
from dialogs.notices.kind import NoticeKind, Telling
from dialogs.notices.office import roles_of, step_of
from dialogs.terrains.terrain_choice import with_terrain_first
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.replies import Reply, ShowCard
from dialogs.turn.step import Step
from domain.access.roles import Right, Role, Somebody
from domain.dossier.partner_forms import GoalForm, PartnerAnswerForm, PartnerQuestionForm
from domain.forms.judging import judge
from domain.forms.responses import ResponseSource
from domain.notices.notice import NewNotice, Notice
from domain.terrains.terrains import TerrainName

NOBODY = "Voor {terrain} heeft nog niemand de rol gemeente, of wie die heeft praatte nog nooit met mij. Uw vraag is niet bewaard."
HOW = "Typ uw vraag achter het terrein, bijvoorbeeld: {example}."


async def note_goal(step: Step, text: str) -> None:
    """Keep what the municipality wants of a terrain, or show what it said before."""
    found = await with_terrain_first(step, text, GOAL)
    if found is None:
        return
    terrain, words = found[0], found[1].lstrip(" :")
    occasion = Occasion(GoalForm, terrain)
    there = await step.stores.responses.of_terrain(terrain.id, (GoalForm,))
    judged = judge(GoalForm, {"text": words}, step.today)
    if not words and there:
        await open_response(step, there[0])
    elif judged.faults:
        around = await look_around(step, occasion)
        step.show(ShowCard(new_slip(step, around, {"text": words} if words else {}, faults=judged.faults if words else None)))
    else:
        now, new = step.known.now, new_response(step, occasion, judged, ResponseSource.CHAT)
        before = there[0] if there else None
        changed = before and await step.stores.responses.change(
            before.number, before.revision, judged.data, None, now, ResponseSource.CHAT
        )
        show_kept(step, changed or await step.stores.responses.add(new, now), KEPT, instead=False)


async def ask_municipality(step: Step, text: str) -> None:
    """Keep a question of the team and bring it to everybody of the municipality of a terrain."""
    found = await with_terrain_first(step, text, ASK)
    if found is None:
        return
    terrain, words = found[0], found[1].lstrip(" :")
    judged = judge(PartnerQuestionForm, {"text": words, "owner": str(step.known.person)}, step.today,
                   await offers_of(step, PartnerQuestionForm))  # fmt: skip
    if not words or judged.faults:
        step.say(judged.faults.get("text", "") if words else "", HOW.format(example=ASK.example))
        return
    people = [one for one in await municipality_of(step, terrain) if one.person is not None]
    if not people:
        step.say(NOBODY.format(terrain=terrain.name))
        return
    new = new_response(step, Occasion(PartnerQuestionForm, terrain), judged, ResponseSource.CHAT)
    kept = await step.stores.responses.add(new, step.known.now)
    await step.stores.notices.plan(*(asking(kept.number, terrain, one.person) for one in people if one.person is not None))
    show_kept(step, kept, f"Deze vraag gaat naar {listing([one.label for one in people])}.", instead=False)


def asking(number: int, terrain: TerrainName, person: UUID) -> NewNotice:
    """Return what brings one person a question."""
    return NewNotice(ASKED_NAME, person=person, terrain=terrain.id, data={"number": number}, key=f"{ASKED_NAME}:{number}")


async def municipality_of(step: Step, terrain: TerrainName) -> Sequence[Somebody]:
    """Return who of the municipality speaks for a terrain."""
    held = await step.stores.roles.holders()
    return [one for one in held if any(grant.role is Role.MUNICIPALITY and grant.holds_at(terrain) for grant in one.grants)]


async def tell_question(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Bring questions to somebody of the municipality, each with its card to answer, as long as they are open and theirs."""
    told = [await told_of(telling, one.data.get("number")) for one in notices]
    return tuple(reply for one in told for reply in one)


async def told_of(telling: Telling, number: object) -> Sequence[Reply]:
    asked = await telling.stores.responses.entry(number) if isinstance(number, int) else None
    terrain = telling.stores.terrains.named(asked.terrain) if asked is not None else None
    if asked is None or terrain is None or telling.person is None or asked.form is not PartnerQuestionForm or asked.closed_at:
        return ()
    roles = await roles_of(telling.stores, telling.house, telling.person)
    if not roles.may(Right.SPEAK, terrain):
        return ()
    step = step_of(telling, roles)
    occasion = Occasion(PartnerAnswerForm, terrain, group=str(asked.number))
    card = new_slip(step, await look_around(step, occasion), {})
    lines = (*card.lines, f"Het projectteam vraagt: {asked.text('text')}")
    return (ShowCard(card.model_copy(update={"title": f"Vraag {asked.number} aan de gemeente", "lines": lines})),)


ASKED_NAME = "municipality_question"
ASKED = NoticeKind(ASKED_NAME, "vraag aan de gemeente", tell_question)
GOAL = Command(
    ("doel", "doel van de gemeente"), "wat de gemeente met een terrein wil", note_goal, Users.MUNICIPALITY | Users.TEAM,
    Takes.TEXT, argument="<terrein> [tekst]", example="doel hessenpoort: in 2030 kan iedereen hier laden", group="Dossier",
)  # fmt: skip
# A company that types "vraag gemeente" asks the team something, with its own `vraag`: so that is not how this is called.
ASK = Command(
    ("gemeente vragen", "vraag gemeente", "vraag aan gemeente", "vraag aan de gemeente"),
    "de gemeente iets vragen over een terrein", ask_municipality, Users.TEAM, Takes.TEXT, argument="<terrein> <vraag>",
    example="gemeente vragen hessenpoort: komt hier een nieuwe weg?", group="Dossier",
)  # fmt: skip
PARTNER_QUESTIONS: tuple[Command, ...] = (GOAL, ASK)
