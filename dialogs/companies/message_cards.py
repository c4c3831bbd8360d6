"""A message of one's own before and after it goes: for whom, as a company gets it, who does not get it and why, who got it."""

import datetime
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from cards.formats import listing, moment, plural, small
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.forms.form_card import FormCard
from cards.views.notice import NoticeCard
from dialogs.companies.message_sending import recipients
from dialogs.forms.fields import card_fields
from dialogs.notices.guard import Look, guard_part, seen_of, text_facts
from dialogs.notices.sending import delivery_words
from dialogs.sessions.cards import name_of
from dialogs.turn.step import Step
from domain.companies.audience import Audience, AudienceMember
from domain.companies.message_audience import LeftOut, MessageGroup, left_out, read_audience
from domain.forms.declaration import Fields
from domain.intake.declaration import Ask, Rule
from domain.language.fault import TextFacts
from domain.notices.notice import Failing
from domain.notices.sending import Receipt, Sending, SendingResult, SendingState
from domain.sessions.session import Session

LONGEST, LONGEST_TITLE = 1200, 80
NAMED = 6  # companies; a list of names is no sentence, and ends without a mark
WHY = {
    LeftOut.NO_CONSENT: "Zeiden geen ja tegen berichten van ons",
    LeftOut.UNWILLING: "Willen geen berichten meer",
    LeftOut.NO_WAY: "Niet te bereiken in Teams of per mail",
    LeftOut.NOT_STARTED: "Doen nog niet mee. Voor hen is er de uitnodiging",
}
BECAME = {"arrived": "Ontvangen", "under_way": "Nog onderweg", "withheld": "Niet verstuurd, want niet meer gewenst of nodig"}
NO_SESSION = "Er is geen bijeenkomst gepland op dit terrein. Kies een andere groep."


class MessageText(Fields):
    """What the team fills in of a message."""

    group: Annotated[MessageGroup, Ask("Voor wie is het?", core=True)]
    title: Annotated[str, Rule(max_length=LONGEST_TITLE), Ask("Waar gaat het over?")]
    text: Annotated[str, Rule(max_length=LONGEST), Ask("De tekst")]
    when: Annotated[str, Rule(max_length=60), Ask("Wanneer gaat het?", why="Leeg is meteen. Of typ: morgen om 10 uur.")]


@dataclass(frozen=True, slots=True)
class Shrunk:
    """The companies that a card said would get a message, to be held against those who do when it is sent."""

    count: int
    who: str


def of_these(getting: Sequence[AudienceMember]) -> Shrunk:
    """Return what a button carries of who gets a message."""
    keys = sorted(str(one.intake) for one in getting)
    return Shrunk(len(keys), hashlib.sha256(" ".join(keys).encode()).hexdigest()[:16])


def act(draft: Sending, title: str, do: str, more: Mapping[str, str] | None = None, *, primary: bool = False) -> Button:
    """Return a button about one message."""
    data = {"do": do, "terrain": draft.terrain, "message": str(draft.id), **(more or {})}
    return Button(title=title, verb=Verb.MESSAGE_DO, data=data, primary=primary)


async def message_card(
    step: Step,
    draft: Sending,
    message: str = "",
    *,
    look: Look | None = None,
    faults: Mapping[str, str] | None = None,
    when: str = "",
) -> FormCard:  # fmt: skip
    """Return a message to fill in and look at: for whom it is, as a company gets it, and who does not get it."""
    getting, others = await recipients(step.stores, draft, step.known.now)
    asked, name, there = read_audience(draft.audience), name_of(step, draft.terrain), of_these(getting)
    group = asked.group if asked is not None else MessageGroup.COMING
    look = look or Look(draft.text)
    guard = guard_part(look, await message_facts(step, draft), lambda title, do, more: act(draft, title, do, more))
    carried = {"seen": seen_of(look.text), "count": str(there.count), "who": there.who}
    send = (act(draft, "Goedkeuren en versturen", "send", carried, primary=True),) if getting and look.text else ()
    at = when or shown_moment(draft)
    return FormCard(
        title=f"Bericht aan bedrijven op {name}",
        lines=(
            f"Voor: {small(group.label)}. {plural(there.count, 'bedrijf krijgt', 'bedrijven krijgen')} dit bericht."
            if asked is not None
            else NO_SESSION,
            *named_lines(getting, others),
            goes_at(step, draft.due_at) if send else "Er is nog niets verstuurd.",
            *(("Zo krijgt een bedrijf het:", f"{draft.title}.", *written(look.text)) if look.text else ()),
        ),
        message=message,
        fields=card_fields(
            MessageText, {"group": group.value, "title": draft.title, "text": look.text, "when": at}, faults
        ),
        guard=guard,
        buttons=(*send, act(draft, "Bekijk het bericht", "look", primary=not send), act(draft, "Niet versturen", "drop")),
    )  # fmt: skip


def shown_moment(draft: Sending) -> str:
    """Return the moment as it stands in its field; empty for at once."""
    return moment(draft.due_at) if draft.due_at is not None else ""


def written(text: str) -> Sequence[str]:
    """Return the paragraphs of a text."""
    return text.split("\n\n")


def named_lines(getting: Sequence[AudienceMember], others: Sequence[AudienceMember]) -> Sequence[str]:
    """Return who gets it by name, and of the others how many and why."""
    why = {reason: [one for one in others if left_out(one) is reason] for reason in LeftOut}
    lines = [f"{words}: {some_names(why[reason])}" for reason, words in WHY.items() if why[reason]]
    return (
        *((f"Dit zijn: {some_names(getting)}",) if getting else ()),
        *(("Dit bericht gaat niet naar:", *lines) if lines else ()),
    )


def some_names(those: Sequence[AudienceMember]) -> str:
    """Return the first names, and how many more there are."""
    return first_of([one.name or "een bedrijf zonder naam" for one in those])


def first_of(names: Sequence[str]) -> str:
    more = [f"nog {len(names) - NAMED}"] if len(names) > NAMED else []
    return listing([*names[:NAMED], *more])


def goes_at(step: Step, due: datetime.datetime | None) -> str:
    """Return when it goes once it is approved; in quiet hours it waits for their end."""
    wanted = max(step.known.now, due or step.known.now)
    opens = step.stores.notices.next_moment(wanted)
    if opens <= step.known.now:
        return "Het gaat meteen na uw ja. Er is nog niets verstuurd."
    waits = " Eerder sturen wij niets, want dat is buiten kantooruren." if opens > wanted else ""
    return f"Het gaat na uw ja op {moment(opens)}.{waits} Er is nog niets verstuurd."


async def sent_card(step: Step, sent: Sending, said: str = "") -> NoticeCard:
    """Return a message that was approved: when it goes, or who got it, who did not and why."""
    receipts = await step.stores.sendings.receipts(sent)
    became = (await step.stores.sendings.deliveries((sent,))).get(sent.id, SendingResult())
    opens = step.stores.notices.next_moment(max(sent.at, sent.due_at or sent.at))
    waits = opens > step.known.now
    asked = read_audience(sent.audience)
    title = f"Bericht aan bedrijven op {name_of(step, sent.terrain)}"
    state = (
        f"Gepland op {moment(opens)}, voor {plural(became.planned, 'bedrijf', 'bedrijven')}." if waits else delivery_words(became)
    )
    whom = (f"Voor: {small(asked.group.label)}.",) if asked is not None else ()
    names = await names_on(step, sent.terrain) if receipts and not waits else {}
    stop = (act(sent, "Toch niet versturen", "stop"),) if sent.due_at is not None and sent.due_at > step.known.now else ()
    return NoticeCard(
        title=title,
        lines=(
            *((said,) if said else ()),
            *whom,
            state,
            *outcome_lines(receipts, names),
            f"{sent.title}.",
            *sent.text.split("\n\n"),
        ),
        buttons=(*stop, Button(title="Nieuw bericht", verb=Verb.MESSAGE_DO, data={"do": "new", "terrain": sent.terrain})),
    )


def outcome_lines(receipts: Sequence[Receipt], names: Mapping[object, str]) -> Sequence[str]:
    """Return who got it, and who not and why, by name; nothing where no names are asked for."""
    found: dict[str, list[str]] = {}
    for one in receipts if names else ():
        became = BECAME["arrived"] if one.arrived else words_of(one.failing)
        found.setdefault(became, []).append(names.get(one.intake, "een bedrijf"))
    return tuple(f"{became}: {first_of(sorted(who, key=str.casefold))}" for became, who in found.items())


def words_of(failing: str | None) -> str:
    """Return what became of a message that did not arrive (yet)."""
    if failing is None:
        return BECAME["under_way"]
    return BECAME["withheld"] if failing == Failing.WITHHELD else "Niet bereikt"


async def names_on(step: Step, terrain: str) -> Mapping[object, str]:
    """Return the companies of a terrain by their intake, as the team may know them."""
    found = await step.stores.audiences.members(Audience(needs=None, terrain=terrain), step.known.now)
    return {one.intake: one.name or "een bedrijf zonder naam" for one in found if one.intake is not None}


def list_card(step: Step, terrain: str, found: Sequence[Sending]) -> NoticeCard:
    """Return the messages of a terrain, each behind a button, and the way to a new one."""
    state = {SendingState.OPEN: "concept", SendingState.APPROVED: "goedgekeurd"}
    return NoticeCard(
        title=f"Berichten aan bedrijven op {name_of(step, terrain)}",
        lines=tuple(f"{one.title} ({state[one.state]}, {moment(one.at)})." for one in found),
        buttons=(
            Button(title="Nieuw bericht", verb=Verb.MESSAGE_DO, data={"do": "new", "terrain": terrain}, primary=True),
            *(Button(title=one.title[:40], verb=Verb.MESSAGE_DO,
                     data={"do": "open", "terrain": terrain, "message": str(one.id)}) for one in found),
        ),
    )  # fmt: skip


async def message_facts(step: Step, draft: Sending) -> TextFacts:
    """Return what is so on the terrain; that the grid operator comes is said of the next session there."""
    return await text_facts(step, draft.terrain, await next_session(step, draft.terrain))


async def next_session(step: Step, terrain: str) -> Session | None:
    """Return the session of a terrain that is next, or going on."""
    ahead = (one for one in await step.stores.sessions.of_terrain(terrain) if one.is_open and one.plan.end > step.known.now)
    return min(ahead, key=lambda one: one.plan.start, default=None)
