"""The words people read, judged: every reply that any test produces goes through `faults`.

The measures are those of Dutch at level B1: sentences of at most 18 words, 12 on average, "u", and everyday words. B1 is a
level for learners, not a formula; what can be counted is counted here, the rest is for people.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

LONGEST_SENTENCE = 18
LONGEST_AVERAGE = 12
ENOUGH_SENTENCES = 3

# Flesch-Douma: 60-70 is "normaal", 70-80 "tamelijk gemakkelijk". A text of fewer words says little about itself.
EASIEST_FLOOR = 60.0
ENOUGH_WORDS = 25

HARD_WORDS = {
    "aangaande": "over", "additioneel": "extra", "additionele": "extra", "adequaat": "goed", "alsmede": "en",
    "alvorens": "voordat", "behoudens": "behalve", "betreffende": "over", "bovengenoemde": "deze", "conform": "volgens",
    "cruciaal": "heel belangrijk", "daar waar": "als", "derhalve": "daarom", "desbetreffende": "deze",
    "dient te": "moet", "dienen te": "moeten", "dient u": "moet u", "diverse": "verschillende", "doch": "maar",
    "door middel van": "met", "echter": "maar", "essentieel": "heel belangrijk", "evalueren": "nakijken",
    "faciliteren": "helpen", "faciliteert": "helpt", "frequent": "vaak", "geinventariseerd": "gevraagd", "gelieve": "wilt u",
    "hetgeen": "wat", "hieromtrent": "hierover", "implementatie": "invoering", "implementeren": "invoeren",
    "implementeert": "voert in", "in het kader van": "voor", "indien": "als", "initieren": "beginnen", "inlichten": "vertellen",
    "integraal": "in zijn geheel", "inventarisatie": "overzicht", "inventariseren": "vragen", "kenbaar maken": "laten weten",
    "met betrekking tot": "over", "middels": "met", "mits": "als", "momenteel": "nu", "nadere": "meer", "omtrent": "over",
    "onderhavige": "deze", "optimaliseren": "beter maken", "participatie": "meedoen", "participeren": "meedoen",
    "prioriteit": "voorrang", "proactief": "zelf", "realiseren": "maken", "reeds": "al", "relevant": "belangrijk",
    "relevante": "belangrijke", "stakeholder": "betrokkene", "stakeholders": "betrokkenen", "teneinde": "om",
    "ten aanzien van": "over", "ten behoeve van": "voor", "tenzij": "behalve als", "ter inzage": "om in te kijken",
    "terzake": "hierover", "tevens": "ook", "thans": "nu", "uiterlijk op": "niet later dan", "utiliseren": "gebruiken",
    "verstrekken": "geven", "verstrekt": "geeft", "vigerende": "geldende", "voornoemde": "deze", "wenselijk": "goed",
}  # fmt: skip
ZONES = ("zero-emissie", "zero emissie", "zero-emission", "nul-emissie", "nulemissie", "ze-zone", "zez", "milieuzone")
# Names that the sources gave and the team uses: a name is not translated.
NAMES = ("Inventarisatie",)
INFORMAL = ("je", "jij", "jou", "jouw", "jullie", "jezelf")
# Long, but the words companies use themselves: they do not count as hard in the reading score.
KNOWN_LONG = frozenset(
    re.findall(
        r"\w+",
        """
        bedrijventerrein bedrijventerreinen laadpaal laadpalen laadpunt laadpunten laadplein laadplek laadplekken netbeheerder
        netbeheerders stroomaansluiting aansluiting zonnepanelen bestelwagen bestelwagens vrachtwagen vrachtwagens bakwagen
        bakwagens trekker trekkers oplegger opleggers voertuig voertuigen elektrisch elektrische batterij energiehub
        hoofdzekering kilometer kilometers projectteam toestemming toestemmingen antwoord antwoorden gemeente ondernemer
        provincie provincies werkdag werkdagen verhuurder waterstof laadmaat parkmanager intake
        """,
    )
)
LEFT_OVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|\{\w*\}|\$\{|(?<!\w)(?:None|True|False|null|undefined|NaN|Undefined)(?!\w)")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
ABBREVIATION = re.compile(
    r"\b(?:bijv|bv|ca|dhr|mevr|nr|max|min|incl|excl|o\.a|d\.w\.z|m\.a\.w|t/m|[a-z]\.[a-z])\.$", re.IGNORECASE
)
FACT = re.compile(r"^[-*• ]*(?P<label>[^.!?:\n]{1,60}\??): +(?P<value>.+)$")
VOWELS = re.compile(
    r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|[aeiouyàáâäèéêëìíîïòóôöùúûü]"  # a trema starts anew
)


def faults(text: str, *, zones: bool = False) -> list[str]:
    """Return what is wrong with the words of a reply, each fault as a short sentence; an empty list when all is well.

    `zones` allows zero-emission zones to be named: only to who asked, and in session plans.
    """
    return list(_faults(text, zones=zones))


@lru_cache(maxsize=4096)  # one process meets most texts many times
def _faults(text: str, *, zones: bool) -> tuple[str, ...]:
    return (*broken(text), *wrong_words(text, zones=zones), *long_sentences(text))


def broken(text: str) -> Iterator[str]:
    """Yield what no text should hold: left-over templates, tags, double spaces, a small letter at the start."""
    if left := LEFT_OVER.search(text):
        yield f"left over: {left[0]!r}"
    if tag := TAG.search(text):
        yield f"HTML: {tag[0]!r}"
    if re.search(r"\S {2,}\S", text):
        yield "two spaces in a row"
    if text.strip()[:1].islower():
        yield f"begins without a capital: {text.strip()[:20]!r}"


def wrong_words(text: str, *, zones: bool) -> Iterator[str]:
    """Yield informal words, hard words with an easier one, and words that are not for companies."""
    for name in NAMES:
        text = text.replace(name, "…")
    small = text.lower()
    for word in INFORMAL:
        if word in small and re.search(rf"(?<![\w'-]){word}(?![\w'-])", small):
            yield f"says {word!r}, not 'u'"
    for word, easier in HARD_WORDS.items():
        if word in small and re.search(rf"(?<![\w-]){word}(?![\w-])", small):
            yield f"hard word {word!r}: say {easier!r}"
    for word in () if zones else ZONES:
        if word in small and re.search(rf"(?<!\w){word}", small):
            yield f"not for companies: {word!r}"


def long_sentences(text: str) -> Iterator[str]:
    """Yield the sentences that are too long, and the average when that is."""
    lengths = []
    for sentence in sentences(text):
        length = len(words(sentence))
        if length > LONGEST_SENTENCE:
            yield f"{length} words: {sentence!r}"
        if re.search(r"[.!?…][\"')]*$", sentence):
            lengths.append(length)
    if len(lengths) >= ENOUGH_SENTENCES and sum(lengths) / len(lengths) > LONGEST_AVERAGE:
        yield f"{sum(lengths) / len(lengths):.1f} words a sentence on average"


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text; of a fact ("label: value") only the sentences in its value."""
    for line in text.splitlines():
        fact = FACT.match(line)
        if fact is None:
            yield from sentences_in(line)
        elif re.search(r"[.!?]", fact["value"]):
            yield from sentences_in(fact["value"])


def sentences_in(line: str) -> Iterator[str]:
    """Yield the sentences of one line; "1.250", "18.30", "bijv." and web addresses do not end one."""
    sentence = ""
    for piece in re.split(r"(?<=[.!?:…])(?:(?=[\"')])[\"')]+)?\s+", line.strip(" -*•")):
        sentence = f"{sentence} {piece}".strip()
        if not ABBREVIATION.search(sentence):
            if sentence:
                yield sentence
            sentence = ""
    if sentence:
        yield sentence


def words(text: str) -> list[str]:
    """Return the words of a text; a number with its sign, an address or a compound with a hyphen is one word."""
    return [word for word in text.split() if re.search(r"\w", word)]


def syllables(word: str) -> int:
    """Count the syllables of a Dutch word by its vowel sounds; a number or an abbreviation counts as one."""
    return max(1, len(VOWELS.findall(word.lower())))


def reading_ease(text: str) -> float:
    """Return the Flesch-Douma score: 206.835 - 0.93 words per sentence - 77 syllables per word.

    Words that companies use themselves count as two syllables at most: Dutch compounds would make any honest text "hard".
    """
    parts = list(sentences(text))
    spoken = [word.strip(".,!?:;\"'()").lower() for part in parts for word in words(part)]
    if not spoken:
        return 100.0
    sounds = sum(min(syllables(word), 2) if word in KNOWN_LONG else syllables(word) for word in spoken)
    return 206.835 - 0.93 * len(spoken) / len(parts) - 77 * sounds / len(spoken)


def hard_to_read(text: str) -> list[str]:
    """Return a fault when a text long enough to tell scores below the floor; softer than `faults`, for whole pages.

    Addresses are not read.
    """
    text = re.sub(r"https?://\S+", "", text)
    score = reading_ease(text)
    enough = sum(len(words(part)) for part in sentences(text)) >= ENOUGH_WORDS
    return [f"reading ease {score:.0f}, below {EASIEST_FLOOR:.0f}"] if enough and score < EASIEST_FLOOR else []
