"""What a text says as if it were sure: that the grid operator comes, that the grid is full, that a company gets something."""

import re
from collections.abc import Iterator

from domain.language.fault import FaultKind, TextFacts, WordFault
from domain.terrains.plan_map import Congestion

OPERATOR = r"(?:de |uw |onze )?netbeheerder|enexis|liander|stedin|coteq|rendo"
APPEARS = "komt|vertelt|legt|schuift|doet|geeft|antwoordt|beantwoordt|presenteert|spreekt|is|zit|belooft|regelt|zorgt"
POWER = r"stroom|vermogen|aansluiting|laadpa(?:al|len)|laadpunt(?:en)?|laadplek(?:ken)?|laadplein|laadhub|batterij|capaciteit"
WORTH = rf"(?:{POWER}|subsidie|geld|vergoeding|korting|kw|euro|€|voorrang)"
# What we hand out ourselves, so that it may be said: "hierbij krijgt u de dia's".
GIVEN = (
    r"dia's|uitwerking|uitnodiging|bericht|berichten|verslag|link|code|mail|e-mail|brief|koffie|thee|lunch|soep|broodjes?|uitleg"
    r"|overzicht|antwoord|herinnering|tekst|foto's|formulier|factsheet|vragen|nieuws|afspraak|stem|tijd|kans|zicht|inzicht"
)

COMES = re.compile(
    rf"\b(?:(?:{OPERATOR}) (?:{APPEARS})|(?:komt|vertelt|geeft|is|legt) (?:{OPERATOR})|antwoord van (?:{OPERATOR})"
    rf"|van (?:{OPERATOR}) zelf)\b"
)
NEAR_US = re.compile(
    r"\b(?:erbij|aanwezig|komt|vertelt|legt|uit|schuift|antwoord|antwoordt|beantwoordt|presenteert|spreekt|mee)\b"
)
GETS = re.compile(r"\b(?:u krijgt|krijgt u|u ontvangt|ontvangt u|je krijgt|krijg je|jij krijgt|jullie krijgen|krijgen jullie"
                  r"|(?:elk bedrijf|iedereen) krijgt|bedrijven krijgen)\b")  # fmt: skip
OF_WORTH = re.compile(rf"\b{WORTH}\b|€")
OF_OURS = re.compile(rf"\b(?:{GIVEN})(?!\w)")
FREE = re.compile(
    rf"\b(?:gratis|kosteloze?|kosteloos) (?:[\w-]+ )?(?:{POWER}|laden|opladen)\b"
    rf"|\b(?:{POWER}|laden|opladen) (?:is|zijn) (?:[\w-]+ )?(?:gratis|kosteloos)\b"
)
SUBSIDY = re.compile(r"\bsubsidies?\b")
THERE_IS = re.compile(
    rf"\b(?:er komt|er komen|komt er|komen er)(?= (?:[\w-]+ ){{0,5}}(?:{POWER}|subsidie)\b)"
    r"|\b(?:er is|is er|er zijn)(?= (?:[\w-]+ ){0,5}(?:subsidie|geld|vergoeding)\b)"
)
SURE = re.compile(r"\b(?:garander\w+|gegarandeerd|garanties?|beloven|beloof|beloofd|(?:zeker|verzekerd) van stroom"
                  rf"|(?:wij|we) (?:regelen|zorgen|betalen|leveren|plaatsen)(?= (?:[\w-]+ ){{0,5}}(?:{POWER})\b)"
                  r"|u kunt (?:straks |dan )?(?:zeker|altijd|gewoon) laden)\b")  # fmt: skip
FULL = re.compile(
    r"\b(?:stroomnet|elektriciteitsnet|net) (?:[\w-]+ ){0,3}?(?:is|zit|raakt)(?: [\w-]+){0,4}? vol\b"
    r"|\b(?:is|zit|raakt) (?:het|ons|uw) (?:stroomnet|elektriciteitsnet|net)(?: [\w-]+){0,4}? vol\b|\bnetcongestie\b"
    r"|\bgeen (?:ruimte|plek|capaciteit)(?: [\w-]+){0,3} op het (?:stroom|elektriciteits)?net\b"
)
ROOM = re.compile(
    r"\b(?:er is|is er|heeft|zit) (?:[\w-]+ ){0,3}(?:ruimte|plek|capaciteit) (?:[\w-]+ ){0,2}op het"
    r" (?:stroom|elektriciteits)?net\b"
    r"|\b(?:stroomnet|elektriciteitsnet|net) (?:is|zit|raakt) (?:[\w-]+ ){0,2}?niet vol\b"
)
MAYBE = re.compile(
    r"\b(?:misschien|mogelijk|hopelijk|gevraagd|uitgenodigd|zoeken|onderzoeken|proberen|aanvragen)\b"
    r"|\b(?:vragen|vraagt|kijken|weten|weet|horen|hoort)(?: [\w-]+){0,5} of\b"
)
NO = re.compile(r"\b(?:geen|niet|niets|nooit)\b")

NO_OPERATOR = "Het staat nog niet vast dat de netbeheerder komt. Zet eerst een vinkje bij de sessie."
NO_GIFT = "Dit staat niet vast. Beloof alleen wat wij zelf geven."
NOT_FREE = "Dit is nog geen vaste afspraak. Noem laden pas gratis als dat zo is."
NO_SUBSIDY = "Het is niet zeker dat er subsidie is."
NOT_SURE = "Dit kunnen wij niet beloven."
GRID_UNKNOWN = "Wij weten niet hoe vol het net hier is. Het register zegt er niets over."
GRID_FULL, GRID_MANAGED, GRID_FREE = (
    "Volgens het register is het net hier vol.",
    "Volgens het register raakt het net hier vol.",
    "Volgens het register is het net hier niet vol.",
)
REGISTER = {Congestion.FULL: GRID_FULL, Congestion.MANAGED: GRID_MANAGED, Congestion.NONE: GRID_FREE, None: GRID_UNKNOWN}


def promises(piece: str, start: int, facts: TextFacts) -> Iterator[WordFault]:
    """Yield where a sentence says more than is so; `piece` is in small letters, `start` where it begins in the text."""

    def fault(found: re.Match[str], why: str) -> WordFault:
        return WordFault(FaultKind.PROMISE, start + found.start(), start + found.end(), why)

    asked, denied = piece.rstrip("\"')").endswith("?"), NO.search(piece) is not None
    for found in () if denied else FREE.finditer(piece):
        yield fault(found, NOT_FREE)
    if asked or MAYBE.search(piece) is not None:
        return
    yield from (fault(found, why) for found, why in against_register(piece, facts.congestion))
    if denied:
        return
    operator = NEAR_US.search(piece) is not None
    for found in COMES.finditer(piece) if operator and not facts.operator_comes else ():
        yield fault(found, NO_OPERATOR)
    for found in GETS.finditer(piece):
        if OF_WORTH.search(piece, found.end()) is not None or OF_OURS.search(piece) is None:
            yield fault(found, NO_GIFT)
    for pattern, why in ((THERE_IS, NOT_SURE), (SURE, NOT_SURE), (SUBSIDY, NO_SUBSIDY)):
        yield from (fault(found, why) for found in pattern.finditer(piece))


def against_register(piece: str, congestion: Congestion | None) -> Iterator[tuple[re.Match[str], str]]:
    """Yield where a sentence says of the grid what the register does not say."""
    free = list(ROOM.finditer(piece))
    for found in () if congestion is Congestion.NONE else free:
        yield found, REGISTER[congestion]
    for found in () if free else FULL.finditer(piece):
        only_nearly = congestion is Congestion.MANAGED and "raakt" not in found[0] and " vol" in found[0]
        if congestion in {None, Congestion.NONE} or only_nearly:
            yield found, REGISTER[congestion]
