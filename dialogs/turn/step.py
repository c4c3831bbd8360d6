"""One step of a conversation: what was known, and what is to change and to be shown. It decides nothing itself."""

import datetime
from dataclasses import dataclass, field, replace
from uuid import UUID

from dialogs.stores.stores import Stores
from dialogs.turn.errands import Errand
from dialogs.turn.events import Event, Pressed, Scope
from dialogs.turn.known import Known
from dialogs.turn.place import Kept, Phase, Place, Why
from dialogs.turn.posts import Post
from dialogs.turn.replies import Reply, Say
from domain.access.roles import Role
from domain.calendar.here import date_here
from domain.consent.consents import TEXTS, Decision, Purpose, State, has_ended, is_allowed, valid_until
from domain.demand.measured import MeasuredDays
from domain.intake.acceptance import clean_text
from domain.intake.answers import TOLD_BY_METER, Answer, Answers
from domain.intake.path import Depth, Way
from domain.intake.question import Question
from domain.intake.questionnaire import QUESTIONS


@dataclass(frozen=True, slots=True)
class Tell:
    """Something to say to another person, in their own chat."""

    person: UUID
    replies: tuple[Reply, ...]


@dataclass(slots=True)
class Step:
    """What a step reads and writes. `place` is a copy to write on; `given`, `decided` and the rest are what is stored.

    `about` is the company that the replies tell of, when it is not one's own: they are erased with it. `discreet`: they may
    tell of several, so that the answer to a button is not kept for a second delivery. `missed`: a MissState, when what was said
    was not understood, and `nearest` the item that came nearest to it, where that was looked for. `measured` are the days of the
    company's meter after this step; `remeasured`: they changed in it, which counts as an answer that changed.
    """

    known: Known
    event: Event
    stores: Stores
    place: Place
    source: str = "chat"
    scope: Scope = Scope.PERSONAL
    replies: list[Reply] = field(default_factory=list)
    given: dict[str, Answer] = field(default_factory=dict)
    decided: dict[Purpose, State] = field(default_factory=dict)
    tells: list[Tell] = field(default_factory=list)
    errands: list[Errand] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    depth: Depth | None = None
    confirmed: bool = False
    erase: bool = False
    about: UUID | None = None
    discreet: bool = False
    missed: str = ""
    nearest: str | None = None
    measured: MeasuredDays | None = None
    remeasured: bool = False

    @classmethod
    def start(cls, known: Known, event: Event, stores: Stores, scope: Scope = Scope.PERSONAL) -> "Step":
        """Return an empty step at the place where the person is."""
        source = "call" if known.acting else "card" if isinstance(event, Pressed) else "chat"
        place, depth = known.place.about(known.intake.id), known.intake.depth
        step = cls(known, event, stores, place, source, scope, depth=depth, measured=known.measured)
        step.place.for_team = None  # a yes to that is given at once, or not at all
        if step.lapsed:  # what waits for a choice would be kept without consent, but for the wish to erase
            step.place.held = [held for held in step.place.held if held.why is Why.ERASE]
        return step

    @property
    def pressed(self) -> bool:
        """Say whether this step answers a button, so that its card can be replaced."""
        return isinstance(self.event, Pressed)

    @property
    def for_company(self) -> bool:
        """Say whether this person answers for a company: everybody without another role, and whoever began before having one."""
        held = self.known.roles.held
        return self.known.acting or self.place.kept is not None or not held or Role.ENTREPRENEUR in held

    @property
    def official(self) -> bool:
        """Say whether this person is here for the approach itself, perhaps filling in for a company by telephone."""
        return self.known.is_team or not self.for_company

    @property
    def in_office(self) -> bool:
        """Say whether what this person types is no answer of a company."""
        return self.official and not self.known.acting

    @property
    def may_name(self) -> bool:
        """Say whether companies may be named in the reply: to the project team alone, or in a channel linked to it."""
        return self.known.linked if self.scope is not Scope.PERSONAL else self.known.is_team

    @property
    def asked(self) -> Question | None:
        """Return the question that was asked last; None when it was something else, or is no question any more."""
        return QUESTIONS.get(self.place.asked or "")

    @property
    def answers(self) -> Answers:
        """Return the answers with those of this step laid over them."""
        told = TOLD_BY_METER if self.measured else frozenset[str]()
        return replace(self.known.intake.answers.with_(self.given), measured=told)

    @property
    def way(self) -> Way:
        """Return the way through the questions at the depth chosen; the short way while nothing is chosen."""
        return Way(self.answers, self.depth or Depth.SHORT)

    @property
    def revision(self) -> int:
        """Return the revision that the answers of this step get."""
        return self.known.intake.revision + 1

    @property
    def today(self) -> datetime.date:
        """Return the day of this step, by the calendar here."""
        return date_here(self.known.now)

    def say(self, *sentences: str, choices: tuple[str, ...] = ()) -> None:
        """Answer with text; empty sentences are left out and the rest are in paragraphs."""
        self.replies.append(Say("\n\n".join(sentence for sentence in sentences if sentence), choices))

    def show(self, reply: Reply) -> None:
        """Answer with a card."""
        self.replies.append(reply)

    def record(self, name: str, answer: Answer) -> None:
        """Note an answer, unless it is what we knew already."""
        fresh = Answer(answer.value, answer.certainty, self.revision)
        if fresh.same_as(self.known.intake.answers.get(name)):
            self.given.pop(name, None)
        else:
            self.given[name] = fresh

    def decide(self, purpose: Purpose, state: State) -> None:
        """Note a decision on consent; by telephone a yes is only half a yes."""
        if self.known.acting and state is State.GIVEN:
            state = State.GIVEN_BY_PHONE
        self.decided[purpose] = state
        if purpose is Purpose.KEEP and not self.known.acting:
            decision = self.decision(purpose, state)
            self.place.kept = Kept(
                state=state,
                text_version=decision.text_version,
                at=decision.at,
                until=decision.until,
                through=decision.through,
            )

    def decision(self, purpose: Purpose, state: State) -> Decision:
        """Return the decision as it will be stored."""
        at = self.known.now
        return Decision(state, TEXTS[purpose].version, at, valid_until(at), self.source, self.revision)

    def consents(self) -> dict[Purpose, Decision]:
        """Return every decision that holds after this step."""
        fresh = {purpose: self.decision(purpose, state) for purpose, state in self.decided.items()}
        return {**self.known.intake.consents, **fresh}

    def allows(self, purpose: Purpose) -> bool:
        """Say whether the company lets us do something now."""
        return is_allowed(purpose, self.consents().get(purpose), self.known.now)

    def may_keep(self) -> bool:
        """Say whether answers may be kept: the first consent, which everything else waits for."""
        if self.known.acting:
            decision = self.consents().get(Purpose.KEEP)
            said = decision is not None and decision.state in (State.GIVEN, State.GIVEN_BY_PHONE)
            return said and not has_ended(Purpose.KEEP, decision, self.known.now)
        kept = self.place.kept
        return kept is not None and is_allowed(Purpose.KEEP, kept.decision, self.known.now)

    @property
    def lapsed(self) -> bool:
        """Say whether this person's first consent ended: what was kept is still there, and shown to nobody else."""
        kept = self.place.kept
        return not self.known.acting and kept is not None and kept.state is State.GIVEN and not self.may_keep()

    def go(self, phase: Phase) -> None:
        """Move to another phase; what was held is let go."""
        self.place.phase = phase
        self.place.held = []


def quoted(text: str, limit: int = 60) -> str:
    """Return what a person typed, short enough and clean enough to repeat in a sentence."""
    line = clean_text(text).replace("\n", " ")
    return f"“{line[:limit].rstrip()}…”" if len(line) > limit else f"“{line}”"
