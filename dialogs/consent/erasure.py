"""Withdrawing the first consent: asked once more, then everything goes but the decisions themselves."""

from dialogs.questions.held_answers import hold
from dialogs.questions.meaning import Meant
from dialogs.turn.place import Why
from dialogs.turn.refusals import NOTHING_KEPT
from dialogs.turn.step import Step


def ask_to_erase(step: Step) -> None:
    """Ask once more whether everything must go, and say what that means."""
    if not step.may_keep() and not step.lapsed:
        step.say(NOTHING_KEPT)
        return
    if step.known.acting and not step.known.intake.phoned:
        step.say("Alleen het bedrijf zelf kan dit laten wissen.")
        return
    hold(step, Why.ERASE, None, sentence(step), (
        Meant(True, label="Ja, wis alles"),
        Meant(False, label="Nee, bewaar ze"),
    ))  # fmt: skip


def sentence(step: Step) -> str:
    """Say what is erased: everything, or only this person when colleagues stay."""
    if step.known.intake.contacts > 1:
        return "Weet u het zeker? Wij wissen uw eigen gegevens. De antwoorden van uw bedrijf blijven bij uw collega's."
    return "Weet u het zeker? Wij wissen al uw antwoorden en vragen. Dit kan niet terug."
