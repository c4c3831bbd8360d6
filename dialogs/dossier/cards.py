"""The cards on which something is written down: their fields, what is filled in, and how an entry looks once it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from cards.verbs import Verb
from cards.views.card import Button, Choice, FactGroup
from cards.views.dossier.entry_form import EntryForm
from cards.views.intake.field import Field, InputKind
from cards.views.overview import Overview
from dialogs.dossier.words import facts_of, title_of
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.companies.company_file import NamedCompany
from domain.dossier.entries import AboutCompany, ActionOwner, Entry, EntryField, EntryKind, FieldShape
from domain.dossier.kinds import KINDS

INPUTS = {
    FieldShape.LINE: InputKind.TEXT,
    FieldShape.TEXT: InputKind.LONG_TEXT,
    FieldShape.CHOICE: InputKind.CHOICE,
    FieldShape.DAY: InputKind.DAY,
    FieldShape.MEMBER: InputKind.CHOICE,
    FieldShape.CONNECTIONS: InputKind.LONG_TEXT,
}
ITSELF = "-"  # the terrain itself, in the list of companies
MOST_LISTED = 100
ABOUT = "about"
TAKE_OFF = "Niet over dit bedrijf"


@dataclass(frozen=True, slots=True)
class Around:
    """What is around an entry: its terrain, its company, and whom and what one can choose from."""

    terrain: str
    about: NamedCompany | None = None
    team: Sequence[ActionOwner] = ()
    companies: Sequence[NamedCompany] = ()


async def look_around(
    step: Step, kind: EntryKind, terrain: str, about: NamedCompany | None, entry: Entry | None = None
) -> Around:
    """Return what the card of such an entry needs. Whoever had an action keeps it, also after leaving the team."""
    team = list(await team_of(step)) if kind is EntryKind.ACTION else []
    if entry is not None and entry.owner is not None and entry.owner not in [member.person for member in team]:
        team.append(ActionOwner(entry.owner, entry.owner_name or "Iemand die weg is"))
    choosing = KINDS[kind].about is AboutCompany.MAYBE
    return Around(terrain, about, tuple(team), await step.stores.companies.on_terrain(terrain, MOST_LISTED) if choosing else ())


async def team_of(step: Step) -> Sequence[ActionOwner]:
    """Return everybody who can be given something to do; whoever asks is among them."""
    house, me = step.known.house, step.known.person
    team = await step.stores.entries.members(step.known.sender.tenant, house.team | house.admins)
    own = () if me in [member.person for member in team] else (ActionOwner(me, step.known.sender.name or "Ik"),)
    return (*own, *team)


def new_slip(step: Step, kind: EntryKind, around: Around, values: Mapping[str, str], key: str = "") -> EntryForm:
    """Return an empty card, with what is known already filled in. Whatever is pressed on it is kept once, under its key."""
    about = around.about.id if around.about else ""
    data = {"kind": kind.value, "terrain": around.terrain, "about": about, "key": key or str(uuid4())}
    start = {
        EntryKind.ACTION: {"owner": str(step.known.person)},
        EntryKind.MANDATE: {"asked": step.today.isoformat()},
        EntryKind.CONTACT: {"day": step.today.isoformat(), "form": "note"},
    }
    return EntryForm(
        title=KINDS[kind].new,
        lines=(place_of(step, around),),
        fields=fields_of(kind, {**start.get(kind, {}), **values}, around),
        buttons=(Button(title="Opslaan", verb=Verb.ENTRY_SAVE, data=data, primary=True),),
    )


def slip_of(step: Step, entry: Entry, around: Around, *, values: Mapping[str, str] | None = None, message: str = "") -> EntryForm:
    """Return the card to change an entry; `values` keeps what somebody filled in before."""
    number, revision = {"number": str(entry.number)}, {"revision": str(entry.revision)}
    about = around.about.id if around.about else ""
    data = {"kind": entry.kind.value, "terrain": entry.terrain, "about": about, **number, **revision}
    end = Button(title=KINDS[entry.kind].end, verb=Verb.ENTRY_END, data={**number, **revision, "do": "close"})
    return EntryForm(
        title=title_of(entry),
        lines=(place_of(step, around),),
        message=message,
        fields=fields_of(entry.kind, entry.data if values is None else values, around),
        buttons=(Button(title="Opslaan", verb=Verb.ENTRY_SAVE, data=data, primary=True), end),
    )


def with_faults(form: EntryForm, faults: Mapping[str, str]) -> EntryForm:
    """Return a card once more, with what is wrong beside the fields."""
    fields = tuple(one.model_copy(update={"error": faults.get(one.name, "")}) for one in form.fields)
    return form.model_copy(update={"fields": fields, "message": "Kijk dit nog even na. Er is nog niets bewaard."})


def place_of(step: Step, around: Around) -> str:
    """Return where an entry belongs."""
    there = step.stores.terrains.named(around.terrain)
    place = there.label if there else around.terrain
    return f"{around.about.name}, {place}" if around.about else place


def fields_of(kind: EntryKind, values: Mapping[str, str], around: Around) -> tuple[Field, ...]:
    """Return the fields of a kind; where it may be about a company, the list of companies is the last one."""
    words = KINDS[kind]
    fields = tuple(field_of(one, values.get(one.name, ""), around.team) for one in words.fields)
    if words.about is not AboutCompany.MAYBE or not (around.companies or around.about):
        return fields
    return (*fields, company_field(around, values.get(ABOUT)))


def field_of(one: EntryField, value: str, team: Sequence[ActionOwner]) -> Field:
    options = tuple(Choice(value=key, title=title) for key, title in one.options.items())
    if one.shape is FieldShape.MEMBER:
        options = tuple(Choice(value=str(member.person), title=member.name) for member in team)
    return Field(
        name=one.name,
        label=one.label,
        kind=INPUTS[one.shape],
        value=value,
        help=one.help,
        options=options,
        required=one.required,
        max_length=one.longest,
        folded=one.shape is FieldShape.MEMBER,
    )


def company_field(around: Around, chosen: str | None) -> Field:
    """Return the list that says which company an entry is about."""
    listed = {one.id: one for one in (*((around.about,) if around.about else ()), *around.companies)}
    options = (
        Choice(value=ITSELF, title="Het terrein zelf"),
        *(Choice(value=key, title=one.name) for key, one in listed.items()),
    )
    value = chosen or (around.about.id if around.about else ITSELF)
    return Field(name=ABOUT, label="Over welk bedrijf?", kind=InputKind.CHOICE, value=value, options=options, folded=True)


def kept(step: Step, entry: Entry, *lines: str) -> Overview:
    """Return how an entry looks once it is kept."""
    there = step.stores.terrains.named(entry.terrain)
    place = there.label if there else entry.terrain
    words = KINDS[entry.kind]
    title = title_of(entry) if entry.closed_at is None else f"{title_of(entry)} is {words.ended}"
    return Overview(
        title=title,
        lines=(*lines, f"{entry.company}, {place}" if entry.company else place),
        groups=(FactGroup(title=words.one, facts=facts_of(entry)),),
        buttons=buttons_of(entry),
    )


def show_kept(step: Step, entry: Entry, *lines: str, instead: bool = True) -> None:
    """Show how an entry looks, in the place of the card that was pressed or as a new one."""
    step.about = entry.intake or step.about
    card = kept(step, entry, *lines)
    step.show(ReplaceCard(card) if instead else ShowCard(card))


def buttons_of(entry: Entry) -> tuple[Button, ...]:
    number, revision = {"number": str(entry.number)}, {"revision": str(entry.revision)}
    dossier = Button(title="Dossier", verb=Verb.SAY, data={"text": f"dossier {entry.terrain}"})
    if entry.closed_at is not None:
        return (Button(title="Weer openen", verb=Verb.ENTRY_END, data={**number, **revision, "do": "reopen"}), dossier)
    end = Button(title=KINDS[entry.kind].end, verb=Verb.ENTRY_END, data={**number, **revision, "do": "close"})
    return (Button(title="Wijzig", verb=Verb.ENTRY_OPEN, data=number), *taking_off(entry), end, dossier)


def taking_off(entry: Entry) -> tuple[Button, ...]:
    """Return the button by which an entry is about the terrain alone; none where it is not, or always about a company."""
    if not about_of(entry) or KINDS[entry.kind].about is not AboutCompany.MAYBE:
        return ()
    data = {"number": str(entry.number), ABOUT: "", f"was:{ABOUT}": about_of(entry)}
    return (Button(title=TAKE_OFF, verb=Verb.ENTRY_SET, data=data),)


def about_of(entry: Entry) -> str:
    """Return the company of an entry as a button means it; empty for the terrain itself."""
    if entry.intake is not None:
        return f"i:{entry.intake}"
    return f"r:{entry.register}" if entry.register is not None else ""
