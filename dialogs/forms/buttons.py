"""Buttons of forms: a new card, opening, saving, setting one thing, closing; an old card changes nothing newer."""

from collections.abc import Awaitable, Callable

from cards.views.card import Card
from dialogs.forms.cards import kept, look_around, new_slip, show_kept, slip_of
from dialogs.forms.carried import chosen, response_meant, text_in
from dialogs.forms.occasions import may_only_see, occasion_in, occasion_of
from dialogs.forms.submissions import MEANWHILE, save_change
from dialogs.forms.words import title_of
from dialogs.turn.events import Pressed
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.forms.responses import Response

# Makes the list anew from which a response was closed, with a line about that; None when it is no list.
Relist = Callable[[Step, str, str], Awaitable[Card | None]]


async def press_new(step: Step, event: Pressed) -> None:
    """An empty card, with what the button knows already."""
    occasion = await occasion_in(step, event, text_in(event, "about"))
    if occasion is not None:
        values = {one.name: text for one in occasion.form.fields if (text := text_in(event, one.name))}
        step.show(ShowCard(new_slip(step, await look_around(step, occasion), values)))


async def press_open(step: Step, event: Pressed) -> None:
    """A response is opened to change it."""
    known = await response_meant(step, event)
    if known is not None:
        await open_response(step, known)


async def open_response(step: Step, known: Response) -> None:
    """Show a response: to change, when it is closed to open again, and to who may only see it as it is."""
    if may_only_see(step, known):
        step.show(ShowCard(kept(step, known).model_copy(update={"buttons": ()})))
        return
    occasion = await occasion_of(step, known, {})
    if occasion is None:
        return
    if known.closed_at is not None:
        show_kept(step, known, instead=False)
    else:
        step.show(ShowCard(slip_of(known, await look_around(step, occasion, known))))


async def press_end(step: Step, event: Pressed, relist: Relist) -> None:
    """A response is closed or opened again; what was filled in on its card is saved first."""
    known = await response_meant(step, event)
    if known is None or await occasion_of(step, known, event.inputs) is None:
        return
    _, seen = chosen(event)
    if any(one.name in event.inputs for one in known.form.fields) and text_in(event, "do") == "close":
        saved = await save_change(step, event)
        if saved is None:
            return
        known, seen = saved, saved.revision
        step.replies = [reply for reply in step.replies if not isinstance(reply, ReplaceCard)]
    back = text_in(event, "back")
    done = await end(step, known, seen or 0, reopen=text_in(event, "do") == "reopen")
    listed = await relist(step, back, f"{title_of(known)} is {known.form.ended}.") if done and back else None
    if listed is not None:
        step.show(ReplaceCard(listed))
    else:
        show_ended(step, done, known, reopen=text_in(event, "do") == "reopen", instead=not back)


async def end(step: Step, known: Response, seen: int, *, reopen: bool) -> Response | None:
    """Close a response, or open it again, if it still is as it was seen; None when it is not."""
    responses = step.stores.responses
    return await (responses.reopen if reopen else responses.close)(known.number, seen, step.known.now)


def show_ended(step: Step, done: Response | None, known: Response, *, reopen: bool, instead: bool) -> None:
    """Show how a response looks now; when it was not done, say so unless it was so already."""
    so_already = (known.closed_at is None) == reopen  # pressed twice
    show_kept(step, done or known, *(() if done or so_already else (MEANWHILE,)), instead=instead)
