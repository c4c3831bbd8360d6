"""May a paper be saved among the person's files? The answer, and what came of it."""

from dialogs.turn.errands import SavePaper
from dialogs.turn.events import PaperAnswered, PaperNotSaved, PaperSaved
from dialogs.turn.replies import LinkPaper, RemoveCard, ShowSaved
from dialogs.turn.step import Step
from domain.intake.acceptance import key_in
from domain.papers.papers import PaperStanding

GONE = "Dit bestand staat niet meer klaar. Vraag het nog een keer."
BUSY = "Ik ben al met dit bestand bezig."
DECLINED = "Dat is goed. Ik bewaar het bestand niet bij u. Liever een link? Typ dan 'stuur link'."
NOT_SAVED = "Het is niet gelukt om het bestand bij u te bewaren. Hier is een link."


async def take_answer(step: Step, event: PaperAnswered) -> None:
    """Take yes or no on saving a paper; only of the person it was made for."""
    paper = key_in(event.paper)
    standing = await step.stores.papers.answer(paper) if paper else PaperStanding.GONE
    if standing is PaperStanding.ANSWERED:
        step.say(BUSY)
        return
    if paper is None or standing is PaperStanding.GONE:
        step.show(RemoveCard())
        step.say(GONE)
    elif event.upload is None:
        step.show(RemoveCard())
        step.say(DECLINED, choices=("Stuur link",))
    else:
        step.errands.append(SavePaper(paper, event.upload, event.card))


async def take_saved(step: Step, event: PaperSaved) -> None:
    """Show the saved file in place of the question."""
    await step.stores.papers.drop(event.paper)
    step.show(RemoveCard())
    step.show(ShowSaved(event.upload))


async def take_not_saved(step: Step, event: PaperNotSaved) -> None:
    """Give a link instead: whoever said yes wants to have it."""
    step.show(RemoveCard())
    step.say(NOT_SAVED)
    step.show(LinkPaper(event.paper))
