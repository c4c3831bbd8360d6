"""The commands about what the team writes down, in the order of the help."""

import re
from collections.abc import Awaitable, Callable

from dialogs.dossier.company_choice import company_of
from dialogs.dossier.leads import hear_said
from dialogs.dossier.lists import actions_card, company_card, terrain_card
from dialogs.dossier.notes import open_slip, write
from dialogs.dossier.partner_questions import PARTNER_QUESTIONS
from dialogs.dossier.remembering import REMEMBER
from dialogs.dossier.subjects import Subject, subject_of
from dialogs.dossier.talks import PRINT_TALK, TALK_WITH
from dialogs.forms.buttons import end, open_response, show_ended
from dialogs.forms.carried import GONE, number_in
from dialogs.lookup.mentioned import terrain_in
from dialogs.terrains.spoken_of import HERE as THE_LAST
from dialogs.terrains.spoken_of import says_there, speak_of
from dialogs.terrains.terrain_choice import with_terrain
from dialogs.turn.command import Command, Hears, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.refusals import NO_NAMES_HERE
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.dossier.forms import ActionForm, ContactForm, MandateForm, OfferForm, RiskForm, StakeholderForm
from domain.forms.declaration import Form
from domain.forms.responses import Response

HERE = (Scope.PERSONAL, Scope.CHANNEL)
GROUP = "Dossier"
NUMBER = re.compile(r"#?\d{1,6},?(?: (?:is|nog|niet|al|helemaal|klaar|gedaan|gebeurd|af|afgerond))*[ ?.!]*", re.IGNORECASE)
DONE = re.compile(
    r"(?:nummer |nr )?#?(?P<number>\d{1,6}),? (?:(?:is|heb|ik|hebben|we|wij|kan|mag|nu|al|ook|dus|helemaal|weer|eindelijk) )*"
    r"(?:klaar|gedaan|gebeurd|gelukt|geregeld|gereed|voltooid|dicht|weg|af"
    r"|afgerond|afgesloten|afgevinkt|afvinken|afsluiten)(?:,? (?:hoor|nu|al|graag|top|dank je))*[ .!]*",
    re.IGNORECASE,
)
UNDONE = re.compile(r"^\s*(?:en |maar )?(?:is|zijn|wie|wat|wanneer|waarom|heeft|moet)\b|\b(?:nog )?niet\b|\?\s*$", re.IGNORECASE)
A_NUMBER = re.compile(r"\b\d{1,6}\b")
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
        speak_of(step, terrain, DOSSIER.words[0])
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


async def actions(step: Step, text: str) -> None:
    """Show the open actions of who asks, or those of a terrain."""
    if not step.may_name:
        step.say(NO_NAMES_HERE)
        return
    named = text if step.stores.terrains.named(text) else terrain_in(step.stores.terrains, f"op {text}")
    named = named or (THE_LAST if says_there(text) else "")
    terrain = await with_terrain(step, named, ACTIONS, guess=True) if named else None
    if terrain is not None or not named:
        step.show(ShowCard(await actions_card(step, terrain)))


async def note_action(step: Step, text: str, form: type[Form], then: Command) -> None:
    """Keep an action; "16" opens that one, and "16 is klaar" closes it."""
    if (done := DONE.fullmatch(text.strip())) is not None:
        await close_number(step, done["number"])
    elif NUMBER.fullmatch(text.strip()):
        await open_number(step, text)
    else:
        await write(step, text, form, then)


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
    number = number_in(hear_number(step, text))
    if number is None:
        step.say(f"Typ het nummer erachter, bijvoorbeeld: {then.example}.")
        return None
    entry = await step.stores.responses.entry(number)
    if entry is None:
        step.say(GONE)
    return entry


def hear_number(_: Step, sentence: str) -> str:
    """Return the number that a sentence names; empty when it names none, or several."""
    numbers = A_NUMBER.findall(sentence)
    return numbers[0] if len(numbers) == 1 else ""


def hear_done(step: Step, sentence: str) -> str:
    """Return the number of what a sentence says is done; empty when it asks whether it is."""
    return "" if UNDONE.search(sentence) else hear_number(step, sentence)


def filling(
    form: type[Form],
    words: tuple[str, ...],
    what: str,
    argument: str,
    example: str,
    act: Fill = write,
    hears: Hears | None = None,
) -> Command:
    """Return the command by which the team fills in a form."""

    async def handler(step: Step, text: str) -> None:
        await act(step, text, form, made)

    made = Command(
        words, what, handler, Users.TEAM, Takes.MAYBE, argument=argument, example=example, scopes=HERE, group=GROUP,
        hears=hears,
    )  # fmt: skip
    return made


DOSSIER = Command(
    ("dossier",), "alles wat over een terrein is genoteerd", dossier, Users.TEAM, Takes.MAYBE,
    argument="<terrein>", example="dossier hessenpoort", menu=True, scopes=HERE, group=GROUP,
)  # fmt: skip
NOTE = filling(
    ContactForm, ("notitie", "noteer"), "iets noteren, ook een gesprek",
    "<terrein of bedrijf> [tekst]", "notitie hessenpoort Gebeld met de parkmanager", hears=hear_said("note"),
)  # fmt: skip
ACTION = filling(
    ActionForm, ("actie",), "iets dat moet gebeuren",
    "<terrein of bedrijf> [tekst] [dag]", "actie hessenpoort zaal regelen voor 12 januari", note_action, hear_said("action"),
)  # fmt: skip
ACTIONS = Command(
    ("acties", "mijn acties"), "uw open acties, of die van een terrein", actions, Users.TEAM, Takes.MAYBE,
    argument="[terrein]", example="acties hessenpoort", menu=True, scopes=HERE, group=GROUP,
)  # fmt: skip
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
    argument="<nummer>", example="open 12", scopes=HERE, group=GROUP, hears=hear_number,
)  # fmt: skip
CLOSE = Command(
    ("afgerond", "afsluiten"), "iets uit het dossier afsluiten", close_number, Users.TEAM, Takes.MAYBE,
    argument="<nummer>", example="afgerond 12", scopes=HERE, group=GROUP, hears=hear_done,
)  # fmt: skip
DOSSIERS: tuple[Command, ...] = (
    DOSSIER, TALK_WITH, PRINT_TALK, NOTE, REMEMBER, ACTION, ACTIONS, STAKEHOLDER, RISK, OFFER, MANDATE, OPEN, CLOSE,
    *PARTNER_QUESTIONS,
)  # fmt: skip
