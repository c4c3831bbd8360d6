"""`aansluitingen`: what companies that share this with the grid operator will ask of its grid, one by one."""

import asyncio
from collections.abc import Iterator, Sequence

from cards.formats import plural
from cards.values import shown_value
from cards.verbs import Verb
from cards.views.card import Button, FactGroup
from cards.views.disclosure.plan_map_card import CompanyEntry, PlanMapCard
from dialogs.disclosure.factsheets import LABELS
from dialogs.disclosure.plan_maps import NO_COMPANY, ON_A_CARD, OWN_CHAT
from dialogs.disclosure.words import OTHER_TOTAL, answer_facts, held_words, sentences_of
from dialogs.terrains.terrain_choice import with_terrain_first
from dialogs.terrains.view import Sight, sight_of
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.access.roles import Reach, Role
from domain.disclosure.audiences import Shown
from domain.disclosure.rules import Party
from domain.intake.answers import Answers
from domain.intake.questionnaire import QUESTIONS
from domain.terrains.plan_comparison import CompanyLine, Comparison, company_lines, compare
from domain.terrains.terrains import TerrainName

SCOPE = "Indicatie. Vertrouwelijk: alleen voor de netbeheerder en het projectteam."
NOT_ON = "Geef deze kaart niet door. De bedrijven delen dit alleen met de netbeheerder van hun terrein."
TOO_WIDE = (
    "Uw rol geldt voor de hele regio.",
    "Bedrijven delen hun antwoorden alleen met de netbeheerder van hun terrein.",
    "Vraag het projectteam om een rol voor uw gemeente of terrein.",
)
# What was answered about the connection, in the order of the card.
TOLD = ("grid.fuse", "grid.contracted_kw", "grid.physical_kw", "grid.feed_in_kw", "grid.peak_kw", "upgrade.kw", "upgrade.since",
        "upgrade.state", "own.solar_kwp", "own.battery_kwh")  # fmt: skip


async def show_connections(step: Step, text: str) -> None:
    """Show what companies will ask of the grid; a number behind the name of the terrain is the page with companies."""
    found = await with_terrain_first(step, text, CONNECTIONS)
    if found is None:
        return
    terrain, rest = found
    if sight_of(step, terrain) is not Sight.TEAM:
        if step.scope is not Scope.PERSONAL:
            step.say(OWN_CHAT)
            return
        if not is_operator_of(step, terrain):
            step.say(*TOO_WIDE)
            return
    shown = await step.stores.insight.companies_for(terrain.id, Party.GRID_OPERATOR, step.known.now)
    lines = await asyncio.to_thread(company_lines, shown.companies, step.known.house.parameters)
    years = await asyncio.to_thread(compare, lines, (), step.known.house.parameters)
    page = int(rest) if rest.isdecimal() and len(rest) < 4 else 1
    step.show(ShowCard(connections_card(terrain, shown, lines, years, max(1, page))))


def is_operator_of(step: Step, terrain: TerrainName) -> bool:
    """Say whether somebody is the grid operator here: of this terrain or its municipality, not of the region as a whole."""
    here = (grant for grant in step.known.roles.grants if grant.role is Role.GRID_OPERATOR and grant.holds_at(terrain))
    return any(grant.reach is not Reach.REGION for grant in here)


def connections_card(
    terrain: TerrainName, shown: Shown, lines: Sequence[CompanyLine], years: Sequence[Comparison], page: int
) -> PlanMapCard:
    """Return the card; the second page and on have companies alone."""
    first, top = (page - 1) * ON_A_CARD, page == 1
    more = max(0, len(lines) - first - ON_A_CARD)
    agreed = plural(len(lines), "bedrijf deelt", "bedrijven delen")
    words = (f"{agreed} dit met de netbeheerder.",) if lines else (NO_COMPANY,)
    following = Button(title="Volgende bedrijven", verb=Verb.SAY, data={"text": f"aansluitingen {terrain.id} {page + 1}"})
    return PlanMapCard(
        terrain=terrain.label,
        about="Laadvraag",
        scope=SCOPE,
        words=words if top else (),
        groups=tuple(
            FactGroup(title=LABELS[one.year], facts=tuple(answer_facts(one, who=""))) for one in years if one.counted and top
        ),
        companies=tuple(entry_of(line) for line in lines[first : first + ON_A_CARD]),
        more=more,
        remarks=(*held_words(shown.held_back), OTHER_TOTAL, NOT_ON),
        buttons=(following,) if more else (),
    )


def entry_of(line: CompanyLine) -> CompanyEntry:
    """Return one company with what it told about its connection."""
    told = " ".join(told_of(line.company.answers))
    return CompanyEntry(
        name=line.company.company or "Naam nog niet bekend", lines=(*sentences_of(line), *((told,) if told else ()))
    )


def told_of(answers: Answers) -> Iterator[str]:
    """Yield what a company told about its connection, as "Hoogste gebruik nu: 150 kW."."""
    for name in TOLD:
        value, question = answers.known(name), QUESTIONS[name]
        if value is not None:
            yield f"{question.label}: {shown_value(question, value)}."


CONNECTIONS = Command(
    ("aansluitingen", "aansluiting"), "wat bedrijven van het net gaan vragen", show_connections,
    Users.GRID_OPERATOR | Users.TEAM, Takes.MAYBE, argument="<terrein>", example="aansluitingen hessenpoort",
    scopes=tuple(Scope), group="Terreinen",
)  # fmt: skip
