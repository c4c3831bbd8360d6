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
lader laders laadpaal laadpalen paal palen laadpunt laadpunten laadstation snellader snelladers laadinfra
laders laadinfrastructuur stekker
bus busje busjes bestelbus bestelbusje bestelauto bestelwagen bestelwagens bestelbussen sprinter
vrachtwagen vrachtauto truck trucks vrachtwagens bakwagen bakwagens trekker trekkers vrachtverkeer etruck etrucks
elektrisch elektrische electrisch electrische ev emissievrij
net stroomnet elektriciteitsnet netwerk
vol netcongestie congestie overvol volgelopen
stroom elektriciteit energie electra
subsidie subsidies subsidiepot potje regeling regelingen vergoeding tegemoetkoming bijdrage steun
vergadering bijeenkomst bijeenkomsten sessie sessies meeting overleg startsessie werksessie avond infoavond
buren buurman buurbedrijf buurt naburig naastgelegen medeondernemers buurbedrijven
zien inzien meelezen meekijken bekijken inzage
delen deelt doorgeven doorspelen doorsturen verstrekken
vragen vraag vraagt vraagje informatie
gegevens data info antwoorden cijfers
wissen verwijderen weghalen weggooien wis verwijder weg vergeten schrappen
verplicht dwingen verplichten gedwongen dwang
tekenen handtekening ondertekenen krabbel teken
boete boetes bekeuring bon straf
uitstel ontheffing vrijstelling uitzondering dispensatie
zone zones milieuzone zez zeroemissiezone emissiezone nulemissiezone
stad binnenstad centrum steden
batterij accu batterijen opslag buurtbatterij powerbank
zonnepanelen zonnepaneel panelen pv zon zonnestroom zonneenergie zonnedak
aansluiting aansluitingen stroomaansluiting netaansluiting hoofdaansluiting
contract contracten overeenkomst
vermogen kilowatt kw capaciteit
wachtlijst wachtrij wachttijd rij wachten
lang duur tijd minuten
stoppen stop ophouden pauzeren pauze
later straks verder hervatten doorgaan
bellen bel belt telefoon telefonisch opbellen terugbellen telefoontje
collega collegas medewerker kompaan
piek pieken piekvermogen kwartierpiek piekbelasting
nacht nachts snachts
herinnering herinneren herinner reminder seintje belletje
gemeente gemeentes burgemeester wethouder
bedrijf bedrijven onderneming zaak firma ondernemer ondernemers
terrein bedrijventerrein industrieterrein bedrijvenpark terreinen park
waarom waarvoor hoezo vanwaar reden nut warum
wanneer datum
brand brandgevaar brandveilig brandveiligheid brandweer
verzekering verzekeraar verzekerd premie
huren huur verhuurder huurder pand eigenaar pandeigenaar
waterstof hvo lng biobrandstof diesel
robot computer mens machine bot chatbot ai
uitleggen uitleg betekent betekenis bedoel bedoelt begrijp snap
"""
# Words that say little about what is meant; they still count for something, as "wie" and "hoe" do.
_LIGHT = """
aan al alle alles als bij ben bent dan dat de deze die dit doe doen doet door dus een en er eens eigenlijk ene eh even ga gaat
gaan geen gewoon had hallo he heb hebben heeft hem het hier hij hoi hoor hun ik in is ja je jij jou jouw jullie kan kun kunt
kunnen
maar me mee men met mij mijn moet mn n na naar nee niet nog nou nu of ok om ons onze ook op over per s se t te toch tot u uit uw
van
veel via voor wat we wel wij wil willen worden wordt zal ze zei zelf zich zij zijn zo zou zeg zeggen denk zonen
"""
LIGHT = frozenset(_LIGHT.split())
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
    found: dict[str, str] = {}
    for first, *others in lines:
        for word in (first, *others):
            found.setdefault(word, first)
            found.setdefault(_bare(word), first)
    return found


_SAME = same_words(line.split() for line in SAME.strip().splitlines())
