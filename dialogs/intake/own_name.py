"""What somebody without Teams is called: Teams tells it of everybody else. Colleagues and the team see it."""

from dataclasses import replace

from dialogs.consent.welcome import show_welcome
from dialogs.turn.command import Command, Takes
from dialogs.turn.step import Step
from domain.intake.acceptance import clean_name

LONGEST = 60
ASK = "Hoe heet u? Typ 'ik heet' met uw naam erachter. Dan weten uw collega's en het team wie u bent."
BY_TEAMS = "Uw naam komt uit Teams: {name}. U kunt die hier niet wijzigen."


async def own_name(step: Step, text: str) -> None:
    """Keep the name of somebody without Teams; without one, say which we know."""
    sender, name = step.known.sender, clean_name(text, LONGEST).rstrip(" .!")
    if not step.may_keep():
        show_welcome(step)
    elif not sender.through_door:
        step.say(BY_TEAMS.format(name=sender.name) if sender.name else "Uw naam komt uit Teams.")
    elif not any(letter.isalpha() for letter in name):
        step.say(f"U heet {sender.name}." if sender.name and not text else ASK)
    else:
        step.known = replace(step.known, sender=replace(sender, name=name))
        step.say(f"Genoteerd: u heet {name}. Uw collega's en het projectteam zien dit.")


OWN_NAME = Command(
    ("ik heet", "mijn naam is"), "uw naam noemen, als u zonder Teams meedoet", own_name, takes=Takes.MAYBE,
    argument="[naam]", example="ik heet Fatima Jansen",
)  # fmt: skip
