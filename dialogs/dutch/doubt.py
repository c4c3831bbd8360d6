"""The two answers that are not a value, and yet full answers: "weet ik niet" and "overslaan"."""

import re

from rapidfuzz import fuzz, process

from dialogs.dutch.reading import Read
from dialogs.dutch.typed import in_standard, listed, tidy, words
from domain.intake.certainty import Certainty

SAYS_NOTHING = frozenset(
    listed("""
        ik, dat, dit, het, er, zo, nu, even, helaas, sorry, nog, ook, hoor, echt, eigenlijk, eerlijk, gezegd, precies, exact,
        zeker, wel, deze, die, maar, u, op, moment, momenteel, vraag, wil, wilt, graag, liever, de, we, wij, werkelijk,
        helemaal, hiervan, daarvan, jong, joh, man, jongen, vriend, tja, pff, ach, oei, nou, eh, uh, uhm, hier, daar, t, om,
        dus, zomaar, meteen, een, ff, allemaal, gewoon, beter, verder, toch
    """)
)
UNKNOWN = listed("""
    kweenie, kweeniet, zou het niet weten, zou ik echt niet weten,
    weet niet, niet weet, weetniet, weetikniet, geen idee, geen flauw idee, heb geen idee, geen benul, geen flauw benul,
    onbekend, is onbekend, niet bekend, is niet bekend, zou niet weten, weten niet, niet weten, weet geen, weet nooit, idk,
    niet duidelijk, is niet duidelijk, joost mag weten, moet opzoeken, moet navragen, moet uitzoeken, geen weet van,
    weet niet uit mijn hoofd, weet niet uit mn hoofd, weet niet uit hoofd, niet uit mijn hoofd, niet uit mn hoofd,
    durf niet te zeggen, durf niet zeggen, kan niet zeggen, zou niet kunnen zeggen, heb niet paraat, heb niet bij de hand,
    heb niet bij hand, heb geen flauw idee, heb geen benul, weet veel, al sla me dood, sla me dood, moet nakijken, moet opvragen,
    zou moeten opzoeken, zou op moeten zoeken, zou moeten navragen, zou na moeten vragen, zou moeten nakijken,
    zou na moeten kijken, zou moeten uitzoeken, zegt me niets, zegt mij niets, geen enkel idee, absoluut geen idee,
    weet niemand, niemand weet, weet geen mens,
    durf niets over te zeggen, kan niets over zeggen, valt niets over te zeggen,
    weet er niets van, weet niets van, weet niets over, heb geen verstand van, geen verstand van, is mij niet bekend,
    is me niet bekend, is ons niet bekend, dunno, no idea, keine ahnung
""")
SKIPPED = listed("""
    overslaan, sla over, overgeslagen, skip, skippen, volgende, pas, next, sla, sla volgende, slaan over, ga door,
    geen antwoord, geef geen antwoord, geen commentaar, zeg niet, niet zeggen, niet beantwoorden, niet invullen, laat maar,
    n v t, nvt, niet van toepassing, is niet van toepassing, doe volgende, naar volgende, geef volgende, door naar volgende,
    volgende doen, geen zin in, heb geen zin in, niet op in, ga niet op in, geef geen antwoord op, geen antwoord op,
    hou voor me, houd voor me, hou voor mezelf, houd voor mezelf, niets over kwijt, niets over zeggen,
    zeg niets over, vertel niet, antwoord niet op, beantwoord niet, vul niet in, laat leeg, laat open, slaan we over,
    ga door met volgende, laat zitten, hoeven jullie niet te weten, hoeft niemand te weten
""")
PUT_OFF = listed("""
    later, straks, niet nu, nu niet, niet vandaag, andere keer, volgende keer, later wel, misschien later, doe later, later doen,
    kom later op terug, kom erop terug, denk erover na, moet erover nadenken, moet nadenken, nog niet
""")
# What says neither yes nor no, and asks for nothing: "ik denk het wel".
HESITATING = listed("""
    misschien, wellicht, mogelijk, eventueel, denk, denk van, denk niet, denk misschien, misschien niet,
    zou kunnen, zou best kunnen, kan, hangt af, hangt van af, twijfel, twijfel over, soms
""")
CLOSE = 88.0
YEAR = re.compile(r"\b(?:in |over )?20[2-5]\d\b,?")
CLAUSE = re.compile(r"[,.;!:-]+ |\b(?:en|want|maar|dus)\b")
# Who else knows it: "dat weet de boekhouder", "moet ik mijn baas vragen".
KNOWERS = r"""boekhoud|accountant|baas|bazen|chef|collega|compagnon|vennoot|vrouw|zwager|zoon|dochter|broer|zus|vader|moeder|man\b
|planner|planning|administratie|installateur|elektricien|monteur|technische dienst|kantoor|directeur|directie|eigenaar|verhuurder
|netbeheerder|leverancier|adviseur|chauffeurs|garage|dealer|bedrijfsleider|financien"""
KNOWER = rf"(?:de|het|mijn|mn|m'n|onze|ons|een|iemand van)(?: \w{{1,20}}){{0,2}} ?(?:{KNOWERS.replace(chr(10), '')})"
SOMEBODY_KNOWS = re.compile(
    rf"\bweet (?:alleen )?{KNOWER}|\b{KNOWER}\w{{0,20}} (?:weet|weten) (?:dat|het)|\bdaar gaat {KNOWER}\w{{0,20}} over"
    rf"|\b(?:moet|zou|zal|ga|vraag)\b[a-z' ]{{0,20}}\b(?:aan|bij) {KNOWER}|\bmoet ik (?:even )?{KNOWER}\w{{0,20}} vragen"
    r"|\b(?:hoofdkantoor|kantoor|concern|moederbedrijf|directie|holding)\b[a-z' ]{0,20}"
    r"\b(?:beslist|bepaalt|gaat daarover|gaat erover)\b"
    rf"|^{KNOWER}\w{{0,20}} (?:doet|regelt|gaat over) (?:dat|die dingen|zulke dingen|het)$"
)
ELSEWHERE = re.compile(
    r"(?:het |dat |die )?(?:staat|ligt|zit) (?:ergens )?(?:op|in|bij) (?:de|het|een|mijn|onze|kantoor|thuis)\b"
    r"|(?:ik|wij|we) in (?:elk|ieder) geval (?:ook )?niet$"
)


def read_unknown(text: str) -> Read[None] | None:
    """Read "weet ik niet" and its kin as UNKNOWN, also with who knows it: "geen idee, dat weet de boekhouder".

    For questions with options or yes and no, read those first: "weet niet zeker" can be one of them.
    """
    typed = YEAR.sub(" ", tidy(text)).strip()  # "2035, dat weet niemand"
    if re.fullmatch(r"🤷[‍♂♀]*", typed):
        return Read(None, Certainty.UNKNOWN)
    return Read(None, Certainty.UNKNOWN) if says(typed, UNKNOWN) or says_in_parts(typed, UNKNOWN, others=True) else None


def puts_off(text: str) -> bool:
    """Say whether a text says that it will be decided another time: "later", "nu even niet"."""
    typed = tidy(text)
    return says(typed, PUT_OFF) or says_in_parts(typed, PUT_OFF)


def read_skip(text: str) -> Read[None] | None:
    """Read "overslaan", a lone "-" and their kin as SKIPPED."""
    typed = tidy(text)
    if re.fullmatch(r"-+|/|⏭", typed):
        return Read(None, Certainty.SKIPPED)
    return Read(None, Certainty.SKIPPED) if says(typed, SKIPPED) or says_in_parts(typed, SKIPPED) else None


def hesitates(text: str) -> bool:
    """Say whether a text is nothing but doubt: "misschien", "ik denk het wel"."""
    return core_of(words(tidy(text))) in HESITATING


def says(typed: str, phrases: tuple[str, ...]) -> bool:
    """Say whether a tidied text is one of the phrases, filler and typing errors aside."""
    spoken = words(typed)
    if not spoken or re.search(r"\d", spoken):
        return False
    core = core_of(spoken)
    if core in phrases or spoken in phrases or core in CORES[phrases]:
        return True
    return len(core) >= 6 and process.extractOne(core, phrases, scorer=fuzz.ratio, score_cutoff=CLOSE) is not None


def core_of(spoken: str) -> str:
    """Return the words that say something, in standard spelling."""
    return " ".join(word for word in in_standard(spoken).split() if word not in SAYS_NOTHING)


def says_in_parts(typed: str, phrases: tuple[str, ...], *, others: bool = False) -> bool:
    """Say whether every part of a text is one of the phrases or says nothing; with `others` also who or what tells it."""
    if re.search(r"[\d?]", typed):
        return False
    parts = [in_standard(part) for part in map(str.strip, CLAUSE.split(typed)) if core_of(words(part))]
    said = [says(part, phrases) or (others and SOMEBODY_KNOWS.search(part) is not None) for part in parts]
    aside = [others and ELSEWHERE.match(part) is not None for part in parts]
    return any(said) and all(one or beside for one, beside in zip(said, aside, strict=True))


CORES = {  # of one word alone, what is left is too little to go by
    phrases: frozenset(core for core in map(core_of, phrases) if " " in core) for phrases in (UNKNOWN, SKIPPED, PUT_OFF)
}
