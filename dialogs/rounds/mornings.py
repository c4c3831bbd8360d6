"""Every morning: what became late, or was silent too long, gathered for whoever leads those terrains, with what to do next."""

import datetime
from collections.abc import Sequence

from cards.formats import day, plural, small
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.rounds.bulletin import Bulletin, BulletinEntry, BulletinPart
from dialogs.notices.kind import NoticeKind, Telling
from dialogs.notices.office import official_step
from dialogs.notices.words import gathered, terrain_label
from dialogs.stores.stores import Stores
from dialogs.terrains.advice import words_for
from dialogs.terrains.words import late_line
from dialogs.turn.replies import Reply, Say, ShowCard
from dialogs.turn.step import Step
from domain.calendar.here import date_here
from domain.notices.notice import NewNotice, Notice
from domain.notices.topics import TOPICS, Topic
from domain.plan.advice import Advice, advise
from domain.plan.lateness import late
from domain.plan.state import TerrainState
from domain.rounds.people import Led
from domain.rounds.silence import alarm_keys, lag_keys, silent_since
from domain.terrains.terrains import TerrainName

SHOWN = 6  # terrains on one card; each has a button too


async def plan_mornings(stores: Stores, now: datetime.datetime, silent_days: int) -> int:
    """Plan what directors hear, and channels that follow it: everything they were not told before; return how many."""
    today, terrains = date_here(now), await stores.rounds.led()
    new = [
        NewNotice(MORNING.name, person=led.director, terrain=led.terrain, key=key, bundle=MORNING.name)
        for led in terrains
        if led.director is not None
        for key in alarm_keys(led.terrain, led.state, now, today, silent_days)
    ]
    return await stores.notices.plan(*new, *await for_channels(stores, terrains, today))


async def for_channels(stores: Stores, terrains: Sequence[Led], today: datetime.date) -> Sequence[NewNotice]:
    """Return what channels hear that follow what is late; a channel that follows every terrain hears it in one message."""
    late_ones = {led.terrain: lags for led in terrains if (lags := tuple(lag_keys(led.terrain, led.state, today)))}
    if not late_ones:
        return ()
    return [
        NewNotice(LATE.name, channel=one.channel, terrain=terrain, key=key, data={"lag": lag},
                  bundle=f"{LATE.name}:{one.terrain}" if one.terrain else LATE.name)
        for one in await stores.notices.following(Topic.LATE, tuple(late_ones))
        for terrain, lags in late_ones.items()
        if one.terrain in ("", terrain)
        for key, lag in lags
    ]  # fmt: skip


async def tell_late(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Tell a channel what is late now, of what became so; what was mended meanwhile is left out."""
    today, said = date_here(telling.now), list[str]()
    for terrain in dict.fromkeys(one.terrain for one in notices):
        new = {one.data.get("lag") for one in notices if one.terrain == terrain}
        state = await telling.stores.dossiers.state(terrain)
        lines = (small(late_line(one, state).rstrip(".")) for one in late(state, today) if one.lag in new)
        said += [RULE.tells.format(terrain=terrain_label(telling, terrain), what=what) for what in lines]
    if len(said) < 2:
        return tuple(Say(line) for line in said)
    return (gathered("Hier is aandacht nodig:", said),)


async def tell_morning(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Tell what is late now on the terrains of which something is new; what was mended meanwhile is left out."""
    step = await official_step(telling)
    if step is None:
        return ()
    entries: dict[TerrainName, BulletinEntry] = {}
    for terrain_id in dict.fromkeys(one.terrain for one in notices):
        terrain = step.stores.terrains.named(terrain_id)
        state = await step.stores.dossiers.state(terrain_id)
        if terrain is None or state.director != telling.person:
            continue
        alarms = alarms_of(step, state)
        if alarms:
            entries[terrain] = (
                await entry_of(step, terrain, state, alarms) if len(entries) < SHOWN else BulletinEntry(name=terrain.label)
            )
    return (ShowCard(morning_card(entries)),) if entries else ()


def morning_card(entries: dict[TerrainName, BulletinEntry]) -> Bulletin:
    """Return the card; the terrains that do not fit are counted."""
    rest = len(entries) - SHOWN
    shown = dict(list(entries.items())[:SHOWN])
    more = f"En nog {plural(rest, 'terrein', 'terreinen')}. Typ 'mijn terreinen laat' voor de lijst." if rest > 0 else ""
    return Bulletin(
        title="Hier is aandacht nodig",
        lines=("Dit werd te laat, of was te lang stil. U bent hier regisseur.",),
        parts=(BulletinPart(title="Uw terreinen", entries=tuple(shown.values()), rest=more),),
        closing=("U krijgt dit bericht alleen als er iets bijkomt.",),
        buttons=tuple(status_button(terrain, primary=place == 0) for place, terrain in enumerate(shown)),
    )


def alarms_of(step: Step, state: TerrainState) -> tuple[str, ...]:
    """Return what is late and where it is silent, in sentences."""
    since = silent_since(state, step.known.now, step.today, step.known.house.silent_days)
    silent = (f"De laatste sessie was op {day(since)}. Er is nog geen nieuwe gepland.",) if since else ()
    return (*(late_line(one, state) for one in late(state, step.today)), *silent)


async def entry_of(step: Step, terrain: TerrainName, state: TerrainState, alarms: tuple[str, ...] = ()) -> BulletinEntry:
    """Return a terrain with the next sensible action."""
    coverage = await step.stores.parks.coverage(terrain.id, step.known.now)
    advice: Sequence[Advice] = advise(state, coverage, step.known.now, step.today)
    return BulletinEntry(name=terrain.label, alarms=alarms, todo=words_for(advice[0], state))


def status_button(terrain: TerrainName, *, primary: bool = False) -> Button:
    """Return the button to the status of a terrain, with everything one can do there."""
    return Button(title=terrain.name[:30], verb=Verb.SAY, data={"text": f"status {terrain.id}"}, primary=primary)


MORNING = NoticeKind("morning", "wat te laat is", tell_morning)
RULE = TOPICS[Topic.LATE]
LATE = NoticeKind(Topic.LATE.value, RULE.label, tell_late)
