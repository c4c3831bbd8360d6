"""`gesprek`: the briefing for an individual talk with a company, point by point, and what to write down afterwards."""

from collections.abc import Iterator
from dataclasses import replace

from cards.formats import day, moment
from cards.papers.making import DOCUMENT, make_talk_sheet
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.dossier.briefing import Briefing
from dialogs.dossier.company_choice import company_of
from dialogs.dossier.talk_facts import Gathered, gather
from dialogs.dossier.talk_points import point_of
from dialogs.dossier.words import gist_of
from dialogs.forms.words import title_of
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.refusals import NO_NAMES_HERE
from dialogs.turn.replies import OfferPaper, ShowCard
from dialogs.turn.step import Step
from domain.dossier.briefing import TALK
from domain.dossier.forms import ActionForm, ContactForm
from domain.inbox.requests import RequestKind
from domain.papers.papers import Paper, file_name

RULE = "Alle cijfers zijn een indicatie."
WITHDRAWN = "Dit bedrijf trok zich terug. Benader het niet opnieuw."


async def talk(step: Step, text: str) -> None:
    """Show the briefing for a talk with a company."""
    if not step.may_name:
        step.say(NO_NAMES_HERE)
        return
    company = await company_of(step, text, TALK_WITH)
    if company is None:
        return
    step.about = company.intake or step.about
    step.show(ShowCard(briefing(step, await gather(step, company))))


async def print_talk(step: Step, text: str) -> None:
    """Offer the briefing as a paper to take along; it goes with the company when that is erased."""
    company = await company_of(step, text, PRINT_TALK)
    if company is None:
        return
    step.about = company.intake or step.about
    card = briefing(step, replace(await gather(step, company), plan_map=(), asked=()))  # it goes along to the company
    content = make_talk_sheet(card, step.known.house.organisation, day(step.today))
    about = frozenset({company.intake} if company.intake else ())
    name = file_name(f"{card.title}.docx")
    step.show(OfferPaper(Paper(name, DOCUMENT, content, "De voorbereiding, om te printen.", about)))


def briefing(step: Step, known: Gathered) -> Briefing:
    """Return the card: every point of the talk, also those about which nothing is known."""
    there = step.stores.terrains.named(known.company.terrain)
    place = f"{there.label}. " if there else ""
    return Briefing(
        title=f"Gesprek met {known.company.name}",
        lines=(
            *((WITHDRAWN,) if known.file.withdrawn else ()),
            *first_things(known),
            f"{place}Reken op {TALK.minutes} minuten.",
        ),
        points=tuple(point_of(words, known) for words in TALK.points),
        closing=(*TALK.style, RULE, f"Opbouw volgens: {TALK.source}."),
        buttons=buttons(known) if there else (),
    )


def first_things(known: Gathered) -> Iterator[str]:
    """Yield what to do first for this company: what it asked, and what we promised and did not do."""
    for one in known.asked:
        what = "Wil gebeld worden" if one.kind is RequestKind.CALL_BACK else "Wacht op antwoord"
        yield f"{what}: gevraagd op {moment(one.at)}."
    for action in known.open_of(ActionForm):
        if action.is_late(known.today):
            yield f"Te laat: {title_of(action)}, {gist_of(action.form, action.data)}."


def buttons(known: Gathered) -> tuple[Button, ...]:
    """Return what is written down after the talk, on the same card."""
    company, asked = known.company, known.asked[:1]
    data = {"terrain": company.terrain, "about": company.id}
    return (
        *(Button(title="Bekijk de vraag", verb=Verb.SAY, data={"text": f"vragen {one.number}"}, primary=True) for one in asked),
        Button(
            title="Gesprek vastleggen",
            verb=Verb.ENTRY_NEW,
            data={**data, "kind": ContactForm.key, "form": "talk"},
            primary=not asked,
        ),
        Button(title="Actie", verb=Verb.ENTRY_NEW, data={**data, "kind": ActionForm.key}),
        *(() if asked else (Button(title="Nodig en te bieden", verb=Verb.SAY, data={"text": f"behoefte {company.id}"}),)),
        Button(title="Machtiging", verb=Verb.SAY, data={"text": f"machtiging {company.id}"}),
        Button(title="Dossier", verb=Verb.SAY, data={"text": f"dossier {company.id}"}),
        Button(title="Op papier", verb=Verb.SAY, data={"text": f"gespreksblad {company.id}"}),
    )


TALK_WITH = Command(
    ("gesprek",), "een gesprek met een bedrijf voorbereiden", talk, Users.TEAM, Takes.MAYBE, argument="<bedrijf>",
    example="gesprek Jansen Transport", menu=True, scopes=(Scope.PERSONAL, Scope.CHANNEL), group="Dossier",
)  # fmt: skip
# A link in a channel can be opened by everybody who has it: answers go to one's own chat alone.
PRINT_TALK = Command(
    ("gespreksblad",), "de voorbereiding van een gesprek op papier", print_talk, Users.TEAM, Takes.MAYBE,
    argument="<bedrijf>", example="gespreksblad Jansen Transport", group="Dossier",
)  # fmt: skip
