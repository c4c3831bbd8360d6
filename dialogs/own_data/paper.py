"""`download`: everything that is kept about somebody, as a file for machines and as one to read; for that person alone."""

import asyncio
import json

from cards.formats import moment
from cards.papers.contents import DataChapter, DataPaper
from cards.papers.making import DOCUMENT, make_data_paper
from dialogs.own_data.words import kept_words, line_of, with_terrain_names
from dialogs.turn.refusals import NOTHING_KEPT
from dialogs.turn.replies import OfferPaper
from dialogs.turn.step import Step
from domain.consent.own_data import KINDS, OwnData, OwnKind, as_document
from domain.papers.papers import Paper

JSON = "application/json"
TITLE = "Mijn gegevens"
LINES = (
    "Dit is alles wat wij van u en uw bedrijf bewaren.",
    "Bij elk onderdeel staat hoe lang wij het bewaren. Laat u alles wissen? Dan blijft alleen wat er dan bij staat.",
    "Wat uw collega's over zichzelf zeiden, en gegevens van andere bedrijven, staan er niet in.",
)
ONLY_THE_COMPANY = "Alleen het bedrijf zelf kan dit downloaden."


async def download(step: Step, _: str) -> None:
    """Offer the two files."""
    if step.known.acting:
        step.say(ONLY_THE_COMPANY)
        return
    if not step.may_keep() and not step.lapsed:
        step.say(NOTHING_KEPT)
        return
    found, now = await step.stores.own_data(), step.known.now
    about, day = frozenset({step.known.intake.id}), step.today.isoformat()
    machine = json.dumps(as_document(found, now.isoformat()), ensure_ascii=False, indent=2).encode()
    readable = await asyncio.to_thread(make_data_paper, paper_of(step, found), step.known.house.organisation, moment(now))
    step.show(OfferPaper(Paper(f"{TITLE} {day}.docx", DOCUMENT, readable, "Alles wat wij bewaren, om te lezen.", about)))
    step.show(OfferPaper(Paper(f"{TITLE} {day}.json", JSON, machine, "Hetzelfde, voor een computer.", about)))


def paper_of(step: Step, found: OwnData) -> DataPaper:
    """Return the readable file: every kind, also those of which there is nothing."""
    now, found = step.known.now, with_terrain_names(found, step.stores.terrains)
    chapters = (
        DataChapter(
            title=KINDS[kind].title,
            what=f"{KINDS[kind].what} {kept_words(found.get(kind, ()))}".strip(),
            rows=tuple(line_of(kind, row, now) for row in found.get(kind, ())),
        )
        for kind in OwnKind
    )
    return DataPaper(title=TITLE, lines=LINES, chapters=tuple(chapters))
