"""What of a sentence was not understood: shown in the words of whoever typed it, the team one tap away. Nothing is kept."""

from cards.verbs import Verb
from cards.views.card import Button
from cards.views.notice import NoticeCard
from dialogs.dutch.numerals import in_digits
from dialogs.dutch.typed import tidy
from dialogs.questions.heard import FoundAnswer
from dialogs.questions.unheard import Reading, is_long, unheard_in
from dialogs.turn.replies import ShowCard
from dialogs.turn.step import Step, quoted

UNHEARD = "Dit heb ik niet begrepen: {rest}."
SAY_AGAIN = "Daar bewaar ik niets van. Zeg het gerust nog eens anders."
LONGEST_QUOTED = 80


def show_unheard(step: Step, text: str, read: Reading, heard: tuple[FoundAnswer, ...]) -> None:
    """Show every part of a text from which none of the answers that were heard in it was read."""
    show_parts(step, unheard_in(text, read, heard))


def show_dropped(step: Step, text: str, read: Reading) -> None:
    """Show what a text says beside the one answer in it, when it is long or counts: "12 busjes, en nog 2 heftrucks"."""
    if step.may_keep():
        show_parts(step, tuple(one for one in unheard_in(text, read) if is_long(text) or counts(one)))


def counts(part: str) -> bool:
    """Say whether there is a number in words."""
    return any(letter.isdecimal() for letter in in_digits(tidy(part)))


def show_parts(step: Step, parts: tuple[str, ...]) -> None:
    """Show these parts; silent without any."""
    if not parts:
        return
    rest = "; ".join(parts)
    to_team = Button(title="Stuur dit naar het team", verb=Verb.SAY, data={"text": f"vraag {rest}"})
    lines = (UNHEARD.format(rest="; ".join(quoted(one, LONGEST_QUOTED) for one in parts)), SAY_AGAIN)
    step.show(ShowCard(NoticeCard(lines=lines, buttons=() if step.official else (to_team,))))
