"""The words that are judged: hard ones with an easier one, what is not for companies, and what is known though it is long."""


def among(words: str) -> frozenset[str]:
    """Return the words of a text, to look one up."""
    return frozenset(words.split())


HARD_WORDS = {
    "aangaande": "over", "additioneel": "extra", "additionele": "extra", "adequaat": "goed", "alsmede": "en",
    "alvorens": "voordat", "behoudens": "behalve", "betreffende": "over", "bovengenoemde": "deze", "conform": "volgens",
    "cruciaal": "heel belangrijk", "daar waar": "als", "derhalve": "daarom", "desbetreffende": "deze",
    "dient te": "moet", "dienen te": "moeten", "dient u": "moet u", "diverse": "verschillende", "doch": "maar",
    "door middel van": "met", "echter": "maar", "essentieel": "heel belangrijk", "evalueren": "nakijken",
    "faciliteren": "helpen", "faciliteert": "helpt", "frequent": "vaak", "geinventariseerd": "gevraagd", "gelieve": "wilt u",
    "hetgeen": "wat", "hieromtrent": "hierover", "implementatie": "invoering", "implementeren": "invoeren",
    "implementeert": "voert in", "in het kader van": "voor", "indien": "als", "initieren": "beginnen", "inlichten": "vertellen",
    "integraal": "in zijn geheel", "inventarisatie": "overzicht", "inventariseren": "vragen", "kenbaar maken": "laten weten",
    "met betrekking tot": "over", "middels": "met", "mits": "als", "momenteel": "nu", "nadere": "meer", "omtrent": "over",
    "onderhavige": "deze", "optimaliseren": "beter maken", "participatie": "meedoen", "participeren": "meedoen",
    "prioriteit": "voorrang", "proactief": "zelf", "realiseren": "maken", "reeds": "al", "relevant": "belangrijk",
    "relevante": "belangrijke", "stakeholder": "betrokkene", "stakeholders": "betrokkenen", "teneinde": "om",
    "ten aanzien van": "over", "ten behoeve van": "voor", "tenzij": "behalve als", "ter inzage": "om in te kijken",
    "terzake": "hierover", "tevens": "ook", "thans": "nu", "uiterlijk op": "niet later dan", "utiliseren": "gebruiken",
    "verstrekken": "geven", "verstrekt": "geeft", "vigerende": "geldende", "voornoemde": "deze", "wenselijk": "goed",
}  # fmt: skip
ZONES = ("zero-emissie", "zero emissie", "zero-emission", "nul-emissie", "nulemissie", "ze-zone", "zez", "milieuzone")
# Names that the sources gave and the team uses: a name is not translated.
NAMES = ("Inventarisatie",)
INFORMAL = ("je", "jij", "jou", "jouw", "jullie", "jezelf")
# Long, but the words companies use themselves: they do not count as hard in the reading score.
KNOWN_LONG = among(
    """
    bedrijventerrein bedrijventerreinen laadpaal laadpalen laadpunt laadpunten laadplein laadplek laadplekken netbeheerder
    netbeheerders stroomaansluiting aansluiting zonnepanelen bestelwagen bestelwagens vrachtwagen vrachtwagens bakwagen
    bakwagens trekker trekkers oplegger opleggers voertuig voertuigen elektrisch elektrische batterij energiehub
    hoofdzekering kilometer kilometers projectteam toestemming toestemmingen antwoord antwoorden gemeente ondernemer
    provincie provincies werkdag werkdagen verhuurder waterstof laadmaat parkmanager intake
    """
)
# Words of the debate about what is allowed on the road, and why: whoever is asked to join is not asked what they think of it.
DEBATE = (
    "dieselverbod", "verbod op diesel", "diesel verbieden", "diesel verboden", "uitstootvrij", "emissievrij", "emissieloos",
    "emissieloze", "klimaatcrisis", "klimaatdoel", "klimaatramp", "klimaatwet", "stikstof", "schone lucht", "fossiele",
)  # fmt: skip
