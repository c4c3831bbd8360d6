"""What to do next at a terrain, in words and with the button that does it."""

from dataclasses import dataclass

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.terrains.status import Todo
from domain.plan.advice import Advice
from domain.plan.rules import next_step
from domain.plan.state import TerrainState
from domain.plan.steps import STEPS

SHOWN = 3


@dataclass(frozen=True, slots=True)
class AdviceWords:
    """An advice in words: what to do, why, and its button: another `view` in place, or a command (`says`)."""

    text: str
    hint: str
    button: str = ""
    view: str = ""
    says: str = ""


ADVICE: dict[Advice, AdviceWords] = {
    Advice.RECHECK: AdviceWords("Kies opnieuw een route.", "De hercontroledatum is er.", "Kies een route", "route"),
    Advice.BEGIN: AdviceWords("Begin met stap 0, Inventarisatie.", "Dit terrein staat nog niet in een stap.", "Begin", "step"),
    Advice.DIRECTOR: AdviceWords("Wijs een regisseur aan.", "Nu is er nog niemand.", "Ik word regisseur", "director"),
    Advice.PROMISES: AdviceWords("Werk de acties bij.", "Een actie is over de datum.", "Bekijk acties", says="dossier {terrain}"),
    Advice.ROUTE: AdviceWords("Kies een route.", "De route bepaalt hoe u het terrein benadert.", "Kies een route", "route"),
    Advice.SESSION: AdviceWords("Plan de startsessie.", "Er staat nog geen sessie gepland.", "Plan een sessie",
                                says="sessieplan {terrain}"),
    Advice.OUTCOME: AdviceWords("Leg de uitkomst vast.", "De startsessie is geweest.", "Uitkomst", "outcome"),
    Advice.LETTERS: AdviceWords("Vraag de intentieverklaringen.", "Nog niet ieder bedrijf heeft getekend.",
                                "Verklaringen", "outcome"),
    Advice.COMPLETE: AdviceWords("Rond {step} af.", "Alles wat moet, is klaar.", "Naar de stap", "step"),
    Advice.CHECKLIST: AdviceWords("Werk de lijst van {step} bij.", "Daar staan nog punten open.", "Naar de lijst", "step"),
    Advice.NEXT: AdviceWords("Begin met {next}.", "De vorige stap is afgerond.", "Naar de stap", "step"),
    Advice.INVITE: AdviceWords("Nodig meer bedrijven uit.", "Er doen nog weinig bedrijven mee.", "Nodig uit",
                               says="uitnodigen {terrain}"),
    Advice.CALL: AdviceWords("Help bedrijven met hun intake.", "Nog niet ieder bedrijf is klaar met de korte vragen."),
    Advice.CONTACT: AdviceWords("Neem contact op met het terrein.", "Dat is lang niet gebeurd, of nog nooit.",
                                "Noteer contact", says="notitie {terrain}"),
    Advice.MANDATES: AdviceWords("Vraag de machtigingen.", "Dat doet u in een gesprek met het bedrijf."),
    Advice.FOLLOW: AdviceWords("Leidt een overheid het initiatief? Deel dan de plankaart.",
                            "Leiden bedrijven het? Deel dan alleen de factsheet.",
                            "Plankaart", says="plankaart {terrain}"),
    Advice.RESTART: AdviceWords("Komt er een wens? Begin het plan opnieuw.", "Eerdere rondes blijven bewaard.",
                                "Naar het plan", "plan"),
}  # fmt: skip


def words_for(advice: Advice, state: TerrainState) -> Todo:
    """Return an advice as it is on the card."""
    words = ADVICE[advice]
    step = STEPS[state.step].title if state.step is not None else ""
    ahead = next_step(state)
    text = words.text.format(step=step, next=ahead.title if ahead else "")
    return Todo(text=text, hint=words.hint)


def button_for(advice: Advice, terrain_id: str, revision: int, *, primary: bool) -> Button | None:
    """Return the button that does it; None when there is none."""
    words = ADVICE[advice]
    if not words.button:
        return None
    if words.says:
        said = {"text": words.says.format(terrain=terrain_id)}
        return Button(title=words.button, verb=Verb.SAY, data=said, primary=primary)
    if words.view == "director":
        data = {"terrain": terrain_id, "revision": str(revision)}
        return Button(title=words.button, verb=Verb.DIRECTOR, data=data, primary=primary)
    return view_button(words.button, terrain_id, words.view, primary=primary)


def view_button(title: str, terrain_id: str, view: str, *, primary: bool = False) -> Button:
    """Return a button that shows another view of a terrain in the place of this card."""
    return Button(title=title, verb=Verb.VIEW, data={"terrain": terrain_id, "view": view}, primary=primary)
