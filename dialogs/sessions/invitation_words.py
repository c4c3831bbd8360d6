"""What somebody answers to an invitation in words: "Ja leuk, we komen met zn tweeën", "helaas, dan zit ik in Spanje"."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from dialogs.dutch.clocks import INFLECTED
from dialogs.dutch.in_order import InOrder, come_in_order
from dialogs.dutch.numerals import in_digits
from dialogs.dutch.typed import tidy
from dialogs.dutch.yes_no import read_opening_yes_no

MOST_UNKNOWN = 2  # words beside those about coming; with more of them a sentence says something else as well
MOST_WORDS = 25


class InWords(Enum):
    """What the words come down to; UNSURE asks with the card, for they say something about coming, but not what."""

    YES = auto()
    NO = auto()
    MAYBE = auto()
    UNSURE = auto()


@dataclass(frozen=True, slots=True)
class WordsOfVisit:
    """An answer in words; `people` is 0 where no number was said. `plain` words can answer anything else as well ("ja leuk")."""

    answered: InWords
    people: int = 0
    plain: bool = False


SELF = r"(?:ik|we|wij)"
I_OR_WE = re.compile(rf"\b{SELF}\b")
ME = re.compile(r"\b(?:me|mij|ons)\b")
ASKS = re.compile(
    r"(?:wie|wat|waar|waarom|hoe|welke?|wanneer|is|zijn|kun|kunt|mag|mogen"
    r"|komt(?! (?:goed|prima|niet|me|mij|ons|helaas))|komen jullie|gaat)\b"
    r"|(?:kan|kunnen)\b(?! (?:niet|helaas|die|nog|dan niet))|(?:moet|moeten)\b(?! (?:eerst|nog|even|het nog))"
)
# "komen" in another sense, and what is about vehicles and hours rather than about people.
ELSE = re.compile(
    r"\b(?:terug|thuis|tekort|verder|uit|achter|erachter|vanaf|aanmerking|weer|klaar|trekkers?|wagens?|busjes?|bussen|vrachtwagens?"
    r"|trucks?|bakwagens?|palen|laadpalen|zekering|contract|aansluiting|netbeheerder|vermogen|antwoorden|cijfers|stroom|kwh?|kilometer|km|chauffeurs|panelen|accu|accu's)\b"
)
# As the region says that one comes by, and whoever comes to look around: no doubt, as "eerst even kijken" is.
SPOKEN = {
    "komm": "komen", "kom'n": "komen", "komn": "komen", "kommen": "komen", "effen": "even", "effe": "even", "kieken": "kijken",
    "isgoed": "is goed", "loer'n": "kijken",
}  # fmt: skip
COMES_BY = re.compile(
    r"\b(kom(?:en)?) ((?:\w+ ){0,3}?)(?:even|eens|een kijkje) (?:kijken|buurten|luisteren|nemen|horen)\b(?! (?:of|hoe|wanneer)\b)"
)
WILL_NOT = re.compile(
    r"\bgaat (?:'m|m|hem|het|t) (?:\w+ ){0,2}niet worden\b|\bwordt (?:'m|m|hem) niet\b"
    r"|\bgaat (?:\w+ ){0,2}niet door voor (?:mij|ons)\b"
)
SHORT_ER = re.compile(r"\b(?:d'r|dr|der)\b")
DATE = re.compile(r"\d{1,2}(?:e|de|ste)\b")
CLOCK = re.compile(r"\b(?:om|rond|tegen|vanaf) \d{1,2}(?:[:.]\d{2})?(?: uur)?|\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} uur\b")
FITS = re.compile(r"\bkomt (?:mij |me |ons )?(?:goed|prima|mooi|best) uit\b|\bpast (?:me|mij|ons)(?: goed| prima)?\b")
FITS_NOT = re.compile(r"\bkomt (?:mij |me |ons )?(?:helaas )?niet (?:goed )?uit\b|\bpast (?:me|mij|ons) (?:helaas )?niet\b")
NOT_ALONE = re.compile(r"\bniet alleen\b")
NOT = re.compile(r"\b(?:niet|geen)\b")
LIMITED = re.compile(r"\b(?:niet|geen|nooit|nee|later|als|mits|tenzij|indien)\b")
PEOPLE = re.compile(
    r"\bmet (?:(?:z'?n|zijn|ons) )?(\d{1,3})(?: (?:man|mannen|mensen|personen|vrouwen|ons))?"
    r"(?= (?:naar|voor|op|in|aan|erbij|aanwezig|graag|groeten|groet|die|deze|mee)\b|$)"
    r"|\b(\d{1,3}) (?:man|mensen|personen)\b"
)
OTHERS = re.compile(r"\b(?:met|neem|nemen|breng|brengen)(?: nog)? (\d{1,3}) (?:collega'?s|anderen|medewerkers)\b")
RELATED = r"(?:collega|vrouw|man|zoon|dochter|compagnon|broer|zus|vader|partner|baas|planner|medewerker)"
MINE = rf"(?:een|mijn|m'n|1) {RELATED}\b"
ONE_OTHER = re.compile(rf"\b(?:met|neem|breng|samen met) (?:nog )?{MINE}|\bik en {MINE}|\b{RELATED} en ik\b")
ALONE = re.compile(r"\b(?:alleen|in mijn eentje|in m'n eentje)\b")
COME = re.compile(r"\bkom(?:en)?\b")
COMES: tuple[InOrder, ...] = (
    (I_OR_WE, COME),
    (re.compile(rf"\bkom(?:en)? (?:{SELF}|graag|zeker|wel|ook|met|alleen|eraan|langs)\b"),),
    (
        re.compile(
            rf"\b(?:ben|zijn|zal|zullen) (?:{SELF} )?(?:er ?bij|er graag|er zijn|er zeker|aanwezig|van de partij|present)\b"
            rf"|\b{SELF} (?:ben|zijn) er\b|^aanmelden\b"
        ),
    ),
    (re.compile(r"\b(?:meld|geef)\b"), ME, re.compile(r"\b(?:aan|op)\b")),
    (re.compile(r"\b(?:schrijf|zet|teken)\b"), ME, re.compile(r"\b(?:in|op|erbij|bij)\b")),
    (I_OR_WE, re.compile(r"\b(?:neem|nemen)\b"), re.compile(r"\bmee\b")),
    (I_OR_WE, re.compile(r"\baanwezig\b")),
    (
        re.compile(
            r"\b(?:reken|rekent) (?:er |daar )?(?:maar )?op (?:mij|me|ons)\b|\bschikt\b|\b(?:tel|noteer|plan) (?:mij|me|ons)\b"
        ),
    ),
)
THEN = re.compile(r"\b(?:dan|die avond|die dag|helaas)\b")
THAT_DAY = re.compile(r"\b(?:die (?:avond|dag|middag|ochtend|week)|(?:die|op) \w{3,6}dag(?:avond|middag|ochtend)?)\b")
PLANNED = re.compile(r"\b(?:al|een|andere) (?:\w+ ){0,2}(?:afspraak|bezet|staan|gepland|verplichting|feest|training|avond)\b")
THAT_TIME = re.compile(r"\b(?:dan|die avond|die dag)\b")
NOT_THERE = re.compile(r"\bniet(?: (?:komen|bij zijn|erbij zijn|aanwezig zijn|langskomen))?$")
CAN = re.compile(r"\b(?:kan|kunnen|lukt|red|redden|haal|halen|heb|hebben)\b")
STAYS_AWAY: tuple[InOrder, ...] = (
    (COME, NOT),
    (
        re.compile(
            r"\bniet (?:bij zijn|komen)\b|\b(?:ben|zijn) er (?:(?:dan|helaas|toch|ook) )?niet\b|\ber niet bij\b|\bverhinderd\b"
            rf"|\bafmelden\b|\bafzeggen\b|\bdan (?:zit|zitten|ben|zijn|heb|hebben|moet|moeten|sta|werk) {SELF}\b"
            r"|\b(?:op|met) vakantie\b|\bin het buitenland\b|\bdeze keer niet\b|\bzonder (?:mij|ons)\b|\bverstek\b"
            r"|\b(?:moet|moeten|zullen|zal) (?:ik|we|wij) (?:\w+ ){0,3}(?:afzeggen|afmelden|bedanken|laten voorbijgaan)\b"
        ),
    ),
    (
        re.compile(
            r"\bsla (?:mij|me|ons) (?:\w+ ){0,3}over\b|\bniet op (?:mij|me|ons) rekenen\b|\b(?:reken|tel) (?:\w+ ){0,2}niet\b"
            r"|\blaat (?:mij|me|ons|ik) (?:\w+ ){0,4}(?:lopen|schieten|voorbijgaan)\b|\bschikt (?:mij |me |ons |helaas )*niet\b"
        ),
    ),
    (THAT_DAY, re.compile(rf"\b(?:heb|hebben|moet|moeten|zit|zitten|sta|staan|werk|werken|ben|zijn|lig) {SELF}\b")),
    (I_OR_WE, re.compile(r"\b(?:heb|hebben|moet|moeten|zit|zitten|sta|staan|werk|werken)\b"), THAT_DAY, PLANNED),
    (re.compile(r"\bmeld\b"), ME, re.compile(r"\baf\b")),
    (re.compile(r"\bzeg(?:gen)?\b"), re.compile(r"\baf$")),
    (re.compile(r"\b(?:geen tijd|bezet|andere afspraak|iets anders)\b"), THEN),
    (THEN, re.compile(r"\b(?:geen tijd|geen gelegenheid|bezet|andere afspraak)\b")),
    (THAT_TIME, CAN, NOT),
    (re.compile(r"\bhelaas\b"), re.compile(r"\b(?:kan|kunnen|lukt|red|redden|haal|halen)\b"), NOT_THERE),
    (re.compile(r"\bhelaas\b"), re.compile(r"\bgeen (?:tijd|gelegenheid)\b")),
    (CAN, THEN, re.compile(r"\bniet$")),
)
CANNOT = re.compile(  # of anything, so only of an invitation where nothing else was asked
    rf"(?:nee |jammer |sorry |maar )*(?:{SELF} (?:kan|kunnen|red het|haal het) niet|(?:dat |het )?(?:gaat|lukt)"
    r"(?: me| mij| ons| jammer genoeg)? niet(?: lukken)?)"
)
DOUBTS = re.compile(
    r"\bwe(?:et|ten) (?:ik |we |wij |het |dat |nog )*niet\b|\bniet zeker\b|\bmisschien\b|\bwellicht\b|\bnog niet zeggen\b"
    r"|\bonder voorbehoud\b|\bhoort? (?:u|je|jullie) nog\b|\blaat (?:ik |het |dat |u |je |nog )*weten\b"
    r"|\b(?:eerst|nog|even) (?:[\w']+ ){0,6}(?:kijken|overleggen|navragen|checken|nagaan|bespreken|afstemmen)\b"
)
# What leaves open whether somebody comes, whatever else is in it: "hangt ervan af of ik op tijd terug ben".
DEPENDS = re.compile(
    r"\bhang(?:t|en) (?:er ?van|er nog van|van \w+(?: \w+){0,3}) af\b|\b(?:niks|niets|niet) beloven\b"
    r"|\bligt eraan\b|\been slag om de arm\b"
    r"|\bof (?:ik|k|we|wij) (?:(?:dan|op tijd|tegen die tijd|die (?:dag|avond)|weer|al|er) ){1,3}(?:terug|thuis) (?:ben|zijn)\b"
)
ABOUT_COMING = re.compile(r"\b(?:kom|komen|bijeenkomst|sessie|uitnodiging|avond|erbij|aanwezig|aanmelden)\b")
# By this a no that can be about anything is about an invitation.
TIED = re.compile(rf"{DATE.pattern}|{THAT_DAY.pattern}|{ABOUT_COMING.pattern}")
PLAIN_YES = re.compile(
    r"(?:ja|joa|leuk|graag|gezellig|prima|goed|super|top|oke?|zeker|hoor|dank u?|bedankt|doen we|doe ik|lijkt me|wat|tot dan)"
    r"(?: |$)"
)
PLAIN_NO = re.compile(r"(?:nee|helaas|jammer|geen interesse|geen zin|dank u?|bedankt|hoor|toch|maar|niet)(?: |$)")
_KNOWN = """
ja leuk graag gezellig prima goed super top ok oke zeker hoor wel ook ik we wij kom komen met z'n zn zijn ons man mannen mensen
personen alleen collega collega's mijn m'n een en neem mee er erbij bij ben aanwezig meld schrijf zet geef me mij aan in op maar
tot dan de het naar bijeenkomst sessie uitnodiging avond dank u je jullie bedankt hallo hoi beste groet groeten voor die dat dit
allebei samen nog extra natuurlijk fijn mooi al lijst partij van present wat zal zullen deze keer nemen anderen totaal
schikt past dus reken tel noteer plan planner vrouw man zoon
dochter compagnon broer zus vader partner baas medewerker die maandag dinsdag woensdag donderdag vrijdag maandagavond dinsdagavond
woensdagavond donderdagavond vrijdagavond middag ochtend
"""
KNOWN = frozenset(_KNOWN.split())


def read_visit(text: str) -> WordsOfVisit | None:
    """Return what a text answers to an invitation; None when it is about something else, or asks something."""
    typed = SHORT_ER.sub("er", tidy(text))
    said = " ".join(re.sub(r"[,;!()]|[.](?= |$)", " ", typed).split())
    if not said or text.rstrip().endswith("?") or ASKS.match(said) or len(said.split()) > MOST_WORDS:
        return None
    counted = CLOCK.sub(" ", in_digits(" ".join(str(INFLECTED.get(word, word)) for word in said.split())))
    counted = COMES_BY.sub(r"\1 \2langs", " ".join(SPOKEN.get(word, word) for word in counted.split()))
    counted = FITS.sub("schikt", FITS_NOT.sub("schikt niet", " ".join(counted.split())))
    if not DEPENDS.search(counted) and ELSE.search(counted):
        return None
    return stays_away(counted) or attends(text, said, counted)


def stays_away(counted: str) -> WordsOfVisit | None:
    """Return a doubt or a no."""
    if DEPENDS.search(counted) or DOUBTS.search(counted):
        return WordsOfVisit(InWords.MAYBE, plain=ABOUT_COMING.search(counted) is None)
    if come_in_order(NOT_ALONE.sub(" ", counted), STAYS_AWAY):
        both = re.search(r"\bkom(?:en)? (?:wel|graag|zeker|met)\b", counted)
        return WordsOfVisit(InWords.UNSURE if both else InWords.NO)
    return WordsOfVisit(InWords.NO, plain=TIED.search(counted) is None) if WILL_NOT.search(counted) else None


def attends(text: str, said: str, counted: str) -> WordsOfVisit | None:
    """Return a yes, with how many come; or a yes or a no that names nothing."""
    people, comes = people_in(counted), come_in_order(counted, COMES)
    if not comes and not (people and re.match(r"(?:\w+ ){0,2}(?:met |\d+ (?:man|mensen|personen)$)", counted)):
        return WordsOfVisit(InWords.NO, plain=True) if CANNOT.fullmatch(counted) else plain_answer(counted) or opening(text)
    return attending(counted, people, timed=CLOCK.search(said) is not None)


def attending(said: str, people: int, *, timed: bool) -> WordsOfVisit | None:
    """Return a yes, as far as the other words leave it one; with a time in it, it may be about vehicles that come home."""
    unknown = [word for word in said.split() if word not in KNOWN and not word.isdecimal() and not DATE.fullmatch(word)]
    several = re.search(r"\b(?:neem|nemen|breng|brengen|collega's)\b", said) and not people
    if len(unknown) > MOST_UNKNOWN:
        return WordsOfVisit(InWords.UNSURE) if ABOUT_COMING.search(said) else None
    if several or (NOT_ALONE.search(said) and not people) or LIMITED.search(NOT_ALONE.sub(" ", said)):
        return WordsOfVisit(InWords.UNSURE)
    return WordsOfVisit(InWords.YES, people, plain=timed and not people)


def people_in(said: str) -> int:
    """Return how many people come, whoever writes among them; 0 when no number is said, or it can be two numbers."""
    others, related, number = OTHERS.search(said), ONE_OTHER.search(said), PEOPLE.search(said)
    if others is not None:
        return int(others[1]) + 1 if re.search(r"\bik\b", said) else 0
    if number is not None:
        return int(number[1] or number[2])
    if related is not None:
        return 2
    return 1 if ALONE.search(NOT_ALONE.sub(" ", said)) else 0


def opening(text: str) -> WordsOfVisit | None:
    """Return a yes or a no with more behind it, for an invitation only where nothing else was asked."""
    meaning, _ = read_opening_yes_no(text)
    return None if meaning is None else WordsOfVisit(InWords.YES if meaning else InWords.NO, plain=True)


def plain_answer(said: str) -> WordsOfVisit | None:
    """Return a yes or a no that names nothing: it is for an invitation only where nothing else was asked."""
    for answered, pattern in ((InWords.YES, PLAIN_YES), (InWords.NO, PLAIN_NO)):
        rest = said
        while rest and (found := pattern.match(rest)):
            rest = rest[found.end() :]
        if not rest:
            return WordsOfVisit(answered, plain=True)
    return None
