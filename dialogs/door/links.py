"""`nieuwe link`: one more device for whoever takes part already, by a link that works once."""

import datetime
from base64 import b64encode

from cards.formats import day
from cards.papers.making import make_square
from cards.views.door.way_in import SHAPE, WayIn
from dialogs.consent.consents import ask_to_keep
from dialogs.door.ways import address_of
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from domain.calendar.here import date_here
from domain.door.entering import DoorWay
from domain.door.sessions import LINK_DAYS

SHUT = "Meedoen zonder Teams kan nu niet."
NO_ADDRESS = "Een link kan ik nu niet geven. Daarvoor moet het projectteam PUBLIC_URL instellen."
FOR_COMPANIES = "Met een rol in de aanpak doet u alleen in Teams mee."
MAILED = ("Er is een mail met een link naar u onderweg.", "Die link werkt één keer. Een eerdere link werkt dan niet meer.")
NOT_MAILED = ("Mailen lukt nu niet. Misschien ken ik uw adres niet. Typ dan: mail naar, met uw adres erachter.",
              "Typ 'nieuwe link' voor een link op dit scherm.")  # fmt: skip
PIXELS = 8  # of each part of the square: sharp on a telephone too, where the card draws it smaller


async def new_link(step: Step, _: str) -> None:
    """Give a link with which this person goes on elsewhere; without a role, and for nobody else."""
    house = step.known.house
    if not house.web_door or step.known.acting:
        step.say(SHUT)
    elif step.known.roles.held:
        step.say(FOR_COMPANIES)
    elif not step.may_keep():
        ask_to_keep(step, "Goed. Wij willen u eerst iets vragen.")
    elif not house.door_url:
        step.say(NO_ADDRESS)
    else:
        address = address_of(house, DoorWay.LINK, await step.stores.door_sessions.new_link())
        step.show(ShowCard(way_in(step, address)))


async def mail_link(step: Step, _: str) -> None:
    """Mail a link to the address that this person gave; it is made when the mail goes, so an earlier one works until then."""
    if not step.known.house.web_door or step.known.acting:
        step.say(SHUT)
    elif step.known.roles.held:
        step.say(FOR_COMPANIES)
    else:
        step.say(*(MAILED if await step.stores.mailboxes.link_me() else NOT_MAILED))


def way_in(step: Step, address: str) -> WayIn:
    """Return the card: whoever asks has proven already who they are, so they see the link itself."""
    until = day(date_here(step.known.now + datetime.timedelta(days=LINK_DAYS)))
    return WayIn(
        title="Verder op een ander apparaat",
        lines=(
            "Scan het vierkant, of open de link op dat apparaat.",
            f"De link werkt één keer, tot {until}. Wie hem opent, ziet uw antwoorden. Geef hem dus aan niemand.",
        ),
        url=address,
        picture=f"{SHAPE}{b64encode(make_square(address, PIXELS)).decode()}",
    )
