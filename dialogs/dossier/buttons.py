"""Buttons about entries: a new card, opening, saving, setting one thing, closing; an old card changes nothing newer."""

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.dossier.cards import about_of, look_around, new_slip, show_kept, slip_of
from dialogs.dossier.carried import chosen, company_called, entry_meant, text_in
from dialogs.dossier.lists import list_card, turn_page
from dialogs.dossier.submissions import MEANWHILE, press_save, press_set, save_change
from dialogs.dossier.words import title_of
from dialogs.turn.command import Press
from dialogs.turn.events import Pressed
from dialogs.turn.refusals import NO_NAMES_HERE, OLD_BUTTON
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.companies.company_file import NamedCompany
from domain.dossier.entries import AboutCompany, Entry, EntryKind
from domain.dossier.kinds import KINDS


def for_team(handler: Press) -> Press:
    """Let a button work for the project team alone, and only where companies may be named."""

    async def guarded(step: Step, event: Pressed) -> None:
        if not step.known.is_team:
            step.say(OLD_BUTTON)
        elif not step.may_name:
            step.say(NO_NAMES_HERE)
        else:
            step.discreet = True
            await handler(step, event)

    return guarded


async def press_new(step: Step, event: Pressed) -> None:
    """An empty card; without a kind first a choice of kinds."""
    kind, terrain = text_in(event, "kind"), text_in(event, "terrain")
    if kind not in ("", *EntryKind) or step.stores.terrains.named(terrain) is None:
        step.say(OLD_BUTTON)
        return
    about = await company_called(step, text_in(event, "about"))
    if not kind:
        step.show(ShowCard(kinds_card(terrain, about)))
    elif about is None and KINDS[EntryKind(kind)].about is AboutCompany.ALWAYS:
        step.say("Dit bedrijf staat niet meer in onze gegevens.")
    else:
        form = {"form": text_in(event, "form")} if text_in(event, "form") else {}
        around = await look_around(step, EntryKind(kind), terrain, about)
        step.show(ShowCard(new_slip(step, EntryKind(kind), around, form)))


def kinds_card(terrain: str, about: NamedCompany | None) -> NoticeCard:
    """Return the choice of what to write down about a terrain or a company."""
    not_for = AboutCompany.NEVER if about else AboutCompany.ALWAYS
    data = {"terrain": terrain, "about": about.id if about else ""}
    buttons = (
        Button(title=words.one, verb=Verb.ENTRY_NEW, data={**data, "kind": kind.value})
        for kind, words in KINDS.items()
        if words.about is not not_for
    )
    return NoticeCard(lines=("Wat wilt u toevoegen?",), buttons=tuple(buttons))


async def press_open(step: Step, event: Pressed) -> None:
    """An entry is opened to change it."""
    entry = await entry_meant(step, event)
    if entry is not None:
        await open_entry(step, entry)


async def open_entry(step: Step, entry: Entry) -> None:
    """Show an entry: to change, or when it is closed to open again."""
    if entry.closed_at is not None:
        show_kept(step, entry, instead=False)
        return
    about = await company_called(step, about_of(entry))
    step.show(ShowCard(slip_of(step, entry, await look_around(step, entry.kind, entry.terrain, about, entry))))


async def press_end(step: Step, event: Pressed) -> None:
    """An entry is closed or opened again; what was filled in on its card is saved first."""
    entry = await entry_meant(step, event)
    if entry is None:
        return
    _, seen = chosen(event)
    if any(one.name in event.inputs for one in KINDS[entry.kind].fields) and text_in(event, "do") == "close":
        saved = await save_change(step, event)
        if saved is None:
            return
        entry, seen = saved, saved.revision
        step.replies = [reply for reply in step.replies if not isinstance(reply, ReplaceCard)]
    await end(step, entry, seen or 0, reopen=text_in(event, "do") == "reopen", back=text_in(event, "back"))


async def end(step: Step, entry: Entry, seen: int, *, reopen: bool, back: str = "") -> None:
    """Close an entry, or open it again, if it still is as it was seen; a list it was closed from is shown anew."""
    entries = step.stores.entries
    done = await (entries.reopen if reopen else entries.close)(entry.number, seen, step.known.now)
    so_already = (entry.closed_at is None) == reopen  # pressed twice
    listed = await list_card(step, back, f"{title_of(entry)} is {KINDS[entry.kind].ended}.") if done and back else None
    if listed is not None:
        step.show(ReplaceCard(listed))
    else:
        lines = () if done or so_already else (MEANWHILE,)
        show_kept(step, done or entry, *lines, instead=step.pressed and not back)


async def press_history(step: Step, event: Pressed) -> None:
    """Another page of what happened on a terrain."""
    await turn_page(step, text_in(event, "terrain"), text_in(event, "before"))


DOSSIER_PRESSED: dict[Verb, Press] = {
    Verb.ENTRY_NEW: for_team(press_new),
    Verb.ENTRY_OPEN: for_team(press_open),
    Verb.ENTRY_SAVE: for_team(press_save),
    Verb.ENTRY_SET: for_team(press_set),
    Verb.ENTRY_END: for_team(press_end),
    Verb.HISTORY: for_team(press_history),
}
