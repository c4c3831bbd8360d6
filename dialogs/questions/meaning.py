"""What somebody means, given the question that was asked: typed text and filled-in fields read alike."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from dialogs.dutch.choices import read_choice, read_choices
from dialogs.dutch.clocks import read_clock
from dialogs.dutch.connections import kilowatts_of
from dialogs.dutch.dates import read_date
from dialogs.dutch.distances import ONE_WAY, read_both_ways, read_twice
from dialogs.dutch.doubt import read_skip, read_unknown
from dialogs.dutch.numbers import read_number
from dialogs.dutch.numerals import in_digits
from dialogs.dutch.percentages import read_percentage
from dialogs.dutch.reading import Ambiguous, Reading, T, read_as
from dialogs.dutch.typed import in_standard, listed, tidy, words
from dialogs.dutch.yes_no import read_done, read_plain_yes_no, read_yes_no
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.questions.counting import class_of, counted_by
from dialogs.questions.mentions import CLOCK, in_figures
from dialogs.questions.weights import by_weight
from domain.intake.certainty import Certainty
from domain.intake.question import AnswerKind, Question
from domain.intake.sections.grid import ConnectionSize

CONNECTION_SIZE = "connection.size"
CONNECTION_KW = frozenset(("grid.contracted_kw", "grid.physical_kw"))  # what is also told in ampere, or in kVA
BARE = re.compile(r"0|[1-9][0-9]{0,8}")  # most answers; that it cannot mean anything else need not be found out each time
ASKING = re.compile(
    r"\s*(?:en |maar )?(?:wat|waar\w*|hoe\w*|welke?|wanneer|wie|kan|kunt|kunnen|moet|moeten|mag|mogen"
    r"|telt|tellen|is|zijn|bedoelt)\b",
    re.IGNORECASE,
)
CRY = re.compile(r"[\s!.]*\?[\s?!.]*")
ALTERNATING = re.compile(r"\b(?:ene (?:week|dag)|andere (?:week|dag))\b", re.IGNORECASE)  # both numbers are of what was asked
DOING = re.compile(r"(?:gevraagd|gedaan|gemeld)\?$")
LOST = frozenset(
    listed("""
        huh, he, hu, wat, watte, wablief, wablieft, wadde, eh, uh, pardon, hoezo dit, hoe dan, hoe bedoel je, hoe bedoelt u,
        wat bedoel je, wat bedoelt u, snap ik niet, snap het niet, snap er niets van, begrijp ik niet, begrijp het niet,
        ik snap het niet, ik begrijp het niet, niet duidelijk wat u vraagt, kunt u dat uitleggen, leg eens uit, wat zeg je,
        ik snap de vraag niet, snap de vraag niet, ik begrijp de vraag niet, begrijp de vraag niet, wat wilt u weten,
        wat moet ik hier invullen, wat moet ik invullen, wat moet ik hier typen, moeilijke vraag, help even
    """)
)
KEEP_DEFAULT = ("ok", "oke", "oké", "okay", "gemiddelde", "standaard", "houd zo", "prima", "goed", "ja", "akkoord")

WITH = re.compile(r"\bmet ([a-z]{4,})$")
HAVING = re.compile(r"(?:(?:wij|we|ze|er|die|hebben|is|zijn|zit) ){0,3}(geen|zonder|met|wel) ([a-z]{4,})")


@dataclass(frozen=True, slots=True)
class Meant:
    """One thing somebody can have meant: a value ready for the judge, with its certainty and a label to choose by."""

    value: object
    certainty: Certainty = Certainty.SURE
    label: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads answers; knows today's date and the names of the terrains."""

    today: datetime.date
    terrains: TerrainNames

    def read(self, question: Question, text: str) -> tuple[Meant, ...]:
        """Return what the text can mean: nothing when not understood, one thing when clear, more when ambiguous."""
        if question.kind is AnswerKind.NUMBER and BARE.fullmatch(text):
            return (Meant(float(text)),)
        text = by_weight(text) if class_of(question) is not None else text
        if question.default and text.strip().strip(".!").casefold() in KEEP_DEFAULT:
            return (Meant(question.default.value, Certainty.ESTIMATE),)
        named = next((option for option in question.options if says_exactly(text, (option.label, *option.also))), None)
        if named is not None:  # before "weet niet zeker" is taken for not knowing
            return (Meant([named.value] if question.kind is AnswerKind.CHOICES else named.value),)
        if read_skip(text) is not None:
            return (Meant(None, Certainty.SKIPPED),)
        if read_unknown(text) is not None:
            return (Meant(None, Certainty.UNKNOWN),)
        return () if CRY.fullmatch(text) else READERS[question.kind](self, question, text)  # "?" is nobody's answer

    def read_terrain(self, _: Question, text: str) -> tuple[Meant, ...]:
        """Find the terrain: exactly one, several to choose from, or a name that we do not know yet."""
        found = self.terrains.find(text)
        if found.exact is not None:
            return (Meant({"id": found.exact.id, "name": found.exact.name}),)
        matches = tuple(Meant({"id": one.id, "name": one.name}, label=one.label) for one in found.matches)
        unknown = Meant({"typed": text[:120]}, label="Staat er niet bij")
        return (*matches, unknown) if matches or could_be_name(text) else ()


def could_be_name(text: str) -> bool:
    """Say whether a text can be the name of a place: letters enough, and no question, yes, no or number."""
    return (
        not text.rstrip().endswith("?")
        and len(re.findall(r"[^\W\d_]", text)) >= 3
        and read_yes_no(text) is None
        and read_number(text) is None
    )


def cries(text: str) -> bool:
    """Say whether a text only says that the question was not understood: "???", "huh?"."""
    return CRY.fullmatch(text) is not None or in_standard(words(tidy(text))).rstrip() in LOST


def asks_back(question: Question, text: str) -> bool:
    """Say whether a text is a question, so that what it holds is no answer. "3?" is one, in doubt."""
    takes_words = question.kind in (AnswerKind.TEXT, AnswerKind.TERRAIN)
    return not takes_words and text.rstrip().endswith("?") and ASKING.match(text) is not None


def says_exactly(text: str, phrases: tuple[str, ...]) -> bool:
    """Say whether a text is one of these phrases, capitals and closing marks aside."""
    return words(tidy(text)) in map(declared, phrases)


@cache
def declared(phrase: str) -> str:
    """Return a phrase of a declaration as typed text is compared."""
    return words(tidy(phrase))


def read_text(_: Reader, question: Question, text: str) -> tuple[Meant, ...]:
    """Take the text as it is, or the part of it that has the right shape; a no to what is not needed skips it.

    What is needed is never just yes or no.
    """
    said, yes = words(tidy(text)).split(), says_yes(text)
    if question.core is True and said and yes is not None:
        return ()
    denied = yes is False and len(said) <= 3 and (question.rule.pattern is not None or said[0] == "nee")
    if denied and question.core is False:
        return (Meant(None, Certainty.SKIPPED),)
    parts = (text, *(part.strip(".,;:<>()") for part in text.split()), re.sub(r"[\s.-]", "", text))
    fitting = (part for part in parts if question.rule.pattern and re.fullmatch(question.rule.pattern, part))
    return (Meant(next(fitting, text)),)


TAKEN_BACK = re.compile(
    r"\b(?:ho|o|oh|och|wacht|of|sorry|oeps),? nee\b|\bnee,? (?:wacht|sorry|toch|foutje|ik bedoel)\b|\bho,? wacht\b|\bcorrectie\b"
    r"|\bik bedoel(?:de)?\b"
)
HOW_MUCH = re.compile(r"\b(?:weet|weten|idee)\b[a-z' ]{0,20}\bhoeveel\b")  # "ligt vol, maar weet niet hoeveel"


def read_amount(_: Reader, question: Question, text: str) -> tuple[Meant, ...]:
    """Read a number, or a percentage where the unit is one."""
    if question.ask.unit == "%":
        return meanings(read_percentage(text, counted_by(question).said))
    if HOW_MUCH.search(tidy(text)) and not re.search(r"[\d?]", in_digits(tidy(text))):
        return (Meant(None, Certainty.UNKNOWN),)
    unit = question.ask.said.unit or question.ask.unit
    kilowatts = kilowatts_of(text) if question.name in CONNECTION_KW else None
    if kilowatts is not None:
        return (Meant(kilowatts, Certainty.ESTIMATE),)
    if unit == "km" and (both := read_twice(text)) is not None:
        return meanings(both)
    if unit == "km" and ONE_WAY.search(text):
        return meanings(read_both_ways(text))
    counted = None if ALTERNATING.search(text) else counted_by(question)
    return meanings(read_number(text, unit=unit, counted=counted))


def read_yes(_: Reader, question: Question, text: str) -> tuple[Meant, ...]:
    """Read yes or no; where it is asked whether something was done, also in the words for that."""
    done = read_done(text) if DOING.search(question.text) else None
    return meanings(read_yes_no(text) or done or read_with(question, text))


def read_with(question: Question, text: str) -> Reading[bool]:
    """Read "geen koeling" or "met koeling" where the label says with what: "Bakwagens met koeling"."""
    label, said = WITH.search(question.label.casefold()), HAVING.fullmatch(words(tidy(text)))
    if label is None or said is None or label[1] != said[2]:
        return None
    return read_as(value=said[1] in ("met", "wel"))


def read_time(_: Reader, question: Question, text: str) -> tuple[Meant, ...]:
    """Read a time of day; the question itself helps with "half zeven"."""
    return meanings(read_clock(text, around=question.ask.around) or corrected_clock(text, question))


def corrected_clock(text: str, question: Question) -> Reading[datetime.time]:
    """Read the one time behind words that take back the time before them: "18.00 uur, ho nee, door de week is het 19.30"."""
    parts = TAKEN_BACK.split(tidy(text))
    times = CLOCK.findall(in_figures(parts[-1])) if len(parts) > 1 else []
    return read_clock(times[0], around=question.ask.around) if len(times) == 1 else None


def read_month(reader: Reader, _: Question, text: str) -> tuple[Meant, ...]:
    """Read a month; a whole date is fine too."""
    return meanings(read_date(text, today=reader.today))


def read_option(_: Reader, question: Question, text: str) -> tuple[Meant, ...]:
    if question.name == CONNECTION_SIZE and kilowatts_of(text) is not None:
        return (Meant(ConnectionSize.LARGE.value),)
    return meanings(read_choice(text, [(option.value, option.label, option.also) for option in question.options]))


def read_options(_: Reader, question: Question, text: str) -> tuple[Meant, ...]:
    return meanings(read_choices(text, [(option.value, option.label, option.also) for option in question.options]))


def meanings(reading: Reading[T]) -> tuple[Meant, ...]:
    """Return a reading as the things that can be meant."""
    if reading is None:
        return ()
    if isinstance(reading, Ambiguous):
        return tuple(Meant(value, label=label) for label, value in reading.options)
    return (Meant(reading.value, reading.certainty),)


def says_yes(text: str) -> bool | None:
    """Return a plain yes or no for what must not be guessed: consent, confirming, erasing. None when more is said."""
    return read_plain_yes_no(text)


READERS: dict[AnswerKind, Callable[[Reader, Question, str], tuple[Meant, ...]]] = {
    AnswerKind.TEXT: read_text,
    AnswerKind.NUMBER: read_amount,
    AnswerKind.YES_NO: read_yes,
    AnswerKind.CLOCK: read_time,
    AnswerKind.MONTH: read_month,
    AnswerKind.CHOICE: read_option,
    AnswerKind.CHOICES: read_options,
    AnswerKind.TERRAIN: Reader.read_terrain,
}
