"""How people begin what is to be written down: "kun je onthouden dat ...", "zet op mijn lijst voor hessenpoort: ..."."""

import re

from dialogs.lookup.mentioned import terrain_in
from dialogs.terrains.spoken_of import HERE, THERE, spoken
from dialogs.turn.command import Hears
from dialogs.turn.step import Step

_ASK = (
    r"(?:(?:kun|kan|wil|zou|mag) (?:je|jij|u|ik)|graag|even|eens|ook|nog|alsjeblieft|svp|hoi|hallo|en|dit|het|iets"
    r"|voor mij|voor me|willen|kunnen)"
)
_NOTE = (
    r"(?:schrijf(?: \w+){0,2}? op|noteer|opschrijven|noteren|leg(?: \w+){0,2}? vast|vastleggen"
    r"|(?:maak|zet)(?: \w+)? notitie(?: neer)?|onthoud|onthouden|bewaar|bewaren|vergeet niet)"
)
_ACTION = (
    r"(?:(?:zet|schrijf)(?: \w+){0,2}? op (?:mijn|de|onze|m'n|je) (?:\w+ )?(?:actie|taken|to ?do ?|todo)?[ -]?lijst(?:je)?"
    r"|(?:maak|zet)(?: \w+){0,2} (?:actie|taak)|nieuwe (?:actie|taak)|actie toevoegen|voeg(?: een)? (?:actie|taak) toe)"
)
_BEHIND = r"(?: (?:graag|even|ook|nog|alsjeblieft|svp|dit|aan)){0,4}(?: ?[:,] ?| )(?:dat )?(?P<said>\S.*)"
# In front of what it is about. Only with a mark behind the name the last four are surely no part of what is said.
PREPOSITION = re.compile(r"(?:bij|voor)\s+", re.IGNORECASE)
PREPOSITIONS = re.compile(r"(?:(?:bij|voor|over|op|van|aan)\s+)?(?:(?:het )?(?:terrein|bedrijf)\s+)?", re.IGNORECASE)
MARK = re.compile(r"\s*:\s+|\s+dat\s+")
LEAD = re.compile(r"^(?:(?:dat|even|graag|nog|voor mij)\s+)+", re.IGNORECASE)
NOTE_LEAD = re.compile(rf"(?:{_ASK}[ ,]+){{0,8}}{_NOTE}{_BEHIND}", re.IGNORECASE | re.DOTALL)
ACTION_LEAD = re.compile(rf"(?:{_ASK}[ ,]+){{0,8}}{_ACTION}{_BEHIND}", re.IGNORECASE | re.DOTALL)
LEADS = {"note": NOTE_LEAD, "action": ACTION_LEAD}


def hear_said(which: str) -> Hears:
    """Return the reader of what is to be written down behind such words, with what it is about in front; nothing without them."""

    def hears(step: Step, sentence: str) -> str:
        found = LEADS[which].fullmatch(sentence.strip())
        if found is None:
            return ""
        pointed = THERE.search(sentence[: found.start("said")]) is not None and not terrain_in(
            step.stores.terrains, found["said"]
        )
        return f"{HERE}: {found['said']}" if pointed and spoken(step) is not None else about_first(step, found["said"])

    return hears


def lead_of(text: str) -> str:
    """Return the words before what is to be written down, which alone say what is wanted; the whole text without such words."""
    found = next(filter(None, (lead.fullmatch(text.strip()) for lead in LEADS.values())), None)
    return text.strip()[: found.start("said")] if found is not None else text


def about_first(step: Step, text: str) -> str:
    """Return what was said, behind the terrain that is named anywhere in it; "daar" is the one that was spoken of."""
    said = LEAD.sub("", text.strip())
    terrain = terrain_in(step.stores.terrains, said)
    if PREPOSITIONS.sub("", said, count=1).casefold().startswith(terrain.casefold()) and terrain:
        return said
    named = step.stores.terrains.exactly(terrain)
    key = named[0].id if len(named) == 1 else terrain  # a key is no word that could go on into what was said
    if not terrain and THERE.search(said) is not None and spoken(step) is not None:
        return said if THERE.match(PREPOSITIONS.sub("", said, count=1)) else f"{HERE}: {said}"
    return f"{key} {said}".strip()
