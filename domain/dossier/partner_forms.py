"""What a municipality says of a terrain: its own goal, and its answers to what the team asks it (appendix 3, parties)."""

from typing import Annotated

from domain.access.roles import Right
from domain.forms.declaration import ME, Form, OncePer
from domain.intake.declaration import Ask, Member, Rule

BOTH = frozenset({Right.SPEAK, Right.SEE_COMPANIES})
TEXT = Rule(max_length=1000)


class GoalForm(Form):
    """What the municipality wants of a terrain, in its own words; it and the team see it and change it."""

    key = "goal"
    one, many, new = "Doel van de gemeente", "Doel van de gemeente", "Doel van de gemeente"
    filled_by, seen_by = Right.SPEAK, BOTH
    once_per = OncePer.TERRAIN

    text: Annotated[str, TEXT, Ask("Wat wil de gemeente met dit terrein?", core=True)]


class PartnerQuestionForm(Form):
    """What the team asks the municipality; its owner is who asked, and gets the answer."""

    key = "partner_question"
    one, many, new = "Vraag aan de gemeente", "Vragen aan de gemeente", "Vraag aan de gemeente"
    start = (("owner", ME),)
    end, ended = "Afsluiten", "beantwoord"

    text: Annotated[str, TEXT, Ask("Wat wilt u weten?", core=True)]
    owner: Annotated[Member, Ask("Wie krijgt het antwoord?")]


class PartnerAnswerForm(Form):
    """What the municipality answers: one for each question, whose number is its group."""

    key = "partner_answer"
    one, many, new = "Antwoord van de gemeente", "Antwoorden van de gemeente", "Antwoord aan het projectteam"
    filled_by, seen_by = Right.SPEAK, BOTH
    once_per, answers = OncePer.GROUP, PartnerQuestionForm

    text: Annotated[str, TEXT, Ask("Uw antwoord", core=True)]


PARTNER_FORMS: tuple[type[Form], ...] = (GoalForm, PartnerQuestionForm, PartnerAnswerForm)
