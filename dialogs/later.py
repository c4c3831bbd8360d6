"""What the team asks for and there is no command for yet: the nearest things there are, so that nobody is left alone with it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from dialogs.commands import command_for
from dialogs.sentences import Sentence
from dialogs.turn.command import Called, Users, audience_of
from dialogs.turn.step import Step


@dataclass(frozen=True, slots=True)
class LaterTopic:
    """How people say it, and what they may type instead."""

    says: tuple[str, ...]
    near: tuple[str, ...]


LATER: Mapping[str, LaterTopic] = {
    name: LaterTopic(tuple(table["says"]), tuple(table["near"]))
    for name, table in tomllib.loads(files(__package__).joinpath("later.toml").read_text(encoding="utf-8")).items()
}


def later_for(audience: Users) -> Mapping[str, LaterTopic]:
    """Return the topics of people who are this: those of the team, of whom all can do something near it."""
    return LATER if audience & (Users.TEAM | Users.PARTNERS) else {}


def nearest(step: Step, topic: LaterTopic, sentence: Sentence) -> tuple[Called, ...]:
    """Return the commands that come near what is asked, as far as they exist for this person here."""
    typed = (" ".join(one.replace("*", sentence.terrain).replace("#", sentence.step).split()) for one in topic.near)
    found = (command_for(audience_of(step), one, step.scope) for one in typed)
    return tuple(one for one in found if one is not None)
