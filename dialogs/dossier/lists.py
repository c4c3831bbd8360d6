"""What was written down, as lists: the dossier of a terrain, everything about a company, and one's own actions."""

import datetime
from collections.abc import Sequence

from cards.formats import day, plural
from cards.verbs import Verb
from cards.views.card import Button, Choice
from cards.views.dossier.dossier_card import DossierCard, DossierItem, DossierSection
from dialogs.dossier.history import tell_events
from dialogs.dossier.words import line_of, remark_of
from dialogs.forms.cards import team_of
from dialogs.forms.words import cut
from dialogs.turn.refusals import OLD_BUTTON
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.companies.company_file import NamedCompany
from domain.dossier.forms import DOSSIER_FORMS, ActionForm, ContactForm, MandateForm, OfferForm, RiskForm, StakeholderForm
from domain.dossier.partner_forms import PARTNER_FORMS
from domain.forms.declaration import Form
from domain.forms.responses import Response
from domain.plan.state import TerrainState
from domain.terrains.terrains import TerrainName

FIRST_PAGE, PAGE = 8, 15
LISTED = 6  # of each kind on the first page
CHOOSABLE = 40
ORDER: tuple[type[Form], ...] = (ActionForm, *PARTNER_FORMS, StakeholderForm, RiskForm, OfferForm, MandateForm)
WEEK = datetime.timedelta(days=7)


async def terrain_card(step: Step, terrain: TerrainName, *lines: str) -> DossierCard:
    """Return the dossier of a terrain: what is open, and the newest of what happened."""
    entries = await step.stores.responses.of_terrain(terrain.id, (*DOSSIER_FORMS, *PARTNER_FORMS))
    state = await step.stores.dossiers.state(terrain.id)
    events = await step.stores.dossiers.history(terrain.id, limit=FIRST_PAGE + 1)
    told = await tell_events(step, events[:FIRST_PAGE], await team_of(step))
    happened = (DossierSection(title="Wat er gebeurde", items=told),) if told else ()
    older = (older_button(terrain.id, events[FIRST_PAGE - 1].id),) if len(events) > FIRST_PAGE else ()
    return DossierCard(
        title=f"Dossier {terrain.label}",
        lines=(*lines, *contact_lines(state, has_more=bool(told))),
        sections=(*sections_of(step, entries), *happened),
        pick=choices_of(entries),
        back=f"dossier {terrain.id}",
        buttons=(*adding(terrain.id, ""), *older),
    )


def contact_lines(state: TerrainState, *, has_more: bool) -> tuple[str, ...]:
    """Return when the terrain was spoken to last."""
    if state.last_contact is not None:
        return (f"Laatste contact: {day(state.last_contact)}.",)
    return ("Er is nog geen contact genoteerd.",) if has_more else ("Hier staat nog niets in.",)


def sections_of(step: Step, entries: Sequence[Response]) -> tuple[DossierSection, ...]:
    """Return what is open, by form: late actions first, else the newest first."""
    sections = []
    for form in ORDER:
        of_form = [entry for entry in entries if entry.form is form]
        if form is ActionForm:
            of_form.sort(key=lambda entry: (entry.due or datetime.date.max, entry.number))
        items = tuple(item_of(entry, step.today) for entry in of_form[:LISTED])
        rest = len(of_form) - LISTED
        more = (DossierItem(text=f"En nog {rest}. Kies ze hieronder uit de lijst."),) if rest > 0 else ()
        title = "Open acties" if form is ActionForm else form.many
        sections += [DossierSection(title=title, items=(*items, *more))] if items else []
    return tuple(sections)


def item_of(entry: Response, today: datetime.date, where: str = "") -> DossierItem:
    """Return an entry as a line of a list."""
    return DossierItem(text=line_of(entry), remark=remark_of(entry, today, where), late=entry.is_late(today))


def choices_of(entries: Sequence[Response]) -> tuple[Choice, ...]:
    """Return entries as a list to choose from, each with the revision that is seen here."""
    return tuple(Choice(value=f"{entry.number}:{entry.revision}", title=cut(line_of(entry), 70)) for entry in entries[:CHOOSABLE])


def adding(terrain_id: str, about: str) -> tuple[Button, ...]:
    data = {"terrain": terrain_id, "about": about}
    return (
        Button(title="Notitie", verb=Verb.ENTRY_NEW, data={**data, "kind": ContactForm.key}),
        Button(title="Actie", verb=Verb.ENTRY_NEW, data={**data, "kind": ActionForm.key}),
        Button(title="Iets anders", verb=Verb.ENTRY_NEW, data={**data, "kind": ""}),
    )


def older_button(terrain_id: str, before: int) -> Button:
    """Return the button to what happened before an event."""
    return Button(title="Ouder", verb=Verb.HISTORY, data={"terrain": terrain_id, "before": str(before)})


async def turn_page(step: Step, terrain_id: str, before: str) -> None:
    """Show older events of a terrain in the place of this card, or the dossier itself again."""
    terrain = step.stores.terrains.named(terrain_id)
    if terrain is None or not (before == "" or (before.isascii() and before.isdigit() and len(before) < 19)):
        step.say(OLD_BUTTON)
        return
    if not before:
        step.show(ReplaceCard(await terrain_card(step, terrain)))
        return
    events = await step.stores.dossiers.history(terrain.id, limit=PAGE + 1, before=int(before))
    told = await tell_events(step, events[:PAGE], await team_of(step))
    newest = Button(title="Naar het begin", verb=Verb.HISTORY, data={"terrain": terrain.id, "before": ""})
    older = (older_button(terrain.id, events[PAGE - 1].id),) if len(events) > PAGE else ()
    step.show(ReplaceCard(DossierCard(
        title=f"Dossier {terrain.label}",
        lines=() if told else ("Dit is alles.",),
        sections=(DossierSection(title="Wat er eerder gebeurde", items=told),) if told else (),
        buttons=(newest, *older),
    )))  # fmt: skip


async def company_card(step: Step, company: NamedCompany, *lines: str) -> DossierCard:
    """Return everything that was written down about a company, what is closed last."""
    entries = await step.stores.responses.of_company(company)
    still = [entry for entry in entries if entry.closed_at is None]
    contacts = tuple(item_of(entry, step.today) for entry in still if entry.form is ContactForm)[: 2 * LISTED]
    closed = tuple(item_of(entry, step.today) for entry in entries if entry.closed_at is not None)[:LISTED]
    talk = Button(title="Gesprek", verb=Verb.SAY, data={"text": f"gesprek {company.id}"})
    return DossierCard(
        title=f"Dossier {company.name}",
        lines=(*lines, *(() if entries else ("Over dit bedrijf is nog niets genoteerd.",))),
        sections=(
            *sections_of(step, still),
            *((DossierSection(title=ContactForm.many, items=contacts),) if contacts else ()),
            *((DossierSection(title="Afgesloten", items=closed),) if closed else ()),
        ),
        pick=choices_of(still),
        back=f"dossier {company.id}",
        buttons=(*adding(company.terrain, company.id), talk),
    )


async def actions_card(step: Step, terrain: TerrainName | None, *lines: str) -> DossierCard:
    """Return the open actions of who asks over all terrains, or everybody's on this one: late ones first."""
    if terrain is None:
        entries = await step.stores.responses.actions_of(step.known.person)
    else:
        found = await step.stores.responses.of_terrain(terrain.id, (ActionForm,))
        entries = sorted(found, key=lambda entry: (entry.due or datetime.date.max, entry.number))
    late = [entry for entry in entries if entry.is_late(step.today)]
    soon = [entry for entry in entries if entry.due and step.today <= entry.due < step.today + WEEK]
    later = [entry for entry in entries if entry.due and entry.due >= step.today + WEEK]
    undated = [entry for entry in entries if entry.due is None]
    groups = (("Te laat", late), ("Deze week", soon), ("Later", later), ("Zonder datum", undated))
    sections = (
        DossierSection(
            title=title, items=tuple(item_of(entry, step.today, "" if terrain else where(step, entry)) for entry in some[:PAGE])
        )
        for title, some in groups
        if some
    )
    many = plural(len(entries), "open actie", "open acties") if entries else "geen open acties"
    count = f"Hier zijn {many}." if len(entries) != 1 else f"Hier is {many}."
    return DossierCard(
        title=f"Acties {terrain.label}" if terrain else "Mijn acties",
        lines=(*lines, count if terrain else f"U heeft {many}."),
        sections=tuple(sections),
        pick=choices_of(entries),
        end="Klaar",
        back=f"acties {terrain.id}" if terrain else "acties",
        buttons=adding(terrain.id, "")[1:2] if terrain else (),
    )


def where(step: Step, entry: Response) -> str:
    """Return the terrain of an entry as people read it."""
    there = step.stores.terrains.named(entry.terrain)
    return there.label if there else entry.terrain


async def list_card(step: Step, back: str, line: str) -> DossierCard | None:
    """Return a list anew after something on it was closed; None when it is no list of ours."""
    name, _, which = back.partition(" ")
    if name == "acties":
        return await actions_card(step, step.stores.terrains.named(which), line)
    terrain = step.stores.terrains.named(which) if name == "dossier" else None
    if terrain is not None:
        return await terrain_card(step, terrain, line)
    company = await step.stores.companies.one(which) if name == "dossier" else None
    return await company_card(step, company, line) if company else None
