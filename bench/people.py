"""The people of the measurement: who chats with an echo, who answers numbers, who types the whole intake, who fills in cards."""

import json
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import uuid4

from bench.answers import entered, typed
from domain.intake.question import AnswerKind, Question
from domain.intake.questionnaire import QUESTIONS

TENANT = "00000000-0000-4000-8000-00000000aaaa"
BOT = {"id": "28:laadmaat", "name": "Laadmaat"}
NUMBERS = tuple(question for question in QUESTIONS.values() if question.kind is AnswerKind.NUMBER)
BY_TEXT = {question.text: question for question in QUESTIONS.values()}
FIRST_MEASURED_CHAPTER = 2  # from the vehicles on somebody is in the middle of the intake

Activity = dict[str, Any]


class NotAnswered(RuntimeError):  # noqa: N818 (named for what happened)
    """A reply is not what a valid answer gets: the measurement would measure something else."""


class Person:
    """Somebody in a personal chat. `counts` says whether what they say next is in the middle and is measured, `expects` how
    many messages the reply has at least.
    """

    counts = True
    expects = 1

    def __init__(self, number: int, service_url: str) -> None:
        self.conversation = f"a-{number}"
        self.object_id = f"00000000-0000-4000-8000-{number:012d}"
        self._service_url, self._number = service_url, number
        self.spoken: list[str] = []
        self.answered = 0

    @property
    def done(self) -> bool:
        """Say whether there is nothing more to say."""
        return False

    def speaks(self) -> Activity:
        """Return the next activity."""
        return self.message(f"hallo {len(self.spoken)}")

    def hears(self, messages: list[Activity]) -> None:
        """Take the reply. Raises NotAnswered when it is another one than expected."""
        expected = f"echo hallo {len(self.spoken) - 1}"
        if [message.get("text") for message in messages] != [expected]:
            raise NotAnswered(f"{expected!r}, not {messages!r:.300}")

    def message(self, text: str) -> Activity:
        """Return a typed message."""
        return self.activity("message", text=text, textFormat="plain")

    def activity(self, kind: str, **more: object) -> Activity:
        """Return an activity as Teams posts it."""
        self.spoken.append(uuid4().hex)
        return {
            "type": kind,
            "id": self.spoken[-1],
            "timestamp": "2026-11-23T10:00:00.000Z",
            "channelId": "msteams",
            "serviceUrl": self._service_url,
            "locale": "nl-NL",
            "from": {"id": f"29:{self._number}", "name": f"Persoon {self._number}", "aadObjectId": self.object_id},
            "recipient": BOT,
            "conversation": {"id": self.conversation, "conversationType": "personal", "tenantId": TENANT},
            "channelData": {"tenant": {"id": TENANT}},
            **more,
        }


class Counting(Person):
    """Answers the numbers of the intake to a peer that asks nothing else; begins again when all of them were asked."""

    @property
    def counts(self) -> bool:  # type: ignore[override]  # it changes on the way
        """Say whether a number is asked."""
        return bool(self.spoken) and not self.done

    @property
    def done(self) -> bool:
        """Say whether every number was asked."""
        return self.answered == len(NUMBERS)

    def speaks(self) -> Activity:
        """Return the next activity: a first word, then one answer after another."""
        return self.message(entered(NUMBERS[self.answered]) if self.spoken else "hallo")

    def hears(self, messages: list[Activity]) -> None:
        """Take the next question, and make sure that the answer was taken. Raises NotAnswered."""
        expected = ""
        if len(self.spoken) > 1:
            expected = f"Genoteerd: {entered(NUMBERS[self.answered])}.\n\n"
            self.answered += 1
        expected += "" if self.done else NUMBERS[self.answered].text
        if len(messages) != 1 or not messages[0].get("text", "").startswith(expected):
            raise NotAnswered(f"{expected!r}, not {messages!r:.300}")


class Typing(Person):
    """Types every answer of the full intake."""

    def __init__(self, number: int, service_url: str) -> None:
        super().__init__(number, service_url)
        self._opening = deque(("", "ja", "volledig"))
        self._asked: Question | None = None

    @property
    def done(self) -> bool:
        """Say whether no question is left."""
        return not self._opening and self._asked is None

    @property
    def counts(self) -> bool:  # type: ignore[override]  # it changes on the way
        """Say whether the question is one from the middle."""
        return not self._opening and self._asked is not None and self._asked.chapter.number >= FIRST_MEASURED_CHAPTER

    def speaks(self) -> Activity:
        """Return the next activity: arriving, agreeing, choosing the full version, then one answer after another."""
        if self._opening:
            text = self._opening.popleft()
            return self.message(text) if text else self.activity("conversationUpdate", membersAdded=[BOT])
        return self.answers()

    def answers(self) -> Activity:
        """Return the answer to what was asked."""
        if self._asked is None:
            raise NotAnswered("No question is left.")
        return self.message(typed(self._asked))

    def hears(self, messages: list[Activity]) -> None:
        """Take the next question."""
        if self._asked is not None:
            self.check(messages)
        self._asked = next(filter(None, map(question_in, messages)), None)
        self.look(messages)

    def check(self, messages: list[Activity]) -> None:
        """Make sure that the answer was taken."""
        if not messages[0].get("text", "").startswith("Genoteerd"):
            raise NotAnswered(f"{self._asked and self._asked.name}: {messages!r:.300}")
        self.answered += 1

    def look(self, messages: list[Activity]) -> None:
        """Look at what else is there."""


class Asking(Typing):
    """Tells again what we know and asks something beside it, in one sentence: all of it is read, and nothing is kept."""

    SAYS = "Wij hebben 12 bestelwagens en 12 trekkers staan, maar wie ziet dit eigenlijk?"
    ANSWER, AGAIN = "Wie ziet mijn antwoorden?", "De vraag was:"

    @property
    def expects(self) -> int:  # type: ignore[override]  # it changes on the way
        """The answer and the question that is still open, or only the next question."""
        return 2 if self.counts else 1

    @property
    def counts(self) -> bool:  # type: ignore[override]  # it changes on the way
        """Say whether the vehicles are known."""
        return super().counts and self.answered > 0 and not str(self._asked and self._asked.name).endswith(".total")

    def answers(self) -> Activity:
        """Return the sentence, or an answer as long as the vehicles are not known."""
        return self.message(self.SAYS) if self.counts else super().answers()

    def hears(self, messages: list[Activity]) -> None:
        """Take the answer; the question stays the one that is open. Raises NotAnswered when it is another reply."""
        if not self.counts:
            super().hears(messages)
            return
        said = json.dumps(messages)
        if self.ANSWER not in said or self.AGAIN not in said:
            raise NotAnswered(f"{self.SAYS!r}: {messages!r:.300}")
        self.answered += 1


class Filling(Typing):
    """Fills in every card of the full intake; what is asked in text between two cards is typed, and not measured."""

    def __init__(self, number: int, service_url: str) -> None:
        super().__init__(number, service_url)
        self._save: Mapping[str, Any] | None = None
        self._fields: list[Question] = []

    @property
    def counts(self) -> bool:  # type: ignore[override]  # it changes on the way
        """Say whether there is a card from the middle."""
        return super().counts and self._save is not None

    def answers(self) -> Activity:
        """Press the button of the open card, with every field filled in."""
        if self._save is None:
            return super().answers()
        inputs = {question.name: entered(question) for question in self._fields}
        action = {"type": "Action.Execute", "verb": self._save["verb"], "data": {**self._save["data"], **inputs}}
        return self.activity("invoke", name="adaptiveCard/action", value={"action": action, "trigger": "manual"})

    def check(self, messages: list[Activity]) -> None:
        """Make sure that the card was taken: another one comes, without a complaint."""
        if self._save is None:
            super().check(messages)
        else:
            self.answered += len(self._fields)

    def look(self, messages: list[Activity]) -> None:
        """Find the button and the fields of the next card, if it is one."""
        nodes = list(walk(messages))
        self._fields = [QUESTIONS[node["id"]] for node in nodes if node.get("id") in QUESTIONS]
        self._save = next((node for node in nodes if node.get("verb") == "save"), None)


def question_in(message: Activity) -> Question | None:
    """Return the question that a message asks: the first field of its card, or a paragraph of its text."""
    fields = (node["id"] for node in walk(message) if node.get("id") in QUESTIONS)
    if (name := next(fields, None)) is not None:
        return QUESTIONS[name]
    paragraphs = message.get("text", "").split("\n\n")
    return next((BY_TEXT[paragraph] for paragraph in paragraphs if paragraph in BY_TEXT), None)


def walk(node: object) -> Iterator[dict[str, Any]]:
    """Yield every object in a piece of JSON."""
    if isinstance(node, dict):
        yield node
        for part in node.values():
            yield from walk(part)
    elif isinstance(node, list):
        for part in node:
            yield from walk(part)


def read(raw: list[bytes]) -> list[Activity]:
    """Return messages as they were sent."""
    return [json.loads(one) for one in raw]
