"""What the pages before the conversation say."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.door.entering import DoorRefusal, DoorWay

WHO = "Laadmaat stelt u vragen over het laden van elektrische voertuigen. Dat doen wij voor {organisation}."
YOURS = "U typt, of u drukt op knoppen. Meedoen is gratis, en stoppen mag altijd."
KEEPS = "Uw browser onthoudt 30 dagen dat u hier was, met één cookie. Zo kunt u later verder."
NO_CODE = "Vul eerst uw code in."
LOST = "Deed u al mee, maar bent u uw gesprek kwijt? Wij kunnen u een nieuwe link mailen."
MAILED = "Kennen wij dit adres? Dan krijgt u binnen een paar minuten een mail met een link. Die werkt één keer."
OTHER_PAGE = "Deze knop is op een andere pagina ingedrukt. Open uw link opnieuw en druk daar op de knop."
AWAY = "Er is een storing. Probeer het over een minuut nog een keer."
BROKEN = "Er ging iets mis. Probeer het nog een keer."


@dataclass(frozen=True, slots=True)
class Doorway:
    """The words of a page with one button; `again` is for whoever has a conversation on this device already."""

    title: str
    lines: tuple[str, ...]
    begin: str = "Begin"
    again: str = "Begin een nieuw gesprek"


ENTRANCE: Mapping[DoorWay, Doorway] = {
    DoorWay.CODE: Doorway("In gesprek met Laadmaat", (WHO, YOURS)),
    DoorWay.TERRAIN: Doorway("In gesprek met Laadmaat", (WHO, YOURS)),
    DoorWay.SESSION: Doorway("Doe mee met de sessie", (WHO, "U doet mee met uw eigen telefoon. Meedoen is gratis.")),
    DoorWay.LINK: Doorway(
        "Ga verder met uw gesprek",
        ("Met deze link gaat u op dit apparaat verder. Hij werkt één keer.",),
        again="Gebruik deze link",
    ),
}

WAIT = "U probeerde het te vaak. Wacht een uur en probeer het dan nog een keer."
ASK_AGAIN = "Vraag het projectteam om een nieuwe. Op een ander apparaat kunt u ook 'nieuwe link' typen."
SQUARE = {
    DoorRefusal.UNKNOWN: "Dit vierkant kennen wij niet. Vraag het projectteam om een nieuw vierkant.",
    DoorRefusal.USED: "Dit vierkant is al gebruikt. Vraag het projectteam om een nieuw vierkant.",
    DoorRefusal.ENDED: "Dit vierkant werkt niet meer. Vraag het projectteam om een nieuw vierkant.",
    DoorRefusal.TOO_MANY: WAIT,
}
REFUSED: Mapping[DoorWay, Mapping[DoorRefusal, str]] = {
    DoorWay.CODE: {
        DoorRefusal.UNKNOWN: "Deze code kennen wij niet. Kijk of u hem goed overtypte, of vraag een nieuwe code.",
        DoorRefusal.USED: "Deze code is al gebruikt. Vraag een nieuwe code aan uw collega of het projectteam.",
        DoorRefusal.ENDED: "Deze code werkt niet meer. Vraag een nieuwe code aan uw collega of het projectteam.",
        DoorRefusal.TOO_MANY: WAIT,
    },
    DoorWay.TERRAIN: SQUARE,
    DoorWay.SESSION: SQUARE,
    DoorWay.LINK: {
        DoorRefusal.UNKNOWN: f"Deze link kennen wij niet. {ASK_AGAIN}",
        DoorRefusal.USED: f"Deze link is al gebruikt. {ASK_AGAIN}",
        DoorRefusal.ENDED: f"Deze link werkt niet meer. {ASK_AGAIN}",
        DoorRefusal.TOO_MANY: WAIT,
    },
}
