"""Days per week as people say them: "maandag t/m vrijdag", "elke dag behalve zondag", "ma, wo en vr"."""

import re

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
NAMES = {day[:length]: place for place, day in enumerate(DAYS) for length in (2, len(day))}
NAMES |= {f"{day}s": place for place, day in enumerate(DAYS)}
FIXED = {
    "elke dag": 7, "iedere dag": 7, "alle dagen": 7, "dagelijks": 7, "hele week": 7, "de hele week": 7, "7 op 7": 7,
    "doordeweeks": 5, "werkdagen": 5, "alle werkdagen": 5, "op werkdagen": 5, "elke werkdag": 5, "door de week": 5,
    "iedere werkdag": 5, "alleen doordeweeks": 5, "altijd": 7, "7 dagen": 7,
    "iedere dag van de week": 7, "elke dag van de week": 7,
    "door de weeks": 5, "doordeweekse dagen": 5, "de werkweek": 5, "gewone werkweek": 5,
}  # fmt: skip
SHORT = 2
WHOLE = {**{phrase: frozenset(range(days)) for phrase, days in FIXED.items()}, "weekend": frozenset((5, 6))}
ANY = "|".join(sorted(NAMES, key=len, reverse=True))
SPAN = re.compile(rf"(?:van )?({ANY})\.?(?: ?- ?| t/m | tot en met | tm | tot | t.m. | tem )({ANY})")
IN_TEXT = re.compile(rf"(?<!\w){SPAN.pattern}(?!\w)")
BUT = re.compile(r"\b(?:behalve|uitgezonderd|zonder|maar niet|alleen niet)\b")
OFF = re.compile(
    r",? (?:dan )?(?:zijn we |zijn ze |staan ze |is |is het |hebben we )?(?:niet|nooit|vrij|dicht|gesloten|stil|rust(?:ig|dag)?)$"
)
ALSO = re.compile(r"\b(?:ook|zelfs|erbij|daarbij)\b")
FEWEST_ALSO = 3
PART = re.compile(r"[,.;] ")
ONE_NAME = re.compile(rf"(?<!\w)(?:{ANY})(?!\w)")
# Words that say nothing of which days; anything else ("om de week", "ochtend") is doubt.
ASIDE = re.compile(
    r"\b(?:alleen|op|de|het|in|en|van|wij|we|ze|rijden|rijdt|er|is|dan|maar|gewoon|enkel|uitsluitend|dagen|dag|plus|als|hier"
    r"|dus|ook|nog|erbij|daarbij|zelfs|ja|per|week|elke|iedere|altijd|zijn|wordt|gereden|s)\b|[,.&+/']"
)


def days_in(typed: str) -> int | None:
    """Return how many days a week a tidied text means, or None when it names no days."""
    if typed in FIXED:
        return FIXED[typed]
    first, *without = BUT.split(typed, maxsplit=1)
    meant: frozenset[int] = frozenset()
    left_out: frozenset[int] = frozenset()
    parts = PART.split(first) if OFF.search(first) else (first,)
    for part in (*parts, *(f"{one} niet" for one in without)):
        days = named(OFF.sub("", OFF.sub("", part)))
        if not days:
            return None
        left_out, meant = (left_out | days, meant) if OFF.search(part) else (left_out, meant | days)
    if ALSO.search(typed) and len(meant) < FEWEST_ALSO:
        return None  # "ook op zaterdag": beside which days?
    every = meant or frozenset(range(7))
    return (len(every - left_out) or None) if left_out <= every or not left_out & every else None


def named(text: str) -> frozenset[int] | None:
    """Return the days of the week that a text names, None when it says anything else."""
    found: set[int] = set()
    every = False
    for phrase in sorted(WHOLE, key=len, reverse=True):
        bare = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", " ", text)
        every = every or (bare != text and len(WHOLE[phrase]) == len(DAYS))
        found |= WHOLE[phrase] if bare != text and len(WHOLE[phrase]) < len(DAYS) else set()
        text = bare
    more = every and not found and ALSO.search(text)  # "elke dag, ook zondags" is all of them
    for span in IN_TEXT.finditer(text):
        found.update((NAMES[span[1]] + step) % 7 for step in range((NAMES[span[2]] - NAMES[span[1]]) % 7 + 1))
    text = IN_TEXT.sub(" ", text)
    names = ONE_NAME.findall(text)
    found.update(NAMES[name] for name in names)
    if ASIDE.sub(" ", ONE_NAME.sub(" ", text)).strip() or (len(found) == len(names) == 1 and len(names[0]) == SHORT):
        return None  # "zo" and "do" alone are other words
    return (
        frozenset(range(7)) if more else frozenset(found or (range(7) if every else ()))
    )  # "doordeweeks elke dag" is each of the five


def days_said(text: str) -> str | None:
    """Return the words for days in a longer tidied text, None when there are none."""
    if days_in(text) is not None:
        return text
    if BUT.search(text):
        return None
    span = IN_TEXT.search(text)
    fixed = (phrase for phrase in FIXED if f" {phrase} " in f" {text} ")
    return span[0] if span else next(fixed, None)
