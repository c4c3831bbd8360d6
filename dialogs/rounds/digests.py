"""Every week: what moved, what is late, three suggestions and the picture, for each director and each channel that follows."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from cards.formats import capital, plural
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.chart import BarChart
from cards.views.rounds.bulletin import Bulletin, BulletinEntry, BulletinPart
from dialogs.notices.kind import NoticeKind, Telling
from dialogs.notices.office import official_step, step_of
from dialogs.notices.words import what_of
from dialogs.rounds.mornings import entries_of, status_button
from dialogs.stores.stores import Stores
from dialogs.terrains.portfolio_picture import chart_of
from dialogs.turn.replies import Reply, ShowCard
from dialogs.turn.step import Step
from domain.calendar.here import date_here
from domain.notices.notice import NewNotice, Notice
from domain.notices.topics import BY_EVENT
from domain.plan.calendar import Standing
from domain.plan.events import TerrainEvent
from domain.plan.portfolio import Filter, Sort, Within
from domain.rounds.silence import week_key
from domain.terrains.terrains import TerrainName

WEEK = datetime.timedelta(days=7)
MOVED, LINES, LATE, SUGGESTIONS, EVENTS = 6, 3, 5, 3, 200
NAMED = ("step", "session")  # topics whose events are in a digest


@dataclass(frozen=True, slots=True)
class About:
    """Which terrains a digest is about; `terrains` None means all of them. `most` is how many terrains a part of it names."""

    such: Filter
    terrains: Collection[str] | None
    titled: str
    query: str = ""
    most: int = MOVED


async def plan_digests(stores: Stores, now: datetime.datetime) -> int:
    """Plan the digests of this week: one for each director, and for each channel that follows something; return how many."""
    key = week_key(date_here(now))
    directors = [NewNotice(DIGEST.name, person=one, key=key, bundle=DIGEST.name) for one in await stores.rounds.directors()]
    return await stores.notices.plan(
        *directors, *(NewNotice(DIGEST.name, channel=one, key=key, bundle=DIGEST.name) for one in await stores.rounds.followers())
    )


async def tell_digest(telling: Telling, _: Sequence[Notice]) -> Sequence[Reply]:
    """Tell a director, or a channel, how their terrains are doing."""
    if telling.channel is not None:
        return await tell_channel(telling, telling.channel.id)
    step = await official_step(telling)
    if step is None or telling.person is None:
        return ()
    such = Filter(director=telling.person)
    mine = await step.stores.parks.list_parks(such, Sort.NAME, step.today)
    about = About(such, frozenset(row.id for row in mine.rows), "Uw terreinen deze week", "mijn terreinen")
    return await shown(step, about) if mine.rows else ()


async def tell_channel(telling: Telling, channel: UUID) -> Sequence[Reply]:
    """Tell a channel; what is late and what to do are for the project team, so in linked teams alone."""
    step = step_of(telling)
    followed = await step.stores.notices.followed(channel)
    if not followed:
        return ()
    everything = any(not one.terrain for one in followed)
    terrains = None if everything else frozenset(one.terrain for one in followed)
    such = Filter() if terrains is None else Filter(within=Within(terrains=terrains))
    title = "Alle terreinen deze week" if everything else "De terreinen van dit kanaal deze week"
    return await shown(step, About(such, terrains, title))


async def shown(step: Step, about: About) -> Sequence[Reply]:
    """Return a digest when there is something in it: what moved, what is late, or what to do."""
    card = await digest_card(step, about)
    return (ShowCard(card),) if card.parts else ()


async def digest_card(step: Step, about: About) -> Bulletin:
    moved = await moved_part(step, about)
    late, suggested = await late_and_sensible(step, about)
    funnel = await step.stores.parks.count_parks(about.such, step.today)
    todo = BulletinPart(title="Wat nu verstandig is", entries=tuple(suggested.values())) if suggested else None
    parts = tuple(part for part in (moved, late, todo) if part is not None)
    listed = Button(title="Lijst", verb=Verb.SAY, data={"text": about.query}) if about.query else None
    buttons = (
        *(status_button(terrain, primary=place == 0) for place, terrain in enumerate(suggested)),
        *([listed] if listed else ()),
    )
    return Bulletin(
        title=about.titled,
        lines=(
            f"{plural(funnel.total, 'terrein', 'terreinen')}.",
            *(() if moved else ("Er veranderde niets in het stappenplan.",)),
        ),
        parts=parts,
        chart=filled(chart_of(funnel)),
        closing=("Dit overzicht komt elke week één keer.",),
        buttons=buttons,
    )


def filled(chart: BarChart) -> BarChart | None:
    """Return a chart without the steps in which no terrain is; None when nothing is left of it."""
    bars = tuple(bar for bar in chart.bars if bar.value)
    return chart.model_copy(update={"bars": bars}) if bars else None


async def moved_part(step: Step, about: About) -> BulletinPart | None:
    """Return what happened in the plan and with sessions, terrain by terrain, the newest first."""
    kinds = [kind for kind, topic in BY_EVENT.items() if topic in NAMED]
    events = await step.stores.rounds.moved(about.terrains, step.known.now - WEEK, kinds, EVENTS)
    found: dict[str, list[str]] = {}
    for event in events:
        line = sentence(event)
        lines = found.setdefault(event.terrain, [])
        lines += [line] if line not in lines else []
    named = [(terrain, lines) for key, lines in found.items() if (terrain := step.stores.terrains.named(key)) is not None]
    entries = tuple(
        BulletinEntry(name=terrain.label, lines=tuple(reversed(lines[:LINES]))) for terrain, lines in named[: about.most]
    )
    more = len(named) - about.most
    rest = f"En nog {plural(more, 'terrein', 'terreinen')} waar iets bewoog." if more > 0 else ""
    return BulletinPart(title="Wat bewoog", entries=entries, rest=rest) if entries else None


def sentence(event: TerrainEvent) -> str:
    words = what_of(BY_EVENT[event.kind], {**event.data, "event": event.kind})
    return f"{capital(words)}{'' if words.endswith('.') else '.'}"


async def late_and_sensible(step: Step, about: About) -> tuple[BulletinPart | None, Mapping[TerrainName, BulletinEntry]]:
    """Return what is late, the oldest first; and three terrains with the next sensible action: those first, then where nobody
    was for longest. Nothing where it may not be seen.
    """
    parks, such = step.stores.parks, about.such
    overdue = await parks.list_parks(replace(such, late=True), Sort.LATE, step.today, limit=LATE)
    rows = {row.id: row for row in overdue.rows}
    for quiet in (replace(such, standing=Standing.ACTIVE), such):
        page = await parks.list_parks(quiet, Sort.CONTACT, step.today, limit=SUGGESTIONS)
        rows |= {row.id: row for row in page.rows if row.id not in rows}
    entries = await entries_of(step, await step.stores.dossiers.states(rows))
    late = tuple(one.model_copy(update={"todo": None}) for terrain, one in entries.items() if rows[terrain.id] in overdue.rows)
    rest = f"En nog {plural(overdue.total - LATE, 'terrein', 'terreinen')}." if overdue.total > LATE else ""
    sensible = {terrain: one.model_copy(update={"alarms": ()}) for terrain, one in list(entries.items())[:SUGGESTIONS]}
    return BulletinPart(title="Wat te laat is", entries=late, rest=rest) if late else None, sensible


async def show_week(step: Step, _: str) -> None:
    """Show the same at once, shorter: of the terrains that somebody leads, or of all."""
    such = Filter(director=step.known.person)
    mine = await step.stores.parks.list_parks(such, Sort.NAME, step.today)
    own = About(such, frozenset(row.id for row in mine.rows), "Uw terreinen deze week", "mijn terreinen", SUGGESTIONS)
    every = About(Filter(), None, "Alle terreinen deze week", "terreinen", SUGGESTIONS)
    card = await digest_card(step, own if mine.rows else every)
    step.show(ShowCard(card.model_copy(update={"chart": None, "closing": ()})))


DIGEST = NoticeKind("digest", "weekoverzicht", tell_digest)
