"""Which part a company plays on its terrain: it has a charging problem, it can help others, or both; and why."""

from dataclasses import dataclass

from domain.intake.answers import Answers
from domain.intake.sections.company import CompanyPart
from domain.intake.vehicles import VehicleClass

MANY_BAYS = 5


@dataclass(frozen=True, slots=True)
class PartWithReasons:
    """A part, the sentences that explain it, and whether the company set it itself."""

    part: CompanyPart
    reasons: tuple[str, ...]
    corrected: bool = False


def electric_later(answers: Answers) -> float:
    """Return how many electric vehicles the company expects at most, over all years and classes it named."""
    return sum(
        max(answers.number(f"{vehicle}.{year}") or 0 for year in ("electric_now", "electric_2030", "electric_2035"))
        for vehicle in VehicleClass
    )


def room_in_kw(answers: Answers) -> float | None:
    """Return contracted power minus the highest use now, or at night where that is known; None when one is not known."""
    contracted, peak = answers.number("grid.contracted_kw"), answers.number("grid.peak_kw")
    night = answers.number("grid.night_kw")
    return None if contracted is None or peak is None else contracted - min(peak, peak if night is None else night)


def obstacles(answers: Answers) -> tuple[str, ...]:
    """Return why a company that must charge cannot do so, as sentences."""
    room = room_in_kw(answers)
    found = {
        "U heeft geen vrije plek om te laden.": answers.number("site.bays") == 0,
        "Uw netbeheerder wees meer stroom af.": answers.known("upgrade.state") == "refused",
        "U wacht nog op meer stroom.": answers.known("upgrade.state") == "waiting",
        "Uw contract heeft geen ruimte meer over.": room is not None and room <= 0,
        "U noemt te weinig stroom als grootste probleem.": answers.known("together.problem") == "grid",
        "U noemt te weinig ruimte als grootste probleem.": answers.known("together.problem") == "space",
    }
    return tuple(sentence for sentence, there in found.items() if there)


def offers(answers: Answers, vehicles: float) -> tuple[str, ...]:
    """Return what a company has left over for others, as sentences."""
    bays = answers.number("site.bays") or 0
    found = {
        "U heeft meer vrije plekken dan u zelf nodig heeft.": bays >= vehicles + MANY_BAYS,
        "U heeft overdag zonnestroom over.": answers.known("own.surplus") in ("often", "sometimes"),
        "U wilt uw terrein openstellen voor buren.": answers.known("site.neighbours") in ("yes", "conditions"),
    }
    return tuple(sentence for sentence, there in found.items() if there)


def derive_part(answers: Answers) -> PartWithReasons:
    """Return the part that follows from the answers, or the one the company chose itself."""
    vehicles = electric_later(answers)
    problems = obstacles(answers) if vehicles > 0 else ()
    helps = offers(answers, vehicles)
    own = answers.known("company.part")
    if isinstance(own, str):
        return PartWithReasons(CompanyPart(own), ("U heeft dit zelf gekozen.",), corrected=True)
    match (bool(problems), bool(helps)):
        case (True, True):
            part = CompanyPart.BOTH
        case (True, False):
            part = CompanyPart.PROBLEM_OWNER
        case (False, True):
            part = CompanyPart.SOLVER
        case _:
            return PartWithReasons(CompanyPart.UNKNOWN, ("Uw antwoorden wijzen nog geen kant op.",))
    return PartWithReasons(part, problems + helps)
