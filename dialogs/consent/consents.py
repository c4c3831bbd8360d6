"""Consent in the conversation: the first one, the five about sharing, and changing one's mind later."""

import datetime
from collections.abc import Mapping

from cards.formats import day_of, small
from cards.verbs import Verb
from cards.views.card import Button, Fact
from cards.views.consent.consent import ConsentForm, ConsentOverview, ConsentQuestion, ConsentRow
from dialogs.questions.prompts import progress_line
from dialogs.turn.place import Kept, Phase
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.consent.consents import (
    LATER,
    SHARING,
    TEXTS,
    Decision,
    Purpose,
    State,
    ends_soon,
    has_ended,
    is_allowed,
    is_outdated,
    valid_until,
)
from domain.intake.sections import CONSENTS

STATES = {
    State.GIVEN: "Ja",
    State.REFUSED: "Nee",
    State.WITHDRAWN: "Ingetrokken",
    State.GIVEN_BY_PHONE: "Ja, door de telefoon. Dit telt nog niet.",
}
NOT_CHOSEN = "Nee (niet gekozen)"
ENDED = "Afgelopen"
OUTDATED = "Telt niet meer: onze vraag is veranderd"
LAPSED = "Uw antwoorden zien wij nu niet. Geef weer toestemming bij 'Antwoorden bewaren'. Anders wissen wij alles."
LAPSED_BESIDE_OTHERS = "Geef weer toestemming bij 'Antwoorden bewaren'. Anders wissen wij wat wij van uzelf bewaren."
ASKED = "consent."


def ask_to_keep(step: Step, *lead: str) -> None:
    """Ask the first question in one line, in the very words that are kept as proof; the welcome said the rest."""
    step.say(*lead, TEXTS[Purpose.KEEP].question, choices=("Ja", "Nee"))


def consent_form(step: Step) -> ConsentForm:
    """Return the card with the five decisions, nothing chosen beforehand except what was decided before."""
    until, decided = day_of(valid_until(step.known.now)), step.consents()
    chosen = {State.GIVEN: "yes", State.REFUSED: "no", State.WITHDRAWN: "no"}
    return ConsentForm(
        intake=str(step.known.intake.id),
        revision=step.known.intake.revision,
        progress=progress_line(step, CONSENTS.number),
        questions=tuple(
            ConsentQuestion(
                purpose=purpose,
                title=TEXTS[purpose].title,
                question=TEXTS[purpose].question,
                recipient=TEXTS[purpose].recipient,
                until=f"{until}. Tekst: {TEXTS[purpose].version}",
                chosen=chosen.get(decided[purpose].state, "") if stands(step, purpose) else "",
            )
            for purpose in SHARING
        ),
    )


def show_consent_form(step: Step, lead: str = "") -> None:
    """Put the decisions about sharing before the person: as a card, or one by one for whoever types."""
    step.place.phase = Phase.CONSENTS
    first = next_undecided(step)
    step.place.asked = f"{ASKED}{first}" if first else None
    if step.place.typing and first is not None:
        intro = "Nu nog wat wij mogen delen. U beslist per onderdeel. Nee zeggen kost u niets."
        opening = (f"{progress_line(step, CONSENTS.number)}.", intro) if first is SHARING[0] else ()
        ask_consent(step, first, "\n\n".join(part for part in (lead, *opening) if part))
    else:
        step.show(ShowCard(consent_form(step), text=lead))


def stands(step: Step, purpose: Purpose) -> bool:
    """Say whether there is a decision that did not end."""
    decision = step.consents().get(purpose)
    return decision is not None and not has_ended(purpose, decision, step.known.now)


def is_decided(step: Step, purpose: Purpose) -> bool:
    """Say whether there is a decision that counts; a yes by telephone is one during the call only."""
    decision = step.consents().get(purpose)
    return decision is not None and stands(step, purpose) and (decision.state is not State.GIVEN_BY_PHONE or step.known.acting)


def next_undecided(step: Step, after: Purpose | None = None) -> Purpose | None:
    """Return the first sharing purpose without a decision that counts, perhaps only those after one that was asked."""
    rest = SHARING[SHARING.index(after) + 1 :] if after in SHARING else SHARING
    return next((purpose for purpose in rest if not is_decided(step, purpose)), None)


def consents_are_done(step: Step) -> bool:
    """Say whether the consents were put before this company: all decided, or the summary reached or confirmed before."""
    reached = step.place.phase in (Phase.SUMMARY, Phase.DONE) or step.known.intake.confirmed_at is not None
    return reached or next_undecided(step) is None


def ask_consent(step: Step, purpose: Purpose, lead: str = "") -> None:
    """Ask one decision as text, with its recipient and until when."""
    step.place.asked = f"{ASKED}{purpose}"
    before = step.consents().get(purpose)
    chosen = f"Uw keuze is nu: {small(state_of(purpose, before, step.known.now))}" if before else ""
    terms = "\n".join(terms_of(step, purpose))
    step.say(lead, TEXTS[purpose].question, terms, chosen, choices=("Ja", "Nee", "Overslaan"))


def terms_of(step: Step, purpose: Purpose) -> tuple[str, ...]:
    """Return who sees what a consent is about, until when a yes of now holds, and which version of the words this is."""
    text, until = TEXTS[purpose], day_of(valid_until(step.known.now))
    return (f"Wie het ziet: {text.recipient}", f"Geldig tot: {until}", f"Tekst: {text.version}")


def asked_purpose(step: Step) -> Purpose | None:
    """Return the purpose that was asked last, when one was."""
    name = (step.place.asked or "").removeprefix(ASKED)
    return Purpose(name) if name in list(Purpose) and (step.place.asked or "").startswith(ASKED) else None


def decisions(kept: Kept | None, shared: Mapping[Purpose, Decision]) -> dict[Purpose, Decision]:
    """Return what holds for somebody, the first consent first: that one of their own, and what their company decided."""
    found = {**shared, **({Purpose.KEEP: kept.decision} if kept is not None else {})}
    return {purpose: found[purpose] for purpose in Purpose if purpose in found}


def consent_overview(step: Step, note: str = "", *, later: bool = False) -> ConsentOverview:
    """Return the card with every decision of the intake, or the later ones that were made, each with one button to change it."""
    decided = decisions(step.place.kept, step.consents())
    shown = [one for one in LATER if one in decided] if later else (Purpose.KEEP, *SHARING)
    rows = (consent_row(step, purpose, decided.get(purpose)) for purpose in shown)
    lapsed = lapsed_words(step) if step.lapsed and not later else ""
    return ConsentOverview(rows=tuple(rows), note=note or lapsed)


def lapsed_words(step: Step) -> str:
    """Say what follows when somebody's first consent ended: colleagues may still let us keep the answers of the company."""
    return LAPSED_BESIDE_OTHERS if step.known.intake.contacts > 1 else LAPSED


def state_of(purpose: Purpose, decision: Decision | None, now: datetime.datetime) -> str:
    """Return in words what somebody decided, as it is now: what ended is no yes any more."""
    if decision is None:
        return NOT_CHOSEN
    if not has_ended(purpose, decision, now):
        return STATES[decision.state]
    return OUTDATED if is_outdated(purpose, decision) else ENDED


def sharing_facts(step: Step) -> tuple[Fact, ...]:
    """Return what was decided about sharing, a line for each."""
    decided = step.consents()
    now = step.known.now
    return tuple(Fact(label=TEXTS[purpose].title, value=state_of(purpose, decided.get(purpose), now)) for purpose in SHARING)


def details_of(purpose: Purpose, decision: Decision | None, now: datetime.datetime) -> str:
    """Return when somebody decided, about which text, and until when a yes holds or held."""
    if decision is None:
        return ""
    details = f"Gekozen op {day_of(decision.at)}, tekst {decision.text_version}."
    if is_outdated(purpose, decision):
        return details
    if has_ended(purpose, decision, now):
        return f"{details} Afgelopen op {day_of(decision.until)}. Dit telt nu niet."
    if decision.state in (State.GIVEN, State.GIVEN_BY_PHONE):
        soon = "Loopt bijna af: geldig" if ends_soon(purpose, decision, now) else "Geldig"
        return f"{details} {soon} tot {day_of(decision.until)}."
    return details


def consent_row(step: Step, purpose: Purpose, decision: Decision | None) -> ConsentRow:
    """Return one decision as it holds now, with one button: to take back what holds, and to give what does not (any more)."""
    text, now = TEXTS[purpose], step.known.now
    allowed = is_allowed(purpose, decision, now)
    again = has_ended(purpose, decision, now)
    return ConsentRow(
        title=text.title,
        question=text.question,
        recipient=text.recipient,
        state=state_of(purpose, decision, now),
        details=details_of(purpose, decision, now),
        button=Button(
            title="Trek in" if allowed else "Geef opnieuw toestemming" if again else "Geef toestemming",
            verb=Verb.WITHDRAW if allowed else Verb.GRANT,
            data={"purpose": purpose.value, "intake": str(step.known.intake.id)},
        ),
    )


def show_consents(step: Step, note: str = "") -> None:
    """Show what was decided; what is asked later, on a card of its own once something of it was."""
    step.show(ShowCard(consent_overview(step, note)))
    if later := consent_overview(step, later=True).rows:
        step.show(ShowCard(ConsentOverview(rows=later)))
