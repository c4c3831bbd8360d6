"""`status`: where a terrain stands, what is late and what to do next; for who may see less, what they may see."""

from collections.abc import Iterator, Sequence

from cards.formats import day, listing, moment, number
from cards.verbs import Verb
from cards.views.card import Button, Fact, Group
from cards.views.status import Status
from dialogs.commanding import Audience, Command, Takes
from dialogs.events import Scope
from dialogs.replies import ShowCard
from dialogs.step import Step
from dialogs.terrain.advising import SHOWN, button_for, view_button, words_for
from dialogs.terrain.seeing import Seen, Sight, look
from dialogs.terrain.words import (
    current_step,
    late_line,
    letters_of,
    list_of,
    norm_of,
    outcome_of,
    route_of,
    standing_of,
)
from dialogs.terrain_choice import with_terrain
from domain.plan.advice import Advice, advise
from domain.plan.coverage import Coverage
from domain.plan.lateness import late
from domain.plan_map import PlanMapYear

PRESENT_YEAR = 2030  # the year on which terrains are chosen (plan of approach, bijlage 7; C11)


async def show_status(step: Step, text: str) -> None:
    """Show where a terrain stands."""
    terrain = await with_terrain(step, text, STATUS, guess=True)
    if terrain is not None:
        step.show(ShowCard(status_card(step, await look(step, terrain))))


def status_card(step: Step, seen: Seen) -> Status:
    """Return the card, as much as this person may see."""
    if seen.sight is Sight.COMPANY:
        return Status(title=seen.terrain.label, lines=(company_line(seen),), groups=(meeting(step, seen, "Uw terrein"),))
    groups = (plan_group(seen), *company_groups(seen), *power_groups(seen), meeting(step, seen, "Contact"))
    if seen.sight < Sight.TEAM:
        return Status(title=seen.terrain.label, lines=(standing_of(seen.state),), groups=groups, closing=updated(step))
    advice = advise(seen.state, seen.coverage, step.known.now, step.today)[:SHOWN]
    return Status(
        title=seen.terrain.label,
        lines=(standing_of(seen.state),),
        late=tuple(late_line(one, seen.state) for one in late(seen.state, step.today)),
        groups=groups,
        todo=tuple(words_for(one, seen.state) for one in advice),
        closing=updated(step),
        buttons=tuple(buttons(seen, advice)),
    )


def company_line(seen: Seen) -> str:
    """Return how far a terrain is, for the companies on it."""
    name, remark = current_step(seen.state)
    if seen.state.visit is None:
        return "Op uw terrein zijn wij nog niet begonnen."
    return f"Uw terrein is in stap {name} ({remark})."


def plan_group(seen: Seen) -> Group:
    """Return where the terrain is in the plan."""
    state = seen.state
    name, remark = current_step(state)
    facts = (
        Fact(label="Stap", value=name, remark=remark),
        Fact(label="Norm", value=norm_of(state)),
        Fact(label="Lijst", value=list_of(state)),
        Fact(label="Route", value=route_of(state)),
        Fact(label="Uitkomst startsessie", value=outcome_of(state)),
        Fact(label="Intentieverklaringen", value=letters_of(state)),
        Fact(label="Regisseur", value=seen.director or "nog niemand"),
    )
    return Group(title="Stappenplan", facts=tuple(fact for fact in facts if fact.value))


def company_groups(seen: Seen) -> Iterator[Group]:
    """Yield how many companies take part; for the project team."""
    if seen.sight < Sight.TEAM:
        return
    counts = seen.coverage
    known = f"van {number(counts.known)} bekende bedrijven" if counts.known else ""
    yield Group(title="Bedrijven", facts=(
        Fact(label="Benaderd", value=number(counts.approached), remark=known),
        Fact(label="Intake", value=how_far(counts)),
        Fact(label="Mag meetellen", value=number(counts.consented)),
        Fact(label="Machtigingen", value=f"{number(counts.mandated)} getekend"),
    ))  # fmt: skip


def how_far(counts: Coverage) -> str:
    """Return how many intakes there are and how far, on one line."""
    return f"{number(counts.started)} begonnen, {number(counts.short)} kort klaar, {number(counts.complete)} helemaal klaar"


def power_groups(seen: Seen) -> Iterator[Group]:
    """Yield what the plan map says; for governments and the team."""
    if seen.sight < Sight.GOVERNMENT:
        return
    facts = [fact for year in seen.plan_map for fact in plan_map_facts(year)]
    if not facts:
        facts = [Fact(label="Plankaart", value="nog geen cijfers")]
    if seen.sight >= Sight.TEAM:
        facts.append(Fact(label="Uit de antwoorden", value="nog niet berekend"))
    yield Group(title="Laden en stroom", facts=tuple(facts))


def plan_map_facts(year: PlanMapYear) -> Iterator[Fact]:
    """Yield the figures of a year; of the congestion only in the year that counts."""
    parts = []
    if year.charging_kw is not None:
        parts.append(f"{number(float(year.charging_kw), 'kW')} gevraagd")
    if year.grid_kw is not None:
        parts.append(f"{number(float(year.grid_kw), 'kW')} op het net")
    if parts:
        yield Fact(label=f"Plankaart {year.year}", value=listing(parts), remark="indicatie")
    if year.congestion is not None and year.year == PRESENT_YEAR:
        yield Fact(label="Netcongestie", value=year.congestion.value)


def meeting(step: Step, seen: Seen, title: str) -> Group:
    """Return when one meets and when one last spoke."""
    planned = seen.state.next_session(step.known.now)
    facts = [Fact(label="Volgende sessie", value=moment(planned) if planned else "nog niet gepland")]
    if seen.sight >= Sight.PARTNER:
        spoken = seen.state.last_contact
        facts.append(Fact(label="Laatste contact", value=day(spoken) if spoken else "nog geen"))
    elif seen.director:
        facts.append(Fact(label="Regisseur", value=seen.director))
    return Group(title=title, facts=tuple(facts))


def updated(step: Step) -> tuple[str, ...]:
    """Return when the card was made."""
    return (f"Bijgewerkt op {moment(step.known.now)}.",)


def buttons(seen: Seen, advice: Sequence[Advice]) -> Iterator[Button]:
    """Yield at most six buttons: what is advised first, then the views, then the card anew."""
    terrain, shown = seen.terrain.id, set()
    for place, one in enumerate(advice):
        button = button_for(one, terrain, seen.state.revision, primary=place == 0)
        if button is not None and button.title not in shown:
            shown.add(button.title)
            yield button
    yield view_button("Stappenplan", terrain, "plan")
    yield Button(title="Dossier", verb=Verb.SAY, data={"text": f"dossier {terrain}"})
    yield view_button("Vernieuw", terrain, "status")


STATUS = Command(
    ("status", "stand van"), "zien hoe een terrein ervoor staat", show_status,
    Audience.TEAM | Audience.PARTNERS | Audience.COMPANY, Takes.MAYBE,
    argument="<terrein>", example="status hessenpoort", menu=True, scopes=(Scope.PERSONAL, Scope.CHANNEL, Scope.GROUP),
    group="Terreinen",
)  # fmt: skip
