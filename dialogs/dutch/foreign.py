"""Short answers in English, in German and in the dialect of the region, put in the words that we read."""

import re

from dialogs.dutch.typed import listed

# Only where a sentence has one of these it is taken for another language: each is no Dutch word.
SURE = frozenset(
    listed("""
        have, we've, our, my, the, vans, are, and, about, around, at, evening, morning, drivers, haben, wir, unsere, unser,
        keine, kein, keinen, und, etwa, ungefahr, uhr, abends, morgens, eins, zwei, drei, vier, funf, sechs, sieben, acht, neun,
        zehn, elf, zwolf, zwanzig, dreissig, two, three, four, five, seven, eight, nine, eleven, twelve, thirteen, fourteen,
        fifteen, twenty, thirty, none, nothing, zero, lorries, lieferwagen, zugmaschine, zugmaschinen, yes, trucks, rigid,
        tractors, day, days, international, dni, tygodniu, trzy, cztery, piec, szesc, siedem, osiem, dziewiec, dziesiec,
        ciezarowki, mamy, kilometrow, dziennie
    """)
)
DUTCH_TOO = frozenset(listed("vier, acht, elf, vans, trucks, about, at, my, nine, six, sieben"))
PHRASES = {
    "we have got": "wij hebben", "we have": "wij hebben", "we've got": "wij hebben", "i have": "ik heb", "we own": "wij hebben",
    "we run": "wij hebben", "wir haben": "wij hebben", "es sind": "het zijn", "there are": "er zijn",
    "do not have": "hebben geen",
    "don't have any": "hebben geen", "don't have": "hebben geen", "no vans": "geen bestelwagens", "no trucks": "geen trucks",
    "not any": "geen", "not one": "geen", "none": "geen", "nothing": "niets", "zero": "nul", "keinen": "geen", "keine": "geen",
    "kein": "geen", "about": "ongeveer", "around": "ongeveer", "roughly": "ongeveer", "approximately": "ongeveer",
    "etwa": "ongeveer", "ungefahr": "ongeveer", "i think": "denk ik", "i guess": "denk ik", "per day": "per dag",
    "a day": "per dag", "pro tag": "per dag", "days a week": "dagen per week", "days per week": "dagen per week",
    "tage pro woche": "dagen per week", "days": "dagen", "tage": "dagen", "in the evening": "'s avonds",
    "in the morning": "'s ochtends", "in the afternoon": "'s middags", "at night": "'s nachts", "abends": "'s avonds",
    "morgens": "'s ochtends", "are back at": "zijn terug om", "back at": "terug om", "o'clock": "uur", "uhr": "uur", "um": "om",
    "my drivers": "mijn chauffeurs", "our": "onze", "the": "de", "my": "mijn", "unsere": "onze", "and": "en", "und": "en",
    "we": "wij", "wir": "wij", "are": "zijn", "have": "hebben", "haben": "hebben", "electric": "elektrisch",
    "elektrische": "elektrische", "lorries": "vrachtwagens", "lorry": "vrachtwagen", "yes": "ja", "at": "om", "only": "alleen",
    "nur": "alleen", "all of them": "allemaal", "alle": "alle", "half of them": "de helft", "die halfte": "de helft",
    "drivers": "chauffeurs", "charging points": "laadpunten", "chargers": "laadpunten", "ladepunkte": "laadpunten",
    "ladesaulen": "laadpalen", "tractors": "trekkers", "tractor units": "trekkers", "rigid trucks": "bakwagens",
    "dni w tygodniu": "dagen per week", "dni": "dagen", "dziennie": "per dag", "kilometrow": "km", "mamy": "wij hebben",
    "trzy": "drie", "cztery": "vier", "piec": "vijf", "szesc": "zes", "siedem": "zeven", "osiem": "acht", "dziewiec": "negen",
    "dziesiec": "tien", "dwa": "twee", "rigids": "bakwagens", "box trucks": "bakwagens", "vans": "bestelwagens", "sind": "zijn",
}  # fmt: skip
ENGLISH = listed("""
    one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen,
    eighteen, nineteen, twenty
""")
GERMAN = listed("""
    eins, zwei, drei, vier, funf, sechs, sieben, acht, neun, zehn, elf, zwolf, dreizehn, vierzehn, funfzehn, sechzehn, siebzehn,
    achtzehn, neunzehn, zwanzig
""")
NUMBERS = {
    **{word: str(value) for words in (ENGLISH, GERMAN) for value, word in enumerate(words, 1)},
    "thirty": "30", "forty": "40", "fifty": "50", "hundred": "100", "dreissig": "30", "vierzig": "40", "funfzig": "50",
}  # fmt: skip
DIALECT = {
    "zeuven": "zeven", "zeuve": "zeven", "zeve": "zeven", "nege": "negen", "neuge": "negen", "twaluf": "twaalf", "elluf": "elf",
    "achtien": "achttien", "tachentig": "tachtig", "vief": "vijf", "vieftien": "vijftien", "twintug": "twintig", "ien": "een",
    "dartien": "dertien", "veertein": "veertien", "tiene": "tien", "achte": "acht", "zesse": "zes", "vive": "vijf",
    "honderdd": "honderd",
}  # fmt: skip
WORD = re.compile(r"[a-z']+")
LONGEST_FIRST = sorted((*PHRASES, *NUMBERS), key=len, reverse=True)
TRANSLATED = re.compile(r"(?<![\w'])(?:" + "|".join(map(re.escape, LONGEST_FIRST)) + r")(?![\w'])")
IN_DIALECT = re.compile(r"(?<![\w'])(?:" + "|".join(map(re.escape, DIALECT)) + r")(?![\w'])")


def in_dutch(typed: str) -> str:
    """Return a tidied text in Dutch words; one that is Dutch stays as it is."""
    plain = IN_DIALECT.sub(lambda match: DIALECT[match[0]], typed)
    if not is_foreign(plain):
        return plain
    return TRANSLATED.sub(lambda match: PHRASES.get(match[0]) or NUMBERS[match[0]], plain)


def is_foreign(typed: str) -> bool:
    """Say whether a text is surely in English or German."""
    return bool((SURE - DUTCH_TOO).intersection(WORD.findall(typed)))
