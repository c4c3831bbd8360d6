"""The company that a whole sentence names: "wat zei jansen transport", "heeft de vries al getekend"."""

from dialogs.dossier.everyday import tells
from dialogs.dossier.mentions import TRADES, mentioned, telling_word
from dialogs.lookup.words_alike import LIGHT
from dialogs.turn.step import Step
from domain.companies.companies import folded, without_form

SHORTEST = 4
LONGEST = 40  # words of a sentence that are looked for
MOST = 200  # companies that have one of these words


async def company_in(step: Step, sentence: str, commands: frozenset[str]) -> str:
    """Return the words that name a company, as they are compared: its whole name, or the word by which people call it.

    Words of everyday and those of our own `commands` name none by themselves. Empty for none, or where none may be named.
    """
    if not step.may_name:
        return ""
    words = without_form(f" {folded(sentence)} ")[:LONGEST]
    sought = [word for word in dict.fromkeys(words) if len(word) >= SHORTEST and word not in LIGHT | TRADES and tells(word)]
    if not sought:
        return ""
    found = mentioned(sentence, await step.stores.companies.with_words([sought], None, MOST))
    if found.sure:
        return found.sure[0].key
    said = (telling_word(one.key) for one in found.perhaps)
    return next((word for word in said if word in words and word not in commands), "")
