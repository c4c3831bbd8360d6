"""The beginning: who we are, and the first consent."""

from cards.views.intake.welcome import Welcome
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.consent.consents import KEEP_YEARS, TEXTS, Purpose


def welcome(step: Step, decided: str = "") -> Welcome:
    house = step.known.house
    return Welcome(
        organisation=house.organisation,
        contact=house.contact,
        privacy_url=house.privacy_url,
        keep_years=KEEP_YEARS,
        question=TEXTS[Purpose.KEEP].question,
        decided=decided,
    )


def show_welcome(step: Step) -> None:
    """Greet somebody, once."""
    step.place.welcomed = True
    step.show(ShowCard(welcome(step)))
