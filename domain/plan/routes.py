"""The routes by which a terrain is approached, and the few questions that lead to one.

The two appendices of the plan name different routes; these are all of them together (C10).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

VERSION = "2026-11"
SOURCE = "Plan van aanpak, bijlage 2 (stap 1) en bijlage 3 (aanvliegroute)"


class Route(StrEnum):
    """How a terrain is approached."""

    BROAD = "broad"
    LOOSE = "loose"
    WARM_PARK = "warm_park"
    WARM_COMPANY = "warm_company"
    COLD = "cold"
    POSTPONED = "postponed"


@dataclass(frozen=True, slots=True)
class RouteText:
    """A route in words: its name, a short one for lists, why it is this one, and what follows from it."""

    name: str
    short: str
    reason: str
    then: str


ROUTES: dict[Route, RouteText] = {
    Route.BROAD: RouteText(
        "Aansluiten bij een breed initiatief", "breed initiatief",
        "Er loopt al een breed initiatief. Dat blijft het aanspreekpunt voor de bedrijven.",
        "Wij werken op de achtergrond en volgen wat er gebeurt. "
        "De plankaart delen wij alleen met een overheid. Bedrijven krijgen de factsheet.",
    ),
    Route.LOOSE: RouteText(
        "Starten bij een los initiatief", "los initiatief",
        "Er loopt een los initiatief rond laden. Daar bouwen wij op voort.",
        "Wij starten actief en doorlopen alle stappen.",
    ),
    Route.WARM_PARK: RouteText(
        "Warm contact met het terrein", "warm terrein",
        "Er is warm contact met het terrein of het parkmanagement.",
        "Wij starten samen met het terrein en doorlopen alle stappen.",
    ),
    Route.WARM_COMPANY: RouteText(
        "Warm contact met één bedrijf", "warm bedrijf",
        "Er is warm contact met één logistiek bedrijf.",
        "Dat bedrijf helpt de aanpak op het hele terrein te introduceren.",
    ),
    Route.COLD: RouteText(
        "Koude aanpak", "koud",
        "Er is nog geen initiatief, maar wel reden om nu te beginnen.",
        "Wij leggen eerst extra uit wat het is en wat het oplevert. Daarna volgt de startsessie.",
    ),
    Route.POSTPONED: RouteText(
        "Koude aanpak, uitgesteld", "uitgesteld",
        "Er is nog geen initiatief en nu geen reden voor voorrang.",
        "Op de hercontroledatum stellen wij dezelfde vragen opnieuw.",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RouteQuestion:
    """A yes-or-no question; a yes leads to `route`."""

    id: str
    text: str
    hint: str
    route: Route


QUESTIONS: tuple[RouteQuestion, ...] = (
    RouteQuestion("broad", "Loopt er een breed initiatief?", "Zoals een Smart Energy Hub of een toekomstbestendig terrein.",
                  Route.BROAD),
    RouteQuestion("loose", "Loopt er een los initiatief?", "Zoals Lola of een Clean Energy Hub.", Route.LOOSE),
    RouteQuestion("park", "Is er warm contact met het terrein?", "Of met het parkmanagement.", Route.WARM_PARK),
    RouteQuestion("company", "Is er warm contact met één bedrijf?", "Een logistiek bedrijf dat mee wil doen.",
                  Route.WARM_COMPANY),
    RouteQuestion("priority", "Is er reden om nu te beginnen?",
                  "Veel laadvraag, ruimte op het net, of een zone voor schoon vervoer dichtbij.", Route.COLD),
)  # fmt: skip


def find_route(answers: Mapping[str, bool]) -> Route:
    """Return the route of the first question that was answered with yes; without any, the cold one, postponed.

    A broad initiative comes first: joining what runs already has preference (appendix 2).
    """
    return next((question.route for question in QUESTIONS if answers.get(question.id)), Route.POSTPONED)
