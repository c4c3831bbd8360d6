"""What a sentence of the team is about: a terrain or a company at its front, and the rest; else the person is asked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from dialogs.dossier.company_choice import BUTTON, TOO_LONG, ask_company, pressed_company
from dialogs.dossier.everyday import tells
from dialogs.dossier.leads import LEAD, MARK, PREPOSITION, PREPOSITIONS
from dialogs.dossier.mentions import TRADES, has_form, is_sure
from dialogs.dossier.naming import company_inside
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.lookup.words_alike import LIGHT
from dialogs.stores.companies import LONGEST_TERRAIN, FoundCompanies, find_company, find_named
from dialogs.terrains.spoken_of import IN_FRONT, says_there, speak_of
from dialogs.terrains.terrain_choice import LONGEST_REST, split_terrain, with_terrain_first
from dialogs.turn.command import Command
from dialogs.turn.step import Step, quoted
from domain.companies.companies import company_key, folded
from domain.companies.company_file import NamedCompany
from domain.intake.acceptance import clean_text
from domain.terrains.terrains import TerrainName

SHORTEST_SENTENCE = 4  # words; with fewer there is more a name than a sentence
LONGEST_NAME = 6  # words of a company's name at the front of a sentence
THIS_ONE = "Bedoelt u dit bedrijf? Typ anders eerst het terrein."


@dataclass(frozen=True, slots=True)
class Subject:
    """A terrain, perhaps one company on it, and what follows. `typed`: the company was named, not found in the text."""

    terrain: str
    company: NamedCompany | None
    rest: str


async def subject_of(step: Step, text: str, then: Command) -> Subject | None:
    """Return what the front of a text names; None when the person was asked, or told that nothing looks like it."""
    words = clean_text(text).split(" ")
    if BUTTON.fullmatch(words[0]):
        company = await pressed_company(step, words[0])
        return with_company(step, company, " ".join(words[1:])) if company else None
    if (marked := await marked_subject(step, clean_text(text))) is not None:
        if not isinstance(marked, Subject):
            ask_whether(step, marked, clean_text(text), then)
        return marked if isinstance(marked, Subject) else None
    text = await without_preposition(step, clean_text(text))
    words, split = text.split(" "), split_terrain(step.stores.terrains, text)
    length = name_length(step.stores.terrains, words, split.found.exact) if split.found.exact is not None else 0
    named = await company_in_front(step, words, longer_than=length)
    if isinstance(named, Subject):
        return named
    if named is not None:
        lead = "Welk bedrijf bedoelt u?" if len(named.matches) > 1 else THIS_ONE
        ask_company(step, lead, named.matches, then, text_behind(words, named))
        return None
    unknown = (
        split.found.exact is None
        and IN_FRONT.match(text) is None
        and not split.found.matches
        and words[0].casefold() not in LIGHT
    )
    if unknown and (found := await guess(step, words)).matches:
        lead = f"{quoted(words[0].rstrip(':'), 40)} ken ik niet. Bedoelt u een van deze bedrijven?"
        ask_company(step, lead, found.matches, then, " ".join(words[1:]))
        return None
    return await terrain_first(step, text, then)


async def marked_subject(step: Step, text: str) -> Subject | FoundCompanies | None:
    """Return what stands before a mark: "bouwbedrijf veldhuis: gebeld", "bij hessenpoort dat de zaal klein is".

    A company by one word alone is returned as found, to be asked; None for nothing we know.
    """
    mark, lead = MARK.search(text), PREPOSITIONS.match(text)
    behind = lead.end() if lead is not None else 0
    name = text[behind : mark.start()] if mark is not None else ""
    if mark is None or not 0 < len(name.split()) <= LONGEST_NAME or says_there(name) or (":" not in mark[0] and not behind):
        return None
    terrain, rest = step.stores.terrains.find(name).exact, text[mark.end() :]
    if terrain is not None and not await step.stores.companies.named(name):
        speak_of(step, terrain)
        return Subject(terrain.id, None, rest)
    if not any(map(tells, folded(name).split())):
        return None
    found = await find_company(step.stores.companies, step.stores.terrains, name)
    if found.exact is None:
        return None
    return (
        with_company(step, found.exact, rest)
        if len(name.split()) > 1 or has_form(found.exact.key, f" {folded(name)} ")
        else found
    )


def ask_whether(step: Step, found: FoundCompanies, text: str, then: Command) -> None:
    """Ask whether a company is meant that is named by one word."""
    mark = MARK.search(text)
    ask_company(step, THIS_ONE, found.matches, then, text[mark.end() :] if mark is not None else "")


async def without_preposition(step: Step, text: str) -> str:
    """Return a text without "bij" or "voor" where what follows is what it is about, and not the two together."""
    bare = PREPOSITION.sub("", text, count=1) if PREPOSITION.match(text) else text
    if bare == text or await company_in_front(step, text.split(" "), longer_than=0) is not None:
        return text
    known = split_terrain(step.stores.terrains, bare).found.exact is not None
    return bare if known or await company_in_front(step, bare.split(" "), longer_than=0) is not None else text


async def terrain_first(step: Step, text: str, then: Command) -> Subject | None:
    """Return the terrain in front; a text that is too long to be carried by the choice is not cut in silence."""
    named = split_terrain(step.stores.terrains, text).found.best > 0 or IN_FRONT.match(text) is not None
    inside = await company_inside(step, text) if not named and len(text.split()) >= SHORTEST_SENTENCE else None
    if inside is not None:
        about = with_company(step, inside, LEAD.sub("", text))
        return None if about is None else replace(about, company=None)  # as what is found in a text, it can be taken off
    found = await with_terrain_first(step, text, then)
    if found is not None and (there := IN_FRONT.match(text)) is not None:
        told = there.group().rstrip().endswith((":", ",", " dat"))
        return Subject(found[0].id, None, found[1] if told else text)
    if found is not None:
        words = clean_text(text).split(" ")
        return Subject(found[0].id, None, " ".join(words[name_length(step.stores.terrains, words, found[0]) :]).lstrip(" :,;"))
    if len(text) > LONGEST_REST:
        step.say(TOO_LONG)
    return None


def name_length(terrains: TerrainNames, words: Sequence[str], terrain: TerrainName) -> int:
    """Return how many words in front it takes to name this terrain: "hessenpoort Zwolle belde" names it with the first."""
    ends = range(1, min(len(words), LONGEST_TERRAIN) + 1)
    return next((end for end in ends if terrains.find(" ".join(words[:end])).exact == terrain), 0)


async def company_in_front(step: Step, words: Sequence[str], *, longer_than: int) -> "Subject | FoundCompanies | None":
    """Return the company whose exact name is in front, the longest one; namesakes, and one word alone, as they were found."""
    doubtful = None
    for end in range(min(len(words), LONGEST_NAME), longer_than, -1):
        name = " ".join(words[:end]).rstrip(":,;")
        if not company_key(name):
            continue
        same, rest = await step.stores.companies.named(name), " ".join(words[end:])
        if same and rest and not speaks_for_itself(words[:longer_than], name, same[0].key, words_of_place(step, same[0])):
            doubtful = doubtful or FoundCompanies(None, tuple(same))
            continue
        if len(same) == 1:
            return with_company(step, same[0], rest)
        if same:
            behind = split_terrain(step.stores.terrains, rest)
            here = [one for one in same if behind.found.exact is not None and one.terrain == behind.found.exact.id]
            return with_company(step, here[0], behind.rest) if len(here) == 1 else FoundCompanies(None, tuple(same))
    return None if longer_than else doubtful


def words_of_place(step: Step, company: NamedCompany) -> frozenset[str]:
    """Return the words of the place where a company is: in a name they tell nothing."""
    there = step.stores.terrains.named(company.terrain)
    return frozenset(folded(there.label).split()) if there else frozenset()


def speaks_for_itself(terrain: Sequence[str], typed: str, key: str, here: Collection[str]) -> bool:
    """Say whether a name in front of a sentence is sure to be meant: "gebeld met de gemeente" is not about Gebeld BV.

    Behind the name of a terrain ("hessenpoort overleg met ...") what it has more than that must tell something, which
    words of the place do not.
    """
    more = [word for word in key.removeprefix(company_key(" ".join(terrain))).split() if word not in here]
    if has_form(key, f" {folded(typed)} "):
        return True
    return any(map(tells, more)) or bool(TRADES.intersection(more)) if terrain else is_sure(key, here)


def text_behind(words: Sequence[str], found: FoundCompanies) -> str:
    """Return what follows the name of namesakes."""
    key = found.matches[0].key
    for end in range(1, min(len(words), LONGEST_NAME) + 1):
        if company_key(" ".join(words[:end])) == key:
            return " ".join(words[end:])
    return ""


async def guess(step: Step, words: Sequence[str]) -> FoundCompanies:
    """Return the companies that the first words look like."""
    for end in (3, 2, 1):
        if end <= len(words):
            found = await find_named(step.stores.companies, " ".join(words[:end]), None)
            if found.matches:
                return found
    return FoundCompanies(None, ())


def with_company(step: Step, company: NamedCompany, rest: str) -> Subject | None:
    """Return a company as a subject, and remember its terrain; None when we do not know it, for there things are kept."""
    there = step.stores.terrains.named(company.terrain)
    if there is None:
        step.say(f"Ik weet niet op welk terrein {company.name} zit.", "Typ eerst het terrein, en noem het bedrijf in uw tekst.")
        return None
    speak_of(step, there)
    return Subject(company.terrain, company, rest.strip(" :,;"))
