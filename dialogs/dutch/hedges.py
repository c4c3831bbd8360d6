"""The words that make an answer an estimate: "ongeveer", "een stuk of", "denk ik"."""

import re

from dialogs.dutch.typed import listed

ANYWHERE = """
    min of meer, meer of minder,
    ongeveer, ongv, circa, ca., ca, plm., plm, plusminus, plus minus, een stuk of, stuk of, om en nabij, om en de bij,
    omstreeks, in de buurt van, naar schatting, naar verwachting, een schatting, als schatting, geschat, schatting,
    ik schat in, ik schat, schat ik in, schat ik, ik denk dat het, ik denk dat, ik denk aan, ik denk, denk ik,
    dacht ik, ik dacht, ik gok op, ik gok, gok ik, gokje, gok, volgens mij, vermoedelijk, waarschijnlijk, wellicht,
    misschien, mogelijk, iets van, of zo, ofzo, of zoiets, zoiets als, zoiets, pakweg, grofweg, globaal, ruwweg, zowat,
    bijna, nagenoeg, vrijwel, haast, praktisch, zo goed als,
    ruim, krap, iets meer dan, iets minder dan, iets over, iets voor, iets na, niet meer dan, niet minder dan,
    niet later dan, niet eerder dan, meer dan, minder dan, hooguit, hoogstens, maximaal, maximum, max., max,
    ten hoogste, minimaal, minimum, minstens, ten minste, tenminste, op zijn minst, op z'n minst, op zijn hoogst,
    meestal, vaak, doorgaans, gewoonlijk, normaal gesproken, normaal, zal wel, zou kunnen, zeg maar, zeg, rond de, rond,
    ik weet het niet precies, weet het niet precies, weet ik niet precies, weet niet precies, niet precies, niet zeker,
    dat weet ik niet zeker, weet ik niet zeker, weet niet zeker, of meer, of minder, of iets meer,
    uit mijn hoofd, uit mn hoofd, uit m'n hoofd, uit het hoofd, uit de losse pols, op gevoel, op de gok, op goed geluk,
    als ik moet schatten, als ik moet gokken, moet ik schatten, moet ik gokken, natte vinger, met de natte vinger,
    ruwe schatting, grove schatting,
    ik meen, meen ik, naar ik meen, zoiets van, mijn schatting, mijn inschatting, inschatting, mijn gok, ik zou zeggen,
    zou ik zeggen,
    pin me er niet op vast, pin mij er niet op vast, hang me er niet aan op, plus-minus, plus/minus, schat, gok het, ik vermoed,
    vermoed ik,
    verwacht ik, ik verwacht, of daaromtrent, daaromtrent, dacht, denk,
    of iets minder, of hoger, of lager, ergens, richting, ietsje, soms
"""
PHRASES = sorted(listed(ANYWHERE), key=len, reverse=True)
HEDGE = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, PHRASES)) + r")(?!\w)")
BEFORE_NUMBER = re.compile(
    r"(?<![\w-])(?:zo'n|zon|zo een|om de|tegen de|tegen|nog geen|een \w+ of|^tot|min\.|±|~|≈|≤|≥|<|>|\+/?-)(?= ?\d)"
)
AFTER_NUMBER = re.compile(r"(?<=\d)(?:\+|-?(?:tal|ish|achtig)(?!\w))(?! ?\d)|\?+$")


def without_hedges(text: str) -> tuple[str, bool]:
    """Return a tidied text without the words of doubt in it, and whether there were any."""
    bare = HEDGE.sub(" ", text)
    return " ".join(bare.split()), bare != text


def without_rounding(text: str) -> tuple[str, bool]:
    """Return a text with digits without the signs of rounding right beside a number, and whether there were any."""
    bare = AFTER_NUMBER.sub(" ", BEFORE_NUMBER.sub(" ", text))
    return " ".join(bare.split()), bare != text
