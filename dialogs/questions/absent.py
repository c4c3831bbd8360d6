"""What somebody says there is none of: "geen trekkers", "bakwagens hebben we niet", "alleen busjes", "verder niks"."""

import re
from collections.abc import Iterator, Sequence

from dialogs.dutch.counted import COMING, is_called
from dialogs.dutch.typed import listed, tidy, words
from dialogs.questions.classes import class_at
from dialogs.questions.counting import class_of
from dialogs.questions.heard import FoundAnswer, HeardSoFar
from dialogs.questions.meaning import Meant
from dialogs.questions.mentions import YEAR
from domain.intake.question import AnswerKind, Question
from domain.intake.vehicles import VehicleClass

ELECTRIC = "elektrisch"
CLAUSE = re.compile(r"[,;:()]")
NONE = frozenset(listed("geen, gene, gin, geeneen"))
NOT = frozenset(listed("niet, nie, geen, niks, nul, 0, nooit"))
# What may stand between a name and the no behind it, and what may follow that no: "trekkers hebben wij hier niet meer".
BETWEEN = frozenset(
    listed("""
        hebben, hebbe, heb, heeft, hebt, zijn, is, zit, zitten, staan, staat, gebruiken, bezitten, we, wij, wie, me, ik, er, d'r,
        der, hier, nu, nog, ook, dit, moment, momenteel, op, zelf, bij, ons, die, dan, helemaal, gewoon, eigenlijk, dus, echt,
        inmiddels, helaas
    """)
)
BEHIND = frozenset(listed("meer, hier, hoor, wel, maar, en, alleen, dus, in, verder, nu, helaas, eentje, een, enkele, niet, of"))
LEAD = frozenset(
    listed("""
        wij, we, ik, hebben, heb, er, zijn, rijden, met, en, eigenlijk, hier, gewoon, dus, nou, ja, nee, hebt, het, bij, ons,
        staan, dat, is, stuks, stuk, maar, nog, slechts
    """)
)
OWNING = frozenset(listed("hebben, hebbe, heb, heeft, hebt, bezitten, gebruiken, zijn, staan, meer, nooit"))
NOT_YET = re.compile(r"\bnog (?:steeds |altijd )?(?:geen|gene|gin|geeneen|niet|nie|niks|nul|0)\b")
ONLY = frozenset(listed("alleen, enkel, uitsluitend"))
NO_OTHERS = re.compile(
    r"(?:^|\b(?:en|maar) )(?:(?:verder|voor de rest|daarnaast|anders) (?:hebben we |zijn er |heb ik )?"
    r"(?:niks|niets|geen|niet|nul|0)|de rest (?:is |hebben we |heb ik |zijn er )?(?:niks|niets|geen|niet|nul|0)|meer niet)"
    r"(?: meer)?(?: andere)?(?: (?:voertuigen|wagens|auto'?s))?$"
)


def read_none(heard: HeardSoFar, piece: str) -> Iterator[FoundAnswer]:
    """Yield what there is none of, with the no before it or behind it."""
    for clause in CLAUSE.split(tidy(piece)):
        said = words(clause).split()
        if not (NONE | NOT).intersection(said):
            continue
        for at, _ in enumerate(said):
            for start, vehicles in (*denied_behind(said, at), *denied_before(said, at)):
                electric = is_of_electric(heard, said, start, vehicles)
                heard.electric = heard.electric or electric
                if COMING.intersection(said[start : start + 6]):
                    continue
                for question in heard.questions:
                    ask = question.ask.said
                    if ask.vehicles and class_of(question) is vehicles and bool(ask.cues) == electric and not ask.year:
                        yield FoundAnswer(question, Meant(0.0), clause.strip())
        yield from read_no_things(heard, said, clause.strip())


def is_of_electric(heard: HeardSoFar, said: Sequence[str], start: int, vehicles: VehicleClass) -> bool:
    """Say whether a no is about electric vehicles: by its own words, or as one of which that was spoken: "nog geen een".

    A class of which there are some is not gone by "nog niet", and not by "bakwagens geen" beside electric ones or a year.
    """
    if any(one.startswith(ELECTRIC) for one in said[max(0, start - 2) : start + 3]):
        return True
    spoken_of = heard.electric or ELECTRIC in heard.piece or YEAR.search(heard.piece) is not None
    not_yet = NOT_YET.search(" ".join(said)) is not None
    denied_plainly = not OWNING.intersection(said) and said[max(0, start - 1)] not in NONE
    return ((not_yet or denied_plainly) and spoken_of) or (not_yet and heard.totals.get(vehicles, 0) > 0)


def denied_before(said: Sequence[str], at: int) -> Iterator[tuple[int, VehicleClass]]:
    """Yield the classes behind a "geen", with where they stand: "geen trekkers of bakwagens"."""
    follows = at + 1
    if said[at] not in NONE and not (said[at] == "0" and follows < len(said) and said[follows].startswith(ELECTRIC)):
        return
    while follows < len(said):
        skipped = 1 if said[follows].startswith((ELECTRIC, "enkel")) else 0
        vehicles, length = class_at(said, follows + skipped) if follows + skipped < len(said) else (None, 1)
        if vehicles is None:
            return
        yield follows, vehicles
        follows += skipped + length
        if follows >= len(said) or said[follows] not in ("of", "noch"):
            return
        follows += 1


def denied_behind(said: Sequence[str], at: int) -> Iterator[tuple[int, VehicleClass]]:
    """Yield the class that is named here, when the words behind it only say that there is none."""
    vehicles, length = class_at(said, at)
    if vehicles is not None and (at == 0 or said[at - 1] not in ("lichte", "kleine", *NONE)) and is_denied(said[at + length :]):
        yield at, vehicles


def is_denied(behind: Sequence[str]) -> bool:
    """Say whether words only say that there is none: "hebben wij hier niet meer"."""
    no = next((at for at, word in enumerate(behind) if word not in BETWEEN), len(behind))
    if no >= len(behind) or behind[no] not in NOT:
        return False
    if behind[no] in (*NONE, "0", "nul") and behind[no + 1 : no + 2] and behind[no + 1] not in ("meer", "hier", "een", "enkele"):
        return False  # "trekkers hebben geen", of what comes next
    return not behind[no + 1 :] or behind[no + 1] in BEHIND or bool(behind[no + 1].isdecimal())


def read_no_things(heard: HeardSoFar, said: Sequence[str], clause: str) -> Iterator[FoundAnswer]:
    """Yield the other things that there are none of: "een batterij is er niet", "geen laadpaal"."""
    none: list[Question] = []
    for question in heard.questions:
        ask = question.ask.said
        if ask.vehicles or ask.later or not ask.counted or question.kind is not AnswerKind.NUMBER:
            continue
        named = [at for at in range(len(said)) if any(is_called(said[at:], name) for name in ask.counted)]
        denied = any(is_denied(said[at + 1 :]) or NONE.intersection(said[max(0, at - 1) : at]) for at in named)
        cued = any(word.startswith(cue) for word in said for cue in ask.cues)
        if denied and (question is heard.asked or cued) and not COMING.intersection(said):
            none.append(question)
    one = heard.asked if heard.asked in none else none[0] if len(none) == 1 else None
    if one is not None:
        yield FoundAnswer(one, Meant(0.0), clause)


def read_no_others(heard: HeardSoFar, text: str, answers: Sequence[FoundAnswer]) -> Iterator[FoundAnswer]:
    """Yield that there are no vehicles of the classes that are not named, where somebody says so: "alleen busjes"."""
    counted = {class_of(one.question) for one in answers if is_total(one.question)}
    clauses = [words(tidy(clause)) for clause in re.split(r"[,;:()\n.!]", text)]
    only = [one for one in map(only_class, clauses) if one is not None]
    if not only and not (counted and any(NO_OTHERS.search(clause) for clause in clauses)):
        return
    for question in heard.questions:
        vehicles = class_of(question)
        if is_total(question) and vehicles not in counted and vehicles not in only:
            yield FoundAnswer(question, Meant(0.0), text[:80])


def is_total(question: Question) -> bool:
    """Say whether a question is how many vehicles of a class there are."""
    return question.ask.said.vehicles and not question.ask.said.cues


def only_class(clause: str) -> VehicleClass | None:
    """Return the class that a clause says is the only one."""
    said = clause.split()
    begun = next((at for at, word in enumerate(said) if word not in LEAD), len(said))
    if begun >= len(said) or said[begun] not in ONLY:
        return None
    rest = [word for word in said[begun + 1 :] if word not in LEAD and not word.isdecimal()]
    vehicles, length = class_at(rest, 0) if rest else (None, 0)
    return vehicles if len(rest) == length else None
