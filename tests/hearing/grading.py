"""Whether a sentence was heard as its right reading says: done, offered as a tap, or missed; and whether too much was kept."""

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dialogs.turn.place import Why
from dialogs.turn.step import Step
from domain.consent.consents import TEXTS, Purpose, State
from domain.intake.certainty import Certainty
from domain.intake.questionnaire import QUESTIONS
from domain.knowledge.standard import STANDARD_ITEMS
from tests.hearing.corpus import Sentence
from tests.hearing.grades import Grade
from tests.hearing.like_commands import like_commands
from tests.hearing.listening import Listener, taps_of, text_of

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
# Who a purpose is about, as our replies name them.
PURPOSES = {

    "team": "projectteam", "municipality": "gemeente", "grid_operator": "netbeheerder", "neighbours": "bedrijven",
    "session": "sessie",
}  # fmt: skip
# What is done or shown for what people want: commands, any of which is right; {terrain} and the like from the right reading.
COMMANDS = {
    "pause": ("stop",), "resume": ("verder", "ben er weer", "hallo"), "why": ("waarom",), "explain": ("uitleg",),
    "how_long": ("hoe lang nog",), "skip": ("overslaan",), "erase": ("verwijder mijn gegevens",),
    "my_data": ("mijn gegevens", "mijn gegevens alles", "download"), "overview": ("overzicht",), "outlook": ("mijn laadvraag",),
    "chances": ("kansen",), "terrain": ("status", "status hessenpoort"), "call_me": ("bel mij",), "ask_team": ("vraag",),
    "no_consent": ("nee",),
    "colleague": ("collega",), "stop_messages": ("geen berichten", "niet herinneren"),
    "today": ("vandaag", "mijn week", "weekoverzicht"),
    "status": ("status {terrain}",), "companies": ("bedrijven {terrain}",), "not_answered": ("bedrijven {terrain}",),
    "coming": ("bedrijven {terrain}", "sessies {terrain}"), "said": ("gesprek {company}",), "call_list": ("bellijst {terrain}",),
    "mandates": ("bedrijven {terrain}", "machtiging"), "terrains": ("terreinen", "mijn terreinen"),
    "totals": ("hoeveel {terrain}", "factsheet {terrain}", "bedrijven {terrain}", "terreinen"),
    "remind_all": ("herinnering {terrain}",),
    "plan_session": ("sessieplan {terrain}",), "summary": ("status {terrain}", "factsheet {terrain}", "dossier {terrain}"),
    "export": ("factsheet {terrain}", "status {terrain}", "exporteer {terrain}"), "toolbox": ("kennis",), "requests": ("vragen",),
    "note": ("notitie {terrain}",),
    "begin": ("stap {terrain}", "status {terrain}", "route {terrain}"), "help": ("help",), "calendar": ("sessies {terrain}",),
}  # fmt: skip

# Or what is read in the reply.
SAYS = {
    "not_answered": ("Nog niet gereageerd",), "coming": ("Wie komt er",), "totals": ("Cijfers van", "Samen"),
    "note": ("Notitie",), "call_list": ("Bellijst",),
    "companies": ("Bedrijven op", "bedrijven."), "remind_all": ("herinnering",),
    "plan_session": ("sessie plannen", "Sessie plannen"),
    "call_me": ("Het projectteam belt u",), "ask_team": ("Typ uw vraag", "vraag aan het team"),
}  # fmt: skip

# What agrees to something: the first consent, or the consent that is open.
AGREES = ("give", "no_consent", "short", "full", "decide")


@dataclass
class Report:
    """What came of many sentences."""

    grades: Counter[Grade] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Return how much was heard right, at once or as a tap, from 0 to 1."""
        return (self.grades[Grade.DONE] + self.grades[Grade.TAP]) / (self.grades.total() or 1)


async def grade_all(listener: Listener, sentences: tuple[Sentence, ...]) -> Report:
    """Return how each of these is heard."""
    report = Report()
    for one in sentences:
        step = await listener.hears(one.state, one.text, one.before)
        grade = Grade.WRONG if keeps_too_much(step, one) else await grade_of(listener, step, one)
        report.grades[grade] += 1
        if grade in (Grade.MISSED, Grade.WRONG):
            report.lines.append(
                f"{grade}: [{one.kind}] {one.state}: {one.text!r} -> {dict(one.means)}\n    {text_of(step)[:160]!r}"
            )
    return report


def keeps_too_much(step: Step, one: Sentence) -> bool:
    """Say whether anything was kept that the sentence does not say."""
    if step.erase or step.confirmed or step.decided:
        return one.goal not in AGREES or (one.goal == "decide") != (one.state == "deciding")
    expected = one.means.get("answers", {})
    if one.goal == "skip":
        return any(answer.certainty is not Certainty.SKIPPED for answer in step.given.values())
    return any(
        name not in expected or not same(answer.value, answer.certainty, expected[name], name)
        for name, answer in step.given.items()
    )


def same(value: object, certainty: Certainty, expected: object, name: str) -> bool:
    """Say whether an answer is what was expected."""
    if expected == "unknown":
        return certainty is Certainty.UNKNOWN
    if isinstance(value, Mapping):
        return str(expected).casefold() in str(value.get("name") or value.get("typed")).casefold()
    if isinstance(expected, str) and QUESTIONS[name].kind.value == "text":
        return str(value).casefold() == expected.casefold()
    return value == expected


def understood(step: Step) -> dict[str, tuple[object, Certainty]]:
    """Return the answers that were noted, or are shown to be confirmed."""
    found: dict[str, tuple[object, Certainty]] = {name: (one.value, one.certainty) for name, one in step.given.items()}
    for held in step.place.held[:1]:
        if held.why is Why.SEVERAL:
            found |= {one.question: (one.value, one.certainty) for one in held.found}
        elif held.why is Why.UNLIKELY and held.question:
            found[held.question] = (held.choices[0].value, held.choices[0].certainty)
    return found


async def grade_of(listener: Listener, step: Step, one: Sentence) -> Grade:
    """Return how well what came of a sentence is its right reading."""
    if not step.replies:
        return Grade.MISSED
    if one.goal == "answers":
        return grade_answers(step, one.means)
    if one.goal in ("asks", "talk"):
        return Grade.DONE
    if one.goal == "item":
        return grade_item(step, str(one.means["item"]))
    return await grade_wish(listener, step, one)


def grade_answers(step: Step, means: Mapping[str, Any]) -> Grade:
    """Grade several answers: each that the sentence says, and nothing more."""
    found, expected = understood(step), means["answers"]
    shown = "unheard" not in means or ("niet begrepen" in text_of(step) and str(means["unheard"]) in text_of(step))
    right = shown and set(found) == set(expected) and all(same(*found[name], expected[name], name) for name in expected)
    guesses = all(found[name][1] is Certainty.ESTIMATE for name in means.get("estimate", ()) if name in found)
    offered = [choice for held in step.place.held[:1] for choice in held.choices]
    tap = len(expected) == 1 and any(
        same(one.value, one.certainty, value, name) for name, value in expected.items() for one in offered
    )
    return Grade.DONE if right and guesses else Grade.TAP if tap else Grade.MISSED


def grade_item(step: Step, key: str) -> Grade:
    """Grade a question: its item is the answer, or among what is offered."""
    taps = taps_of(step)
    if key == "none":
        return Grade.DONE if any(tap.startswith("vraag ") for tap in taps) or step.place.held else Grade.MISSED
    if text_of(step).startswith(STANDARD_ITEMS[key].title):
        return Grade.DONE
    return Grade.TAP if f"kennis {key}" in taps else Grade.MISSED


async def grade_wish(listener: Listener, step: Step, one: Sentence) -> Grade:
    """Grade what somebody wants done or shown."""
    if one.goal == "session":
        return grade_item(step, "volgende-bijeenkomst")
    done, near = reads(text_of(step), step, one)
    if done is None:
        return await same_as_command(listener, step, one)
    return Grade.DONE if done else Grade.TAP if near else Grade.MISSED


def reads(said: str, step: Step, one: Sentence) -> tuple[bool | None, bool]:  # noqa: PLR0911 - one for each goal
    """Return whether the reply says that it was done, and whether a tap does it; None for what a command says as well."""
    means, taps = one.means, taps_of(step)
    match one.goal:
        case "remind":
            when = datetime.datetime.fromisoformat(str(means["when"]))
            day, asked = f"{when.day} {MONTHS[when.month - 1]} {when.year}", [tap for tap in taps if tap.startswith("herinner")]
            return day in said and f"{when:%H:%M}" in said, bool(asked)
        case "withdraw" | "give" if "purpose" in means:
            known = any(words in said for words in ("Dat mag nu al niet", "Dat mag al", "Weet u het zeker"))
            return PURPOSES[str(means["purpose"])] in said.casefold() and (bool(step.place.held) or known), False
        case "give":
            return bool(step.decided), False
        case "accept":
            return f"Genoteerd: u komt met {means.get('people', 1)} perso" in said, "Ik kom" in said
        case "decline":
            return "u komt niet" in said, "Ik kom" in said
        case "maybe":
            return "nog niet te kiezen" in said or "misschien" in said, "Ik kom" in said
        case "change":
            return step.place.asked == means["question"] or QUESTIONS[str(means["question"])].label in said, False
        case "outlook" if "answers" in means:
            return "Wat als" in said, False
        case "shift" | "shorten":
            return "begint nu om" in said or "minuten" in said, False
    return decided(said, step, one)


def decided(said: str, step: Step, one: Sentence) -> tuple[bool | None, bool]:
    """Return the same of what somebody decides, tells before they may, or wants to be called on."""
    means, kept = one.means, TEXTS[Purpose.KEEP].question
    match one.goal:
        case "short" | "full":
            chosen = step.depth is not None and step.depth.value == one.goal
            return chosen or ("kort" in said.casefold() and kept in said), False
        case "decide":
            return [state is State.GIVEN for state in step.decided.values()] == [means["yes"]], False
        case "refuse":
            return not step.given and not step.place.held, False
        case "number_asked" | "number_shown":
            return str(means.get("number", "Op welk nummer")) in said, "bel mij" in taps_of(step)
        case "said_before":
            return kept in said and "nog eens" in said, False
    return None, False


async def same_as_command(listener: Listener, step: Step, one: Sentence) -> Grade:
    """Grade a wish by the command that does it: the same reply, or a tap that says the command."""
    if one.goal == "command":
        return await like_commands(listener, step, one)
    words = {name: str(value) for name, value in one.means.items()}
    commands = [command.format_map({"terrain": "", "company": "", **words}).strip() for command in COMMANDS[one.goal]]
    first = text_of(step).splitlines()[:1]
    if any(words in text_of(step) for words in SAYS.get(one.goal, ())):
        return Grade.DONE
    for command in commands:
        expected = text_of(await listener.replies(one.state, command)).splitlines()[:1]
        if first == expected:
            return Grade.DONE
    taps = [tap.casefold() for tap in taps_of(step)]
    return (
        Grade.TAP if any(tap.startswith(command.casefold().split()[0]) for tap in taps for command in commands) else Grade.MISSED
    )
