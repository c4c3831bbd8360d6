"""The summary to check before confirming, what follows from it, and the end of the intake."""

from cards.formats import plural
from cards.verbs import Verb
from cards.views.card import Button, Choice, Fact, FactGroup
from cards.views.overview import Overview
from dialogs.consent.consents import consents_are_done, sharing_facts
from dialogs.demand.cards import offer
from dialogs.questions.answered import answered_groups, holds
from dialogs.questions.forms import JOINT
from dialogs.turn.place import Phase
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.companies.parts_played import derive_part
from domain.intake.path import Depth
from domain.intake.question import Page
from domain.intake.questionnaire import PAGES
from domain.intake.vehicles import WORDS, VehicleClass


def consent_group(step: Step) -> FactGroup:
    """Return the decisions about sharing as facts."""
    return FactGroup(title="Wat wij mogen delen", facts=sharing_facts(step))


def part_group(step: Step) -> FactGroup:
    """Return which part the company plays, with the reasons."""
    part = derive_part(step.answers)
    return FactGroup(title="Uw rol op het terrein", facts=(Fact(label=part.part.label, value=" ".join(part.reasons)),))


def change_choices(step: Step) -> tuple[Choice, ...]:
    """Return the questions one can change, named so that two vehicle classes cannot be mixed up."""
    answers = step.answers
    asked = [(page, q) for page in PAGES for q in page.questions if q.name in answers and holds(q, answers)]
    choices = [Choice(value=q.name, title=change_title(page, q.label)) for page, q in asked]
    return (*choices, Choice(value="company.part", title="Uw rol op het terrein"))


def change_title(page: Page, label: str) -> str:
    """Return how one question is called in the list."""
    words = WORDS.get(VehicleClass(page.key.rpartition(".")[2])) if page.key not in JOINT and "." in page.key else None
    return f"{words.many.capitalize()}: {label[0].lower()}{label[1:]}" if words else label


def summary(step: Step) -> Overview:
    """Return the card with everything, to check or to look back at."""
    confirmed, is_open = step.place.phase is Phase.DONE, len([q for q in step.way.asked() if q.name not in step.answers])
    revision = str(shown_revision(step))
    about = {"revision": revision, "intake": str(step.known.intake.id)}
    confirm = Button(title="Ja, dit klopt", verb=Verb.CONFIRM, data=about, primary=True)
    go_on = Button(title="Verder", verb=Verb.SAY, data={"text": "verder"}, primary=True)
    consents = Button(title="Toestemming", verb=Verb.SAY, data={"text": "toestemming"})
    outlook = (Button(title="Mijn laadvraag", verb=Verb.SAY, data={"text": "mijn laadvraag"}),) if confirmed else ()
    ready = not is_open and consents_are_done(step)
    first = () if confirmed and ready else ((confirm,) if ready else (go_on,))
    return Overview(
        title="Uw antwoorden",
        lines=(how_far(confirmed=confirmed, ready=ready, is_open=is_open),),
        groups=(*answered_groups(step), part_group(step), consent_group(step)),
        pick=change_choices(step),
        buttons=(*first, *outlook, consents),
    )


def how_far(*, confirmed: bool, ready: bool, is_open: int) -> str:
    """Say what the summary is for now: to check, to look back at, or to see what is still to come."""
    if not ready:
        left = plural(is_open, "vraag", "vragen") if is_open else "wat wij mogen delen"
        return f"Dit hebben wij nu. Nog te gaan: {left}."
    if confirmed:
        return "Dit hebben wij van u. U kunt alles nog wijzigen."
    return "Kijk het even na. Klopt het? Typ dan 'ja', of druk op 'Ja, dit klopt'."


def show_summary(step: Step, lead: str = "") -> None:
    """Show the summary; before confirming this is the last stop."""
    if step.place.phase is not Phase.DONE:
        step.place.phase = Phase.SUMMARY
    elif step.known.intake.confirmed_at is not None:
        lead = " ".join(filter(None, (lead, offer(step))))
    step.place.asked, step.place.seen = None, shown_revision(step)
    step.show(ShowCard(summary(step), text=lead))


def shown_revision(step: Step) -> int:
    """Return the revision that what is shown now will have when this step is stored."""
    return step.revision if step.given or step.decided else step.known.intake.revision


def confirm(step: Step) -> None:
    """Close the intake: thank, say which part the company plays and what happens next. By telephone nothing is confirmed."""
    if step.known.acting:
        step.say("Goed. Typ nu 'klaar'. Dan krijgt u een code.", "Daarmee bevestigt het bedrijf de antwoorden zelf.")
        return
    step.confirmed = True
    step.place.phase, step.place.asked = Phase.DONE, None
    part = derive_part(step.answers)
    deepen = (Button(title="Meer vragen beantwoorden", verb=Verb.SAY, data={"text": "volledig"}),)
    look = Button(title="Mijn antwoorden", verb=Verb.SAY, data={"text": "overzicht"})
    ask = Button(title="Collega toevoegen", verb=Verb.SAY, data={"text": "collega"})
    step.show(ShowCard(closing(part.part.label, part.reasons, (*(deepen if step.depth is Depth.SHORT else ()), look, ask))))


def closing(label: str, reasons: tuple[str, ...], buttons: tuple[Button, ...]) -> Overview:
    """Return the last card of the intake."""
    return Overview(
        title="Dank u wel",
        lines=(
            "Uw antwoorden zijn bewaard en bevestigd.",
            f"Uw rol op het terrein: {label.lower()}.",
            *reasons,
            "Vindt u dat anders? Typ dan 'wijzig rol'.",
            "Het projectteam kijkt nu wat er op uw terrein kan. U hoort van ons.",
            "Heeft u een vraag? Typ 'vraag' met uw vraag erachter.",
        ),
        buttons=buttons,
    )
