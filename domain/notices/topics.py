"""What a channel can follow: each topic declared once, with its words, from which events it comes, and what it tells.

From this list follow the words of `volg`, what `volgt` shows, which events plan a notice, and the sentence in a channel.
"""

from dataclasses import dataclass
from enum import StrEnum


class Topic(StrEnum):
    """What can be followed."""

    COMPLETE = "complete"
    CONSENT = "consent"
    WITHDRAWN = "withdrawn"
    REGISTRATION = "registration"
    STEP = "step"
    LATE = "late"
    QUESTION = "question"
    SESSION = "session"


class TopicLevel(StrEnum):
    """What of it may be read where. TERRAIN: anybody in the channel. COMPANY: the company by name in a linked team, elsewhere
    only that there is news; COUNT: never a name in a channel.
    """

    TERRAIN = "terrain"
    COMPANY = "company"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class TopicRule:
    """`label` is how lists show it, `words` are what people may type for it. `events` are kinds of the log of a terrain; a
    topic without any happens in an intake. `tells` is the sentence about one, `counts` that about several of a day.

    `comes_in_parts`: a company says it bit by bit, so that it is told together a moment later. `counts_one` is the sentence
    about several of one company: what has it is told of a company once a day at most, what comes meanwhile with its number.

    A sentence may have {company}, {terrain}, {what} (more about it) and {number}.
    """

    label: str
    words: tuple[str, ...]
    level: TopicLevel
    tells: str
    counts: str
    events: frozenset[str] = frozenset()
    comes_in_parts: bool = False
    counts_one: str = ""


TOPICS: dict[Topic, TopicRule] = {
    Topic.COMPLETE: TopicRule(
        "intake klaar", ("intake", "intakes", "klaar", "compleet", "intake compleet"), TopicLevel.COMPANY,
        "{company} rondde de intake af op {terrain}.", "{number} bedrijven rondden de intake af op {terrain}.",
    ),
    Topic.CONSENT: TopicRule(
        "toestemming gegeven", ("toestemming", "toestemmingen"), TopicLevel.COMPANY,
        "{company} gaf toestemming op {terrain}: {what}.", "{number} keer toestemming op {terrain}.",
        comes_in_parts=True,
    ),
    Topic.WITHDRAWN: TopicRule(
        "toestemming ingetrokken", ("ingetrokken", "intrekking", "intrekkingen"), TopicLevel.COUNT,
        "1 bedrijf trok toestemming in op {terrain}.", "{number} bedrijven trokken toestemming in op {terrain}.",
    ),
    Topic.REGISTRATION: TopicRule(
        "aanmelding", ("aanmeldingen", "aangemeld"), TopicLevel.COMPANY,
        "{company} meldde zich aan op {terrain}: {what}.", "{number} aanmeldingen op {terrain}.",
    ),
    Topic.STEP: TopicRule(
        "stap", ("stappen", "voortgang"), TopicLevel.TERRAIN,
        "{terrain}: {what}.", "{terrain}: {number} veranderingen in het stappenplan.",
        frozenset({"step_entered", "step_completed", "step_back", "step_repeated", "route_chosen", "outcome_chosen"}),
    ),
    Topic.LATE: TopicRule(
        "te laat", ("laat", "late", "vertraging"), TopicLevel.TERRAIN,
        "{terrain}: {what}.", "{terrain}: {number} keer te laat.",
    ),
    Topic.QUESTION: TopicRule(
        "vraag van een bedrijf", ("vraag", "vragen"), TopicLevel.COMPANY,
        "{company} stelde een vraag op {terrain}. Typ 'vragen' in uw eigen chat.",
        "{number} vragen van bedrijven op {terrain}. Typ 'vragen' in uw eigen chat.",
        counts_one="{company} stelde {number} vragen op {terrain}. Typ 'vragen' in uw eigen chat.",
    ),
    Topic.SESSION: TopicRule(
        "sessie", ("sessies", "bijeenkomst", "bijeenkomsten"), TopicLevel.TERRAIN,
        "{terrain}: {what}.", "{terrain}: {number} veranderingen in sessies.",
        frozenset({"session_planned", "session_held", "session_cancelled"}),
    ),
}  # fmt: skip
NEWS = "Er is nieuws van bedrijven op {terrain}. Wat u daarvan mag zien, staat op de factsheet."
BY_EVENT = {event: topic for topic, rule in TOPICS.items() for event in rule.events}


def topic_named(text: str) -> Topic | None:
    """Return the topic that a word means, e.g. "Stappen"; None when it means none."""
    word = " ".join(text.casefold().split())
    return next((topic for topic, rule in TOPICS.items() if word in (rule.label, *rule.words)), None)
