"""Blocks that are in more than one format, and what has to be ready for them."""

from domain.sessions.blocks import Block, BlockKind, Lead, Preparation, TerrainFact

# Minutes, order and form: slides "de invulling van de startsessie", V1 of 2023-12-12 (GO-RAL). Words are ours.
SOURCE = "GO-RAL, invulling van de startsessie, V1 (2023-12-12)"
VERSION = "1"

ACKNOWLEDGE = "Ik hoor dat niet iedereen om elektrisch rijden heeft gevraagd. Dat begrijp ik."
ABOUT_CHARGING = "Vandaag gaat het over één vraag: kunt u straks laden op dit terrein?"
NO_OBLIGATION = "Meedoen kost u niets en u beslist zelf wat u deelt."

BREAK = Block("break", "Pauze", 5, "Even bijkomen en elkaar spreken", "Vrij", (), BlockKind.BREAK)


def issues(part: int) -> Block:
    """Return the block in which people name what troubles them most."""
    return Block(
        "issues", "Vraagstukken en voorwaarden", 10, "Weten wat de meeste mensen tegenhoudt",
        "Leg een eerste lijst voor. De zaal vult aan en kiest het grootste probleem.",
        kind=BlockKind.ISSUES, part=part, bring=("Scherm met Mentimeter, of stickers en een flap",),
        say=("Wat houdt ú het meest tegen? Kies er één.",), facts=(TerrainFact.PROBLEMS,),
    )  # fmt: skip


def grouping(size: int, part: int) -> Block:
    """Return the block in which groups of this size are told."""
    return Block(
        "groups", "Uitslag en groepen", 5, "Iedereen weet in welke groep hij zit en waarom",
        f"Laat de uitslag zien en lees de groepen voor. Groepen van ongeveer {size}.",
        kind=BlockKind.GROUPS, part=part, bring=("Groepslijst op scherm en op papier",), facts=(TerrainFact.GROUPS,),
    )  # fmt: skip


BRAINSTORM_STEPS = (
    (5, "Iedereen schrijft in stilte eigen ideeën op."),
    (5, "Praat in tweetallen. Met een oneven aantal is er één drietal."),
    (10, "Leg alle ideeën in de groep bij elkaar."),
    (5, "Kies samen drie richtingen om mee verder te gaan."),
)


def brainstorm(part: int) -> Block:
    """Return the block in which groups look for directions."""
    return Block(
        "brainstorm", "Brainstorm in groepen", sum(minutes for minutes, _ in BRAINSTORM_STEPS),
        "Elke groep kiest drie richtingen voor een oplossing",
        "In stilte, dan in tweetallen, dan samen. De facilitator laat iedereen aan het woord.",
        (Lead.FACILITATOR,), BlockKind.BRAINSTORM, part,
        bring=("Papier en pennen per groep", "Stappenplan per groep", "Klok in beeld"),
        say=("Alle ideeën zijn goed. Kiezen komt aan het eind.",), facts=(TerrainFact.PROBLEMS,), steps=BRAINSTORM_STEPS,
    )  # fmt: skip


def feedback(part: int, ahead: str) -> Block:
    """Return the block that gathers what came out and tells what comes next."""
    return Block(
        "feedback", "Terugkoppeling en vervolg", 10, "Iedereen kent de richtingen en het vervolg",
        f"Elke groep noemt zijn richtingen. {ahead}", (Lead.DIRECTOR, Lead.FACILITATOR), BlockKind.FEEDBACK, part,
        bring=("Flap of scherm voor de richtingen", "Datum van de volgende sessie"),
        say=("Morgen krijgt u de dia's. Over een week de uitwerking en de volgende datum.",),
    )  # fmt: skip


def opening(look_back: str) -> Block:
    """Return the short opening of a work session."""
    return Block(
        "opening", "Opening", 5, "Iedereen weet waar wij staan en wat wij vandaag doen",
        f"Kort: het net is vol, het doel van vandaag. {look_back}", (Lead.DIRECTOR, Lead.OPERATOR),
        say=(ABOUT_CHARGING, NO_OBLIGATION), facts=(TerrainFact.FACTSHEET,),
    )  # fmt: skip


ROOM = Preparation("room", "De zaal is geregeld: scherm, tafels per groep, koffie", Lead.DIRECTOR, 21)
INVITE = Preparation("invite", "De uitnodiging is gezien, goedgekeurd en verstuurd", Lead.DIRECTOR, 21)
CALL = Preparation("call", "Wie niet reageerde, is gebeld", Lead.DIRECTOR, 7)
OPERATOR = Preparation("operator", "De netbeheerder komt en weet wat hij vertelt", Lead.OPERATOR, 21, TerrainFact.OPERATOR_COMES)
MUNICIPALITY = Preparation(
    "municipality", "De gemeente komt en brengt de laadvisie mee", Lead.MUNICIPALITY, 21, TerrainFact.MUNICIPALITY_COMES
)
FACILITATORS = Preparation("facilitators", "De facilitators zijn gevraagd en kennen het stappenplan", Lead.DIRECTOR, 14)
SLIDES = Preparation("slides", "Elk bedrijf stuurt een foto van het pand en een logo", Lead.COMPANIES, 7, TerrainFact.COMPANIES)
FACTSHEET = Preparation("factsheet", "De factsheet van het terrein is er", Lead.DIRECTOR, 7, TerrainFact.FACTSHEET)
PROBLEMS = Preparation("problems", "Er is een eerste lijst van vraagstukken", Lead.DIRECTOR, 7, TerrainFact.PROBLEMS)
EXAMPLE = Preparation("example", "Er is een voorbeeld van een ander terrein", Lead.DIRECTOR, 7, TerrainFact.EXAMPLE)
GROUPS = Preparation("groups", "De groepen zijn gemaakt en nagekeken", Lead.DIRECTOR, 1, TerrainFact.GROUPS)
