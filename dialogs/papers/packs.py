"""`pakket` and `flyer`: what companies, the municipality and park management get of us to hand out, and what went to whom."""

import re
from collections.abc import Collection, Sequence

from cards.formats import capital, listing, small
from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.lookup.mentioned import terrain_in
from dialogs.papers.pack_contents import FindItems, PartContent, content_of, flyer_of, papers_of
from dialogs.papers.pack_facts import PackFacts, facts_of, words_of
from dialogs.papers.pack_log import LogBook, Went, has_newer, how_else, note_sent, sent_buttons, went_of
from dialogs.terrains.terrain_choice import with_terrain_first
from dialogs.turn.command import Command, Takes, Users
from dialogs.turn.events import Scope
from dialogs.turn.replies import OfferPaper, ShowCard
from dialogs.turn.step import Step
from domain.access.roles import Right, Role
from domain.door.entering import DoorWay
from domain.papers.packs import PARTS, PackAudience, PackPart, PackPhase, PartKind, part_named, parts_for
from domain.terrains.terrains import TerrainName

WHO = Users.TEAM | Users.MUNICIPALITY | Users.PARK_MANAGER
WHOM = {
    PackAudience.COMPANIES: "bedrijven",
    PackAudience.MUNICIPALITY: "de gemeente",
    PackAudience.PARK: "parkmanagement",
}
MEANT = {
    PackAudience.COMPANIES: re.compile(r"\b(?:bedrijven|bedrijf|ondernemers?)\b"),
    PackAudience.MUNICIPALITY: re.compile(r"\bgemeenten?\b"),
    PackAudience.PARK: re.compile(r"\bpark ?manage(?:ment|r)\b"),
}
SENT_TO = re.compile(r"\bverstuurd (?:aan )?(?:(?:de|het) )?(?P<to>\S.*)", re.IGNORECASE)
AS_FILE = re.compile(r"\b(?:bestand|bestanden|word|docx|pdf)\b")
NO_DOOR = "Er staat geen vierkant op. Meedoen kan via het adres op de flyer."


def audiences_of(step: Step, terrain: TerrainName) -> tuple[PackAudience, ...]:
    """Return whose packages somebody may have: the team all of them, a partner its own."""
    if step.known.may(Right.WORK, terrain):
        return tuple(PackAudience)
    own = {Role.MUNICIPALITY: PackAudience.MUNICIPALITY, Role.PARK_MANAGER: PackAudience.PARK}
    return tuple(audience for role, audience in own.items() if role in step.known.roles_at(terrain))


def pack_commands(find_items: FindItems) -> tuple[Command, ...]:
    """Return the commands; `find_items` gives what companies may read today."""

    async def show_pack(step: Step, text: str) -> None:
        """Show the packages of a terrain, one of them, or a part; or note that a part went to somebody."""
        notes = SENT_TO.search(text) is not None
        found = await with_terrain_first(step, text, pack, guess=not notes, last=not notes)
        if found is not None:
            await PackDesk(step, found[0], find_items).answer(found[1], text)

    pack = Command(
        ("pakket", "communicatiepakket", "communicatieplan", "pakketten"), "teksten en papieren om uit te delen", show_pack,
        WHO, Takes.MAYBE, argument="<terrein> [voor wie of wat]", example="pakket hessenpoort gemeente",
        scopes=(Scope.PERSONAL, Scope.CHANNEL), group="Terreinen", hears=hear_part,
    )  # fmt: skip
    return (pack, FLYER)


def hear_part(step: Step, sentence: str) -> str:
    """Return the terrain and the part, or else the audience, that a sentence names."""
    said = sentence.casefold()
    part = part_named(said, tuple(PARTS.values()))
    meant = [one.value for one, sign in MEANT.items() if sign.search(said)]
    return " ".join(filter(None, (terrain_in(step.stores.terrains, sentence), part.key if part else (meant or [""])[0])))


class PackDesk:
    """What somebody asks of the packages of one terrain, in one turn."""

    def __init__(self, step: Step, terrain: TerrainName, find_items: FindItems) -> None:
        """Look at what is asked for this person."""
        self.step, self.terrain, self.find_items = step, terrain, find_items
        self.audiences = audiences_of(step, terrain)
        self.book = LogBook(step, terrain)

    async def answer(self, asked: str, typed: str) -> None:
        """Do what follows the terrain: nothing, an audience, a part, its files, or to whom it went.

        An audience is looked for in all that was `typed`: "hessenpoort gemeente" is read as the name of a terrain too.
        """
        facts = await facts_of(self.step, self.terrain)
        words, to = asked.casefold(), SENT_TO.search(asked)
        part = part_named(asked[: to.start()] if to else asked, parts_for(self.audiences))
        if part is None:
            meant = [one for one in self.audiences if MEANT[one].search(typed.casefold())]
            whom = meant or ([self.audiences[0]] if len(self.audiences) == 1 else [])
            card = await self.pack_card(facts, whom[0]) if whom else await self.overview(facts)
            self.step.show(ShowCard(card))
            return
        content = await content_of(self.step, facts, part, self.find_items)
        if content.lacks:
            self.step.show(ShowCard(NoticeCard(title=part.title, lines=content.lacks, buttons=(self.back(part),))))
        elif to is not None and self.book.is_open:
            await note_sent(self.step, self.book, part, to["to"], content.mark)
            self.step.show(ShowCard(await self.part_card(part, content)))
        elif AS_FILE.search(words):
            for paper in await papers_of(facts, part, content, self.step):
                self.step.show(OfferPaper(paper))
        else:
            await self.hand_out(part, content)

    async def hand_out(self, part: PackPart, content: PartContent) -> None:
        """Give each text as a message of its own, which a phone copies whole; then what can be done with it."""
        for text in content.texts:
            self.step.say(text)
        self.step.show(ShowCard(await self.part_card(part, content)))

    async def overview(self, facts: PackFacts) -> NoticeCard:
        """Return whom there are packages for, and what changed since it went."""
        words, parts = words_of(facts), parts_for(self.audiences)
        newer = [part for part in parts if has_newer(await self.went(facts, part))]
        return NoticeCard(
            title=f"Pakketten voor {self.terrain.label}",
            lines=(
                words["sessie"] or words["geendatum"],
                *(f"{capital(WHOM[one])}: {named(parts_for([one]))}" for one in self.audiences),
                *((f"Nieuwer dan verstuurd: {named(newer)}",) if newer else ()),
            ),
            buttons=tuple(self.say(capital(WHOM[one]), one.value) for one in self.audiences),
        )

    async def pack_card(self, facts: PackFacts, audience: PackAudience) -> NoticeCard:
        """Return the parts of a package by phase; to the team with what went to whom."""
        parts = parts_for([audience])
        lines = [f"{capital(phase)}: {named([one for one in parts if one.phase is phase])}" for phase in PackPhase]
        for part in parts:
            went = await self.went(facts, part)
            lines += [f"{part.title} verstuurd: {listing([one.words for one in went])}"] if went else []
        return NoticeCard(
            title=f"Pakket voor {WHOM[audience]}: {self.terrain.label}", lines=tuple(lines),
            buttons=tuple(self.say(part.title, part.key) for part in parts),
        )  # fmt: skip

    async def went(self, facts: PackFacts, part: PackPart) -> Sequence[Went]:
        """Return to whom a part went, and whether its words are newer now; for the team."""
        sent = await self.book.of(part)
        content = await content_of(self.step, facts, part, self.find_items) if sent else PartContent()
        return went_of(sent, content.mark)

    async def part_card(self, part: PackPart, content: PartContent) -> NoticeCard:
        """Return what can be done with a part; to the team with what went to whom."""
        went = went_of(await self.book.of(part), content.mark)
        files = self.say("Als bestand", f"{part.key} bestand", primary=True)
        if part.kind is PartKind.FACTSHEET:
            files = Button(title="Als pdf", verb=Verb.SAY, data={"text": f"factsheet {self.terrain.id} pdf"}, primary=True)
        team = self.book.is_open
        log = (
            f"Verstuurd: {listing([one.words for one in went])}" if went else "Nog niet verstuurd.",
            how_else(self.terrain, part),
        )
        return NoticeCard(
            title=f"{part.title}: {self.terrain.label}",
            lines=log if team else (),
            buttons=(files, *(sent_buttons(self.terrain, part) if team else ()), self.back(part)),
        )

    def say(self, title: str, words: str, *, primary: bool = False) -> Button:
        """Return a button that asks for more of these packages."""
        return Button(title=title, verb=Verb.SAY, data={"text": f"pakket {self.terrain.id} {words}"}, primary=primary)

    def back(self, part: PackPart) -> Button:
        """Return the button to the package that a part is of."""
        whom = next((one for one in self.audiences if one in part.whom), None)
        return self.say("Hele pakket", whom.value if whom is not None and len(part.whom) == 1 else "")


def named(parts: Collection[PackPart]) -> str:
    """Return the titles of parts in a sentence."""
    return listing([small(part.title) for part in parts])


async def give_flyer(step: Step, text: str) -> None:
    """Give the flyer of a terrain; with "sessie" behind it with the square of the next session."""
    found = await with_terrain_first(step, text, FLYER, guess=True)
    if found is None:
        return
    terrain, rest = found
    if not audiences_of(step, terrain):
        return
    facts = await facts_of(step, terrain)
    way = DoorWay.SESSION if "sessie" in rest.casefold() and facts.session is not None else DoorWay.TERRAIN
    paper = flyer_of(step, facts, way)
    flyer = PARTS["flyer"]
    for one in await papers_of(facts, flyer, PartContent(paper=paper), step):
        step.show(OfferPaper(one))
    when = words_of(facts)["sessie"] or words_of(facts)["geendatum"]
    step.say(f"De flyer van {terrain.label}. {when}", "" if paper.address else NO_DOOR)


FLYER = Command(
    ("flyer", "poster"), "een flyer van een terrein, op één pagina", give_flyer, WHO, Takes.MAYBE,
    argument="<terrein> [sessie]", example="flyer hessenpoort", scopes=(Scope.PERSONAL, Scope.CHANNEL), group="Terreinen",
)  # fmt: skip
