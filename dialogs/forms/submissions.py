"""Saving what was filled in on a card: something new once, a change only over what was seen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dialogs.forms.cards import SOURCE, Around, kept, look_around, new_slip, offers_of, show_kept, slip_of
from dialogs.forms.carried import ABOUT, chosen, response_meant, text_in
from dialogs.forms.occasions import Occasion, occasion_in, occasion_of, what_is_answered
from dialogs.forms.words import gist_of, title_of
from dialogs.questions.forms import input_text
from dialogs.turn.events import Pressed
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step, Tell
from domain.forms.judging import Judged, judge
from domain.forms.responses import NewResponse, Response, ResponseSource
from domain.intake.acceptance import key_in

KEPT = "Bewaard."
MEANWHILE = "Dit is intussen gewijzigd. Kijk het even na."
OVER_IT = "Dit is intussen gewijzigd. Uw tekst staat hieronder. Opslaan zet uw tekst ervoor in de plaats."
TWICE = "Dit was al ingevuld. Uw tekst staat hieronder. Opslaan zet uw tekst ervoor in de plaats."


@dataclass(frozen=True, slots=True)
class Filled:
    """A card as it came back: what was filled in, and what of it may stand."""

    around: Around
    values: Mapping[str, str]
    judged: Judged
    source: ResponseSource

    @property
    def occasion(self) -> Occasion:
        """Return what it is about."""
        return self.around.occasion


async def read_slip(step: Step, event: Pressed, occasion: Occasion, known: Response | None = None) -> Filled:
    """Read a card. Who had to do it may still have to."""
    around, form = await look_around(step, occasion, known), occasion.form
    values = {one.name: event.inputs[one.name] for one in form.fields if one.name in event.inputs}
    typed = event.inputs.get(SOURCE) == ResponseSource.PAPER
    source = ResponseSource.PAPER if typed else ResponseSource.CALL if around.behalf else ResponseSource.CARD
    return Filled(around, values, judge(form, values, step.today, around.offers), source)


async def press_save(step: Step, event: Pressed) -> None:
    """A card is saved: something new, or a change."""
    if text_in(event, "number"):
        await save_change(step, event)
        return
    occasion = await occasion_in(step, event, event.inputs.get(ABOUT) or text_in(event, "about"))
    if occasion is not None:
        await save_new(step, await read_slip(step, event, occasion), text_in(event, "key"))


async def save_new(step: Step, filled: Filled, key: str) -> None:
    """Keep something new, once. Where there may be one and another was first, what was filled in can be laid over it."""
    if filled.judged.faults:
        step.show(ReplaceCard(new_slip(step, filled.around, filled.values, key, filled.judged.faults)))
        return
    new = new_response(step, filled.occasion, filled.judged, filled.source)
    known = await step.stores.responses.add(replace(new, key=key_in(key)), step.known.now)
    if known.form.named and await occasion_of(step, known, filled.values) is None:  # of others, under a key that was copied
        return
    if known.key == key_in(key):
        show_kept(step, known, KEPT)
        tell_owner(step, known)
        await answer_asker(step, known)
    else:
        show_over(step, known, filled, TWICE)


def new_response(step: Step, occasion: Occasion, judged: Judged, source: ResponseSource = ResponseSource.CARD) -> NewResponse:
    """Return a response to keep. Who answered is known when nobody typed it for them."""
    about = (occasion.about.intake, occasion.about.register) if occasion.about else (None, None)
    session = occasion.session.id if occasion.session else None
    respondent = step.known.person if source in (ResponseSource.CARD, ResponseSource.CHAT) else None
    return NewResponse(
        occasion.form,
        occasion.terrain.id,
        judged.data,
        *about,
        session=session,
        step=occasion.step,
        group=occasion.group,
        respondent=respondent,
        source=source,
    )


async def save_change(step: Step, event: Pressed) -> Response | None:
    """Change a response to what was filled in, and return it; None when it was said why not."""
    known = await response_meant(step, event)
    called = event.inputs.get(ABOUT) or text_in(event, "about")
    occasion = await changed_to(step, known, called, event.inputs) if known is not None else None
    if known is None or occasion is None:
        return None
    filled = await read_slip(step, event, occasion, known)
    if known.closed_at is not None:
        show_kept(step, known, MEANWHILE)
    elif filled.judged.faults:
        step.show(ReplaceCard(slip_of(known, filled.around, values=filled.values, faults=filled.judged.faults)))
    elif not changes(known, filled):
        show_kept(step, known)
        return known
    else:
        _, seen = chosen(event)
        about, source = filled.occasion.about, filled.source
        changed = await step.stores.responses.change(
            known.number, seen or 0, filled.judged.data, about, step.known.now, source
        )  # fmt: skip
        if changed is not None:
            show_kept(step, changed, KEPT)
            tell_owner(step, changed, known)
            await answer_asker(step, changed)
            return changed
        show_over(step, known, filled, OVER_IT)
    return None


async def changed_to(step: Step, known: Response, called: str, values: Mapping[str, str]) -> Occasion | None:
    """Return what a response is to be about; None when it was said that this person may not change it, as it is or to that."""
    before = await occasion_of(step, known, values)
    return before if before is None or called == known.about else await occasion_of(step, known, values, called)


def show_over(step: Step, known: Response, filled: Filled, message: str) -> None:
    """Show what was filled in, to be laid over what somebody else kept meanwhile, and what stands there now."""
    now = f"Nu staat er: {title_of(known)}: {gist_of(known.form, known.data)}"
    step.show(ReplaceCard(slip_of(known, filled.around, values=filled.values, message=message, lines=(now,))))


def changes(known: Response, filled: Filled) -> bool:
    """Say whether a card would change anything."""
    about = filled.occasion.about
    return dict(known.data) != dict(filled.judged.data) or known.about != (about.id if about else "")


async def press_set(step: Step, event: Pressed) -> None:
    """One thing is set that was asked back, if it still is as it was then."""
    known = await response_meant(step, event)
    were = {name[4:]: text for name, text in event.data.items() if name.startswith("was:") and isinstance(text, str)}
    occasion = await changed_to(step, known, text_in(event, ABOUT) if ABOUT in were else known.about, {}) if known else None
    if known is None or occasion is None:
        return
    now = {**{name: str(value) for name, value in known.data.items()}, ABOUT: known.about}
    if known.closed_at is not None or any(now.get(name, "") != text for name, text in were.items()):
        show_kept(step, known, MEANWHILE)
        return
    fields, about = {name: text_in(event, name) for name in were if name != ABOUT}, occasion.about
    if fields == {name: now.get(name, "") for name in fields} and (about.id if about else "") == known.about:
        show_kept(step, known, KEPT)  # it was so already: nothing to write down
        return
    judged = await judged_again(step, known, fields)
    changed = None
    if not judged.faults:
        changed = await step.stores.responses.change(known.number, known.revision, judged.data, about, step.known.now)
    if changed is None:
        show_kept(step, known, MEANWHILE)
        return
    show_kept(step, changed, KEPT)
    tell_owner(step, changed, known)


async def judged_again(step: Step, known: Response, fields: Mapping[str, str]) -> Judged:
    """Return a response with some fields set, as far as it may be kept so."""
    entered = {**{name: input_text(value) for name, value in known.data.items()}, **fields}
    return judge(known.form, entered, step.today, await offers_of(step, known.form, known))


def tell_owner(step: Step, known: Response, before: Response | None = None) -> None:
    """Tell somebody else of the team that something became theirs."""
    mine_before = before is not None and before.owner == known.owner
    if known.owner is not None and known.owner != step.known.person and not mine_before:
        lead = f"{step.known.sender.name or 'Een collega'} gaf u een actie."
        step.tells.append(Tell(known.owner, (ShowCard(kept(step, known, lead)),)))


async def answer_asker(step: Step, known: Response) -> None:
    """Bring an answer to who asked for it, and close what it answers."""
    asked = await what_is_answered(step, known.form, known.group)
    if asked is None:
        return
    if asked.closed_at is None:
        await step.stores.responses.close(asked.number, asked.revision, step.known.now)
    if asked.owner is not None and asked.owner != step.known.person:
        card = kept(step, known, f"{step.known.sender.name or 'De gemeente'} antwoordt op: {gist_of(asked.form, asked.data)}")
        step.tells.append(Tell(asked.owner, (ShowCard(card),)))
