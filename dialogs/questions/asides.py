"""What somebody typed beside an answer: a question of their own, a signature, an older message below it."""

import re

ASIDE = re.compile(
    r"(?:(?:en|maar|of|trouwens|overigens|eigenlijk|oh|o|ow|hee|he),? )*"
    r"(?:wat|waar\w*|hoe\w*|welke?|wanneer|wie|wiens|kan|kunt|kun|kunnen|moet|moeten|mag|mogen|telt|tellen|is|zijn|bedoelt|bedoel"
    r"|krijg|krijgen|heb|hebben|heeft|wil|wilt|willen|zit|zitten|worden|wordt|gaat|gaan|komt|komen)\b",
    re.IGNORECASE,
)
SURELY_ASKED = re.compile(
    r"(?:(?:en|maar|trouwens|overigens),? )*(?:waarom|hoezo|waarvoor|wie ziet|wie krijgt|wat kost|wat bedoel|wat is"
    r"|hoe lang duurt|hoe regel|wat betekent|wat houdt|zou(?:den)? (?:ik|we|wij))\b",
    re.IGNORECASE,
)
# A question about what stands before it, so that this is no answer: "drie keer tachtig, wat betekent dat".
ABOUT_IT = re.compile(r"(?:en |maar )?wat (?:betekent|is|houdt|wil) (?:dat|die|dit)\b(?! voor\b)", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
JOINT = re.compile(r",\s+|;\s*|\s(?=(?:maar|en|trouwens) )")
SIGNED = re.compile(
    r"^[ \t]*(?:--+|>|(?:met (?:vriendelijke|hartelijke) )?groet(?:en)?\b|mvg\b|hoogachtend|vriendelijke groet|van:|from:"
    r"|verzonden:|-----|verstuurd vanaf|sent from|op .{5,80} schreef\b)",
    re.IGNORECASE,
)
SIGNED_INSIDE = re.compile(r"\b(?:met (?:vriendelijke|hartelijke) groet|vriendelijke groet|hoogachtend)", re.IGNORECASE)

TAKING_BACK = re.compile(
    r"\b(?:oeps|oei|ojee|foutje|sorry|pardon|excuus|correctie|verkeerd|fout|vergist|ik me|moet zijn|moest zijn|nee|dus"
    r"|(?:dat )?klopte? niet|(?:dat|het|ik) (?:was|had|is|heb)(?: het)?(?: net)? (?:verkeerd|fout|mis)|(?:ik )?heb me vergist"
    r"|(?:ik )?bedoel(?:de)?(?: ik)?|(?:het|dat|er) (?:moet|moest|moeten|moesten)(?: er)?(?: zijn)?"
    r"|het is|het zijn|er zijn er)\b",
    re.IGNORECASE,
)


AGREEING = re.compile(
    r"^\W{0,5}(?:ja|jep|jup|jawel|yes|klopt|prima|oke|ok|goed|bijna)\b"
    r"(?:[ ,.]{1,3}(?:ja|hoor|dat|het|klopt|helemaal|bijna|goed|prima|zeker)\b){0,6}[ ,.]{1,3}(?!niet?\b)"
    r"(?:(?:alleen|maar|enkel|behalve|en|wel|dat)\b[ ,]{0,3}){0,4}",
    re.IGNORECASE,
)


def own_words(text: str) -> str:
    """Return what somebody wrote themselves: without a signature, and without the message it answers."""
    kept: list[str] = []
    for line in text.splitlines():
        if line.lstrip().startswith(">"):
            continue
        if kept and SIGNED.match(line[:120]):
            break
        kept.append(line)
    whole = "\n".join(kept)
    signed = SIGNED_INSIDE.search(whole)
    return whole[: signed.start()] if signed and signed.start() else whole


def split_question(text: str) -> tuple[str, str]:
    """Return the part of a text that answers, and the part that asks something back: "12, maar waarom wilt u dat weten?"."""
    answering: list[str] = []
    asking: list[str] = []
    for sentence in filter(None, (part.strip() for part in SENTENCE_END.split(text))):
        at = question_start(sentence)
        if at is None:
            answering.append(sentence)
            continue
        answering += [sentence[:at].strip(" ,;-")] if sentence[:at].strip(" ,;-") else []
        asking.append(sentence[at:].strip(" ,;"))
    return "\n".join(answering), " ".join(asking)


def question_start(sentence: str) -> int | None:
    """Return where the question in a sentence begins; None when there is none."""
    asked = sentence.endswith("?")
    for at in (0, *(joint.end() for joint in JOINT.finditer(sentence))):
        if SURELY_ASKED.match(sentence, at) or (asked and ASIDE.match(sentence, at)):
            return 0 if ABOUT_IT.match(sentence, at) else at
    return None


# A number that is taken back, and the right one: "8 niet 9", "3 bakwagens was fout, moet 2 zijn", "ik zei 3 maar het zijn 4".
NAME = r"(?P<name> [a-z][a-z-]{2,20})?"
PUT_RIGHT = (
    re.compile(
        rf"\b(?:ik zei|ik had gezegd|ik typte|ik schreef|er staat|zei ik) (?P<wrong>\d+){NAME}[ ,]*(?:maar|en|,)?"
        r"(?: (?:dat|het|die|er|zijn|is|moet|moeten|moest|zijn er|toch|eigenlijk|bedoel|bedoelde|ik)){1,6} (?P<right>\d+)\b"
    ),
    re.compile(
        rf"\b(?P<wrong>\d+){NAME} (?:was|is|waren|klopt|klopte) (?:fout|verkeerd|niet goed|niet|onjuist|mis)[ ,]*"
        r"(?:(?:dat|het|die|er|maar|moet|moeten|moest|zijn|worden) ){1,5}(?P<right>\d+)(?: zijn| worden)?\b"
    ),
    re.compile(
        r"\b(?:die |de )?(?P<name>[a-z][a-z-]{2,20}) (?:dat |het |die )?(?:zijn|moeten|is) (?:er )?(?P<right>\d+),?"
        r"(?: en)? (?:niet|geen) (?P<wrong>\d+)\b"
    ),
    re.compile(rf"\bniet (?P<wrong>\d+){NAME} maar (?P<right>\d+)\b"),
)


def put_right(text: str) -> str:
    """Return a text in figures without the numbers that it takes back, each right one beside its name."""
    for pattern in PUT_RIGHT:
        text = pattern.sub(lambda found: f", {found['right']} {(found['name'] or '').strip()} , ", text)
    return " ".join(text.split()).strip(" ,")


def without_taking_back(text: str) -> str:
    """Return what somebody says instead, without the words that take back what was said: "oeps, dat was fout, het is"."""
    return " ".join(TAKING_BACK.sub(" ", text).split()).strip(" ,.;:-")


def without_agreeing(text: str) -> str:
    """Return what somebody says behind a yes, where "alleen" means "but": "ja klopt, alleen zijn het 5 bakwagens"."""
    return AGREEING.sub("", text, count=1)
