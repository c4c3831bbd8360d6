"""Yes and no in all their Dutch forms, from "ja hoor" to "liever niet"."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from dialogs.dutch.doubt import read_skip, read_unknown
from dialogs.dutch.hedges import without_hedges
from dialogs.dutch.numerals import in_digits
from dialogs.dutch.reading import Ambiguous, Reading, read_as
from dialogs.dutch.typed import in_standard, listed, tidy, words

YES = """
    ja, jawel, jazeker, jaja, jep, jup, yes, yep, yup, yeah, yo, oke, ok, okay, okee, okido, akkoord, klopt, prima, zeker,
    zeker wel, zeker weten, correct, goed, is goed, natuurlijk, uiteraard, top, inderdaad, absoluut, mag, doe maar, graag,
    graag zelfs, y, j, mij best, vooruit, vooruit maar, geen probleem, geen bezwaar, eens, juist, geregeld, helemaal goed,
    liever wel, toch wel, het klopt, si, welja, perfect, fijn, lijkt me goed, wel, tuurlijk, tuurlijk wel, vanzelfsprekend,
    kom maar, zeker te weten, reken maar, joazeker, welzeker, allicht, met plezier, sure, ga je gang, gaat uw gang, ga uw gang,
    begin maar, start maar, stuur maar, stuur maar door, stuur maar op, deel maar, deel het maar, geef maar door, bewaar maar,
    doe het maar, doe dat maar, kom maar door, mag wel, mag best, mag gerust, mag van mij, van mij mag, van mij mag het,
    van ons mag het, mogen ze best weten, mogen ze best zien, mogen ze gerust weten, mogen ze gerust zien, mogen ze weten,
    mogen ze zien, geen enkel bezwaar, heb ik geen bezwaar tegen, hebben we geen bezwaar tegen, heb ik niets tegen,
    geen bezwaar tegen, geen problemen mee, heb ik geen probleem mee, heb ik geen problemen mee, geen moeite mee,
    heb ik geen moeite mee, hebben we geen moeite mee, geen punt, lijkt me prima, vind ik goed, vind ik prima, vind ik best,
    vinden we goed, vinden we prima, ik vind het best, kan geen kwaad
"""
NO = """
    neej, nej,
    nee, neen, nope, nah, niet, nooit, no, nein, liever niet, zeker niet, graag niet, doe maar niet, mag niet, klopt niet,
    niet akkoord, niet goed, hoeft niet, hoef niet, niet nodig, n, absoluut niet, natuurlijk niet, echt niet, geen, weiger,
    oneens, niet eens, onjuist, niet juist, niet correct, ik dacht het niet, dacht het niet, van niet, niks, nee nee,
    beter van niet, liever geen, geen interesse, geen behoefte, geenszins, niet graag, is niet goed, neu, nooit niet,
    geen sprake van, daar komt niets van in, komt niets van in, uitgesloten, ben je gek, vergeet het maar, in geen geval,
    onder geen beding, over mijn lijk, zeker niet, zijn we niet van plan, niet van plan, begin ik niet aan, beginnen we niet aan,
    wil ik niet, willen we niet, willen wij niet, wil ik liever niet, willen we liever niet, heb ik liever niet,
    hebben we liever niet, moet ik niet, moeten we niet, hoeft van mij niet, hoeft niet van mij, van mij niet, van ons niet,
    zie ik niet zitten, zien we niet zitten, geen zin, geen zin in, heb ik geen zin in, geen behoefte aan,
    heb ik geen behoefte aan, heb ik bezwaar tegen, gaat niemand wat aan, gaat niemand iets aan, gaat niemand aan,
    gaat ze niets aan, gaat hun niets aan, gaat hen niets aan, gaat ze geen bal aan, mogen ze niet, mogen ze niet weten,
    mogen ze niet zien, mogen ze niet hebben, moeten ze niet weten, moeten ze niet te weten komen, moeten ze niet zien,
    hoeven ze niet te weten, hoeven ze niet te zien, hoeven ze niet, komt niet in vraag, deel ik niet, delen we niet,
    daar komt niets van in, geen denken aan, niet aan denken, moet er niet aan denken, moeten er niet aan denken,
    geen haar op mijn hoofd, geen kans, no way, komt er niet in, daar beginnen we niet aan, daar begin ik niet aan,
    echt geen denken aan, absoluut geen denken aan
"""
BOTH = "nog niet, niet zeker, niet nu, nu niet, soms, ja en nee, jein, toch, allebei, beide, weet niet, half"
FILLER = """
    hoor, dat, dit, het, is, u, ik, wij, we, dank u, dank u wel, dank je, bedankt, dankjewel, alsjeblieft, alstublieft, aub,
    svp, maar, hier, mee, dan, al, ook, nu, mijnheer, meneer, mevrouw, zo, heel, helemaal, echt, gewoon, meer, mij, vind, joh,
    jong, man, daar, nou, jawel hoor, zoals het is
"""
MEANINGS: dict[str, bool | None] = {
    **dict.fromkeys(listed(FILLER), None),
    **dict.fromkeys(listed(YES), True),
    **dict.fromkeys(listed(NO), False),
}
UNCLEAR = frozenset(listed(BOTH))
TURNING = frozenset(
    listed("""
        maar, mits, tenzij, als, alleen, of, behalve, misschien, niet, geen, toch, soms, nog, wel, half, indien, wanneer, deels,
        liever, nooit, zonder, ja, nee, enkel, eventueel, mogelijk, hooguit
    """)
)
OPENING_MORE = frozenset(listed("geen, niet, niks, wel, nooit, mag, graag, zeker"))  # these open a sentence of their own
MAYBE = re.compile(r"\b(?:misschien|wellicht|mogelijk|eventueel|soms|vaak|meestal)\b")
EMOJI = (("👍", "ja"), ("👌", "ja"), ("✅", "ja"), ("✔", "ja"), ("👎", "nee"), ("❌", "nee"), ("🚫", "nee"), ("✖", "nee"))
FUZZY = [word for word, meaning in MEANINGS.items() if meaning is not None and len(word) > 4 and " " not in word]
LONGEST = 6
# What was done or not, where a question asks whether it was: "hebben we vorig jaar gedaan", "nog nooit aan gedacht".
NOT_DONE = re.compile(
    r"\b(?:nog niet|nog nooit|nooit|niet)\b[a-z' ]{0,30}\b(?:gedaan|aangevraagd|ingediend|gevraagd|(?:na)?gedacht|gebeurd"
    r"|toegekomen|geregeld|bezig|mee bezig|gehad|van gekomen|begonnen)$|^(?:nog niet|nog nooit|nee nog niet|tot nu toe niet)$"
    r"|\bgeen (?:aanvraag|verzoek|verzwaring)\b"
)
DONE = re.compile(
    r"\b(?:is|zijn|hebben|heb|heeft|hadden|dat|die|al|wij|we)\b[a-z' ]{0,40}\b(?:gedaan|aangevraagd|ingediend|aangemeld|gebeurd"
    r"|geregeld|in behandeling)\b|\b(?:aanvraag|verzoek) (?:loopt|ligt er|is de deur uit|staat uit)\b|\bop de wachtlijst\b"
)
HONESTLY = re.compile(
    r"\b(?:(?:heel |om )?eerlijk (?:gezegd|te zijn|is eerlijk)|moet ik (?:eerlijk )?(?:zeggen|bekennen)|eigenlijk|hoor|joh)\b"
)
DENIED = re.compile(r"\b(?:niet|niets|nergens|vergeten|nooit|geen|zonder|nog|gaan|willen|wil|moeten|moet|zouden|als|misschien)\b")
ASKED_BACK = Ambiguous((("Ja", True), ("Nee", False)))
HEAD = re.compile(r"[,.;:!]+\s+|\n+")
OWN_ACCORD = re.compile(r",? \bals (?:het|dat|u|je|jullie) (?:helpt|kan|moet|uitkomt|wilt?|willen|nodig is|zin heeft)\b")
STRONG = frozenset(
    listed("ja, jawel, jazeker, jaja, joa, jep, jup, akkoord, mag, zeker, natuurlijk, tuurlijk, uiteraard, ok, oke")
)
REFUSING = frozenset(listed("niet, geen, nooit, nee, liever, zonder, maar"))
BUT = re.compile(r"\bmaar (?:wel|toch|de|het|voor de|aan|alleen|als|met|dan|eerst)\b")
# "stuur maar op naar ze": who says so behind a yes means yes.
URGES = re.compile(
    r"(?:doe|stuur|deel|geef|bewaar|zet|start|begin|kom|noteer)\b(?: \w+){0,2} maar\b"
    r"(?!.*\b(?:niet|geen|als|alleen|zitten|wel|eerst|maar)\b)"
)
UNSURE = re.compile(r"\b(?:snap|begrijp|weet|twijfel|geloof|hoezo|waarom|straks|later|eerst|laat maar)\b")


def read_yes_no(text: str) -> Reading[bool]:
    """Read yes or no; both at once is asked back.

    "misschien" and "nog niet" are neither: None, so that a question that has them as an option can read them.
    """
    typed = in_standard(tidy(text))
    for sign, meaning in EMOJI:
        typed = typed.replace(sign, f" {meaning} ")
    bare, hedged = without_hedges(typed)
    said = shortened(words(bare))
    if not said or said in UNCLEAR or MAYBE.search(typed) or re.search(r"[?<>{}\[\]\d]", typed):
        return ASKED_BACK if said in ("ja en nee", "jein") else None
    if read_unknown(text) or read_skip(text):
        return None
    if hedged:
        said = re.sub(r"\b(?:het )?wel$", "ja", re.sub(r"\b(?:het |van )?niet$", "nee", said))
    meanings = meanings_of(said)
    if meanings is None:
        return opening(said, hedged=hedged)
    if not meanings:
        return None
    return read_as(meanings.pop(), estimate=hedged) if len(meanings) == 1 else ASKED_BACK


def read_done(text: str) -> Reading[bool]:
    """Read whether something was done, from the word for it; None where it is denied twice, or still to come."""
    said = " ".join(HONESTLY.sub(" ", words(in_standard(tidy(text)))).split())
    if "?" in text or MAYBE.search(said):
        return None
    if NOT_DONE.search(said):
        return read_as(value=False) if len(DENIED.findall(said.replace("nog ", ""))) == 1 else None
    return read_as(value=True) if DONE.search(said) and not DENIED.search(said) else None


def read_plain_yes_no(text: str) -> bool | None:
    """Read a yes or no that says nothing else and leaves no doubt: what a consent takes. None for everything more."""
    said = shortened(words(in_standard(tidy(text)).replace("👍", " ja ").replace("👎", " nee ")))
    open_ended = "?" in text or said in UNCLEAR or MAYBE.search(said) or said.endswith(("ja maar", "nee maar"))
    meanings = None if open_ended else meanings_of(said)
    return next(iter(meanings)) if meanings is not None and len(meanings) == 1 else None


def read_opening_yes_no(text: str) -> tuple[bool | None, str]:
    """Read a plain yes or no with more words behind it, and return those: "nee, dat gaat niemand wat aan".

    None and "" where what follows turns it around, puts a condition, asks, or is in doubt. A no needs no mark behind it.
    """
    bare = OWN_ACCORD.sub("", text)
    plain = read_plain_yes_no(bare)
    if plain is not None or "?" in text:
        return plain, ""
    cut = HEAD.search(bare)
    head, rest = (bare[: cut.start()], bare[cut.end() :]) if cut else ("", bare)
    said = words(in_standard(tidy(rest))).split()
    if cut is None and said[:1] and said[0] in ("nee", "neen", "neu"):
        head, rest, said = said[0], " ".join(said[1:]), said[1:]
    meaning = read_plain_yes_no(head) if head else None
    if meaning and not STRONG.intersection(words(in_standard(tidy(head))).split()):
        meaning = None  # "goed, ik ben bakker" agrees to nothing
    if meaning and URGES.match(" ".join(said)):
        return meaning, ""
    turned = TURNING - REFUSING if meaning is False and not BUT.search(words(tidy(bare))) else TURNING
    if meaning is None or turned.intersection(said) or UNSURE.search(" ".join(said)) or MAYBE.search(bare):
        return None, ""
    if meaning is False and any(letter.isdecimal() for letter in in_digits(" ".join(said))):
        return None, ""  # "nee, het zijn er 8" puts something right
    behind = read_plain_yes_no(rest)
    return (meaning, "" if behind is meaning else rest) if behind in (meaning, None) else (None, "")


def opens_with_yes_or_no(text: str) -> bool:
    """Say whether a text begins with yes or no, whatever follows: "ja klopt, alleen ...", "nee, de trekkers ..."."""
    said = shortened(words(in_standard(tidy(text)))).split()
    return bool(said) and MEANINGS.get(said[0]) is not None and said[0] not in OPENING_MORE


def shortened(said: str) -> str:
    """Return the text with "jaaa" and "neeee" as "ja" and "nee"."""
    return re.sub(r"\bja{2,}\b", "ja", re.sub(r"\bne{3,}\b", "nee", said))


def meanings_of(said: str) -> set[bool] | None:
    """Return whether yes, no or both are said; None when there are words that say something else."""
    found: set[bool] = set()
    left = re.sub(r"^(?:ja|nee) (?:en|of) (?:nee|ja)$", "ja nee", said).split()
    while left:
        used, meaning = next(longest(left), (0, None))
        if not used:
            return None
        if meaning is not None:
            found.add(meaning)
        del left[:used]
    return found


def longest(left: list[str]) -> Iterator[tuple[int, bool | None]]:
    """Yield the phrases the words begin with, longest first, as a number of words and what they mean."""
    for used in range(min(LONGEST, len(left)), 0, -1):
        phrase = " ".join(left[:used])
        if phrase in MEANINGS:
            yield used, MEANINGS[phrase]
    if len(left[0]) > 4 and left[0] not in TURNING:
        close = process.extractOne(left[0], FUZZY, scorer=fuzz.ratio, score_cutoff=85)
        if close is not None:
            yield 1, MEANINGS[close[0]]


def opening(said: str, *, hedged: bool) -> Reading[bool]:
    """Read "ja, dat hebben wij gevraagd" by its first word, as long as nothing after it turns it around."""
    spoken = said.split()
    used, meaning = next(longest(spoken), (1, None))
    first, rest = " ".join(spoken[:used]), spoken[used:]
    if (
        meaning is None
        or (used == 1 and first not in MEANINGS)
        or first in ("niet", "geen", "goed", "mag", "wel", "no", "n", "j", "y", "si")
    ):
        return None
    allowed = {"niet", "geen", "nooit", "nee"} if meaning is False else {"ja", "wel"}
    if "toch" in rest and meaning is False:
        return ASKED_BACK
    return None if TURNING.intersection(rest) - allowed else read_as(meaning, estimate=hedged)
