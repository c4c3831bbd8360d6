"""The commands about what the team writes down, in the order of the help."""

from dialogs.dossier.lists import actions_card, company_card, terrain_card
from dialogs.dossier.notes import open_slip, write
from dialogs.dossier.subjects import Subject, company_of, subject_of
from dialogs.dossier.talks import PRINT_TALK, TALK_WITH
from dialogs.forms.buttons import end, open_response, show_ended
from dialogs.forms.carried import GONE, number_in
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.refusals import NO_NAMES_HERE
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.dossier.forms import ActionForm, ContactForm, MandateForm, OfferForm, RiskForm, StakeholderForm
from domain.forms.declaration import Form
from domain.forms.responses import Response

HERE = (Scope.PERSONAL, Scope.CHANNEL)
GROUP = "Dossier"


async def dossier(step: Step, text: str) -> None:
    """Show what was written down about a terrain, or about a company."""
    if not step.may_name:
        step.say(NO_NAMES_HERE)
        return
    subject = await subject_of(step, text, DOSSIER)
    if subject is None:
        return
    terrain = step.stores.terrains.named(subject.terrain)
    if subject.company is not None:
        step.show(ShowCard(await company_card(step, subject.company)))
    elif terrain is not None:
        step.show(ShowCard(await terrain_card(step, terrain)))


async def note(step: Step, text: str) -> None:
    """Write down a note or a contact."""
    await write(step, text, ContactForm, NOTE)


async def action(step: Step, text: str) -> None:
    """Write down something to do."""
    await write(step, text, ActionForm, ACTION)


async def stakeholder(step: Step, text: str) -> None:
    """Write down who is involved."""
    await write(step, text, StakeholderForm, STAKEHOLDER)


async def risk(step: Step, text: str) -> None:
    """Write down what can go wrong."""
    await write(step, text, RiskForm, RISK)


async def offer(step: Step, text: str) -> None:
    """Write down what a company needs and offers."""
    await of_company(step, text, OfferForm, OFFER)


async def mandate(step: Step, text: str) -> None:
    """Write down how far the mandate of a company is."""
    await of_company(step, text, MandateForm, MANDATE)


async def of_company(step: Step, text: str, form: type[Form], then: Command) -> None:
    """Open what there is of this form about a company, or an empty card."""
    if not step.may_name:
        step.say(NO_NAMES_HERE)
        return
    company = await company_of(step, text, then)
    if company is None:
        return
    known = [entry for entry in await step.stores.responses.of_company(company) if entry.form is form and entry.closed_at is None]
    if known:
        await open_response(step, known[0])
    elif step.stores.terrains.named(company.terrain) is None:
        step.say(f"Ik weet niet op welk terrein {company.name} zit. Daarom kan ik dit nog niet bewaren.")
    else:
        await open_slip(step, form, Subject(company.terrain, company, ""), {})


async def actions(step: Step, _: str) -> None:
    if step.may_name:
        step.show(ShowCard(await actions_card(step)))
    else:
        step.say(NO_NAMES_HERE)


async def open_number(step: Step, text: str) -> None:
    entry = await numbered(step, text, OPEN)
    if entry is not None:
        await open_response(step, entry)


async def close_number(step: Step, text: str) -> None:
    entry = await numbered(step, text, CLOSE)
    if entry is not None:
        done = await end(step, entry, entry.revision, reopen=False)
        show_ended(step, done, entry, reopen=False, instead=False)


async def numbered(step: Step, text: str, then: Command) -> Response | None:
    """Return the entry with this number; None when it was said that there is none."""
    if not step.may_name:
        step.say(NO_NAMES_HERE)
        return None
    number = number_in(text.strip().lstrip("#"))
    if number is None:
        step.say(f"Typ het nummer erachter, bijvoorbeeld: {then.example}.")
        return None
    entry = await step.stores.responses.entry(number)
    if entry is None:
        step.say(GONE)
    return entry


DOSSIER = Command(
    ("dossier",),
    "alles wat over een terrein is genoteerd",
    dossier,
    Users.TEAM,
    Takes.MAYBE,
    argument="<terrein>",
    example="dossier hessenpoort",
    menu=True,
    scopes=HERE,
    group=GROUP,
)
NOTE = Command(
    ("notitie", "noteer"),
    "iets noteren, ook een gesprek",
    note,
    Users.TEAM,
    Takes.MAYBE,
    argument="<terrein of bedrijf> [tekst]",
    example="notitie hessenpoort Gebeld met de parkmanager",
    scopes=HERE,
    group=GROUP,
)
ACTION = Command(
    ("actie",),
    "iets dat moet gebeuren",
    action,
    Users.TEAM,
    Takes.MAYBE,
    argument="<terrein of bedrijf> [tekst] [dag]",
    example="actie hessenpoort zaal regelen voor 12 januari",
    scopes=HERE,
    group=GROUP,
)
ACTIONS = Command(
    ("acties", "mijn acties"), "uw open acties op alle terreinen", actions, Users.TEAM, menu=True, scopes=HERE, group=GROUP
)
STAKEHOLDER = Command(
    ("betrokkene",),
    "wie er meedoet, met belang en afspraken",
    stakeholder,
    Users.TEAM,
    Takes.MAYBE,
    argument="<terrein> [naam]",
    example="betrokkene hessenpoort Gemeente Zwolle",
    scopes=HERE,
    group=GROUP,
)
RISK = Command(
    ("risico",),
    "wat er mis kan gaan",
    risk,
    Users.TEAM,
    Takes.MAYBE,
    argument="<terrein> [tekst]",
    example="risico hessenpoort Het net is vol tot 2030",
    scopes=HERE,
    group=GROUP,
)
OFFER = Command(
    ("behoefte", "aanbod"),
    "wat een bedrijf nodig heeft en te bieden heeft",
    offer,
    Users.TEAM,
    Takes.MAYBE,
    argument="<bedrijf>",
    example="behoefte Jansen Transport",
    scopes=HERE,
    group=GROUP,
)
MANDATE = Command(
    ("machtiging",),
    "de machtiging voor meetgegevens, met EAN-codes",
    mandate,
    Users.TEAM,
    Takes.MAYBE,
    argument="<bedrijf>",
    example="machtiging Jansen Transport",
    scopes=HERE,
    group=GROUP,
)
OPEN = Command(
    ("open",),
    "iets uit het dossier openen",
    open_number,
    Users.TEAM,
    Takes.MAYBE,
    argument="<nummer>",
    example="open 12",
    scopes=HERE,
    group=GROUP,
)
CLOSE = Command(
    ("afgerond", "afsluiten"),
    "iets uit het dossier afsluiten",
    close_number,
    Users.TEAM,
    Takes.MAYBE,
    argument="<nummer>",
    example="afgerond 12",
    scopes=HERE,
    group=GROUP,
)
DOSSIERS: tuple[Command, ...] = (
    DOSSIER,
    TALK_WITH,
    PRINT_TALK,
    NOTE,
    ACTION,
    ACTIONS,
    STAKEHOLDER,
    RISK,
    OFFER,
    MANDATE,
    OPEN,
    CLOSE,
)
