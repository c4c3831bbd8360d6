"""Distances that are said one way: "130 is alleen heen, heen en terug samen 260"."""

import re

from cards.formats import number
from dialogs.dutch.hedges import without_hedges
from dialogs.dutch.quantities import written_out
from dialogs.dutch.reading import Reading, choose, read_as
from dialogs.dutch.typed import tidy

ONE_WAY = re.compile(r"\benkele reis\b|\benkel(?:e)? heen\b|\balleen (?:de )?heen|\bheenweg\b|\bheen (?!en terug)", re.IGNORECASE)
BOTH_WAYS = re.compile(r"\b(?:heen en terug|heen en weer|retour|samen|totaal|bij elkaar|dus)\b")
DISTANCE = re.compile(r"(?<![\w.,])(\d{1,4})(?: ?(?:km|kilometers?))?(?!\w)")


# "Twee keer 85 kilometer, heen en terug": the product is the whole day, however it stands.
TWICE = re.compile(r"(?:het is |dat is )?(?:2|twee) ?(?:x|\*|keer|maal) (\d{1,4}) ?(?:km|kilometers?)?(?!\w)")
THERE_AND_BACK = re.compile(r"\b(?:heen en (?:weer )?terug|heen en weer|op en neer|retour)\b")


def read_twice(text: str) -> Reading[float]:
    """Read there and back said as two times one way; None when it is not, or when there are more numbers."""
    bare, hedged = without_hedges(written_out(tidy(text)))
    said = TWICE.search(bare)
    if said is None or not THERE_AND_BACK.search(bare) or re.search(r"\d", TWICE.sub(" ", bare, count=1)):
        return None
    return read_as(2 * float(said[1]), estimate=hedged)


def read_both_ways(text: str) -> Reading[float]:
    """Read how far there and back is: as it is said, or asked back when only one way is."""
    bare, hedged = without_hedges(written_out(tidy(text)))
    there = {float(one[1]) for one in DISTANCE.finditer(bare)}
    doubled = {value for value in there if value / 2 in there}
    if len(there) == 2 and len(doubled) == 1 and BOTH_WAYS.search(bare):
        return read_as(doubled.pop(), estimate=hedged)
    if len(there) > 1 or not there:
        return None
    one_way = there.pop()
    return choose(((number(value, "km"), value) for value in (one_way, 2 * one_way)), estimate=hedged)
