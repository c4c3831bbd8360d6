"""`python -m bench.reading`: how the time to read what somebody typed grows with its length; to docs/benchmark-reading.md.

The texts are hostile: each repeats what makes some reader try again. The readers are those of the product, one for each state
in which a text can come in; a line of the page is a reader with the shape that is worst for it.
"""

import argparse
import datetime
import math
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bench.invented import terrains
from bench.marks import DOCS, machine, put_between
from bot.teams.envelope import Envelope
from bot.teams.mentions import plain_text
from dialogs.access.grants import read_wish as read_role
from dialogs.commands import command_for
from dialogs.dossier.actions import read_action
from dialogs.dossier.mentions import mentioned
from dialogs.dossier.notes import form_of
from dialogs.lookup.terrain_names import TerrainNames
from dialogs.notices.subscriptions import read_wishes
from dialogs.plan.steps import read_whole, read_wish, terrain_in_front
from dialogs.questions.meaning import Reader, asks_back, says_yes
from dialogs.stores.companies import rank, split_behind, words_in
from dialogs.terrains.terrain_choice import begins_with_terrain, split_terrain
from dialogs.turn.command import Users
from dialogs.turn.step import quoted
from domain.companies.company_file import NamedCompany
from domain.dossier.forms import DOSSIER_FORMS
from domain.forms.declaration import Form
from domain.forms.judging import judge
from domain.intake.question import Question
from domain.intake.questionnaire import QUESTIONS
from domain.terrains.terrains import TerrainName

PAGE = DOCS / "benchmark-reading.md"
BEGIN, END = "<!-- measured: begin (written by python -m bench.reading) -->", "<!-- measured: end -->"
SIZES = (625, 1250, 2500, 5000)
STEEPEST = 1.2  # own assumption: a straight line is 1.0, and a measurement is never exact
WORTH = 0.0005  # seconds at the largest size; below it the clock says more than the reader
TODAY = datetime.date(2026, 11, 23)
SHAPES: dict[str, str] = {
    "digits": "1", "letters": "a", "blanks": " ", "numbers": "1 ", "words": "abc ", "long words": "abcdefghij" * 12 + " ",
    "dashes": "12-", "dots and digits": "1.", "slashes": "9/", "commas": "ja, ", "and": "a en ", "or": "1 of ", "until": "1 tot ",
    "times": "om 12:30 ", "half past": "half ", "months": "maart ", "weekdays": "vrijdag ", "number words": "eentwee",
    "half number words": "veertien honderd ", "doubt": "misschien ", "questions": "? ", "addresses": "a@a.", "at signs": "@a: ",
    "mentions": "<at>", "quotes": '<quoted messageId="1" ', "closed quotes": '<quoted messageId="1"/> ', "entities": "&amp;",
    "terrains": "zilverhoek ", "near terrains": "zilvrehook ", "parks": "industrie terrein ", "roman": "i ", "because": "omdat ",
    "yes and no": "ja nee ", "brackets": "(", "wide letters": "\ufdfa", "fractions": "½", "accents": "e\u0301", "emoji": "👍🏽",
    "codes": "871685900000000", "lines": "a\n",
}  # fmt: skip
FRONTS = ("", "vrijdag 12 ", "@a: ")


@dataclass(frozen=True, slots=True)
class Read:
    """One reader and one shape: seconds at every size."""

    reader: str
    shape: str
    seconds: tuple[float, ...]

    @property
    def exponent(self) -> float:
        """How steep it grows: 1 is a straight line, 2 is four times the time for twice the text."""
        xs, ys = [math.log(size) for size in SIZES], [math.log(max(one, 1e-9)) for one in self.seconds]
        middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
        above = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
        return above / sum((x - middle_x) ** 2 for x in xs)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; return 0, or 1 when something grows steeper than a straight line."""
    parser = argparse.ArgumentParser("bench.reading", description="meet hoe lezen groeit met de lengte van een bericht")
    parser.add_argument("--times", type=int, default=2, metavar="AANTAL", help="keren per tekst; de snelste telt (2)")
    asked, busy = parser.parse_args(arguments), os.getloadavg()[0]
    worst = [steepest(name, read, asked.times) for name, read in readers()]
    put_between(PAGE, BEGIN, END, page(worst, busy))
    print(f"Geschreven: {PAGE}")
    return 1 if any(is_steep(found) for pair in worst for found in pair) else 0


def steepest(name: str, read: Callable[[str], object], times: int) -> tuple[Read, Read]:
    """Return what grows steepest among the texts that take a while, and what takes longest of all."""
    found = [measured(name, read, front, shape, times) for shape in SHAPES for front in FRONTS]
    slow = [one for one in found if one.seconds[-1] >= WORTH]
    longest = max(found, key=lambda one: one.seconds[-1])
    return max(slow, key=lambda one: one.exponent, default=longest), longest


def measured(name: str, read: Callable[[str], object], front: str, shape: str, times: int) -> Read:
    """Measure one shape; what looks steep is measured more often, for the machine may have been busy."""
    texts = [text_of(front, SHAPES[shape], size) for size in SIZES]
    one = Read(name, f"{front}{shape}", tuple(fastest(read, text, times) for text in texts))
    if one.exponent > STEEPEST and one.seconds[-1] >= WORTH / 5:
        return Read(name, one.shape, tuple(fastest(read, text, 10 * times) for text in texts))
    return one


def text_of(front: str, shape: str, size: int) -> str:
    """Return a text of this size."""
    return (front + shape * (size // len(shape) + 1))[:size]


def fastest(read: Callable[[str], object], text: str, times: int) -> float:
    """Return the seconds of a processor that reading takes."""
    took = []
    for _ in range(times):
        start = time.process_time()  # other things may run on this machine
        read(text)
        took.append(time.process_time() - start)
    return min(took)


def is_steep(one: Read) -> bool:
    """Say whether this is worth the while and no straight line."""
    return one.seconds[-1] >= WORTH and one.exponent > STEEPEST


def readers() -> Iterator[tuple[str, Callable[[str], object]]]:
    """Yield every reader by the state in which it reads."""
    names = TerrainNames(TerrainName(row[0], row[1], row[3]) for row in terrains(100))
    reader = Reader(TODAY, names)
    companies = [NamedCompany(f"Zilver {n}", f"zilver {n}", "t-1") for n in range(1000)]
    for question in one_of_each():
        yield f"a question: {question.kind.value}, {question.name}", lambda text, q=question: answered(reader, q, text)  # type: ignore[misc]
    yield "a consent", says_yes
    yield "a command, with what is behind it", lambda text: (command_for(Users.TEAM, text), quoted(text))
    yield "a note: what sort, and of which company", lambda text: (form_of(text), mentioned(text, companies))
    yield "an action: by whom, and when", lambda text: read_action(text, (), TODAY)
    yield "a company", lambda text: rank(words_in(text), companies)
    yield "a company with its terrain", lambda text: split_behind(names, text)
    yield "a terrain", names.find
    yield "a terrain in front", lambda text: (split_terrain(names, text), begins_with_terrain(names, text))
    yield "what to do with a step", lambda text: (terrain_in_front(text), read_wish(text), read_whole(text))
    yield "what a channel follows", read_wishes
    yield "a role for somebody", read_role
    yield "the edge: mentions and quotes", lambda text: plain_text(envelope(text))
    for form in DOSSIER_FORMS:
        yield f"a card of the dossier: {form.key}", lambda text, f=form: filled(f, text)  # type: ignore[misc]


def one_of_each() -> Iterator[Question]:
    """Yield a question of every kind, and of every unit and pattern there is."""
    told = set()
    for question in QUESTIONS.values():
        key = (question.kind, question.ask.unit, question.rule.pattern, question.ask.around)
        if key not in told:
            told.add(key)
            yield question


def answered(reader: Reader, question: Question, text: str) -> object:
    """Read an answer as a turn does."""
    return asks_back(question, text), reader.read(question, text)


def filled(form: type[Form], text: str) -> object:
    """Judge a card with this text in every field."""
    return judge(form, {one.name: text for one in form.fields}, TODAY)


def envelope(text: str) -> Envelope:
    """Return a message with this text."""
    shape = {"type": "message", "serviceUrl": "x", "channelId": "msteams", "conversation": {"id": "a"}, "text": text}
    return Envelope.model_validate({**shape, "recipient": {"id": "28:bot", "name": "Laadmaat"}})


def page(worst: Sequence[tuple[Read, Read]], busy: float) -> Iterator[str]:
    """Yield the measured part of the page."""
    yield machine("python -m bench.reading", busy)
    yield ""
    sizes = " | ".join(map(str, SIZES))
    yield f"| what is read | steepest text | exponent (asked: at most {STEEPEST:g}) | longest text | {sizes} characters |"
    yield "|---|---|---|---|---|---|---|---|"
    for steep, longest in worst:
        exponent = f"{steep.exponent:.2f}" if steep.seconds[-1] >= WORTH else f"all below {WORTH * 1000:g} ms"
        took = " | ".join(f"{one * 1000:.2f} ms" for one in longest.seconds)
        shape = steep.shape if steep.seconds[-1] >= WORTH else "-"
        yield f"| {steep.reader} | {shape} | {exponent}{', NOT MET' if is_steep(steep) else ''} | {longest.shape} | {took} |"


if __name__ == "__main__":
    sys.exit(main())
