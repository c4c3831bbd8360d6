"""What somebody wants to be seen, or not, in their own words: "ik wil niet meer dat de gemeente het ziet"."""

import re
from dataclasses import dataclass

from dialogs.dutch.typed import tidy, words
from domain.consent.consents import Purpose

# Whom each is about, as people call them.
WHO = {
    Purpose.MUNICIPALITY: re.compile(r"\b(?:gemeentes?|gemeenten|wethouder|ambtena\w+)\b"),
    Purpose.OPERATOR: re.compile(r"\b(?:netbeheerders?|netbedrijf|liander|alliander|enexis|coteq|rendo|stedin)\b"),
    Purpose.COMPANIES: re.compile(
        r"\b(?:buren|buurman|buurbedrijven|concurrent\w*|(?:andere|de) (?:bedrijven|ondernemers)"
        r"|bedrijven op (?:het|mijn|ons) terrein)\b"
    ),
    Purpose.TOTAL: re.compile(r"\b(?:wil|mag|mogen|ons|aantallen|cijfers|antwoorden)\b.*\b(?:totaal|meetel\w*|meegeteld)\b"),
    Purpose.APPROACH: re.compile(r"\b(?:uitgenodigd|uitnodigen|uitnodiging(?:en)? (?:meer|krijgen|ontvangen))\b"),
    Purpose.ADVISERS: re.compile(r"\b(?:adviseurs?|adviesbureaus?)\b"),
    Purpose.MAIL: re.compile(r"\b(?:mails|mailtjes|mailen|gemaild|mail meer)\b"),
}
# What a wish about nobody, or everybody, is about: seeing and counting, and not who may write.
SEEN = (Purpose.TOTAL, Purpose.COMPANIES, Purpose.MUNICIPALITY, Purpose.OPERATOR, Purpose.ADVISERS)
# Seeing or sharing what we keep of them: "de netbeheerder zei dat het niet mag" is about something else.
OURS = re.compile(
    r"\b(?:het|dit|dat|deze|die|ze|mijn|m'n|onze|ons|alles|gegevens|antwoorden|cijfers|aantallen|toestemming\w*|stop|meer)\b"
)
SHARED = re.compile(
    r"\b(?:zien|ziet|inzien|inzage|delen|deel|gedeeld|meekijken|meekijkt|kijken|lezen|leest|weten|krijgen|krijgt|toestemming\w*"
    r"|trek|intrekken)\b"
)
WISHED = re.compile(
    r"\b(?:wil\w*|mag|mogen|hoef\w*|moet\w*|deel|stop\w*|trek|intrekken|geef|toestemming\w*|liever|graag|verbied)\b"
)
SAY_ALL = (Purpose.TOTAL, Purpose.APPROACH, Purpose.MAIL)  # their own words say already that it is about this
ASKS = re.compile(
    r"(?:en |maar )?(?:wie|wat|waar\w*|hoe\w*|welke?|wanneer|kan|kun\w*|mag|mogen|moet\w*|ziet?|zien|is|zijn|krijgt?|deelt|weet)"
    r"\b.*"
)
NOT_ANY_MORE = re.compile(
    r"\b(?:niet|geen|nooit|stop\w*|intrek\w*|trek (?:\w+ ){0,6}in|niemand|haal (?:\w+ ){0,4}weg|liever niet|verbied\w*|bezwaar)\b"
)
AGREES = re.compile(
    r"\b(?:mag|mogen|mocht\w*|wil|geef|geven|vind het goed|vind het prima|akkoord)\b.*"
    r"\b(?:wel|toch|gerust|best|zien|weten|toestemming|delen|krijgen|inzien|meekijken|meetellen|uitnodigen|mailen)\b"
)
NOBODY = re.compile(
    r"\bniemand\b|\b(?:niet|geen|nooit)\b.*\b(?:iemand|anderen|wie dan ook)\b"
    r"|\b(?:alles|alle toestemming\w*|mijn toestemming)\b.*\b(?:intrekken|in)$"
)
ALL_GONE = re.compile(
    r"\b(?:wil|moet\w*|mag|mogen|graag|kan|kunt)\b.*\b(?:alles|gegevens|antwoorden)\b"
    r".*\b(?:weg|wissen|gewist|verwijder\w*|vergeten|wegdoen|weghalen)\b"
    r"|\b(?:gooi|haal|doe)\b.*\balles\b.*\bweg\b|\b(?:verwijder|wis|vergeet)\b.*\b(?:alles|gegevens|antwoorden)\b"
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
    said = words(tidy(text))
    if not said or "?" in text or ASKS.fullmatch(said) or len(said.split()) > LONGEST:
        return None
    if ALL_GONE.search(said):
        return ConsentWish(erase=True)
    shared = all(part.search(said) for part in (OURS, SHARED, WISHED))
    if NOBODY.search(said) and shared:
        return ConsentWish(SEEN)
    named = (purpose for purpose, who in WHO.items() if who.search(said))
    meant = tuple(one for one in named if shared or one in SAY_ALL)
    if not meant:
        return None
    if NOT_ANY_MORE.search(said):
        return ConsentWish(meant)
    return ConsentWish(meant, give=True) if AGREES.search(said) else None
