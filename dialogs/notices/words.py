"""The words of what channels follow: by name in a linked team, elsewhere no more than the factsheet tells."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from cards.formats import day_of, listing, plural
from dialogs.notices.kind import NoticeKind, Telling
from dialogs.notices.office import official_step
from dialogs.notices.session_posts import as_it_is_now, session_words
from dialogs.turn.replies import Reply, Say
from domain.calendar.here import date_here
from domain.consent.consents import TEXTS, Purpose
from domain.notices.notice import Notice
from domain.notices.topics import NEWS, TOPICS, Topic, TopicLevel
from domain.plan.outcomes import OUTCOMES, Outcome
from domain.plan.routes import ROUTES, Route
from domain.plan.steps import step_numbered

SOMEBODY = "Een bedrijf"
SOMEWHERE = "een terrein dat ik niet ken"
MOST = 20  # lines of what is gathered in one message
GATHERED = "Dit gebeurde er {since}:"
WITHDRAWN = "{company} trok toestemming in op {terrain}. Benader dit bedrijf alleen nog als het dat zelf vraagt."

CLAIMED = "Iemand die zich {company} noemde, trok toestemming in op {terrain}. Of dat klopt weten wij niet. Typ 'vragen'."


async def tell_topic(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Tell a channel what happened: one sentence, or a list when it is gathered for a day."""
    by_name = telling.may_name and len({one.about for one in notices if one.about}) <= 1
    lines: dict[str, None] = {}
    for terrain in dict.fromkeys(one.terrain for one in notices):
        for topic in dict.fromkeys(Topic(one.kind) for one in notices if one.terrain == terrain):
            these = [one for one in notices if (one.terrain, one.kind) == (terrain, topic)]
            these = as_it_is_now(these) if topic is Topic.SESSION else these
            line = await line_about(telling, topic, these, by_name=by_name) if these else ""
            lines |= {line: None} if line else {}
    shown = list(lines)
    if not notices[0].bundle.startswith("day:") or not shown:
        return tuple(Say(line) for line in shown)
    since = since_when(min(one.at for one in notices), telling.now)
    return (gathered(GATHERED.format(since=since), shown),)


def gathered(heading: str, lines: Sequence[str]) -> Say:
    """Return many lines as one message, and how many more there are."""
    rest = len(lines) - MOST
    more = (f"En nog {plural(rest, 'ander ding', 'andere dingen')}.",) if rest > 0 else ()
    return Say("\n\n".join((heading, *lines[:MOST], *more)))


def since_when(first: datetime, now: datetime) -> str:
    """Return since when things happened: what waited for the morning is not of today."""
    days = (date_here(now) - date_here(first)).days
    return {0: "vandaag", 1: "sinds gisteren"}.get(days, f"sinds {day_of(first)}")


async def line_about(telling: Telling, topic: Topic, these: Sequence[Notice], *, by_name: bool) -> str:
    """Return the sentence about one topic on one terrain; empty when it may not be told here."""
    rule, first = TOPICS[topic], these[0]
    label = terrain_label(telling, first.terrain)
    if rule.level is not TopicLevel.TERRAIN and not telling.may_name:
        total = await telling.stores.insight.published_total(first.terrain, telling.now)
        return NEWS.format(terrain=label) if total.years else ""
    if by_name and rule.comes_in_parts:
        these, first = (first,), joined(these)
    if len(these) > 1 and not (by_name and rule.counts_one):
        return rule.counts.format(number=len(these), terrain=label)
    company = await company_name(telling, first) if by_name and rule.level is TopicLevel.COMPANY else ""
    words = rule.counts_one if len(these) > 1 else rule.tells
    return words.format(company=company or SOMEBODY, terrain=label, what=what_of(topic, first.data), number=len(these))


def joined(parts: Sequence[Notice]) -> Notice:
    """Return what a company said bit by bit as one notice."""
    said = [purpose for one in parts for purpose in one.data.get("purposes", ())]
    return replace(parts[0], data={**parts[0].data, "purposes": list(dict.fromkeys(said))})


def terrain_label(telling: Telling, terrain: str) -> str:
    named = telling.stores.terrains.named(terrain)
    return named.label if named is not None else SOMEWHERE


async def company_name(telling: Telling, one: Notice) -> str:
    """Return the company that a notice is about, as it is called now; empty when it is not known."""
    if one.about is None:
        return ""
    return (await telling.stores.companies.names([one.about])).get(one.about, "")


def what_of(topic: Topic, data: Mapping[str, Any]) -> str:
    """Return what there is to tell beyond the topic itself; it is in the middle of a sentence or at its end."""
    words = WHAT.get(topic)
    return words(data) if words is not None else ""


def step_words(data: Mapping[str, Any]) -> str:
    """Return what happened to the plan of a terrain."""
    kind, step = str(data.get("event", "")), step_numbered(data.get("step"))
    name = step.title if step is not None else "het stappenplan"
    if kind == "route_chosen" and data.get("route") in list(Route):
        return f"de aanvliegroute is gekozen. {ROUTES[Route(data['route'])].name}"
    if kind == "outcome_chosen" and data.get("outcome") in list(Outcome):
        return f"de startsessie is geweest. {OUTCOMES[Outcome(data['outcome'])].name}"
    verbs = {"step_completed": "is klaar", "step_back": "is opnieuw geopend", "step_repeated": "gebeurt nog een keer"}
    return f"{name} {verbs.get(kind, 'is begonnen')}"


def consent_words(data: Mapping[str, Any]) -> str:
    known = [TEXTS[Purpose(one)].title.lower() for one in data.get("purposes", ()) if one in list(Purpose)]
    return listing(known) or "delen van gegevens"


def registration_words(data: Mapping[str, Any]) -> str:
    """Return with how many somebody comes."""
    people = int(data.get("people", 1))
    return "1 persoon komt naar de sessie" if people == 1 else f"{people} personen komen naar de sessie"


WHAT: dict[Topic, Callable[[Mapping[str, Any]], str]] = {
    Topic.STEP: step_words,
    Topic.SESSION: session_words,
    Topic.CONSENT: consent_words,
    Topic.REGISTRATION: registration_words,
}
TOPIC_KINDS = tuple(NoticeKind(topic.value, rule.label, tell_topic) for topic, rule in TOPICS.items() if topic is not Topic.LATE)


async def tell_withdrawn(telling: Telling, notices: Sequence[Notice]) -> Sequence[Reply]:
    """Tell whoever leads a terrain, in their own chat, which company withdrew; not somebody who has no role (any more)."""
    if await official_step(telling) is None:
        return ()
    said = [
        (CLAIMED if one.data.get("claimed") else WITHDRAWN).format(
            company=str(one.data.get("company") or SOMEBODY), terrain=terrain_label(telling, one.terrain)
        )
        for one in notices
    ]
    return (Say("\n\n".join(said)),)


WITHDRAWN_NAME = NoticeKind("withdrawn_name", "toestemming ingetrokken", tell_withdrawn)
