"""Where somebody is in the conversation: stored with the person, and always by name, never by position."""

import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from domain.consent.consents import Decision, State
from domain.intake.certainty import Certainty
from domain.intake.path import Depth


class Phase(StrEnum):
    """What the conversation is about now."""

    NEW = "new"
    DEPTH = "depth"
    JOIN = "join"
    QUESTIONS = "questions"
    CONSENTS = "consents"
    SUMMARY = "summary"
    DONE = "done"


class Hearing(StrEnum):
    """Whether somebody wants to hear from us by themselves: reminders only after a yes, nothing at all after SILENT."""

    UNASKED = "unasked"
    WANTED = "wanted"
    DECLINED = "declined"
    SILENT = "silent"


class StoredValue(BaseModel):
    """Plain JSON, with room for fields of a newer version that an older process must not trip over."""

    model_config = ConfigDict(extra="ignore")


class Kept(StoredValue):
    """This person's own decision on keeping answers."""

    state: State
    text_version: str
    at: datetime.datetime
    until: datetime.datetime
    through: str

    @property
    def decision(self) -> Decision:
        """Return it as a decision like the others."""
        return Decision(self.state, self.text_version, self.at, self.until, self.through)


class HeldChoice(StoredValue):
    """One way to read what somebody said; `value` is ready to store, None asks the question again."""

    label: str
    value: object = None
    certainty: Certainty = Certainty.SURE


class Why(StrEnum):
    """Why something is held until the person chooses."""

    AMBIGUOUS = "ambiguous"
    UNLIKELY = "unlikely"
    TERRAIN = "terrain"
    COMMAND = "command"
    ERASE = "erase"
    JOIN = "join"
    CONSENT = "consent"
    SEVERAL = "several"
    CALL = "call"
    KEYS = "keys"
    NOMINATE = "nominate"


class HeldFound(StoredValue):
    """One of several answers that wait together: to which question, and its value as it would be stored."""

    question: str
    value: object = None
    certainty: Certainty = Certainty.SURE


class HeldAnswer(StoredValue):
    """An answer, or several (`found`), that wait for the person's choice. `token` ties it to the buttons that were shown."""

    token: str
    why: Why
    sentence: str
    choices: list[HeldChoice]
    question: str = ""
    said: str = ""
    found: list[HeldFound] = []


class SpokenOf(StoredValue):
    """The terrain that was spoken of last, until when "daar" means it, and the command that showed it; never what was said
    behind that, in which somebody may be named who is erased before.
    """

    terrain: str
    until: datetime.datetime
    command: str = ""


class Place(StoredValue):
    """The whole state of one person's conversation, about one `intake`.

    `asked` names the question that was asked last; `card` is the turn that showed the open form, `card_page` its page;
    `typing` says that the person types rather than fills in cards; `seen` is the revision of the summary that was
    shown; `code` waits for the first consent; `misses` counts sentences in a row that were not understood, `talks` small talk;
    `wished_on` is the day on which `hearing` became WANTED, `remind_at` the moment at which they asked to be reminded,
    `asked_again` the last day on which a consent was asked anew because its words changed, or on which it was looked whether one
    matters now; `offered` are those that were asked because they did. `session` is the one whose plan they saw last, which
    "schuif alles een half uur op" is about; `spoken` the terrain they saw last, which "daar" means; `for_team` is what a yes,
    typed at once, sends to the team; `called` the company of the register whose intake is filled in by telephone. Until the
    first consent `wants` is how much of the intake they asked for, and `told` says that they told something, never what.
    """

    version: int = 1
    intake: UUID | None = None
    phase: Phase = Phase.NEW
    welcomed: bool = False
    kept: Kept | None = None
    asked: str | None = None
    typing: bool = False
    held: list[HeldAnswer] = []
    card: UUID | None = None
    card_page: str | None = None
    seen: int | None = None
    code: str | None = None
    misses: int = 0
    talks: int = 0
    hearing: Hearing = Hearing.UNASKED
    wished_on: datetime.date | None = None
    remind_at: datetime.datetime | None = None
    asked_again: datetime.date | None = None
    offered: list[str] = []
    session: UUID | None = None
    spoken: SpokenOf | None = None
    for_team: str | None = None
    wants: Depth | None = None
    told: bool = False
    called: UUID | None = None

    def about(self, intake: UUID) -> "Place":
        """Return this place for an intake: what was asked about another one is forgotten, lest its answer lands here."""
        if self.intake in (None, intake):
            return self.model_copy(update={"intake": intake, "held": [*self.held]})  # the rest is replaced, never changed
        phase = Phase.NEW if self.phase is Phase.NEW else Phase.QUESTIONS
        fresh = Place(intake=intake, phase=phase, welcomed=self.welcomed, kept=self.kept, typing=self.typing)
        heard = {"hearing": self.hearing, "wished_on": self.wished_on, "remind_at": self.remind_at, "spoken": self.spoken}
        return fresh.model_copy(update=heard)
