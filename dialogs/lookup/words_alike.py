"""Words as they are compared by their meaning: folded, without endings, and with what means the same made one."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import snowballstemmer

from dialogs.lookup.spelling import folded_letters

WORD = re.compile(r"\d+x\d+|[a-z]+|\d+")
TIMES = re.compile(r"(\d) ?(?:x|keer) ?(\d)")
LONGEST_WORD = 30

# What people use for one and the same thing: everything on a line is read as its first word.
SAME = """
kosten kost prijs prijzen prijskaartje duur goedkoop betalen betaal betaalt tarief rekening geld euro euros centen gratis tientje
kosten bedrag bedragen factuur nota prijzig duurder goedkoper tarieven kosteloos dokken
lader laders laadpaal laadpalen paal palen laadpunt laadpunten laadstation snellader snelladers laadinfra
laders laadinfrastructuur stekker
bus busje busjes bestelbus bestelbusje bestelauto bestelwagen bestelwagens bestelbussen sprinter bestelbusjes bestelautos
vrachtwagen vrachtauto truck trucks vrachtwagens bakwagen bakwagens trekker trekkers vrachtverkeer etruck etrucks
elektrisch elektrische electrisch electrische ev emissievrij
net stroomnet elektriciteitsnet netwerk
vol netcongestie congestie overvol volgelopen
stroom elektriciteit energie electra
subsidie subsidies subsidiepot potje regeling regelingen vergoeding tegemoetkoming bijdrage steun subsidieregeling ondersteuning
vergadering bijeenkomst bijeenkomsten sessie sessies meeting overleg startsessie werksessie avond infoavond
vergadering samenkomst startavond informatieavond informatiebijeenkomst
buren buurman buurbedrijf buurt naburig naastgelegen medeondernemers buurbedrijven
zien inzien meelezen meekijken bekijken inzage
delen deelt doorgeven doorspelen doorsturen verstrekken
vragen vraag vraagt vraagje informatie
gegevens data info antwoorden cijfers
wissen verwijderen weghalen weggooien wis verwijder vergeten schrappen vernietigen vernietigd vernietig gewist verwijderd
verplicht dwingen verplichten gedwongen dwang
tekenen handtekening ondertekenen krabbel teken
boete boetes bekeuring bon straf bekeuringen bonnen sanctie
uitstel ontheffing vrijstelling uitzondering dispensatie
zone zones milieuzone zez zeroemissiezone emissiezone nulemissiezone uitstootvrije
stad binnenstad centrum steden
batterij accu batterijen opslag buurtbatterij powerbank
zonnepanelen zonnepaneel panelen pv zon zonnestroom zonneenergie zonnedak
aansluiting aansluitingen stroomaansluiting netaansluiting hoofdaansluiting
contract contracten overeenkomst
vermogen kilowatt kw capaciteit
wachtlijst wachtrij wachttijd wachten wachtenden
lang duur tijd minuten hoelang
ver hoever gevorderd
meedoen meedoe meedoet deelname deelnemen deelneem
stoppen stop ophouden pauzeren pauze
later straks verder hervatten doorgaan
bellen bel belt telefoon telefonisch opbellen terugbellen telefoontje
collega collegas medewerker kompaan
piek pieken piekvermogen kwartierpiek piekbelasting piekwaarde
nacht nachts snachts nachtelijk nachtelijke
herinnering herinneren herinner reminder seintje belletje
gemeente gemeentes burgemeester wethouder
bedrijf bedrijven onderneming zaak firma ondernemer ondernemers
terrein bedrijventerrein industrieterrein bedrijvenpark terreinen park
waarom waarvoor hoezo vanwaar reden nut warum
wanneer datum
brand brandgevaar brandveilig brandveiligheid brandweer fik
verzekering verzekeraar verzekerd premie polis verzekeringsmaatschappij assurantie
huren huur verhuurder huurder pand eigenaar pandeigenaar huisbaas verhuren
waterstof hvo lng biobrandstof diesel
robot computer mens machine bot chatbot ai
uitleggen uitleg betekent betekenis bedoel bedoelt begrijp snap
uitleggen toelichten toelichting verduidelijken snappen snapt begrijpen begrijpt
bewaren bewaard bewaart bewaar opslaan opgeslagen vastgelegd
verbruik verbruiken verbruikt stroomverbruik energieverbruik slurpt vreet
afname afnemen afneem afgenomen
bericht berichten berichtje berichtjes appje appjes
meedoen deelname deelnemen meewerken meewerk
project aanpak initiatief traject
concurrent concurrenten concurrentie
voorrang prioriteit voordringen
heffing heffingen vrachtwagenheffing vrachtwagenheffingen kilometerheffing tol trucktol tolgeld rekeningrijden maut
makkelijk makkelijker simpel simpeler simpele eenvoudig eenvoudiger
wijzigen wijzig veranderen verander aanpassen corrigeren verbeteren herstellen bijstellen
invullen ingevuld invul invulde
fout foutje typefout verkeerd vergist vergissing
laden laad laadt geladen opladen opgeladen oplaad oplaadt
samen gezamenlijk gezamenlijke collectief collectieve gemeenschappelijk
kopen koop koopt aankoop aanschaf aanschaffen
voordeel voordelen meerwaarde baten profijt
uitnodiging uitnodigen uitgenodigd
deskundige expert specialist adviseur
toestemming toestemmingen akkoord ingestemd instemmen goedgevonden
stap stappen fase fasen fases stadium
voortgang vooruitgang vorderingen
kabel kabels kabeltje draad draadje snoer leiding
kleinverbruik kleinverbruiker kleinverbruikers
grootverbruik grootverbruiker grootverbruikers
chauffeur chauffeurs bestuurder bestuurders
hub hubs energiehub energiehubs energyhub
spits spitsuren piekuren
druk drukke drukst drukste
kabinet regering minister politiek
overheid overheden
ver hoever
machtiging machtigen volmacht
excel exel spreadsheet xls xlsx excelbestand
"""
# Words that say little about what is meant; they still count for something, as "wie" and "hoe" do.
_LIGHT = """
ah oh trouwens alsjeblieft alstublieft aub svp graag please
aan al allemaal alle alles als bij ben bent dan dat de deze die dit doe doen
doet door dus een en er eens eigenlijk ene eh even ga gaat
gaan geen gewoon had hallo he heb hebben heeft hem het hier hij hoi hoor hun ik in is ja je jij jou jouw jullie kan kun kunt
kunnen
maar me mee men met mij mijn moet mn n na naar nee niet nog nou nu of ok om ons onze ook op over per s se t te toch tot u uit uw
van
veel via voor wat we wel wij wil willen worden wordt zal ze weet werkt houdt zei zelf zich zij zijn zo zou zeg zeggen denk zonen
bv nv vof
"""
LIGHT = frozenset(_LIGHT.split())
# Of these, words that say nothing at all: they only make a sentence sound like speech.
_FILLERS = """
ah allemaal alsjeblieft alstublieft aub dan dus eens eh eigenlijk er even gewoon graag hallo he hoi hoor ja maar nog
nou nu of ok ook oh please svp toch trouwens wel zeg
"""
FILLERS = frozenset(_FILLERS.split())
_STEMMER = snowballstemmer.stemmer("dutch")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return a folded word without its ending; a word of the same meaning is the same."""
    return _SAME.get(word) or _SAME.get(_bare(word)) or _bare(word)


def _bare(word: str) -> str:
    return str(_STEMMER.stemWord(word))


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded, in order."""
    return tuple(word[:LONGEST_WORD] for word in WORD.findall(TIMES.sub(r"\1x\2", folded_letters(text))))


def stems(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared, in order."""
    return tuple(map(stem, words_in(text)))


def same_words(lines: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return for each word of a line, and for its stem, the first of that line."""
    pairs = [(word, first) for first, *others in lines for word in (first, *others)]
    found: dict[str, str] = {}
    for word, first in pairs:
        found.setdefault(word, first)
    for word, first in pairs:
        if _bare(word) not in LIGHT:  # "overheid" without its ending is "over"
            found.setdefault(_bare(word), first)
    return found


_SAME = same_words(line.split() for line in SAME.strip().splitlines())
# The same, as they are compared.
LIGHT_STEMS, FILLER_STEMS = frozenset(map(stem, LIGHT)), frozenset(map(stem, FILLERS))
