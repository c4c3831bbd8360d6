"""An answer that somebody wants to change, in their own words: "de netbeheerder heb ik verkeerd opgegeven"."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from dialogs.dutch.numerals import in_digits
from dialogs.dutch.typed import listed, tidy, words
from dialogs.intake.corrections import look_back
from dialogs.intake.filled_pages import change_one
from dialogs.intake.summary import change_title
from dialogs.lookup.wordings import Wordings
from dialogs.questions.classes import named_class
from dialogs.questions.counting import class_of
from dialogs.turn.place import Phase
from dialogs.turn.step import Step
from domain.intake.question import AnswerKind, Question
from domain.intake.questionnaire import PAGE_BY_KEY, QUESTIONS
from domain.intake.vehicles import VehicleClass

SHORT_TEXTS = ("company", "contact")  # pages where a text is a name, and no story
MOST_WORDS, MOST_OFFERED = 25, 3
SURE, APART = 0.5, 0.1  # how near a subject is, of 1, before its card is opened; and how much nearer than the next
YEAR = re.compile(r"\b20[2-5]\d\b")
CHANGING = r"(?:wijzigen|veranderen|aanpassen|corrigeren|verbeteren|herstellen|rechtzetten|bijstellen|omzetten|goedzetten)"
CHANGED = r"(?:gewijzigd|veranderd|aangepast|gecorrigeerd|verbeterd|hersteld)"
WISHES = re.compile(
    r"\b(?:wil|wilde|wou|kan|kunnen|kun|mag|moet|graag|zou|hoe|waar|even|effe|nog) (?:[\w'-]+ ){0,12}"
    rf"(?:{CHANGING}\b|{CHANGED} worden\b)|^(?:pas|verander|wijzig|corrigeer|verbeter)\b"
)
TELLS = re.compile(
    r"\b(?:verkeerd|fout|mis) (?:opgegeven|ingevuld|doorgegeven|getypt|gezegd|gezet|ingevoerd)\b|\bklopt (?:niet|nog niet)\b"
    r"|\bkloppen (?:niet|nog niet)\b|\bklopt (?:helemaal |toch |eigenlijk )niet\b|\bmoet(?:en)? (?:anders|aangepast)\b"
    r"|\b(?:is|zijn|staat|staan) (?:veranderd|gewijzigd|verkeerd|fout|niet goed|er verkeerd)\b"
)
AROUND = re.compile(
    rf"\b(?:{CHANGING}|wijzig|verander|corrigeer|verbeter|verkeerd|fout|mis|opgegeven|ingevuld|doorgegeven|getypt|gezegd|klopt|kloppen"
    rf"|anders|{CHANGED}|worden|terug(?! op)|even|effe|ff|graag|waar|hoe|kan|kunnen|mag|wil|zou|moet|iets|nog"
    r"|staat|staan|is|heb|mijn|sorry|oeps)\b"
)
PER_CLASS: Mapping[str, tuple[str, ...]] = {
    "total": listed("aantal, aantal voertuigen"),
    "back": listed("aankomsttijd, aankomst, tijd van aankomst, terugkomst, thuiskomst, binnenkomen"),
    "out": listed("vertrektijd, vertrek, tijd van vertrek, wegrijden"),
    "km_per_day": listed("kilometers, km, kilometers per dag, afstand"),
}
# What people call a question beside its own words.
ALSO: Mapping[str, tuple[str, ...]] = {
    "company.name": listed("bedrijfsnaam, naam van het bedrijf, naam"),
    "company.terrain": listed("terrein, adres, locatie, vestiging"),
    "contact.email": listed("mailadres, mail, emailadres, e-mail, adres voor mail"),
    "contact.role": listed("mijn functie, mijn werk, mijn baan"),
    "connection.operator": listed("netbeheerder, liander, enexis"),
    "connection.size": listed("soort aansluiting, grootverbruik, kleinverbruik, aansluiting"),
    "grid.fuse": listed("zekering, hoofdzekering, ampere"),
    "grid.contracted_kw": listed("gecontracteerd vermogen, contract, gtv, contractvermogen, kw in het contract"),
    "grid.peak_kw": listed("piek, hoogste gebruik, piekverbruik, hoogste verbruik"),
    "own.solar_kwp": listed("zonnepanelen, panelen, zon, kwp"),
    "own.battery_kwh": listed("batterij, accu"),
    "site.bays": listed("laadplekken, plekken, parkeerplekken"),
    "site.budget": listed("budget, geld voor laadpalen"),
    "site.ownership": listed("huur of koop, eigendom, huur"),
}


async def hear_change(step: Step, text: str) -> bool:
    """Open the answer that somebody wants to change; False when the words say no such thing, or not of which answer.

    With a number in it a sentence says itself what the answer must be.
    """
    if step.in_office or not step.may_keep() or step.depth is None or step.place.phase is Phase.JOIN:
        return False
    said = words(tidy(text))
    free = step.asked is not None and step.asked.kind is AnswerKind.TEXT and step.asked.page not in SHORT_TEXTS
    wants = wishes_change(said, in_free_text=free)
    meant = subjects(step, said) if wants else ()
    if len(meant) == 1 and not change_one(step, meant[0].name):
        await look_back(step, "Die vraag geldt nu niet voor u. Dit zijn uw antwoorden.")
    elif len(meant) > 1:
        step.say("Welk antwoord wilt u wijzigen?", choices=tuple(f"Wijzig {title_of(one)}" for one in meant))
    return bool(meant)


def wishes_change(said: str, *, in_free_text: bool) -> bool:
    """Say whether words want something changed; where any text is an answer, only words that ask for it."""
    if len(said.split()) > MOST_WORDS or any(word.isdecimal() for word in YEAR.sub(" ", in_digits(said)).split()):
        return False
    return WISHES.search(said) is not None or (not in_free_text and TELLS.search(said) is not None)


def subjects(step: Step, said: str) -> tuple[Question, ...]:
    """Return the question that is meant; several when it can be more of them."""
    vehicles = named_class(said.split())
    found = [one for one in wordings().find(AROUND.sub(" ", said), 4) if vehicles is None or is_about(one.key, vehicles)]
    if not found:
        return (QUESTIONS[f"{vehicles}.total"],) if vehicles is not None else ()
    best = found[0].score
    keys = [one.key for one in found if one.score > best - APART] if best < SURE or len(found) > 1 else [found[0].key]
    return tuple(question for key in keys for question in of_key(step, key, vehicles))[:MOST_OFFERED]


def is_about(key: str, vehicles: VehicleClass) -> bool:
    """Say whether a subject can be of these vehicles."""
    return f"{vehicles}.{key}" in QUESTIONS


def of_key(step: Step, key: str, vehicles: VehicleClass | None) -> Iterator[Question]:
    """Yield the questions of a subject: of the vehicles that are named, or else of those that the company has."""
    if key in QUESTIONS:
        yield QUESTIONS[key]
    elif vehicles is not None:
        yield QUESTIONS[f"{vehicles}.{key}"]
    else:
        names = [f"{one}.{key}" for one in VehicleClass]
        yield from (QUESTIONS[name] for name in names if name in step.answers)


def title_of(question: Question) -> str:
    """Return a question as `wijzig` finds it."""
    title = change_title(PAGE_BY_KEY[question.page], question.label)
    return title[:1].lower() + title[1:]


@lru_cache(maxsize=1)
def wordings() -> Wordings:
    """Return what each question is called; one of each class of vehicles is known by what it asks of them."""
    said: list[tuple[str, str]] = []
    for question in (one for one in QUESTIONS.values() if one.ask.asked):
        key = question.name.partition(".")[2] if class_of(question) is not None else question.name
        naming, names = question.ask.said, PER_CLASS.get(key) or ALSO.get(key) or ()
        own = () if names or naming.later else (*naming.cues, *naming.counted)
        label = () if key == "total" else (question.label,)
        said += [(key, phrase) for phrase in (*label, *names, *own)]
    return Wordings(dict.fromkeys(said))
