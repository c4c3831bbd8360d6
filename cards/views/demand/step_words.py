"""The first step in Dutch: its title, and what to do."""

from cards.views.demand.outlook_words import deciding_words
from domain.demand.outlooks import Fit, Outlook
from domain.demand.steps import FirstStep

STEP_TITLES = {
    FirstStep.NOTHING: "U hoeft nu niets te doen",
    FirstStep.ANSWER: "Uw eerste stap: vul aan",
    FirstStep.DECIDE: "Uw eerste stap: beantwoord wat beslist",
    FirstStep.HOURS: "Uw eerste stap: meer uren of sterkere laadpunten",
    FirstStep.LANDLORD: "Uw eerste stap: praat met uw verhuurder",
    FirstStep.BEGIN: "Uw eerste stap: zelf beginnen",
    FirstStep.SPREAD: "Uw eerste stap: zelf spreiden",
    FirstStep.CALL: "Uw eerste stap: bel uw netbeheerder",
    FirstStep.NEIGHBOURS: "Uw eerste stap: praat met uw buren",
}
LOOK_UP = "Zoek op {what}. Dat staat op de rekening van uw netbeheerder."
LOOK_UP_SMALL = {
    "connection": "Kijk in de meterkast welke hoofdzekering u heeft.",
    "peak": "Uw hoogste gebruik ziet u vaak in de app van uw slimme meter."
    " Op de jaarrekening van uw leverancier staat hoeveel kWh u gebruikt.",
}
LOOK_UP_LARGE = {"connection": "hoeveel stroom u mag gebruiken", "peak": "wat uw hoogste gebruik is"}
ELECTRIC = "Vertel ons hoeveel voertuigen elektrisch worden. Een schatting is genoeg."


def step_words(step: FirstStep, outlook: Outlook, *, no_bays: bool = False, operator: str = "", is_small: bool = False) -> str:
    """Return the first step in a sentence or three.

    `operator` is the name of the grid operator, if known; a small connection is read in the meter cupboard.
    """
    if step is FirstStep.ANSWER and outlook.is_possible:
        return look_up_words(outlook, is_small=is_small)
    if step is FirstStep.NEIGHBOURS and no_bays:
        return "U heeft zelf geen plek om te laden. Misschien kunt u bij buren laden."
    if step is FirstStep.DECIDE:
        return " ".join((*deciding_words(outlook), "Met uw antwoord weten wij het beter."))
    fitting = [year for year in outlook.years.values() if year.fit is (Fit.FITS if step is FirstStep.BEGIN else Fit.SPREAD_ONLY)]
    probably = "" if all(year.fit_is_sure for year in fitting) else "waarschijnlijk "
    call = f"Bel {operator}" if operator else "Bel uw netbeheerder"
    return {
        FirstStep.NOTHING: "Verandert uw wagenpark? Pas dan uw antwoorden aan.",
        FirstStep.ANSWER: "Vertel ons hoeveel voertuigen u heeft. Een schatting is genoeg.",
        FirstStep.HOURS: "Uw voertuigen staan hier te kort om vol te laden. Kies sterkere laadpunten, of laad ook elders.",
        FirstStep.LANDLORD: "De aansluiting staat op naam van uw verhuurder. Zonder hem kunt u niets veranderen.",
        FirstStep.BEGIN: f"U heeft {probably}ruimte genoeg. Een installateur kan uw laadpunten plaatsen.",
        FirstStep.SPREAD: f"Kies laadpunten die de stroom zelf verdelen. Dan past het {probably}in uw aansluiting.",
        FirstStep.CALL: f"{call}. Vraag om meer vermogen. Vraag ook hoe lang dat duurt: soms jaren.",
        FirstStep.NEIGHBOURS: "Samen heeft u vaak minder vermogen nodig dan ieder apart.",
    }[step]


def look_up_words(outlook: Outlook, *, is_small: bool) -> str:
    """Return where to find what is not known yet of the room; where all of that is known, numbers of vehicles lack."""
    lacking = set(outlook.sharpen)
    what = ["connection"] if lacking & {"connection.size", "grid.fuse", "grid.contracted_kw"} else []
    what += ["peak"] if "grid.peak_kw" in lacking else []
    if not what:
        return ELECTRIC
    if is_small:
        return " ".join(LOOK_UP_SMALL[one] for one in what)
    return LOOK_UP.format(what=" en ".join(LOOK_UP_LARGE[one] for one in what))
