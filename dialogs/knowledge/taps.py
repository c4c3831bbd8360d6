"""The taps that an item may offer: a command of companies, and what stands on its button."""

from collections.abc import Mapping

from cards.verbs import Verb
from cards.views.card import Button
from dialogs.turn.events import Scope
from dialogs.turn.step import Step
from domain.knowledge.items import Item

TAPS: Mapping[str, str] = {
    "toestemming": "Bekijk wat wij mogen delen",
    "mijn gegevens": "Bekijk mijn gegevens",
    "mijn laadvraag": "Bekijk mijn laadvraag",
    "status": "Hoe staat mijn terrein ervoor?",
    "factsheet": "Bekijk de cijfers van mijn terrein",
    "kansen": "Wie kan mij helpen?",
    "collega": "Nodig een collega uit",
    "herinner mij": "Herinner mij later",
    "overzicht": "Bekijk mijn antwoorden",
    "bel mij": "Bel mij",
}


def taps_of(step: Step, item: Item) -> tuple[Button, ...]:
    """Return the button of an item, for whoever answers for a company in their own chat, once answers may be kept."""
    if item.tap not in TAPS or step.scope is not Scope.PERSONAL or not step.for_company or not step.may_keep():
        return ()
    return (Button(title=TAPS[item.tap], verb=Verb.SAY, data={"text": item.tap}),)
