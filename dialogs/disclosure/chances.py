"""`kansen`: which companies could help each other, only those that both agreed to be seen by companies on their terrain."""

import asyncio
import datetime
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from cards.formats import capital, clock, listing, number, plural
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.disclosure.chance_card import ChanceCard, Pair
from dialogs.disclosure.factsheets import LABELS, rounded_for
from dialogs.disclosure.plan_maps import OWN_CHAT
from dialogs.terrains.terrain_choice import with_terrain
from dialogs.terrains.view import Sight, sight_of
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.consent.consents import Purpose
from domain.demand.parameters import Parameters
from domain.demand.quantities import QUARTERS, Year
from domain.disclosure.audiences import Disclosed
from domain.disclosure.chances import Chance, HelpKind, HelpOffered, chances, neighbour_of
from domain.terrains.terrains import TerrainName

ON_A_CARD = 15
YEARS = (Year.Y2030, Year.Y2035)  # the first of these in which anybody can help anybody
TEAM_SCOPE = "Indicatie. Alleen van bedrijven die dit met andere bedrijven willen delen."
OWN_SCOPE = "Indicatie. Alleen u ziet deze kaart zo. De bedrijven die u ziet, willen dit delen."
SHARES_NOTHING = (
    "U deelt nu niets met bedrijven op uw terrein.",
    "Daarom ziet u hier ook geen andere bedrijven.",
    "Wilt u dat wel? Typ dan 'toestemming'. Het hoeft niet.",
)
NONE = "Wij zien nu nog geen bedrijven die elkaar kunnen helpen."
WHEN_MORE = "Dat kan veranderen als er meer antwoorden zijn."
ONCE = "Wat een bedrijf over heeft, telt één keer. Het bedrijf dat er het meest aan heeft, staat voorop."
SUN_IS_ASSUMED = "Zonnestroom: wij nemen aan dat tussen 11 en 15 uur een kwart of de helft overblijft."


async def show_chances(step: Step, text: str) -> None:
    """Show who could help whom on a terrain: to the team everybody who shares, to a company its own pairs."""
    terrain = await with_terrain(step, text, CHANCES, guess=True)
    if terrain is None:
        return
    team = sight_of(step, terrain) is Sight.TEAM
    if not team and step.scope is not Scope.PERSONAL:
        step.say(OWN_CHAT)
        return
    own = None if team else step.known.intake.id
    if own is not None and not step.allows(Purpose.COMPANIES):
        step.show(ShowCard(ChanceCard(terrain=terrain.label, scope="Indicatie.", lines=SHARES_NOTHING)))
        return
    sharing = await step.stores.insight.sharing_companies(terrain.id, step.known.now)
    year, found = await asyncio.to_thread(find_chances, sharing, step.known.house.parameters)
    step.show(ShowCard(chance_card(terrain, {one.intake: one for one in sharing}, year, own_of(found, own), own)))


def find_chances(sharing: Sequence[Disclosed], parameters: Parameters) -> tuple[Year, tuple[Chance, ...]]:
    """Return the first year in which somebody can help somebody, with every pair."""
    for year in YEARS:
        neighbours = (neighbour_of(one.intake, one.answers, year, parameters, one.measured) for one in sharing)
        found = chances([one for one in neighbours if one is not None])
        if found:
            return year, found
    return YEARS[0], ()


def own_of(found: Sequence[Chance], own: UUID | None) -> tuple[Chance, ...]:
    """Return the pairs that this person may see: of a company only its own."""
    return tuple(chance for chance in found if own is None or own in (chance.needs, chance.helps))


def chance_card(
    terrain: TerrainName, companies: Mapping[UUID, Disclosed], year: Year, found: Sequence[Chance], own: UUID | None
) -> ChanceCard:
    """Return the card; a company is spoken to as "u"."""
    names = {key: "u" if key == own else one.company for key, one in companies.items()}
    sun = any(way.kind is HelpKind.SUN for chance in found for way in chance.ways)
    several = len({chance.helps for chance in found}) < len(found)
    shown = plural(len(companies), "bedrijf deelt", "bedrijven delen")
    lines = (NONE, WHEN_MORE) if not found else (f"Zo kan het in {LABELS[year]}. {shown} dit met elkaar.",)
    return ChanceCard(
        terrain=terrain.label,
        scope=TEAM_SCOPE if own is None else OWN_SCOPE,
        lines=lines,
        pairs=tuple(pair_of(chance, names) for chance in found[:ON_A_CARD]),
        more=max(0, len(found) - ON_A_CARD),
        remarks=(*((SUN_IS_ASSUMED,) if sun else ()), *((ONCE,) if several else ())),
        buttons=(Button(title="Factsheet", verb=Verb.SAY, data={"text": f"factsheet {terrain.id}"}),),
    )


def pair_of(chance: Chance, names: Mapping[UUID, str]) -> Pair:
    """Return one pair with what it solves and why."""
    needs, helps = names[chance.needs], names[chance.helps]
    reasons = [reason for way in chance.ways for reason in reasons_of(way, needs, helps)]
    if not chance.agreed:
        reasons.append(f"Of anderen bij {helps} mogen laden, is nog niet gevraagd.")
    title = f"{capital(helps)} {'kunt' if helps == 'u' else 'kan'} {needs} helpen"
    return Pair(title=title, solves=solved_words(chance.ways[0]), reasons=tuple(reasons))


def solved_words(way: HelpOffered) -> str:
    kw = number(rounded_for(way.kw), "kW")
    match way.kind:
        case HelpKind.ROOM:
            return f"Dit lost {kw} tekort op."
        case HelpKind.SUN:
            return f"Goed voor {kw} zonnestroom."
        case HelpKind.BAYS:
            return f"Dit lost {plural(way.bays, 'plek', 'plekken')} op, goed voor {kw}."


def reasons_of(way: HelpOffered, needs: str, helps: str) -> Iterator[str]:
    """Yield why, in sentences."""
    match way.kind:
        case HelpKind.ROOM:
            yield f"{capital(needs)} komt stroom tekort {hours_words(way.hours)}."
            yield f"{capital(helps)} heeft dan ruimte over op de aansluiting."
        case HelpKind.SUN:
            yield f"{capital(helps)} heeft zonnestroom over {hours_words(way.hours)}."
            yield f"{capital(needs)} {'kunt' if needs == 'u' else 'kan'} dan laden."
        case HelpKind.BAYS:
            yield f"{capital(helps)} heeft {plural(way.bays, 'vrije plek', 'vrije plekken')} die {needs} tekort komt."


def hours_words(hours: Sequence[tuple[int, int]]) -> str:
    """Return the hours as "van 18:00 tot 23:00"; "de hele dag" for all of them."""
    if tuple(hours) == ((0, QUARTERS),):
        return "de hele dag"
    return listing([f"van {at(start)} tot {at(end)}" for start, end in hours])


def at(quarter: int) -> str:
    """Return a quarter of the day as a time."""
    return clock(datetime.time(quarter % QUARTERS // 4, quarter % 4 * 15))


CHANCES = Command(
    ("kansen", "kans", "wie helpt wie"), "welke bedrijven elkaar kunnen helpen", show_chances,
    Users.COMPANY | Users.TEAM, Takes.MAYBE, argument="[terrein]", example="kansen hessenpoort", scopes=tuple(Scope),
    group="Terreinen",
)  # fmt: skip
