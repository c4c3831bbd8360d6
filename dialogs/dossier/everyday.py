"""Everyday words: a company can be called one, and a note that holds it is hardly ever about that company.

That they are here only saves a question. Whatever is not here attaches nothing either, as long as it is one word alone.
"""

from functools import cache

from domain.companies.companies import folded
from domain.intake.questionnaire import QUESTIONS
from domain.sessions.formats import FORMATS

SHORTEST = 3
_NOTED = """
aanbod aandacht aanvraag actie afgesproken afspraak akkoord anders antwoord april augustus avond bedrijf bedrijven
belde bellen belt bericht besloten besluit besproken bestuur bezocht bezoek brief budget bureau buren buurt collega
congestie contact contract dag dagen december deze dinsdag directeur directie doen donderdag dossier dringend een
eerst eigenaar eind energie februari gebeld gedaan geen gemaild gemeente gemeenten gesprek gesproken gestuurd gevraagd
geweest goed graag groen groene groep groot haast hal heden herfst hier huis idee iedereen informatie initiatief
intake januari juist juli juni kaart kans kansen kantoor klaar klein kosten kwartaal laadpaal laadpalen laadplein
laden lente leverancier locatie maandag maart maatwerk magazijn mail mailde meedoen meer mei melding middag minder
moeten morgen naam nacht natuur net netbeheerder niemand niet nieuw nieuwe nieuws nodig nog nood nooit noord notitie
november nul ochtend oktober ondernemer ondernemers onderneming oost opslag oud oude overleg overmorgen parkeren
parkmanager plan plannen plein poort post project projectteam provincie punt rapport reactie regio ruimte samen schema
september sessie slim snel stap start startsessie station status stroom stuurgroep subsidie taak team techniek
telefoon terrein terug tijd toekomst trafo transport uitleg uitnodiging uitstel vandaag veel verder vergadering
vergunning verslag vervoer vervolg vestiging vraag vragen vrij vrijdag wacht wagen wagenpark week weer weken wel werk
werksessie west wil winter woensdag zaak zaal zaken zaterdag zelf zomer zon zondag zonder zonnepanelen zorg zuid
"""
# Words that tell nothing at all, however they are written.
_FUNCTION = """
aan als bij dan dat der den des die dit door een het hun ins met naar ook onze oude per ten ter tot uit van voor was zij
"""
FUNCTION = frozenset(_FUNCTION.split())


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
