"""What a sentence of the team is about: a terrain or a company at its front, and the rest; else the person is asked."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.dossier.everyday import tells
from dialogs.dossier.mentions import TRADES, has_form, is_sure
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.lookup.words_alike import LIGHT
from dialogs.stores.companies import LONGEST_TERRAIN, FoundCompanies, find_company, find_named
from dialogs.terrains.terrain_choice import LONGEST_REST, split_terrain, with_terrain_first
from dialogs.turn.command import Command
from dialogs.turn.events import Pressed
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step, quoted
from domain.companies.companies import company_key, folded
from domain.companies.company_file import NamedCompany
from domain.intake.acceptance import clean_text
from domain.terrains.terrains import TerrainName

BUTTON = re.compile(r"[ir]:[0-9a-f-]{36}")
LONGEST_NAME = 6  # words of a company's name at the front of a sentence
OFFERED = 6
TOO_LONG = "Uw tekst is lang. Kies eerst hierboven, en plak uw tekst daarna op de kaart."


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
    split = split_terrain(step.stores.terrains, clean_text(text))
    length = name_length(step.stores.terrains, words, split.found.exact) if split.found.exact is not None else 0
    named = await company_in_front(step, words, longer_than=length)
    if isinstance(named, Subject):
        return named
    if named is not None:
        lead = "Welk bedrijf bedoelt u?" if len(named.matches) > 1 else "Bedoelt u dit bedrijf? Typ anders eerst het terrein."
        ask_company(step, lead, named.matches, then, text_behind(words, named))
        return None
    unknown = split.found.exact is None and not split.found.matches and words[0].casefold() not in LIGHT
    if unknown and (found := await guess(step, words)).matches:
        lead = f"{quoted(words[0], 40)} ken ik niet. Bedoelt u een van deze bedrijven?"
        ask_company(step, lead, found.matches, then, " ".join(words[1:]))
        return None
    return await terrain_first(step, text, then)


async def terrain_first(step: Step, text: str, then: Command) -> Subject | None:
    """Return the terrain in front; a text that is too long to be carried by the choice is not cut in silence."""
    found = await with_terrain_first(step, text, then)
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


async def company_of(step: Step, text: str, then: Command) -> NamedCompany | None:
    """Return the company that a whole text names; None when the person was asked, or told that nothing looks like it."""
    typed = clean_text(text)
    if not typed:
        step.say(f"Welk bedrijf bedoelt u? Typ bijvoorbeeld: {then.example}.")
        return None
    if BUTTON.fullmatch(typed.split(" ")[0]):
        return await pressed_company(step, typed.split(" ")[0])
    found = await find_company(step.stores.companies, step.stores.terrains, typed)
    if found.exact is not None:
        return found.exact
    if not found.matches:
        step.say(
            f"Ik ken geen bedrijf dat op {quoted(typed, 40)} lijkt.", "Typ een deel van de naam, of de naam met het terrein."
        )
        return None
    several = "Welk bedrijf bedoelt u?" if len(found.matches) > 1 else f"{quoted(typed, 40)} ken ik niet. Bedoelt u dit bedrijf?"
    ask_company(step, several, found.matches, then, "")
    return None


def ask_company(step: Step, lead: str, matches: Sequence[NamedCompany], then: Command, rest: str) -> None:
    """Ask which company was meant; pressing one carries out the command for it."""
    carried = {"command": then.words[0], "rest": rest[:LONGEST_REST]}
    buttons = tuple(
        Button(title=label(step, one), verb=Verb.COMPANY, data={**carried, "company": one.id}) for one in matches[:OFFERED]
    )
    more = ("Staat het er niet bij? Typ het terrein achter de naam.",) if len(matches) > OFFERED else ()
    step.show(ShowCard(NoticeCard(lines=(lead, *more), buttons=buttons)))
    if len(rest) > LONGEST_REST:
        step.say(TOO_LONG)


def label(step: Step, company: NamedCompany) -> str:
    """Return a company as people tell it from its namesakes: with its terrain."""
    there = step.stores.terrains.named(company.terrain)
    return f"{company.name}, {there.label}" if there else company.name


def with_company(step: Step, company: NamedCompany, rest: str) -> Subject | None:
    """Return a company as a subject; None when we do not know where it is, because that is where things are kept."""
    if step.stores.terrains.named(company.terrain) is None:
        step.say(f"Ik weet niet op welk terrein {company.name} zit.", "Typ eerst het terrein, en noem het bedrijf in uw tekst.")
        return None
    return Subject(company.terrain, company, rest.strip(" :,;"))


async def pressed_company(step: Step, company_id: str) -> NamedCompany | None:
    """Return the company that a button means; None when it is gone, and that was said."""
    company = await step.stores.companies.one(company_id)
    if company is None:
        step.say("Dit bedrijf staat niet meer in onze gegevens.")
    return company


async def take_company(step: Step, event: Pressed, commands: Sequence[Command]) -> bool:
    """Carry out the command of a pressed company, if it is one of `commands`; False when it is not."""
    chosen = next((command for command in commands if command.words[0] == event.data.get("command")), None)
    company_id = str(event.data.get("company", ""))
    if chosen is None or not BUTTON.fullmatch(company_id):
        return False
    rest = clean_text(str(event.data.get("rest", "")))[:LONGEST_REST]
    await chosen.handler(step, f"{company_id} {rest}".strip())
    if not any(isinstance(reply, ReplaceCard) and reply.of is None for reply in step.replies):
        company = await step.stores.companies.one(company_id)
        step.replies.insert(
            0, ReplaceCard(NoticeCard(lines=(f"U koos: {label(step, company)}" if company else "U koos een bedrijf.",)))
        )
    return True
