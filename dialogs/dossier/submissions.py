"""Saving what was filled in on a card: something new once, a change only over what was seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from dialogs.dossier.cards import ABOUT, about_of, look_around, new_slip, show_kept, slip_of, with_faults
from dialogs.dossier.carried import chosen, company_called, entry_meant, text_in
from dialogs.dossier.notes import KEPT, people_of, tell_owner
from dialogs.dossier.words import line_of
from dialogs.turn.events import Pressed
from dialogs.turn.refusals import OLD_BUTTON
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.companies.company_file import NamedCompany
from domain.dossier.entries import AboutCompany, Entry, EntryKind, NewEntry
from domain.dossier.judging import Judged, judge
from domain.dossier.kinds import KINDS
from domain.intake.acceptance import key_in

MEANWHILE = "Dit is intussen gewijzigd. Kijk het even na."
OVER_IT = "Dit is intussen gewijzigd. Uw tekst staat hieronder. Opslaan zet uw tekst ervoor in de plaats."


@dataclass(frozen=True, slots=True)
class FilledEntry:
    """A card as it came back: what it is about, what was filled in, and what of it may be kept."""

    kind: EntryKind
    terrain: str
    about: NamedCompany | None
    values: Mapping[str, str]
    judged: Judged


async def read_slip(step: Step, event: Pressed, kind: EntryKind, terrain: str, owner: UUID | None = None) -> FilledEntry:
    """Read a card. Whoever owned it may still own it."""
    called = event.inputs.get(ABOUT) or text_in(event, "about")
    about = await company_called(step, called)
    names = {one.name for one in KINDS[kind].fields}
    values = {name: text for name, text in event.inputs.items() if name in names}
    team = await people_of(step, kind) | ({owner} if owner else set())
    return FilledEntry(kind, terrain, about, values, judge(kind, values, today=step.today, team=frozenset(team)))


async def press_save(step: Step, event: Pressed) -> None:
    """A card is saved: something new, or a change."""
    kind, terrain = text_in(event, "kind"), text_in(event, "terrain")
    if kind not in list(EntryKind) or step.stores.terrains.named(terrain) is None:
        step.say(OLD_BUTTON)
    elif text_in(event, "number"):
        await save_change(step, event)
    else:
        await save_new(step, await read_slip(step, event, EntryKind(kind), terrain), text_in(event, "key"))


async def save_new(step: Step, filled: FilledEntry, key: str) -> None:
    """Keep something new, once."""
    if filled.about is None and KINDS[filled.kind].about is AboutCompany.ALWAYS:
        step.say("Dit bedrijf staat niet meer in onze gegevens.")
        return
    if filled.judged.faults:
        around = await look_around(step, filled.kind, filled.terrain, filled.about)
        again = with_faults(new_slip(step, filled.kind, around, filled.values, key), filled.judged.faults)
        step.show(ReplaceCard(again))
        return
    ids = (filled.about.intake, filled.about.register) if filled.about else (None, None)
    new = NewEntry(filled.kind, filled.terrain, filled.judged.data, *ids, key=key_in(key))
    entry = await step.stores.entries.add(new, step.known.now)
    show_kept(step, entry, KEPT)
    tell_owner(step, entry)


async def save_change(step: Step, event: Pressed) -> Entry | None:
    """Change an entry to what was filled in, and return it; None when it was said why not."""
    entry = await entry_meant(step, event)
    if entry is None:
        return None
    filled = await read_slip(step, event, entry.kind, entry.terrain, entry.owner)
    around = await look_around(step, entry.kind, entry.terrain, filled.about, entry)
    if entry.closed_at is not None:
        show_kept(step, entry, MEANWHILE)
    elif filled.judged.faults:
        step.show(ReplaceCard(with_faults(slip_of(step, entry, around, values=filled.values), filled.judged.faults)))
    elif not changes(entry, filled):
        show_kept(step, entry)
        return entry
    else:
        _, seen = chosen(event)
        changed = await step.stores.entries.change(
            entry.number, seen or 0, filled.judged.data, filled.about, step.known.now
        )  # fmt: skip
        if changed is not None:
            show_kept(step, changed, KEPT)
            tell_owner(step, changed, entry)
            return changed
        card = slip_of(step, entry, around, values=filled.values, message=OVER_IT)
        step.show(ReplaceCard(card.model_copy(update={"lines": (*card.lines, f"Nu staat er: {line_of(entry)}")})))
    return None


def changes(entry: Entry, filled: FilledEntry) -> bool:
    """Say whether a card would change anything."""
    return dict(entry.data) != dict(filled.judged.data) or about_of(entry) != (filled.about.id if filled.about else "")


async def press_set(step: Step, event: Pressed) -> None:
    """One thing is set that was asked back, if it still is as it was then."""
    entry = await entry_meant(step, event)
    if entry is None:
        return
    were = {name[4:]: text for name, text in event.data.items() if name.startswith("was:") and isinstance(text, str)}
    now = {**entry.data, ABOUT: about_of(entry)}
    if entry.closed_at is not None or any(now.get(name, "") != text for name, text in were.items()):
        show_kept(step, entry, MEANWHILE)
        return
    fields = {name: text_in(event, name) for name in were}
    about = await company_called(step, fields.pop(ABOUT, about_of(entry)))
    if fields == {name: now.get(name, "") for name in fields} and (about.id if about else "") == about_of(entry):
        show_kept(step, entry, KEPT)  # it was so already: nothing to write down
        return
    team = await people_of(step, entry.kind) | ({entry.owner} if entry.owner else set())
    judged = judge(entry.kind, {**entry.data, **fields}, today=step.today, team=frozenset(team))
    changed = None
    if not judged.faults:
        changed = await step.stores.entries.change(entry.number, entry.revision, judged.data, about, step.known.now)
    if changed is None:
        show_kept(step, entry, MEANWHILE)
        return
    show_kept(step, changed, KEPT)
    tell_owner(step, changed, entry)
