"""Writing something down: typed in one sentence it is kept at once, without text a card opens to fill in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.dossier.actions import read_action
from dialogs.dossier.mentions import Mentioned, mentioned
from dialogs.dossier.subjects import Subject, subject_of
from dialogs.forms.cards import TAKE_OFF, look_around, new_slip, offers_of, show_kept, team_of
from dialogs.forms.occasions import Occasion
from dialogs.forms.submissions import KEPT, new_response, tell_owner
from dialogs.lookup.due import ask_day
from dialogs.turn.command import Command
from dialogs.turn.refusals import NO_NAMES_HERE
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.companies.company_file import NamedCompany
from domain.dossier.forms import ActionForm, ContactForm, StakeholderForm
from domain.forms.declaration import AboutCompany, Form
from domain.forms.judging import judge
from domain.forms.responses import Response, ResponseSource
from domain.terrains.terrains import TerrainName

# How a note begins that tells of a contact.
FORMS = {
    "phone": re.compile(r"(?:terug|op)?ge?beld|belde|telefo|aan de telefoon|sprak .* telefoon", re.IGNORECASE),
    "mail": re.compile(r"ge?maild|mailde|e-?mail", re.IGNORECASE),
    "visit": re.compile(r"bezocht|bezoek|langs ?geweest|langsgegaan|was langs|op bezoek", re.IGNORECASE),
}
# With one of these a contact did not take place, or not yet.
NOT_YET = re.compile(r"\b(?:niet|nooit|geen|morgen|straks|later|wordt|worden|moet|moeten|zal|zullen|gaat|gaan)\b", re.IGNORECASE)
READ_FROM = 60  # characters
ASKED = 5


@dataclass(frozen=True, slots=True)
class AskBack:
    """Something to ask back about what was kept: pressing an answer sets these fields, if they still are as they were."""

    sentence: str
    answers: tuple[tuple[str, Mapping[str, str]], ...]


async def write(step: Step, text: str, form: type[Form], then: Command) -> None:
    """Keep what was typed behind a terrain or a company, or open a card when nothing was."""
    if not step.may_name:
        step.say(NO_NAMES_HERE)
        return
    subject = await subject_of(step, text, then)
    if subject is None:
        return
    if form.about.company is AboutCompany.NEVER:
        subject = replace(subject, company=None)
    if not subject.rest or form is StakeholderForm:
        await open_slip(step, form, subject, {"name": subject.rest} if subject.rest else {})
    else:
        await keep_typed(step, form, subject)


async def open_slip(step: Step, form: type[Form], subject: Subject, values: Mapping[str, str]) -> None:
    """Open an empty card."""
    around = await look_around(step, about(step, form, subject.terrain, subject.company))
    step.show(ShowCard(new_slip(step, around, values)))


def about(step: Step, form: type[Form], terrain: str, company: NamedCompany | None) -> Occasion:
    """Return what is written down about a terrain or a company."""
    return Occasion(form, step.stores.terrains.named(terrain) or TerrainName(terrain, terrain), company)


async def keep_typed(step: Step, form: type[Form], subject: Subject) -> None:
    """Keep a sentence, and ask back what can be read in two ways."""
    values, questions = await read_sentence(step, form, subject.rest)
    meant = await companies_meant(step, subject)
    company = meant.sure[0] if len(meant.sure) == 1 else None
    occasion, judged = about(step, form, subject.terrain, company), judge(form, values, step.today, await offers_of(step, form))
    if judged.faults:
        around = await look_around(step, occasion)
        step.show(ShowCard(new_slip(step, around, values, faults=judged.faults)))
        return
    new = new_response(step, occasion, judged, ResponseSource.CHAT)
    entry = await step.stores.responses.add(replace(new, key=step.known.turn), step.known.now)
    found = company is not None and subject.company is None
    show_kept(step, entry, KEPT, *([found_in_text(company)] if found and company else []), instead=False)
    tell_owner(step, entry)
    for question in (*questions, *(() if company else ask_whom(meant))):
        ask_back(step, entry, question)


async def read_sentence(step: Step, form: type[Form], text: str) -> tuple[dict[str, str], tuple[AskBack, ...]]:
    """Return what a typed sentence fills in, and what is to be asked back."""
    if form is ContactForm:
        return {"text": text, "form": form_of(text[:READ_FROM]), "day": step.today.isoformat()}, ()
    if form is not ActionForm:
        return {form.fields[0].name: text}, ()
    action = read_action(text, await team_of(step), step.today)
    me = str(step.known.person)
    values = {"text": action.text, "owner": str(action.owner.person) if action.owner else me}
    questions: list[AskBack] = []
    if action.due.day is not None:
        values["due"] = action.due.day.isoformat()
    elif action.due.options:
        days = tuple((words, {"due": value}) for words, value in ask_day(action.due))
        questions.append(AskBack(f"Welke dag bedoelt u met “{action.due.words}”?", days))
    if action.perhaps is not None and str(action.perhaps.person) != me:
        rest = action.text.split(" ", 1)[1]
        theirs = (f"{action.perhaps.name} doet dit", {"owner": str(action.perhaps.person), "text": rest})
        questions.append(AskBack(f"Wie doet dit: u, of {action.perhaps.name}?", (theirs, ("Ik doe dit", {"owner": me}))))
    return values, tuple(questions)


def form_of(text: str) -> str:
    """Return what sort of contact a note tells of; a mere note when in doubt."""
    told = [name for name, sign in FORMS.items() if sign.search(text)]
    return told[0] if told and not NOT_YET.search(text) else "note"


async def companies_meant(step: Step, subject: Subject) -> Mentioned:
    """Return the company that was named, or those of the terrain whose name is in the words."""
    if subject.company is not None:
        return Mentioned(sure=(subject.company,))
    there = step.stores.terrains.named(subject.terrain)
    listed = await step.stores.companies.on_terrain(subject.terrain)
    return mentioned(subject.rest, listed, there.label if there else "")


def found_in_text(about: NamedCompany) -> str:
    return f"Ik lees dat dit over {about.name} gaat. Klopt dat niet? Druk dan op '{TAKE_OFF}'."


def ask_whom(meant: Mentioned) -> tuple[AskBack, ...]:
    """Return the question which company a note is about; none when nothing looks like one. Until it is answered, it is none."""
    found = (meant.sure or meant.perhaps)[:ASKED]
    answers = tuple((one.name, {"about": one.id}) for one in found)
    asked = "Over welk bedrijf gaat dit?" if len(found) > 1 else "Gaat dit over dit bedrijf?"
    return (AskBack(asked, (*answers, ("Over het terrein zelf", {"about": ""}))),) if found else ()


def ask_back(step: Step, entry: Response, question: AskBack) -> None:
    """Show a question about what was kept."""
    buttons = []
    for title, fields in question.answers:
        were = {f"was:{name}": entry.about if name == "about" else entry.text(name) for name in fields}
        buttons.append(Button(title=title, verb=Verb.ENTRY_SET, data={"number": str(entry.number), **fields, **were}))
    step.show(ShowCard(NoticeCard(lines=(question.sentence,), buttons=tuple(buttons))))
