"""From "je" to "u": with the verb that goes with it, and only where it is clear what "je" is there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.language.vocabulary import INFORMAL, among

WORD = re.compile(r"[\w'-]+")
# "heb je" -> "heeft u", and "je hebt" -> "u heeft".
INVERTED = {
    "heb": "heeft", "ben": "bent", "kan": "kunt", "kun": "kunt", "wil": "wilt", "zal": "zult", "zul": "zult", "mag": "mag",
    "moet": "moet", "weet": "weet", "zou": "zou", "had": "had", "was": "was", "kon": "kon", "ga": "gaat", "sta": "staat",
    "doe": "doet", "zie": "ziet", "kom": "komt", "krijg": "krijgt", "vind": "vindt", "word": "wordt", "houd": "houdt",
    "hou": "houdt", "rijd": "rijdt", "rij": "rijdt", "denk": "denkt", "hoef": "hoeft", "hoor": "hoort", "blijf": "blijft",
    "mis": "mist", "loop": "loopt", "ontvang": "ontvangt", "zit": "zit",
}  # fmt: skip
ALSO = {  # only with "je" in front, or in a question: "laad je wagens op" is about "uw wagens"
    "laad": "laadt", "gebruik": "gebruikt", "vraag": "vraagt", "werk": "werkt", "geef": "geeft", "neem": "neemt",
    "betaal": "betaalt", "zoek": "zoekt", "verwacht": "verwacht", "koop": "koopt", "huur": "huurt", "meld": "meldt",
    "maak": "maakt", "kies": "kiest", "lees": "leest", "help": "helpt", "deel": "deelt", "verhuur": "verhuurt", "bel": "belt",
    "stuur": "stuurt", "vul": "vult", "schrijf": "schrijft", "neemt": "neemt",
}  # fmt: skip
FINITE = {
    **{form: form for form in (*INVERTED.values(), *ALSO.values())},
    "hebt": "heeft",
    "kan": "kunt",
    "wil": "wilt",
    "zal": "zult",
}
ONLY_YOU = frozenset({"hebt", "bent", "kunt", "wilt", "zult"})  # forms of nobody else
PLURAL = {
    "hebben": "heeft", "zijn": "bent", "kunnen": "kunt", "willen": "wilt", "zullen": "zult", "mogen": "mag", "moeten": "moet",
    "gaan": "gaat", "komen": "komt", "krijgen": "krijgt", "weten": "weet", "doen": "doet", "zien": "ziet", "vinden": "vindt",
    "worden": "wordt", "staan": "staat", "hoeven": "hoeft", "rijden": "rijdt", "laden": "laadt", "geven": "geeft",
    "nemen": "neemt", "gebruiken": "gebruikt", "verwachten": "verwacht", "missen": "mist", "zouden": "zou",
}  # fmt: skip
REFLEXIVE = frozenset({"meld", "schrijf", "geef", "bereid", "haast", "abonneer"})  # "meld je aan"
JOINING = among("als dat of omdat wat waar hoe wanneer zodat terwijl voordat nadat zoals die waarom hoeveel waarmee want en")
BEFORE = among("aan bij in met naar naast om onder op over per rond tegen tot uit van via voor door zonder")
OWN = among(
    """
    bedrijf terrein bedrijventerrein stroom aansluiting stroomaansluiting contract wagen wagens wagenpark voertuig voertuigen
    vrachtwagen vrachtwagens bestelwagen bestelwagens auto auto's bus bussen busjes dak zonnepanelen laadpaal laadpalen laadplek
    laadplekken vraag vragen antwoord antwoorden mening idee ideeën buren buurman collega collega's klanten plan plannen gegevens
    naam mail e-mail telefoon telefoonnummer nummer adres toestemming machtiging energierekening rekening verbruik netbeheerder
    gemeente beurt plek plaats wens wensen situatie rol pand gebouw personeel chauffeurs intake planning eigen hele nieuwe
    elektrische huidige bedrijfsnaam stroomverbruik kosten ritten behoefte inbreng steun hulp komst vermogen batterij
    """
)


@dataclass(frozen=True, slots=True)
class WordPlace:
    """A word of a sentence with those beside it; empty where a mark or the end stands between."""

    place: int
    word: str
    before: str
    after: str
    second: str


def to_polite(piece: str, plain: str) -> str | None:
    """Return a sentence with "u" for "je"; None where it is not clear what "je" is. `plain` is the same in small letters."""
    spans = [found.span() for found in WORD.finditer(plain)]
    changed: dict[int, str] = {}
    for place, (start, end) in enumerate(spans):
        if plain[start:end] not in INFORMAL:
            continue
        new = polite_of(around(plain, spans, place), asks=plain.rstrip("\"')").endswith("?"))
        if new is None:
            return None
        changed |= new
    return written(piece, spans, changed)


def around(plain: str, spans: Sequence[tuple[int, int]], place: int) -> WordPlace:
    """Return a word with its neighbours."""

    def word(other: int, near: int) -> str:
        if not 0 <= other < len(spans):
            return ""
        low, high = min(other, near), max(other, near)
        return plain[slice(*spans[other])] if plain[spans[low][1] : spans[high][0]] == " " else ""

    after = word(place + 1, place)
    second = word(place + 2, place + 1) if after else ""
    return WordPlace(place, plain[slice(*spans[place])], word(place - 1, place), after, second)


def polite_of(one: WordPlace, *, asks: bool) -> Mapping[int, str] | None:
    """Return the words to be put in the places of "je" and its verb; None where it is not clear."""
    match one.word:
        case "jouw":
            return {one.place: "uw"}
        case "jezelf":
            return {one.place: "uzelf"}
        case "jou":
            return {one.place: "u"}
        case "jullie":
            return of_many(one)
        case _:
            return of_one(one, asks=asks)


def of_many(one: WordPlace) -> Mapping[int, str] | None:
    """Return the same of "jullie"."""
    if one.after in PLURAL:
        return {one.place: "u", one.place + 1: PLURAL[one.after]}
    if one.before in PLURAL:
        return {one.place: "u", one.place - 1: PLURAL[one.before]}
    if one.after in OWN:
        return {one.place: "uw"}
    return {one.place: "u"} if one.before in BEFORE and not one.after else None


def of_one(one: WordPlace, *, asks: bool) -> Mapping[int, str] | None:
    """Return the same of "je" and "jij"."""
    who, owned = {one.place: "u"}, one.word == "je" and one.after in OWN
    if one.before in INVERTED or (asks and one.before in ALSO):
        return {**who, one.place - 1: {**ALSO, **INVERTED}[one.before]}
    if one.after in FINITE and one.before not in BEFORE:
        return {**who, one.place + 1: FINITE[one.after]}
    if owned:
        hidden = one.before in JOINING and one.second in ONLY_YOU  # "als je vragen hebt"
        return {**who, one.place + 2: FINITE[one.second]} if hidden else {one.place: "uw"}
    return who if is_plainly_you(one) else {one.place: "zich"} if is_reflexive(one) else None


def is_plainly_you(one: WordPlace) -> bool:
    """Say whether it can be nothing but "u": "als je", "meld je aan", "voor je.", "wij helpen je."."""
    if one.word == "jij":
        return one.before in JOINING
    told = one.before in BEFORE or one.before in FINITE or one.before.endswith("en")
    return one.before in REFLEXIVE or one.before in JOINING or (told and not one.after)


def is_reflexive(one: WordPlace) -> bool:
    """Say whether somebody else in the sentence is meant: "u kunt je aanmelden"."""
    return one.word == "je" and one.before in FINITE and one.after.endswith("en")


def written(piece: str, spans: Sequence[tuple[int, int]], changed: Mapping[int, str]) -> str:
    """Return a sentence with other words in these places, their capitals as they were."""
    parts, last = [], 0
    for place in sorted(changed):
        start, end = spans[place]
        new = changed[place]
        parts += [piece[last:start], new[:1].upper() + new[1:] if piece[start].isupper() else new]
        last = end
    return "".join((*parts, piece[last:]))
