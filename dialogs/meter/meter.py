"""A company sends a file of its meter: it is read, shown, asked about, and only after a yes two days of it are kept."""

from uuid import UUID

from cards.views.card import Card
from cards.views.notice import NoticeCard
from dialogs.consent.welcome import show_welcome
from dialogs.demand.comparison import compared_card
from dialogs.meter import words
from dialogs.meter.cards import kept_card, question_card, read_card
from dialogs.turn.events import FileCame, Pressed
from dialogs.turn.refusals import OLD_BUTTON
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.intake.acceptance import key_in
from domain.meter.outcomes import MeterQuestion, MeterRefusal
from domain.meter.summary import MeterRead


def may_send_meter(step: Step) -> bool:
    """Say whether this person may send a file of a meter: about the intake they work on, when its answers may be kept."""
    return step.may_keep() and not step.in_office


async def is_meter(step: Step, event: FileCame) -> bool:
    """Say whether a file is of a meter."""
    return await step.stores.meters.recognises(event.name[:200], event.content)


async def point_to_company(step: Step, _: FileCame) -> None:
    """Say where a file of a meter is sent by somebody who works on no company now."""
    step.say(words.FOR_COMPANY)


async def take_meter(step: Step, event: FileCame) -> None:
    """Read a file that came, and show what it says, or the one question about it."""
    file, found = await step.stores.meters.take(event.name[:200], event.content)
    if isinstance(found, MeterRefusal):
        step.say(f"{found.why} Ik bewaar niets van het bestand.", "Typ 'mijn meter' om te zien welk bestand ik zoek.")
    else:
        step.show(ShowCard(card_of(step, file, found)))
        if isinstance(found, MeterRead) and found.days is None:
            await step.stores.meters.drop(file)


def card_of(step: Step, file: UUID, found: MeterRead | MeterQuestion) -> Card:
    """Return what was read, or what must be asked first."""
    return question_card(step, file, found) if isinstance(found, MeterQuestion) else read_card(step, file, found)


async def press_meter(step: Step, event: Pressed) -> None:
    """Do what a button about a meter means."""
    file, do = key_in(event.data.get("file")), event.data.get("do")
    if not may_send_meter(step):
        step.say(OLD_BUTTON)
    elif do == "remove":
        await remove(step)
    elif file is None:
        step.say(words.GONE)
    elif do == "answer":
        await answer(step, file, str(event.data.get("asks", "")), str(event.data.get("option", "")))
    elif do == "keep":
        await keep(step, file)
    elif do == "drop" and await step.stores.meters.drop(file):
        step.show(ReplaceCard(NoticeCard(lines=(words.DROPPED,))))
    else:
        step.say(words.GONE)


async def answer(step: Step, file: UUID, asks: str, option: str) -> None:
    """Read the file on with one more answer."""
    found = await step.stores.meters.answer(file, asks, option)
    if found is None:
        step.say(words.GONE)
    elif isinstance(found, MeterRefusal):
        step.show(ReplaceCard(NoticeCard(lines=(found.why, "Ik bewaar niets van het bestand."))))
    else:
        step.show(ReplaceCard(card_of(step, file, found)))
        if isinstance(found, MeterRead) and found.days is None:
            await step.stores.meters.drop(file)


async def keep(step: Step, file: UUID) -> None:
    """Keep the two days, and show what they make of the outlook."""
    kept = await step.stores.meters.keep(file)
    if kept is None:
        step.say(words.GONE)
        return
    step.measured, step.remeasured = kept[0], True
    step.show(ReplaceCard(kept_card(step, kept[1])))
    step.say(words.KEPT)
    step.show(ShowCard(await compared_card(step)))


async def remove(step: Step) -> None:
    """Forget what is kept."""
    if not await step.stores.meters.remove():
        step.say(words.NOTHING_YET)
        return
    step.measured, step.remeasured = None, True
    step.show(ReplaceCard(NoticeCard(lines=(words.REMOVED,))))


async def show_meter(step: Step, _: str) -> None:
    """Show what is kept of the meter, or how to get a file of it."""
    if not step.may_keep():
        show_welcome(step)
        return
    kept = await step.stores.meters.kept()
    if kept is None:
        step.say(words.NOTHING_YET, *words.HOW, words.WHY_NOT_TYPED)
    else:
        step.show(ShowCard(kept_card(step, kept)))
