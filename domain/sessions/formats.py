"""The formats of the approach, as data: what happens from the first session to the choice of a solution."""

from domain.dossier import briefing
from domain.dossier.briefing import Point
from domain.sessions.blocks import Adjustment, Block, BlockKind, Format, Lead, TerrainFact
from domain.sessions.parts import (
    ABOUT_CHARGING,
    ACKNOWLEDGE,
    BREAK,
    CALL,
    EXAMPLE,
    FACILITATORS,
    FACTSHEET,
    GROUPS,
    INVITE,
    MUNICIPALITY,
    NO_OBLIGATION,
    OPERATOR,
    PROBLEMS,
    ROOM,
    SLIDES,
    SOURCE,
    VERSION,
    brainstorm,
    feedback,
    grouping,
    issues,
    opening,
)

LONG_BREAK = 15
FIRST_HALF = (
    Block(
        "introductions", "Voorstelronde met beeld", 10, "Mensen kennen elkaar en elkaars bedrijf",
        "Een dia per bedrijf met pand en logo. De mensen van dat bedrijf staan op.", (Lead.DIRECTOR, Lead.COMPANIES),
        bring=("Dia per bedrijf",), facts=(TerrainFact.COMPANIES,),
    ),
    Block(
        "why", "Waarom wij hier zijn", 10, "Iedereen weet wie dit vraagt, waarom, en wat het oplevert",
        "De provincies vragen dit. Kort over elektrisch rijden en de regels in steden. Erken weerstand één keer. Dan over laden.",
        say=(ACKNOWLEDGE, ABOUT_CHARGING, NO_OBLIGATION),
    ),
    Block(
        "status", "Waar staan we nu", 20, "Iedereen weet hoe vol het net is en wat het terrein nodig heeft",
        "De netbeheerder vertelt hoe het net ervoor staat. De gemeente vertelt de laadvisie.",
        (Lead.OPERATOR, Lead.MUNICIPALITY), bring=("Factsheet op papier",), facts=(TerrainFact.FACTSHEET,),
    ),
    Block(
        "example", "Zo kan het ook", 10, "Zien dat het op een ander terrein is gelukt",
        "Een ondernemer of foto's van een ander terrein. Wat deden zij, wat kostte het, wat leverde het op?",
        facts=(TerrainFact.EXAMPLE,),
    ),
    issues(1),
)  # fmt: skip
START_READY = (ROOM, INVITE, OPERATOR, MUNICIPALITY, CALL, SLIDES, FACTSHEET, PROBLEMS, EXAMPLE)

START = Format(
    "start", "Startsessie", ("startsessie", "startbijeenkomst", "start"), "Informeren en motiveren", SOURCE, VERSION,
    (
        *FIRST_HALF,
        Block("break", "Pauze", LONG_BREAK, BREAK.goal, BREAK.form, (), BlockKind.BREAK),
        grouping(6, 2),
        brainstorm(2),
        feedback(2, "Vertel over werksessie 2."),
    ),
    group=6, prepare=(*START_READY, FACILITATORS, GROUPS),
)  # fmt: skip
START_SHORT = Format(
    "start_short", "Startsessie, korte vorm", ("korte startsessie", "startsessie kort"), START.goal, SOURCE, VERSION, FIRST_HALF,
    prepare=START_READY,
)  # fmt: skip
WORK_1 = Format(
    "work_1", "Werksessie 1", ("werksessie 1", "werksessie een", "ws1"), "Richtingen voor een oplossing vinden", SOURCE, VERSION,
    (
        opening("Kijk terug op de startsessie."),
        issues(1),
        grouping(5, 1),
        BREAK,
        brainstorm(1),
        feedback(1, "Vertel over werksessie 2."),
    ),
    60, 5, ("start",), prepare=(ROOM, INVITE, CALL, PROBLEMS, FACILITATORS, GROUPS),
)  # fmt: skip
BRAINSTORM = Format(
    "brainstorm", "Brainstorm", ("brainstorm",), "Richtingen voor een oplossing vinden", SOURCE, VERSION, (brainstorm(1),), 25, 5,
    prepare=(FACILITATORS, PROBLEMS, GROUPS),
)  # fmt: skip


def working_out(key: str, title: str, goal: str, question: str) -> Block:
    """Return one of the three questions a group answers about its directions."""
    return Block(
        key, title, 10, goal, f"In dezelfde groepen. De vraag: {question}", (Lead.FACILITATOR,), BlockKind.WORK,
        bring=("Vel per richting",), facts=(TerrainFact.DIRECTIONS,),
    )  # fmt: skip


WORK_2 = Format(
    "work_2", "Werksessie 2", ("werksessie 2", "werksessie twee", "ws2"), "De richtingen concreet maken", SOURCE, VERSION,
    (
        opening("Kijk terug op de vorige sessie. Iedereen zit weer in zijn eigen groep."),
        working_out("materials", "Wat is er nodig", "Weten welke spullen elke richting vraagt", "wat heeft u hiervoor nodig?"),
        working_out("people", "Wie is er nodig", "Weten welke mensen en partijen erbij horen", "wie heeft u hiervoor nodig?"),
        working_out("term", "Wanneer kan het", "Weten hoe snel elke richting kan", "wanneer kan dit klaar zijn?"),
        BREAK,
        Block(
            "feedback", "Groepen vertellen", 20, "Iedereen kent de uitgewerkte richtingen",
            "Elke groep vertelt even lang wat hij heeft uitgewerkt.", (Lead.DIRECTOR, Lead.FACILITATOR), BlockKind.FEEDBACK,
            bring=("Klok in beeld",),
        ),
    ),
    60, 5, ("directions",), prepare=(ROOM, INVITE, CALL, FACILITATORS, GROUPS),
    homework="Overleg in uw bedrijf: voor welke richting wilt u gaan?",
)  # fmt: skip
WORK_3 = Format(
    "work_3", "Werksessie 3", ("werksessie 3", "werksessie drie", "ws3"), "Een oplossing kiezen", SOURCE, VERSION,
    (
        opening("Kijk terug op werksessie 2."),
        Block(
            "homework", "Huiswerk terug", 20, "Weten welk bedrijf waaraan wil meedoen, en waarom",
            "Elk bedrijf noemt zijn keuze en één reden.", (Lead.DIRECTOR, Lead.COMPANIES), facts=(TerrainFact.DIRECTIONS,),
        ),
        Block(
            "choice", "Kiezen", 15, "Er ligt een keuze voor één of meer oplossingen",
            "Spreek eerst af hoe u kiest: stemmen, of iedereen eens. Mag er meer dan één oplossing zijn?", kind=BlockKind.CHOICE,
        ),
        BREAK,
        Block(
            "actions", "Vervolgacties", 15, "Elke actie heeft iemand en een datum",
            "Schrijf op wat de provincies doen en wat de bedrijven doen.", (Lead.DIRECTOR, Lead.COMPANIES), BlockKind.FEEDBACK,
            bring=("Actielijst op scherm",),
        ),
        Block("closing", "Feestelijk slot", 5, "Samen vieren wat er is gekozen", "Een foto, een tekening of taart.",
              bring=("Taart of camera",)),
    ),
    60, 0, ("work_2", "homework"), prepare=(ROOM, INVITE, CALL),
    fits=(
        Adjustment("no_closing", "Het feestelijke slot doet u na afloop", drop=("closing",)),
        Adjustment("short_homework", "Het huiswerk duurt 15 minuten", shorten=(("homework", 5),)),
        Adjustment("short_choice", "Het kiezen duurt 10 minuten", shorten=(("choice", 5),)),
    ),
)  # fmt: skip
# The points are those of the talk itself (domain/dossier). The source gives them no minutes; these are ours, and add up to its
# half hour.
TALK_MINUTES = {
    Point.COFFEE: (3, "Iemand leren kennen"),
    Point.QUESTION: (7, "Het probleem begrijpen"),
    Point.PLAN_MAP: (4, "Het bedrijf ziet wat het terrein vraagt"),
    Point.OWN_SOLUTION: (5, "Weten wat het bedrijf zelf het beste vindt"),
    Point.OFFERED: (4, "Het bedrijf kent meer wegen"),
    Point.NEXT_SESSION: (3, "Het bedrijf komt graag"),
    Point.MANDATE: (4, "Meetgegevens mogen worden opgevraagd"),
}
TALK = Format(
    "talk", "Individueel gesprek", ("individueel gesprek", "gesprek", "1-op-1"), "Begrip, vertrouwen en de eigen laadvraag",
    briefing.TALK.source, briefing.TALK.version,
    tuple(Block(one.point.value, one.title, *TALK_MINUTES[one.point], one.advice) for one in briefing.TALK.points),
    briefing.TALK.minutes,
)  # fmt: skip

FORMATS: tuple[Format, ...] = (START, START_SHORT, WORK_1, BRAINSTORM, WORK_2, WORK_3, TALK)
BY_KEY = {one.key: one for one in FORMATS}
# What a session of this format brings that a later one needs.
BRINGS = {"start": ("start", "directions"), "start_short": ("start",), "work_1": ("directions",), "work_2": ("work_2",)}


def split_format(text: str) -> tuple[str, Format | None]:
    """Read "hessenpoort werksessie 2": the format is at the end, the rest is the terrain; None without a format."""
    line = " ".join(text.casefold().split())
    named = [(word, one) for one in FORMATS for word in one.words if line == word or line.endswith(f" {word}")]
    if not named:
        return " ".join(text.split()), None
    word, found = max(named, key=lambda pair: len(pair[0]))
    return " ".join(text.split())[: len(line) - len(word)].strip(), found
