"""What somebody says there is none of: "geen trekkers", "bakwagens hebben we niet", "alleen busjes", "geen accu"."""

import re
from collections.abc import Iterator, Sequence

from dialogs.dutch.counted import COMING, is_called
from dialogs.dutch.typed import in_standard, listed, tidy, words
from dialogs.questions.classes import class_at, cues, is_part_of
from dialogs.questions.counting import class_of
from dialogs.questions.heard import FoundAnswer, HeardSoFar
from dialogs.questions.meaning import Meant
from dialogs.questions.mentions import YEAR
from domain.intake.certainty import Certainty
from domain.intake.question import AnswerKind, Question
from domain.intake.vehicles import LORRIES, LORRY, VehicleClass

ELECTRIC = "elektrisch"
CLAUSE = re.compile(r"[,;:()]")
THINGS = re.compile(r"[,;:.] |\b(?:en|maar)\b")  # things are told one by one, vehicles also as "geen trekkers en bakwagens"
NONE = frozenset(listed("geen, gene, gin, geeneen"))
NOT = frozenset(listed("niet, nie, geen, niks, niets, nul, 0, nooit"))
WITHOUT = frozenset((*NONE, "zonder"))
OF_NOBODY_ELSE = frozenset(("enkele", "enkel", "eigen"))  # "geen enkele laadpaal"
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
SIZED = ("lichte", "kleine", "zware", "grote")  # of one class
OWNING = frozenset(listed("hebben, hebbe, heb, heeft, hebt, bezitten, gebruiken, zijn, staan, meer, nooit"))
NOT_YET = re.compile(r"\bnog (?:steeds |altijd )?(?:geen|gene|gin|geeneen|niet|nie|niks|nul|0)\b")
NOTHING_NOW = re.compile(
    r"(?:nee )?(?:(?:nu|op dit moment|momenteel|vooralsnog|nog|er|is|ligt|liggen|staat|hebben|wij|we|ik|heb|hier) ){1,6}"
    r"(?:nog )?(?:niets|geen enkele)$"
)
NEXT_TO_NOTHING = re.compile(
    r"\b(?:(?:bijna|vrijwel|nagenoeg|haast|zo goed als|praktisch|zowat|amper|nauwelijks) (?:geen|niets|nul|0|iets|wat)"
    r"|(?:amper|nauwelijks) \w*(?:gebruik|stroom)|(?:staat|is|gaat|doen we|zetten we) alles (?:helemaal )?uit)\b"
)
OTHER_WORDS = frozenset(listed("probleem, idee, zin, plan, plannen, plek, plaats, ruimte, geld, keuze, kosten"))
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
        yield from read_no_lorries(heard, said, clause.strip())
    yield from read_no_things(heard, piece)


def read_no_lorries(heard: HeardSoFar, said: Sequence[str], clause: str) -> Iterator[FoundAnswer]:
    """Yield that there are no lorries of any class that is not told of, where no class of them was asked: "geen vrachtwagens"."""
    if heard.electric or (heard.asked is not None and class_of(heard.asked) in LORRIES):
        return
    named = [at for at in range(len(said)) if any(is_called(said[at:], name) for name in LORRY)]
    if not any(
        (at and said[at - 1] in NONE) or ((not at or said[at - 1] not in SIZED) and is_denied(said[at + 1 :])) for at in named
    ):
        return
    every = words(heard.piece).split()
    told = {class_at(every, at)[0] for at in range(len(every))}
    for question in heard.questions:
        if is_total(question) and class_of(question) in LORRIES and class_of(question) not in told:
            yield FoundAnswer(question, Meant(0.0), clause)


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


def read_no_things(heard: HeardSoFar, piece: str) -> Iterator[FoundAnswer]:
    """Yield the questions about a number of other things that a sentence answers with none, or with next to nothing."""
    for clause in map(str.strip, THINGS.split(in_standard(piece))):
        said = words(clause).split()
        if COMING.intersection(said):
            continue
        counted = (counted_so(heard, said[at]) for at in range(len(said)) if is_absent(said, at))
        question = next((one for one in counted if one is not None), None)
        if question is None and NOTHING_NOW.fullmatch(clause) and not re.search(r"\d", piece):
            question = heard.asked if heard.asked is not None and is_counted_now(heard.asked) else None
        if question is not None:
            yield FoundAnswer(question, Meant(0.0), clause)
        elif NEXT_TO_NOTHING.search(clause) and (used := hardly_used(heard, said)) is not None:
            yield FoundAnswer(used, Meant(0.0, Certainty.ESTIMATE), clause)


def is_absent(said: Sequence[str], at: int) -> bool:
    """Say whether the no before a word or behind it says that there is none: "geen eigen batterij", "laders hebben wij niet"."""
    before = at - 1 - (at > 0 and said[at - 1] in OF_NOBODY_ELSE)
    return (before >= 0 and said[before] in WITHOUT) or is_denied(said[at + 1 :])


def counted_so(heard: HeardSoFar, named: str) -> Question | None:
    """Return the question that counts what is named."""
    counted = [
        one for one in heard.questions if is_counted_now(one) and any(is_called((named,), name) for name in one.ask.said.counted)
    ]
    own = [one for one in counted if not one.ask.said.cues or any(named.startswith(cue) for cue in one.ask.said.cues)]
    if heard.asked in counted:
        own = [heard.asked]
    elif named in OTHER_WORDS:
        return None
    return heard.of_class(own, (named,)) if len({one.name.partition(".")[2] for one in own}) == 1 else None


def is_counted_now(question: Question) -> bool:
    """Say whether a question asks how much there is now of something that is no vehicle."""
    said = question.ask.said
    return question.kind is AnswerKind.NUMBER and bool(said.counted) and not (said.later or said.vehicles or said.year)


def hardly_used(heard: HeardSoFar, said: Sequence[str]) -> Question | None:
    """Return the question about power of which that is next to nothing: by its words, and of two by those of the part."""
    power = [one for one in heard.questions if one.ask.unit == "kW" and one.kind is AnswerKind.NUMBER]
    cued = [one for one in power if any(cues(word, cue) for word in said for cue in one.ask.said.cues)]
    least = [one for one in cued if not any(is_part_of(other, one) for other in cued)]
    return least[0] if len(least) == 1 else heard.asked if heard.asked in power and not cued else None


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
