"""`bericht`: a message of the team's own to companies of a terrain, seen and approved before it goes."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import uuid4

from cards.verbs import Verb
from cards.views.card import MOST_BUTTONS, Card
from cards.views.notice import NoticeCard
from dialogs.companies.message_cards import (
    MessageText,
    list_card,
    message_card,
    message_facts,
    next_session,
    of_these,
    sent_card,
    shown_moment,
)
from dialogs.companies.message_sending import MESSAGE, audience_of, recipients
from dialogs.companies.message_words import WORDS, MessageAsked, hear_message, read_message, read_when
from dialogs.notices.guard import LOOK, GuardDoes, Look, look_after, must_look
from dialogs.notices.sending import offer_by_hand, plan_sending, sent_to
from dialogs.sessions.invitations import typed_text
from dialogs.terrains.terrain_choice import with_terrain, with_terrain_first
from dialogs.turn.command import Command, Press, Takes, Users
from dialogs.turn.events import Pressed, Scope
from dialogs.turn.refusals import NO_NAMES_HERE, OLD_BUTTON
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.calendar.here import date_here
from domain.companies.message_audience import MessageAudience, MessageGroup
from domain.forms.judging import judge
from domain.intake.acceptance import key_in
from domain.notices.sending import Sending, SendingState

GONE = "Dit bericht is al verstuurd, of het gaat niet door."
DROPPED = "Goed. Dit bericht wordt niet verstuurd."
STOPPED = "Goed. Dit bericht gaat niet meer uit."
TOO_LATE = "Dit bericht is al onderweg. Ik kan het niet meer stoppen."
NO_TEXT = "Er is nog niets verstuurd. Er moet een tekst zijn."
NOBODY = "Er is nog niets verstuurd. Niemand van deze groep kan dit bericht krijgen."
OTHERS_NOW = "Nu krijgen andere bedrijven dit bericht dan u zag. Kijk nog even wie het zijn."


async def write_message(step: Step, text: str) -> None:
    """Begin a message to companies of a terrain, or show those that were made."""
    if not step.may_name:
        step.say(NO_NAMES_HERE)
        return
    if text.startswith(tuple(WORDS.values())):  # a group, and no terrain before it
        terrain, rest = await with_terrain(step, "", COMPANY_MESSAGE, rest=text), text
    else:
        found = await with_terrain_first(step, text, COMPANY_MESSAGE)
        terrain, rest = found or (None, "")
    if terrain is None:
        return
    made = () if rest else (await step.stores.sendings.of_terrain(MESSAGE.name, terrain.id))[: MOST_BUTTONS - 1]
    asked = read_message(rest, date_here(step.known.now))
    card = list_card(step, terrain.id, made) if made else await message_card(step, await begun(step, terrain.id, asked))
    step.show(ShowCard(card))


async def begun(step: Step, terrain: str, asked: MessageAsked) -> Sending:
    """Return a message as it begins; it is kept once somebody looks at it."""
    name = step.stores.terrains.named(terrain)
    draft = Sending(uuid4(), MESSAGE.name, terrain, asked.text, SendingState.OPEN, step.known.now)
    return await for_group(step, replace(draft, title=f"Bericht over {name.name if name else 'uw terrein'}"), asked.group)


async def for_group(step: Step, draft: Sending, group: MessageGroup) -> Sending:
    """Return a message for a group; for who comes to a session when there is none, it is for nobody."""
    session = await next_session(step, draft.terrain) if group is MessageGroup.COMING else None
    asked = MessageAudience(group, session.id if session is not None else None)
    nobody = group is MessageGroup.COMING and session is None
    return replace(draft, audience=None if nobody else asked.kept)


async def press_message(step: Step, event: Pressed) -> None:
    """Show messages, begin one, change it, send it, or stop it."""
    if not step.known.is_team:
        step.say(OLD_BUTTON)
        return
    if not step.may_name:
        step.say(NO_NAMES_HERE)
        return
    step.discreet = True
    key, terrain = key_in(event.data.get("message")), step.stores.terrains.named(str(event.data.get("terrain", "")))
    found = await step.stores.sendings.find(key) if key is not None else None
    if terrain is None or (found is not None and (found.kind, found.terrain) != (MESSAGE.name, terrain.id)):
        step.say(OLD_BUTTON)
    elif key is None:
        step.show(ReplaceCard(await message_card(step, await begun(step, terrain.id, MessageAsked(MessageGroup.ALL)))))
    elif found is not None and found.state is not SendingState.OPEN:
        await after_approval(step, found, str(event.data.get("do", "")))
    elif found is not None and event.data.get("do") == "open":
        step.show(ReplaceCard(await message_card(step, found)))
    else:
        fresh = await begun(step, terrain.id, MessageAsked(MessageGroup.ALL))
        await change(step, event, found or replace(fresh, id=key), kept=found is not None)


async def after_approval(step: Step, sent: Sending, do: str) -> None:
    """Show what became of a message, or stop one that is planned."""
    if do == "stop" and sent.state is SendingState.APPROVED:
        stopped = await step.stores.sendings.call_back(sent.id, step.known.now)
        card: Card = NoticeCard(title=sent.title, lines=(STOPPED,)) if stopped else await sent_card(step, sent, TOO_LATE)
    elif do == "open" and sent.state is SendingState.APPROVED:
        card = await sent_card(step, sent)
    else:
        card = NoticeCard(lines=(GONE,))
    step.show(ReplaceCard(card))


async def change(step: Step, event: Pressed, draft: Sending, *, kept: bool) -> None:
    """Keep what was filled in, and show it, or send it when it is what was seen."""
    do, given = str(event.data.get("do", "")), judge(MessageText, event.inputs, step.today)
    if do == "drop":
        await drop(step, draft, kept=kept)
        return
    when = read_when(step, event.inputs.get("when", "")) if is_changed(draft, event) else None
    group, text = given.text("group"), typed_text(event.inputs)
    look = look_after(do, text, event.data, await message_facts(step, draft)) if do in list(GuardDoes) else Look(text)
    draft = replace(draft, title=given.text("title") or draft.title, text=look.text)
    draft = await for_group(step, draft, MessageGroup(group)) if group else draft
    draft = draft if when is None or when.fault else replace(draft, due_at=when.at)
    saved = await step.stores.sendings.revise(draft) if kept or not await step.stores.sendings.make(draft) else draft
    if saved is None:
        step.show(ReplaceCard(NoticeCard(lines=(GONE,))))
        return
    faults = {**given.faults, **({"when": when.fault} if when is not None and when.fault else {})}
    message = "Kijk dit nog even na." if faults else await refusal(step, event, saved) if do == "send" else ""
    if do == "send" and not message:
        await send(step, saved)
        return
    typed = event.inputs.get("when", "") if faults.get("when") else ""
    step.show(ReplaceCard(await message_card(step, saved, message, look=look, faults=faults, when=typed)))


def is_changed(draft: Sending, event: Pressed) -> bool:
    """Say whether the moment was typed since: as it stood there it is the one that is kept."""
    return event.inputs.get("when", "").strip() != shown_moment(draft)


async def drop(step: Step, draft: Sending, *, kept: bool) -> None:
    """Drop what is not sent yet."""
    gone = kept and await step.stores.sendings.decide(draft.id, SendingState.DROPPED, step.known.now) is None
    step.show(ReplaceCard(NoticeCard(lines=(GONE if gone else DROPPED,))))


async def refusal(step: Step, event: Pressed, draft: Sending) -> str:
    """Return why a message is shown once more before it goes; empty when it is as it was seen."""
    getting, _ = await recipients(step.stores, draft, step.known.now)
    now, data = of_these(getting), event.data
    if not draft.text or not getting:
        return NOBODY if draft.text else NO_TEXT
    if data.get("who") != now.who:
        was = str(data.get("count", ""))
        changed = was.isdecimal() and int(was) != now.count
        return f"Het waren {was} bedrijven, nu {now.count}. Kijk nog even wie het zijn." if changed else OTHERS_NOW
    return LOOK if must_look(draft.text, data.get("seen"), await message_facts(step, draft)) else ""


async def send(step: Step, draft: Sending) -> None:
    """Approve a message, once, and plan it for every company that it is for now."""
    now, stores = step.known.now, step.stores
    sent = await stores.sendings.decide(draft.id, SendingState.APPROVED, now)
    if sent is None:
        step.show(ReplaceCard(NoticeCard(lines=(GONE,))))
        return
    count = await plan_sending(stores, MESSAGE, sent, now)
    said = f"Goedgekeurd. Het bericht {sent_to(stores, count, now, due=sent.due_at)}."
    await offer_by_hand(step, await audience_of(stores, sent, now), sent.title, sent.text)
    step.show(ReplaceCard(await sent_card(step, sent, said)))


MESSAGE_PRESSED: Mapping[Verb, Press] = {Verb.MESSAGE_DO: press_message}
COMPANY_MESSAGE = Command(
    ("bericht", "bericht aan", "eigen bericht"), "een eigen bericht sturen aan wie meedoet; anderen gaven ons geen ja",
    write_message, Users.TEAM, Takes.MAYBE, argument="<terrein> [wie]", example="bericht hessenpoort probleemhouders", menu=False,
    scopes=(Scope.PERSONAL, Scope.CHANNEL), group="Berichten", hears=hear_message,
)  # fmt: skip
