"""A better sentence for one that has faults: made by rule, and only shown when it has none left and keeps what it told."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from domain.language.fault import NOTHING_KNOWN, FaultKind, TextFacts, WordFault
from domain.language.guard import find_faults
from domain.language.plainness import HARD_WORD, Found, small
from domain.language.politeness import ALSO, FINITE, INVERTED, PLURAL, to_polite
from domain.language.pressing import DENIED, LAW, MUST, OR_ELSE, SHOUT
from domain.language.promising import COMES, FULL, GETS, THERE_IS
from domain.language.sentences import Piece, pieces
from domain.language.signing import signature
from domain.language.splitting import split_long
from domain.language.vocabulary import HARD_WORDS, INFORMAL, among
from domain.language.weekdays import DATED, WEEKDAYS, day_of
from domain.terrains.plan_map import Congestion

ROUNDS = 4  # one rule can bring a word that another mends
HOWEVER, LAST_ONE = re.compile(r"^echter, "), re.compile(r"\blaatste (?=kans|mogelijkheid|oproep)|\bdringend ")
MUST_YOU = re.compile(r"\bdient u((?: [\w-]+){0,8}?) te (?=[\w-]+en\b)")
SOFTER = {"moet": "kan", "moeten": "kunnen"}
# A word by itself is not enough for these: the sentence around it must change.
BY_HAND = frozenset({"echter", "gelieve", "dient u", "integraal", "implementeert", "daar waar"})
NOUNS = frozenset({"participatie", "inventarisatie", "prioriteit", "stakeholder"})
BEFORE_NOUNS = among("de een het deze die dit dat onze ons uw elke")
NUMBER, CAPITAL = re.compile(r"\d+"), re.compile(r"(?<!\w)[^\W\d_a-zà-öø-ÿ][\w'&.-]*")
TOUCHED = frozenset(
    word
    for phrase in (*HARD_WORDS, *INFORMAL, *INVERTED, *ALSO, *FINITE, *PLURAL, *WEEKDAYS, "dringend", "laatste", "echter", "moet")
    for word in phrase.split()
)


def judge_words(text: str, facts: TextFacts = NOTHING_KNOWN) -> Sequence[WordFault]:
    """Return what is wrong with a text, each fault with the sentence that could stand there instead."""
    found = find_faults(text, facts)
    strange = [one for one in found if one.kind is FaultKind.SENDER]  # no rule can put a name in the place of another
    whole = [piece for piece in pieces(text) if not any(holds(piece, one) for one in strange)] if found else []
    return tuple(with_proposal(text, one, whole, facts) for one in found)


def holds(piece: Piece, one: WordFault) -> bool:
    """Say whether a fault is within a sentence."""
    return piece.start <= one.start and one.end <= piece.end


def with_proposal(text: str, one: WordFault, whole: Sequence[Piece], facts: TextFacts) -> WordFault:
    """Return a fault with what could stand in its place, where a rule can say that."""
    if one.kind is FaultKind.UNSIGNED:
        return replace(one, proposal=closing(facts), start_of=len(text), end_of=len(text))
    around = next((piece for piece in whole if holds(piece, one)), None)
    if around is None or one.kind is FaultKind.AVERAGE:
        return one
    return replace(one, proposal=propose(text[around.start : around.end], facts), start_of=around.start, end_of=around.end)


def improve(text: str, facts: TextFacts = NOTHING_KNOWN) -> str:
    """Return a text with every sentence mended that a rule can mend; the others stay as they are."""
    for _ in range(ROUNDS):
        better = improved_once(text, facts)
        if better == text:
            break
        text = better
    return text


def improved_once(text: str, facts: TextFacts) -> str:
    """Return the text after one look at each of its sentences, and signed."""
    faults = judge_words(text, facts)
    parts, last = [], 0
    for start, end, proposal in sorted({(one.start_of, one.end_of, one.proposal) for one in faults if one.proposal}):
        parts += [text[last:start], f"\n\n{proposal}" if start == end else proposal]
        last = end
    return "".join((*parts, text[last:])) if parts else text


def closing(facts: TextFacts) -> str:
    """Return the sentence to sign with; empty where that would have faults itself."""
    signed = signature(facts.sender)
    return "" if find_faults(signed, facts) else signed


def propose(sentence: str, facts: TextFacts) -> str:
    """Return a sentence without any fault that tells the same; empty where no rule makes one."""
    alone, better = replace(facts, sender=""), sentence
    for _ in range(ROUNDS):
        kinds = {one.kind for one in find_faults(better, alone)}
        if not kinds:
            return better if better != sentence and keeps(sentence, better) else ""
        before = better
        for kind, mend in MENDS:
            better = mend(better, facts) if kind in kinds else better
        better = shorter(better)
        if better == before:
            break
    return ""


def shorter(text: str) -> str:
    return " ".join(split_long(text[one.start : one.end]) for one in pieces(text))


def keeps(before: str, after: str) -> bool:
    """Say whether every number and every name of a sentence is still there."""
    numbers, known = Counter(NUMBER.findall(before)), Counter(NUMBER.findall(after))
    names = [one[0].rstrip(".-") for one in CAPITAL.finditer(before)]
    said = Counter(one[0].rstrip(".-") for one in CAPITAL.finditer(after))
    gone = Counter(names) - said
    return not numbers - known and all(name.lower() in TOUCHED and before.lstrip("\"'(").startswith(name) for name in gone)


def rewritten(sentence: str, pattern: re.Pattern[str], change: Callable[[Found], str]) -> str:
    """Return a sentence with what a pattern finds in its small letters changed; a capital in front stays one."""
    parts, last = [], 0
    for found in pattern.finditer(small(sentence)):
        new, old = change(found), sentence[found.start() : found.end()]
        kept = old if new == found[0] else new[:1].upper() + new[1:] if old[:1].isupper() else new
        parts += [sentence[last : found.start()], kept]
        last = found.end()
    return "".join((*parts, sentence[last:]))


def mend_weekday(sentence: str, facts: TextFacts) -> str:
    """Put the weekday that a date has; a day that is on no calendar stays."""

    def right(found: Found) -> str:
        day = day_of(found, facts.today)
        same = day is None or WEEKDAYS[day.weekday()] == found["weekday"]
        return found[0] if same or day is None else WEEKDAYS[day.weekday()] + found[0][len(found["weekday"]) :]

    return rewritten(sentence, DATED, right)


def mend_informal(sentence: str, _: TextFacts) -> str:
    polite = to_polite(sentence, small(sentence))
    return sentence if polite is None else polite


def mend_hard(sentence: str, _: TextFacts) -> str:
    """Put the easier word, where that alone keeps the sentence whole."""
    sentence = rewritten(rewritten(sentence, MUST_YOU, lambda found: f"moet u{found[1]} "), HOWEVER, lambda _: "maar ")
    plain = small(sentence)

    def easier(found: Found) -> str:
        before = plain[: found.start()].split()[-1:]
        noun = found[0] in NOUNS and not BEFORE_NOUNS.isdisjoint(before)
        return found[0] if noun or found[0] in BY_HAND else HARD_WORDS[found[0]]

    return rewritten(sentence, HARD_WORD, easier)


def mend_pressure(sentence: str, _: TextFacts) -> str:
    """Ask where it pressed: "u kunt" for "u moet", a chance that is not the last, and nothing of what happens otherwise."""
    plain = small(sentence)
    if (threat := OR_ELSE.search(plain)) is not None and threat.start() > 0:
        sentence = f"{sentence[: threat.start()].rstrip(' ,;')}."
    if DENIED.search(plain) is None and LAW.search(plain) is None:
        sentence = rewritten(sentence, MUST, lambda found: " ".join(softer(found[0].split())))
    return rewritten(sentence, LAST_ONE, lambda _: "")


def softer(said: Sequence[str]) -> Iterator[str]:
    """Yield "u moet" as "u kunt", and "bedrijven moeten" as "bedrijven kunnen"."""
    return ("kunt" if word == "moet" and "u" in said else SOFTER.get(word, word) for word in said)


def mend_shout(sentence: str, _: TextFacts) -> str:
    return rewritten(sentence, SHOUT, lambda found: "?" if "?" in found[0] else ".")


def mend_promise(sentence: str, facts: TextFacts) -> str:
    """Say "misschien" where it was said as if it were sure; of the grid only where the register says nothing."""
    plain = small(sentence)
    if FULL.search(plain) is not None and facts.congestion is not Congestion.NONE:
        return rewritten(sentence, FULL, lambda found: of_grid(found[0], facts.congestion))
    for pattern in (GETS, THERE_IS, COMES):
        found = pattern.search(plain)
        if found is not None and not found[0].startswith(("van", "antwoord")):
            return f"{sentence[: found.end()]} misschien{sentence[found.end() :]}"
    return sentence


def of_grid(said: str, congestion: Congestion | None) -> str:
    """Return what is said of the grid as far as it is known."""
    if not said.endswith(" vol"):
        return said
    if congestion is None:
        return f"{said[: -len('vol')]}misschien vol"
    return " ".join("raakt" if word in {"is", "zit"} else word for word in said.split())


MENDS: tuple[tuple[FaultKind, Callable[[str, TextFacts], str]], ...] = (
    (FaultKind.WEEKDAY, mend_weekday),
    (FaultKind.INFORMAL, mend_informal),
    (FaultKind.HARD, mend_hard),
    (FaultKind.PRESSURE, mend_pressure),
    (FaultKind.SHOUTED, mend_shout),
    (FaultKind.PROMISE, mend_promise),
)
