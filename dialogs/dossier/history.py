"""What happened on a terrain, told line by line: events of the plan, and what was written down, changed and closed."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cards.formats import day, moment, plural, some
from cards.values import shown_value
from cards.views.dossier.dossier_card import DossierItem
from dialogs.dossier.words import gist_of
from dialogs.forms.words import cut
from dialogs.turn.step import Step
from domain.dossier.events import EntryEvent
from domain.forms.declaration import FORMS, Form
from domain.forms.responses import ActionOwner, ResponseVersion
from domain.intake.acceptance import read_day
from domain.papers.packs import PARTS, SENT
from domain.plan.events import PlanKind, TerrainEvent
from domain.plan.outcomes import OUTCOMES, LetterState, Outcome
from domain.plan.routes import ROUTES, Route
from domain.plan.steps import STEPS
from domain.sessions.formats import BY_KEY

Versions = Mapping[tuple[int, int], ResponseVersion]
LETTERS = {LetterState.ASKED: "gevraagd", LetterState.SIGNED: "getekend", LetterState.WITHDRAWN: "ingetrokken"}
SOMETHING = "Er is iets gewijzigd"


async def tell_events(step: Step, events: Sequence[TerrainEvent], team: Sequence[ActionOwner]) -> tuple[DossierItem, ...]:
    """Return events as lines, each with when it was and who did it."""
    wanted = {pair for event in events for pair in versions_of(event)}
    versions = await step.stores.responses.versions(wanted)
    names = {str(member.person): member.name for member in team}
    about = {event.company for event in events if event.company is not None}
    names |= {str(one): name for one, name in (await step.stores.companies.names(about)).items()}
    return tuple(
        DossierItem(text=tell(event, versions, names), remark=", ".join(filter(None, (moment(event.at), event.who))))
        for event in events
    )


def versions_of(event: TerrainEvent) -> tuple[tuple[int, int], ...]:
    """Return which versions of an entry an event needs to be told: as it became, and as it was."""
    number, revision = event.data.get("entry"), event.data.get("entry_revision")
    if not isinstance(number, int) or not isinstance(revision, int):
        return ()
    return ((number, revision), (number, revision - 1)) if event.kind == EntryEvent.CHANGED else ((number, revision),)


def tell(event: TerrainEvent, versions: Versions, names: Mapping[str, str]) -> str:
    if event.kind in list(EntryEvent):
        return tell_entry(event, versions, names)
    words = PLAN.get(event.kind)
    told = words(event.data) if words is not None else SOMETHING
    who = names.get(str(event.data.get("person") or event.company or ""), "")
    told = f"{told} ({who})" if who else told
    return f"{told}. {cut(event.why[0].upper() + event.why[1:])}" if event.why else told


def tell_entry(event: TerrainEvent, versions: Versions, names: Mapping[str, str]) -> str:
    kind, number, revision = event.data.get("of"), event.data.get("entry"), event.data.get("entry_revision")
    form = FORMS.get(str(kind))
    if form is None or not isinstance(number, int) or not isinstance(revision, int):
        return SOMETHING
    now = versions.get((number, revision))
    title = f"{form.one} {number}"
    if now is None:
        return f"{title}: gewist"
    about = f" ({now.company})" if now.company else ""
    match event.kind:
        case EntryEvent.CHANGED:
            before = versions.get((number, revision - 1))
            return f"{title}{about} gewijzigd: {differences(form, before, now, names)}"
        case EntryEvent.CLOSED:
            return f"{title}{about} {form.ended}: {gist_of(form, now.data)}"
        case EntryEvent.REOPENED:
            return f"{title}{about} weer geopend: {gist_of(form, now.data)}"
        case _:
            return f"{title}{about}: {gist_of(form, now.data)}"


def differences(form: type[Form], before: ResponseVersion | None, now: ResponseVersion, names: Mapping[str, str]) -> str:
    """Return what changed, field by field, with what it was."""
    was = before.data if before else {}
    told = []
    for one in form.fields:
        old, new = was.get(one.name, ""), now.data.get(one.name, "")
        if old == new:
            continue
        text = cut(shown_value(one, new, names), 60) if new else "leeg"
        told.append(f"{one.label.rstrip('?')}: {text}" + (f" (was {cut(shown_value(one, old, names), 60)})" if old else ""))
    return "; ".join(told) or "over welk bedrijf het gaat"


def step_name(data: Mapping[str, Any]) -> str:
    number = data.get("step")
    return f"stap {number}, {STEPS[number].name}" if isinstance(number, int) and 0 <= number < len(STEPS) else "een stap"


def tell_route(data: Mapping[str, Any]) -> str:
    route = data.get("route")
    name = ROUTES[Route(route)].name if route in list(Route) else "onbekend"
    until = read_day(str(data.get("until") or ""))
    return f"Route gekozen: {name}" + (f", tot {day(until)}" if until else "")


def tell_outcome(data: Mapping[str, Any]) -> str:
    """Return what came out of the start session."""
    outcome = data.get("outcome")
    return f"Uitkomst: {OUTCOMES[Outcome(outcome)].name}" if outcome in list(Outcome) else "Uitkomst vastgelegd"


def tell_letter(data: Mapping[str, Any]) -> str:
    """Return how far a letter of intent is."""
    state = data.get("state")
    return f"Intentieverklaring {LETTERS[LetterState(state)] if state in list(LetterState) else 'bijgewerkt'}"


def tell_sheet(data: Mapping[str, Any]) -> str:
    """Return what the team decided on the figures of the plan map."""
    if isinstance(there := data.get("companies"), int):
        return f"Het team telt {some(there, 'bedrijf', 'bedrijven')} op dit terrein"
    return f"De cijfers van de plankaart {'staan niet meer' if data.get('held') else 'staan weer'} op de factsheet"


def tell_session(data: Mapping[str, Any], what: str) -> str:
    about = data.get("session")
    known = BY_KEY.get(str(about.get("format"))) if isinstance(about, Mapping) else None
    at = about.get("at") if isinstance(about, Mapping) else None
    when = f" op {moment(datetime.datetime.fromisoformat(at))}" if isinstance(at, str) else ""
    return f"{known.title if known else 'Sessie'} {what}{when}"


def tell_export(data: Mapping[str, Any]) -> str:
    companies = data.get("companies", 0)
    if not companies:
        return "Om een export gevraagd: nog geen bedrijf stond daarin"
    return f"Geëxporteerd: de gegevens van {plural(companies, 'bedrijf', 'bedrijven')}"


def tell_sent(data: Mapping[str, Any]) -> str:
    """Return which part of a package went to whom."""
    part = PARTS.get(str(data.get("part")))
    return f"{part.title if part else 'Een onderdeel van het pakket'} verstuurd aan {data.get('to') or 'iemand'}"


PLAN: dict[str, Callable[[Mapping[str, Any]], str]] = {
    PlanKind.ENTERED: lambda data: f"Begonnen met {step_name(data)}",
    PlanKind.COMPLETED: lambda data: f"Afgerond: {step_name(data)}",
    PlanKind.WENT_BACK: lambda data: f"Terug naar {step_name(data)}",
    PlanKind.REPEATED: lambda data: f"Opnieuw begonnen met {step_name(data)}",
    PlanKind.TICKED: lambda data: f"Lijst bijgewerkt van {step_name(data)}",
    PlanKind.ROUTE: tell_route,
    PlanKind.OUTCOME: tell_outcome,
    PlanKind.LETTER: tell_letter,
    PlanKind.DIRECTOR: lambda data: "Regisseur aangewezen" if data.get("person") else "Geen regisseur meer",
    PlanKind.SHEET: tell_sheet,
    PlanKind.EXPORTED: tell_export,
    SENT: tell_sent,
    PlanKind.RESTARTED: lambda _: "Het stappenplan begint opnieuw",
    "session_planned": lambda data: tell_session(data, "gepland"),
    "session_held": lambda data: tell_session(data, "gehouden"),
    "session_cancelled": lambda data: tell_session(data, "gaat niet door"),
    PlanKind.ERASED: lambda _: "Gewist: dit ging over een bedrijf dat zijn gegevens liet wissen",
}
