"""Buttons of the dossier: those of its forms, a choice of what to write down, and another page of what happened."""

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.dossier.lists import list_card, turn_page
from dialogs.forms import buttons
from dialogs.forms.carried import company_called, text_in
from dialogs.forms.submissions import press_save, press_set
from dialogs.turn.command import Press
from dialogs.turn.events import Pressed
from dialogs.turn.refusals import NO_NAMES_HERE, OLD_BUTTON
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.companies.company_file import NamedCompany
from domain.dossier.forms import DOSSIER_FORMS
from domain.forms.declaration import AboutCompany


def is_for_team(step: Step) -> bool:
    """Say whether a button is pressed by the project team, where companies may be named; else say why it does nothing."""
    if step.known.is_team and step.may_name:
        step.discreet = True
        return True
    step.say(NO_NAMES_HERE if step.known.is_team else OLD_BUTTON)
    return False


async def press_new(step: Step, event: Pressed) -> None:
    """An empty card; without a form first a choice of forms."""
    if text_in(event, "kind"):
        await buttons.press_new(step, event)
    elif is_for_team(step):
        terrain = text_in(event, "terrain")
        if step.stores.terrains.named(terrain) is None:
            step.say(OLD_BUTTON)
        else:
            step.show(ShowCard(choice_card(terrain, await company_called(step, text_in(event, "about")))))


def choice_card(terrain: str, about: NamedCompany | None) -> NoticeCard:
    """Return the choice of what to write down about a terrain or a company."""
    not_for = AboutCompany.NEVER if about else AboutCompany.ALWAYS
    data = {"terrain": terrain, "about": about.id if about else ""}
    choice = (
        Button(title=form.one, verb=Verb.ENTRY_NEW, data={**data, "kind": form.key})
        for form in DOSSIER_FORMS
        if form.about.company is not not_for
    )
    return NoticeCard(lines=("Wat wilt u toevoegen?",), buttons=tuple(choice))


async def press_end(step: Step, event: Pressed) -> None:
    """Something is closed or opened again; a list of the dossier is shown anew."""
    await buttons.press_end(step, event, list_card)


async def press_history(step: Step, event: Pressed) -> None:
    """Another page of what happened on a terrain."""
    if is_for_team(step):
        await turn_page(step, text_in(event, "terrain"), text_in(event, "before"))


DOSSIER_PRESSED: dict[Verb, Press] = {
    Verb.ENTRY_NEW: press_new,
    Verb.ENTRY_OPEN: buttons.press_open,
    Verb.ENTRY_SAVE: press_save,
    Verb.ENTRY_SET: press_set,
    Verb.ENTRY_END: press_end,
    Verb.HISTORY: press_history,
}
