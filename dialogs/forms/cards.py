"""The cards of forms: empty or filled in before, with what is wrong, and read-only once it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from cards.verbs import Verb
from cards.views.card import Button, Choice, FactGroup
from cards.views.forms.form_card import FormCard
from cards.views.intake.field import Field, InputKind
from cards.views.overview import Overview
from dialogs.forms.carried import ABOUT, ITSELF
from dialogs.forms.fields import Offers, card_fields
from dialogs.forms.occasions import Occasion, asker_of
from dialogs.forms.words import SOURCES, facts_of, title_of
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.companies.company_file import NamedCompany
from domain.forms.declaration import ME, TODAY, AboutCompany, Form
from domain.forms.responses import ActionOwner, Response, ResponseSource
from domain.intake.answers import Value
from domain.intake.question import AnswerKind

MOST_LISTED = 100
LOOK_AGAIN = "Kijk dit nog even na. Er is nog niets bewaard."
SOURCE = "source"
TAKE_OFF = "Niet over dit bedrijf"
TYPED = (Choice(value=ResponseSource.CALL, title="Aan de telefoon"), Choice(value=ResponseSource.PAPER, title="Van papier"))


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a card: what it is about, and whom and what one can choose from.

    `choosing`: it can be about another company; `behalf`: the team types it for a company.
    """

    occasion: Occasion
    offers: Offers
    companies: Sequence[NamedCompany] = ()
    choosing: bool = False
    behalf: bool = False


async def look_around(step: Step, occasion: Occasion, known: Response | None = None) -> Around:
    """Return what the card of a response needs."""
    form, own = occasion.form, asker_of(step, occasion.terrain, occasion.about).own
    choosing = form.about.company is AboutCompany.MAYBE and not own
    companies = await step.stores.companies.on_terrain(occasion.terrain.id, MOST_LISTED) if choosing else ()
    behalf = form.filled_by == "company" and not own
    return Around(occasion, await offers_of(step, form, known), companies, choosing=choosing, behalf=behalf)


async def offers_of(step: Step, form: type[Form], known: Response | None = None) -> Offers:
    """Return what one can choose from, by field. Who had to do it keeps it, also after leaving the team."""
    names = [one.name for one in form.fields if one.kind is AnswerKind.MEMBER]
    team = {str(member.person): member.name for member in await team_of(step)} if names else {}
    if names and known is not None and known.owner is not None:
        team.setdefault(str(known.owner), known.owner_name or "Iemand die weg is")
    return dict.fromkeys(names, team)


async def team_of(step: Step) -> Sequence[ActionOwner]:
    """Return everybody who can be given something to do; whoever asks is among them."""
    house, me = step.known.house, step.known.person
    team = await step.stores.responses.members(step.known.sender.tenant, house.team | house.admins)
    own = () if me in [member.person for member in team] else (ActionOwner(me, step.known.sender.name or "Ik"),)
    return (*own, *team)


def new_slip(
    step: Step, around: Around, values: Mapping[str, Value], key: str = "", faults: Mapping[str, str] | None = None
) -> FormCard:
    """Return an empty card, with what is known already filled in. Whatever is pressed on it is kept once, under its key."""
    form = around.occasion.form
    data = {**around.occasion.carried, "key": key or str(uuid4())}
    save = Button(title="Opslaan", verb=Verb.ENTRY_SAVE, data=data, primary=True)
    known = {TODAY: step.today.isoformat(), ME: str(step.known.person)}
    start = {name: known.get(value, value) for name, value in form.start}
    return slip(form.new, {**start, **values}, (save,), around, faults=faults)


def slip_of(
    known: Response,
    around: Around,
    *,
    values: Mapping[str, Value] | None = None,
    message: str = "",
    faults: Mapping[str, str] | None = None,
    lines: Sequence[str] = (),
) -> FormCard:
    """Return the card to change a response; `values` keeps what somebody filled in before."""
    number, revision = {"number": str(known.number)}, {"revision": str(known.revision)}
    data = {**around.occasion.carried, **number, **revision}
    end = Button(title=known.form.end, verb=Verb.ENTRY_END, data={**number, **revision, "do": "close"})
    save = Button(title="Opslaan", verb=Verb.ENTRY_SAVE, data=data, primary=True)
    filled = {**known.data, SOURCE: known.source} if values is None else values
    return slip(title_of(known), filled, (save, end), around, lines=lines, message=message, faults=faults)


def slip(
    title: str,
    values: Mapping[str, Value],
    buttons: Sequence[Button],
    around: Around,
    *,
    lines: Sequence[str] = (),
    message: str = "",
    faults: Mapping[str, str] | None = None,
) -> FormCard:
    """Return a form to fill in; where it may be about a company, the list of companies comes last."""
    fields = list(card_fields(around.occasion.form, values, faults, around.offers))
    if around.choosing and (around.companies or around.occasion.about):
        fields.append(company_field(around, str(values.get(ABOUT, ""))))
    if around.behalf:
        source = str(values.get(SOURCE, ResponseSource.CALL))
        fields.append(Field(name=SOURCE, label="Hoe kreeg u dit?", kind=InputKind.CHOICE, value=source, options=TYPED))
    return FormCard(
        title=title,
        lines=(around.occasion.place, *lines),
        message=message or (LOOK_AGAIN if faults else ""),
        fields=tuple(fields),
        buttons=tuple(buttons),
    )


def company_field(around: Around, chosen: str) -> Field:
    """Return the list that says which company a response is about."""
    about = around.occasion.about
    listed = {one.id: one for one in (*((about,) if about else ()), *around.companies)}
    options = (
        Choice(value=ITSELF, title="Het terrein zelf"),
        *(Choice(value=key, title=one.name) for key, one in listed.items()),
    )
    value = chosen or (about.id if about else ITSELF)
    return Field(name=ABOUT, label="Over welk bedrijf?", kind=InputKind.CHOICE, value=value, options=options, folded=True)


def kept(step: Step, known: Response, *lines: str) -> Overview:
    """Return how a response looks once it is kept."""
    there = step.stores.terrains.named(known.terrain)
    place, form = there.label if there else known.terrain, known.form
    came = (SOURCES[known.source],) if known.source in SOURCES and form.filled_by == "company" else ()
    return Overview(
        title=title_of(known) if known.closed_at is None else f"{title_of(known)} is {form.ended}",
        lines=(*lines, f"{known.company}, {place}" if known.company else place, *came),
        groups=(FactGroup(title=form.one, facts=facts_of(known)),),
        buttons=buttons_of(known, official=step.known.is_team) if form.named else (),
    )


def show_kept(step: Step, known: Response, *lines: str, instead: bool = True) -> None:
    """Show how a response looks, in the place of the card that was pressed or as a new one."""
    step.about = known.intake or step.about
    card = kept(step, known, *lines)
    step.show(ReplaceCard(card) if instead else ShowCard(card))


def buttons_of(known: Response, *, official: bool) -> tuple[Button, ...]:
    """Return what one can do with a response; the dossier is the team's."""
    number, revision = {"number": str(known.number)}, {"revision": str(known.revision)}
    dossier = (Button(title="Dossier", verb=Verb.SAY, data={"text": f"dossier {known.terrain}"}),) if official else ()
    if known.closed_at is not None:
        return (Button(title="Weer openen", verb=Verb.ENTRY_END, data={**number, **revision, "do": "reopen"}), *dossier)
    end = Button(title=known.form.end, verb=Verb.ENTRY_END, data={**number, **revision, "do": "close"})
    return (Button(title="Wijzig", verb=Verb.ENTRY_OPEN, data=number), *taking_off(known), end, *dossier)


def taking_off(known: Response) -> tuple[Button, ...]:
    """Return the button by which a response is about the terrain alone; none where it is not, or always about a company."""
    if not known.about or known.form.about.company is not AboutCompany.MAYBE:
        return ()
    data = {"number": str(known.number), ABOUT: "", f"was:{ABOUT}": known.about}
    return (Button(title=TAKE_OFF, verb=Verb.ENTRY_SET, data=data),)
