"""What somebody wants to see of their outlook, out of the words behind the command or of a whole sentence."""

import re

from dialogs.demand.turning import OutlookTurn, Turns
from dialogs.turn.step import Step

COSTS, YEARLY, PAPER = "kosten", "per jaar", "op papier"
# What stands behind the command, and the words by which people ask for it; the first that is found counts, but for the taps.
ASIDES = {
    PAPER: re.compile(r"\b(?:papier|pdf|print\w*|uitprint\w*|afdruk\w*|a4|blaadje|velletje|uitdraai)\b", re.IGNORECASE),
    COSTS: re.compile(r"\b(?:kost|kosten|kostte|euro|geld|prijs|prijzen|betaal|betalen|duur|investering)\b", re.IGNORECASE),
    YEARLY: re.compile(r"\b(?:per jaar|jaarlijks|jaarverbruik|in een jaar|heel jaar|co2)\b", re.IGNORECASE),
}
TURNS = {
    OutlookTurn.FEWER: re.compile(r"\b(?:minder|kleiner)\b", re.IGNORECASE),
    OutlookTurn.SPREAD: re.compile(r"\b(?:gespreid\w*|spreid\w*|uitgesmeerd|verdeeld)\b", re.IGNORECASE),
    OutlookTurn.NEIGHBOURS: re.compile(r"\b(?:buren|buurman|buurbedrij\w+|samen|gezamenlijk)\b", re.IGNORECASE),
}
SAID = {OutlookTurn.FEWER: "minder voertuigen", OutlookTurn.SPREAD: "gespreid", OutlookTurn.NEIGHBOURS: "met mijn buren"}


def aside_in(text: str) -> str:
    """Return which other side of the outlook a text asks for; empty for none."""
    return next((aside for aside, words in ASIDES.items() if words.search(text)), "")


def turns_said(text: str) -> Turns:
    """Return which taps a text asks for; the terrain is a picture of its own."""
    found = frozenset(turn for turn, words in TURNS.items() if words.search(text))
    return frozenset({OutlookTurn.NEIGHBOURS}) if OutlookTurn.NEIGHBOURS in found else found


def hear_side(_: Step, text: str) -> str:
    """Return what of a whole sentence must follow the command: "laat het gespreid zien" is "gespreid"."""
    return aside_in(text) or " ".join(SAID[turn] for turn in OutlookTurn if turn in turns_said(text))
