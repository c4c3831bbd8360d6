"""Who a text says that it comes from: our organisation, and nobody who sells something."""

import re
from collections.abc import Iterator

from domain.language.fault import FaultKind, TextFacts, WordFault

PARTY = r"(?:gemeente|provincie|netbeheerder|ondernemersvereniging|parkmanagement|stichting|vereniging|bank)"
FROM = re.compile(
    r"\b(?i:(?:bericht|uitnodiging|mail|brief|dit) komt van|afzender:|verzonden door|gestuurd door|namens|wij zijn|wij van) +"
    r"(?P<who>[^.!?\n]{1,80})"
)
INVITES = re.compile(r"\b(?P<who>[A-Z][\w&'-]{1,40}(?: [A-Z][\w&'.-]{0,40}){0,4}) (?:nodigt|biedt|adviseert) (?:u|jullie|je)\b")
BELOW = re.compile(r"(?i:\bgroet(?:en)?\b,?)\s{0,3}\n?(?P<who>[^\n]{1,80})")
CALLED = re.compile(rf"(?:(?:de|het|uw|onze|ons|een) )?(?:[A-Z]|{PARTY}\b)")  # at its start: "wij zijn er op Hessenpoort"
FIRM = re.compile(
    rf"\b(?i:b\.?v\.?|n\.?v\.?|vof|advies|adviseurs?|consult\w{{0,10}}|groep|energie|solutions|holding|{PARTY})(?!\w)"
)
SELLS = re.compile(
    r"\b(?:offertes?|vrijblijvende?|aanbieding(?:en)?|actieprijs|korting(?:en)?|adviesbureau"
    r"|onze (?:producten|diensten|adviseurs?)"
    r"|ons product|onze adviseur|bestel nu|koop nu|verkopen wij|wij verkopen)\b"
)
DENIED = re.compile(r"\b(?:geen|niet|niets|nooit)\b")
NAMED = "\0"  # stands where our organisation is named

NOT_US = "Hier staat een andere afzender. Dit bericht komt van {sender}."
NOBODY = "Er staat niet wie dit stuurt. Een bedrijf wil dat weten."
SELLING = "Dit klinkt als een adviseur die iets verkoopt. Wij verkopen niets."


def signature(sender: str) -> str:
    """Return the sentence that says who sends a text."""
    return f"Dit bericht komt van {sender}."


def senders(text: str, facts: TextFacts) -> Iterator[WordFault]:
    """Yield where a text says that somebody else sends it; or, at its end, that it says nothing about that."""
    if not facts.sender:
        return
    short = facts.sender.partition(",")[0].strip()
    ours = re.compile(f"{re.escape(facts.sender)}|{re.escape(short)}", re.IGNORECASE)
    plain = ours.sub(lambda found: NAMED * len(found[0]), text)
    strangers = [one for pattern in (FROM, INVITES) for one in pattern.finditer(plain) if is_stranger(one["who"])]
    strangers += [one for one in BELOW.finditer(plain) if NAMED not in one["who"] and FIRM.search(one["who"])]
    for found in strangers:
        yield WordFault(FaultKind.SENDER, found.start("who"), found.end("who"), NOT_US.format(sender=facts.sender))
    if not strangers and NAMED not in plain and text.strip():
        yield WordFault(FaultKind.UNSIGNED, len(text), len(text), NOBODY)


def is_stranger(who: str) -> bool:
    """Say whether this is somebody, and not us."""
    return NAMED not in who and CALLED.match(who) is not None


def sells(piece: str, start: int) -> Iterator[WordFault]:
    """Yield where a sentence sells; `piece` is in small letters, `start` where it begins in the text."""
    for found in () if DENIED.search(piece) else SELLS.finditer(piece):
        yield WordFault(FaultKind.SENDER, start + found.start(), start + found.end(), SELLING)
