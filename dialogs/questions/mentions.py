"""Where numbers and times stand in what somebody said, each with the words that are about it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialogs.dutch.quantities import written_out
from dialogs.dutch.typed import tidy
from dialogs.dutch.units import Unit, unit_of

LONGEST_PIECE = 180  # of a dictated text without an end to its sentences
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|[\n;]+")
PARTS_OF_DAY = r"(?:'s ?|s ?|in de )?(?:morgens|ochtends|ochtend|middags|middag|avonds|avond|nachts)(?: vroeg)?"
HOUR = (
    r"(?:\d{1,2}[:.]\d{2}(?!\d|[.,]\d)(?: ?uur)?|\d{1,2} ?u(?:ur)? ?\d{2}(?!\d)|\d{1,2} ?(?:uur|u)\b(?! per)"
    r"|half \d{1,2}\b(?: uur)?"
)
HOUR += r"|(?<!\S)0\d[0-5]\d\b|(?<=om )(?:1\d|2[0-3])[0-5]\d\b"
HOUR += r"|(?:kwart|\d{1,2}(?: min(?:uten)?)?) (?:over|voor) (?:half )?\d{1,2}\b(?: uur)?)"
AFTER_OM = r"(?:om|rond|tegen|vanaf|omstreeks) (?:een uur of )?\d{1,2}\b(?![.,:]?\d)(?! ?(?:%|[a-z]*(?:km|kw|dag|stuk)))"
INFLECTED = r"(?:zessen|zevenen|achten|negenen|tienen|elven|twaalven|vijven|vieren|drieen|tweeen|enen)"
CLOCK = re.compile(
    rf"(?:{PARTS_OF_DAY} )?(?:om |rond |tegen |vanaf |omstreeks |ongeveer |zo rond )*"
    rf"(?:{HOUR}|(?<=rond ){INFLECTED}|(?<=tegen ){INFLECTED})(?: {PARTS_OF_DAY})?(?!\w)"
    rf"|(?:{PARTS_OF_DAY} )?{AFTER_OM}(?: {PARTS_OF_DAY})?(?!\w)"
)
YEAR = re.compile(r"\b(?:(?:in|vanaf|tegen|voor|per|sinds|eind|begin|medio|rond) )?(20[2-5]\d)\b(?! ?(?:kw|km|%))")
FUSE = re.compile(r"\b[13] ?(?:x|\*) ?\d{2,3} ?(?:ampere|amp|a)?\b")
NUMBER = re.compile(r"(?<![\w.,:/-])\d+(?:[.,]\d+)*")
BARRIER = re.compile(
    r",|;|:(?= )|\b(?:en|maar|waarvan|waaronder|daarvan|plus|verder|daarnaast|met)\b|\b(?=geen )|(?<=niet )(?=wel |alleen )|\(|\)"
)
WORD = re.compile(r"[a-z'][a-z'-]*|\d\w*|%")
NEXT = re.compile(r"\b(?:komen|gaan|vertrekken|rijden|zijn|staan|wij|we|ze|hebben)\b")
PART = re.compile(r" ?(?:van|op) (?:de|onze|die|ons|mijn) ")
ELECTRIC = re.compile(
    r"\b(?:op (?:de )?(?:stroom|stekker|accu|accu's|batterij|elektriciteit)\b|e(?:lec|lek)tri(?:sch|es|s|c)(?=e?\b))"
)
# "De bakwagens maar vier": no more than that, where nothing follows.
ONLY = re.compile(r"(?<=[a-z]{4}) maar (?=(?:\d+|een|twee|drie|vier|vijf|zes|zeven)(?:$|[,.;]))")
RANGE = re.compile(r" ?(?:-|a|tot|of|/|x|\*|\+|tot en met|t/m) ?(?:de )?")


@dataclass(frozen=True, slots=True)
class Spotted:
    """A number, a time or a year in a piece of text.

    `segment` is what may be read as an answer; `before` and `behind` are the words of its clause around it.
    """

    kind: str
    text: str
    segment: str
    before: tuple[str, ...]
    behind: tuple[str, ...]
    whole: str
    years: tuple[int, ...] = ()

    @property
    def around(self) -> tuple[str, ...]:
        """Return the words of its clause."""
        return (*self.before, *self.behind)

    @property
    def is_bare(self) -> bool:
        """Say whether nothing stands with a number that tells of what it is one."""
        return not set(self.around) - {"stuks", "stuk", "er", "dus"}

    @property
    def unit(self) -> Unit | None:
        """Return the unit right behind a number."""
        return unit_of(self.behind[0]) if self.kind == "number" and self.behind else None


def pieces(text: str) -> Iterator[str]:
    """Yield a text sentence by sentence, in plain letters with numbers in digits; what has no end is cut."""
    for sentence in SENTENCE_END.split(text):
        words: list[str] = []
        length = 0
        for word in (one[:LONGEST_PIECE] for one in sentence.split()):
            if length + len(word) > LONGEST_PIECE and words:
                yield in_figures(" ".join(words))
                words, length = [], 0
            words.append(word)
            length += len(word) + 1
        if words:
            yield in_figures(" ".join(words))


def in_figures(text: str) -> str:
    """Return a piece of text as it is compared; a percent sign and a unit stand apart from their number."""
    apart = ELECTRIC.sub("elektrisch", tidy(text))
    apart = re.sub(r"\bzon (?=\d)", "zo'n ", apart)  # as phones type it
    apart = ONLY.sub(" slechts ", apart)
    apart = re.sub(r"(?<=\d)(?=kwp|kwh|kw|km|mw|%|dagen)", " ", apart)
    return written_out(apart)


def mentions(piece: str) -> Iterator[Spotted]:
    """Yield what is mentioned in a piece, in order."""
    spans = list(anchors(piece))
    barriers = [match.span() for match in BARRIER.finditer(piece) if not ("tussen" in piece and match[0] == "en")]
    for at, (kind, start, end) in enumerate(spans):
        last_end = spans[at - 1][2] if at else 0
        next_start = spans[at + 1][1] if at + 1 < len(spans) else len(piece)
        left = max(
            [start_of_next(piece, last_end, start, last_end) if at else 0, *(stop for _, stop in barriers if stop <= start)]
        )
        right = min(
            [
                start_of_next(piece, end, next_start, next_start) if next_start < len(piece) else next_start,
                *(begin for begin, _ in barriers if begin >= end),
            ]
        )
        clause_left = max([0, *(stop for _, stop in barriers if stop <= start)])
        clause_right = min([len(piece), *(begin for begin, _ in barriers if begin >= end)])
        yield Spotted(
            kind,
            piece[start:end],
            piece[left:right].strip(),
            tuple(WORD.findall(piece[left:start])),
            tuple(WORD.findall(piece[end:right])),
            piece[clause_left:clause_right].strip(),
            tuple(int(year[1]) for year in YEAR.finditer(piece[clause_left:clause_right])),
        )


def start_of_next(piece: str, end: int, start: int, otherwise: int) -> int:
    """Return where the words about what comes next begin, between one thing and another: "9 trekkers | rijden 300 km"."""
    begun = NEXT.search(piece, end, start)
    return begun.start() if begun else otherwise


def anchors(piece: str) -> Iterable[tuple[str, int, int]]:
    """Return where fuses, times and numbers stand; a range is one number, and a year is none."""
    taken: list[tuple[str, int, int]] = []
    free = piece
    for kind, pattern in (("fuse", FUSE), ("clock", CLOCK), ("year", YEAR), ("number", NUMBER)):
        taken += [(kind, *match.span()) for match in pattern.finditer(free)]
        free = pattern.sub(lambda match: "#" * len(match[0]), free)
    joined: list[tuple[str, int, int]] = []
    for kind, start, end in sorted((one for one in taken if one[0] != "year"), key=lambda one: one[1]):
        if joined and kind == joined[-1][0] == "number" and is_range(piece, joined[-1][2], start):
            joined[-1] = (kind, joined[-1][1], end)
        elif joined and kind == joined[-1][0] == "number" and PART.fullmatch(piece, joined[-1][2], start):
            joined[-1] = ("part", joined[-1][1], end)
        else:
            joined.append((kind, start, end))
    return joined


def is_range(piece: str, end: int, start: int) -> bool:
    """Say whether two numbers are the ends of one: "10 tot 12", "tussen de 10 en de 20"."""
    between = piece[end:start]
    both = "tussen" in piece[:end] and re.fullmatch(r" en (?:de )?", between)
    return bool(RANGE.fullmatch(between) or both)
