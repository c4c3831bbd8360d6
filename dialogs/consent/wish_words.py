"""What somebody wants to be seen, or not, in their own words: "ik wil niet meer dat de gemeente het ziet"."""

import re
from dataclasses import dataclass

from dialogs.dutch.in_order import InOrder, come_in_order
from dialogs.dutch.typed import tidy, words
from domain.consent.consents import Purpose

NOT = re.compile(r"\b(?:niet|geen|nooit)\b")
WANTS = re.compile(r"\b(?:wil|moet|moeten|mag|mogen|graag|kan|kunt)\b")
AT_A_SESSION = re.compile(r"\b(?:op|tijdens|bij) (?:de|een|die|elke) (?:start|werk)?(?:bijeenkomst(?:en)?|sessies?)\b")
TEAM = re.compile(r"\b(?:projectteam|het team|de provincies?)\b")
OWN_ANSWERS = re.compile(r"\b(?:mijn|m'n|onze|de) (?:antwoorden|gegevens|cijfers|aantallen)\b")
# Whom each is about, as people call them.
WHO: dict[Purpose, tuple[InOrder, ...]] = {
    Purpose.KEEP: ((TEAM, OWN_ANSWERS), (OWN_ANSWERS, TEAM)),
    Purpose.MUNICIPALITY: ((re.compile(r"\b(?:gemeentes?|gemeenten|wethouder|ambtenaar|ambtenaren)\b"),),),
    Purpose.OPERATOR: ((re.compile(r"\b(?:netbeheerders?|netbedrijf|liander|alliander|enexis|coteq|rendo|stedin)\b"),),),
    Purpose.COMPANIES: (
        (
            re.compile(
                r"\b(?:buren|buurman|buurbedrijven|concurrent|concurrenten|concurrentie|(?:andere|de) (?:bedrijven|ondernemers)"
                r"|bedrijven op (?:het|mijn|ons) terrein)\b"
            ),
        ),
        (AT_A_SESSION,),
    ),
    Purpose.TOTAL: (
        (
            re.compile(r"\b(?:wil|mag|mogen|ons|aantallen|cijfers|antwoorden)\b"),
            re.compile(r"\b(?:totaal|meetellen|meetelt|meetel|meegeteld)\b"),
        ),
    ),
    Purpose.APPROACH: ((re.compile(r"\b(?:uitgenodigd|uitnodigen|uitnodiging(?:en)? (?:meer|krijgen|ontvangen))\b"),),),
    Purpose.ADVISERS: ((re.compile(r"\b(?:adviseurs?|adviesbureaus?)\b"),),),
    Purpose.MAIL: ((re.compile(r"\b(?:mails|mailtjes|mailen|gemaild|mail meer)\b"),),),
}
# What a wish about nobody, or everybody, is about: seeing and counting, and not who may write.
SEEN = (Purpose.TOTAL, Purpose.COMPANIES, Purpose.MUNICIPALITY, Purpose.OPERATOR, Purpose.ADVISERS)
# Seeing or sharing what we keep of them: "de netbeheerder zei dat het niet mag" is about something else.
OURS = re.compile(
    r"\b(?:het|t|dit|dat|deze|die|ze|mijn|m'n|onze|ons|alles|gegevens|antwoorden|cijfers|aantallen|toestemming(?:en)?|stop|meer)\b"
)
SHARED = re.compile(
    r"\b(?:zien|ziet|inzien|inzage|delen|deel|gedeeld|meekijken|meekijkt|kijken|lezen|leest|weten|krijgen|krijgt|toestemming(?:en)?"
    r"|trek|intrekken|doorgeven|doorgegeven|gebruiken|gebruikt|tonen|getoond|akkoord|goedkeuring|op tafel|bespreken|besproken"
    r"|op het scherm|inziet|meekijken|er (?:\w+ ){0,2}bij|(?:gegevens|antwoorden|cijfers|aantallen) (?:\w+ ){0,3}hebben)\b"
)
WISHED = re.compile(
    r"\b(?:wil|willen|mag|mogen|hoef|hoeft|hoeven|moet|moeten|deel|stop|stoppen|trek|intrekken|geef|toestemming(?:en)?|liever|graag"
    r"|zet|schakel|draai"
    r"|verbied|haal|laat|laten|vind|deel|(?:niks|niets|niet|geen) (?:meer|langer))\b"
)
SAY_ALL = (Purpose.TOTAL, Purpose.APPROACH, Purpose.MAIL)  # their own words say already that it is about this
ASKS = re.compile(
    r"(?:en |maar )?(?:wie|wat|waar|waarom|hoe|hoezo|welke?|wanneer|kan|kun|kunt|kunnen|mag|mogen|moet|moeten|ziet?|zien|is|zijn"
    r"|krijgt?|deelt|weet)\b"
)
NOT_ANY_MORE: tuple[InOrder, ...] = (
    (re.compile(r"\b(?:niet|geen|niks|niets|nooit|stop|stoppen|intrekken|niemand|verbied|bezwaar)\b"),),
    (re.compile(r"\b(?:trek|haal)\b"), re.compile(r"\b(?:in|weg|uit|eruit|af)\b")),
    (
        re.compile(r"\b(?:zet|doe|schakel|draai)\b"),
        re.compile(r"\b(?:delen|toestemming|vinkje)\b"),
        re.compile(r"\b(?:uit|terug|weg)\b"),
    ),
)
AS_FOR_ME = re.compile(r"^wat (?:mij|ons) betreft\b")
# Said beside a yes, and no refusal.
HARMLESS = re.compile(r"\b(?:niks|niets|geen|niet) (?:te verbergen|te verstoppen|geheimen?|bezwaar|probleem|moeite|erg)\b")
AGREES: tuple[InOrder, ...] = (
    (
        re.compile(r"\b(?:mag|mogen|wil|willen|geef|geven|laat|laten|deel|vind (?:het )?(?:goed|prima|best|ok|oke)|akkoord)\b"),
        re.compile(
            r"\b(?:wel|toch|gerust|best|met|zien|weten|toestemming|akkoord|goedkeuring|delen|krijgen|inzien|meekijken|meetellen|uitnodigen"
            r"|mailen|ziet|inziet|meekijkt|weet|op tafel|gebruiken|getoond|tonen|bespreken|besproken)\b"
        ),
    ),
)
NOBODY: tuple[InOrder, ...] = (
    (re.compile(r"\bniemand\b"),),
    (NOT, re.compile(r"\b(?:iemand|anderen|wie dan ook)\b")),
    (re.compile(r"\b(?:alles|alle toestemming(?:en)?|mijn toestemmingen)\b"), re.compile(r"\b(?:intrekken|in)$")),
)
# "Mijn toestemming" is of everything only where nobody is named: "ik trek mijn toestemming voor de netbeheerder in".
OF_EVERYTHING: tuple[InOrder, ...] = ((re.compile(r"\bmijn toestemming\b"), re.compile(r"\b(?:intrekken|in)$")),)
# A permission that must go is no wish that everything goes: "haal die toestemming weg".
PERMISSION = re.compile(r"\b(?:toestemming(?:en)?|akkoord|goedkeuring|vinkjes?|delen)\b")
ERASED = re.compile(r"\b(?:wis|wissen|gewist|verwijder|verwijderen|verwijderd|vergeet|vergeten)\b")
# What held before, and does not any more: "eerst zei ik dat het niet mocht, maar".
BEFORE = re.compile(
    r"^(?:oja |ja |nou )?(?:ik zei |ik had )?(?:eerst|eerder|vorige keer|vorige week|laatst|toen|net)\b.{1,60}?\bmaar\b"
)
ALL = re.compile(r"\b(?:alles|gegevens|antwoorden)\b")
ALL_GONE: tuple[InOrder, ...] = (
    (WANTS, ALL, re.compile(r"\b(?:weg|wissen|gewist|verwijder|verwijderen|verwijderd|vergeten|wegdoen|weghalen)\b")),
    (re.compile(r"\b(?:gooi|haal|doe)\b"), ALL, re.compile(r"\bweg\b")),
    (re.compile(r"\b(?:verwijder|wis|vergeet)\b"), ALL),
)
LONGEST = 25  # words


@dataclass(frozen=True, slots=True)
class ConsentWish:
    """What somebody wants about these purposes: that it may, or that it may not any more. `erase` is about everything we keep."""

    purposes: tuple[Purpose, ...] = ()
    give: bool = False
    erase: bool = False


def read_consent_wish(text: str) -> ConsentWish | None:
    """Return the wish that is in a sentence; None for a question, or a sentence about something else."""
    said = " ".join(BEFORE.sub(" ", HARMLESS.sub(" vind het goed ", AS_FOR_ME.sub(" ", words(tidy(text))))).split())
    if not said or "?" in text or ASKS.match(said) or len(said.split()) > LONGEST:
        return None
    if come_in_order(said, ALL_GONE) and (PERMISSION.search(said) is None or ERASED.search(said)):
        return ConsentWish(erase=True)
    shared = all(part.search(said) for part in (OURS, SHARED, WISHED))
    if shared and come_in_order(said, NOBODY):
        return ConsentWish(SEEN)
    named = (purpose for purpose, who in WHO.items() if come_in_order(said, who))
    meant = tuple(one for one in named if shared or one in SAY_ALL)
    if not meant:
        return ConsentWish(SEEN) if shared and come_in_order(said, OF_EVERYTHING) else None
    if come_in_order(said, NOT_ANY_MORE):
        return ConsentWish(meant)
    return ConsentWish(meant, give=True) if come_in_order(said, AGREES) else None


# The words of a yes or a no to keeping what somebody says: with any other word it is none.
_KEEPING = """
ja joa jao jo jawel jazeker nee neen hoor prima goed best ok oke okay is dat het ze t dit deze alles mag mogen jullie u je bewaar
bewaren bewaard onthouden maar gerust doe wel mijn m'n onze antwoorden gegevens graag natuurlijk zeker dan even niet geen niks
niets liever
"""
KEEPING = frozenset(_KEEPING.split())
TO_KEEP = re.compile(r"\b(?:bewaar|bewaren|bewaard|onthouden)\b(?! (?:je|u|jullie)\b)")
JUST_YES = re.compile(r"(?:joa|jao|jo)(?: (?:hoor|prima|goed|best|dat mag|doe maar))*")
NO_KEEPING = re.compile(r"\b(?:nee|neen|niet|geen|niks|niets)\b")


def read_keeping(text: str) -> bool | None:
    """Return whether a sentence allows in so many words that answers are kept; None when it says anything else."""
    said = words(tidy(text))
    if not said or "?" in text or ASKS.match(said) or not KEEPING.issuperset(said.split()):
        return None
    if JUST_YES.fullmatch(said):
        return True
    return NO_KEEPING.search(said) is None if TO_KEEP.search(said) is not None else None
