"""What companies named, as the team sees it: who named whom, whether that one was asked or refused before, and what to do."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from cards.formats import day_of, listing
from cards.verbs import Verb
from cards.views.card import MOST_BUTTONS, Button
from cards.views.notice import NoticeCard
from dialogs.intake.named_others import REFUSED
from dialogs.stores.companies import FoundCompanies, find_alike, find_company, find_named
from dialogs.terrains.terrain_choice import with_terrain
from dialogs.turn.command import Command
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step, quoted
from domain.companies.company_file import NamedCompany
from domain.companies.nominations import NamedOther, Nomination, read_names
from domain.intake.acceptance import key_in

TITLE = "Aangedragen bedrijven"
NOBODY = "Er wacht geen bedrijf dat iemand aandroeg."
GONE = "Dit bedrijf staat niet meer op deze lijst."
WANTS_NOT = "wil niet benaderd worden. Er gaat geen uitnodiging"
NO_INTAKE = "{name} heeft nog geen intake. Wie {name} noemt, kan ik daarom niet bewaren."
SHOWN = 2  # companies on one card: each has a few taps
# "jansen noemde bakkerij smit", and the same on a button, where the company stands as its key.
SAYS = re.compile(r" (?:noemde|noemt|noemden|droeg|tipte|gaf) (?:(?:ook|nog|even) ){0,3}")
LONGEST_WHO, LONGEST_NAMES = 80, 600
NAMED_BY = re.compile(r".{2,80}? (?:noemde|noemt|noemden) .{1,600}", re.DOTALL)  # of these words it is surely meant
KEPT = re.compile(r"i:(?P<of>[0-9a-f-]{36}) (?P<how>stil|open) (?P<names>.+)", re.DOTALL)
DECIDED = re.compile(r"(?P<do>niet|zelfde) (?P<number>\d{1,9})(?: r:(?P<company>[0-9a-f-]{36}))?")


async def show_waiting(step: Step, text: str, command: Command) -> None:
    """Show what companies named and nobody decided about, of one terrain or of all."""
    terrain = await with_terrain(step, text, command) if text else None
    if text and terrain is None:
        return
    step.discreet = True
    await show_next(step, terrain.id if terrain is not None else None)


async def show_next(step: Step, terrain: str | None, lead: str = "") -> None:
    """Show the first that wait."""
    waiting = await step.stores.nominations.waiting(terrain)
    if not waiting:
        step.say(lead, NOBODY)
        return
    names = await step.stores.companies.names({one.of for one in waiting})
    lines, buttons = [lead] if lead else [], list[Button]()
    for one in waiting[:SHOWN]:
        near = await near_to(step, one)
        refused = await step.stores.nominations.refused([near.register]) if near is not None and near.register else frozenset()
        lines += lines_of(step, one, names.get(one.of, "een bedrijf"), near, refused=bool(refused))
        buttons += taps_of(one, near)
    buttons.append(says("Bekijk de lijst", f"bedrijven {waiting[0].terrain} genoemd"))
    more = len(waiting) - SHOWN
    step.show(ShowCard(NoticeCard(
        title=TITLE,
        lines=(*lines, *((f"Er wachten er nog {more}.",) if more > 0 else ())),
        buttons=tuple(buttons[:MOST_BUTTONS]),
    )))  # fmt: skip


async def near_to(step: Step, one: Nomination) -> NamedCompany | None:
    """Return the known company of the same terrain whose name comes nearest to one that was named; None for none."""
    looks = await find_alike(step.stores.companies, one.name, one.terrain, beside=(one.company,))
    return next((match for match in looks if match.register is not None and match.intake != one.of), None)


def lines_of(step: Step, one: Nomination, who: str, near: NamedCompany | None, *, refused: bool) -> Sequence[str]:
    """Return what there is to know about one that was named."""
    there = step.stores.terrains.named(one.terrain)
    told = f"{who} mag u noemen." if one.may_tell else "Zeg niet wie dit bedrijf noemde."
    alike = f"Lijkt op {near.name}{', en dat bedrijf wil niet benaderd worden' if refused else ''}." if near is not None else ""
    return tuple(filter(None, (
        f"{one.name}{f' op {there.name}' if there else ''}, genoemd door {who} op {day_of(one.at)}.",
        f"{one.name} {WANTS_NOT}." if one.refused else told,
        alike,
    )))  # fmt: skip


def taps_of(one: Nomination, near: NamedCompany | None) -> Sequence[Button]:
    """Return what can be done about one that was named; who refused is never asked again."""
    invite = says(f"Nodig uit: {one.name}", f"uitnodigen {one.terrain} {one.name}")
    same = says(f"Zelfde als {near.name}", f"aandragen zelfde {one.number} r:{near.register}") if near is not None else None
    leave = says(f"Niet doen: {one.name}", f"aandragen niet {one.number}")
    return tuple(tap for tap in (same, None if one.refused else invite, leave) if tap is not None)


def says(title: str, text: str) -> Button:
    return Button(title=title, verb=Verb.SAY, data={"text": text})


async def decide_in_words(step: Step, text: str) -> bool:
    """Do what a tap says about one that was named; False when it is none of those."""
    said = DECIDED.fullmatch(text)
    if said is None:
        return False
    step.discreet = True
    number, company = int(said["number"]), key_in(said["company"])
    if said["do"] == "niet":
        done = await step.stores.nominations.settle(number)
        lead = f"Goed. {done.name} wordt niet uitgenodigd." if done is not None else GONE
    elif company is not None and await step.stores.nominations.tie(number, company):
        lead = "Goed. Dit is hetzelfde bedrijf."
    else:
        lead = GONE
    await show_next(step, None, lead)
    return True


async def names_of_another(step: Step, text: str, command: Command, *, sure: bool = False) -> bool:
    """Show back what the team heard: "jansen noemde bakkerij smit"; False when a text says nothing like it.

    With `sure` it must begin with a company that we know.
    """
    said = said_of_another(text)
    read = read_names(said.names) if said is not None else None
    if said is None or read is None or not (read.names or read.refused):
        return False
    found = await who_named(step, said.who)
    if sure and not found.matches:
        return False
    step.discreet, one = True, found.exact
    if one is None:
        ask_who_named(step, found, said, command)
        return True
    if one.intake is None:
        step.say(NO_INTAKE.format(name=one.name))
    elif not read.names:
        step.say(*(REFUSED[why] for why in read.refused))
    else:
        step.about = one.intake
        step.show(ShowCard(await asking_card(step, one, one.intake, read.names)))
    return True


async def who_named(step: Step, typed: str) -> FoundCompanies:
    """Return the companies that can have named another."""
    key = typed.strip().split(" ")[0]
    pressed = await step.stores.companies.one(key) if key.startswith(("i:", "r:")) else None
    if pressed is not None:
        return FoundCompanies(pressed, (pressed,))
    return await find_company(step.stores.companies, step.stores.terrains, typed)


@dataclass(frozen=True, slots=True)
class SaidOfAnother:
    """That somebody named others, in the words of whoever says so."""

    who: str
    names: str


def said_of_another(text: str) -> SaidOfAnother | None:
    """Return who named whom, by the first word for naming; None when a text says nothing like it."""
    line = text.strip(" .!")
    found = SAYS.search(line, 2)
    if found is None:
        return None
    who, names = line[: found.start()].strip(), line[found.end() :].strip().removesuffix(" aan").removesuffix(" door")
    fits = 1 < len(who) <= LONGEST_WHO and 0 < len(names) <= LONGEST_NAMES
    return SaidOfAnother(who, names) if fits else None


def ask_who_named(step: Step, found: FoundCompanies, said: SaidOfAnother, command: Command) -> None:
    """Ask which company named another, or say that none is like it."""
    if found.matches:
        again = f"noemde {said.names}"
        taps = tuple(says(one.name, f"{command.words[0]} {one.id} {again}") for one in found.matches[:MOST_BUTTONS])
        step.show(ShowCard(NoticeCard(lines=("Welk bedrijf noemde een ander?",), buttons=taps)))
    else:
        step.say(f"Ik ken geen bedrijf dat op {quoted(said.who, 40)} lijkt.")


async def asking_card(step: Step, one: NamedCompany, of: UUID, names: Sequence[NamedOther]) -> NoticeCard:
    """Return what was understood, with what is known under a name that comes near it."""
    known: dict[str, str] = {}
    for named in names:
        found = await find_named(step.stores.companies, named.name, one.terrain)
        if found.matches and all(match.key != named.key for match in found.matches):
            known[named.name] = found.matches[0].name
    listed = listing([named.name for named in names])
    meant = ", ".join(known.get(named.name, named.name) for named in names)
    near = [says(f"Ik bedoel {listing(list(known.values()))}", f"aandragen i:{of} stil {meant}")] if known else []
    said = ", ".join(f"{named.name} {named.kvk}".strip() for named in names)
    return NoticeCard(
        lines=(
            f"Ik begreep: {one.name} noemde {listed}. Klopt dat?",
            *(f"{typed} ken ik niet. Bedoelt u {right}?" for typed, right in known.items()),
            f"Mag een bedrijf horen dat {one.name} het noemde?",
        ),
        buttons=(
            *near,
            says("Ja, zeg niet wie", f"aandragen i:{of} stil {said}"),
            says("Ja, zeg wie", f"aandragen i:{of} open {said}"),
        ),
    )


async def keep_for(step: Step, text: str) -> bool:
    """Keep what the team heard, as the tap under it says; False for anything else."""
    said = KEPT.fullmatch(text)
    if said is None:
        return False
    step.discreet = True
    one = await step.stores.companies.one(f"i:{said['of']}")
    if one is None or one.intake is None:
        step.say(GONE)
        return True
    names = read_names(said["names"]).names
    await step.stores.nominations.keep(one.intake, one.terrain, names, may_tell=said["how"] == "open")
    step.about = one.intake
    await show_next(step, one.terrain, f"Genoteerd: {one.name} noemde {listing([named.name for named in names])}.")
    return True
