"""The commands about what the team writes down, in the order of the help."""

from collections.abc import Awaitable, Callable

from dialogs.dossier.lists import actions_card, company_card, terrain_card
from dialogs.dossier.notes import open_slip, write
from dialogs.dossier.remembering import REMEMBER
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
Fill = Callable[[Step, str, type[Form], Command], Awaitable[None]]


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


def filling(form: type[Form], words: tuple[str, ...], what: str, argument: str, example: str, act: Fill = write) -> Command:
    """Return the command by which the team fills in a form."""

    async def handler(step: Step, text: str) -> None:
        await act(step, text, form, made)

    made = Command(
        words, what, handler, Users.TEAM, Takes.MAYBE, argument=argument, example=example, scopes=HERE, group=GROUP,
    )  # fmt: skip
    return made


DOSSIER = Command(
    ("dossier",), "alles wat over een terrein is genoteerd", dossier, Users.TEAM, Takes.MAYBE,
    argument="<terrein>", example="dossier hessenpoort", menu=True, scopes=HERE, group=GROUP,
)  # fmt: skip
NOTE = filling(
    ContactForm, ("notitie", "noteer"), "iets noteren, ook een gesprek",
    "<terrein of bedrijf> [tekst]", "notitie hessenpoort Gebeld met de parkmanager",
)  # fmt: skip
ACTION = filling(
    ActionForm, ("actie",), "iets dat moet gebeuren",
    "<terrein of bedrijf> [tekst] [dag]", "actie hessenpoort zaal regelen voor 12 januari",
)  # fmt: skip
ACTIONS = Command(
    ("acties", "mijn acties"), "uw open acties op alle terreinen", actions, Users.TEAM, menu=True, scopes=HERE, group=GROUP
)
STAKEHOLDER = filling(
    StakeholderForm, ("betrokkene",), "wie er meedoet, met belang en afspraken",
    "<terrein> [naam]", "betrokkene hessenpoort Gemeente Zwolle",
)  # fmt: skip
RISK = filling(RiskForm, ("risico",), "wat er mis kan gaan", "<terrein> [tekst]", "risico hessenpoort Het net is vol tot 2030")
OFFER = filling(
    OfferForm, ("behoefte", "aanbod"), "wat een bedrijf nodig heeft en te bieden heeft",
    "<bedrijf>", "behoefte Jansen Transport", of_company,
)  # fmt: skip
MANDATE = filling(
    MandateForm, ("machtiging",), "de machtiging voor meetgegevens, met EAN-codes",
    "<bedrijf>", "machtiging Jansen Transport", of_company,
)  # fmt: skip
OPEN = Command(
    ("open",), "iets uit het dossier openen", open_number, Users.TEAM, Takes.MAYBE,
    argument="<nummer>", example="open 12", scopes=HERE, group=GROUP,
)  # fmt: skip
CLOSE = Command(
    ("afgerond", "afsluiten"), "iets uit het dossier afsluiten", close_number, Users.TEAM, Takes.MAYBE,
    argument="<nummer>", example="afgerond 12", scopes=HERE, group=GROUP,
)  # fmt: skip
DOSSIERS: tuple[Command, ...] = (
    DOSSIER, TALK_WITH, PRINT_TALK, NOTE, REMEMBER, ACTION, ACTIONS, STAKEHOLDER, RISK, OFFER, MANDATE, OPEN, CLOSE,
)  # fmt: skip
