"""Companies that others named: "mijn buurman Jansen en bakkerij Smit moeten ook meedoen", read as names and nothing else."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from domain.companies.companies import company_key, folded
from domain.intake.acceptance import clean_text

MOST_NAMED = 20  # companies that one company may name
LONGEST, MOST_WORDS, MOST_DIGITS = 60, 8, 4  # of a name: characters, words, and digits; a telephone number has more

# Behind these words a name ends, before those it begins.
_APART = re.compile(r"[,;\n]| / | en ook | en | \+ ", re.IGNORECASE)
_BEFORE = """
mijn m'n onze ons de het een die dat deze buurman buurmannen buurvrouw buren buur buurbedrijf buurbedrijven bedrijf
bedrijven collega overburen overbuurman vriend relatie klant firma naast hiernaast van heet heten namelijk
bijvoorbeeld misschien zeker wellicht ook en of maar ik wij we u jullie je denk dat vind zou wil willen kunnen kunt
moet moeten mogen nog graag vragen vraag aandragen noemen noem uitnodigen tip eens even als dan ander andere volgens
mij
"""
_BEHIND = """
moet moeten mag mogen kan kunnen zou zouden wil willen doet doen ook nog mee meedoen meenemen erbij bij vragen
gevraagd worden uitnodigen uitgenodigd aan aandragen benaderen zeker wel eens even graag hiernaast ernaast hier naast
ons tegenover betrekken aanhaken bellen zijn horen aub alsjeblieft alstublieft van jullie
"""
BEFORE, BEHIND = frozenset(_BEFORE.split()), frozenset(_BEHIND.split())
# What nobody is called, and what belongs to the name before it: "Van den Berg en Zonen", "Jansen Bouw en Techniek".
_NOBODY = """
niemand geen nee niet nvt nvt. iedereen allemaal alle alles weet onbekend idee anderen rest terrein park gemeente
netbeheerder provincie geenidee weetniet nummer nr ja nu zo hoe wie wat er zij ze hun ben ken baas man vrouw broer
zus vader chef planner chauffeur chauffeurs personeel medewerkers iemand klanten leden dit moeder boekhouder directeur
"""
_GOES_ON = """
zn zonen zoon zo dochters dochter co cie partners partner broers broer zus compagnon advies techniek bouw transport
logistiek opslag handel verhuur onderhoud installatie montage sloop grondwerk recycling distributie expeditie service
services interieur
"""
NOBODY, GOES_ON = frozenset(_NOBODY.split()), frozenset(_GOES_ON.split())
ADDRESS = re.compile(r"https?:|www\.|@|\w\.(?:nl|com|eu|net|org|be|de|info|io)\b", re.IGNORECASE)
KVK = re.compile(r"\(?(?<![\d-])\b(?:kvk|kvk-nummer|kvknummer)?[ :.]*(\d{8})\b\)?", re.IGNORECASE)


class NotAName(StrEnum):
    """Why a text is not taken as the name of a company."""

    ADDRESS = "address"
    NUMBER = "number"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class NamedOther:
    """A company as somebody named it; `kvk` is empty where they did not say it."""

    name: str
    kvk: str = ""

    @property
    def key(self) -> str:
        """Return its name as names of companies are compared."""
        return company_key(self.name)


@dataclass(frozen=True, slots=True)
class NamesRead:
    """The companies that a text names, each once, and why parts of it name none."""

    names: tuple[NamedOther, ...] = ()
    refused: tuple[NotAName, ...] = ()


@dataclass(frozen=True, slots=True)
class Nomination:
    """A company of the register that another one named (`of`, its intake). `refused` does not want to be approached.

    `settled_at` is when the team said that nothing is to be done.
    """

    number: int
    company: UUID
    name: str
    terrain: str
    of: UUID
    may_tell: bool
    said: str
    at: datetime.datetime
    refused: bool = False
    settled_at: datetime.datetime | None = None


def read_names(text: str) -> NamesRead:
    """Return the companies that a text names. Who is meant without a name ("mijn buurman", "iedereen") is none of them."""
    found: dict[str, NamedOther] = {}
    refused: list[NotAName] = []
    for part in parts_of(clean_text(text)):
        read = read_name(part)
        if isinstance(read, NotAName):
            refused.append(read)
        elif read is not None:
            found.setdefault(read.key, read)
    return NamesRead(tuple(found.values()), tuple(dict.fromkeys(refused)))


def parts_of(text: str) -> Sequence[str]:
    """Return the parts of a text that can each be a name; an "en" inside a name parts nothing."""
    parts: list[str] = []
    for start, end in spans_of(text):
        part, glue = text[start:end].strip(), text[:start].casefold().rstrip()
        words = folded(part).split()
        inside = glue.endswith(" en") and bool(parts) and bool(words) and GOES_ON.issuperset(words)
        if inside:
            parts[-1] = f"{parts[-1]} en {part}"
        elif part:
            parts.append(part)
    return parts


def spans_of(text: str) -> Sequence[tuple[int, int]]:
    """Return where the parts of a text begin and end."""
    marks = [match.span() for match in _APART.finditer(text)]
    starts, ends = [0, *(end for _, end in marks)], [*(start for start, _ in marks), len(text)]
    return tuple(zip(starts, ends, strict=True))


def read_name(part: str) -> NamedOther | NotAName | None:
    """Return the company that a part of a text names; None for nobody."""
    if ADDRESS.search(part):
        return NotAName.ADDRESS
    numbered = KVK.search(part)
    name = bare(KVK.sub(" ", part) if numbered else part)
    key = company_key(name)
    if not any(letter.isalpha() for letter in key):
        return NotAName.NUMBER if any(letter.isdecimal() for letter in part) else None
    if not NOBODY.isdisjoint(key.split()[:2]) or key in BEHIND:
        return None
    if sum(letter.isdecimal() for letter in name) > MOST_DIGITS:
        return NotAName.NUMBER
    if len(name) > LONGEST or len(name.split()) > MOST_WORDS:
        return NotAName.LONG
    return NamedOther(name, numbered[1] if numbered else "")


def bare(part: str) -> str:
    """Return a part of a sentence without the words around a name: "mijn buurman Jansen moet ook meedoen" is "Jansen"."""
    words = part.strip(" .!?:\"'“”‘’()*-").split()
    while words and folded(words[0]) in BEFORE and not begins_name(words):
        words.pop(0)
    while words and folded(words[-1]) in BEHIND:
        words.pop()
    return " ".join(words).strip(" .!?:\"'“”‘’()*-")


def begins_name(words: Sequence[str]) -> bool:
    """Say whether a small word begins a name: "De Vries", "van den Berg"; in "de buurman" it does not."""
    following = folded(words[1]) if len(words) > 1 else ""
    return folded(words[0]) in {"de", "het", "van"} and bool(following) and following not in BEFORE - {"de"} | BEHIND | NOBODY
