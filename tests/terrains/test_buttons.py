"""Every button of the status leads somewhere: to a view in place, or to a command that exists."""

import pytest

from cards.verbs import Verb
from dialogs.buttons import PRESSED
from dialogs.commands import COMMANDS
from dialogs.plan.buttons import VIEWS
from dialogs.terrains.advice import ADVICE, AdviceWords
from domain.plan.advice import Advice

WORDS = {word for command in COMMANDS for word in command.words}


@pytest.mark.parametrize("advice", list(Advice))
def test_every_advice_has_words_and_a_button_that_works(advice: Advice) -> None:
    words: AdviceWords = ADVICE[advice]
    assert words.text.endswith(".")
    assert words.says.partition(" ")[0] in {*WORDS, ""}
    assert words.view in {*VIEWS, "director", ""}
    assert bool(words.button) == bool(words.view or words.says)


def test_every_verb_of_a_terrain_is_pressed_somewhere() -> None:
    assert {Verb.VIEW, Verb.STEP, Verb.ROUTE, Verb.OUTCOME, Verb.LETTERS, Verb.DIRECTOR, Verb.PARKS, Verb.PARKS_PICK} <= set(
        PRESSED
    )
