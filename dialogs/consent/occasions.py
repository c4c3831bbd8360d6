"""The occasions outside the intake on which a consent is asked: when it first matters, and when its words changed."""

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.consent.consents import ASKED, terms_of
from dialogs.turn.events import Said
from dialogs.turn.place import Phase
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.consent.consents import LATER, TEXTS, Purpose, State, has_ended, is_outdated
from domain.plan.events import PlanKind

COSTS_NOTHING = "U beslist. Nee zeggen kost u niets."
CHANGED = "Onze vraag is veranderd"
# What the project team did on a terrain that depends on a consent of LATER, and why it is asked then.
OCCASIONS = {
    PlanKind.EXPORTED: (
        Purpose.ADVISERS,
        "Het projectteam wil laten doorrekenen wat laden op uw terrein vraagt. Met uw antwoorden erbij klopt dat beter.",
    ),
}


def ask_when_it_matters(step: Step, purpose: Purpose, why: str = "") -> bool:
    """Ask for one consent of LATER now that something depends on it; return whether it was asked.

    What was decided is not asked again, a no included: only what was never asked, or ended. `why` says what depends on it.
    """
    decision = step.consents().get(purpose)
    if purpose not in LATER or not step.may_keep() or (decision is not None and not has_ended(purpose, decision, step.known.now)):
        return False
    show_request(step, purpose, why)
    return True


def show_request(step: Step, purpose: Purpose, why: str = "") -> None:
    """Show the question with its two buttons; a typed yes or no is heard as well."""
    if step.place.phase is Phase.DONE:  # else a question of the intake waits for what is typed
        step.place.asked = f"{ASKED}{purpose}"
    data = {"purpose": purpose.value, "intake": str(step.known.intake.id)}
    buttons = (
        Button(title="Ja", verb=Verb.GRANT, data=data, primary=True),
        Button(title="Nee", verb=Verb.WITHDRAW, data=data),
    )
    lines = (*((why,) if why else ()), TEXTS[purpose].question, *terms_of(step, purpose), COSTS_NOTHING)
    step.show(ShowCard(NoticeCard(title=TEXTS[purpose].title, lines=lines, buttons=buttons)))


def ask_again(step: Step) -> None:
    """Put anew, once a day, what this person or company said yes to in words that ask something else now.

    Until it is answered the yes of before counts for nothing. During the intake its own chapter asks.
    """
    outdated = [one for one, decision in step.consents().items() if decision.state is State.GIVEN and is_outdated(one, decision)]
    if not outdated or not is_free(step):
        return
    step.place.asked_again = step.today
    asked = (f"{TEXTS[one].title}. {TEXTS[one].question} Wie ziet dit: {TEXTS[one].recipient}." for one in outdated)
    again = {"renew": " ".join(outdated), "intake": str(step.known.intake.id)}
    buttons = (
        Button(title="Ja, dat mag", verb=Verb.GRANT, data=again, primary=True),
        Button(title="Bekijk per onderdeel", verb=Verb.SAY, data={"text": "toestemming"}),
    )
    lines = ("U gaf hier eerder toestemming voor, met andere woorden. Mag dit ook?", *asked, COSTS_NOTHING)
    step.show(ShowCard(NoticeCard(title=CHANGED, lines=lines, buttons=buttons)))


async def ask_what_matters_now(step: Step) -> None:
    """Ask what something that happened on the terrain depends on, at the next contact, once: who does not answer is left alone.

    Whether anything happened is looked up once a day at most, and only for what this person may still be asked.
    """
    terrain, decided = step.answers.known("company.terrain"), step.consents()
    wanted = {kind: one for kind, one in OCCASIONS.items() if one[0] not in decided and one[0].value not in step.place.offered}
    waits = step.place.asked or step.place.held or step.place.for_team
    if not wanted or not isinstance(terrain, dict) or waits or not is_free(step):
        return
    step.place.asked_again = step.today
    for kind, (purpose, why) in wanted.items():
        happened = await step.stores.dossiers.history(str(terrain.get("id")), limit=1, kinds=(kind,))
        if happened and ask_when_it_matters(step, purpose, why):
            step.place.offered = [*step.place.offered, purpose.value]
            return


def let_go(step: Step) -> None:
    """Let go of a question that was put by itself on an earlier day: it is not repeated, and "ja" is no answer to it any more."""
    if step.place.asked in [f"{ASKED}{one}" for one in step.place.offered] and step.place.asked_again != step.today:
        step.place.asked = None


def is_free(step: Step) -> bool:
    """Say whether a consent may be put now: to whoever typed, is done with their company, and decided nothing in this step."""
    contact = step.place.phase is Phase.DONE and step.may_keep() and not step.known.acting and isinstance(step.event, Said)
    return contact and not step.decided and not step.confirmed and step.place.asked_again != step.today
