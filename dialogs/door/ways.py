"""Ways in without Teams, as they are handed out: the address of a page with one button, and the square that leads there."""

from urllib.parse import quote

from cards.papers.making import PICTURE, make_square
from dialogs.turn.known import House
from dialogs.turn.replies import OfferPaper
from domain.door.entering import DoorWay
from domain.papers.papers import Paper, file_name

NEEDS_ADDRESS = "Een link of vierkant kan ik nu niet geven. Daarvoor is de instelling PUBLIC_URL nodig."


def address_of(house: House, way: DoorWay, key: str) -> str:
    """Return the address of a way in; empty where there is none to give. A code goes without its dash."""
    plain = key.replace("-", "") if way is DoorWay.CODE else key
    return f"{house.door_url}/gesprek/{way}/{quote(plain, safe='')}" if house.door_url else ""


def offer_square(address: str, about: str, description: str) -> OfferPaper:
    """Return the square of an address as a paper to print or show; `about` becomes its name."""
    return OfferPaper(Paper(file_name(f"Vierkant {about}.png"), PICTURE, make_square(address), description))
