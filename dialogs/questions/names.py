"""A company and its terrain in a sentence: "Jansen Transport op Hessenpoort", "wij zijn Bakkerij Ros van de Mars in Zutphen"."""

import re
from collections.abc import Iterator, Sequence

from dialogs.dutch.counted import is_called
from dialogs.dutch.doubt import read_unknown
from dialogs.dutch.typed import listed, tidy
from dialogs.dutch.units import unit_of
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.questions.meaning import Meant
from domain.intake.question import AnswerKind, Question
from domain.intake.vehicles import NAMES

COMPANY = "company.name"
GREETING = re.compile(
    r"(?:hallo|hoi|hey|goede ?(?:morgen|middag|navond|dag)|goedendag|dag|beste|met(?! (?:[a-z]+ ){1,3}(?:van|namens) ))\b"
    r"[ ,!.]*(?:team\b[ ,!.]*)?",
    re.IGNORECASE,
)
CALLED = re.compile(
    r"(?:(?:(?:u|je) spreekt )?met (?:[a-z]+ ){1,3}?(?:van|namens)|(?:u|je) spreekt met|mijn naam is (?:[a-z]+ ){1,3}?van"
    r"|hier (?:[a-z]+ ){1,2}?van|(?:wij|we) zijn|dat is|dit is|het is|ik ben van|\w+ hier van|ik ben \w+ van|ik bel namens|namens"
    r"|(?:wij|we) heten|(?:ons|het|mijn) bedrijf (?:heet|is)|'?t is|(?:onze |de )?bedrijfsnaam(?: is|:)?) +",
    re.IGNORECASE,
)
PLACED = re.compile(r"\s(?:op|van|in|aan|bij|te)\s+", re.IGNORECASE)
SETTLED = re.compile(
    r"(?:\b(?:en|wij|we|die|zijn) )*\b(?:zitten|gevestigd|staan|zit|rijden vanaf) (?:(?:wij|we|hier) )?(?:op|aan|in|bij)\s+",
    re.IGNORECASE,
)
LISTED = re.compile(r"[,;\n]")  # "Jansen Transport, Hessenpoort, 7 trekkers"
STOP = re.compile(r"[,;.!?\n(]|\s(?:en|maar|met|met onze|wij|we|hebben|heeft|zijn|komen|zitten|rijden)\s", re.IGNORECASE)
NAME_STOP = re.compile(r"[,;!?\n(]|\.\s|\s(?:wij|we|ik|zitten|gevestigd)\s", re.IGNORECASE)
NO_NAME = frozenset(
    listed("""
        een, het, met, al, niet, nu, op, in, bezig, klaar, geen, wel, nog, erg, heel, blij, benieuwd, ja, nee, hebben, zijn,
        zitten, rijden, willen, heeft, wij, we, ik, mijn, onze, ons, hier, daar
    """)
)
BEGINNING, MOST_WORDS, MOST_LOOKED_UP = 300, 6, 2


def read_names(
    text: str, questions: Sequence[Question], asked: Question | None, terrains: TerrainNames
) -> Iterator[tuple[Question, Meant, str]]:
    """Yield the name of the company and its terrain, when the beginning of a text says them; each with its words."""
    name = next((one for one in questions if one.name == COMPANY), None)
    terrain = next((one for one in questions if one.kind is AnswerKind.TERRAIN), None)
    begun = without_greeting(text[:BEGINNING].strip())
    called = CALLED.match(begun)
    rest = begun[called.end() :] if called else begun
    place = placed(rest, terrains) if terrain is not None else None
    if place is not None and terrain is not None:
        yield terrain, Meant({"id": place[1][0], "name": place[1][1]}), place[2]
    sure = called is not None or asked is name
    end = min(place[0], name_end(rest)) if place is not None else end_of(rest)
    said = rest[:end].strip(" ,.:;")
    if name is not None and (sure or (place is not None and place[3])) and could_be_called(said, capital=asked is not name):
        yield name, Meant(said), said


def without_greeting(text: str) -> str:
    """Return a text without the words that only greet."""
    for _ in range(3):
        greeting = GREETING.match(text)
        text = text[greeting.end() :].lstrip() if greeting else text
    return text


def end_of(text: str) -> int:
    stop = STOP.search(text)
    return stop.start() if stop else len(text)


def name_end(text: str) -> int:
    """Return where a name surely ends: at a mark, or where somebody begins to tell."""
    stop = NAME_STOP.search(text)
    return stop.start() if stop else len(text)


def placed(text: str, terrains: TerrainNames) -> tuple[int, tuple[str, str], str, bool] | None:
    """Return where a terrain is named, which one, its words, and whether it stands right behind what may be a name."""
    first = end_of(text)
    places = [(match.start(), match.end(), match.start() < first) for match in PLACED.finditer(text)]
    places += [(match.start(), match.end(), False) for match in SETTLED.finditer(text)]
    named = LISTED.search(text)
    if named is not None and (whole := text[named.end() :][: end_of(text[named.end() :])].strip()):
        exact = terrains.find(whole, limit=2).exact if len(whole.split()) <= MOST_WORDS else None
        if exact is not None:
            return named.start(), (exact.id, exact.name), whole, True
    for start, after, close in sorted(set(places), key=lambda one: one[0])[:MOST_LOOKED_UP]:
        words = text[after : after + end_of(text[after:])].split()[:MOST_WORDS]
        for said in dict.fromkeys(" ".join(words[:count]) for count in (MOST_WORDS, 3, 2, 1)):
            exact = terrains.find(said, limit=2).exact if re.search(r"[^\W\d_]{3}", said) else None
            if exact is not None:
                return start, (exact.id, exact.name), said, close
    return None


def could_be_called(said: str, *, capital: bool) -> bool:
    """Say whether words can be the name of a company."""
    words = said.split()
    letters = sum(character.isalpha() for character in said)
    if not 0 < len(words) <= MOST_WORDS or letters < 2 or NO_NAME.intersection(word.casefold() for word in words[:1]):
        return False
    plain = tidy(said).split()
    if (
        read_unknown(said)
        or any(unit_of(word) for word in plain[1:])
        or any(is_called(plain[at:], name) for at in range(len(plain)) for names in NAMES.values() for name in names)
    ):
        return False
    if {"hebben", "zijn", "heeft", "rijden", "willen", "zitten", "weet", "kan", "komen"}.intersection(map(str.casefold, words)):
        return False
    return not capital or words[0][0].isupper() or words[0][0].isdecimal() or words[-1][0].isupper()
