"""Several answers in one sentence: what was surely said of which question, to be shown and asked before any of it is kept."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from dialogs.dutch.counted import COMING, is_called
from dialogs.dutch.typed import listed, tidy, words
from dialogs.questions.absent import read_no_others, read_none
from dialogs.questions.asides import own_words, split_question
from dialogs.questions.classes import denied_in, named_class, near
from dialogs.questions.counting import class_of
from dialogs.questions.electric import ALL, read_electric
from dialogs.questions.enumerated import enumerated
from dialogs.questions.heard import FoundAnswer, HeardSoFar, read_as_answer
from dialogs.questions.meaning import Meant, Reader
from dialogs.questions.measured import BY_UNIT, by_unit
from dialogs.questions.mentions import NUMBER, Spotted, in_figures, mentions, pieces
from dialogs.questions.names import read_names
from dialogs.questions.picked import read_picked
from dialogs.questions.times import direction, read_clocks, read_days
from dialogs.questions.weights import by_weight
from domain.intake.question import AnswerKind, Question
from domain.intake.vehicles import VehicleClass

ELECTRIC, ELECTRIC_NOW, TOTAL = "elektrisch", "{}.electric_now", "{}.total"
OF_A_KIND = frozenset(
    listed("diesel, dieselbusjes, benzine, hvo, waterstof, gas, gewone, nieuwe, oude, extra, gehuurde, huur, koel")
)
COUNTING = frozenset(listed("hebben, heb, heeft, er, zijn, staan, aantal, totaal"))  # who counts vehicles, not kilometres
WITH_CLASS = re.compile(r" {0,3}(?:met|voor|bij) ([a-z-]{1,30}(?: [a-z-]{1,30}){0,2})")
DRIVEN = re.compile(r"\b(?:doen|maken|halen|pakken|rijden) er\b")
A_DAY = re.compile(r"|per(?: .*)?|(?:op )?(?:een|1|elke|iedere|de) dag")
NOW = frozenset(listed("nu, al, momenteel, inmiddels, hebben, heb, rijden, staan, vandaag"))
COUNTED_AGAIN = frozenset(listed("we, wij, ik, hebben, heb, er, zijn, het, dat, maar, gewoon, stuks, namelijk, want, in, totaal"))
MOST_MENTIONED, LONGEST = 40, 200
MOST = 20  # answers in one message: who says more has pasted something
OPENING = re.compile(r"[,.;!\n]\s|\s(?:en|maar) ")
SHORT_KINDS = (AnswerKind.YES_NO, AnswerKind.CHOICE, AnswerKind.CHOICES, AnswerKind.MONTH, AnswerKind.TERRAIN)


def read_several(
    text: str,
    questions: Sequence[Question],
    asked: Question | None,
    reader: Reader,
    present: Mapping[VehicleClass, float] | Sequence[VehicleClass] = (),
) -> tuple[FoundAnswer, ...]:
    """Return the answers that a text gives to these questions, in their order, each only when there is no doubt about it.

    `asked` is the question that waits; `present` are the classes of vehicles that the company has, the largest first,
    with how many where that is known.
    """
    answering, _ = split_question(own_words(text))
    heard = HeardSoFar(questions, asked, reader, tuple(present), present if isinstance(present, Mapping) else {})
    heard.denied, _ = denied_in(answering)
    found = [*read_names(answering, questions, asked, reader.terrains)]
    answers = [FoundAnswer(question, meant, said) for question, meant, said in found]
    answering = by_weight(answering)
    for piece in islice(pieces(answering), MOST_MENTIONED):
        answers += read_piece(heard, piece)
        answers += [FoundAnswer(one, meant, said) for one, meant, said in read_picked(piece, questions)]
    if asked is not None and all(one.question is not asked for one in answers):
        answers += read_asked(asked, answering, reader)
    answers += read_no_others(heard, answering, answers)
    return tuple(agreeing(answers, questions))[:MOST]


def read_asked(asked: Question, text: str, reader: Reader) -> Iterator[FoundAnswer]:
    """Yield the answer to what was asked, when the text begins with it."""
    said = OPENING.split(text[:LONGEST], maxsplit=1)[0]
    short = asked.kind in SHORT_KINDS or (asked.kind is AnswerKind.NUMBER and not re.search(r"\d", in_figures(said)))
    meant = read_as_answer(reader, asked, said) if short and not names_other(asked, said) else None
    if meant is not None and not (isinstance(meant.value, dict) and "typed" in meant.value):
        yield FoundAnswer(asked, meant, said)


def names_other(asked: Question, said: str) -> bool:
    """Say whether words name another class of vehicles than is asked about."""
    named = named_class(words(tidy(said)).split())
    return named is not None and class_of(asked) is not named


def agreeing(answers: Iterable[FoundAnswer], questions: Sequence[Question]) -> Iterator[FoundAnswer]:
    """Yield one answer for each question, in the order of the questions: two that differ are none."""
    by_name: dict[str, list[FoundAnswer]] = {}
    for one in answers:
        by_name.setdefault(one.question.name, []).append(one)
    for question in questions:
        found = by_name.get(question.name, [])
        if found and all(one.meant.value == found[0].meant.value for one in found):
            yield found[0]


def read_piece(heard: HeardSoFar, piece: str) -> Iterator[FoundAnswer]:
    """Yield what one sentence answers."""
    heard.piece, heard.like, by_class = piece, None, enumerated(piece)
    yield from read_none(heard, piece)
    yield from read_days(heard, piece)
    clocks: list[tuple[Spotted, Question | None]] = []
    yield from read_totals(heard, by_class, piece)
    for mention in islice(mentions(piece), MOST_MENTIONED):
        if mention.kind == "clock":
            clocks.append((mention, direction(heard, mention)))
        elif mention.kind == "part":
            yield from read_part(heard, mention)
        elif mention.kind == "number" and not by_class:
            yield from read_mention(heard, mention)
    yield from read_clocks(heard, clocks)
    yield from read_electric(heard, piece)


def read_totals(heard: HeardSoFar, by_class: Mapping[VehicleClass, float], piece: str) -> Iterator[FoundAnswer]:
    """Yield what of each class was told one after another: what was asked of one of them, or else how many there are."""
    asked, field = heard.asked, ""
    if asked is not None and class_of(asked) and asked.ask.unit and not by_class.items() <= heard.totals.items():
        field = asked.name.partition(".")[2]  # "trekkers 300, bakwagens 180", when kilometres were asked
    for question in heard.questions:
        vehicles = class_of(question)
        if vehicles is None or vehicles not in by_class:
            continue
        if field and question.name == f"{vehicles}.{field}":
            yield FoundAnswer(question, Meant(by_class[vehicles]), piece)
        elif not field and question.ask.said.vehicles and not question.ask.said.cues:
            heard.last, heard.counted[vehicles] = vehicles, by_class[vehicles]
            yield FoundAnswer(question, Meant(by_class[vehicles]), piece)


def read_mention(heard: HeardSoFar, mention: Spotted) -> Iterator[FoundAnswer]:
    """Yield what a number answers."""
    alike = of_same_kind(heard, mention)
    question = alike or target(heard, mention)
    heard.like = question if question is not None and class_of(question) and not question.ask.said.vehicles else None
    unit_before = question is not None and question.ask.unit == "kW" and not mention.behind  # "en de piek was 148"
    said = f"{mention.text} kW" if unit_before else mention.segment
    said = said if alike is None else said.replace(mention.text, f"{mention.text} {alike.ask.unit}", 1)
    meant = read_as_answer(heard.reader, question, said) if question is not None else None
    if question is None or meant is None:
        return
    vehicles = class_of(question)
    if question.ask.said.vehicles and vehicles is not None:
        heard.last = vehicles
        if not question.ask.said.cues:
            heard.counted[vehicles] = float(str(meant.value))
    yield FoundAnswer(question, meant, mention.segment)


def of_same_kind(heard: HeardSoFar, mention: Spotted) -> Question | None:
    """Return what a number without a unit answers of a class, right behind the same of another: "180 km en de trekkers 300"."""
    before = DRIVEN.sub(" ", " ".join(mention.before)).split()  # "de trekkers doen er 430"
    daily = A_DAY.fullmatch(" ".join(mention.behind)) is not None
    if heard.like is None or not daily or mention.years or COUNTING.intersection(before):
        return None
    behind = WITH_CLASS.match(heard.piece.partition(mention.segment)[2]) if mention.is_bare else None
    vehicles = named_class(behind[1].split() if behind else mention.before)
    name = f"{vehicles}.{heard.like.name.partition('.')[2]}"
    return next((one for one in heard.questions if one.name == name), None) if vehicles is not class_of(heard.like) else None


def read_part(heard: HeardSoFar, mention: Spotted) -> Iterator[FoundAnswer]:
    """Yield what "3 van de 12 trekkers zijn elektrisch" answers."""
    vehicles = named_class(mention.behind[:3]) or (class_of(heard.asked) if heard.asked is not None and heard.electric else None)
    if vehicles is None or not mentions_electric(mention) or COMING.intersection(mention.whole.split()) or mention.years:
        return
    for question, number in zip((ELECTRIC_NOW, TOTAL), NUMBER.findall(mention.text), strict=False):
        known = next((one for one in heard.questions if one.name == question.format(vehicles)), None)
        meant = read_as_answer(heard.reader, known, number) if known is not None else None
        if known is not None and meant is not None:
            yield FoundAnswer(known, meant, mention.whole)


def target(heard: HeardSoFar, mention: Spotted) -> Question | None:
    """Return the question that a number answers, by its unit, by what is counted, or because that was asked."""
    if mention.unit is not None and mention.unit.measures in BY_UNIT:
        heard.measured = mention.unit.measures
        return by_unit(heard, mention, mention.unit.measures)
    vehicles = named_class(mention.behind[:3]) or (named_class(mention.before) if not mention.behind else None)
    if vehicles is None and not mention.years and "er" in mention.around and COUNTED_AGAIN.issuperset(mention.around):
        vehicles = heard.denied
    heard.electric = heard.electric or mentions_electric(mention)
    if vehicles is not None or mentions_electric(mention) or (mention.years and heard.electric):
        return of_vehicles(heard, mention, vehicles)
    counted = [one for one in heard.questions if not one.ask.said.vehicles and is_counted(one, mention) and not one.ask.unit]
    if counted:
        return heard.of_class([one for one in counted if one.ask.said.cues == counted[0].ask.said.cues], mention.around)
    if heard.measured == "power" and not mention.behind and (power := by_unit(heard, mention, "power")) is not heard.asked:
        return power
    bare = heard.asked is not None and heard.asked.kind is AnswerKind.NUMBER and not mention.years
    spoken_of = named_class(words(heard.piece.partition(mention.text)[0]).split())
    if spoken_of is not None and spoken_of not in heard.counted and mention.is_bare:
        return of_vehicles(heard, mention, spoken_of)  # "alleen trekkers, 14 stuks"
    return heard.asked if bare else None


def is_counted(question: Question, mention: Spotted) -> bool:
    """Say whether a number is one of what a question counts, with a word that shows it where the question has such words."""
    counted = any(is_called(mention.behind, name) for name in question.ask.said.counted)
    return counted and (not question.ask.said.cues or near(question, mention) is not None)


def mentions_electric(mention: Spotted) -> bool:
    """Say whether a clause is about electric vehicles."""
    return any(word.startswith(ELECTRIC) for word in mention.whole.split())


def of_vehicles(heard: HeardSoFar, mention: Spotted, vehicles: VehicleClass | None) -> Question | None:
    """Return the question about vehicles that a number answers: how many, how many electric now, or in a year."""
    spoken_of = heard.last or named_class(words(heard.piece.partition(mention.segment)[0]).split())
    vehicles = vehicles or named_class(mention.around) or spoken_of or (class_of(heard.asked) if heard.asked else None)
    electric = mentions_electric(mention) or (bool(mention.years) and heard.electric)
    coming = COMING.intersection(mention.segment.split())
    kind = OF_A_KIND.intersection(mention.around) and ALL.search(mention.segment) is None
    if vehicles is None or kind or len(mention.years) > 1 or (coming and not mention.years):
        return None
    year = mention.years[0] if mention.years else year_asked(heard, vehicles, mention) if electric else 0
    for question in heard.questions:
        said = question.ask.said
        if said.vehicles and class_of(question) is vehicles and bool(said.cues) == electric and said.year == year:
            return question
    return None


def year_asked(heard: HeardSoFar, vehicles: VehicleClass, mention: Spotted) -> int:
    """Return the year that was asked, where a number of electric ones of that class names none: "dan 3, en 7 in 2035"."""
    said = heard.asked.ask.said if heard.asked is not None and class_of(heard.asked) is vehicles else None
    return said.year if said is not None and not NOW.intersection(mention.whole.split()) else 0
