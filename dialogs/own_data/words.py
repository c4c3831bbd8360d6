"""What is kept, in words: how many of each kind, and each row as a line that people read."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cards.formats import day, moment, number, plural
from cards.values import shown, shown_value
from cards.views.card import Fact, FactGroup
from dialogs.consent.consents import state_of
from dialogs.dossier.history import PLAN, SOMETHING
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.meter.words import facts_of
from domain.companies.claims import LinkedBy
from domain.consent.consents import TEXTS, Decision, Purpose, State
from domain.consent.own_data import KINDS, OwnData, OwnKind, Row
from domain.door.sessions import TENANT
from domain.dossier.events import EntryEvent
from domain.forms.declaration import FORMS
from domain.intake.answers import Answer
from domain.intake.certainty import Certainty
from domain.intake.questionnaire import QUESTIONS
from domain.meter.summary import MeterSummary

HAPPENED: Mapping[str, str] = {
    EntryEvent.ADDED: "opgeschreven",
    EntryEvent.CHANGED: "gewijzigd",
    EntryEvent.CLOSED: "afgesloten",
    EntryEvent.REOPENED: "weer geopend",
}
LINKED: Mapping[str, str] = {LinkedBy.INVITATION: "een uitnodiging", LinkedBy.TEAM: "het projectteam"}
EMPTY: tuple[object, ...] = (None, "", [], {})
DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d)")
WITHOUT_TEAMS = "U doet mee zonder Teams"
OF_THE_KIND = ("wat", "bewaard", "blijft")  # the same for every row of a kind: said once, above them
MOST = 20  # rows of a kind on a card; the newest
SAID = {
    "wat": "", "name": "Naam", "company": "Bedrijf", "terrain_id": "Terrein", "kvk": "KvK-nummer", "email": "E-mail",
    "phone": "Telefoon", "position": "Functie", "text": "Tekst", "answer": "Antwoord", "contacts": "Mensen met toegang",
    "data": "Inhoud", "why": "Reden", "due": "Klaar op", "starts_at": "Begint", "people": "Mensen", "issue": "Vraagstuk",
    "coming": "Komt", "attended": "Was er", "object_id": "Uw nummer", "tenant": "Organisatie in Teams", "role": "Rol",
    "state": "Besluit", "recipient": "Voor wie", "until": "Tot", "at": "Op", "made_at": "Op", "closed_at": "Afgerond",
    "created_at": "Begonnen", "changed_at": "Laatst gewijzigd", "confirmed_at": "Bevestigd", "approached_at": "Eerste bericht",
    "withdrawn_at": "Teruggetrokken", "used_at": "Gebruikt", "posted_at": "Verstuurd", "sent_at": "Verstuurd",
    "answered_at": "Beantwoord", "due_at": "Vanaf", "description": "Wat het is", "number": "Nummer", "kind": "Soort",
    "title": "Titel", "team": "Team", "reference": "Adres van deze chat", "place": "Waar u bent in de vragen", "wie": "Wie",
    "what": "Wat", "part": "Rol op het terrein", "depth": "Versie", "stage": "Hoe ver", "phoned": "Door de telefoon",
    "format": "Soort", "chosen_group": "Groep", "guest": "Gast", "municipality_code": "Gemeente", "source": "Bron",
    "text_version": "Tekst", "through": "Hoe", "revision": "Versie", "text_digest": "Vingerafdruk van de tekst",
    "how": "Verbonden door", "device": "Apparaat", "party": "Rol",
    "said": "Bedrijf", "may_tell": "Mag horen dat u het noemde",
}  # fmt: skip


def counts_group(found: OwnData, now: datetime.datetime) -> FactGroup:
    """Return how much there is of each kind; what there is nothing of is left out."""
    facts = (
        Fact(label=KINDS[kind].title, value=conclusion(kind, found[kind], now), remark="; ".join(each(found[kind], "bewaard")))
        for kind in OwnKind
        if found.get(kind)
    )
    return FactGroup(title="Wat wij bewaren", facts=tuple(facts))


def each(rows: Iterable[Row], name: str) -> Iterable[str]:
    """Return what these rows say in a field, once each: how long they are kept ("bewaard"), what stays of them ("blijft")."""
    return dict.fromkeys(str(row[name]) for row in rows if row.get(name))


def kept_words(rows: Sequence[Row]) -> str:
    """Return how long rows of a kind are kept, and what stays of them after erasing."""
    left = " ".join(each(rows, "blijft"))
    return f"Hoe lang: {'; '.join(each(rows, 'bewaard'))}.{f' Laat u alles wissen? {left}' if left else ''}" if rows else ""


def conclusion(kind: OwnKind, rows: tuple[Row, ...] | Any, now: datetime.datetime) -> str:  # noqa: ANN401 - a sequence of rows
    """Return what the rows of a kind come down to."""
    match kind:
        case OwnKind.PERSON:
            return str(rows[0]["name"] or (WITHOUT_TEAMS if rows[0]["tenant"] == TENANT else "Uw nummer in Teams"))
        case OwnKind.COMPANY:
            return str(rows[0]["company"] or "Nog geen naam")
        case OwnKind.ANSWERS:
            asked = len({row["name"] for row in rows})
            changed = len(rows) - asked
            return f"{plural(asked, 'antwoord', 'antwoorden')}{f', {changed} keer veranderd' if changed else ''}"
        case OwnKind.CONSENTS:
            newest = {row["purpose"]: row for row in rows if row["purpose"] in list(Purpose)}
            yes = sum(decided(row, now) == "Ja" for row in newest.values())
            return f"{plural(len(rows), 'besluit', 'besluiten')}, nu {yes} keer ja"
    return plural(len(rows), "regel", "regels")


def decided(row: Row, now: datetime.datetime) -> str:
    """Return a decision in words, as it is now."""
    at, until = (datetime.datetime.fromisoformat(row[name]) for name in ("at", "until"))
    return state_of(Purpose(row["purpose"]), Decision(State(row["state"]), row["text_version"], at, until), now)


def with_terrain_names(found: OwnData, names: TerrainNames) -> OwnData:
    """Return what is kept with terrains by name: their numbers are for machines."""

    def named(row: Row) -> Row:
        there = names.named(str(row.get("terrain_id") or ""))
        return row if there is None else {**row, "terrain_id": there.label}

    return {kind: [named(row) for row in rows] for kind, rows in found.items()}


def line_of(kind: OwnKind, row: Row, now: datetime.datetime) -> tuple[str, str]:
    """Return a row as a label and what it says."""
    if kind is OwnKind.ANSWERS and row["name"] in QUESTIONS:
        question = QUESTIONS[row["name"]]
        value = shown(question, Answer(row["value"], Certainty(row["certainty"])))
        return question.label, f"{value}. {time_of(row['at'])}"
    if kind is OwnKind.CONSENTS and row["purpose"] in list(Purpose):
        until = time_of(row["until"])
        words = f"{decided(row, now)}. Besloten op {time_of(row['at'])}, tekst {row['text_version']}, einde {until}."
        return TEXTS[Purpose(row["purpose"])].title, f"{words} Voor: {row['recipient']}."
    if kind is OwnKind.NOTES:
        return noted_line(row)
    if kind is OwnKind.METER:
        return meter_line(row)
    if row.get("tenant") == TENANT:
        row = {**row, "tenant": WITHOUT_TEAMS}
    return str(row["wat"]).capitalize(), "\n".join(said_in(row))


def meter_line(row: Row) -> tuple[str, str]:
    """Return what is kept of a meter as its card says it, with both days in kW; of a file that waits, only that it does."""
    label = str(row["wat"]).capitalize()
    if not row.get("source"):
        return label, f"Op: {time_of(row['at'])}"
    said = [f"{one.label}: {one.value}" for one in facts_of(MeterSummary.read(row["source"]))]
    days = (("Gewone dag", "winter"), ("Dag met het hoogste gebruik", "highest"))
    told = [f"{name}, kW per kwartier: {'; '.join(number(kw) for kw in row[which])}" for name, which in days]
    return label, "\n".join((*said, *told, f"Op: {time_of(row['at'])}"))


def noted_line(row: Row) -> tuple[str, str]:
    """Return what the team wrote down, or what happened to it, in the words in which the team reads it."""
    data, kind = row["data"] if isinstance(row["data"], Mapping) else {}, str(row["kind"])
    if kind in FORMS:
        words = FORMS[kind]
        filled = [f"{one.label.rstrip('?')}: {shown_value(one, data[one.name])}" for one in words.fields if data.get(one.name)]
        earlier = " (eerder)" if "revision" in row else ""
        return f"{words.one} {row['number']}{earlier}", "\n".join(
            (*filled, *said_in({**row, "data": "", "kind": "", "number": ""}))
        )
    of = str(data.get("of"))
    if kind in HAPPENED and of in FORMS:
        told = f"{FORMS[of].one} {data.get('entry')} {HAPPENED[kind]}"
    else:
        told = PLAN[kind](data) if kind in PLAN else SOMETHING
    return str(row["wat"]).capitalize(), "\n".join((told, *said_in({**row, "data": "", "kind": ""})))


def said_in(row: Mapping[str, Any]) -> list[str]:
    """Return what is in a row, field by field; what is empty is left out."""
    return [
        f"{SAID.get(name, name)}: {LINKED.get(value, value) if name == 'how' else as_words(value)}"
        for name, value in row.items()
        if name not in OF_THE_KIND and value not in (None, "")
    ]


def as_words(value: Any) -> str:  # noqa: ANN401 - plain JSON
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, dict):
        return ", ".join(
            f"{SAID.get(name, name)} {as_words(one)}" for name, one in value.items() if one not in (None, "", [], {})
        )
    if isinstance(value, list):
        return ", ".join(as_words(one) for one in value)
    return time_of(value) if isinstance(value, str) else str(value)


def time_of(text: str) -> str:
    """Return a stored moment or day as people read it; any other text as it is."""
    if DAY.fullmatch(text):
        return day(datetime.date.fromisoformat(text))
    try:
        at = datetime.datetime.fromisoformat(text) if "T" in text else None
    except ValueError:
        at = None
    return moment(at) if at is not None and at.tzinfo is not None else text


def kind_group(found: OwnData, kind: OwnKind, now: datetime.datetime) -> tuple[FactGroup, ...]:
    """Return the newest rows of a kind for a card; none when there are none."""
    lines = [line_of(kind, row, now) for row in found.get(kind, ())][-MOST:]
    facts = tuple(Fact(label=label, value=value.replace("\n", "; ")[:300]) for label, value in lines)
    return (FactGroup(title=KINDS[kind].title, facts=facts),) if facts else ()
