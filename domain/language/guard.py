"""What is wrong with words that the team typed, judged before they go: it is shown, and never blocks anything."""

import re
from collections.abc import Iterator, Sequence

from domain.language.fault import NOTHING_KNOWN, FaultKind, TextFacts, WordFault
from domain.language.plainness import (
    HARD_WORD,
    INFORMAL_WORD,
    LONGEST_AVERAGE,
    LONGEST_SENTENCE,
    ZONE,
    Found,
    average_length,
    small,
)
from domain.language.pressing import presses
from domain.language.promising import promises
from domain.language.sentences import Piece, pieces, words
from domain.language.signing import sells, senders
from domain.language.vocabulary import DEBATE, HARD_WORDS
from domain.language.weekdays import wrong_weekdays

DEBATED = re.compile(rf"(?<!\w)(?:{'|'.join(DEBATE)})")

NOT_U = "Wij zeggen u tegen bedrijven."
HARD = "Dit is een moeilijk woord. Gewoner is: {easier}."
LONG = f"Deze zin heeft {{count}} woorden. Houd het bij {LONGEST_SENTENCE}."
AVERAGE = f"De zinnen zijn lang. Gemiddeld is {LONGEST_AVERAGE} woorden genoeg."
NO_DEBATE = "Dit gaat over regels en meningen. Vertel alleen wat wij samen doen."


def find_faults(text: str, facts: TextFacts = NOTHING_KNOWN) -> Sequence[WordFault]:
    """Return what is wrong with a text, in order, without proposals."""
    plain = small(text)
    found = [one for piece in pieces(text) for one in faults_of(plain, piece, facts)]
    found += senders(text, facts)
    if average_length(text) > LONGEST_AVERAGE:
        found.append(WordFault(FaultKind.AVERAGE, 0, len(text), AVERAGE))
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.kind)))


def faults_of(plain: str, piece: Piece, facts: TextFacts) -> Iterator[WordFault]:
    """Yield what is wrong with one sentence of a text in small letters."""
    said, start = plain[piece.start : piece.end], piece.start

    def fault(kind: FaultKind, found: Found, why: str) -> WordFault:
        return WordFault(kind, start + found.start(), start + found.end(), why)

    for found in INFORMAL_WORD.finditer(said):
        yield fault(FaultKind.INFORMAL, found, NOT_U)
    for found in HARD_WORD.finditer(said):
        yield fault(FaultKind.HARD, found, HARD.format(easier=HARD_WORDS[found[0]]))
    for found in (*ZONE.finditer(said), *DEBATED.finditer(said)):
        yield fault(FaultKind.DEBATE, found, NO_DEBATE)
    count = len(words(said)) if piece.is_sentence else 0
    if count > LONGEST_SENTENCE:
        yield WordFault(FaultKind.LONG, start, piece.end, LONG.format(count=count))
    yield from presses(said, start)
    yield from promises(said, start, facts)
    yield from sells(said, start)
    yield from wrong_weekdays(said, start, facts)
