"""Typed text made comparable, because phones type curly quotes, odd spaces, foreign digits and capitals."""

import re
import unicodedata

LONGEST = 200
QUOTES = str.maketrans({
    **dict.fromkeys("’‘‛ʼ´`′", "'"), **dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‐‑‒–—―−", "-"),
    "\u200b": " ", "¼": ",25", "½": ",5", "¾": ",75", "×": "x", "✕": "x", "÷": "/",
})  # fmt: skip
FRACTION = re.compile(r"(?<!\d)\s?(?=[¼½¾])")
SKIN = range(0x1F3FB, 0x1F400)
EDGES = ' "()!;:,'
# Words of the east of the country and of hurried thumbs, for those readers that look at every word.
SPOKEN = {
    "nie": "niet", "neit": "niet", "niks": "niets", "veur": "voor", "veuraf": "vooraf", "joa": "ja", "joah": "ja", "jao": "ja",
    "jaa": "ja", "doar": "daar", "doarveur": "daarvoor", "da": "dat", "wa": "wat", "k": "ik", "effe": "even", "ff": "even",
    "tis": "het is", "t": "het", "nen": "een", "wie'j": "wij", "hebbe": "hebben", "hem'n": "hebben", "hebn": "hebben",
    "kwartje": "kwart", "zekers": "zeker", "is't": "is het", "wilk": "wil ik", "hebk": "heb ik", "oaver": "over",
    "kheb": "ik heb",
}  # fmt: skip


def tidy(text: str) -> str:
    """Return the text in lower case without accents, extra spaces and closing punctuation.

    A text longer than 200 characters is no answer to a short question: it gives "".
    """
    folded = " ".join(text.split())
    if len(folded) > LONGEST:
        return ""
    plain = folded.translate(QUOTES) if folded.isascii() and folded.isprintable() else in_plain_letters(folded)
    bare = plain.lower().strip(EDGES).rstrip(". ").strip(EDGES)
    unquoted = bare.strip("'") if bare.endswith("'") else bare
    return unquoted if len(unquoted) <= 2 * LONGEST else ""  # one character can stand for many


def in_plain_letters(text: str) -> str:
    """Return a text of any letters and signs in those of a plain keyboard, single spaced."""
    replaced = FRACTION.sub("0", text).translate(QUOTES)
    plain = "".join(without_form(character) for character in unicodedata.normalize("NFC", replaced)).lower()
    letters = "".join(c for c in unicodedata.normalize("NFD", plain) if unicodedata.category(c) not in ("Mn", "Me"))
    return " ".join(letters.split())


def without_form(character: str) -> str:
    """Return a character in its plain form: wide and foreign digits as 0-9, invisible characters as nothing."""
    kind = unicodedata.category(character)
    if kind == "Nd":
        return str(unicodedata.decimal(character))
    if kind in ("Cf", "Cs", "Co", "Cn") or ord(character) in SKIN:
        return ""
    if kind == "No":  # a superscript or a circled digit is not that digit
        return character
    return " " if kind == "Cc" else unicodedata.normalize("NFKC", character)


def in_standard(typed: str) -> str:
    """Return a tidied text with words of a dialect as they are spelled elsewhere."""
    return " ".join(SPOKEN.get(word, word) for word in typed.split(" "))


def listed(phrases: str) -> tuple[str, ...]:
    """Return phrases written as "a, b c, d"; a declaration reads better so than as a column of strings."""
    return tuple(" ".join(phrase.split()) for phrase in phrases.split(",") if phrase.strip())


def words(text: str) -> str:
    """Return only the words of a tidied text, single spaced: what is left when punctuation says nothing."""
    return " ".join(re.findall(r"[^\W_]+(?:'[^\W_]+)?", text))
