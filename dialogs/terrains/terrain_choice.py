"""Which terrain somebody means: one way for every command that takes one, in a chat alone and in channels.

A handler asks `with_terrain(step, text, COMMAND)`; None means that the person was asked, and that pressing the answer
carries out COMMAND again with the key of the terrain in place of its name. Of whoever holds a role for some terrains only, the
others do not exist.
"""

import re
from dataclasses import dataclass, replace

from cards.verbs import Verb
from cards.views.card import Button, Choice
from cards.views.notice import NoticeCard
from cards.views.terrains.terrain_choice import MOST_OFFERED, TerrainChoice
from dialogs.lookup.spelling import KINDS, WRAPPING, alike, plain
from dialogs.lookup.terrain_names import Among, Found, TerrainNames
from dialogs.terrains.spoken_of import ELSEWHERE, IN_FRONT, speak_of, spoken_of
from dialogs.turn.command import AUDIENCE_OF, Command
from dialogs.turn.events import Pressed
from dialogs.turn.replies import ReplaceCard, ShowCard
from dialogs.turn.step import Step, quoted
from domain.intake.acceptance import clean_text
from domain.terrains.terrains import TerrainName

LONGEST_NAME = 10  # words
MOST_LISTED = 15  # names to begin with; Teams finds the others while one types
LONGEST_REST = 500  # characters
LONGEST_UNKNOWN = 3  # words that may be the name of a terrain we do not know
COURTEOUS = re.compile(r"(?:[ ,]+(?:graag|alsjeblieft|alstublieft|aub|svp|even|hoor|bedankt|dank je|dank u))+$", re.IGNORECASE)
UNKNOWN = "Dit terrein ken ik niet."
NO_TERRAINS = "U ziet een terrein als u daar een rol heeft, of als uw bedrijf daar zit."


async def with_terrain(step: Step, text: str, then: Command, *, rest: str = "", guess: bool = False) -> TerrainName | None:
    """Return the terrain that `text` names; None when the person was asked which one, or told that there is none.

    `rest` is what must follow the terrain when the choice carries out `then` again. With `guess` a name with one typing
    error is taken for what it is most like, and said so: for commands that only show. No name at all is the terrain that was
    spoken of last.
    """
    among, names = among_whom(step, then), step.stores.terrains
    typed = COURTEOUS.sub("", clean_text(text))
    if (pointed := pointed_at(step, typed, then, rest, guess=guess)) is not None:
        return pointed.terrain
    found = names.find(typed, MOST_OFFERED * 4, among) if typed else only_ones(names, among)
    if found.exact is None and guess and found.likely is not None:
        step.say(f"Ik lees {quoted(typed)} als {found.likely.label}.")
        found = replace(found, exact=found.likely)
    if found.exact is None:
        ask_which(step, typed, found, then, rest)
    else:
        speak_of(step, found.exact, then.words[0] if guess else "")
    return found.exact


async def with_terrain_first(
    step: Step, text: str, then: Command, *, guess: bool = False, last: bool = True
) -> tuple[TerrainName, str] | None:
    """Return the terrain at the front of `text` with what follows it; None, and `guess`, as `with_terrain`.

    Without `last` no name at all is asked back: for what is done at once.
    """
    among, typed = among_whom(step, then), clean_text(text)
    if (typed or last) and (pointed := pointed_at(step, typed, then, guess=guess)) is not None:
        return (pointed.terrain, pointed.rest) if pointed.terrain is not None else None
    split = split_terrain(step.stores.terrains, typed, among)
    if split.found.exact is None and guess and split.found.likely is not None:
        step.say(f"Ik lees {quoted(split.name)} als {split.found.likely.label}.")
        split = replace(split, found=replace(split.found, exact=split.found.likely))
    if split.found.exact is not None:
        speak_of(step, split.found.exact, then.words[0] if guess else "")
        return split.found.exact, split.rest
    found = split.found if typed else only_ones(step.stores.terrains, among)
    if found.exact is not None:
        return found.exact, ""
    nameless = not found.matches and len(typed.split()) > LONGEST_UNKNOWN  # none of it is a name that could be left out
    ask_which(step, split.name, found, then, typed if nameless else split.rest)
    return None


@dataclass(frozen=True, slots=True)
class PointedAt:
    """The terrain that words point at without naming it, and what follows them; None when the person was asked which one."""

    terrain: TerrainName | None
    rest: str


def pointed_at(step: Step, typed: str, then: Command, rest: str = "", *, guess: bool = False) -> PointedAt | None:
    """Return the terrain that was spoken of last where no words, or "daar", stand for it; which one it is, is said."""
    among = among_whom(step, then)
    if (elsewhere := ELSEWHERE.match(typed)) is not None:
        behind = f"{typed[elsewhere.end() :]} {rest}".strip()
        ask_which(step, "", only_ones(step.stores.terrains, among), then, behind)
        return PointedAt(None, behind)
    there, last = IN_FRONT.match(typed), spoken_of(step, among)
    alone = only_ones(step.stores.terrains, among).exact
    if last is None or (typed and there is None) or last == alone:
        return None
    behind = typed[there.end() :] if there is not None else ""
    speak_of(step, last, then.words[0] if guess else "")
    other = f"{then.words[0]} ander terrein {rest or behind}".strip()[:LONGEST_REST]
    tap = Button(title="Ander terrein", verb=Verb.SAY, data={"text": other})
    step.show(ShowCard(NoticeCard(lines=(f"Over {last.label}:",), buttons=(tap,))))
    return PointedAt(last, behind)


def among_whom(step: Step, then: Command) -> Among:
    """Return which terrains exist for this person and this command; None for all of them."""
    if any(AUDIENCE_OF[role] & then.audience for role in step.known.roles.everywhere):
        return None
    return lambda name: any(AUDIENCE_OF[role] & then.audience for role in step.known.roles_at(name))


def only_ones(names: TerrainNames, among: Among) -> Found:
    """Return what can be meant by no name at all: for whoever has a single terrain that one."""
    few = names.first(MOST_OFFERED * 4, among) if among is not None else ()
    return Found(few[0] if len(few) == 1 else None, few)


@dataclass(frozen=True, slots=True)
class Split:
    """A text cut in two: what was taken for the name of a terrain, what that can mean, and the rest."""

    name: str
    found: Found
    rest: str


def split_terrain(names: TerrainNames, text: str, among: Among = None) -> Split:
    """Cut "hessenpoort Jansen Transport" behind the longest name of a terrain; without one, behind what looks most like one."""
    words = text.split()
    known = names.find(words[0], 1, among) if words and names.named(words[0]) else Found(None, ())
    if known.exact is not None:  # its key, from a button of ours
        return Split(words[0], known, " ".join(words[1:]))
    cuts = [cut(names, words, end, among) for end in range(min(len(words), LONGEST_NAME), 0, -1)]
    for one in cuts:
        if one.found.best > 100.0:
            return without_wrapping(names, one, among)
    return max(cuts, key=lambda one: one.found.best, default=Split(text, Found(None, ()), ""))


def begins_with_terrain(names: TerrainNames, text: str, *, misspelled: bool = False) -> bool:
    """Say whether a text begins with the name of a terrain, perhaps of several, or perhaps a `misspelled` one.

    A key, as only buttons hold it, is no name, and neither is "het bedrijventerrein", though some are called just that.
    """
    split = split_terrain(names, clean_text(text))
    tells = not (KINDS | WRAPPING).issuperset(alike(plain(split.name)))
    return split.found.is_name(misspelled=misspelled) and tells and names.named(split.name) is None


def cut(names: TerrainNames, words: list[str], end: int, among: Among) -> Split:
    """Cut behind this many words."""
    name = " ".join(words[:end])
    return Split(name, names.find(name, MOST_OFFERED * 4, among), " ".join(words[end:]))


def without_wrapping(names: TerrainNames, split: Split, among: Among) -> Split:
    """Give words back that say nothing about a terrain: "hessenpoort de" with "Vries BV" behind it names "De Vries BV"."""
    words = split.name.split()
    while split.rest and len(words) > 1 and words[-1].casefold() in WRAPPING:
        shorter = cut(names, words, len(words) - 1, among)
        if shorter.found.matches[:1] != split.found.matches[:1]:
            break
        split = Split(shorter.name, shorter.found, f"{words[-1]} {split.rest}")
        words = words[:-1]
    return split


def ask_which(step: Step, typed: str, found: Found, then: Command, rest: str) -> None:
    """Show what can be meant, and a list to search in."""
    last = spoken_of(step, among_whom(step, then)) if typed else None
    matches = found.matches or ((last,) if last is not None else ())
    listed = matches or step.stores.terrains.first(MOST_LISTED, among_whom(step, then))
    card = TerrainChoice(
        lines=lines_about(typed, found, then),
        command=then.words[0],
        rest=rest[:LONGEST_REST],
        offered=choices(matches[:MOST_OFFERED]),
        listed=choices(listed[:MOST_LISTED]),
    )
    if listed:
        step.show(ShowCard(card))
    else:
        step.say(*(card.lines if among_whom(step, then) is None else (card.lines[0], NO_TERRAINS)))


def lines_about(typed: str, found: Found, then: Command) -> tuple[str, ...]:
    certain = sum(score > 100.0 for score in found.scores)
    if not typed:
        example = f"Typ bijvoorbeeld: {then.example}." if then.example and not found.matches else ""
        return tuple(filter(None, ("Welk terrein bedoelt u?", example)))
    if not found.matches:
        return (UNKNOWN, "Typ de naam zoals die in het register staat, of zoek in de lijst.")
    if certain > 1:
        return (f"Er zijn {certain} terreinen met deze naam. Welk terrein bedoelt u?",)
    return (f"{quoted(typed)} ken ik niet. Bedoelt u {'dit terrein' if len(found.matches) == 1 else 'een van deze terreinen'}?",)


def choices(names: tuple[TerrainName, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(value=name.id, title=name.label) for name in names)


async def take_choice(step: Step, event: Pressed, commands: tuple[Command, ...]) -> bool:
    """Carry out the command of a pressed choice, if it is one of `commands`; False when it is not."""
    chosen = next((command for command in commands if command.words[0] == event.data.get("command")), None)
    if chosen is None:
        return False
    carried, typed = str(event.data.get("terrain", "")), clean_text(event.inputs.get("terrain", ""))
    name = step.stores.terrains.named(carried or typed)
    if name is None and (carried or not typed):
        step.say("Kies eerst een terrein uit de lijst.")
        return True
    rest = clean_text(str(event.data.get("rest", "")))[:LONGEST_REST]
    await chosen.handler(step, f"{name.id if name else typed} {rest}".strip())
    if name is not None and not any(isinstance(reply, ReplaceCard) and reply.of is None for reply in step.replies):
        step.replies.insert(0, ReplaceCard(NoticeCard(lines=(f"U koos: {name.label}",))))
    return True
