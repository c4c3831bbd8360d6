"""Writing something down: typed in one sentence it is kept at once, without text a card opens to fill in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.dossier.actions import read_action
from dialogs.dossier.cards import TAKE_OFF, about_of, kept, look_around, new_slip, show_kept, team_of, with_faults
from dialogs.dossier.mentions import Mentioned, mentioned
from dialogs.dossier.subjects import Subject, subject_of
from dialogs.lookup.due import ask_day
from dialogs.turn.command import Command
from dialogs.turn.refusals import NO_NAMES_HERE
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step, Tell
from domain.companies.company_file import NamedCompany
from domain.dossier.entries import AboutCompany, Entry, EntryKind, NewEntry
from domain.dossier.judging import judge
from domain.dossier.kinds import KINDS

KEPT = "Bewaard."
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


async def write(step: Step, text: str, kind: EntryKind, then: Command) -> None:
    """Keep what was typed behind a terrain or a company, or open a card when nothing was."""
    if not step.may_name:
        step.say(NO_NAMES_HERE)
        return
    subject = await subject_of(step, text, then)
    if subject is None:
        return
    if KINDS[kind].about is AboutCompany.NEVER:
        subject = replace(subject, company=None)
    if not subject.rest or kind is EntryKind.STAKEHOLDER:
        await open_slip(step, kind, subject, {"name": subject.rest} if subject.rest else {})
    else:
        await keep_typed(step, kind, subject)


async def open_slip(step: Step, kind: EntryKind, subject: Subject, values: Mapping[str, str]) -> None:
    """Open an empty card."""
    around = await look_around(step, kind, subject.terrain, subject.company)
    step.show(ShowCard(new_slip(step, kind, around, values)))


async def keep_typed(step: Step, kind: EntryKind, subject: Subject) -> None:
    """Keep a sentence, and ask back what can be read in two ways."""
    values, questions = await read_sentence(step, kind, subject.rest)
    meant = await companies_meant(step, subject)
    about = meant.sure[0] if len(meant.sure) == 1 else None
    judged = judge(kind, values, today=step.today, team=await people_of(step, kind))
    if judged.faults:
        around = await look_around(step, kind, subject.terrain, about)
        step.show(ShowCard(with_faults(new_slip(step, kind, around, values), judged.faults)))
        return
    ids = (about.intake, about.register) if about else (None, None)
    new = NewEntry(kind, subject.terrain, judged.data, *ids, key=step.known.turn)
    entry = await step.stores.entries.add(new, step.known.now)
    found = about is not None and subject.company is None
    show_kept(step, entry, KEPT, *([found_in_text(about)] if found and about else []), instead=False)
    tell_owner(step, entry)
    for question in (*questions, *(() if about else ask_whom(meant))):
        ask_back(step, entry, question)


async def read_sentence(step: Step, kind: EntryKind, text: str) -> tuple[dict[str, str], tuple[AskBack, ...]]:
    """Return what a typed sentence fills in, and what is to be asked back."""
    if kind is EntryKind.CONTACT:
        return {"text": text, "form": form_of(text[:READ_FROM]), "day": step.today.isoformat()}, ()
    if kind is not EntryKind.ACTION:
        return {"text": text}, ()
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


async def people_of(step: Step, kind: EntryKind) -> frozenset[UUID]:
    """Return who may own an entry of this kind."""
    return frozenset(member.person for member in await team_of(step)) if kind is EntryKind.ACTION else frozenset()


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


def ask_back(step: Step, entry: Entry, question: AskBack) -> None:
    """Show a question about what was kept."""
    about = about_of(entry)
    buttons = []
    for title, fields in question.answers:
        were = {f"was:{name}": about if name == "about" else entry.data.get(name, "") for name in fields}
        buttons.append(Button(title=title, verb=Verb.ENTRY_SET, data={"number": str(entry.number), **fields, **were}))
    step.show(ShowCard(NoticeCard(lines=(question.sentence,), buttons=tuple(buttons))))


def tell_owner(step: Step, entry: Entry, before: Entry | None = None) -> None:
    """Tell somebody else of the team that something became theirs."""
    mine_before = before is not None and before.owner == entry.owner
    if entry.owner is not None and entry.owner != step.known.person and not mine_before:
        lead = f"{step.known.sender.name or 'Een collega'} gaf u een actie."
        step.tells.append(Tell(entry.owner, (ShowCard(kept(step, entry, lead)),)))
