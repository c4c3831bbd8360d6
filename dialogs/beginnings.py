"""What somebody types before the questions begin: the first consent, and how much time there is."""

import re

from dialogs.commands import resembles_command
from dialogs.consent.consents import ask_to_keep
from dialogs.consent.welcome import show_welcome
from dialogs.dutch.yes_no import read_opening_yes_no
from dialogs.inbox.codes import looks_like_code, use_code
from dialogs.inbox.first_decision import decide_keep
from dialogs.intake.depth import choose_depth, read_depth
from dialogs.intake.several_answers import offer_several, read_all
from dialogs.meanings import hear_or_offer
from dialogs.turn.step import Step
from dialogs.understanding import asks_something, understand
from domain.intake.path import TAKES, Depth

FEW_WORDS = 4
# A question without its mark: "kom ik met 3x80 ook op een wachtlijst".
INVERTED = re.compile(r"\s*[a-z]+ (?:ik|wij|we)\b(?! (?:hebben|zijn|rijden))", re.IGNORECASE)
# "ja prima, maar wel snel graag" is a yes, with how much of the questions beside it.
IN_SHORT = re.compile(
    r",? (?:maar |doe |dan |wel |het |liefst |de |alleen ){0,4}(?:kort|korte|snel|snelle|vlug)(?: versie| graag| aub)?$",
    re.IGNORECASE,
)
NOT_YET = "Dank u. Ik mag dit nog niet bewaren. Zegt u ja? Dan vraag ik u dit nog eens te sturen."


async def hear_first_consent(step: Step, text: str) -> None:
    """Take yes or no to the first question; anything else shows the welcome, or that question again."""
    decision, behind = read_opening_yes_no(IN_SHORT.sub("", text)) if step.place.welcomed else (None, "")
    tells = not asks_something(text) and INVERTED.match(text) is None and bool(read_all(step, text, None))
    step.place.told = step.place.told or (tells and decision is None)
    if decision is not None:
        step.place.wants = read_depth(behind or text) or step.place.wants
        await decide_keep(step, allow=decision)
        await offer_several(step, behind)
    elif looks_like_code(text):
        await use_code(step, text)
    elif (called := resembles_command(step, text)) is not None:
        await called.command.handler(step, called.argument)
    elif not step.place.welcomed:
        show_welcome(step)
    elif (depth := await wished_depth(step, text)) is not None:
        await choose_depth(step, depth)
    elif tells:
        ask_to_keep(step, NOT_YET)
    else:
        await hear_or_offer(step, text)


async def wished_depth(step: Step, text: str) -> Depth | None:
    """Return how much of the intake a sentence asks for, unless it surely asks something else."""
    depth = read_depth(text)
    if depth is None or TAKES[depth] in text.casefold() or len(text.split()) <= FEW_WORDS:
        return depth
    sure = (await understand(step, text)).sure
    return None if asks_something(text) or (sure is not None and sure.item is not None) else depth


async def hear_depth(step: Step, text: str) -> None:
    """Take a choice of depth that is not one of the commands."""
    depth = await wished_depth(step, text)
    if depth is not None:
        await choose_depth(step, depth)
    elif looks_like_code(text):
        await use_code(step, text)
    elif (called := resembles_command(step, text)) is not None:
        await called.command.handler(step, called.argument)
    elif asks_something(text) or not await offer_several(step, text):
        await hear_or_offer(step, text)
