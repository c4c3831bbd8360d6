"""Grading a wish for which the corpus names the commands: all that they reply, or a tap that says one of them."""

import re

from cards.verbs import Verb
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step
from tests.hearing.corpus import Sentence
from tests.hearing.grades import Grade
from tests.hearing.listening import Listener, taps_of, text_of

LEAD = re.compile(r"(?:Ik lees “|Over .*:$|Knoppen: Ander terrein$)")
NUMBERED = re.compile(r"^(Notitie|Actie) \d+", re.MULTILINE)


async def like_commands(listener: Listener, step: Step, one: Sentence) -> Grade:
    """Grade a wish for which the corpus names the commands: all that they reply, or a tap that says one of them."""
    said = without_lead(step)
    for command in one.means["command"]:
        if without_lead(await listener.replies(one.state, command)) == said:
            return Grade.DONE
    taps = {tap.casefold().replace(" daar", " hessenpoort") for tap in taps_of(step)}
    taps |= {tap.casefold() for tap in companies_of(step)}
    return Grade.TAP if taps & {command.casefold() for command in one.means["command"]} else Grade.MISSED


def companies_of(step: Step) -> tuple[str, ...]:
    """Return what the taps that ask which company was meant would say."""
    cards = [one.card for one in step.replies if isinstance(one, ShowCard)]
    taps = [one for card in cards for one in card.buttons if one.verb is Verb.COMPANY]
    return tuple(f"{one.data['command']} {one.title.split(',')[0]} {one.data['rest']}" for one in taps)


def without_lead(step: Step) -> str:
    """Return what was answered, but for how a name was read and the number that something new got."""
    lines = [line for line in text_of(step).splitlines() if not LEAD.match(line)]
    return NUMBERED.sub(r"\1", "\n".join(lines))
