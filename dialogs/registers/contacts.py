"""Imported contacts in the conversation: where they come from is said at once, and whoever does not want it is forgotten."""

import re

from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.step import Step, quoted
from domain.companies.companies import Provenance
from domain.consent.consents import KEEP_YEARS
from domain.intake.acceptance import clean_text

WITHDRAWN = (
    "Dit bedrijf trok de toestemming in. Benader het niet opnieuw.",
    "Ik maak daarom geen code.",
)


def where_from(provenance: Provenance) -> tuple[str, str]:
    """Return the sentences that tell somebody where we have them from (AVG, article 14): source and ground, and how long."""
    return (
        f"Uw gegevens kregen wij van: {clean_text(provenance.source)}. Wij gebruiken ze op deze grond: {provenance.ground}.",
        f"Wij bewaren ze ten hoogste {KEEP_YEARS} jaar.",
    )


def for_the_letter(provenance: Provenance) -> str:
    """Return what the team must put into its first letter to a company."""
    return "\n".join(("Zet dit er ook bij:", *where_from(provenance), "Wilt u dit niet? Laat het ons weten."))


def for_the_chat(provenance: Provenance) -> str:
    """Return what somebody reads in their first conversation."""
    return " ".join((*where_from(provenance), "Wilt u dit niet? Typ dan: vraag Wis mijn gegevens."))


async def erase_contact(step: Step, text: str) -> None:
    """Erase an imported contact, because that person asked."""
    typed = clean_text(text)
    if "@" in typed:
        gone = await step.stores.contacts.erase(email=typed)
    elif len(re.sub(r"\D", "", typed)) >= 9:
        gone = await step.stores.contacts.erase(phone=typed)
    else:
        step.say("Typ het e-mailadres of telefoonnummer erachter.", f"Bijvoorbeeld: {ERASE.example}.")
        return
    found = f"Gewist: {gone} keer." if gone else f"Ik vond geen contact met {quoted(typed)}."
    step.say(found, "Dit adres of nummer nemen wij niet opnieuw over uit een bestand.")


ERASE = Command(
    ("wis contact", "verwijder contact"), "iemand wissen die niet benaderd wil worden", erase_contact, Users.TEAM, Takes.TEXT,
    argument="<contact>", example="wis contact fatima@jansen.example",
)  # fmt: skip
