"""What to do next at a terrain, in words and with the button that does it."""

from collections.abc import Sequence
from dataclasses import dataclass

from cards.verbs import Verb
from cards.views.card import Button
from dialogs.turn.attention_kind import AttentionKind, Scene
from domain.attention.attention import Attention, Tap, Weight, Whom
from domain.plan.advice import Advice, advise
from domain.plan.rules import next_step
from domain.plan.state import TerrainState
from domain.plan.steps import STEPS


@dataclass(frozen=True, slots=True)
class AdviceWords:
    """An advice in words: what to do, why, and its button: another `view` in place, or a command (`says`)."""

    text: str
    hint: str
    button: str
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
    Advice.CALL: AdviceWords("Help bedrijven met hun intake.", "Nog niet ieder bedrijf is klaar met de korte vragen.",
                             "Dossier", says="dossier {terrain}"),
    Advice.CONTACT: AdviceWords("Neem contact op met het terrein.", "Dat is lang niet gebeurd, of nog nooit.",
                                "Noteer contact", says="notitie {terrain}"),
    Advice.MANDATES: AdviceWords("Vraag de machtigingen.", "Dat doet u in een gesprek met het bedrijf.",
                                 "Dossier", says="dossier {terrain}"),
    Advice.FOLLOW: AdviceWords("Leidt een overheid het initiatief? Deel dan de plankaart.",
                            "Leiden bedrijven het? Deel dan alleen de factsheet.",
                            "Plankaart", says="plankaart {terrain}"),
    Advice.RESTART: AdviceWords("Komt er een wens? Begin het plan opnieuw.", "Eerdere rondes blijven bewaard.",
                                "Naar het plan", "plan"),
}  # fmt: skip


async def find_advice(scene: Scene) -> Sequence[Attention]:
    """Return what is sensible to do, for each terrain the most sensible first."""
    counted = await scene.coverage()
    return tuple(
        advice_on(one, rank, terrain, state)
        for terrain, state in scene.states.items()
        for rank, one in enumerate(advise(state, counted[terrain], scene.now, scene.today))
    )


def advice_on(advice: Advice, rank: int, terrain: str, state: TerrainState) -> Attention:
    """Return an advice about one terrain."""
    words, ahead = ADVICE[advice], next_step(state)
    step = STEPS[state.step].title if state.step is not None else ""
    line = words.text.format(step=step, next=ahead.title if ahead else "")
    tap = tap_of(words, terrain, state.revision)
    return Attention(f"advice:{terrain}:{advice}", line, tap, Weight.SENSIBLE, terrain, hint=words.hint, rank=rank)


def tap_of(words: AdviceWords, terrain: str, revision: int) -> Tap:
    """Return what does it."""
    if words.says:
        return Tap.says(words.button, words.says.format(terrain=terrain))
    if words.view == "director":
        return Tap(words.button, Verb.DIRECTOR, {"terrain": terrain, "revision": str(revision)})
    return view_tap(words.button, terrain, words.view)


def view_tap(title: str, terrain: str, view: str) -> Tap:
    """Return a tap that shows another view of a terrain in the place of this card."""
    return Tap(title, Verb.VIEW, {"terrain": terrain, "view": view})


def view_button(title: str, terrain_id: str, view: str, *, primary: bool = False) -> Button:
    """Return a button that shows another view of a terrain in the place of this card."""
    return Button(title=title, verb=Verb.VIEW, data={"terrain": terrain_id, "view": view}, primary=primary)


SENSIBLE = AttentionKind("advice", Whom.DIRECTOR, find_advice)
