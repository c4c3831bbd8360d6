"""What a conversation with a company leaves for whoever follows its terrain: little of it, and only what is news."""

from dialogs.turn.step import Step
from domain.consent.consents import SHARING, State
from domain.notices.notice import Happening, NewNotice
from domain.notices.topics import Topic


def terrain_of(step: Step) -> str:
    """Return the terrain that this company named; empty when it named none of ours."""
    value = step.answers.known("company.terrain")
    return str(value.get("id") or "") if isinstance(value, dict) else ""


async def tell_followers(step: Step) -> None:
    """Plan notices about what a step in a personal chat decided. An ordinary answer costs nothing here."""
    if step.known.acting or not (step.confirmed or step.decided or step.erase):
        return
    about, terrain = step.known.intake.id, terrain_of(step)
    given = [purpose.value for purpose in SHARING if step.decided.get(purpose) is State.GIVEN]
    news: list[Happening] = []
    if given and not step.erase:
        news.append(Happening(Topic.CONSENT, terrain, about, {"purposes": given}))
    if step.confirmed and step.known.intake.confirmed_at is None:
        news.append(Happening(Topic.COMPLETE, terrain, about))
    if withdrew(step):
        news.append(Happening(Topic.WITHDRAWN, terrain))
        await tell_director(step, terrain)
    await step.stores.notices.happened(*news)


def withdrew(step: Step) -> bool:
    """Say whether a company took back what it agreed to: all of it, or one thing."""
    if step.erase:
        return step.known.intake.contacts <= 1 and step.known.intake.revision > 0
    return any(state is State.WITHDRAWN for state in step.decided.values())


async def tell_director(step: Step, terrain: str) -> None:
    """Tell the director which company it was, so that nobody approaches it again; or what somebody only called it."""
    director = (await step.stores.dossiers.state(terrain)).director if terrain else None
    company = step.answers.known("company.name")
    if director is not None and isinstance(company, str):
        claimed = await step.stores.claims.only_claims(step.known.intake.id)
        known = {"company": company[:120], "claimed": claimed}
        await step.stores.notices.plan(NewNotice("withdrawn_name", person=director, terrain=terrain, data=known))


async def tell_question(step: Step) -> None:
    """Plan notices about a question of a company to the team."""
    if not step.official:
        await step.stores.notices.happened(Happening(Topic.QUESTION, terrain_of(step), step.known.intake.id))


async def tell_registration(step: Step, terrain: str, people: int) -> None:
    """Plan notices about a company that comes to a session."""
    await step.stores.notices.happened(Happening(Topic.REGISTRATION, terrain, step.known.intake.id, {"people": people}))
