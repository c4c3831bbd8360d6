"""`vandaag`, and a greeting: how the day begins, for whoever is here for the approach and for who answers for a company."""

import datetime
from collections.abc import Sequence

from cards.formats import day, plural, small
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.rounds.bulletin import Bulletin, BulletinEntry, BulletinPart
from dialogs.intake.typed_answers import answer_in_text
from dialogs.questions.meaning import Reader
from dialogs.rounds.digests import About, moved_part
from dialogs.rounds.returning import welcome_back
from dialogs.rounds.session_news import WEEKDAYS
from dialogs.rounds.words import after_that
from dialogs.sessions.cards import when
from dialogs.terrains.portfolio import viewer_of
from dialogs.turn.attention import button_of, gather
from dialogs.turn.events import Said
from dialogs.turn.place import Phase
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.attention.attention import Attention, Weight
from domain.intake.question import AnswerKind
from domain.plan.portfolio import Filter, Sort

MOST = 5  # with the way to everything else these are as many buttons as a card holds
SHOWN = 3  # terrains under one heading, for who only looks
AHEAD = datetime.timedelta(days=14)
HELP = Button(title="Wat kan ik hier?", verb=Verb.SAY, data={"text": "help"})
NOTHING = "Er wacht nu niets op u."
NOT_LEADING = "U bent nog van geen terrein regisseur."


async def begin_day(step: Step, lead: str = "") -> None:
    """Show what this person can do about today, as far as they may see it; `lead` is said first."""
    if not step.in_office:
        await welcome_back(step, lead)
    elif step.known.is_team:
        step.show(ShowCard(await day_of_team(step, lead)))
    else:
        step.show(ShowCard(await day_of_partner(step, lead)))


async def show_today(step: Step, _: str) -> None:
    """Show the same to whoever asks for it; "vandaag" to a question about a month is an answer."""
    question = step.asked if step.place.phase is Phase.QUESTIONS and not step.in_office else None
    words, reader = step.event.text if isinstance(step.event, Said) else "", Reader(step.today, step.stores.terrains)
    if question is not None and question.kind is AnswerKind.MONTH and reader.read(question, words):
        await answer_in_text(step, question, words)
    else:
        await begin_day(step)


async def day_of_team(step: Step, lead: str) -> Bulletin:
    """Return at most five things to do on one's own terrains and for everybody, the most pressing first, each with its tap."""
    parks = await step.stores.parks.list_parks(Filter(director=step.known.person), Sort.LATE, step.today)
    states = await step.stores.dossiers.states([row.id for row in parks.rows])
    found = worth_a_tap(await gather(step, step.known.house.attention, states))
    more = sum(one.weight is not Weight.SENSIBLE for one in found[MOST:])
    entries = tuple(entry(step, place, one) for place, one in enumerate(found[:MOST], start=1))
    return Bulletin(
        title=title_of(step),
        lines=tuple(filter(None, (lead, "" if entries else NOTHING, "" if parks.rows else NOT_LEADING))),
        parts=(BulletinPart(title="Dit eerst", entries=entries, rest=after_that(more)),) if entries else (),
        buttons=(*(button_of(one, primary=place == 1, place=place) for place, one in enumerate(found[:MOST], start=1)), HELP),
    )


def title_of(step: Step) -> str:
    """Return the day as the heading: "Vandaag: maandag 23 november 2026"."""
    return f"Vandaag: {small(WEEKDAYS[step.today.weekday()])} {day(step.today)}"


def worth_a_tap(found: Sequence[Attention]) -> Sequence[Attention]:
    """Return what is to be done: what is said twice of a terrain once, and of what is sensible there only the first."""
    first: dict[tuple[str, str], Attention] = {}
    for one in found:
        first.setdefault((one.terrain, "" if one.weight is Weight.SENSIBLE else one.line), one)
    return tuple(first.values())


def entry(step: Step, place: int, one: Attention) -> BulletinEntry:
    """Return one thing with where it is; what is late stands out."""
    there = step.stores.terrains.named(one.terrain)
    words = (one.line, *((one.hint,) if one.weight in (Weight.CALL, Weight.LATE) and one.hint else ()))
    if there is None:
        return BulletinEntry(name=f"{place}. {words[0]}", lines=words[1:])
    late = one.weight is Weight.LATE
    return BulletinEntry(name=f"{place}. {there.label}", alarms=words if late else (), lines=() if late else words)


async def day_of_partner(step: Step, lead: str) -> Bulletin:
    """Return what moves on the terrains that somebody may see who is not of the team: no companies, nothing late."""
    within = (await viewer_of(step)).within
    such = Filter(within=within)
    rows = () if within is None else (await step.stores.parks.list_parks(such, Sort.NAME, step.today)).rows
    terrains = None if within is None else frozenset(row.id for row in rows)
    moved = await moved_part(step, About(such, terrains, "", most=SHOWN))
    parts = tuple(part for part in (await coming_part(step, terrains), moved) if part is not None)
    return Bulletin(
        title=title_of(step),
        lines=tuple(filter(None, (lead, "" if parts else "Op uw terreinen veranderde er deze week niets."))),
        parts=parts,
        buttons=(Button(title="Terreinen", verb=Verb.SAY, data={"text": "terreinen"}, primary=True), HELP),
    )


async def coming_part(step: Step, terrains: frozenset[str] | None) -> BulletinPart | None:
    """Return the sessions of the next two weeks on these terrains (None: on all of them); None when there are none."""
    ahead = await step.stores.rounds.sessions(step.known.now, step.known.now + AHEAD)
    open_ones = [one for one in ahead if one.is_open and (terrains is None or one.plan.terrain in terrains)]
    named = [(there, one) for one in open_ones if (there := step.stores.terrains.named(one.plan.terrain)) is not None]
    rest = f"En nog {plural(len(named) - SHOWN, 'sessie', 'sessies')}." if len(named) > SHOWN else ""
    entries = tuple(
        BulletinEntry(name=there.label, lines=(f"{one.plan.kind.title}, {when(one.plan)}.",)) for there, one in named[:SHOWN]
    )
    return BulletinPart(title="Binnenkort", entries=entries, rest=rest) if entries else None
