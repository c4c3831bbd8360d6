"""Everyday words: a company can be called one, and a note that holds it is hardly ever about that company.

That they are here only saves a question. Whatever is not here attaches nothing either, as long as it is one word alone.
"""

from functools import cache

from domain.companies import folded
from domain.questionnaire import QUESTIONS
from domain.sessions.formats import FORMATS

SHORTEST = 3
_NOTED = """
aanbod aandacht aanvraag actie afspraak afgesproken akkoord anders antwoord april augustus avond bedrijf bedrijven belde belt
bellen bericht besloten besluit besproken bestuur bezoek bezocht brief budget buren bureau buurt collega congestie contact contract
dag dagen december deze dinsdag directie directeur doen donderdag dossier dringend een eigenaar eind eerst energie februari
gebeld gedaan gemaild gemeente gemeenten gesprek gesproken gestuurd gevraagd geweest geen goed graag groen groene groep groot haast hal heden
herfst hier huis idee iedereen initiatief informatie intake januari juli juni juist kaart kantoor kans kansen klaar klein kosten kwartaal
laden laadpaal laadpalen laadplein lente leverancier locatie maandag maart maatwerk magazijn mail mailde meedoen meer mei melding
middag minder moeten morgen nacht naam natuur net netbeheerder nieuw nieuwe nieuws nodig november nood notitie nul ochtend
oktober onderneming ondernemer ondernemers oost opslag oud oude overleg overmorgen parkmanager parkeren plan plannen plein poort post
project projectteam provincie punt regio reactie rapport ruimte samen schema september sessie slim snel start startsessie station
status stap stroom stuurgroep subsidie taak team techniek telefoon terrein terug tijd toekomst transport trafo uitleg uitnodiging
uitstel vandaag veel verder vergadering vergunning verslag vervoer vervolg vestiging vraag vragen vrijdag vrij wacht wagen wagenpark week
weken weer wel werk werksessie west wil winter woensdag zaak zaal zaken zaterdag zelf zomer zon zondag zonder zonnepanelen zorg zuid
noord nooit nog niet niemand
"""
# Words that tell nothing at all, however they are written.
FUNCTION = frozenset(
    [
        "aan",
        "als",
        "bij",
        "dan",
        "dat",
        "der",
        "den",
        "des",
        "die",
        "dit",
        "door",
        "een",
        "het",
        "hun",
        "ins",
        "met",
        "naar",
        "ook",
        "onze",
        "oude",
        "per",
        "ten",
        "ter",
        "tot",
        "uit",
        "van",
        "voor",
        "was",
        "zij",
    ]
)


@cache
def everyday() -> frozenset[str]:
    """Return the words of everyday: those of notes, and those that our own questions and sessions are put in."""
    texts = [text for question in QUESTIONS.values() for text in (question.text, question.label, question.ask.wrong)]
    texts += [one.title for one in FORMATS]
    own = {folded(word) for text in texts for word in text.split() if word.islower()}
    return frozenset(_NOTED.split()) | own


def tells(word: str) -> bool:
    """Say whether a word tells of itself: long enough, no article, no number, and not of everyday."""
    return counts(word) and word not in everyday()


def counts(word: str) -> bool:
    """Say whether a word counts as a word of a name."""
    return len(word) >= SHORTEST and word not in FUNCTION and not word.isdecimal()
