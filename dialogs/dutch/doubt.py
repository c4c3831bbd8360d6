"""The two answers that are not a value, and yet full answers: "weet ik niet" and "overslaan"."""

import re

from rapidfuzz import fuzz, process

from dialogs.dutch.reading import Read
from dialogs.dutch.typed import listed, tidy, words
from domain.intake.certainty import Certainty

SAYS_NOTHING = frozenset(
    listed("""
        ik, dat, dit, het, er, zo, nu, even, helaas, sorry, nog, ook, hoor, echt, eigenlijk, eerlijk, gezegd, precies, exact,
        zeker, wel, deze, die, maar, u, op, moment, momenteel, vraag, wil, wilt, graag, liever, de, we, wij, werkelijk,
        helemaal, hiervan, daarvan
    """)
)
UNKNOWN = listed("""
    weet niet, niet weet, weetniet, weetikniet, geen idee, geen flauw idee, heb geen idee, geen benul, geen flauw benul,
    onbekend, is onbekend, niet bekend, is niet bekend, zou niet weten, weten niet, niet weten, weet geen, weet nooit, idk,
    niet duidelijk, is niet duidelijk, joost mag weten, moet opzoeken, moet navragen, moet uitzoeken, geen weet van
""")
SKIPPED = listed("""
    overslaan, sla over, overgeslagen, skip, skippen, volgende, pas, next, sla, sla volgende, slaan over, ga door,
    geen antwoord, geef geen antwoord, geen commentaar, zeg niet, niet zeggen, niet beantwoorden, niet invullen, laat maar,
    n v t, nvt, niet van toepassing, is niet van toepassing
""")
CLOSE = 88.0


def read_unknown(text: str) -> Read[None] | None:
    """Read "weet ik niet" and its kin as UNKNOWN.

    For questions with options or yes and no, read those first: "weet niet zeker" can be one of them.
    """
    typed = tidy(text)
    if re.fullmatch(r"🤷[‍♂♀]*", typed):
        return Read(None, Certainty.UNKNOWN)
    return Read(None, Certainty.UNKNOWN) if says(typed, UNKNOWN) else None


def read_skip(text: str) -> Read[None] | None:
    """Read "overslaan", a lone "-" and their kin as SKIPPED."""
    typed = tidy(text)
    if re.fullmatch(r"-+|/|⏭", typed):
        return Read(None, Certainty.SKIPPED)
    return Read(None, Certainty.SKIPPED) if says(typed, SKIPPED) else None


def says(typed: str, phrases: tuple[str, ...]) -> bool:
    """Say whether a tidied text is one of the phrases, filler and typing errors aside."""
    spoken = words(typed)
    if not spoken or re.search(r"\d", spoken):
        return False
    core = " ".join(word for word in spoken.split() if word not in SAYS_NOTHING)
    if core in phrases or spoken in phrases:
        return True
    return len(core) >= 6 and process.extractOne(core, phrases, scorer=fuzz.ratio, score_cutoff=CLOSE) is not None
