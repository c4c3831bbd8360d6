"""What is pressed on a call card: what came of the call is kept, and the next company comes by itself."""

import datetime
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from cards.formats import day, listing
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.forms.form_card import FormCard
from cards.views.intake.field import Field, InputKind
from cards.views.notice import NoticeCard
from dialogs.companies.call_words import OUTCOMES
from dialogs.companies.calls import AGAIN, AND, Round, call_card, calls_on, is_calling, show_next
from dialogs.dossier.buttons import is_for_team
from dialogs.dossier.talks import TALK_WITH
from dialogs.forms.carried import company_called, text_in
from dialogs.forms.occasions import Occasion
from dialogs.forms.submissions import new_response
from dialogs.inbox.calls import begin_call
from dialogs.lookup.due import read_days
from dialogs.lookup.private_details import private_details, without_details
from dialogs.turn.events import Pressed, Scope
from dialogs.turn.refusals import NO_NAMES_HERE, OLD_BUTTON
from dialogs.turn.replies import ReplaceCard
from dialogs.turn.step import Step
from domain.access.roles import Right
from domain.companies.company_file import NamedCompany
from domain.dossier.forms import CallOutcome, ContactForm, ContactSort
from domain.forms.judging import judge
from domain.forms.responses import Response, ResponseSource
from domain.intake.acceptance import clean_text, key_in, read_day

NOTE, DAY = "note", "day"
NOTHING: Mapping[str, str] = {}
LONGEST_NOTE, LONGEST_DAY = 500, 60
GONE = "Dit bedrijf doet niet meer mee. Er is niets bewaard."
UNWILLING = "Dit bedrijf wil niet meer benaderd worden. Er is niets bewaard."
WHICH_DAY = "Welke dag bedoelt u? Typ bijvoorbeeld 'donderdag' of '12 januari'."
PAST = "Deze dag is geweest. Kies een andere."
PRIVATE = "In uw notitie staat: {what}. Is dat privé? Laat het dan weg. Er is nog niets bewaard."
FORGETS = (
    "Wij benaderen dit bedrijf dan niet meer. De contacten en wat u erover opschreef, worden gewist.",
    "Dat kunt u niet terugdraaien.",
)
NOTES = (
    "Wij schrijven op dat dit bedrijf niet gebeld wil worden. Het verdwijnt uit de bellijst.",
    "De antwoorden blijven staan.",
)


@dataclass(frozen=True, slots=True)
class Calling:
    """A press on the card of one company that may still be called: where in the list, and what the button carries on."""

    event: Pressed
    around: Round
    about: NamedCompany

    @property
    def kept(self) -> dict[str, str]:
        """Return what the next card of this company carries on."""
        return {**self.around.carried, "company": self.about.id, "key": text_in(self.event, "key")}

    def button(self, title: str, do: str, more: Mapping[str, str] = NOTHING, *, primary: bool = False) -> Button:
        """Return a button on the next card of this company."""
        return Button(title=title, verb=Verb.CALL, data={**self.kept, "do": do, **more}, primary=primary)


async def press_call(step: Step, event: Pressed) -> None:
    """A button of the call list, pressed by the team in a chat alone."""
    if not is_for_team(step):
        return
    terrain = step.stores.terrains.named(text_in(event, "terrain"))
    if step.scope is not Scope.PERSONAL or terrain is None or not step.known.may(Right.SEE_COMPANIES, terrain):
        step.say(OLD_BUTTON if step.scope is Scope.PERSONAL else NO_NAMES_HERE)
        return
    again = text_in(event, AGAIN)
    around, do = Round(terrain, frozenset(again.split(AND)) if again else None), text_in(event, "do")
    if do == AGAIN:
        await show_next(step, around)
    elif do not in DOES:
        step.say(OLD_BUTTON)
    elif (about := await company_called(step, text_in(event, "company"))) is None:
        await show_next(step, around, GONE)
    elif (await step.stores.companies.file(about)).withdrawn:
        await show_next(step, around.after(about), UNWILLING)
    else:
        await DOES[do](step, Calling(event, around, about))


async def open_side(step: Step, calling: Calling, side: Callable[[Calling], FormCard | NoticeCard]) -> None:
    """Show the next card of a company, unless a colleague calls it by now: then the next company."""
    if holder := await step.stores.calls.begin(calling.about):
        await show_next(step, calling.around, is_calling(holder, calling.about.name))
    else:
        step.show(ReplaceCard(side(calling)))


async def back(step: Step, calling: Calling) -> None:
    """Show the card of the company again, or the next one when it is not to be called any more."""
    calls = await calls_on(step, calling.around.terrain)
    call = next((one for one in calls if one.row.key == calling.about.id), None)
    if call is None or await step.stores.calls.begin(calling.about):
        await show_next(step, calling.around)
    else:
        step.show(ReplaceCard(await call_card(step, calling.around, call, calling.about, ())))


async def talked(step: Step, calling: Calling) -> None:
    await open_side(step, calling, lambda one: note_card(one, clean_text(text_in(one.event, NOTE))))


def note_card(calling: Calling, note: str = "") -> FormCard:
    """Return the card for one line about the talk, and when to call again."""
    return FormCard(
        title=f"Gesproken met {calling.about.name}",
        fields=(
            Field(name=NOTE, label="Wat is er besproken?", kind=InputKind.LONG_TEXT, value=note, max_length=LONGEST_NOTE),
            Field(name=DAY, label="Wanneer belt u weer?", kind=InputKind.DAY, help="Dit mag leeg blijven."),
        ),
        buttons=(calling.button("Bewaar", "note", primary=True), calling.button("Terug", "back")),
    )


async def note(step: Step, calling: Calling) -> None:
    """Keep what was said; a number or an address of somebody can be left out first, and nothing is lost by that."""
    event = calling.event
    words = clean_text(event.inputs.get(NOTE, "") or text_in(event, NOTE))[:LONGEST_NOTE]
    again = event.inputs.get(DAY, "") or text_in(event, DAY)
    if (found := private_details(words)) and text_in(event, "sure") != "yes":
        kept = {DAY: again[:LONGEST_DAY], "sure": "yes"}
        buttons = (
            calling.button("Laat weg en bewaar", "note", {**kept, NOTE: without_details(words)}, primary=True),
            calling.button("Bewaar zoals het is", "note", {**kept, NOTE: words}),
            calling.button("Terug", "talked", {NOTE: words}),
        )
        step.show(ReplaceCard(NoticeCard(lines=(PRIVATE.format(what=listing(found)),), buttons=buttons)))
        return
    await keep(step, calling, CallOutcome.TALKED, words, read_day(again))


async def missed(step: Step, calling: Calling) -> None:
    await keep(step, calling, CallOutcome.NOT_REACHED)


async def later(step: Step, calling: Calling) -> None:
    await open_side(step, calling, lambda one: day_card(one, step.today))


def day_card(calling: Calling, today: datetime.date, message: str = "", days: Sequence[datetime.date] = ()) -> FormCard:
    """Return the card that asks the day of the next call; `days` are those that a typed one can mean."""
    monday = today + datetime.timedelta(days=7 - today.weekday())
    offered = [(day(one), one) for one in days[:3]] or [("Morgen", today + datetime.timedelta(days=1)), ("Volgende week", monday)]
    chosen = (calling.button(title, "on", {"on": one.isoformat()}) for title, one in offered)
    return FormCard(
        title=f"Wanneer belt u {calling.about.name}?",
        message=message,
        fields=(Field(name=DAY, label="Of typ een dag", kind=InputKind.TEXT, example="donderdag", max_length=LONGEST_DAY),),
        buttons=(*chosen, calling.button("Op deze dag", "on", primary=True), calling.button("Terug", "back")),
    )


async def on(step: Step, calling: Calling) -> None:
    """Keep the day on which this company is called again; what can be several days is asked back."""
    pressed, typed = read_day(text_in(calling.event, "on")), clean_text(calling.event.inputs.get(DAY, ""))[:LONGEST_DAY]
    days = (pressed,) if pressed is not None else read_days(typed, step.today)
    if len(days) == 1 and days[0] >= step.today:
        await keep(step, calling, CallOutcome.LATER, again=days[0])
        return
    asked = PAST if len(days) == 1 else WHICH_DAY
    step.show(ReplaceCard(day_card(calling, step.today, asked, days if len(days) > 1 else ())))


async def refuses(step: Step, calling: Calling) -> None:
    await open_side(step, calling, refusal_card)


def refusal_card(calling: Calling) -> NoticeCard:
    """Return what saying no does, to be pressed once more."""
    return NoticeCard(
        title=f"{calling.about.name} wil niet",
        lines=FORGETS if calling.about.intake is None else NOTES,
        buttons=(calling.button("Ja, bel niet meer", "refused", primary=True), calling.button("Terug", "back")),
    )


async def refused(step: Step, calling: Calling) -> None:
    """A company of the register is not approached any more; of one with answers it is written down that it is not called."""
    if calling.about.register is not None and calling.about.intake is None:
        await step.stores.calls.refuse(calling.about.register)
    await keep(step, calling, CallOutcome.NOT_WANTED)


async def intake(step: Step, calling: Calling) -> None:
    """Fill in the intake together, now. A company that has one is talked with about that."""
    about = calling.about
    if about.intake is not None or about.register is None:
        await talk(step, calling)
    elif holder := await step.stores.calls.begin(about):
        await show_next(step, calling.around, is_calling(holder, about.name))
    else:
        step.show(ReplaceCard(NoticeCard(lines=(f"Intake met {about.name}.",))))
        await begin_call(step, about.name, about)


async def talk(step: Step, calling: Calling) -> None:
    await TALK_WITH.handler(step, calling.about.id)


async def keep(step: Step, calling: Calling, outcome: CallOutcome, words: str = "", again: datetime.date | None = None) -> None:
    """Keep what came of a call, and show the next company."""
    otherwise, told = OUTCOMES[outcome]
    entered = {
        "text": words or f"{otherwise}.", "form": ContactSort.PHONE, "day": step.today.isoformat(), "outcome": outcome,
        "again": again.isoformat() if again is not None and again >= step.today else "",
    }  # fmt: skip
    judged = judge(ContactForm, entered, step.today)
    if judged.faults:
        step.show(ReplaceCard(note_card(calling, words)))
        return
    occasion = Occasion(ContactForm, calling.around.terrain, calling.about)
    new = replace(new_response(step, occasion, judged, ResponseSource.CALL), key=key_in(calling.kept["key"]))
    await put_right(step, await step.stores.responses.add(new, step.known.now), new.data, calling.about)
    holder = await step.stores.calls.begin(calling.about)
    when = f", op {day(again)}" if again is not None else ""
    said = [f"Bewaard. {calling.about.name}: {told}{when}.", *([is_calling(holder, calling.about.name)] if holder else [])]
    await show_next(step, calling.around.after(calling.about), *said)


async def put_right(step: Step, known: Response, data: object, about: NamedCompany) -> None:
    """Change what an earlier press on the same card kept, when another button of it is pressed after all."""
    if isinstance(data, dict) and known.data != data and known.form is ContactForm and known.closed_at is None:
        await step.stores.responses.change(known.number, known.revision, data, about, step.known.now, ResponseSource.CALL)


Does = Callable[[Step, Calling], Awaitable[None]]
DOES: dict[str, Does] = {
    "talked": talked, "note": note, "missed": missed, "later": later, "on": on, "refuses": refuses, "refused": refused,
    "intake": intake, "talk": talk, "back": back,
}  # fmt: skip
CALLS_PRESSED = {Verb.CALL: press_call}
