"""Every morning: what became late, or was silent too long, gathered for whoever leads those terrains, with what to do next."""

import datetime
from collections.abc import Mapping, Sequence

from cards.formats import plural, small
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.rounds.bulletin import Bulletin, BulletinEntry, BulletinPart
from dialogs.notices.kind import NoticeKind, Telling
from dialogs.notices.office import official_step
from dialogs.notices.words import gathered, terrain_label
from dialogs.stores.stores import Stores
from dialogs.terrains.lateness import LATENESS
from dialogs.terrains.status import pressing, todo_of
from dialogs.turn.attention import gather, of_terrains
from dialogs.turn.attention_kind import Scene
from dialogs.turn.known import House
from dialogs.turn.replies import Reply, Say, ShowCard
from dialogs.turn.step import Step
from domain.attention.attention import Attention, Weight
from domain.notices.notice import NewNotice, Notice
from domain.notices.topics import TOPICS, Topic
from domain.plan.state import TerrainState
from domain.terrains.terrains import TerrainName

SHOWN = 6  # terrains on one card; each has a button too


async def plan_mornings(stores: Stores, now: datetime.datetime, house: House) -> int:
    """Plan what directors hear, and channels that follow it: everything they were not told before; return how many."""
    led = {one.terrain: one for one in await stores.rounds.led()}
    scene = Scene(stores, now, house.silent_days, {one.terrain: one.state for one in led.values()})
    told = {kind: await kind.find(scene) for kind in house.attention if kind.told}
    new = [
        NewNotice(MORNING.name, person=director, terrain=one.terrain, key=one.key, bundle=MORNING.name)
        for found in told.values()
        for one in found
        if (director := led[one.terrain].director) is not None
    ]
    return await stores.notices.plan(*new, *await for_channels(stores, told.get(LATENESS, ())))


async def for_channels(stores: Stores, found: Sequence[Attention]) -> Sequence[NewNotice]:
    """Return what channels hear that follow what is late; a channel that follows every terrain hears it in one message."""
    following = await stores.notices.following(Topic.LATE, {one.terrain for one in found}) if found else ()
    return [
        NewNotice(LATE.name, channel=to.channel, terrain=one.terrain, key=one.key, bundle=f"{LATE.name}:{to.terrain}".strip(":"))
        for to in following
        for one in found
        if to.terrain in ("", one.terrain)
    ]


async def tell_late(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Tell a channel what is late now, of what became so; what was mended meanwhile is left out."""
    keys = {one.key for one in notices}
    states = await telling.stores.dossiers.states(dict.fromkeys(one.terrain for one in notices))
    found = await LATENESS.find(Scene(telling.stores, telling.now, telling.house.silent_days, states))
    said = [
        RULE.tells.format(terrain=terrain_label(telling, one.terrain), what=small(one.line.rstrip(".")))
        for one in found
        if one.key in keys
    ]
    lines = tuple(dict.fromkeys(said))
    return (gathered("Hier is aandacht nodig:", lines),) if len(lines) > 1 else tuple(map(Say, lines))


async def tell_morning(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Tell what is late now on the terrains of which something is new; what was mended meanwhile is left out."""
    step = await official_step(telling)
    if step is None:
        return ()
    states = await step.stores.dossiers.states(dict.fromkeys(one.terrain for one in notices))
    led = {terrain: state for terrain, state in states.items() if state.director == telling.person}
    entries = {terrain: entry for terrain, entry in (await entries_of(step, led)).items() if entry.alarms}
    return (ShowCard(morning_card(entries)),) if entries else ()


def morning_card(entries: dict[TerrainName, BulletinEntry]) -> Bulletin:
    """Return the card; the terrains that do not fit are counted."""
    rest = len(entries) - SHOWN
    shown = dict(list(entries.items())[:SHOWN])
    more = f"En nog {plural(rest, 'terrein', 'terreinen')}. Typ 'mijn terreinen laat' voor de lijst." if rest > 0 else ""
    return Bulletin(
        title="Hier is aandacht nodig",
        lines=("Dit werd te laat, was te lang stil, of wacht op een telefoontje. U bent hier regisseur.",),
        parts=(BulletinPart(title="Uw terreinen", entries=tuple(shown.values()), rest=more),),
        closing=("U krijgt dit bericht alleen als er iets bijkomt.",),
        buttons=tuple(status_button(terrain, primary=place == 0) for place, terrain in enumerate(shown)),
    )


async def entries_of(step: Step, states: Mapping[str, TerrainState]) -> dict[TerrainName, BulletinEntry]:
    """Return terrains with what is late there and the next sensible action, as far as this may be seen here."""
    found = await gather(step, of_terrains(step), states)
    entries = dict[TerrainName, BulletinEntry]()
    for terrain in filter(None, map(step.stores.terrains.named, states)):
        here = [one for one in found if one.terrain == terrain.id]
        if here:
            todo = next((todo_of(one) for one in here if one.weight is Weight.SENSIBLE), None)
            entries[terrain] = BulletinEntry(name=terrain.label, alarms=pressing(here), todo=todo)
    return entries


def status_button(terrain: TerrainName, *, primary: bool = False) -> Button:
    """Return the button to the status of a terrain, with everything one can do there."""
    return Button(title=terrain.name[:30], verb=Verb.SAY, data={"text": f"status {terrain.id}"}, primary=primary)


MORNING = NoticeKind("morning", "wat te laat is", tell_morning)
RULE = TOPICS[Topic.LATE]
LATE = NoticeKind(Topic.LATE.value, RULE.label, tell_late)
