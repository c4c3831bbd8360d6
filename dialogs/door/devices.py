"""The devices on which somebody takes part without Teams: seen by themselves alone, and ended with one tap."""

from collections.abc import Sequence

from cards.formats import day
from cards.verbs import Verb
from cards.views.card import MOST_BUTTONS, Button, Fact, FactGroup
from cards.views.notice import NoticeCard
from cards.views.overview import Overview
from dialogs.turn.events import Pressed
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step
from domain.calendar.here import date_here
from domain.door.sessions import DoorSession
from domain.intake.acceptance import key_in

TITLE = "Op welke apparaten u meedoet"
NONE = "U doet op geen enkel apparaat mee zonder Teams."
ENDED = "Dit apparaat doet niet meer mee."
ENDED_BEFORE = "Dit apparaat deed al niet meer mee."
ALL = Button(title="Apparaten", verb=Verb.SAY, data={"text": "apparaten"})
NEW = Button(title="Nieuwe link", verb=Verb.SAY, data={"text": "nieuwe link"})


async def show_devices(step: Step, _: str) -> None:
    """Show them, each with a button that ends it."""
    found = () if step.known.acting else await step.stores.door_sessions.all()
    step.show(ShowCard(devices_card(step, found) if found else NoticeCard(lines=(NONE,))))


async def press_device(step: Step, event: Pressed) -> None:
    """End taking part on one device; of nobody else's."""
    session = key_in(event.data.get("session"))
    done = session is not None and not step.known.acting and await step.stores.door_sessions.revoke(session)
    left = () if step.known.acting else await step.stores.door_sessions.all()
    said = ENDED if done else ENDED_BEFORE
    step.show(ReplaceCard(devices_card(step, left, said) if left else NoticeCard(lines=(said, NONE))))


def devices_card(step: Step, found: Sequence[DoorSession], said: str = "") -> Overview:
    """Return the card: the newest devices, as many as there are buttons."""
    shown = found[: MOST_BUTTONS - 1]
    ends = (
        Button(title=f"Beëindig apparaat {number}", verb=Verb.DEVICE, data={"session": str(one.id)})
        for number, one in enumerate(shown, 1)
    )
    return Overview(
        title=TITLE,
        lines=tuple(filter(None, (said, "Kent u een apparaat niet? Beëindig het dan."))),
        groups=(devices_group(shown, "Apparaten"),),
        buttons=(*ends, *((NEW,) if step.known.house.web_door else ())),
    )


def devices_group(found: Sequence[DoorSession], title: str = TITLE) -> FactGroup:
    """Return each device with the days on which it began and ends."""
    facts = (
        Fact(label=f"{number}. {one.device}", value=f"sinds {day(date_here(one.at))}", remark=f"tot {day(date_here(one.until))}")
        for number, one in enumerate(found, 1)
    )
    return FactGroup(title=title, facts=tuple(facts))
